public import Curation
public import Developments
internal import GRDB
public import Notation

/// An earlier form of an article.
public struct ArticleRevision: Hashable, Sendable {
    /// Its number, 1 for the first.
    public var revision: Int
    /// When the next form replaced it.
    public var replaced: Timestamp
    /// The headline then.
    public var title: String
    /// The text then; nil when it was deleted for its age.
    public var text: String?
    /// The hash of title and text then.
    public var sha256: String
}

extension Store {
    /// Returns an article by its whole id, or nil.
    ///
    /// - Throws: ``StoreError``.
    public func article(_ id: String) async throws(StoreError) -> Article? {
        try await articles([id]).first
    }

    /// Returns articles by their ids, in the order of the ids; unknown ones are left out.
    ///
    /// - Throws: ``StoreError``.
    public func articles(
        _ ids: [String], text: ArticleQuery.Text = .full
    ) async throws(StoreError) -> [Article] {
        try await read { database in
            let statement = try database.cachedStatement(sql: Self.selection(text, where: "a.id = ?"))
            return try ids.compactMap { try Row.fetchOne(statement, arguments: [$0]).map(ArticleRow.article) }
        }
    }

    /// Returns the articles that a query wants, newest first.
    ///
    /// - Throws: ``StoreError``.
    public func articles(_ query: ArticleQuery) async throws(StoreError) -> [Article] {
        let (condition, arguments) = query.condition
        return try await read { database in
            let sql = Self.selection(query.text, where: "\(condition) ORDER BY a.time DESC, a.source, a.id LIMIT ?")
            return try Row.fetchAll(
                database, sql: sql, arguments: StatementArguments(arguments) + [query.limit ?? -1]
            ).map(ArticleRow.article)
        }
    }

    /// Returns how many articles since a time were decided how, and the newest of those that were not kept: with the
    /// reasons of the dropped ones, but without texts and all else that curation said.
    ///
    /// - Parameters:
    ///   - since: the time of the oldest.
    ///   - limit: how many of the newest are wanted.
    /// - Returns: counts and articles, the newest first.
    /// - Throws: ``StoreError``.
    public func sifted(
        since: Timestamp, limit: Int
    ) async throws(StoreError) -> (counts: [Decision: Int], latest: [Article]) {
        try await read { database in
            // The index of decision and time has all that counts and choice need.
            let tally = try Row.fetchAll(
                database,
                sql: """
                    SELECT decision, count(*) FROM article WHERE decision IN ('kept', 'dropped', 'review') AND time >= ?
                    GROUP BY decision
                    """, arguments: [since.seconds])
            var counts: [Decision: Int] = [:]
            for row in tally { counts[Decision(rawValue: row[0]) ?? .dropped] = row[1] }
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT a.id, a.source, a.url, a.title, a.language, a.time, a.decision, a.curated, a.outlet FROM (
                        SELECT number FROM article WHERE decision IN ('dropped', 'review') AND time >= ?
                        ORDER BY time DESC, number DESC LIMIT ?
                    ) chosen JOIN article a ON a.number = chosen.number
                    """, arguments: [since.seconds, limit])
            var articles: [Article] = []
            while let row = try rows.next() {
                let decision = Decision(rawValue: row[6]) ?? .dropped
                var curated = CuratedArticle(language: row[4], relevant: false, score: 0, decision: decision)
                if decision == .dropped { curated.why = try StoredJSON.reasons(in: row[7]) }
                var article = Article(
                    id: row[0], sourceID: row[1], entryKey: "", url: row[2], title: row[3], text: "",
                    fetched: Timestamp(seconds: row[5]), extraction: .failed, sha256: "", curated: curated)
                article.language = row[4]
                article.outlet = try ArticleRow.outlet(row[8])
                articles.append(article)
            }
            return (counts, articles)
        }
    }

    /// Returns the kept articles since a time, newest first.
    ///
    /// - Throws: ``StoreError``.
    public func articles(
        keptSince since: Timestamp, text: ArticleQuery.Text = .full
    ) async throws(StoreError) -> [Article] {
        try await articles(ArticleQuery(decision: .kept, since: since, text: text))
    }

    /// Returns the earlier forms of an article, the first one first.
    ///
    /// - Throws: ``StoreError``.
    public func revisions(of articleID: String) async throws(StoreError) -> [ArticleRevision] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT r.revision, r.seen, r.title, r.text, r.sha256 FROM articleRevision r
                    JOIN article a ON a.number = r.article WHERE a.id = ? ORDER BY r.revision
                    """, arguments: [articleID]
            ).map { row in
                ArticleRevision(
                    revision: row[0], replaced: Timestamp(seconds: row[1]), title: row[2], text: row[3], sha256: row[4])
            }
        }
    }

    static func selection(_ text: ArticleQuery.Text, where condition: String) -> String {
        """
        SELECT \(ArticleRow.selection(text: text.sql)) FROM article a
        LEFT JOIN articleText t ON t.article = a.number WHERE \(condition)
        """
    }
}
