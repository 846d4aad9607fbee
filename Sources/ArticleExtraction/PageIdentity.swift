internal import Notation

/// By what a page's own article is told from others that it mentions.
struct PageIdentity {
    /// What a description of an article is to the page.
    enum Verdict {
        /// Its own.
        case own
        /// That of another page.
        case other
        case unknown
    }

    /// The page's addresses in their plain form.
    private let addresses: Set<String>
    /// What the page calls its title, in all forms.
    private let titles: [String]

    init(_ tags: PageTags, url: String?) {
        addresses = Set([url, tags.canonical, tags.meta["og:url"]].compactMap { $0.flatMap(Self.plain) })
        titles =
            [tags.title, tags.meta["og:title"], tags.meta["twitter:title"]].compactMap { $0 }
            + tags.headings.prefix(3).map(\.text)
    }

    /// Tells whose article is described.
    ///
    /// - Parameters:
    ///   - described: the addresses that the description gives the article.
    ///   - headline: the one that it gives.
    /// - Returns: the verdict; another page's when nothing of the headline is in the page's titles, or little of it and the
    ///   address is another one of the same site.
    func verdict(addresses described: [String], headline: String?) -> Verdict {
        let plain = described.compactMap(Self.plain)
        if plain.contains(where: addresses.contains) { return .own }
        guard let headline, !titles.isEmpty else { return .unknown }
        if titles.contains(where: { TitleReading.isAlike($0, headline) }) { return .own }
        let words = WordSet(headline)
        guard words.count >= 2 else { return .unknown }
        let share = titles.map { words.share(in: WordSet($0)) }.max() ?? 0
        let sites = Set(addresses.map(Self.site))
        let isElsewhere = !plain.isEmpty && !sites.isEmpty && plain.allSatisfy { sites.contains(Self.site($0)) }
        return share == 0 || isElsewhere && share < Self.little ? .other : .unknown
    }

    private static func site(_ plain: String) -> Substring { plain.prefix { $0 != "/" } }

    /// Which part of a headline's words is little.
    private static let little = 0.34

    /// An address without scheme, `www.`, query, fragment and last slash; nil for a site's front page and what is none.
    private static func plain(_ url: String) -> String? {
        let reference = URLReference(url).normal
        guard let host = reference.host else { return nil }
        let path = reference.path.split(separator: "/").joined(separator: "/")
        return path.isEmpty ? nil : "\(host.hasPrefix("www.") ? String(host.dropFirst(4)) : host)/\(path)"
    }
}
