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

    /// Creates a state; the default is that of a source never fetched.
    public init(due: Timestamp? = nil, isFirstSight: Bool = true, bytes: [UInt8] = []) {
        self.due = due
        self.isFirstSight = isFirstSight
        self.bytes = bytes
    }
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

    /// The entry's id in its feed, else its link, else a hash.
    public var key: String
    /// The hash of what the feed says of it, by which an edit is noticed.
    public var contentHash: String
    /// How far it has come.
    public var standing: Standing
    /// The article made of it; empty when there is none.
    public var articleID: String

    /// Creates what is remembered.
    public init(key: String, contentHash: String, standing: Standing, articleID: String = "") {
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
