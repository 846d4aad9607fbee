internal import GRDB

extension Store {
    /// Checks the database file, its references, and what must hold between its tables.
    ///
    /// - Returns: one line for each defect; empty when all is well.
    /// - Throws: ``StoreError`` when the check itself cannot be done.
    public func verify() async throws(StoreError) -> [String] {
        try await read { database in
            var defects = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
                .map { "database file: \($0)" }
            let references = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
            defects += references.prefix(20).map { "table \($0[0] as String): a row refers to one that is missing" }
            for rule in Self.rules {
                let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(rule.breaches)") ?? 0
                if count > 0 { defects.append("\(count) \(rule.name)") }
            }
            return defects
        }
    }

    private static let rules: [(name: String, breaches: String)] = [
        (
            "pages are to be asked for again for entries that were never read",
            """
            pendingPage p JOIN entry e ON e.source = p.source AND e.key = p.key WHERE e.standing = 0
            """
        ),
        (
            "articles are in a development that was merged into no known one",
            """
            development d WHERE d.mergedInto IS NOT NULL AND NOT EXISTS (SELECT 1 FROM development o WHERE o.id = d.mergedInto)
            """
        ),
        (
            "developments have a story without a row",
            """
            development d WHERE NOT EXISTS (SELECT 1 FROM story s WHERE s.id = d.story)
            """
        ),
        (
            "reports name an article that is not stored",
            """
            developmentArticle r WHERE NOT EXISTS (SELECT 1 FROM article a WHERE a.id = r.article)
            """
        ),
        (
            "articles have no revision between the first and the current one",
            """
            article a WHERE a.revision > 1 AND (SELECT count(*) FROM articleRevision r WHERE r.article = a.number)
                <> a.revision - 1
            """
        ),
        (
            "corrections were followed halfway: the next run makes that good",
            "following WHERE isWhole = 0"
        ),
        (
            "reports are of articles that are not kept, and no source took them back",
            """
            development d, json_each(d.reports) r JOIN article a ON a.id = json_extract(r.value, '$.articleID')
            WHERE a.decision <> 'kept' AND a.isGrouped = 1 AND json_extract(r.value, '$.event.status') <> 'retracted'
            """
        ),
        (
            "articles are said to tell a development that has no report of theirs",
            """
            developmentArticle r JOIN development d ON d.id = r.development WHERE d.mergedInto IS NULL AND NOT EXISTS (
                SELECT 1 FROM json_each(d.reports) e WHERE json_extract(e.value, '$.articleID') = r.article)
            """
        ),
        (
            "changes tell of revisions that their developments do not have",
            """
            change c JOIN development d ON d.id = c.development WHERE c.revision > d.revision
            """
        ),
        (
            "entries are gone from the feed although they are told: `demarche publish` brings them back",
            """
            tombstone t JOIN development d ON d.id = t.development WHERE t.ended IS NULL AND d.reports <> '[]'
            """
        ),
    ]
}
