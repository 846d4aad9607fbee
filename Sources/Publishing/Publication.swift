public import Curation
public import Developments
public import Notation

/// Everything that a desk has to publish, as it is stored: licences and privacy are applied by ``Publisher``.
public struct Publication: Sendable {
    /// The developments, in any order; merged ones too.
    public var developments: [Development]
    /// The stories by their ids.
    public var stories: [String: Story]
    /// The kept articles, in any order.
    public var articles: [Article]
    /// Every source by its id, also those no longer subscribed: what a source that is missing here said is withheld.
    public var sources: [String: Source]
    /// What was decided in the last day, for how the outputs were made.
    public var sifted: Sifting
    /// The material changes, in any order.
    public var changes: [Change]
    /// The entries that a decision of the desk took out of the feed, also those that came back.
    public var tombstones: [Tombstone] = []
    /// The developments that differ from what is published; nil when all may.
    ///
    /// The pages of the others stay as they are, so that a run costs what is new and not what is stored.
    public var touched: Set<String>?
    /// How the runs went.
    public var facts: RunFacts
    /// The desk's clock.
    public var now: Timestamp

    /// Creates a publication.
    public init(
        developments: [Development], stories: [String: Story] = [:], articles: [Article] = [],
        sources: [String: Source], changes: [Change] = [], sifted: Sifting = Sifting(), facts: RunFacts = RunFacts(),
        now: Timestamp
    ) {
        self.developments = developments
        self.stories = stories
        self.articles = articles
        self.sources = sources
        self.changes = changes
        self.sifted = sifted
        self.facts = facts
        self.now = now
    }
}

/// What was decided of the articles of the last day.
public struct Sifting: Sendable {
    /// How many articles were kept, put up for review and dropped.
    public var counts: [Decision: Int]
    /// The newest of those that were not kept; of the dropped ones with the reasons.
    public var latest: [Article]

    /// Creates a sifting.
    public init(counts: [Decision: Int] = [:], latest: [Article] = []) {
        self.counts = counts
        self.latest = latest
    }
}

/// How the runs went, for monitoring.
public struct RunFacts: Hashable, Sendable {
    /// A source that fails.
    public struct FailingSource: Hashable, Sendable {
        /// The source.
        public var sourceID: String
        /// When it last succeeded; nil when it never did.
        public var lastSuccess: Timestamp?
        /// What is wrong, in words for a reader; never a raw network error.
        public var words: String

        /// Creates a failing source.
        public init(sourceID: String, lastSuccess: Timestamp?, words: String) {
            self.sourceID = sourceID
            self.lastSuccess = lastSuccess
            self.words = words
        }
    }

    /// When the last run began; nil before the first.
    public var lastRun: Timestamp?
    /// When a run last succeeded.
    public var lastSuccess: Timestamp?
    /// How many sources answered when they were last asked.
    public var sourcesOK: Int
    /// How many did not.
    public var sourcesFailing: Int
    /// The oldest of the sources' last successes.
    public var oldestSuccess: Timestamp?
    /// The sources that fail.
    public var failing: [FailingSource]
    /// When each source last had something new, by the source's id.
    public var lastNew: [String: Timestamp]

    /// How much of what was shown people found right; nil where nobody looked.
    public var audit: AuditTally?

    /// The times without any run that succeeded which lasted longer than a day, and ended.
    public var outages: [Outage] = []

    /// A time without any run that succeeded.
    public struct Outage: Hashable, Sendable {
        /// The last success before it.
        public var start: Timestamp
        /// The first success after it.
        public var end: Timestamp

        /// Creates an outage.
        public init(start: Timestamp, end: Timestamp) {
            self.start = start
            self.end = end
        }
    }

    /// Creates the facts; by default those of a desk that never ran.
    public init(
        lastRun: Timestamp? = nil, lastSuccess: Timestamp? = nil, sourcesOK: Int = 0, sourcesFailing: Int = 0,
        oldestSuccess: Timestamp? = nil, failing: [FailingSource] = [], lastNew: [String: Timestamp] = [:]
    ) {
        self.lastRun = lastRun
        self.lastSuccess = lastSuccess
        self.sourcesOK = sourcesOK
        self.sourcesFailing = sourcesFailing
        self.oldestSuccess = oldestSuccess
        self.failing = failing
        self.lastNew = lastNew
    }
}
