import Curation
import Developments
import Fetching
import Foundation
import Notation
import Publishing
import Storage

/// One run: fetch what is due, read what is new, store it, group it, publish it.
struct Run: Sendable {
    let desk: Desk
    let options: RunOptions
    let now: Timestamp
    let store: Store
    let tools: RunTools

    /// Does the whole run; the caller holds the desk's lock.
    func perform(progress: @escaping @Sendable (RunProgress) -> Void) async throws -> RunReport {
        var report = RunReport(started: now)
        report.isDryRun = options.isDryRun
        report.sources.subscribed = desk.sources.count
        var standing =
            options.isDryRun
            ? Store.Standing(states: try await store.fetchStates()) : try await store.sync(sources: desk.sources)
        let turns = try await turns(standing.states)
        report.sources.asked = turns.count { $0.isDue }
        // A source without entries will have new ones: what reads them is made while the first are fetched.
        if turns.contains(where: { $0.isDue && !(standing.states[desk.sources[$0.place].id]?.hasEntries ?? true) }) {
            tools.reader.begin()
        }
        try await collect(turns, into: &report, &standing.states, progress: progress)
        // Nothing more is fetched: connections close while the rest is done.
        tools.fetcher.giveUp()
        report.entries.pages = await tools.pages.count
        report.isInterrupted = tools.stop.isSet
        if options.isDryRun || report.isInterrupted { return report }
        try await store.save(memories: await tools.pages.learned(), now: now)

        // One by one: thousands need not lie in memory three times.
        var sources: [String: Source] = [:]
        sources.reserveCapacity(desk.sources.count + standing.former.count)
        for source in standing.former { sources[source.id] = source }
        for source in desk.sources { sources[source.id] = source }
        try await group(sources, into: &report)
        try await Alarms(store: store, now: now).tell(of: desk.sources, states: standing.states, into: &report)
        let outcome = try await desk.publish(
            from: store, sources: sources, states: standing.states, now: now)
        report.written = outcome.written
        try await store.prune(now: now, retention: desk.settings.storeRetention)
        PageCache(folder: desk.folder.state).prune(now: now, days: desk.settings.retention.pages)
        return report
    }

    /// The sources whose feed is due, and those with pages that are to be asked for again.
    private func turns(_ states: [String: StoredFetchState]) async throws -> [Turn] {
        let pending = Dictionary(grouping: try await store.pendingPages(due: now), by: \.sourceID)
        // Those that bring nothing but new entries come last, in the order of the store's tables: a third less is written.
        let (known, new) = desk.sources.indices.reduce(into: ([Int](), [Int]())) { places, place in
            if states[desk.sources[place].id]?.hasEntries ?? true {
                places.0.append(place)
            } else {
                places.1.append(place)
            }
        }
        return (known + new.sorted { desk.sources[$0].id < desk.sources[$1].id }).compactMap { place in
            let source = desk.sources[place]
            guard options.only.isEmpty || options.only.contains(source.id) else { return nil }
            let stored = states[source.id] ?? StoredFetchState()
            let isDue = stored.isDue(source, now: now, force: options.isForced || !options.only.isEmpty)
            let pages = pending[source.id] ?? []
            return isDue || !pages.isEmpty ? Turn(place: place, isDue: isDue, pending: pages) : nil
        }
    }

    /// A source that waits for its visit: small, since there may be thousands.
    private struct Turn: Sendable {
        /// Its place among the desk's sources.
        var place: Int
        /// Whether the feed itself is asked; else only pages are.
        var isDue: Bool
        /// The pages that are to be tried or looked at again.
        var pending: [PendingPage]
    }

    /// Visits all sources, so many at once, and stores what each brought as it comes.
    private func collect(
        _ turns: [Turn], into report: inout RunReport, _ states: inout [String: StoredFetchState],
        progress: @Sendable (RunProgress) -> Void
    ) async throws {
        var unchanged: [String: StoredFetchState] = [:]
        var queue = UpdateQueue(store: store)
        var done = RunProgress(visited: 0, total: turns.count, articles: 0, kept: 0)
        try await withThrowingTaskGroup(of: VisitResult.self) { group in
            var waiting = turns.makeIterator()
            for _ in 0..<desk.settings.network.concurrency {
                guard let turn = waiting.next() else { break }
                let visit = visit(turn, states)
                group.addTask { try await visit.perform() }
            }
            while let result = try await group.next() {
                if !tools.stop.isSet, let turn = waiting.next() {
                    let visit = visit(turn, states)
                    group.addTask { try await visit.perform() }
                }
                report.add(result)
                states[result.sourceID] = result.state
                if result.isUnchanged {
                    unchanged[result.sourceID] = result.state
                } else if !options.isDryRun {
                    try await queue.add(result.update(at: now))
                }
                done.visited += 1
                done.articles += result.articles.count
                done.kept += result.articles.count { $0.curated.decision == .kept }
                progress(done)
            }
        }
        try await queue.finish()
        report.entries.revised = queue.revised
        report.failures.sort { $0.source < $1.source }
        if !options.isDryRun { try await store.save(unchanged: unchanged) }
    }

    private func visit(_ turn: Turn, _ states: [String: StoredFetchState]) -> SourceVisit {
        let source = desk.sources[turn.place]
        return SourceVisit(
            source: source, stored: states[source.id] ?? StoredFetchState(), isDue: turn.isDue,
            pending: turn.pending, desk: desk, store: store, tools: tools,
            rules: .init(backfill: desk.settings.backfill, asked: options.backfill), now: now)
    }

    /// Joins the articles that were not yet grouped, also those of a run that was killed, to developments.
    private func group(_ sources: [String: Source], into report: inout RunReport) async throws {
        let outcome = try await Grouping(
            store: store, sources: sources, corrections: tools.corrections, curation: tools.curation, now: now
        ).perform()
        report.entries.redecided = outcome.decided
        report.developments.new = outcome.new
        report.developments.updated = outcome.updated
        report.developments.changes = outcome.changes
        report.notices += outcome.contradictions
    }
}

extension RunReport {
    /// Adds what a visit brought.
    mutating func add(_ result: VisitResult) {
        if result.isCancelled { return }
        if let failure = result.failure {
            sources.failed += 1
            failures.append(Failure(source: result.sourceID, url: result.address, reason: failure))
        } else if result.isNotModified {
            sources.unchanged += 1
        } else if result.wasAsked {
            sources.read += 1
        }
        entries.new += result.articles.count - result.silentEdits
        entries.revisited += result.revisited
        entries.remembered += result.seen.count
        entries.pending += result.putOffCount
        for problem in result.pageProblems { entries.pageProblems[problem, default: 0] += 1 }
        for article in result.articles {
            switch article.curated.decision {
            case .kept: entries.kept += 1
            case .dropped: entries.dropped += 1
            case .review: entries.review += 1
            }
        }
    }
}
