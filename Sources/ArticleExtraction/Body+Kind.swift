internal import Markup
internal import Notation

extension Body {
    /// What the page is when it is no article: word to the reader, or a front page; nil when it may be an article.
    func otherKind(words: WordLists) -> ExtractedArticle.Kind? {
        if isNotice(words) { return .notice }
        return isIndex ? .index : nil
    }

    /// Whether most of a short text speaks of consent, logging in, or a story that is not to be had.
    private func isNotice(_ words: WordLists) -> Bool {
        let kept = blocks.indices.filter { verdicts[$0] == .kept }
        let length = kept.reduce(0) { $0 + blocks[$1].text.count }
        guard length > 0, length <= Self.longestNotice else { return false }
        let prose = kept.filter { blocks[$0].text.count >= 40 }
        let told = prose.count { words.notices.speaks(list.text(blocks[$0])) }
        return told > 0 && told * 2 >= prose.count
    }

    /// Whether the page lists articles: headings that are links, each with a few lines.
    private var isIndex: Bool {
        let headings = inside.filter { blocks[$0].form == .heading && blocks[$0].linkShare > 0.75 }
        let isWebsite = metadata.isWebsite && !metadata.hasArticleMarks
        guard headings.count >= (isWebsite ? 2 : 5) else { return false }
        let prose = inside.filter { verdicts[$0] == .kept && isProse(blocks[$0]) }
        let before = prose.count { $0 < headings[0] }
        let length = prose.reduce(0) { $0 + blocks[$1].text.count }
        return before == 0 && length <= headings.count * Self.longestTeaser && !metadata.hasArticleMarks
    }

    /// Bytes: a longer text is no notice.
    private static let longestNotice = 1500
    /// Bytes of text under a heading of a list.
    private static let longestTeaser = 500
}

/// Words by which a text is known to be a notice to the reader: data, from `notice-phrases.tsv`.
struct NoticePhrases: Sendable {
    private var phrases: [[UInt8]] = []

    mutating func add(_ phrase: String) { phrases.append(Array(TextFolding.folded(phrase).utf8)) }

    /// Whether a text has one of the phrases.
    func speaks(_ text: ArraySlice<UInt8>) -> Bool {
        let folded = Array(TextFolding.folded(String(decoding: text.prefix(1000), as: UTF8.self)).utf8)
        return phrases.contains { folded.holds($0) }
    }
}
