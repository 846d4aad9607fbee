public import Developments
internal import Foundation
internal import GRDB
public import Notation

extension Store {
    /// Returns the tombstones, also of entries that came back, in the order of their ids.
    ///
    /// - Throws: ``StoreError``.
    public func tombstones() async throws(StoreError) -> [Tombstone] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT development, time, ended FROM tombstone ORDER BY development").map {
                Tombstone(
                    developmentID: $0[0], time: Timestamp(seconds: $0[1]),
                    ended: ($0[2] as Int?).map(Timestamp.init))
            }
        }
    }

    /// Notes which entries are gone and which came back, of the developments that differ from what is printed.
    ///
    /// - Parameters:
    ///   - gone: developments that nobody tells any more and whose entries were in a feed.
    ///   - now: the clock's time.
    /// - Throws: ``StoreError``.
    public func settleTombstones(gone: [String], now: Timestamp) async throws(StoreError) {
        try await write { database in
            for id in gone {
                try database.execute(
                    sql: """
                        INSERT INTO tombstone (development, time) VALUES (?, ?)
                        ON CONFLICT (development) DO UPDATE SET time = excluded.time, ended = NULL
                            WHERE ended IS NOT NULL
                        """, arguments: [id, now.seconds])
            }
            try database.execute(
                sql: """
                    UPDATE tombstone SET ended = ? WHERE ended IS NULL AND development IN (
                        SELECT d.id FROM unprinted u JOIN development d ON d.id = u.id
                        WHERE u.kind = 0 AND d.reports <> '[]')
                    """, arguments: [now.seconds])
        }
    }

    /// Returns what is printed of the developments that nobody tells any more, as long as it is.
    ///
    /// - Throws: ``StoreError``.
    public func printedButGone() async throws(StoreError) -> [StoredPrint] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT p.id, p.time, p.reach, p.bytes FROM unprinted u JOIN printed p ON p.kind = 0 AND p.id = u.id
                    JOIN development d ON d.id = u.id WHERE u.kind = 0 AND d.reports = '[]'
                    """
            ).map { row in
                StoredPrint(
                    id: row[0], time: Timestamp(seconds: row[1]), reach: Timestamp(seconds: row[2]),
                    bytes: Array(row[3] as Data))
            }
        }
    }
}
