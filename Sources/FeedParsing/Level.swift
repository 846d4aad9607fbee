public import Notation

/// What feeds, entries and the sources of entries have in common.
public struct Level: Hashable, Sendable {
    /// The permanent identifier, its characters as written.
    public var id: String?
    /// The headline or the feed's name.
    public var title: TextConstruct?
    /// Who holds which rights.
    public var rights: TextConstruct?
    /// The one page that a reader opens.
    public var link: String?
    /// All links in order.
    public var links: [Link] = []
    /// When it last changed.
    public var updatedDate: WrittenDate?
    /// When it was published.
    public var publishedDate: WrittenDate?
    /// When it was written.
    public var createdDate: WrittenDate?
    /// When it stops to hold.
    public var expiredDate: WrittenDate?
    /// From when to when it holds.
    public var validity: Validity?
    /// The language, BCP 47 as written.
    public var language: String?
    /// Who wrote it.
    public var authors: [Person] = []
    /// Who helped.
    public var contributors: [Person] = []
    /// Who publishes it.
    public var publisher: Person?
    /// What it is about.
    public var categories: [Category] = []
    /// The picture that stands for it.
    public var image: FeedImage?
    /// Where it is about.
    public var geo: Geometry?
    /// Whether a place was given that cannot be read.
    public var geoEmpty = false
    /// What it answers.
    public var inReplyTo: [Reply] = []
    /// How many comments there are.
    public var commentCount: Int?

    /// What a `source` keeps of its feed; at most one.
    var feedOnly: [FeedOnly] = []

    struct FeedOnly: Hashable, Sendable {
        var subtitle: TextConstruct?
        var generator: Feed.Generator?
        var icon: String?
        var logo: String?
    }

    /// Creates an empty level.
    public init() {}

    /// When it last changed; nil when not said or not readable.
    public var updated: Timestamp? { updatedDate?.instant }
    /// When it was published; nil when not said or not readable.
    public var published: Timestamp? { publishedDate?.instant }

    /// A stretch of time, each end as far as it is known.
    public struct Validity: Hashable, Sendable {
        /// From when.
        public var start: WrittenDate?
        /// Until when.
        public var end: WrittenDate?
    }
}

/// The feed's own members.
@dynamicMemberLookup
public struct Feed: Hashable, Sendable {
    /// What entries have as well.
    public var level = Level()
    /// What the feed is about.
    public var subtitle: TextConstruct?
    /// What a person should know who sees it raw (Atom 0.3).
    public var info: TextConstruct?
    /// The program that wrote it.
    public var generator: Generator?
    /// A small square picture's URL.
    public var icon: String?
    /// A picture's URL.
    public var logo: String?
    /// Hubs to subscribe at (WebSub).
    public var hubs: [String] = []
    /// Other pages of the feed, by relation: `first`, `next`, … (RFC 5005).
    public var paging: [(relation: String, url: String)] { pages.map { ($0.rel, $0.href) } }
    var pages: [Link] = []
    /// Whether the feed holds all its entries (RFC 5005 section 2).
    public var isComplete = false
    /// Whether the feed is an archive page (RFC 5005 section 4).
    public var isArchive = false
    /// Where the format is described.
    public var docs: String?
    /// Minutes to wait before fetching again.
    public var ttl: Int?
    /// Hours (UTC) in which nothing new comes.
    public var skipHours: [Int] = []
    /// Days on which nothing new comes.
    public var skipDays: [String] = []
    /// How often it changes: `period`, `frequency`, `base`.
    public var syndication: [String: String] = [:]
    /// Whom to ask for notices: the attributes of RSS `cloud`.
    public var cloud: [String: String] = [:]
    /// A search box: `title`, `name`, `description`, `link`.
    public var textInput: [String: String] = [:]
    /// Where to report errors.
    public var errorReportsTo: String?

    /// Creates an empty feed.
    public init() {}

    /// The members that entries have as well.
    public subscript<Value>(dynamicMember path: KeyPath<Level, Value>) -> Value { level[keyPath: path] }

    /// The program that wrote a feed; what is not given is empty.
    public struct Generator: Hashable, Sendable {
        /// Its name.
        public var name = ""
        /// Its page.
        public var uri = ""
        /// Its version.
        public var version = ""
    }
}

/// One item of a feed.
@dynamicMemberLookup
public struct Entry: Hashable, Sendable {
    /// What feeds have as well.
    public var level = Level()
    /// Names the entry within its feed: its id, else its link, else a hash of title, date and text; never twice in a feed.
    public var key = ""
    /// A short text or teaser.
    public var summary: TextConstruct?
    /// The text itself, or parts of it.
    public var content: [TextConstruct] = []
    /// Files that come with it.
    public var enclosures: [Enclosure] = []
    /// The feed that it was taken from.
    public var source: Level? {
        get { sources.first }
        set { sources = newValue.map { [$0] } ?? [] }
    }
    /// At most one; in an array, for few entries have it and it is as large as the entry.
    private var sources: [Level] = []
    /// The URL of that feed (RSS).
    public var sourceURL: String?
    /// The page with comments.
    public var comments: String?
    /// Where to post comments (wfw:comment).
    public var commentAPI: String?
    /// The feed of comments (wfw:commentRss).
    public var commentsFeed: String?
    /// Whether the link was taken from a permalink `guid`.
    public var idIsLink = false
    /// Pictures, films and sounds of Media RSS, groups flattened.
    public var media: [MediaObject] = []
    /// Small pictures of Media RSS.
    public var thumbnails: [MediaObject] = []
    /// A page that plays the media.
    public var playerURL: String?
    /// What Media RSS tells of the media, until it is known whether there is a better text.
    var mediaText: TextConstruct?

    /// Creates an empty entry.
    public init() {}

    /// The members that feeds have as well.
    public subscript<Value>(dynamicMember path: KeyPath<Level, Value>) -> Value { level[keyPath: path] }

    /// The fullest plain text that the feed gives: the longest content, else the summary.
    public var text: String {
        let longest = content.max { $0.text.utf8.count < $1.text.utf8.count }
        return longest.map(\.text).flatMap { $0.isEmpty ? nil : $0 } ?? summary?.text ?? ""
    }
}
