public import Curation
public import Developments
internal import GRDB
public import Notation

/// A doubt as the store keeps it.
public struct StoredDoubt: Hashable, Codable, Sendable {
    /// What is in doubt.
    public var doubt: Doubt
    /// When it was last found.
    public var seen: Timestamp
}

extension Store {
    /// Returns the articles that a person decided about, with the decision that is in force.
    ///
    /// - Throws: ``StoreError``.
    public func correctedArticles() async throws(StoreError) -> [String: Decision] {
        try await read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT id, decision FROM article WHERE isCorrected = 1")
            return Dictionary(
                rows.compactMap { row in Decision(rawValue: row[1]).map { (row[0], $0) } },
                uniquingKeysWith: { first, _ in first })
        }
    }

    /// Stores articles that were decided or coded anew, in one transaction; their texts and revisions stay.
    ///
    /// - Parameters:
    ///   - articles: the articles; unknown ones are left out.
    ///   - isCorrected: whether a person decided.
    ///   - cause: what an article's history says of why its decision changed.
    ///   - now: when it did.
    /// - Throws: ``StoreError``.
    public func save(
        decided articles: [Article], isCorrected: Bool, cause: EarlierDecision.Cause, now: Timestamp
    ) async throws(StoreError) {
        if articles.isEmpty { return }
        let prepared: [PreparedArticle]
        do {
            prepared = try articles.map(PreparedArticle.init)
        } catch {
            throw StoreError(error, path: path)
        }
        try await write { database in
            try Self.forgetPruning(of: articles.map(\.fetched.seconds).min() ?? 0, in: database)
            let selection = try database.cachedStatement(sql: StoredArticle.selection)
            let mark = try database.cachedStatement(sql: "UPDATE article SET isCorrected = ? WHERE id = ?")
            for article in prepared {
                guard let row = try Row.fetchOne(selection, arguments: [article.article.id]) else { continue }
                try Self.refresh(StoredArticle(row), to: article, cause: cause, now: now, in: database)
                try mark.execute(arguments: [isCorrected, article.article.id])
            }
        }
    }

    /// Returns the articles that wait for a person's decision, the longest waiting first.
    ///
    /// - Parameters:
    ///   - before: the time before which they were fetched; nil: any.
    ///   - text: how much of the text is wanted.
    /// - Returns: the articles.
    /// - Throws: ``StoreError``.
    public func articlesInReview(
        fetchedBefore before: Timestamp? = nil, text: ArticleQuery.Text = .none
    ) async throws(StoreError) -> [Article] {
        try await read { database in
            let sql = Self.selection(text, where: "a.decision = 'review' AND a.fetched < ? ORDER BY a.fetched, a.id")
            return try Row.fetchAll(database, sql: sql, arguments: [before?.seconds ?? Int.max]).map(ArticleRow.article)
        }
    }

    /// Returns what grouping left to a person, the newest first.
    ///
    /// - Throws: ``StoreError``.
    public func doubts() async throws(StoreError) -> [StoredDoubt] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT kind, development, other, article, note, seen FROM doubt
                    ORDER BY seen DESC, development, other, article
                    """
            ).compactMap { row in
                Doubt.Kind(rawValue: row[0]).map { kind in
                    StoredDoubt(
                        doubt: Doubt(
                            kind: kind, developmentID: row[1], otherID: row[2], articleID: row[3], note: row[4]),
                        seen: Timestamp(seconds: row[5]))
                }
            }
        }
    }

    static func save(_ doubt: Doubt, now: Timestamp, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO doubt (kind, development, other, article, note, seen) VALUES (?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            doubt.kind.rawValue, doubt.developmentID, doubt.otherID, doubt.articleID, doubt.note, now.seconds,
        ])
    }
}
