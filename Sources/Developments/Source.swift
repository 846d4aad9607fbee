/// A subscription, with an id that outlives its URL, and what is known of its publisher.
public struct Source: Hashable, Codable, Sendable {
    /// What kind of publisher it is.
    public enum Kind: String, CaseIterable, Hashable, Codable, Sendable {
        case official, agency, newspaper, broadcaster, magazine
        case thinkTank = "think_tank"
        case organisation, academic, aggregator
    }

    /// How much of a source's text may be published.
    public enum Licence: String, CaseIterable, Hashable, Codable, Sendable {
        /// Codes and link only.
        case none
        /// Also the title, our summary, the evidence sentences (at most 60 words) and short quotes.
        case link
        /// Also the first 300 characters at most.
        case excerpt
        /// Also the text.
        case full
    }

    /// Where the text of a source's articles comes from.
    public enum Text: String, CaseIterable, Hashable, Codable, Sendable {
        /// The feed's entries hold it whole; no page is fetched.
        case feed
        /// The pages that the entries link to.
        case page
    }

    /// How entries are found on a page that lists articles and is no feed.
    public struct Listing: Hashable, Codable, Sendable {
        /// What an article's address looks like, `*` standing for any characters.
        public var links: String
        /// An XPath 1.0 expression for the title, evaluated at the link; empty: the link's own text.
        public var title: String
        /// An XPath 1.0 expression for the date, evaluated at the link; empty: no date.
        public var date: String

        /// Creates a description of a page.
        public init(links: String, title: String = "", date: String = "") {
            self.links = links
            self.title = title
            self.date = date
        }
    }

    /// Names the source for ever; the key of everything stored about it.
    public var id: String
    /// What people read.
    public var title: String
    /// Where the feed is: a URL, or a file or folder in or outside the desk.
    public var feedURL: String
    /// The publisher's page; empty when unknown.
    public var siteURL: String
    /// BCP 47; empty when unknown.
    public var language: String
    /// An IANA zone name; empty when unknown.
    public var timeZone: String
    /// ISO 3166-1 alpha-3 of the publisher's seat; empty when unknown.
    public var country: String
    /// What kind of publisher it is; nil when unknown.
    public var kind: Kind?
    /// The publisher behind several sources, which counts once; empty: the outlet itself.
    public var owner: String
    /// How much of its text may be published.
    public var licence: Licence
    /// Whether a state runs the publisher; nil when unknown.
    public var isStateMedia: Bool?
    /// The outlet whose feed it is, as far as its site tells; nil: it is an outlet by itself.
    public var outlet: Outlet?
    /// Whether nothing of it may appear in the outputs.
    public var isPrivate: Bool
    /// Where its articles' text comes from; nil: as the desk's settings say.
    public var text: Text?
    /// How entries are found on a page that is no feed; nil for a feed.
    public var listing: Listing?

    /// Creates a source; facts that are not known stay empty, and the licence is `link`.
    public init(
        id: String, title: String, feedURL: String, siteURL: String = "", language: String = "", timeZone: String = "",
        country: String = "", kind: Kind? = nil, owner: String = "", licence: Licence = .link, isPrivate: Bool = false
    ) {
        self.id = id
        self.title = title
        self.feedURL = feedURL
        self.siteURL = siteURL
        self.language = language
        self.timeZone = timeZone
        self.country = country
        self.kind = kind
        self.owner = owner
        self.licence = licence
        self.isPrivate = isPrivate
    }

    /// The group that counts once: the owner, or the outlet itself.
    public var ownerGroup: String { owner.isEmpty ? outlet?.id ?? id : owner }
}
