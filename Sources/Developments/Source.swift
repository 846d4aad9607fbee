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

    /// Names the source for ever; the key of everything stored about it.
    public var id: String
    /// What people read.
    public var title: String
    /// Where the feed is.
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
    /// The publisher behind several sources, which counts once; empty: the source itself.
    public var owner: String
    /// How much of its text may be published.
    public var licence: Licence
    /// Whether nothing of it may appear in the outputs.
    public var isPrivate: Bool

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

    /// The group that counts once: the owner, or the source itself.
    public var ownerGroup: String { owner.isEmpty ? id : owner }
}
