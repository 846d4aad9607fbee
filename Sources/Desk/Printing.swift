import Curation
import Developments
import Notation
import Publishing
import Storage

/// Makes what an edition is made of, as far as it differs from the last one's, and keeps it in the store.
///
/// So a run's publishing costs what is new and not what is stored. The store notes what differs; the note is taken away when
/// the edition is out, so that a run that was killed is made good by the next.
struct Printing: Sendable {
    let store: Store
    let publisher: Publisher
    /// Every source by its id.
    let sources: [String: Source]
    let mutes: Mutes
    /// What is muted with its story.
    let hidden: Set<String>

    /// The developments that are read and printed at once, with the articles that report them.
    private static let portion = 100
    /// The articles that are read and printed at once.
    private static let articlePortion = 500
    /// The characters of a text from which an excerpt is taken.
    private static let excerptReach = 1_200

    /// Prints developments anew.
    func print(developments ids: [String]) async throws {
        for part in portions(of: ids, by: Self.portion) {
            let developments = mutes.shown(try await store.developments(part))
            let reporting = Set(developments.flatMap { $0.reports.map(\.articleID) }).sorted()
            let articles = mutes.shown(
                try await store.articles(reporting, text: .none).filter { $0.curated.decision == .kept },
                hidden: hidden)
            let prints = try publisher.printed(
                developments, stories: try await store.stories(Set(developments.map(\.storyID))), articles: articles,
                sources: sources)
            try await store.save(prints.map(StoredPrint.init), of: part, .development)
        }
    }

    /// Prints articles anew, which name the developments that they report.
    func print(articles ids: [String], in view: PublicationView) async throws {
        for part in portions(of: ids, by: Self.articlePortion) {
            let articles = mutes.shown(
                try await store.articles(part, text: .start(Self.excerptReach)), hidden: hidden)
            let prints = publisher.printed(articles, in: view, sources: sources)
            try await store.save(prints.map(StoredPrint.init), of: part, .article)
        }
    }

    private func portions(of ids: [String], by size: Int) -> [[String]] {
        stride(from: 0, to: ids.count, by: size).map { Array(ids[$0..<min($0 + size, ids.count)]) }
    }
}

extension StoredPrint {
    fileprivate init(_ printed: Printed) {
        self.init(id: printed.id, time: printed.time, reach: printed.reach, bytes: printed.bytes)
    }
}

extension Printed {
    init(_ stored: StoredPrint) {
        self.init(id: stored.id, time: stored.time, reach: stored.reach, bytes: stored.bytes)
    }
}
