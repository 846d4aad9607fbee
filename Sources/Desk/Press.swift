import Developments
import Foundation
import Notation
import Notation
import Publishing
import Storage

/// Makes editions of what the store holds.
struct Press: Sendable {
    let store: Store
    /// The run, its sources, and how they fare; without developments, articles and changes.
    let publication: Publication
    let mutes: Mutes
    /// Whether everything is printed anew.
    let isWhole: Bool

    /// The desk's day of the last edition; nil when there was none.
    let lastDay: CalendarDate?

    /// Whether the store holds what the last edition was made of.
    var isIdle: Bool {
        get async throws {
            guard try await store.unprinted(.development).isEmpty else { return false }
            return try await store.unprinted(.article).isEmpty
        }
    }

    /// Prints what differs and makes the edition.
    ///
    /// - Parameters:
    ///   - publisher: makes it.
    ///   - earlier: the files that are there already and were made by the same settings.
    ///   - days: the days back from the newest item that are read.
    /// - Returns: the edition.
    /// - Throws: an error of the store, or of what another version printed.
    func edition(by publisher: Publisher, earlier: Set<String>, days: Int) async throws -> Publisher.Edition {
        let printing = Printing(
            store: store, publisher: publisher, sources: publication.sources, mutes: mutes,
            hidden: try await mutes.articlesOfStories(in: store))
        let differing = try await store.unprinted(.development)
        try await printing.print(developments: differing)
        let window = isWhole ? nil : days
        let view = try await view(by: publisher, days: window)
        try await printing.print(articles: try await store.unprinted(.article), in: view)
        let articles = try await store.printed(.article, days: window, now: publication.now).map(Printed.init)
        var publication = publication
        let lapsed = lastDay.map(view.lapsed) ?? []
        publication.touched = isWhole ? nil : Set(differing + lapsed)
        return publisher.edition(of: view, articles: articles, publication, earlier: earlier)
    }

    /// Whether the days of a plan passed since the last edition.
    func hasLapsed(by publisher: Publisher, days: Int) async throws -> Bool {
        guard let lastDay, lastDay != publisher.day(of: publication.now) else { return false }
        return try await !view(by: publisher, days: days).lapsed(since: lastDay).isEmpty
    }

    /// Makes what the front page tells on a new day.
    func front(by publisher: Publisher, days: Int) async throws -> FrontMatter {
        let articles = try await store.printed(.article, days: days, now: publication.now).count
        return publisher.front(of: try await view(by: publisher, days: days), articles: articles, publication)
    }

    private func view(by publisher: Publisher, days: Int?) async throws -> PublicationView {
        let prints = try await store.printed(.development, days: days, now: publication.now).map(Printed.init)
        let newest = min(prints.map(\.reach).max() ?? publication.now, publication.now)
        let since = days.map { newest.adding(seconds: -86_400 * $0) }
        return try PublicationView(
            prints, changes: try await store.changes(since: since), today: publisher.day(of: publication.now))
    }
}

extension FrontMatter {
    init?(text: String) {
        guard let front = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else { return nil }
        self = front
    }

    var text: String? {
        (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) }
    }
}
