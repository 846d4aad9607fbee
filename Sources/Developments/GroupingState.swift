public import Notation

/// What grouping remembers of the past: everything that a new article could belong to.
public struct GroupingState: Sendable {
    /// The developments with a report within the window, and those that the articles to be grouped already report.
    public var developments: [Development]
    /// The stories of these developments and traces.
    public var stories: [Story]
    /// The articles within the window.
    public var traces: [ArticleTrace]

    /// Creates a state; a new desk starts with an empty one.
    public init(developments: [Development] = [], stories: [Story] = [], traces: [ArticleTrace] = []) {
        self.developments = developments
        self.stories = stories
        self.traces = traces
    }
}

/// What grouping keeps of an article so that later ones can be compared with it without their texts.
public struct ArticleTrace: Hashable, Sendable {
    /// The article.
    public var articleID: String
    /// The story that it belongs to.
    public var storyID: String
    /// The time that orders it.
    public var time: Timestamp
    /// The publisher's group, which counts once.
    public var ownerGroup: String
    /// The normal form of its address, by which the same page is known again; empty when it has none.
    public var address: String
    /// Hashes of its runs of four words, in rising order.
    public var shingles: [UInt32]
    /// What its words are.
    public var words: TermVector
    /// Who takes part in its acts, and with whom.
    public var parties: TermVector
    /// The article of which it is a copy; empty when it is none.
    public var duplicateOf: String
    /// The parties of the act that it is news about, as codes in alphabetical order.
    public var primaryParties: [String] = []
    /// The pairs of parties in its acts, such as `IRN-USA`, in alphabetical order.
    public var pairs: [String] = []
    /// Whether `time` is when the article was published; else it is when it was fetched.
    public var isDated = true
    /// When it was first fetched.
    public var fetched: Timestamp

    /// Creates the trace of an article that was fetched when it was published.
    public init(
        articleID: String, storyID: String, time: Timestamp, ownerGroup: String, address: String, shingles: [UInt32],
        words: TermVector, parties: TermVector, duplicateOf: String = ""
    ) {
        self.articleID = articleID
        self.storyID = storyID
        self.time = time
        self.ownerGroup = ownerGroup
        self.address = address
        self.shingles = shingles
        self.words = words
        self.parties = parties
        self.duplicateOf = duplicateOf
        fetched = time
    }
}

/// What a run of grouping found out: everything here is to be stored at once.
public struct GroupingResult: Sendable {
    /// The developments that are new or differ from before.
    public var developments: [Development]
    /// The stories that are new or differ from before.
    public var stories: [Story]
    /// The material differences, in order.
    public var changes: [Change]
    /// Where each of the articles ended up.
    public var placements: [Placement]
    /// What is to be remembered of each of the articles.
    public var traces: [ArticleTrace]
    /// What is left to a person.
    public var doubts: [Doubt] = []

    /// Creates a result, empty unless told otherwise.
    public init(
        developments: [Development] = [], stories: [Story] = [], changes: [Change] = [], placements: [Placement] = [],
        traces: [ArticleTrace] = []
    ) {
        self.developments = developments
        self.stories = stories
        self.changes = changes
        self.placements = placements
        self.traces = traces
    }

    /// Where an article belongs.
    public struct Placement: Hashable, Sendable {
        /// The article.
        public var articleID: String
        /// The story; empty when the article is in none.
        public var storyID: String
        /// The developments that it reports, in the order of its events.
        public var developmentIDs: [String]
        /// The article of which it is a copy; nil when it is none.
        public var duplicateOf: String?

        /// Creates a placement.
        public init(articleID: String, storyID: String, developmentIDs: [String], duplicateOf: String? = nil) {
            self.articleID = articleID
            self.storyID = storyID
            self.developmentIDs = developmentIDs
            self.duplicateOf = duplicateOf
        }
    }
}
