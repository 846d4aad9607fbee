public import Curation
public import Notation

/// An entry of a feed with its page's extracted text and what curation says of it.
public struct Article: Hashable, Codable, Sendable {
    /// How much of the article its page held.
    public enum Extraction: String, CaseIterable, Hashable, Codable, Sendable {
        /// The whole body.
        case full
        /// The beginning only, as on a paywalled page.
        case lead
        /// The page was not read; the text is the feed's.
        case feed
        /// Neither page nor feed gave a text.
        case failed
    }

    /// `a-…`, made from the source's id and the entry's key.
    public var id: String
    /// The source whose feed carried it first.
    public var sourceID: String
    /// The outlet that it belongs to; nil: the source's own.
    public var outlet: Outlet?
    /// The entry's id in its feed, else its link, else a hash.
    public var entryKey: String
    /// The page's address; empty when the entry has none.
    public var url: String
    /// The address that the page itself names, else `url`.
    public var canonicalURL: String
    /// The headline as it reads now.
    public var title: String
    /// The headline at first sight.
    public var titleFirstSeen: String
    /// The people who wrote it.
    public var authors: [String]
    /// Who holds which rights, as the entry or its feed says; empty when neither does.
    public var rights = ""
    /// BCP 47; empty when unknown.
    public var language: String
    /// When it was published; nil when unknown.
    public var published: Timestamp?
    /// Whether `published` is known to the day only.
    public var publishedIsDay: Bool
    /// Whether a published time in the future was clamped to the time of fetching.
    public var publishedIsClamped: Bool
    /// When its publisher last changed it; nil when unknown.
    public var updated: Timestamp?
    /// When we first fetched it.
    public var fetched: Timestamp
    /// 1 at first sight, one more with each edit we saw.
    public var revision: Int
    /// What the last edit changed: `title`, `text`.
    public var changedFields: [String]
    /// The body: paragraphs parted by blank lines.
    public var text: String
    /// The number of words in `text`; it stays when old text is deleted.
    public var wordCount: Int
    /// How much of the article its page held.
    public var extraction: Extraction
    /// SHA-256 of title and text, in hexadecimal.
    public var sha256: String
    /// The article of which this is a copy; nil when it is none that we know of.
    public var duplicateOf: String?
    /// What curation says of it.
    public var curated: CuratedArticle

    /// Creates an article at its first revision.
    public init(
        id: String, sourceID: String, entryKey: String, url: String, title: String, text: String, fetched: Timestamp,
        extraction: Extraction, sha256: String, curated: CuratedArticle
    ) {
        self.id = id
        self.sourceID = sourceID
        self.entryKey = entryKey
        self.url = url
        self.title = title
        self.text = text
        self.fetched = fetched
        self.extraction = extraction
        self.sha256 = sha256
        self.curated = curated
        canonicalURL = url
        titleFirstSeen = title
        authors = []
        language = curated.language
        publishedIsDay = false
        publishedIsClamped = false
        revision = 1
        changedFields = []
        wordCount = Self.wordCount(of: text)
    }

    /// The time that orders articles: when it was published, else when we first fetched it.
    public var sortTime: Timestamp { published ?? fetched }

    /// Returns the number of stretches between white space (ASCII's, as extraction writes no other between words).
    public static func wordCount(of text: String) -> Int {
        var count = 0
        var isInWord = false
        for byte in text.utf8 {
            let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
            if !isSpace && !isInWord { count += 1 }
            isInWord = !isSpace
        }
        return count
    }
}
