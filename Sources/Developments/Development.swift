public import Curation
public import Notation

/// One act as told by all its reports.
///
/// The reports are what is known; everything that is shown is derived from them by the rules of `Development+Claims`, so
/// that an edited article changes the development by replacing its report.
public struct Development: Hashable, Codable, Sendable {
    /// `d-…`, made from the first article and the event's evidence; it never changes.
    public var id: String
    /// The story it belongs to, `s-…`.
    public var storyID: String
    /// When we first saw it.
    public var firstSeen: Timestamp
    /// When a material field last changed.
    public var lastChanged: Timestamp
    /// 1 at first sight, one more with each run that changed a material field.
    public var revision: Int
    /// What each article says, in the order in which the articles were grouped.
    public var reports: [Report]
    /// The development into which this one was merged; nil while it stands alone.
    public var mergedInto: String?
    /// The fields that a person gave a value.
    public var corrections: [FieldCorrection] = []
    /// The development whose act, done before, this one undoes; empty for most.
    public var supersedes = ""
    /// The development that undoes this one's act; empty while it stands.
    public var supersededBy = ""
    /// The development out of which a person split this one; empty for others.
    public var splitFrom = ""
    /// The article whose words are its title, until a material change; empty before one was chosen.
    public var titleArticleID = ""

    /// Creates a development from its first report.
    public init(id: String, storyID: String, firstSeen: Timestamp, reports: [Report]) {
        self.id = id
        self.storyID = storyID
        self.firstSeen = firstSeen
        self.reports = reports
        lastChanged = firstSeen
        revision = 1
    }
}

/// What one article says of one act.
public struct Report: Hashable, Codable, Sendable {
    /// The article.
    public var articleID: String
    /// The article's source.
    public var sourceID: String
    /// The outlet that the article belongs to; nil: the source's own.
    public var outlet: Outlet?
    /// When the article was published, else fetched.
    public var published: Timestamp
    /// The article's headline.
    public var title: String
    /// What of the headline may be a title, and what kind of piece it announces; nil in reports of older versions.
    public var headline: Headline?
    /// The article's address.
    public var url: String
    /// The article's language, BCP 47.
    public var language: String
    /// The article's relevance, 0...1.
    public var relevance: Double
    /// Where in the article the act is told.
    public var prominence: Prominence
    /// Whether the article is a copy of another and confirms nothing.
    public var isCopy: Bool
    /// The act as this article tells it.
    public var event: Event
    /// The states and bodies that the article names first; nil in what was stored before they were kept.
    public var named: [String]?
    /// Whether the article is news of diplomacy beyond doubt, whatever its act.
    public var surelyRelevant: Bool?

    /// Creates the report of an article on one of its events.
    public init(article: Article, event: Event, prominence: Prominence, headline: Headline? = nil) {
        articleID = article.id
        sourceID = article.sourceID
        outlet = article.outlet
        published = article.sortTime
        title = article.title
        self.headline = headline
        url = article.canonicalURL
        language = article.language
        relevance = article.curated.score
        isCopy = article.duplicateOf != nil
        named = article.curated.countries
        surelyRelevant = article.curated.surelyRelevant
        self.prominence = prominence
        self.event = event
    }
}

/// Where in an article an act is told.
public enum Prominence: String, CaseIterable, Hashable, Codable, Sendable, Comparable {
    /// The act that the article is news about.
    case title
    /// In the first two paragraphs.
    case lead
    /// Further down.
    case body

    /// Whether `left` is the more prominent place.
    public static func < (left: Prominence, right: Prominence) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// Developments that belong together over days.
public struct Story: Hashable, Codable, Sendable {
    /// `s-…`, made from its first development; it never changes.
    public var id: String
    /// The headline of its first article that is news; empty before one came.
    public var title: String
    /// The source whose words the title is; empty for a title that older versions made.
    public var sourceID: String
    /// The time of its newest report.
    public var lastReport: Timestamp

    /// Creates a story.
    public init(id: String, title: String, sourceID: String = "", lastReport: Timestamp) {
        self.id = id
        self.title = title
        self.sourceID = sourceID
        self.lastReport = lastReport
    }
}

/// A material difference of a development.
public struct Change: Hashable, Codable, Sendable {
    /// What brought the change about.
    public enum Cause: String, CaseIterable, Hashable, Codable, Sendable {
        /// A new article.
        case article
        /// An article that its publisher changed.
        case edit
        case correction, recode
    }

    /// `c-…`.
    public var id: String
    /// When we saw it.
    public var when: Timestamp
    /// The development that changed.
    public var developmentID: String
    /// The development's revision after the change.
    public var revision: Int
    /// The column of `developments.csv` that changed.
    public var field: String
    /// The value before; empty when there was none.
    public var old: String
    /// The value after; empty when there is none.
    public var new: String
    /// What brought the change about.
    public var cause: Cause
    /// The article that brought it; empty for a correction.
    public var articleID: String

    /// Creates a change.
    public init(
        id: String, when: Timestamp, developmentID: String, revision: Int, field: String, old: String, new: String,
        cause: Cause, articleID: String
    ) {
        self.id = id
        self.when = when
        self.developmentID = developmentID
        self.revision = revision
        self.field = field
        self.old = old
        self.new = new
        self.cause = cause
        self.articleID = articleID
    }
}
