internal import Curation
public import Developments
internal import GRDB
internal import Notation

extension Store {
    /// Returns the articles that hold all words of a query in title or text, the best match first.
    ///
    /// Dropped articles are found by their titles only.
    /// Case, accents and look-alike letters do not count: "Turkiye" finds "Türkiye". `"two words"` stand in a row, `-word`
    /// must not occur, `word*` is a beginning.
    ///
    /// - Parameters:
    ///   - query: what a person typed; without a word in it nothing is found.
    ///   - filter: which articles are considered, and how many are returned.
    /// - Returns: the articles with as much of their text as the filter wants.
    /// - Throws: ``StoreError``.
    public func articles(
        matching query: String, filter: ArticleQuery = ArticleQuery()
    ) async throws(StoreError) -> [Article] {
        guard let match = SearchText.query(query) else { return [] }
        let (condition, arguments) = filter.condition
        return try await read { database in
            let sql = """
                SELECT \(ArticleRow.selection(text: filter.text.sql)) FROM search
                JOIN article a ON a.number = search.rowid LEFT JOIN articleText t ON t.article = a.number
                WHERE search MATCH ? AND \(condition) ORDER BY bm25(search, 4.0, 1.0), a.time DESC, a.id LIMIT ?
                """
            let all = StatementArguments([match]) + StatementArguments(arguments) + [filter.limit ?? -1]
            return try Row.fetchAll(database, sql: sql, arguments: all).map(ArticleRow.article)
        }
    }

    static func addToSearch(_ indexed: IndexedText, number: Int64, in database: Database) throws {
        try BulkStatement("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", in: database).execute {
            $0.add(number)
            $0.add(indexed.title)
            $0.add(indexed.text)
        }
    }

    /// Takes an article out of the index, which holds no texts and must be told what it had indexed
    /// (https://www.sqlite.org/fts5.html#the_delete_command).
    static func removeFromSearch(_ indexed: IndexedText, number: Int64, in database: Database) throws {
        try database.cachedStatement(sql: "INSERT INTO search (search, rowid, title, text) VALUES ('delete', ?, ?, ?)")
            .execute(arguments: [number, indexed.title, indexed.text])
    }

    /// Makes the index anew when it was made with another folding.
    func renewSearch() async throws {
        let version = SearchText.version
        let key = "search.folding"
        let found = try await pool.read { database in
            try String.fetchOne(database, sql: "SELECT value FROM published WHERE key = ?", arguments: [key])
        }
        if found == version { return }
        try await pool.write { database in
            try database.execute(sql: "INSERT INTO search (search) VALUES ('delete-all')")
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT a.number, a.title, t.text, a.decision FROM article a JOIN articleText t ON t.article = a.number
                    """)
            let insertion = try database.makeStatement(sql: "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)")
            while let row = try rows.next() {
                let indexed = IndexedText(title: row[1], text: row[2], decision: row[3])
                try insertion.execute(arguments: [row[0] as Int64, indexed.title, indexed.text])
            }
            try database.execute(
                sql: "INSERT OR REPLACE INTO published (key, value) VALUES (?, ?)", arguments: [key, version])
        }
    }
}
