internal import Foundation
internal import GRDB
public import Notation

/// A run as the store keeps it.
public struct StoredRun: Hashable, Sendable {
    /// Its number, given by the store; 0 until then.
    public var number: Int
    /// When it began.
    public var started: Timestamp
    /// When it ended; nil while it runs or when it was killed.
    public var finished: Timestamp?
    /// How it ended; nil while it runs or when it was killed.
    public var exitCode: Int?
    /// The report: written and read by the owner.
    public var report: [UInt8]

    /// Creates a run.
    public init(
        number: Int = 0, started: Timestamp, finished: Timestamp? = nil, exitCode: Int? = nil, report: [UInt8] = []
    ) {
        self.number = number
        self.started = started
        self.finished = finished
        self.exitCode = exitCode
        self.report = report
    }
}

/// What a person was told of a source that needs them.
public struct Alarm: Hashable, Sendable {
    /// The source.
    public var sourceID: String
    /// What is the matter, in the owner's words (`failing`, `moved`).
    public var kind: String
    /// Since when.
    public var since: Timestamp
    /// When a person was last told; nil: not yet.
    public var told: Timestamp?

    /// Creates an alarm.
    public init(sourceID: String, kind: String, since: Timestamp, told: Timestamp? = nil) {
        self.sourceID = sourceID
        self.kind = kind
        self.since = since
        self.told = told
    }
}

extension Store {
    /// How many runs are remembered.
    private static let keptRuns = 500

    /// Stores a run; a run with a number replaces the one of that number.
    ///
    /// - Returns: the run's number.
    /// - Throws: ``StoreError``.
    @discardableResult
    public func record(_ run: StoredRun) async throws(StoreError) -> Int {
        try await write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO run (number, started, finished, exitCode, report) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    run.number > 0 ? run.number : nil, run.started.seconds, run.finished?.seconds, run.exitCode,
                    Data(run.report),
                ])
            let number = run.number > 0 ? run.number : Int(database.lastInsertedRowID)
            try database.execute(sql: "DELETE FROM run WHERE number <= ?", arguments: [number - Self.keptRuns])
            return number
        }
    }

    /// Returns the last runs, the latest first.
    ///
    /// - Throws: ``StoreError``.
    public func runs(limit: Int = 500) async throws(StoreError) -> [StoredRun] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT number, started, finished, exitCode, report FROM run ORDER BY number DESC LIMIT ?",
                arguments: [limit]
            ).map { row in
                StoredRun(
                    number: row[0], started: Timestamp(seconds: row[1]), finished: (row[2] as Int?).map(Timestamp.init),
                    exitCode: row[3], report: Array(row[4] as Data))
            }
        }
    }

    /// Returns what was published last, by key.
    ///
    /// - Throws: ``StoreError``.
    public func publishedState() async throws(StoreError) -> [String: String] {
        try await read { database in
            // Keys that begin with "search." are the store's own.
            let rows = try Row.fetchAll(database, sql: "SELECT key, value FROM published WHERE key NOT LIKE 'search.%'")
            return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Stores what was published; keys that are not named stay.
    ///
    /// - Parameter values: the new values; nil removes a key.
    /// - Throws: ``StoreError``.
    public func save(published values: [String: String?]) async throws(StoreError) {
        try await write { database in try Self.save(published: values, in: database) }
    }

    static func save(published values: [String: String?], in database: Database) throws {
        for (key, value) in values {
            if let value {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO published (key, value) VALUES (?, ?)", arguments: [key, value])
            } else {
                try database.execute(sql: "DELETE FROM published WHERE key = ?", arguments: [key])
            }
        }
    }

    /// Returns the alarms that stand, by the source's id.
    ///
    /// - Throws: ``StoreError``.
    public func alarms() async throws(StoreError) -> [String: Alarm] {
        try await read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT source, kind, since, told FROM alarm")
            return Dictionary(
                rows.map { row in
                    (
                        row[0],
                        Alarm(
                            sourceID: row[0], kind: row[1], since: Timestamp(seconds: row[2]),
                            told: (row[3] as Int?).map(Timestamp.init))
                    )
                }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Puts these alarms in the place of all that stood.
    ///
    /// - Throws: ``StoreError``.
    public func save(alarms: [Alarm]) async throws(StoreError) {
        try await write { database in
            try database.execute(sql: "DELETE FROM alarm")
            for alarm in alarms {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO alarm (source, kind, since, told) VALUES (?, ?, ?, ?)",
                    arguments: [alarm.sourceID, alarm.kind, alarm.since.seconds, alarm.told?.seconds])
            }
        }
    }
}
