internal import Foundation
internal import GRDB
public import Notation

/// What an edition made of a development or an article, for the next one.
public struct StoredPrint: Hashable, Sendable {
    /// What it was made of.
    public enum Kind: Int, Hashable, Sendable {
        case development = 0
        case article = 1
    }

    /// The development or article.
    public var id: String
    /// The time by which the outputs order it.
    public var time: Timestamp
    /// The time by which the outputs' windows reach it.
    public var reach: Timestamp
    /// Written and read by the owner.
    public var bytes: [UInt8]

    /// Creates what is kept.
    public init(id: String, time: Timestamp, reach: Timestamp, bytes: [UInt8]) {
        self.id = id
        self.time = time
        self.reach = reach
        self.bytes = bytes
    }
}

extension Store {
    /// Returns the ids of what differs from what the last edition was made of.
    ///
    /// - Throws: ``StoreError``.
    public func unprinted(_ kind: StoredPrint.Kind) async throws(StoreError) -> [String] {
        try await read { database in
            try String.fetchAll(
                database, sql: "SELECT id FROM unprinted WHERE kind = ? ORDER BY id", arguments: [kind.rawValue])
        }
    }

    /// Forgets what editions were made of: everything is to be printed anew.
    ///
    /// - Throws: ``StoreError``.
    public func unprintAll() async throws(StoreError) {
        try await write { database in
            try database.execute(
                sql: """
                    DELETE FROM printed;
                    INSERT INTO unprinted (kind, id) SELECT 0, id FROM development WHERE true ON CONFLICT DO NOTHING;
                    INSERT INTO unprinted (kind, id) SELECT 1, id FROM article WHERE decision = 'kept'
                        ON CONFLICT DO NOTHING;
                    """)
        }
    }

    /// Notes that an edition is out that was made of all that is kept.
    ///
    /// - Parameter values: what was published, as ``save(published:)`` takes it.
    /// - Throws: ``StoreError``.
    public func finishEdition(_ values: [String: String?]) async throws(StoreError) {
        try await write { database in
            try database.execute(sql: "DELETE FROM unprinted")
            try Self.save(published: values, in: database)
        }
    }

    /// Keeps what an edition is made of.
    ///
    /// - Parameters:
    ///   - prints: what is kept.
    ///   - ids: all that was to be printed; what is not among `prints` may no longer be shown and is forgotten.
    ///   - kind: what it was made of.
    /// - Throws: ``StoreError``.
    public func save(
        _ prints: [StoredPrint], of ids: [String], _ kind: StoredPrint.Kind
    ) async throws(StoreError) {
        let gone = Set(ids).subtracting(prints.map(\.id))
        try await write { database in
            let removal = try BulkStatement("DELETE FROM printed WHERE kind = ? AND id = ?", in: database)
            for id in gone {
                try removal.execute {
                    $0.add(kind.rawValue)
                    $0.add(id)
                }
            }
            let insertion = try BulkStatement(
                """
                INSERT INTO printed (kind, id, time, reach, bytes) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (kind, id) DO UPDATE SET time = excluded.time, reach = excluded.reach,
                    bytes = excluded.bytes
                """, in: database)
            for print in prints {
                try insertion.execute {
                    $0.add(kind.rawValue)
                    $0.add(print.id)
                    $0.add(print.time.seconds)
                    $0.add(print.reach.seconds)
                    $0.add(print.bytes)
                }
            }
        }
    }

    /// Returns what is kept of a kind, as far as a window reaches back from the newest.
    ///
    /// - Parameters:
    ///   - kind: what it was made of.
    ///   - days: the days of the window; nil: all.
    ///   - now: where the window starts at the latest.
    /// - Returns: what is kept, in no order.
    /// - Throws: ``StoreError``.
    public func printed(
        _ kind: StoredPrint.Kind, days: Int?, now: Timestamp
    ) async throws(StoreError) -> [StoredPrint] {
        try await read { database in
            let newest =
                try Int.fetchOne(
                    database, sql: "SELECT max(reach) FROM printed WHERE kind = ?", arguments: [kind.rawValue]) ?? 0
            let since = days.map { min(newest, now.seconds) - $0 * 86_400 } ?? Int.min
            let rows = try Row.fetchCursor(
                database, sql: "SELECT id, time, reach, bytes FROM printed WHERE kind = ? AND reach >= ?",
                arguments: [kind.rawValue, since])
            var prints: [StoredPrint] = []
            while let row = try rows.next() {
                let bytes = try row.withUnsafeData(atIndex: 3) { $0.map(Array.init) ?? [] }
                prints.append(
                    StoredPrint(
                        id: row[0], time: Timestamp(seconds: row[1]), reach: Timestamp(seconds: row[2]), bytes: bytes))
            }
            return prints
        }
    }
}
