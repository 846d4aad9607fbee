internal import GRDB
public import Notation

/// Corrections that the store followed at once.
public struct FollowedStep: Hashable, Sendable {
    /// Numbers the steps in their order.
    public var number: Int64
    /// The corrections, as lines of `corrections.tsv`.
    public var lines: [String]
    /// The time that what they changed bears.
    public var time: Timestamp
    /// Whether all that they ask for was stored; false after a process was killed midway.
    public var isWhole: Bool
}

extension Store {
    /// Returns the corrections that were followed, in their order.
    ///
    /// - Throws: ``StoreError``.
    public func followedSteps() async throws(StoreError) -> [FollowedStep] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT step, lines, time, isWhole FROM following ORDER BY step").map {
                FollowedStep(
                    number: $0[0], lines: ($0[1] as String).split(separator: "\n").map(String.init),
                    time: Timestamp(seconds: $0[2]), isWhole: $0[3])
            }
        }
    }

    /// Follows corrections, and keeps what each row that this changes was before.
    ///
    /// - Parameters:
    ///   - lines: the corrections, as lines of `corrections.tsv`.
    ///   - time: the time that what they change bears.
    ///   - work: brings the store to them; nobody else may write meanwhile.
    /// - Returns: what `work` returned.
    /// - Throws: ``StoreError``, or what `work` throws; the step stays incomplete then.
    public func follow<Result: Sendable>(
        _ lines: [String], time: Timestamp, work: () async throws -> Result
    ) async throws -> Result {
        let step = try await write { database in
            // Also what `INSERT OR REPLACE` takes away is to be written down.
            try database.execute(sql: "PRAGMA recursive_triggers = ON")
            try database.execute(
                sql: "INSERT INTO following (lines, time, isWhole) VALUES (?, ?, 0)",
                arguments: [lines.joined(separator: "\n"), time.seconds])
            let step = database.lastInsertedRowID
            for name in JournaledTable.names {
                try database.execute(sql: JournaledTable(name, in: database).start(step: step))
            }
            return step
        }
        let result: Result
        do {
            result = try await work()
        } catch {
            try await endJournal(of: step, isWhole: false)
            throw error
        }
        try await endJournal(of: step, isWhole: true)
        return result
    }

    private func endJournal(of step: Int64, isWhole: Bool) async throws(StoreError) {
        try await write { database in
            for name in JournaledTable.names {
                try database.execute(sql: JournaledTable(name, in: database).stop)
            }
            try database.execute(sql: "PRAGMA recursive_triggers = OFF")
            try database.execute(
                sql: "UPDATE following SET isWhole = ? WHERE step = ?", arguments: [isWhole, step])
            let developments = try String.fetchAll(
                database, sql: "SELECT DISTINCT row FROM journal WHERE step = ? AND place = 'development'",
                arguments: [step])
            try Self.printStoriesAgain(of: developments, in: database)
        }
    }

    /// Makes the store what it was before a step, which must be the last.
    ///
    /// Where others changed since what the step had changed, what they did stays, and the articles that it concerns are to
    /// be grouped again; what is then left of the step grouping undoes, since no correction asks for it.
    ///
    /// - Parameter step: the step.
    /// - Returns: whether the store is what it was.
    /// - Throws: ``StoreError``.
    public func takeBack(_ step: FollowedStep) async throws(StoreError) -> Bool {
        do {
            return try await pool.write { database in
                let isRestored = try Self.restore(step.number, in: database)
                try Self.forget(step, in: database)
                return isRestored
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            // A row that came since hangs on one that the step made.
            try await write { database in try Self.forget(step, in: database) }
            return false
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private static func forget(_ step: FollowedStep, in database: Database) throws {
        try database.execute(sql: "DELETE FROM following WHERE step = ?", arguments: [step.number])
    }

    private static func restore(_ step: Int64, in database: Database) throws -> Bool {
        try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
        let tables = try Dictionary(
            uniqueKeysWithValues: JournaledTable.names.map { ($0, try JournaledTable($0, in: database)) })
        let (rows, changes) = try changes(in: step, of: database)
        var stale: Set<JournaledRow> = []
        for row in rows {
            guard let table = tables[row.table], let change = changes[row] else { return false }
            if try table.image(of: row.row, in: database) != change.after { stale.insert(row) }
        }
        let developments = rows.filter { $0.table == "development" }.map(\.row)
        try printStoriesAgain(of: developments, in: database)
        var again: [String] = []
        for row in rows.reversed() {
            guard let table = tables[row.table], let change = changes[row] else { return false }
            if stale.contains(row) {
                guard let before = change.before else { continue }
                switch row.table {
                case "development": again += try restore(row.row, under: before, in: table, database)
                case "story": try restoreTitle(of: row.row, under: before, in: table, database)
                default: break
                }
                continue
            }
            let indexed = row.table == "article" ? try indexed(row.row, in: database) : nil
            // A row may have gone with another on which it hung.
            let isThere = try table.image(of: row.row, in: database) != nil
            try table.restore(row.row, to: change.before, isThere: isThere, in: database)
            if let indexed { try reindex(row.row, from: indexed, in: database) }
        }
        for id in again {
            try database.execute(sql: "UPDATE article SET isGrouped = 0 WHERE id = ?", arguments: [id])
        }
        try printStoriesAgain(of: developments, in: database)
        try database.execute(
            sql: """
                INSERT INTO unprinted (kind, id) SELECT 0, id FROM printed
                WHERE kind = 0 AND NOT EXISTS (SELECT 1 FROM development d WHERE d.id = printed.id)
                ON CONFLICT DO NOTHING
                """)
        return !stale.contains { JournaledTable.binding.contains($0.table) }
    }

    /// Gives a development that others changed since the reports that it had before a step.
    ///
    /// Its revision goes on, since what came meanwhile was published.
    ///
    /// - Returns: the articles that report it now, which are to be grouped again.
    private static func restore(
        _ row: String, under before: String, in table: JournaledTable, _ database: Database
    ) throws -> [String] {
        guard
            let now = try Row.fetchOne(
                database, sql: "SELECT revision, lastChanged FROM development WHERE \(row)")
        else { return [] }
        let articles = try String.fetchAll(
            database,
            sql: """
                SELECT DISTINCT json_extract(r.value, '$.articleID') FROM development d, json_each(d.reports) r
                WHERE d.\(row)
                """)
        try table.restore(row, to: before, isThere: true, in: database)
        try database.execute(
            sql: "UPDATE development SET revision = ?, lastChanged = ? WHERE \(row)",
            arguments: [now[0] as Int, now[1] as Int])
        return articles
    }

    /// Gives a story that others changed since the title that it had before a step.
    private static func restoreTitle(
        of row: String, under before: String, in table: JournaledTable, _ database: Database
    ) throws {
        let last = try Int.fetchOne(database, sql: "SELECT lastReport FROM story WHERE \(row)")
        guard let last else { return }
        try table.restore(row, to: before, isThere: true, in: database)
        try database.execute(sql: "UPDATE story SET lastReport = ? WHERE \(row)", arguments: [last])
    }

    /// Notes that the developments of a story are to be printed, since the pages of one lead to the others.
    private static func printStoriesAgain(of rows: [String], in database: Database) throws {
        for row in rows {
            try database.execute(
                sql: """
                    INSERT INTO unprinted (kind, id)
                    SELECT 0, id FROM development WHERE story IN (SELECT story FROM development WHERE \(row))
                    ON CONFLICT DO NOTHING
                    """)
        }
    }

    /// A row that a step changed, named by its table and the condition on its key.
    private struct JournaledRow: Hashable {
        var table: String
        var row: String
    }

    /// Returns the rows that a step changed, in the order in which it first did, with what they were before and after it.
    private static func changes(
        in step: Int64, of database: Database
    ) throws -> (rows: [JournaledRow], changes: [JournaledRow: (before: String?, after: String?)]) {
        var rows: [JournaledRow] = []
        var changes: [JournaledRow: (before: String?, after: String?)] = [:]
        let cursor = try Row.fetchCursor(
            database, sql: "SELECT place, row, before, after FROM journal WHERE step = ? ORDER BY number",
            arguments: [step])
        while let item = try cursor.next() {
            let row = JournaledRow(table: item[0], row: item[1])
            if changes[row] == nil {
                rows.append(row)
                changes[row] = (item[2], item[3])
            } else {
                changes[row]?.after = item[3]
            }
        }
        return (rows, changes)
    }

    // MARK: Search

    private static func indexed(
        _ row: String, in database: Database
    ) throws -> (number: Int64, words: IndexedText, decision: String)? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT article.number, title, t.text, decision FROM article
                JOIN articleText t ON t.article = article.number WHERE article.\(row)
                """
        ).map { (number: $0[0], words: IndexedText(title: $0[1], text: $0[2], decision: $0[3]), decision: $0[3]) }
    }

    /// Brings the search index, of which no trigger can tell, to an article that was restored.
    private static func reindex(
        _ row: String, from old: (number: Int64, words: IndexedText, decision: String), in database: Database
    ) throws {
        guard let new = try indexed(row, in: database), new.decision != old.decision else { return }
        try removeFromSearch(old.words, number: old.number, in: database)
        try addToSearch(new.words, number: new.number, in: database)
    }
}
