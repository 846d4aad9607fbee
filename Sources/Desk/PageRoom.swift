import ArticleExtraction
import FeedParsing
import Fetching
import Notation

/// The pages of one run: each is fetched and extracted once, however many feeds carry it.
actor PageRoom {
    /// A page that came, or is as it was.
    struct Page: Sendable {
        /// The article on it; nil when the server says that the page is as it was.
        var article: ExtractedArticle?
        /// Where it was found, after redirects.
        var url: String
        /// To be sent when it is asked for again.
        var validators = Validators()
        /// Whether the site is known to show it in the place of different articles.
        var isStandIn = false
    }

    /// What is asked for.
    struct Wish: Sendable {
        var url: String
        /// What is known of the version that we have; empty: the page is wanted whatever it is like.
        var validators = Validators()
        /// Whether a copy from a run before will do.
        var takesCopy = false
        /// Whether the page is wanted only when the article on it differs from that of the copy that was kept.
        var isRevisit = false
        /// What the desk's settings say of the source.
        var access: SourceAccess.Resolved?

        /// Whether what comes is for this source alone: it is neither shared with other sources nor kept.
        var isPersonal: Bool { access?.isPersonal(at: url) ?? false }
    }

    /// Where pages are kept for some time.
    struct Shelf: Sendable {
        /// Keeps a page under its addresses.
        var keep: @Sendable (_ page: [UInt8], _ urls: [String]) -> Void
        /// Returns a page that was kept lately.
        var find: @Sendable (_ url: String) -> [UInt8]?
        /// Returns a page that was kept, however long ago.
        var findOld: @Sendable (_ url: String) -> [UInt8]?
        /// Whether a page was kept lately.
        var has: @Sendable (_ url: String) -> Bool
    }

    private let fetcher: Fetcher
    private let extractor: ArticleExtractor
    private let robots: RobotsCache?
    private let memories: SiteMemories
    private let shelf: Shelf
    private let limit: Int
    private let stop: StopSignal
    private var readings: [String: Task<Result<Page, PageProblem>, Never>] = [:]
    /// The readings that wait for another one: nobody waits for them, so that no two can wait for each other.
    private var waiting: Set<Task<Result<Page, PageProblem>, Never>> = []
    /// The pages that came in the place of articles, by the key of the entry that they were read for.
    private var standIns: [String: ExtractedArticle] = [:]
    /// How many pages were asked for.
    private(set) var count = 0

    /// Creates the room of a run.
    ///
    /// - Parameters:
    ///   - fetcher: fetches the pages.
    ///   - extractor: reads them.
    ///   - robots: what sites ask of robots; nil when the desk does not heed it.
    ///   - memories: what the sites are known to repeat.
    ///   - shelf: the pages of this run and those before.
    ///   - limit: the most pages that are asked for.
    ///   - stop: says when no page is read any more.
    init(
        fetcher: Fetcher, extractor: ArticleExtractor, robots: RobotsCache?, memories: SiteMemories, shelf: Shelf,
        limit: Int, stop: StopSignal
    ) {
        self.memories = memories
        self.fetcher = fetcher
        self.extractor = extractor
        self.robots = robots
        self.shelf = shelf
        self.limit = limit
        self.stop = stop
    }

    /// Returns the page at an address.
    func page(_ wish: Wish) async throws(PageProblem) -> Page {
        // Whoever asks whether a page has changed gets an answer that is of no use to the others.
        let key = Self.key(wish)
        if let known = readings[key] { return try await known.value.get() }
        // A copy is what everybody sees.
        if wish.takesCopy, !wish.isPersonal, let copy = copy(of: wish.url) { return copy }
        guard count < limit else { throw .putOff }
        count += 1
        let reading = Task { await self.read(wish) }
        readings[key] = reading
        return try await reading.value.get()
    }

    /// Returns what the pages told of their sites, by the site's name; those that were looked at again told it before.
    func learned() async -> [String: SiteMemory] {
        var articles: [ExtractedArticle] = []
        let others = Set(standIns.values.map { $0.url ?? "" })
        for (key, reading) in readings.sorted(by: { $0.key < $1.key }) where !key.hasPrefix(Self.againMark) {
            guard case .success(let page) = await reading.value, let article = page.article else { continue }
            if !others.contains(article.url ?? "") { articles.append(article) }
        }
        return await memories.learned(
            from: articles, standIns: standIns.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// Notes that a page came in the place of an entry's article.
    ///
    /// - Parameters:
    ///   - article: what was read on it.
    ///   - entry: a name of the entry that no other has.
    func note(standIn article: ExtractedArticle, for entry: String) { standIns[entry] = article }

    private static func key(_ wish: Wish) -> String {
        (wish.isRevisit ? againMark : "") + URLReference(wish.url).canonical.description
            + (wish.isPersonal ? " for \(wish.access?.feedURL ?? "")" : "")
    }

    /// Returns what came of the page that a reading was led to when that is being read, or was, for another; nil when it is
    /// the reading's to fetch, for which others then wait.
    private func outcome(of target: String, for wish: Wish) async -> Result<Page, PageProblem>? {
        let place = URLReference(target).canonical.description
        guard !wish.isRevisit, !wish.isPersonal, let own = readings[Self.key(wish)] else { return nil }
        guard let other = readings[place] else {
            readings[place] = own
            return nil
        }
        guard other != own, !waiting.contains(other) else { return nil }
        waiting.insert(own)
        defer { waiting.remove(own) }
        return await other.value
    }

    private nonisolated func read(_ wish: Wish) async -> Result<Page, PageProblem> {
        do throws(PageProblem) {
            let response: FetchResponse
            switch try await arrival(of: wish) {
            case .known(let outcome): return outcome
            case .here(let found): response = found
            }
            if response.isNotModified { return .success(Page(url: response.url, validators: wish.validators)) }
            // An aggregator's link led to a page that is here already.
            if (300...399).contains(response.status) {
                guard let copy = copy(of: response.url) else { throw .status(response.status) }
                return .success(copy)
            }
            if stop.isSet { throw .putOff }
            let memory = await memories.memory(of: response.url)
            var article = extractor.extract(response.body, url: response.url, memory: memory)
            if let error = article.error { throw .extraction(error) }
            // What nobody asks for does not wait in memory for the run's end.
            article.html = nil
            article.removed.removeAll { $0.seenOn == nil }
            // RFC 6596: a page may name its canonical address in its header as well.
            if article.canonicalURL == nil {
                article.canonicalURL = response.headers.links.first { $0.isRelated(as: "canonical") }
                    .map { URLReference($0.target).resolved(against: URLReference(response.url)).description }
            }
            // What is known of the site may have grown, so that more is cut: that is no edit of the publisher's.
            let old = wish.isRevisit ? shelf.findOld(wish.url) : nil
            let known = old.map { extractor.extract($0, url: response.url, memory: memory) }
            // Another site's word is not taken for an address: its page would be had for that article.
            let isOwn = SiteMemory.site(of: article.canonicalURL) == SiteMemory.site(of: response.url)
            if !wish.isPersonal {
                shelf.keep(response.body, [wish.url, response.url, isOwn ? article.canonicalURL ?? "" : ""])
            }
            if let known, known.text == article.text, known.title == article.title {
                return .success(Page(url: response.url, validators: response.validators))
            }
            return .success(
                Page(
                    article: article, url: response.url, validators: response.validators,
                    isStandIn: memory?.isStandIn(article) ?? false))
        } catch {
            return .failure(error)
        }
    }

    /// Returns a page that was kept lately, if there is an article on it.
    private nonisolated func copy(of url: String) -> Page? {
        guard let bytes = shelf.find(url) else { return nil }
        let article = extractor.extract(bytes, url: url)
        return article.error == nil ? Page(article: article, url: url) : nil
    }

    /// Where a page that is nothing but a signpost sends its reader.
    private nonisolated func redirection(_ response: FetchResponse) -> String? {
        guard response.body.count <= Self.longestSignpost else { return nil }
        let target = Autodiscovery.refresh(inPage: response.body, url: response.url)
        return target == response.url ? nil : target
    }

    /// Where a link led to.
    private enum Arrival {
        case here(FetchResponse)
        /// At a page that another link led to in this run.
        case known(Result<Page, PageProblem>)
    }

    /// Follows a link, once the robots.txt of its host allows it, and that of each host that it redirects to.
    private nonisolated func arrival(of wish: Wish) async throws(PageProblem) -> Arrival {
        var step = wish
        var redirects = 0
        var cookies: [String] = []
        var sawSignpost = false
        while true {
            switch await robots?.verdict(on: step.url, proxy: wish.access?.proxy) {
            case .allowed, nil: break
            case .refused: throw .robots
            case .unknown: throw stop.isSet ? .putOff : .robotsUnknown
            }
            let response = try await ask(step, redirects, cookies)
            cookies = response.cookies
            var target = stoppedAt(response, redirects, wish)
            if target == nil {
                let answer = try accepted(response, step)
                if !sawSignpost, answer.isSuccess { target = redirection(answer) }
                guard target != nil else { return .here(answer) }
                sawSignpost = true
            }
            guard let target else { return .here(response) }
            if let outcome = await outcome(of: target, for: wish) { return .known(outcome) }
            step.url = target
            redirects = max(redirects, response.redirects)
        }
    }

    /// Where an unfollowed redirect leads, unless to a page that is here already.
    private nonisolated func stoppedAt(_ response: FetchResponse, _ redirects: Int, _ wish: Wish) -> String? {
        guard response.redirects > redirects, (300...399).contains(response.status), !response.isNotModified,
            !(wish.takesCopy && shelf.has(response.url))
        else { return nil }
        return response.url
    }

    private nonisolated func ask(
        _ wish: Wish, _ redirects: Int, _ cookies: [String]
    ) async throws(PageProblem) -> FetchResponse {
        var plain = FetchRequest(url: wish.url, purpose: .page, validators: wish.validators)
        plain.cookies = cookies
        plain.redirects = redirects
        let host = URLReference(wish.url).host
        let wantsVerdict = await robots?.wantsVerdict(after: wish.url, proxy: wish.access?.proxy)
        plain.stopsAt = { [shelf] target in
            wish.takesCopy && shelf.has(target) || wantsVerdict?(target) ?? (URLReference(target).host != host)
        }
        do throws(FetchError) {
            return try await fetcher.fetch(wish.access?.applied(to: plain) ?? plain)
        } catch {
            if case .cancelled = error.reason { throw .putOff }
            throw .fetch(error)
        }
    }

    private nonisolated func accepted(
        _ response: FetchResponse, _ wish: Wish
    ) throws(PageProblem) -> FetchResponse {
        if response.isChallenge { throw .challenge }
        let isKnown = wish.takesCopy && (300...399).contains(response.status) && response.url != wish.url
        guard response.isSuccess || isKnown || (response.isNotModified && !wish.validators.isEmpty) else {
            throw .status(response.status)
        }
        return response
    }

    private static let againMark = "again "
    private static let longestSignpost = 32 << 10
}
