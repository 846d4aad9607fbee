public import Developments
import Fetching
import Foundation
import Logging
public import Notation
import Storage

/// A desk: its folder, settings and subscriptions, and everything that can be done with it.
public struct Desk: Sendable {
    /// Where the desk is.
    public let folder: DeskFolder
    /// What its `desk.yml` and the environment say.
    public let settings: Settings
    /// Its subscriptions, in the order of the lists.
    public let sources: [Source]
    /// The outlets that are known by name and host.
    let outlets: OutletTable
    let logger: Logger
    /// The variables that hold secrets of sources.
    private let secrets: [String: String]

    /// Opens a desk: reads settings, environment and subscription lists.
    ///
    /// - Parameters:
    ///   - folder: where the desk is.
    ///   - environment: the process's variables.
    /// - Throws: ``SettingsError`` or ``SubscriptionError``, naming file and line.
    public init(folder: DeskFolder, environment: [String: String]) throws {
        self.folder = folder
        settings = try Settings(file: folder.settings, environment: environment)
        outlets = try OutletTable.standard()
        sources = try Subscriptions(folder: folder).sources().map(outlets.completed)
        let wanted = Set(settings.access.values.flatMap(\.variables))
        secrets = environment.filter { wanted.contains($0.key) }
        let ids = Set(sources.map(\.id))
        if let unknown = settings.access.keys.sorted().first(where: { !ids.contains($0) }) {
            throw SettingsError(
                place: folder.settings.relativePath,
                problem: "sources.\(unknown): no source has this id; `demarche sources list` shows them")
        }
        logger = Self.logger(environment)
    }

    /// Returns what the settings say of how a source is to be asked; nil when they say nothing.
    func access(to source: Source) throws(SettingsError) -> SourceAccess.Resolved? {
        guard let access = settings.access[source.id] else { return nil }
        return try access.resolved(for: source.feedURL, in: folder, environment: secrets)
    }

    /// Opens the desk's store.
    func openStore(now: Timestamp? = nil) async throws -> Store {
        try await Store.open(folder: folder.state, options: Store.Options(now: now))
    }

    /// Opens the store for reading; a desk that never ran has none, and that is said.
    func openExistingStore() async throws -> Store {
        guard FileManager.default.fileExists(atPath: folder.state.appending(path: "store.sqlite").path) else {
            throw UsageError("this desk has no store yet; `demarche run --desk \(folder.root.relativePath)` makes one")
        }
        return try await openStore()
    }

    /// Runs the desk's main job: fetch what is due, curate it, store it, publish it.
    ///
    /// Cancelling the task ends the run soon: requests under way are given up, everything finished so far is stored, and
    /// the rest is left to the next run.
    ///
    /// - Parameters:
    ///   - options: what is special about this run.
    ///   - now: the desk's clock, which stands still during the run.
    ///   - progress: called after each source.
    /// - Returns: what the run did; failing sources are in it, not thrown.
    /// - Throws: ``DeskIsBusy``; ``DeskError`` or a store's error when the run could not work; ``SettingsError`` when a
    ///   source needs a setting that is missing; ``UsageError`` for an unknown source.
    public func run(
        _ options: RunOptions, now: Timestamp, progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> RunReport {
        let options = try resolved(options)
        try checkIdentity()
        return try await RunLock.hold(in: folder.state) {
            try checkSpace()
            return try await perform(options, now: now, progress: progress)
        }
    }

    private func perform(
        _ options: RunOptions, now: Timestamp, progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> RunReport {
        let store = try await openStore(now: now)
        defer { try? store.close() }
        let trace = try options.trace.map(TraceFile.init)
        defer { trace?.close() }
        let tools = try RunTools(
            desk: self, now: now, robots: try await store.robots(), holds: try await store.holds(now: now),
            // A memory that cannot be read is as none: the pages are read without it.
            memory: { site in try? await store.memory(of: site) }, logger: logger, trace: trace)
        defer { tools.fetcher.shutdown() }
        // The store refuses to write in a cancelled task; what is finished is to be stored all the same.
        let work = Task { try await carryOut(options, now: now, store: store, tools: tools, progress: progress) }
        let report = try await withTaskCancellationHandler {
            try await work.value
        } onCancel: {
            tools.stop.set()
            tools.fetcher.giveUp()
        }
        await store.settle()
        return report
    }

    private func carryOut(
        _ options: RunOptions, now: Timestamp, store: Store, tools: RunTools,
        progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> RunReport {
        let start = ContinuousClock.now
        let number = options.isDryRun ? 0 : try await store.record(StoredRun(started: now))
        var report = try await Run(desk: self, options: options, now: now, store: store, tools: tools)
            .perform(progress: progress)
        report.milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
        if options.isDryRun { return report }
        if let robots = tools.robots { try await store.save(robots: await robots.entries) }
        try await store.save(holds: tools.holds)
        // A run that was interrupted stays in the list as one that did not finish.
        if !report.isInterrupted { try await record(report, number: number, in: store) }
        return report
    }

    private func record(_ report: RunReport, number: Int, in store: Store) async throws {
        try await store.record(
            StoredRun(
                number: number, started: report.started,
                finished: report.started.adding(seconds: report.milliseconds / 1000),
                exitCode: Int(report.exitStatus(isStrict: false).rawValue), report: Array(try report.json().utf8)))
    }

    /// Turns ids and beginnings of ids into whole ones.
    private func resolved(_ options: RunOptions) throws -> RunOptions {
        var options = options
        options.only = try options.only.map { try source(named: $0).id }
        return options
    }

    /// Finds a source by its id, the beginning of its id, or its address.
    func source(named name: String) throws -> Source {
        if let exact = sources.first(where: { $0.id == name || $0.feedURL == name }) { return exact }
        let matches = sources.filter { $0.id.hasPrefix(name) }
        guard matches.count <= 1 else {
            throw UsageError(
                "source `\(name)` could be \(matches.prefix(5).map(\.id).joined(separator: ", ")): write more of it")
        }
        guard let match = matches.first else {
            throw UsageError("no source `\(name)` on this desk; `demarche sources list` lists them")
        }
        return match
    }

    /// The feeds' ids need an authority (RFC 4151), and publishers must be able to reach whoever reads their feeds
    /// (RFC 9110 section 10.1.5).
    private func checkIdentity() throws {
        if settings.authority.isEmpty {
            throw SettingsError(
                place: folder.settings.relativePath,
                problem:
                    "authority: not set; the feeds' ids need NAME,YEAR with a name you own, such as example.org,2026")
        }
        guard settings.contact.isEmpty else { return }
        let real = sources.first { source in
            if LocalSource.isLocal(source.feedURL) { return false }
            let host = URLReference(source.feedURL).host ?? ""
            return !(host.hasPrefix("127.") || host == "localhost" || host == "[::1]")
        }
        guard let real else { return }
        throw SettingsError(
            place: folder.settings.relativePath,
            problem: "contact: not set, so real sources such as \(real.id) are not fetched; "
                + "give an e-mail address or an http(s) address")
    }

    private func checkSpace() throws {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.state.path)
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.intValue else { return }
        guard free >= settings.minimumFree * 1_000_000 else {
            throw DeskError(
                "only \(free / 1_000_000) MB free at \(folder.state.path); a run needs \(settings.minimumFree) MB "
                    + "(minimumFree in desk.yml)")
        }
    }

    /// Silent unless `DEMARCHE_LOG` names a level: cron mails whatever a run prints.
    private static func logger(_ environment: [String: String]) -> Logger {
        var logger = Logger(label: "demarche") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = environment["DEMARCHE_LOG"].flatMap(Logger.Level.init(rawValue:)) ?? .critical
        return logger
    }
}
