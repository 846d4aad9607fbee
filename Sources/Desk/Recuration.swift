import Curation
import Developments
import Foundation
public import Notation
import Storage

/// What is to be curated anew, and how.
public struct RecurationOptions: Sendable {
    /// Only articles since then; nil for all that have a text.
    public var since: Timestamp?
    /// Whether nothing is stored or published.
    public var isDryRun = false
    /// The threshold to try for keeping; nil for the desk's.
    public var keep: Double?
    /// The threshold to try for review; nil for the desk's.
    public var review: Double?
    /// Whether the changes feed tells of what changes.
    public var isAnnounced = false

    /// Creates the options of a full pass that announces nothing.
    public init() {}
}

/// What curating anew changed, or would.
public struct RecurationReport: Presentable, Sendable {
    /// Articles curated anew.
    public var read = 0
    /// Articles whose text was deleted for its age.
    public var withoutText = 0
    /// Articles whose decision, acts or tags differ.
    public var changed = 0
    /// How many articles went from one decision to another, by `dropped to kept`.
    public var moves: [String: Int] = [:]
    /// The articles nearest to the line, above and below it.
    public var above: [Line] = []
    /// The articles nearest below the line.
    public var below: [Line] = []
    /// Whether nothing was stored.
    public var isDryRun = false
    /// Developments that changed, and told changes.
    public var developments = 0
    /// Entries written to the changes feed.
    public var announced = 0

    /// An article beside the line.
    public struct Line: Encodable, Sendable {
        let id: String
        let score: Double
        let before: Decision
        let after: Decision
        let title: String
    }

    /// Readable lines.
    public var text: String {
        var lines = ["\(read) articles curated anew, \(changed) \(isDryRun ? "would change" : "changed")"]
        if withoutText > 0 { lines.append("\(withoutText) left as they are: their text was deleted for its age") }
        lines += moves.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
        if !isDryRun { lines.append("\(developments) developments changed, \(announced) changes announced") }
        for (title, items) in [("nearest above the line", above), ("nearest below the line", below)]
        where !items.isEmpty {
            lines += ["", title]
            lines += items.map {
                "  \(String(format: "%.2f", $0.score))  \($0.before) to \($0.after)  \($0.id)  \($0.title)"
            }
        }
        return lines.joined(separator: "\n")
    }
}

extension Desk {
    /// How many articles are held in memory at once.
    private static let portion = 200

    /// The names that this desk knows: the program's with its own over them.
    ///
    /// - Throws: `DataFilesMissing` or a `LexiconError` naming file and line.
    func lexicon() throws -> Lexicon {
        try Lexicon.standard(
            overlay: FileManager.default.fileExists(atPath: folder.lexicon.path) ? folder.lexicon : nil)
    }

    /// Applies today's lexicon, rules and thresholds to stored articles.
    ///
    /// - Parameters:
    ///   - options: which articles, and whether to store and announce.
    ///   - now: the desk's clock.
    /// - Returns: what changed, or would.
    /// - Throws: ``DeskIsBusy``, a lexicon's error or one of the store.
    public func recurate(_ options: RecurationOptions, now: Timestamp) async throws -> RecurationReport {
        let lexicon = try lexicon()
        let corrections = try CorrectionsFile(folder).corrections()
        var curation = settings.curation
        curation.keepThreshold = options.keep ?? curation.keepThreshold
        curation.reviewThreshold = min(options.review ?? curation.reviewThreshold, curation.keepThreshold)
        let corrected = CorrectedCuration(corrections, settings: curation, lexicon: lexicon)
        let line = curation.keepThreshold
        return try await RunLock.hold(in: folder.state) {
            try await withStore { store in
                var report = RecurationReport()
                report.isDryRun = options.isDryRun
                let ids = try await store.articles(ArticleQuery(since: options.since, text: .none)).map(\.id)
                let sources = try await store.sourcesByID()
                for start in stride(from: 0, to: ids.count, by: Self.portion) {
                    let articles = try await store.articles(Array(ids[start..<min(start + Self.portion, ids.count)]))
                    let changed = articles.compactMap { article in
                        report.add(
                            article, corrected.curatedAgain(article, of: sources[article.sourceID]).curated, line: line,
                            now: now)
                    }
                    if !options.isDryRun { try await store.save(recurated: changed, now: now) }
                }
                report.close(line: line)
                guard !options.isDryRun, report.changed > 0 else { return report }
                let outcome = try await Grouping(
                    store: store, sources: sources, corrections: corrections, curation: Late { corrected }, now: now
                ).perform(isAnnounced: options.isAnnounced)
                report.developments = outcome.new + outcome.updated
                report.announced = outcome.changes
                _ = try await publish(
                    from: store, sources: sources, states: try await store.fetchStates(), now: now)
                return report
            }
        }
    }
}

extension RecurationReport {
    /// How many articles are shown on each side of the line.
    private static let shown = 10

    /// Takes up an article; returns it as it is to be stored when anything differs.
    fileprivate mutating func add(
        _ article: Article, _ curated: CuratedArticle, line: Double, now: Timestamp
    ) -> Article? {
        guard !article.text.isEmpty || article.extraction == .failed else {
            withoutText += 1
            return nil
        }
        read += 1
        let old = article.curated
        note(
            Line(
                id: article.id, score: curated.score, before: old.decision, after: curated.decision,
                title: article.title), line: line)
        var curated = curated
        curated.earlier = old.earlier
        guard curated != old else { return nil }
        changed += 1
        if old.decision != curated.decision {
            moves["\(old.decision) to \(curated.decision)", default: 0] += 1
        }
        var changed = article
        changed.curated = curated
        return changed
    }

    private mutating func note(_ item: Line, line: Double) {
        if item.score >= line { above.append(item) } else { below.append(item) }
        if above.count > 400 { close(line: line) }
        if below.count > 400 { close(line: line) }
    }

    /// Leaves the articles nearest to the line.
    fileprivate mutating func close(line: Double) {
        above = Array(above.sorted { $0.score < $1.score }.prefix(Self.shown))
        below = Array(below.sorted { $0.score > $1.score }.prefix(Self.shown))
    }
}
