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
    /// - Parameter states: the fetch states of the sources.
    func publish(
        from store: Store, states: [String: StoredFetchState], now: Timestamp
    ) async throws -> PublishOutcome {
        let publication = try await publication(from: store, facts: facts(of: states, now: now), now: now)
        let publisher = Publisher(settings: publicationSettings(labels: try Lexicon.standard().labels))
        do throws(PublishError) {
            let outcome = try OutputWriter(folder: folder.output.path).write(publisher.files(for: publication))
            return PublishOutcome(written: outcome.written, removed: outcome.removed)
        } catch {
            throw DeskError("\(error)")
        }
    }

    private func publication(from store: Store, facts: RunFacts, now: Timestamp) async throws -> Publication {
        let since = now.adding(seconds: -settings.publish.days * 86_400)
        let stories = try await store.stories()
        let sources = try await store.sources()
        return Publication(
            developments: try await store.developments(
                DevelopmentQuery(since: since, order: .lastChanged, includesMerged: true)),
            stories: Dictionary(stories.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            articles: try await store.articles(keptSince: since),
            sources: Dictionary(sources.map { ($0.source.id, $0.source) }, uniquingKeysWith: { first, _ in first }),
            changes: try await store.changes(since: since), facts: facts, now: now)
    }

    private func publicationSettings(labels: [String: String]) -> PublicationSettings {
        var publication = PublicationSettings(
            feedTitle: settings.title, deskName: settings.title,
            authority: settings.authority.isEmpty ? "demarche.invalid,2026" : settings.authority,
            baseURL: settings.publish.baseURL.isEmpty ? nil : settings.publish.baseURL, timeZone: settings.timeZone,
            labels: labels, version: Version.current)
        publication.csvDays = settings.publish.days
        publication.csv = CSVFormat(
            bom: settings.publish.bom, delimiter: .init(rawValue: settings.publish.delimiter) ?? .comma,
            raw: settings.publish.raw)
        publication.audience = settings.publish.audience == .private ? .private : .public
        return publication
    }

    /// How the sources fare; a source that was never asked counts neither way.
    private func facts(of states: [String: StoredFetchState], now: Timestamp) -> RunFacts {
        var facts = RunFacts(lastRun: now, lastSuccess: now)
        for source in sources {
            guard let stored = states[source.id], !stored.bytes.isEmpty else { continue }
            let state = FetchState(stored: stored.bytes)
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
    public var removed: [String] = []

    public var text: String {
        let lines = written.map { "wrote \($0)" } + removed.map { "removed \($0)" }
        return lines.isEmpty ? "nothing changed" : lines.joined(separator: "\n")
    }
}
