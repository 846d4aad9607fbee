import Curation
import Developments
import Foundation
import Notation
import Storage

/// A folder of its own for a test, deleted at its end.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "demarche-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var database: URL { url.appending(path: "store.sqlite") }

    func store(now: Timestamp? = nil) async throws -> Store {
        try await Store.open(folder: url, options: Store.Options(busyTimeout: 0.2, now: now))
    }
}

/// Invented sources and articles.
enum Invented {
    static let now = Timestamp(seconds: 1_770_000_000)

    static func day(_ days: Int) -> Timestamp { now.adding(seconds: 86_400 * days) }

    static func source(_ id: String) -> Source {
        Source(id: id, title: "The \(id)", feedURL: "https://\(id).example/feed", country: "NOR", kind: .newspaper)
    }

    static func article(
        _ id: String, of source: String = "herald", title: String = "Delegations to meet",
        text: String = "They will meet.",
        decision: Decision = .kept, at time: Timestamp = now, actors: [String] = ["NOR", "CHL"]
    ) -> Article {
        var curated = CuratedArticle(
            language: "en", relevant: decision == .kept, score: 0.7, decision: decision,
            why: [Reason(rule: "talks", weight: 0.5, text: "meet", start: 10, end: 14)])
        curated.countries = actors
        curated.topics = ["trade"]
        if decision == .kept {
            var event = Event(
                type: .consult, actors: actors, modality: .future,
                evidence: Evidence(text: text, start: 0, end: text.count))
            event.isPrimary = true
            event.shows = [.type, .modality, .parties]
            event.venue = Venue(place: "Lima", country: "PER")
            event.actorLabels = ["NOR": "Norway"]
            curated.events = [event]
        }
        var article = Article(
            id: "a-\(id)", sourceID: source, entryKey: "key-\(id)", url: "https://\(source).example/\(id)",
            title: title,
            text: text, fetched: time, extraction: .full, sha256: ContentHash.sha256((title + "\n" + text).utf8),
            curated: curated)
        article.published = time
        article.authors = ["A. Writer", "B. Writer"]
        return article
    }

    static func entry(_ id: String, _ standing: KnownEntry.Standing = .done, hash: String = "h1") -> KnownEntry {
        KnownEntry(
            key: "key-\(id)", contentHash: hash, standing: standing, articleID: standing == .done ? "a-\(id)" : "")
    }

    static func update(
        _ articles: [Article], of source: String = "herald", entries: [KnownEntry] = [], at time: Timestamp = now
    ) -> SourceUpdate {
        SourceUpdate(
            sourceID: source, state: StoredFetchState(due: time, isFirstSight: false, bytes: [1, 2, 3]),
            entries: entries,
            articles: articles, now: time)
    }
}
