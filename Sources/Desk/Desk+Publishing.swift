import Curation
import Developments
import Fetching
import Foundation
public import Notation
import Publishing
import Storage

extension Desk {
    /// Writes the outputs again from the store.
    ///
    /// - Parameter now: the desk's clock.
    /// - Returns: the files that changed.
    /// - Throws: ``DeskIsBusy``, or an error of the store or of the disk.
    public func publish(now: Timestamp) async throws -> PublishOutcome {
        try await RunLock.hold(in: folder.state) {
            try await withStore { store in
                try await publish(from: store, states: try await store.fetchStates(), now: now)
            }
        }
    }

    /// Publishes what the store holds; files whose bytes stay the same are left alone.
    ///
    /// - Parameters:
    ///   - store: the open store.
    ///   - states: the fetch states of the sources.
    ///   - now: the desk's clock.
    ///   - touched: the developments that differ from what was published last; nil when that is not known, and everything
    ///     is published anew, as it is when settings, licences or version differ or a file has gone.
    ///   - isUnchanged: whether the store holds what it held when it was published last. Then only what tells of the last
    ///     run is written.
    /// - Returns: the files that changed.
    /// - Throws: ``DeskError`` when the disk refuses, or an error of the store.
    func publish(
        from store: Store, states: [String: StoredFetchState], now: Timestamp, touched: Set<String>? = nil,
        isUnchanged: Bool = false
    ) async throws -> PublishOutcome {
        let publisher = Publisher(settings: publicationSettings(labels: try Lexicon.standard().labels))
        let writer = OutputWriter(folder: folder.output.path)
        let sources = Dictionary(
            try await store.sources().map { ($0.source.id, $0.source) }, uniquingKeysWith: { first, _ in first })
        var facts = facts(of: states, now: now)
        facts.outages = try await outages(in: store, now: now)
        let mutes = Mutes(try CorrectionsFile(folder).corrections(), timeZone: settings.timeZone, now: now)
        let key = publicationKey(sources, mutes)
        let last = try await store.publishedState()
        let names = writer.names
        let touched = last["key"] == key && writer.missing(of: names) == [] ? touched : nil
        do {
            let publication = mutes.applied(
                to: try await publication(from: store, sources: sources, touched: touched, facts: facts, now: now))
            if isUnchanged, touched == [] {
                let outcome = try writer.update(publisher.clockFiles(of: publication))
                if last["isComplete"] == nil { try await store.save(published: ["isComplete": "yes"]) }
                return PublishOutcome(outcome)
            }
            // Until the new files are all there, the next run must not take them for published.
            try await store.save(published: ["isComplete": nil])
            let edition = publisher.edition(of: publication, earlier: last["key"] == key ? names : [])
            let outcome = try writer.write(edition.files, keeping: edition.kept)
            try await store.save(published: ["key": key, "isComplete": "yes"])
            return PublishOutcome(outcome)
        } catch let error as PublishError {
            throw DeskError("\(error)")
        }
    }

    /// What the outputs depend on beside what the store holds of news: version, settings, and what each source allows.
    private func publicationKey(_ sources: [String: Source], _ mutes: Mutes) -> String {
        let licences = sources.values.sorted { $0.id < $1.id }.map { "\($0.id) \($0.licence) \($0.isPrivate)" }
        let parts = [Version.current, folder.output.path, settings.title, settings.authority, settings.timeZone]
        return ContentHash.identifier("p", parts + ["\(settings.publish)", mutes.key] + licences)
    }

    /// The times of the last week without any successful run that lasted longer than a day and are over.
    private func outages(in store: Store, now: Timestamp) async throws -> [RunFacts.Outage] {
        let week = now.adding(seconds: -7 * 86_400)
        let successes = try await store.runs().filter { $0.finished != nil && ($0.exitCode ?? 3) < 2 }.map(\.started)
        return zip([now] + successes, successes).compactMap { end, start in
            end >= week && end.seconds - start.seconds > 86_400 ? RunFacts.Outage(start: start, end: end) : nil
        }
    }

    /// What is published: everything, or when it is known what differs, as far as the outputs' windows reach.
    ///
    /// They count back from the newest item, so that quiet days empty no file, and hold the last month whole.
    private func publication(
        from store: Store, sources: [String: Source], touched: Set<String>?, facts: RunFacts, now: Timestamp
    ) async throws -> Publication {
        let newest = try await store.developments(DevelopmentQuery(order: .lastChanged, limit: 1)).first?.lastChanged
        let days = max(settings.publish.days, 62)
        let since = touched == nil ? nil : min(newest ?? now, now).adding(seconds: -days * 86_400)
        // Two readers of the store at once: decoding is most of the work.
        async let developments = store.developments(
            DevelopmentQuery(since: since, order: .lastChanged, includesMerged: true))
        async let articles = store.articles(
            ArticleQuery(decision: .kept, since: since, text: .start(Self.excerptReach)))
        let stories = try await store.stories()
        let sifted = ArticleQuery(since: now.adding(seconds: -86_400), limit: Self.siftedLimit, text: .none)
        var publication = Publication(
            developments: try await developments,
            stories: Dictionary(stories.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            articles: try await articles, sources: sources, changes: try await store.changes(since: since),
            sifted: try await store.articles(sifted), facts: facts, now: now)
        publication.touched = touched
        return publication
    }

    /// The characters of a text from which an excerpt is taken.
    private static let excerptReach = 1_200
    /// The articles of the last day that are told of at most: each costs every run the reading of it.
    private static let siftedLimit = 2000

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
