import Curation
import Developments
import Fetching
import Foundation
public import Notation
import Publishing
import Storage

extension Desk {
    /// Writes the outputs again from the store, all of them anew.
    ///
    /// - Parameter now: the desk's clock.
    /// - Returns: the files that changed.
    /// - Throws: ``DeskIsBusy``, or an error of the store or of the disk.
    public func publish(now: Timestamp) async throws -> PublishOutcome {
        try await RunLock.hold(in: folder.state) {
            try await withStore { store in
                try await publish(
                    from: store, sources: try await store.sourcesByID(), states: try await store.fetchStates(),
                    now: now, isWhole: true)
            }
        }
    }

    /// Publishes what the store holds; files whose bytes stay the same are left alone.
    ///
    /// What the last edition was made of is kept, so that only what differs is made anew, unless settings, sources or
    /// version differ or a file has gone. When nothing differs, only what tells of the last run is written.
    ///
    /// - Parameters:
    ///   - store: the open store.
    ///   - sources: every source by its id.
    ///   - states: the fetch states of the sources.
    ///   - now: the desk's clock.
    ///   - isWhole: whether everything is made anew although nothing speaks for it.
    /// - Returns: the files that changed.
    /// - Throws: ``DeskError`` when the disk refuses, or an error of the store.
    func publish(
        from store: Store, sources: [String: Source], states: [String: StoredFetchState], now: Timestamp,
        isWhole: Bool = false
    ) async throws -> PublishOutcome {
        let writer = OutputWriter(folder: folder.output.path)
        let mutes = Mutes(try CorrectionsFile(folder).corrections(), timeZone: settings.timeZone, now: now)
        async let sifted = sifted(in: store, mutes, now: now)
        let imprint = Imprint(settings: publicationKey(mutes), sources: sources)
        let last = try await store.publishedState()
        let names = writer.names
        let isSame = imprint.holds(after: last)
        let isWhole = isWhole || !isSame || writer.missing(of: names) != []
        try await settleTombstones(in: store, now: now)
        if isWhole { try await store.unprintAll() }
        var publication = Publication(developments: [], articles: [], sources: sources, now: now)
        publication.facts = facts(of: states, now: now)
        publication.facts.audit = AuditFile(folder).tally
        publication.facts.outages = try await outages(in: store, now: now)
        publication.sifted = try await sifted
        publication.tombstones = try await store.tombstones()
        let press = Press(
            store: store, publication: publication, mutes: mutes, isWhole: isWhole,
            lastDay: last["front"].flatMap(FrontMatter.init(text:))?.day)
        do {
            if !isWhole, imprint.isUnchanged(since: last), try await isQuiet(press) {
                return PublishOutcome(try writer.update(try await clockFiles(press, last)))
            }
            let publisher = Publisher(settings: publicationSettings(labels: try labels()))
            let edition = try await press.edition(by: publisher, earlier: isSame ? names : [], days: windowDays)
            let outcome = try writer.write(edition.files, keeping: edition.kept)
            try await store.finishEdition(imprint.values.merging(["front": edition.front.text]) { $1 })
            return PublishOutcome(outcome)
        } catch let error as PublishError {
            throw DeskError("\(error)")
        }
    }

    /// Whether nothing differs from the last edition, and no plan's days passed since.
    private func isQuiet(_ press: Press) async throws -> Bool {
        guard try await press.isIdle else { return false }
        return try await !press.hasLapsed(by: Publisher(settings: publicationSettings(labels: [:])), days: windowDays)
    }

    /// Notes which entries left the feeds, since nobody tells their acts any more, and which came back.
    private func settleTombstones(in store: Store, now: Timestamp) async throws {
        guard try await !store.unprinted(.development).isEmpty else { return }
        let gone = try await store.printedButGone().map(Printed.init).filter(\.isInFeeds).map(\.id)
        try await store.settleTombstones(gone: gone, now: now)
    }

    /// The files that say when the last run was, of a run after which nothing else differs.
    private func clockFiles(_ press: Press, _ last: [String: String]) async throws -> [OutputFile] {
        // Labels take their time and are not needed to say when a run was.
        let publisher = Publisher(settings: publicationSettings(labels: [:]))
        if let front = last["front"].flatMap(FrontMatter.init(text:)),
            front.day == publisher.day(of: press.publication.now)
        {
            return publisher.clockFiles(front, of: press.publication)
        }
        let full = Publisher(settings: publicationSettings(labels: try labels()))
        let front = try await press.front(by: full, days: windowDays)
        try await press.store.save(published: ["front": front.text])
        return full.clockFiles(front, of: press.publication)
    }

    /// The days back from the newest item that are read: those of the tables, and the last month whole.
    ///
    /// They count back from the newest item, so that quiet days empty no file.
    private var windowDays: Int { max(settings.publish.days, 62) }

    /// What the outputs depend on beside what the store holds of news and sources: version and settings.
    private func publicationKey(_ mutes: Mutes) -> String {
        let own = (try? Data(contentsOf: folder.lexicon.appending(path: "labels.tsv"))).map(Array.init) ?? []
        let parts = [Version.current, folder.output.path, settings.title, settings.authority, settings.timeZone]
        return ContentHash.identifier("p", parts + ["\(settings.publish)", mutes.key, ContentHash.sha256(own)])
    }

    /// The times of the last week without any successful run that lasted longer than a day and are over.
    private func outages(in store: Store, now: Timestamp) async throws -> [RunFacts.Outage] {
        let week = now.adding(seconds: -7 * 86_400)
        let successes = try await store.runs().filter { $0.finished != nil && ($0.exitCode ?? 3) < 2 }.map(\.started)
        return zip([now] + successes, successes).compactMap { end, start in
            end >= week && end.seconds - start.seconds > 86_400 ? RunFacts.Outage(start: start, end: end) : nil
        }
    }

    /// What was decided in the last day, without what is muted.
    private func sifted(in store: Store, _ mutes: Mutes, now: Timestamp) async throws -> Sifting {
        let (counts, latest) = try await store.sifted(since: now.adding(seconds: -86_400), limit: Self.siftedLimit)
        var sifting = Sifting(counts: counts, latest: mutes.shown(latest))
        let hidden = Set(latest.map(\.id)).subtracting(sifting.latest.map(\.id))
        // What a person dropped is in no output; it only counts.
        sifting.latest.removeAll { $0.curated.why.first?.rule == CorrectedCuration.dropRule }
        for article in latest where hidden.contains(article.id) {
            sifting.counts[article.curated.decision, default: 0] -= 1
        }
        return sifting
    }

    /// The articles of the last day whose reasons are told: each costs every run the reading of it.
    private static let siftedLimit = 500

    private func publicationSettings(labels: [String: String]) -> PublicationSettings {
        var publication = PublicationSettings(
            feedTitle: settings.title, deskName: settings.title,
            authority: settings.authority,
            baseURL: settings.publish.baseURL.isEmpty ? nil : settings.publish.baseURL, timeZone: settings.timeZone,
            labels: labels, version: Version.current)
        publication.csvDays = settings.publish.days
        publication.csv = CSVFormat(
            bom: settings.publish.bom, delimiter: .init(rawValue: settings.publish.delimiter) ?? .comma,
            raw: settings.publish.raw)
        publication.also = Set(settings.publish.also.compactMap(PublicationSettings.Extra.init(rawValue:)))
        publication.prominence = settings.publish.prominence
        publication.hub = settings.publish.hub
        publication.titles = settings.titleRules
        publication.audience = settings.publish.audience == .private ? .private : .public
        return publication
    }

    /// How the sources fare; a source that was never asked counts neither way.
    private func facts(of states: [String: StoredFetchState], now: Timestamp) -> RunFacts {
        var facts = RunFacts(lastRun: now, lastSuccess: now)
        for source in sources {
            guard let stored = states[source.id], !stored.bytes.isEmpty else { continue }
            let state = FetchState(stored: stored.bytes, of: source)
            if let success = state.lastSuccess {
                facts.oldestSuccess = facts.oldestSuccess.map { min($0, success) } ?? success
            }
            facts.lastNew[source.id] = state.lastNew
            if state.firstFailure == nil {
                facts.sourcesOK += 1
            } else {
                facts.sourcesFailing += 1
                facts.failing.append(
                    RunFacts.FailingSource(
                        sourceID: source.id, lastSuccess: state.lastSuccess, words: state.health(now: now).rawValue))
            }
        }
        return facts
    }
}

/// Which files a publication changed.
public struct PublishOutcome: Codable, Presentable, Sendable {
    /// The files that are new or differ.
    public var written: [String]
    /// The files that are no longer published.
    public var removed: [String]

    init(_ outcome: OutputWriter.Outcome) {
        written = outcome.written
        removed = outcome.removed
    }

    /// Readable lines.
    public var text: String {
        let lines = written.map { "wrote \($0)" } + removed.map { "removed \($0)" }
        return lines.isEmpty ? "nothing changed" : lines.joined(separator: "\n")
    }
}
