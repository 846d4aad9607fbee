public import Developments

/// What a desk decides about its outputs; the counterpart of `publish`, `csv` and `audience` in desk.yml.
public struct PublicationSettings: Hashable, Sendable {
    /// Who may read the outputs.
    public enum Audience: String, CaseIterable, Hashable, Codable, Sendable {
        /// Everyone: licences bind, and nothing of a private source is shown.
        case `public`
        /// The desk alone: licences and privacy of sources are lifted.
        case `private`
    }

    /// A file that is written only when it is asked for; the raw value is its name, or how its name ends.
    public enum Extra: String, CaseIterable, Hashable, Codable, Sendable {
        case links = "links.csv"
        case quotes = "quotes.csv"
        case meetings = "meetings.csv"
        case sources = "sources.csv"
        case jsonFeed = "feed.json"
        case calendar = "meetings.ics"
        case subscriptions = "sources.opml"
        /// What the columns of each table mean, one file beside each table.
        case metadata = "csv-metadata.json"
    }

    /// The title of the feeds.
    public var feedTitle: String
    /// The feeds' author.
    public var deskName: String
    /// The authority of all tag URIs, `name,year` (RFC 4151, section 2.1); it never changes.
    public var authority: String
    /// The public address of the output folder, with a slash at its end; nil when it has none.
    public var baseURL: String?
    /// The WebSub hub that the feeds name; empty for none.
    public var hub = ""
    /// The IANA zone in which our clock's `…_date` columns count their days.
    public var timeZone: String
    /// How many days the CSV files hold.
    public var csvDays: Int
    /// How CSV files are written.
    public var csv: CSVFormat
    /// How much the feeds hold.
    public var feedWindow: FeedWindow
    /// What the desk wants of titles.
    public var titles = TitleRules()
    /// How far down in its articles an act of one origin may be told for feeds and pages to show it.
    public var prominence = Prominence.lead
    /// Who may read the outputs.
    public var audience: Audience
    /// Which of the files that are off by default are written.
    public var also: Set<Extra>
    /// What people read for a code (`IRN` → Iran); a code without a label stands for itself.
    public var labels: [String: String]
    /// Our own version, for `generator`.
    public var version: String

    /// Creates settings with the documented defaults.
    public init(
        feedTitle: String, deskName: String, authority: String, baseURL: String? = nil, timeZone: String = "UTC",
        labels: [String: String] = [:], version: String
    ) {
        self.feedTitle = feedTitle
        self.deskName = deskName
        self.authority = authority
        self.baseURL = baseURL
        self.timeZone = timeZone
        self.labels = labels
        self.version = version
        csvDays = 90
        csv = CSVFormat()
        feedWindow = FeedWindow()
        audience = .public
        also = []
    }
}

/// How CSV files are written (RFC 4180 by default).
public struct CSVFormat: Hashable, Sendable {
    /// What parts the cells of a row.
    public enum Delimiter: String, CaseIterable, Hashable, Codable, Sendable {
        case comma = ","
        case semicolon = ";"
        case tab = "\t"

        /// The delimiter as a byte.
        var byte: UInt8 {
            switch self {
            case .comma: UInt8(ascii: ",")
            case .semicolon: UInt8(ascii: ";")
            case .tab: UInt8(ascii: "\t")
            }
        }
    }

    /// Whether the file starts with a byte order mark, which Excel wants.
    public var bom: Bool
    /// What parts the cells of a row.
    public var delimiter: Delimiter
    /// Whether cells that a spreadsheet would run as a formula are left as they are, for programs.
    public var raw: Bool

    /// Creates a format; by default commas, no byte order mark, and guarded cells.
    public init(bom: Bool = false, delimiter: Delimiter = .comma, raw: Bool = false) {
        self.bom = bom
        self.delimiter = delimiter
        self.raw = raw
    }
}

/// How much a feed holds: the last days, but never fewer or more entries than stated.
public struct FeedWindow: Hashable, Sendable {
    /// How many days back from the newest change.
    public var days: Int
    /// The entries that stay although they are older.
    public var minimum: Int
    /// The entries that fit at most.
    public var maximum: Int
    /// The bytes that the file has at most.
    public var bytes: Int

    /// Creates a window; by default 7 days, at least 200 and at most 500 entries, at most 2 MB.
    public init(days: Int = 7, minimum: Int = 200, maximum: Int = 500, bytes: Int = 2_000_000) {
        self.days = days
        self.minimum = minimum
        self.maximum = maximum
        self.bytes = bytes
    }
}
