internal import Foundation
internal import GRDB
public import Notation

/// How long what is kept.
public struct Retention: Hashable, Sendable {
    /// Days for which the texts of dropped articles are kept.
    public var droppedTextDays: Int
    /// Days for which the texts of kept articles are kept, and the reasons of dropped ones.
    public var keptTextDays: Int
    /// Days for which articles are compared with later ones.
    public var groupingDays: Int
    /// Days for which a person is asked about what is in doubt.
    public static let reviewDays = 14

    /// Creates retention; the defaults are the product's.
    public init(droppedTextDays: Int = 30, keptTextDays: Int = 400, groupingDays: Int = 30) {
        self.droppedTextDays = droppedTextDays
        self.keptTextDays = keptTextDays
        self.groupingDays = groupingDays
    }
}

/// How much is in the store.
public struct StoreStatistics: Hashable, Sendable {
    /// Rows by what they hold: `sources`, `entries`, `articles`, `kept`, `dropped`, `review`, `revisions`, `developments`,
    /// `stories`, `changes`, `pendingPages`, `runs`.
    public var counts: [String: Int]
    /// Bytes on disk by what they hold: `database`, `log`, `pages`, `backups`.
    public var sizes: [String: Int]
}

extension Store {
    /// Deletes what is past its time: texts, earlier revisions, reasons of dropped articles, and traces for grouping.
    ///
    /// Ids and hashes of entries stay, so that nothing deleted returns as new.
    ///
    /// - Returns: how many texts were deleted.
    /// - Throws: ``StoreError``.
    @discardableResult
    public func prune(now: Timestamp, retention: Retention = Retention()) async throws(StoreError) -> Int {
        func day(_ days: Int) -> Int { now.adding(seconds: -86_400 * days).seconds }
        let (dropped, kept, grouping) = (
            day(retention.droppedTextDays), day(retention.keptTextDays), day(retention.groupingDays)
        )
        let done = try await prunedUntil()
        var count = 0
        while true {
            // In parts, so that no transaction keeps readers' log long or the memory full.
            let part = try await write { database in
                try Self.pruneTexts(
                    dropped: done.dropped..<max(done.dropped, dropped), kept: done.kept..<max(done.kept, kept),
                    in: database)
            }
            count += part
            if part == 0 { break }
        }
        let review = day(Retention.reviewDays)
        try await write { database in
            try database.execute(sql: "DELETE FROM trace WHERE time < ?", arguments: [grouping])
            try database.execute(sql: "DELETE FROM doubt WHERE seen < ?", arguments: [review])
            // The sign keeps SQLite from going through all that was ever dropped, to which its index leads as well.
            try database.execute(
                sql: "DELETE FROM article WHERE +decision = 'dropped' AND story = '' AND fetched < ?", arguments: [kept]
            )
            try Self.save(published: [Self.prunedKey: "\(dropped) \(kept)"], in: database)
        }
        return count
    }

    /// Until which time of fetching texts are deleted already, so that a run goes through no more than what came since.
    private func prunedUntil() async throws(StoreError) -> (dropped: Int, kept: Int) {
        try await read { database in try Self.prunedUntil(in: database) }
    }

    private static func prunedUntil(in database: Database) throws -> (dropped: Int, kept: Int) {
        let sql = "SELECT value FROM published WHERE key = ?"
        let stored = try String.fetchOne(database, sql: sql, arguments: [prunedKey])
        let times = (stored ?? "").split(separator: " ").compactMap { Int($0) }
        return times.count == 2 ? (times[0], times[1]) : (0, 0)
    }

    private static let prunedKey = "search.pruned"

    /// Lets the next pruning look at all texts again, since one that was passed over differs now.
    ///
    /// - Parameters:
    ///   - fetched: when the earliest article that differs was fetched, in seconds.
    ///   - database: within a transaction.
    /// - Throws: `DatabaseError`.
    static func forgetPruning(of fetched: Int, in database: Database) throws {
        guard fetched < (try prunedUntil(in: database)).dropped else { return }
        try save(published: [prunedKey: nil], in: database)
    }

    private static func pruneTexts(dropped: Range<Int>, kept: Range<Int>, in database: Database) throws -> Int {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT a.number, a.title, t.text, a.decision FROM article a JOIN articleText t ON t.article = a.number
                WHERE (a.fetched >= ? AND a.fetched < ? AND a.decision <> 'kept')
                    OR (a.fetched >= ? AND a.fetched < ?) LIMIT 500
                """, arguments: [dropped.lowerBound, dropped.upperBound, kept.lowerBound, kept.upperBound])
        for row in rows {
            let number: Int64 = row[0]
            let indexed = IndexedText(title: row[1], text: row[2], decision: row[3])
            try removeFromSearch(indexed, number: number, in: database)
            try database.cachedStatement(sql: "DELETE FROM articleText WHERE article = ?").execute(arguments: [number])
            try database.cachedStatement(sql: "UPDATE articleRevision SET text = NULL WHERE article = ?")
                .execute(arguments: [number])
        }
        return rows.count
    }

    /// Returns how much is in the store and how large it is.
    ///
    /// - Throws: ``StoreError``.
    public func statistics() async throws(StoreError) -> StoreStatistics {
        let counts = try await read { database in
            var counts: [String: Int] = [:]
            for (name, table) in [
                ("sources", "source WHERE isSubscribed = 1"), ("entries", "entry"), ("articles", "article"),
                ("kept", "article WHERE decision = 'kept'"), ("dropped", "article WHERE decision = 'dropped'"),
                ("review", "article WHERE decision = 'review'"), ("revisions", "articleRevision"),
                ("developments", "development WHERE mergedInto IS NULL"), ("stories", "story"), ("changes", "change"),
                ("pendingPages", "pendingPage"), ("runs", "run"),
            ] {
                counts[name] = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
            }
            return counts
        }
        return StoreStatistics(counts: counts, sizes: sizes())
    }

    /// Returns the bytes on disk by what they hold: `database`, `log`, `pages`, `backups`.
    public func sizes() -> [String: Int] {
        [
            "database": Self.size(of: URL(filePath: path)), "log": Self.size(of: URL(filePath: path + "-wal")),
            "pages": Self.size(of: PageCache.folder(in: folder)),
            "backups": Self.size(of: Self.backupFolder(in: folder)),
        ]
    }

    private static func size(of url: URL) -> Int {
        let keys: Set<URLResourceKey> = [.fileSizeKey, .isRegularFileKey]
        func own(_ url: URL) -> Int {
            guard let values = try? url.resourceValues(forKeys: keys), values.isRegularFile == true else { return 0 }
            return values.fileSize ?? 0
        }
        let children = FileManager.default.enumerator(at: url, includingPropertiesForKeys: Array(keys))
        return own(url) + (children?.compactMap { ($0 as? URL).map(own) }.reduce(0, +) ?? 0)
    }
}
