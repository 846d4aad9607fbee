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

    /// Answers one line of input with what the linear model sees of it, for the script that fits the weights: the features
    /// of the rules, the words and pairs of words, and the features of the coded act with the type and modality that they
    /// are about.
    public func featureLine(_ line: some Collection<UInt8>) -> [UInt8] {
        guard let input = try? JSONDecoder().decode(CurationInput.self, from: Data(line)) else {
            return Array("{}".utf8)
        }
        let study = Study(input.article, lexicon: lexicon)
        let blank = LinearAnswer([Double](repeating: 0, count: LinearModel.heads.count))
        let primary = study.coded.events.first
        var json = JSONWriter()
        json.object {
            $0.member("id", input.id)
            $0.object("features") { writer in
                for feature in study.features() { writer.member(feature.name, feature.value) }
            }
            $0.member("words", study.words.names())
            guard let primary else { return }
            $0.object("act") { writer in
                writer.member("type", primary.type.rawValue)
                writer.member("modality", primary.modality.rawValue)
                writer.member("actors", primary.actors)
                writer.member("recipients", primary.recipients)
                writer.member(
                    "doubted",
                    ActDoubt(coded: study.coded, title: study.title, body: study.body).doubts(primary))
                writer.object("features") { writer in
                    for feature in ActFeatures(study: study, event: primary, answer: blank).features() {
                        writer.member(feature.name, feature.value)
                    }
                }
            }
        }
        return json.bytes
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
