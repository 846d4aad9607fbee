internal import Markup
internal import Notation

extension Metadata {
    /// Takes the language of the text where the page declares none, or another one that the text clearly is not in.
    mutating func checkLanguage(against body: Body) {
        guard !body.verdicts.isEmpty else { return }
        let kept = body.blocks.indices.filter { body.verdicts[$0] == .kept }
        func told(by blocks: ArraySlice<Int>) -> String? {
            let text = blocks.prefix(6).map { body.list.string(body.blocks[$0]) }.joined(separator: "\n")
            return LanguageDetection.language(of: String(text.prefix(Self.sampleLength)))
        }
        guard let declared = language else {
            language = told(by: kept[...])
            return
        }
        // Some systems call all that they publish English; the two halves of a text must agree that it is not.
        guard let primary = declared.split(separator: "-").first, Self.detected.contains(String(primary)),
            kept.count >= 4, let first = told(by: kept[..<(kept.count / 2)]), first != primary,
            first == told(by: kept[(kept.count / 2)...])
        else { return }
        language = first
    }

    /// The characters of a text that are enough to tell its language.
    private static let sampleLength = 800

    /// The languages that ``LanguageDetection`` tells apart: of others it cannot say that a text is not in them.
    private static let detected: Set<String> = ["en", "fr", "es", "pt", "de", "tr", "ru", "uk", "ar", "fa"]
}
