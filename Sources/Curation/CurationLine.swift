internal import Foundation
internal import Notation

/// A line of `demarche curate`'s input (contract: JSON Lines).
struct CurationInput: Decodable {
    var id: String
    var title: String?
    var text: String?
    var published: String?
    var url: String?
    var language: String?

    /// The article that the line describes.
    var article: ArticleText {
        ArticleText(
            title: title ?? "", text: text ?? "", published: Self.stamp(published ?? ""), url: url ?? "",
            language: language)
    }

    /// Reads RFC 3339 or a bare day; noon stands for a day, so that no zone moves it.
    private static func stamp(_ text: String) -> Timestamp? {
        Timestamp(rfc3339: text) ?? CalendarDate(iso: text).map { Timestamp(date: $0, secondOfDay: 43_200) }
    }
}

extension Curator {
    /// Answers one line of JSON Lines input with one line of output, without its end.
    ///
    /// A line that cannot be read is answered by `{"id":null,"relevant":false,"error":…}`.
    ///
    /// - Parameters:
    ///   - line: the input.
    ///   - showsAll: whether the events of dropped articles are printed too.
    /// - Returns: the output.
    public func curateLine(_ line: some Collection<UInt8>, showsAll: Bool = false) -> [UInt8] {
        let input: CurationInput
        do {
            input = try JSONDecoder().decode(CurationInput.self, from: Data(line))
        } catch {
            var json = JSONWriter()
            json.object {
                $0.null("id")
                $0.member("relevant", false)
                $0.member("error", Self.problem(error))
            }
            return json.bytes
        }
        var json = JSONWriter(capacity: 4096)
        let curated = showsAll ? guess(input.article) : curate(input.article)
        curated.write(to: &json, id: input.id, showsWhy: true)
        return json.bytes
    }

    /// Answers one line of input with what `Scripts/train-reader` and `Scripts/calibrate` need of it: the states and bodies
    /// named with their bytes, the features of the decision, and those of the primary act with its fields.
    public func featureLine(_ line: some Collection<UInt8>) -> [UInt8] {
        guard let input = try? JSONDecoder().decode(CurationInput.self, from: Data(line)) else {
            return Array("{}".utf8)
        }
        let study = Study(input.article, lexicon: lexicon)
        let alone = lexicon.reader.answer(study)
        let answer = joined(alone, study)
        let opening = Opening(title: study.title, body: study.body)
        var json = JSONWriter()
        json.object {
            $0.member("id", input.id)
            $0.member("opening", opening.text)
            $0.array("mentions") { writer in
                for mention in opening.mentions {
                    writer.object {
                        $0.member("code", mention.code)
                        $0.member("start", mention.bytes.lowerBound)
                        $0.member("end", mention.bytes.upperBound)
                    }
                }
            }
            write(features(study, answer), "features", to: &$0)
            guard let primary = PrimaryEvent(study: study, answer: answer).events().first else { return }
            $0.object("types") { json in
                for type in ReaderAnswer.types { json.member(type.rawValue, alone.odds(of: type)) }
            }
            $0.object("modalities") { json in
                for modality in ReaderAnswer.modalities { json.member(modality.rawValue, alone.odds(of: modality)) }
            }
            $0.array("roles") { json in
                for role in alone.roles {
                    json.object {
                        $0.member("code", role.code)
                        $0.member("actor", role.actor)
                        $0.member("recipient", role.recipient)
                    }
                }
            }
            if let rules = study.coded.events.first { $0.object("rules") { rules.writeAct(to: &$0) } }
            $0.object("primary") { primary.writeAct(to: &$0) }
            write(ActFeatures(study: study, event: primary, answer: answer).features(), "act", to: &$0)
        }
        return json.bytes
    }

    private func write(_ features: [Feature], _ name: String, to json: inout JSONWriter) {
        json.object(name) { for feature in features { $0.member(feature.name, feature.value) } }
    }

    private static func problem(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "no member \(key.stringValue)"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "member \(context.codingPath.map(\.stringValue).joined(separator: ".")) is not a string"
        default: "not a JSON object"
        }
    }
}

extension Event {
    fileprivate func writeAct(to json: inout JSONWriter) {
        json.member("type", type.rawValue)
        json.member("modality", modality.rawValue)
        json.member("actors", actors)
        json.member("recipients", recipients)
    }
}
