internal import Foundation
internal import Notation

/// What tells whose an article is.
public struct OutletClues: Sendable {
    /// What the item's `source` element says.
    public var sourceName = ""
    /// Where the item's `source` element leads.
    public var sourceURL = ""
    /// Whom the article's page names as the one it was taken from, else as its site.
    public var publisher = ""
    /// The headline.
    public var title = ""
    /// The addresses of the article, the one that was read first.
    public var addresses: [String] = []
    /// The page that the feed says it is of.
    public var home = ""

    /// Creates clues that tell nothing yet.
    public init() {}
}

extension OutletTable {
    /// Returns the outlet that an article belongs to: the item's `source` element; the page's own word and the headline's
    /// affix where the link leads to somebody who carries the articles of others; the link's host.
    ///
    /// - Parameters:
    ///   - clues: what item and page say.
    ///   - source: the subscription.
    /// - Returns: the outlet; nil when it is the source's own.
    public func outlet(_ clues: OutletClues, in source: Source) -> Outlet? {
        let own = [source.siteURL, source.feedURL, clues.home].compactMap(Self.host)
        guard let found = sourceElement(clues) ?? carried(clues, in: source, own) ?? linked(clues, in: source, own)
        else { return nil }
        return found.id == source.outlet?.id ? nil : found
    }

    /// Returns the outlet of an address, for an article without a source; nil when its host tells none.
    public func outlet(ofAddress address: String) -> Outlet? {
        Self.host(of: WrappedLink.innermost(address)).map(outlet(ofHost:))
    }

    /// Returns the address of the article itself: what its page states, unless that is an archive's or an aggregator's;
    /// else what the link leads to.
    public func original(of address: String, stated: String?) -> String {
        if let stated, URLReference(stated).isHTTP {
            let host = Self.host(of: stated)
            if host.map(leadsToOutlet) ?? true || host == Self.host(of: address) { return stated }
        }
        return WrappedLink.innermost(address)
    }

    /// What the item's `source` element says.
    private func sourceElement(_ clues: OutletClues) -> Outlet? {
        let host = Self.host(of: clues.sourceURL)
        if let host, leadsToOutlet(host) {
            var outlet = outlet(ofHost: host)
            if outlet.name == host, !clues.sourceName.isEmpty { outlet.name = clues.sourceName }
            return outlet
        }
        return entry(named: clues.sourceName).flatMap { $0.role == .outlet ? $0.outlet : nil }
    }

    /// Whether a host shows articles of its own, as far as is known.
    private func leadsToOutlet(_ host: String) -> Bool { entry(ofHost: host).map { $0.role == .outlet } ?? true }

    /// Whose an article is that somebody else carries: what the page says, then the headline's affix.
    private func carried(_ clues: OutletClues, in source: Source, _ own: [String]) -> Outlet? {
        let host = clues.addresses.lazy.map(WrappedLink.innermost).compactMap(Self.host).first
        let isCarrier =
            host.map { host in
                !leadsToOutlet(host) || source.kind == .aggregator && own.contains { Self.isSameSite($0, host) }
            } ?? (source.kind == .aggregator)
        guard isCarrier else { return nil }
        if let entry = entry(named: clues.publisher), entry.role == .outlet { return entry.outlet }
        return affix(of: clues.title, at: host)
    }

    /// The outlet that a headline ends with: `Headline - Outlet`, `Headline | outlet.example`.
    private func affix(of title: String, at host: String?) -> Outlet? {
        guard let affix = HeadlineAffix.last(of: title) else { return nil }
        if let entry = entry(named: affix), entry.role == .outlet { return entry.outlet }
        if !affix.contains(" "), let host = Self.host(of: "https://\(affix)/"), host.utf8.count >= 5 {
            return outlet(ofHost: host)
        }
        // Known aggregators add the name to each headline; elsewhere it may well be the headline's last words.
        guard let host, entry(ofHost: host)?.role == .aggregator, affix.first?.isUppercase == true,
            affix.split(separator: " ").count <= 5
        else { return nil }
        return Outlet(id: affix, name: affix)
    }

    /// The outlet of the first address that leads to one; nil when it is the source's own, or none does.
    private func linked(_ clues: OutletClues, in source: Source, _ own: [String]) -> Outlet? {
        for address in clues.addresses {
            guard let host = Self.host(of: WrappedLink.innermost(address)) else { continue }
            if own.contains(where: { Self.isSameSite($0, host) }) { return nil }
            let entry = entry(ofHost: host)
            switch entry?.role {
            case .outlet, .portal: return entry?.outlet
            case nil:
                var outlet = outlet(ofHost: host)
                if !clues.publisher.isEmpty { outlet.name = clues.publisher }
                return outlet
            case .aggregator, .archive, .redirect, .platform: continue
            }
        }
        return nil
    }

    /// Whether two hosts are of one site: the same name below a public suffix, which is told by its short labels.
    static func isSameSite(_ left: String, _ right: String) -> Bool {
        left == right || site(of: left) == site(of: right)
    }

    private static func site(of host: String) -> String {
        let labels = host.split(separator: ".")
        guard labels.count > 2 else { return host }
        let isPublicSuffix = labels[labels.count - 1].count == 2 && labels[labels.count - 2].count <= 3
        return labels.suffix(isPublicSuffix ? 3 : 2).joined(separator: ".")
    }
}

/// What stands behind the last dash or bar of a headline.
enum HeadlineAffix {
    static let separators = [" - ", " – ", " — ", " | ", " • ", " · "]

    /// Returns the words behind the last separator; nil when there is none or nothing before it.
    static func last(of title: String) -> String? {
        let places = separators.compactMap { title.range(of: $0, options: .backwards) }
        guard let place = places.max(by: { $0.lowerBound < $1.lowerBound }), place.lowerBound > title.startIndex
        else { return nil }
        let words = title[place.upperBound...].trimmingCharacters(in: .whitespaces)
        return words.isEmpty ? nil : words
    }
}
