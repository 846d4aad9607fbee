internal import Curation
public import Developments
internal import Publishing

/// What a desk's `Feeds/desk.yml` says, with defaults for what it leaves out.
///
/// ``SettingKey/all`` has each key's name, meaning and allowed values; `demarche init` writes them into the file.
public struct Settings: Sendable {
    /// An e-mail address or page for the publishers whose feeds are read, sent in the User-Agent.
    public var contact = ""
    /// The title of the published feeds.
    public var title = "Diplomacy developments"
    /// What the desk wants of the titles of developments; their language is the first of ``languages``.
    public var titles = TitleRules()
    /// The IANA zone whose days the outputs count in.
    public var timeZone = "UTC"
    /// The `authorityName,date` of the feeds' tag URIs (RFC 4151).
    public var authority = ""
    /// Seconds: at first sight of a source, older entries are remembered and not published.
    public var backfill = 3 * 86_400
    /// Seconds that at least lie between two fetches of a source.
    public var interval = 1800
    /// Whether the pages of new entries are fetched.
    public var pages = true
    /// The most pages fetched for one source in one run; the others follow in the next.
    public var pagesPerSource = 50
    /// The most pages fetched in one run; the others follow in the next.
    public var maxPages = 5000
    /// Whether the pages of kept articles are looked at again for silent edits.
    public var revisit = true
    /// The languages whose articles are published without review.
    public var languages = ["en"]
    /// The relevance from which an article is kept.
    public var keepThreshold = CurationSettings().keepThreshold
    /// The relevance from which an article is put up for review.
    public var reviewThreshold = CurationSettings().reviewThreshold
    /// The desk's own rules of curation.
    public var rules = Rules()
    /// How the network is used.
    public var network = Network()
    /// What is published, and how.
    public var publish = Publish()
    /// Seconds for which texts are kept.
    public var retention = Retention()
    /// Megabytes that must be free on the disk for a run to start.
    public var minimumFree = 500
    /// What single sources need to be asked, by their id.
    public var access: [String: SourceAccess] = [:]

    /// Creates the settings of a desk whose file says nothing.
    public init() {}

    /// The desk's own rules of curation, applied after the score in this order: keep, drop, tag.
    public struct Rules: Sendable {
        /// What is kept whatever its score.
        public var keep: [String] = []
        /// What is dropped whatever its score.
        public var drop: [String] = []
        /// What gets a topic of the desk's own.
        public var tag: [String] = []
    }

    /// How the network is used.
    public struct Network: Sendable {
        /// The most requests under way at once.
        public var concurrency = 50
        /// The most connections to one host.
        public var connectionsPerHost = 4
        /// Seconds between the starts of two page fetches from one host.
        public var pageSpacing = 1
        /// Seconds after which a request is given up.
        public var timeout = 30
        /// Megabytes, unpacked, beyond which a feed is refused.
        public var feedLimit = 10
        /// Megabytes, unpacked, beyond which a page is refused.
        public var pageLimit = 5
        /// Private address ranges that may be reached.
        public var allowPrivate: [String] = []
        /// A proxy for all requests; empty for none.
        public var proxy = ""
        /// A file of certificates to trust instead of the system's; empty for the system's.
        public var caFile = ""
        /// Whether robots.txt is obeyed for article pages.
        public var robots = true
    }

    /// What is published, and how.
    public struct Publish: Sendable {
        /// Every name that ``also`` may hold.
        static let furtherFiles = PublicationSettings.Extra.allCases.map(\.rawValue)

        /// Whether licences bind the outputs.
        public var audience = Audience.public
        /// Where `Output/` is served; empty when it is not.
        public var baseURL = ""
        /// The WebSub hub that the feeds name; empty for none.
        public var hub = ""
        /// How far down in its articles an act of one origin may be told for feeds and pages to show it.
        public var prominence = Prominence.lead
        /// Further files to write, by name.
        public var also: [String] = []
        /// The days that the CSV files go back.
        public var days = 90
        /// Whether the CSV files start with a byte order mark.
        public var bom = false
        /// What parts the cells of the CSV files.
        public var delimiter = ","
        /// Whether text cells are written without the guard against formulas.
        public var raw = false
    }

    /// Who reads the outputs.
    public enum Audience: String, CaseIterable, Sendable {
        /// Anybody: each source's licence binds.
        case `public`
        /// The desk alone.
        case `private`
    }

    /// Days for which texts are kept; ids and hashes are kept for ever.
    public struct Retention: Sendable {
        /// Of fetched pages.
        public var pages = 14
        /// Of dropped articles.
        public var dropped = 30
        /// Of kept articles.
        public var kept = 400
    }
}
