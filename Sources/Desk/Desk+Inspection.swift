import ArticleExtraction
import Curation
import Developments
import Foundation
public import Notation
import Storage

extension Desk {
    /// Lists stored articles, newest first.
    ///
    /// - Parameters:
    ///   - decision: only articles with this decision; nil for all.
    ///   - source: only articles of this source; nil for all.
    ///   - limit: how many at most.
    /// - Returns: a line for each.
    /// - Throws: ``UsageError`` for an unknown decision or source; an error of the store.
    public func list(decision: String?, source: String?, limit: Int) async throws -> [ArticleLine] {
        var query = ArticleQuery(limit: limit, text: .none)
        if let decision {
            guard let known = Decision(rawValue: decision) else {
                throw UsageError(
                    "no decision `\(decision)`; there are \(Decision.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            query.decision = known
        }
        query.sourceID = try source.map { try self.source(named: $0).id }
        return try await withStore { try await $0.articles(query).map(ArticleLine.init) }
    }

    /// Finds stored articles by their words, best match first.
    ///
    /// - Throws: an error of the store.
    public func search(_ query: String, limit: Int) async throws -> [ArticleLine] {
        try await withStore {
            try await $0.articles(matching: query, filter: ArticleQuery(limit: limit, text: .none)).map(
                ArticleLine.init)
        }
    }

    /// Shows an article or a development whole.
    ///
    /// - Parameter id: its id, which may be shortened.
    /// - Returns: the article, development or story.
    /// - Throws: ``UsageError`` when the id is unknown or could be several; an error of the store.
    public func show(_ id: String) async throws -> Record {
        let labels = try self.labels()
        return try await withStore { store in
            let sources = try await store.sourcesByID()
            switch try await store.resolve(id) {
            case .article(let whole):
                guard let article = try await store.article(whole) else { break }
                let developments = try await store.developmentIDs()[whole] ?? []
                return .article(ArticleRecord(article, developmentIDs: developments))
            case .development(let whole):
                guard let development = try await store.development(whole) else { break }
                guard !development.reports.isEmpty else {
                    throw UsageError("nobody tells \(whole) any more: each article that did is dropped by now")
                }
                let changes = try await store.changes(of: whole)
                let articles = try await store.articles(development.reports.map(\.articleID), text: .none)
                guard
                    let record = DevelopmentRecord(
                        development, sources: sources, articles: articles, changes: changes, labels: labels)
                else { break }
                return .development(record)
            case .story(let whole):
                var query = DevelopmentQuery()
                query.storyID = whole
                let developments = try await store.developments(query)
                return .story(StoryRecord(id: whole, developments: developments, sources: sources, labels: labels))
            case .ambiguous(let ids):
                throw UsageError("`\(id)` could be \(ids.joined(separator: ", ")): write more of it")
            case .unknown: break
            }
            throw UsageError("nothing on this desk has the id `\(id)`; `demarche list` and the CSV files have ids")
        }
    }

    /// Says why an article was kept or dropped, and what was cut from its page while that is in the cache.
    ///
    /// - Parameter id: the article's id, which may be shortened.
    /// - Returns: the explanation.
    /// - Throws: ``UsageError`` when it is no article's; an error of the store.
    public func explain(_ id: String) async throws -> Explanation {
        let labels = try self.labels()
        let curation = CorrectedCuration(Corrections(), settings: settings.curation, lexicon: try lexicon())
        return try await withStore { store in
            guard case .article(let whole) = try await store.resolve(id), let article = try await store.article(whole)
            else { throw UsageError("`\(id)` is no article of this desk (or several); `demarche list` lists them") }
            let page = PageCache(folder: folder.state).page(url: article.url)
            let memory = try await store.memory(of: SiteMemory.site(of: article.url))
            let cuts = page.map { ArticleExtractor().extract($0, url: article.url, memory: memory).removed } ?? []
            let source = try await store.sources().map(\.source).first { $0.id == article.sourceID }
            return Explanation(
                article, source: source, developments: try await store.developmentIDs()[whole] ?? [], cuts: cuts,
                carriers: curation.carriers(of: article, of: source), settings: settings, labels: labels)
        }
    }

    /// Returns the last runs, newest first.
    ///
    /// - Throws: an error of the store.
    public func runs(limit: Int) async throws -> [RunLine] {
        try await withStore { try await $0.runs(limit: max(0, limit)).map(RunLine.init) }
    }

    /// Tells how the desk is doing.
    ///
    /// - Throws: an error of the store.
    public func status(now: Timestamp) async throws -> DeskStatus {
        let statuses = try await sourceStatuses(now: now)
        return try await withStore { store in
            DeskStatus(
                runs: try await store.runs(limit: 50), sources: statuses, statistics: try await store.statistics(),
                output: folder.output)
        }
    }

    /// Opens the store, hands it over, and closes it.
    func withStore<Value: Sendable>(_ body: (Store) async throws -> Value) async throws -> Value {
        let store = try await openExistingStore()
        defer { try? store.close() }
        return try await body(store)
    }
}

/// An article on one line.
public struct ArticleLine: Presentable, Sendable {
    let id: String
    let published: Timestamp?
    let decision: Decision
    let relevance: Double
    let source: String
    let title: String
    let url: String
    let types: [EventType]
    let countries: [String]
    let why: [Reason]

    init(_ article: Article) {
        id = article.id
        published = article.published
        decision = article.curated.decision
        relevance = article.curated.score
        source = article.sourceID
        title = article.title
        url = article.url
        types = article.curated.events.map(\.type)
        countries = article.curated.countries
        why = article.curated.why
    }

    /// Readable lines.
    public var text: String {
        let day = published?.date.description ?? "          "
        let score = String(format: "%.2f", relevance)
        return "\(id)  \(day)  \(decision.rawValue.padded(to: 7))  \(score)  \(source): \(title)"
    }
}

/// A run on one line.
public struct RunLine: Presentable, Sendable {
    let started: Timestamp
    let finished: Timestamp?
    let exitCode: Int?
    let report: RunReport?

    init(_ run: StoredRun) {
        started = run.started
        finished = run.finished
        exitCode = run.exitCode
        report = try? JSONDecoder().decode(RunReport.self, from: Data(run.report))
    }

    /// Readable lines.
    public var text: String {
        guard let report, let exitCode else { return "\(started)  did not finish" }
        return "\(started)  exit \(exitCode)  \(report.sources.asked) asked, \(report.sources.failed) failed, "
            + "\(report.entries.new) new, \(report.entries.kept) kept, \(report.developments.new) developments, "
            + "\(report.milliseconds) ms"
    }
}

extension String {
    /// The text with blanks after it, up to a width in characters.
    func padded(to width: Int) -> String {
        let count = self.count
        return count >= width ? self : self + String(repeating: " ", count: width - count)
    }
}
