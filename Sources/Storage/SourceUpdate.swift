public import Developments
public import Notation

/// What is stored of a source between runs.
public struct StoredFetchState: Hashable, Sendable {
    /// When it is to be fetched next; nil: at once.
    public var due: Timestamp?
    /// Whether no fetch of it has succeeded yet, so that old entries are only remembered as seen.
    public var isFirstSight: Bool
    /// Validators, pacing, failures: written and read by the owner of the fetch state; empty at first.
    public var bytes: [UInt8]
    /// Whether entries of it may be known; as `false` the store says that there are none, and need not be asked for any.
    public var hasEntries = true
    /// What the identifiers of its entries are worth.
    public var guids: GUIDWorth = []

    /// Creates a state; the default is that of a source never fetched.
    public init(due: Timestamp? = nil, isFirstSight: Bool = true, bytes: [UInt8] = []) {
        self.due = due
        self.isFirstSight = isFirstSight
        self.bytes = bytes
    }
}

/// What a source's identifiers of entries have shown themselves to be worth.
public struct GUIDWorth: OptionSet, Hashable, Sendable {
    /// What is stored.
    public let rawValue: Int

    /// Creates what was stored.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Different entries had the same one.
    public static let reused = GUIDWorth(rawValue: 1)
    /// One entry had different ones.
    public static let changed = GUIDWorth(rawValue: 2)
}

/// What is remembered of an entry for ever.
public struct KnownEntry: Hashable, Sendable {
    /// How far an entry has come.
    public enum Standing: Int, Hashable, Sendable {
        /// Remembered so that it never returns as new; neither fetched nor curated.
        case seen = 0
        /// Its article is stored.
        case done = 1
        /// Its page failed and is to be tried again.
        case pending = 2
    }

    /// Hashes by which an entry is known again when its identifier is another; nil: not known.
    public struct Marks: Hashable, Sendable {
        /// Of the identifier that it had last.
        public var guid: Int64?
        /// Of its page's address; of title and day for one that has neither address nor identifier.
        public var page: Int64?
        /// Of its headline.
        public var headline: Int64?
        /// Of the feed's text.
        public var text: Int64?

        /// Creates marks.
        public init(guid: Int64? = nil, page: Int64? = nil, headline: Int64? = nil, text: Int64? = nil) {
            self.guid = guid
            self.page = page
            self.headline = headline
            self.text = text
        }
    }

    /// What names the entry among those of its source: at first sight its id in the feed, else its link, else a hash.
    public var key: String
    /// The hash of what the feed says of it, by which an edit is noticed.
    public var contentHash: String
    /// How far it has come.
    public var standing: Standing
    /// The article made of it; empty when there is none.
    public var articleID: String
    /// By which it is known again.
    public var marks: Marks
    /// The headline of the article made of it; empty when there is none.
    ///
    /// It is read, never written.
    public var title = ""

    /// Creates what is remembered.
    public init(
        key: String, contentHash: String, standing: Standing, articleID: String = "", marks: Marks = Marks()
    ) {
        self.marks = marks
        self.key = key
        self.contentHash = contentHash
        self.standing = standing
        self.articleID = articleID
    }
}

/// An entry whose page is to be tried again, or looked at again for edits although the entry is done.
public struct PendingPage: Hashable, Sendable {
    /// The source.
    public var sourceID: String
    /// The entry.
    public var key: String
    /// How often it was tried.
    public var attempts: Int
    /// When to try next.
    public var due: Timestamp
    /// The entry itself, which may have left its feed by then: written and read by the owner.
    public var entry: [UInt8]

    /// Creates a pending page.
    public init(sourceID: String, key: String, attempts: Int, due: Timestamp, entry: [UInt8]) {
        self.sourceID = sourceID
        self.key = key
        self.attempts = attempts
        self.due = due
        self.entry = entry
    }
}

/// Everything that one fetch of a source brought, stored at once.
public struct SourceUpdate: Sendable {
    /// The source.
    public var sourceID: String
    /// Its state after the fetch.
    public var state: StoredFetchState
    /// The entries that are new or differ from what was known.
    public var entries: [KnownEntry]
    /// The articles that are new, or read again because their entry or page changed.
    public var articles: [Article]
    /// The pages to be tried again; their entries must be known or among `entries`.
    public var pendingPages: [PendingPage]
    /// The marks of known entries that have others now, by key.
    public var marks: [String: KnownEntry.Marks] = [:]
    /// The clock's time.
    public var now: Timestamp

    /// Creates an update.
    public init(
        sourceID: String, state: StoredFetchState, entries: [KnownEntry] = [], articles: [Article] = [],
        pendingPages: [PendingPage] = [], now: Timestamp
    ) {
        self.sourceID = sourceID
        self.state = state
        self.entries = entries
        self.articles = articles
        self.pendingPages = pendingPages
        self.now = now
    }
}

/// What became of an update's articles.
public struct SaveOutcome: Hashable, Sendable {
    /// Articles not known before.
    public var new: [String] = []
    /// Articles whose title or text changed.
    public var revised: [String] = []
    /// Articles that are as they were.
    public var unchanged: [String] = []
}
