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
    /// - Parameter articles: what the run extracted, in an order that is the same for the same pages.
    /// - Returns: by the site's name.
    func learned(from articles: [ExtractedArticle]) async -> [String: SiteMemory] {
        var changed: [String: SiteMemory] = [:]
        for article in articles {
            guard let url = article.url, URLReference(url).isHTTP else { continue }
            let site = SiteMemory.site(of: url)
            var memory = SiteMemory()
            if let known = changed[site] {
                memory = known
            } else if let known = await self.memory(of: url) {
                memory = known
            }
            if memory.learn(article) { changed[site] = memory }
        }
        return changed
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
