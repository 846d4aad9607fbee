/// Who answers for an article: the paper, agency or ministry, whichever feed carried it.
public struct Outlet: Hashable, Codable, Sendable {
    /// Names it for ever: its host without `www`, or the first of its hosts; else its source's id, else its name.
    public var id: String
    /// What people read.
    public var name: String
    /// Its page; empty when unknown.
    public var siteURL: String
    /// ISO 3166-1 alpha-3 of its seat; empty when unknown.
    public var country: String
    /// What kind of publisher it is; nil when unknown.
    public var kind: Source.Kind?
    /// The publisher behind several outlets, which counts once; empty: the outlet itself.
    public var owner: String
    /// Whether a state runs it.
    public var isStateMedia: Bool
    /// How much of its text may be published; nil: as much as of the source that carried it.
    public var licence: Source.Licence?

    /// Creates an outlet; what is not known of it stays empty.
    public init(
        id: String, name: String, siteURL: String = "", country: String = "", kind: Source.Kind? = nil,
        owner: String = "", isStateMedia: Bool = false, licence: Source.Licence? = nil
    ) {
        self.id = id
        self.name = name
        self.siteURL = siteURL
        self.country = country
        self.kind = kind
        self.owner = owner
        self.isStateMedia = isStateMedia
        self.licence = licence
    }

    /// Creates the outlet whose own feed a source is.
    init(of source: Source) {
        self.init(
            id: source.outlet?.id ?? source.id,
            name: source.outlet?.name ?? (source.title.isEmpty ? source.id : source.title), siteURL: source.siteURL,
            country: source.country, kind: source.kind, owner: source.owner,
            isStateMedia: source.isStateMedia ?? false, licence: source.licence)
    }

    /// The group that counts once: the owner, or the outlet itself.
    public var ownerGroup: String { owner.isEmpty ? id : owner }
}

/// What an outlet answers for, and a source carried.
public protocol Credited {
    /// The source whose feed carried it.
    var sourceID: String { get }
    /// The outlet that it belongs to; nil: the source's own.
    var outlet: Outlet? { get }
}

extension Article: Credited {}
extension Report: Credited {}

extension [String: Source] {
    /// Returns who answers for an article or a report.
    public func outlet(of item: some Credited) -> Outlet {
        item.outlet ?? self[item.sourceID].map(Outlet.init(of:)) ?? Outlet(id: item.sourceID, name: item.sourceID)
    }
}
