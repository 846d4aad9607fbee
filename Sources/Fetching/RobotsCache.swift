public import Notation

/// The `robots.txt` rules of the hosts that a run visits, each fetched at most once a day (RFC 9309 section 2.4).
public actor RobotsCache {
    /// The rules of one origin and when they were fetched.
    public struct Entry: Hashable, Codable, Sendable {
        /// The rules.
        public let rules: RobotsRules
        /// When the file was asked for.
        public let fetched: Timestamp
    }

    private let fetcher: Fetcher
    private let product: String
    private let now: Timestamp
    private var known: [String: Entry]
    /// Origins that gave no answer in this run; the next run asks again.
    private var unreachable: Set<String> = []
    private var pending: [String: Task<Entry, Never>] = [:]
    private static let lifetime = 86_400

    /// Creates a cache.
    ///
    /// - Parameters:
    ///   - fetcher: fetches the files.
    ///   - product: the product token in our `User-Agent`, such as `demarche`.
    ///   - now: the run's clock.
    ///   - entries: what an earlier run's ``entries`` held.
    public init(fetcher: Fetcher, product: String, now: Timestamp, entries: [String: Entry] = [:]) {
        self.fetcher = fetcher
        self.product = product
        self.now = now
        known = entries.filter { $0.value.fetched <= now && now.seconds - $0.value.fetched.seconds < Self.lifetime }
    }

    /// All rules that are still good, by origin; to be kept for the next run.
    public var entries: [String: Entry] { known.filter { !unreachable.contains($0.key) } }

    /// What a site says of a page.
    public enum Verdict: Hashable, Sendable {
        /// It may be fetched.
        case allowed
        /// The site's rules ask to leave it alone.
        case refused
        /// The rules cannot be had now, so that the page is left alone in this run (RFC 9309 section 2.3.1.4).
        case unknown
    }

    /// Returns what a site says of a page; a URL that cannot be fetched is refused.
    ///
    /// The path is matched outside the actor: one site's long rules hold up no other site's verdict.
    ///
    /// - Parameters:
    ///   - url: the page.
    ///   - proxy: the way to its host; nil: the fetcher's own.
    /// - Returns: the verdict.
    public nonisolated func verdict(on url: String, proxy: String? = nil) async -> Verdict {
        guard let address = try? WebURL(url) else { return .refused }
        let (rules, isKnown) = await rules(of: address.origin, proxy)
        if rules.allows(address.target) { return .allowed }
        return isKnown ? .refused : .unknown
    }

    private func rules(of origin: String, _ proxy: String?) async -> (RobotsRules, isKnown: Bool) {
        let rules = await entry(origin, proxy).rules
        return (rules, !unreachable.contains(origin))
    }

    /// Returns what tells, of the addresses that a page may redirect to, those that need a verdict of their own: on other
    /// hosts, and where the rules of the page's host refuse.
    ///
    /// - Parameters:
    ///   - url: the page.
    ///   - proxy: the way to its host; nil: the fetcher's own.
    /// - Returns: for ``FetchRequest/stopsAt``.
    public func wantsVerdict(after url: String, proxy: String? = nil) async -> @Sendable (_ target: String) -> Bool {
        guard let address = try? WebURL(url) else { return { _ in true } }
        let rules = await entry(address.origin, proxy).rules
        // It is asked on the fetcher's thread, which long rules must not hold up.
        let isLong = rules.rules.count > 500
        return { target in
            guard !isLong, let next = try? WebURL(target), next.host == address.host else { return true }
            return !rules.allows(next.target)
        }
    }

    private func entry(_ origin: String, _ proxy: String?) async -> Entry {
        if let entry = known[origin] { return entry }
        if let task = pending[origin] { return await task.value }
        let task = Task { await self.fetch(origin, proxy) }
        pending[origin] = task
        let entry = await task.value
        known[origin] = entry
        pending[origin] = nil
        return entry
    }

    private func fetch(_ origin: String, _ proxy: String?) async -> Entry {
        let request = FetchRequest(url: origin + "/robots.txt", purpose: .robots, proxy: proxy)
        let rules: RobotsRules
        do throws(FetchError) {
            let response = try await fetcher.fetch(request)
            switch response.status {
            case 200...299: rules = RobotsRules(response.body, product: product)
            // RFC 9309 section 2.3.1.3: no such file, no rules. Too many requests is the one exception.
            case 400...499 where response.status != 429: rules = .none
            default: rules = refuse(origin)
            }
        } catch {
            switch error.reason {
            // A site that answers, but with no file of sense, has no rules.
            case .redirectLimit, .badResponse, .badRedirect, .tooLarge, .headersTooLarge: rules = .none
            default: rules = refuse(origin)
            }
        }
        return Entry(rules: rules, fetched: now)
    }

    /// RFC 9309 section 2.3.1.4: while the file cannot be had, nothing may be fetched.
    private func refuse(_ origin: String) -> RobotsRules {
        unreachable.insert(origin)
        return .all
    }
}
