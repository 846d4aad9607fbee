import ArticleExtraction
import Notation
import Storage

/// What is remembered of the sites whose pages a run reads: as the last run left it, for all pages of this one, so that
/// the order in which answers arrive changes nothing.
actor SiteMemories {
    private let recall: @Sendable (_ site: String) async -> SiteMemory?
    private var memories: [String: Task<SiteMemory?, Never>] = [:]

    /// Creates the memories of a run.
    ///
    /// - Parameter recall: gets a site's memory out of the store; nil when there is none.
    init(recall: @escaping @Sendable (_ site: String) async -> SiteMemory?) {
        self.recall = recall
    }

    /// Returns the memory of the site of an address.
    func memory(of url: String) async -> SiteMemory? {
        let site = SiteMemory.site(of: url)
        let known = memories[site] ?? Task { [recall] in await recall(site) }
        memories[site] = known
        return await known.value
    }

    /// Returns the memories of those sites that the articles tell something new of.
    ///
    /// - Parameters:
    ///   - articles: what the run extracted, in an order that is the same for the same pages.
    ///   - standIns: what came in the place of articles, each with the name of the entry, in such an order.
    /// - Returns: by the site's name.
    func learned(
        from articles: [ExtractedArticle], standIns: [(entry: String, page: ExtractedArticle)] = []
    ) async -> [String: SiteMemory] {
        var changed: [String: SiteMemory] = [:]
        for article in articles {
            guard let (site, known) = await known(article, changed) else { continue }
            var memory = known
            if memory.learn(article) { changed[site] = memory }
        }
        for (entry, page) in standIns {
            guard let (site, known) = await known(page, changed) else { continue }
            var memory = known
            if memory.learn(standIn: page, for: entry) { changed[site] = memory }
        }
        return changed
    }

    /// The site of a page and what is known of it so far; nil for a page without an address.
    private func known(
        _ page: ExtractedArticle, _ changed: [String: SiteMemory]
    ) async -> (site: String, memory: SiteMemory)? {
        guard let url = page.url, URLReference(url).isHTTP else { return nil }
        let site = SiteMemory.site(of: url)
        if let known = changed[site] { return (site, known) }
        return (site, await memory(of: url) ?? SiteMemory())
    }
}

extension Store {
    /// What is remembered of a site; nil also for what another version wrote.
    func memory(of site: String) async throws -> SiteMemory? {
        try await siteMemory(of: site).flatMap { SiteMemory(json: $0) }
    }

    /// Keeps what a run learned of sites.
    func save(memories: [String: SiteMemory], now: Timestamp) async throws {
        try await save(siteMemories: memories.mapValues(\.json), now: now)
    }
}
