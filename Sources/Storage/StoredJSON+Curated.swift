internal import Curation
internal import Notation

extension StoredJSON {
    /// The written form of what curation says of an article: the short one where that will do.
    static func text(curated: CuratedArticle) throws -> String {
        try ShortCuration.text(curated) ?? text(curated)
    }

    /// Reads what ``text(curated:)`` wrote.
    static func curated(from text: String) throws -> CuratedArticle {
        if ShortCuration.isForm(of: text), let curated = ShortCuration.curated(from: text) { return curated }
        return try value(CuratedArticle.self, from: text)
    }

    /// Reads the reasons alone of what ``text(curated:)`` wrote.
    static func reasons(in text: String) throws -> [Reason] {
        if ShortCuration.isForm(of: text) { return try curated(from: text).why }
        struct Reasons: Decodable { var why: [Reason] }
        return try value(Reasons.self, from: text).why
    }
}
