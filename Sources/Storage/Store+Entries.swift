internal import GRDB
public import Notation

extension Store {
    /// Returns what is known of some of a source's entries, by key, without headlines; a key that is missing is new.
    ///
    /// - Parameters:
    ///   - keys: the keys that they may be stored under.
    ///   - sourceID: the source.
    /// - Returns: the known entries by their key.
    /// - Throws: ``StoreError``.
    public func knownEntries(_ keys: [String], of sourceID: String) async throws(StoreError) -> [String: KnownEntry] {
        try await read { database in
            let statement = try database.cachedStatement(
                sql: Self.entries("e.source = ? AND e.key = ?", isTitled: false))
            var known: [String: KnownEntry] = [:]
            let question = try database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE source = ?)")
            guard try Bool.fetchOne(question, arguments: [sourceID]) ?? true else { return known }
            for key in keys where known[key] == nil {
                known[key] = try Row.fetchOne(statement, arguments: [sourceID, key]).map(Self.entry)
            }
            return known
        }
    }

    /// Returns the entries of a source that have an identifier or a page of some marks.
    ///
    /// - Parameters:
    ///   - marks: what is asked for; headlines and texts count not.
    ///   - sourceID: the source.
    /// - Returns: the known entries, each once; of many that share a mark the first.
    /// - Throws: ``StoreError``.
    public func knownEntries(
        marked marks: [KnownEntry.Marks], of sourceID: String
    ) async throws(StoreError) -> [KnownEntry] {
        try await read { database in
            var known: [String: KnownEntry] = [:]
            for (column, values) in [("guid", Set(marks.compactMap(\.guid))), ("page", Set(marks.compactMap(\.page)))] {
                let statement = try database.cachedStatement(
                    sql: Self.entries("e.source = ? AND e.\(column) = ? ORDER BY e.key LIMIT \(Self.sharedMarkLimit)"))
                for value in values {
                    for row in try Row.fetchAll(statement, arguments: [sourceID, value]) {
                        let entry = Self.entry(row)
                        known[entry.key] = entry
                    }
                }
            }
            return known.values.sorted { $0.key < $1.key }
        }
    }

    /// More entries with one identifier or page are not compared.
    private static let sharedMarkLimit = 200

    private static func entries(_ condition: String, isTitled: Bool = true) -> String {
        """
        SELECT e.key, e.contentHash, e.standing, e.article, e.guid, e.page, e.headline, e.text,
            \(isTitled ? "(SELECT title FROM article WHERE id = e.article)" : "NULL")
        FROM entry e WHERE \(condition)
        """
    }

    private static func entry(_ row: Row) -> KnownEntry {
        var entry = KnownEntry(
            key: row[0], contentHash: row[1], standing: KnownEntry.Standing(rawValue: row[2]) ?? .seen,
            articleID: row[3], marks: KnownEntry.Marks(guid: row[4], page: row[5], headline: row[6], text: row[7]))
        entry.title = row[8] ?? ""
        return entry
    }

    /// Returns how many entries of a source are known.
    ///
    /// - Throws: ``StoreError``.
    public func entryCount(of sourceID: String) async throws(StoreError) -> Int {
        try await read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM entry WHERE source = ?", arguments: [sourceID]) ?? 0
        }
    }
}
