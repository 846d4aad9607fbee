public import Foundation
internal import GRDB
public import Notation

/// Everything that a desk remembers, in one SQLite database in its `.demarche` folder.
///
/// Every verb that writes is one transaction, so a process killed at any moment leaves the store as it was before or
/// after the verb. Write-ahead logging lets others read while one process writes; that only one writes is the desk's
/// lock, not the store's.
public struct Store: Sendable {
    /// How a store is opened.
    public struct Options: Sendable {
        /// How long to wait for another process's transaction, in seconds.
        public var busyTimeout: Double
        /// How many copies made before migrations are kept.
        public var keptBackups: Int
        /// The clock's time, which names the copy made before a migration; nil: the system's.
        public var now: Timestamp?
        /// The steps to the newest format; fewer or more of them in tests only.
        var migrations = Migration.all

        /// Creates options.
        public init(busyTimeout: Double = 5, keptBackups: Int = 3, now: Timestamp? = nil) {
            self.busyTimeout = busyTimeout
            self.keptBackups = keptBackups
            self.now = now
        }
    }

    /// The folder that holds the database, the page cache and the backups.
    public let folder: URL
    let pool: DatabasePool

    /// Where the database of a folder is.
    static func databaseFile(in folder: URL) -> URL { folder.appending(path: "store.sqlite") }

    /// Where copies made before migrations are.
    static func backupFolder(in folder: URL) -> URL { folder.appending(path: "backup") }

    /// Opens the store of a folder, after making it or bringing it to this version.
    ///
    /// An older store is copied into `backup/` first.
    ///
    /// - Parameters:
    ///   - folder: the desk's `.demarche` folder; made when missing.
    ///   - options: how to open it.
    /// - Returns: the store, to be closed with ``close()``.
    /// - Throws: ``StoreError``, such as `newerVersion` for a store that a newer program wrote.
    public static func open(folder: URL, options: Options = Options()) async throws(StoreError) -> Store {
        let file = databaseFile(in: folder)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try refuseForeignFile(file)
            let pool = try DatabasePool(path: file.path, configuration: configuration(options))
            let store = Store(folder: folder, pool: pool)
            try await store.migrate(options: options)
            try await store.renewSearch()
            return store
        } catch let error as DatabaseError {
            throw StoreError(error, path: file.path)
        } catch let error as StoreError {
            throw error
        } catch {
            throw .cannotOpen(path: file.path, detail: error.localizedDescription)
        }
    }

    /// Moves what a long log holds into the database and empties the log, unless another process reads just now.
    ///
    /// SQLite does so only when the connection that writes is closed last, which is not GRDB's order; then the next run
    /// would read the whole log before it could begin. A short one is not worth the waiting for the disk.
    public func settle() async {
        let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
        guard let log, log > 1 << 22 else { return }
        // What stays in the log is as safe there.
        try? await pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA busy_timeout = 0")
            _ = try Row.fetchAll(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }

    /// Closes the database; the store must not be used after it.
    public func close() throws(StoreError) {
        do { try pool.close() } catch { throw StoreError(error, path: path) }
    }

    var path: String { pool.path }

    /// SQLite would take a file of fewer than 16 bytes for an empty database and overwrite it; we do not.
    private static func refuseForeignFile(_ file: URL) throws {
        guard let handle = try? FileHandle(forReadingFrom: file) else { return }
        defer { try? handle.close() }
        let start = try handle.read(upToCount: 16) ?? Data()
        guard start.isEmpty || start == Data("SQLite format 3\0".utf8) else {
            throw StoreError.notAStore(path: file.path)
        }
    }

    private static func configuration(_ options: Options) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(options.busyTimeout)
        configuration.maximumReaderCount = 2
        configuration.label = "demarche"
        configuration.prepareDatabase { database in
            // With write-ahead logging NORMAL never corrupts; a power cut may undo the last transactions
            // (https://www.sqlite.org/pragma.html#pragma_synchronous).
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            // Pages of the log: a run's many transactions wait for the disk less often.
            _ = try Int.fetchOne(database, sql: "PRAGMA wal_autocheckpoint = 4000")
            // KiB; readers mostly pass over what they read once.
            try database.execute(sql: "PRAGMA cache_size = \(database.configuration.readonly ? -1000 : -4000)")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            _ = try Int.fetchOne(database, sql: "PRAGMA journal_size_limit = 67108864")
        }
        return configuration
    }

    /// Reads from one consistent state of the store.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await pool.read(body) } catch { throw StoreError(error, path: path) }
    }

    /// Writes in one transaction.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await pool.write(body) } catch { throw StoreError(error, path: path) }
    }
}
