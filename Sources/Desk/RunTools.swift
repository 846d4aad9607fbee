import ArticleExtraction
import Curation
import Developments
import FeedParsing
import Fetching
import Logging
import Notation
import Storage

/// What the stages of a run work with, made once.
struct RunTools: Sendable {
    let fetcher: Fetcher
    let parser: FeedParser
    let pages: PageRoom
    let extractor: ArticleExtractor
    /// What people decided.
    let corrections: Corrections
    /// Made when the first entry is to be read: in most runs few are or none, and the lexicon takes its time.
    let reader: Late<ArticleReader>
    let curation: Late<CorrectedCuration>
    let policy: FetchPolicy
    let robots: RobotsCache?
    /// The hosts that want to be left alone.
    let holds: HostHolds
    let stop = StopSignal()

    /// Makes the tools of a desk's run.
    ///
    /// - Parameters:
    ///   - desk: the desk.
    ///   - now: its clock.
    ///   - known: what an earlier run learned of robots.txt files.
    ///   - holds: the hosts that told an earlier run to leave them alone.
    ///   - memory: gets what earlier runs learned of a site.
    ///   - logger: told of each request.
    ///   - trace: is given a line for each request.
    /// - Throws: `DataFilesMissing` or a lexicon's error when the installation is not whole.
    init(
        desk: Desk, now: Timestamp, robots known: [String: RobotsCache.Entry], holds: HostHolds,
        memory: @escaping @Sendable (_ site: String) async -> SiteMemory?, logger: Logger, trace: TraceFile?
    ) throws {
        let settings = desk.settings
        let corrections = try CorrectionsFile(desk.folder).corrections()
        self.corrections = corrections
        let curation = Late {
            CorrectedCuration(
                corrections, settings: settings.curation, lexicon: try desk.lexicon(), titles: settings.titleRules)
        }
        self.curation = curation
        let extractor = ArticleExtractor()
        self.extractor = extractor
        fetcher = Fetcher(
            configuration: try settings.fetchConfiguration(), logger: logger, holds: holds,
            trace: trace.map { $0.add })
        self.holds = holds
        parser = FeedParser()
        robots =
            settings.network.robots
            ? RobotsCache(fetcher: fetcher, product: "demarche", now: now, entries: known) : nil
        let cache = settings.retention.pages > 0 ? PageCache(folder: desk.folder.state) : nil
        let oldest = now.adding(seconds: -Self.copyLifetime)
        let shelf = PageRoom.Shelf(
            keep: { page, urls in
                do {
                    try cache?.save(page, urls: urls.filter { !$0.isEmpty }, now: now)
                } catch {
                    // The run goes on without.
                    logger.warning("page not kept", metadata: ["url": "\(urls[0])", "reason": "\(error)"])
                }
            },
            find: { cache?.page(url: $0, since: oldest) }, findOld: { cache?.page(url: $0) },
            has: { cache?.holds(url: $0, since: oldest) ?? false })
        let pages = PageRoom(
            fetcher: fetcher, extractor: extractor, robots: robots, memories: SiteMemories(recall: memory),
            shelf: shelf,
            limit: settings.maxPages, stop: stop)
        self.pages = pages
        reader = Late { [stop] in
            ArticleReader(
                settings: settings, outlets: desk.outlets, curation: try await curation.value(), pages: pages,
                stop: stop, now: now)
        }
        policy = FetchPolicy(minimumInterval: settings.interval)
    }

    /// Seconds for which a page that one feed led to is not fetched again for another.
    private static let copyLifetime = 6 * 3600
}

extension Settings {
    /// What the fetcher is told.
    func fetchConfiguration() throws -> FetchConfiguration {
        var configuration = FetchConfiguration(userAgent: userAgent)
        configuration.totalTimeout = Double(network.timeout)
        configuration.connectTimeout = min(configuration.connectTimeout, Double(network.timeout))
        configuration.feedByteLimit = network.feedLimit << 20
        configuration.pageByteLimit = network.pageLimit << 20
        configuration.maxConcurrent = network.concurrency
        configuration.connectionsPerHost = network.connectionsPerHost
        configuration.pageSpacing = Double(network.pageSpacing)
        configuration.proxy = network.proxy
        configuration.caFile = network.caFile
        configuration.allowPrivate = try network.allowPrivate.map { text in
            guard let block = AddressBlock(text) else {
                throw SettingsError(
                    place: "network.allowPrivate",
                    problem: "`\(text)` is no address range; allowed: such as 127.0.0.0/8 or fd00::/8")
            }
            return block
        }
        return configuration
    }

    /// RFC 9110 section 10.1.5: product and version, then whom to write to.
    private var userAgent: String {
        contact.isEmpty ? "demarche/\(Version.current)" : "demarche/\(Version.current) (+\(contact))"
    }

    /// How long the store keeps texts.
    var storeRetention: Storage.Retention {
        Storage.Retention(droppedTextDays: retention.dropped, keptTextDays: retention.kept)
    }

    /// What is wanted of titles: the desk's first language goes before others.
    var titleRules: TitleRules {
        var rules = titles
        rules.language = languages.first ?? rules.language
        return rules
    }

    /// What curation is told.
    var curation: CurationSettings {
        var curation = CurationSettings()
        curation.keepThreshold = keepThreshold
        curation.reviewThreshold = reviewThreshold
        curation.languages = languages
        curation.rules =
            rules.keep.compactMap { CurationRule($0, action: .keep) }
            + rules.drop.compactMap { CurationRule($0, action: .drop) }
            + rules.tag.compactMap { CurationRule($0, action: .tag) }
        return curation
    }
}
