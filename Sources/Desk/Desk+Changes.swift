import Curation
import Developments
import Foundation
public import Notation
import Storage

extension Desk {
    /// Lists what is new and what changed since a time, the newest first.
    ///
    /// - Parameters:
    ///   - since: `yesterday`, `today`, a day, a time (RFC 3339), or a span such as `3d`.
    ///   - now: the desk's clock.
    /// - Returns: an entry for each development that was opened, and for each revision of one.
    /// - Throws: ``UsageError`` when `since` is no time; an error of the store.
    public func changes(since: String, now: Timestamp) async throws -> [ChangeEntry] {
        guard let start = moment(since, now: now) else {
            throw UsageError("`\(since)` is no time; write yesterday, today, 3d, 2026-03-12 or 2026-03-12T08:00:00Z")
        }
        let labels = try self.labels()
        return try await withStore { store in
            let sources = try await store.sourcesByID()
            let opened = try await store.developments(
                DevelopmentQuery(since: start, order: .firstSeen, includesMerged: true))
            let changes = try await store.changes(since: start)
            let changed = try await store.developments(Set(changes.map(\.developmentID)).sorted())
            let titles = Dictionary(
                (opened + changed).map { ($0.id, $0.facts(sources: sources, labels: labels)?.title ?? $0.id) },
                uniquingKeysWith: { first, _ in first })
            let articles = try await store.articles(Set(changes.map(\.articleID)).sorted(), text: .none)
            let headlines = Dictionary(
                articles.map { ($0.id, "\(sources.outlet(of: $0).name): \($0.title)") },
                uniquingKeysWith: { first, _ in first })
            var entries = opened.map {
                ChangeEntry(when: $0.firstSeen, development: $0.id, title: titles[$0.id] ?? $0.id, revision: 1)
            }
            for group in Dictionary(grouping: changes, by: { "\($0.developmentID) \($0.revision)" }).values {
                guard let first = group.first else { continue }
                var entry = ChangeEntry(
                    when: first.when, development: first.developmentID,
                    title: titles[first.developmentID] ?? first.developmentID, revision: first.revision)
                entry.changes = group.sorted { $0.field < $1.field }.map { change in
                    ChangeEntry.Line(
                        field: change.field, old: change.old, new: change.new, cause: change.cause,
                        article: change.articleID, headline: headlines[change.articleID] ?? "", words: change.words)
                }
                entries.append(entry)
            }
            return entries.sorted { ($1.when, $0.development, $0.revision) < ($0.when, $1.development, $1.revision) }
        }
    }

    /// The time that a person means; days begin at midnight in the desk's zone.
    private func moment(_ text: String, now: Timestamp) -> Timestamp? {
        if let stamp = Timestamp(rfc3339: text) { return stamp }
        if let span = TimeSpan.seconds(written: text) { return now.adding(seconds: -span) }
        let zone = TimeZone(identifier: settings.timeZone)
        func offset(_ time: Timestamp) -> Int {
            zone?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.seconds))) ?? 0
        }
        let today = now.date(offset: offset(now))
        let day: CalendarDate? =
            switch text {
            case "today": today
            case "yesterday": today.adding(days: -1)
            default: CalendarDate(iso: text)
            }
        return day.map { day in
            let midnight = Timestamp(date: day)
            return midnight.adding(seconds: -offset(midnight))
        }
    }

    /// Tells how an article was edited, revision by revision.
    ///
    /// - Parameter id: the article's id, which may be shortened.
    /// - Returns: the edits.
    /// - Throws: ``UsageError`` when it is no article's; an error of the store.
    public func difference(of id: String) async throws -> ArticleDifference {
        try await withStore { store in
            guard case .article(let whole) = try await store.resolve(id), let article = try await store.article(whole)
            else { throw UsageError("`\(id)` is no article of this desk (or several); `demarche list` lists them") }
            return ArticleDifference(article, earlier: try await store.revisions(of: whole))
        }
    }
}

/// A development that is new or changed.
public struct ChangeEntry: Presentable, Sendable {
    let when: Timestamp
    let development: String
    let title: String
    let revision: Int
    var changes: [Line] = []

    /// One field that changed.
    struct Line: Encodable, Sendable {
        let field: String
        let old: String
        let new: String
        let cause: Change.Cause
        let article: String
        let headline: String
        let words: String

        private enum CodingKeys: String, CodingKey { case field, old, new, cause, article, headline }
    }

    /// Readable lines.
    public var text: String {
        let head = "\(when)  \(development)  \(changes.isEmpty ? "new: " : "")\(title)"
        return
            ([head]
            + changes.map { change in
                let why = change.headline.isEmpty ? change.cause.rawValue : "\(change.article) \(change.headline)"
                return "    \(change.words)  (\(why))"
            }).joined(separator: "\n")
    }
}

extension Change {
    /// The change as people read it: `venue place: Ankara → Istanbul`.
    var words: String {
        let field = field.replacing("_", with: " ")
        switch (old.replacing("|", with: ", "), new.replacing("|", with: ", ")) {
        case ("", let new): return "\(field): \(new)"
        case (let old, ""): return "\(field): no longer \(old)"
        case (let old, let new): return "\(field): \(old) → \(new)"
        }
    }
}
