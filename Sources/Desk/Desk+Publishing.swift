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
    ///   - isUnchanged: whether the store holds what it held when it was published last. Then only `status.json` is
    ///     written, if version and settings are the same and no file has gone.
    /// - Returns: the files that changed.
    /// - Throws: ``DeskError`` when the disk refuses, or an error of the store.
    func publish(
        from store: Store, states: [String: StoredFetchState], now: Timestamp, isUnchanged: Bool = false
    ) async throws -> PublishOutcome {
        let publisher = Publisher(settings: publicationSettings(labels: try Lexicon.standard().labels))
        let writer = OutputWriter(folder: folder.output.path)
        let facts = facts(of: states, now: now)
        let sources = Dictionary(
            try await store.sources().map { ($0.source.id, $0.source) }, uniquingKeysWith: { first, _ in first })
        let last = PublishedState(try await store.publishedState())
        let mutes = Mutes(try CorrectionsFile(folder).corrections(), timeZone: settings.timeZone, now: now)
        let key =
            "\(mutes.key) \(Version.current) \(folder.output.path) \(settings.title) \(settings.authority) \(settings.publish)"
        do {
            if isUnchanged, let last, last.key == key, writer.missingFiles == [] {
                let status = publisher.statusFile(
                    facts, developments: last.developments, articles: last.articles, sources: sources)
                return PublishOutcome(try writer.update(status))
            }
            // Until the new files are all there, the next run must not take them for published.
            try await store.save(published: PublishedState.none)
            let publication = mutes.applied(
                to: try await publication(from: store, sources: sources, facts: facts, now: now))
            let edition = publisher.edition(of: publication)
            let outcome = try writer.write(edition.files)
            let state = PublishedState(key: key, developments: edition.developments, articles: edition.articles)
            try await store.save(published: state.values)
            return PublishOutcome(outcome)
        } catch let error as PublishError {
            throw DeskError("\(error)")
        }
    }

    /// What the outputs' windows can reach: they count back from the newest item, so that quiet days empty no file.
    private func publication(
        from store: Store, sources: [String: Source], facts: RunFacts, now: Timestamp
    ) async throws -> Publication {
        let newest = try await store.developments(DevelopmentQuery(order: .lastChanged, limit: 1)).first?.lastChanged
        let since = min(newest ?? now, now).adding(seconds: -settings.publish.days * 86_400)
        let stories = try await store.stories()
        return Publication(
            developments: try await store.developments(
                DevelopmentQuery(since: since, order: .lastChanged, includesMerged: true)),
            stories: Dictionary(stories.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            articles: try await store.articles(keptSince: since), sources: sources,
            changes: try await store.changes(since: since), facts: facts, now: now)
    }

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

/// What the store remembers of the last publication.
private struct PublishedState {
    var key: String
    var developments: Int
    var articles: Int

    init(key: String, developments: Int, articles: Int) {
        self.key = key
        self.developments = developments
        self.articles = articles
    }

    init?(_ values: [String: String]) {
        guard let key = values["key"], let developments = values["developments"].flatMap({ Int($0) }),
            let articles = values["articles"].flatMap({ Int($0) })
        else { return nil }
        self.init(key: key, developments: developments, articles: articles)
    }

    var values: [String: String?] { ["key": key, "developments": "\(developments)", "articles": "\(articles)"] }

    static let none: [String: String?] = ["key": nil]
}
