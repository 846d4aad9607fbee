import ArticleExtraction
import Fetching
import Notation

/// Why a page gave no article.
enum PageProblem: Error, Sendable, CustomStringConvertible {
    case fetch(FetchError)
    case status(Int)
    case robots
    case extraction(ExtractionError)

    /// Whether the page may well be there later.
    var isTransient: Bool {
        switch self {
        case .fetch(let error): error.isTransient
        case .status(let code): code == 408 || code == 425 || code == 429 || code >= 500
        case .robots, .extraction: false
        }
    }

    /// What went wrong without saying where, so that a report can count it.
    var kind: String {
        switch self {
        case .fetch(let error): "\(error.reason)"
        case .status(let code): "status \(code)"
        case .robots: "robots.txt"
        case .extraction(let error): "\(error)"
        }
    }

    var description: String {
        switch self {
        case .fetch(let error): error.description
        case .status(let code): "the page answered with status \(code)"
        case .robots: "the site's robots.txt asks to leave the page alone"
        case .extraction(let error): error.description
        }
    }
}

/// The pages of one run: each is fetched and extracted once, however many feeds carry it.
actor PageRoom {
    private let fetcher: Fetcher
    private let extractor: ArticleExtractor
    private let robots: RobotsCache?
    private let memories: SiteMemories
    private let keep: @Sendable (_ page: [UInt8], _ url: String) -> Void
    private var readings: [String: Task<Result<ExtractedArticle, PageProblem>, Never>] = [:]

    /// Creates the room of a run.
    ///
    /// - Parameters:
    ///   - fetcher: fetches the pages.
    ///   - extractor: reads them.
    ///   - robots: what sites ask of robots; nil when the desk does not heed it.
    ///   - memories: what the sites are known to repeat.
    ///   - keep: puts a page that came into the cache.
    init(
        fetcher: Fetcher, extractor: ArticleExtractor, robots: RobotsCache?, memories: SiteMemories,
        keep: @escaping @Sendable (_ page: [UInt8], _ url: String) -> Void
    ) {
        self.keep = keep
        self.fetcher = fetcher
        self.extractor = extractor
        self.robots = robots
        self.memories = memories
    }

    /// How many pages were asked for.
    var count: Int { readings.count }

    /// Returns the article on a page.
    func article(at url: String) async throws(PageProblem) -> ExtractedArticle {
        let key = URLReference(url).canonical.description
        let reading: Task<Result<ExtractedArticle, PageProblem>, Never>
        if let known = readings[key] {
            reading = known
        } else {
            reading = Task { [fetcher, extractor, robots, memories, keep] in
                do throws(PageProblem) {
                    let response = try await Self.fetch(url, fetcher: fetcher, robots: robots)
                    keep(response.body, url)
                    let memory = await memories.memory(of: response.url)
                    let article = extractor.extract(response.body, url: response.url, memory: memory)
                    if let error = article.error { throw .extraction(error) }
                    return .success(article)
                } catch {
                    return .failure(error)
                }
            }
            readings[key] = reading
        }
        let result = await withTaskCancellationHandler {
            await reading.value
        } onCancel: {
            reading.cancel()
        }
        return try result.get()
    }

    /// Returns what the pages told of their sites, by the site's name.
    func learned() async -> [String: SiteMemory] {
        var articles: [ExtractedArticle] = []
        for (_, reading) in readings.sorted(by: { $0.key < $1.key }) {
            if case .success(let article) = await reading.value { articles.append(article) }
        }
        return await memories.learned(from: articles)
    }

    private static func fetch(
        _ url: String, fetcher: Fetcher, robots: RobotsCache?
    ) async throws(PageProblem) -> FetchResponse {
        if let robots, await !robots.allows(url) { throw .robots }
        let response: FetchResponse
        do throws(FetchError) {
            response = try await fetcher.fetch(FetchRequest(url: url, purpose: .page))
        } catch {
            throw .fetch(error)
        }
        guard response.isSuccess else { throw .status(response.status) }
        return response
    }
}
