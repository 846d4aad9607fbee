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
    public func curateLine(_ line: some Collection<UInt8>) -> [UInt8] {
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
        let article = input.article
        var json = JSONWriter(capacity: 4096)
        curate(article).write(to: &json, id: input.id, showsWhy: true)
        return json.bytes
    }

    /// Answers one line of input with the features and words of its relevance, for the script that trains the weights.
    public func featureLine(_ line: some Collection<UInt8>) -> [UInt8] {
        guard let input = try? JSONDecoder().decode(CurationInput.self, from: Data(line)) else {
            return Array("{}".utf8)
        }
        let reader = Study(input.article, lexicon: lexicon).featureReader
        var json = JSONWriter()
        json.object {
            $0.member("id", input.id)
            $0.object("features") { writer in
                for feature in reader.features() where feature.name != "words" {
                    writer.member(feature.name, feature.value)
                }
            }
            $0.object("words") { writer in
                let words = reader.words()
                let share = FeatureReader.share(words: words.count)
                for word in words { writer.member(String(decoding: word.root, as: UTF8.self), word.weight * share) }
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
