internal import Foundation
internal import GRDB
internal import Notation

extension Store {
    /// Brings the database to the newest version, after a copy of an existing older one.
    func migrate(options: Options) async throws {
        let file = path
        let newest = options.migrations.count
        let found = try await pool.read { database in try Self.version(of: database, path: file, newest: newest) }
        guard found < newest else { return }
        if found > 0 { try await copyBeforeMigration(from: found, options: options) }
        try await pool.writeWithoutTransaction { database in
            // The version is read again under the lock: another process may have migrated meanwhile.
            try database.inTransaction(.immediate) {
                let version = try Self.version(of: database, path: file, newest: newest)
                for migration in options.migrations.dropFirst(version) {
                    try database.execute(sql: migration.statements)
                }
                try database.execute(sql: "PRAGMA user_version = \(newest)")
                try database.execute(sql: "PRAGMA application_id = \(Migration.applicationID)")
                return .commit
            }
        }
    }

    /// Returns the version of a database, 0 for an empty one.
    static func version(
        of database: Database, path: String, newest: Int = Migration.currentVersion
    ) throws -> Int {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let owner = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
        guard isEmpty || owner == Migration.applicationID else { throw StoreError.notAStore(path: path) }
        guard version <= newest else {
            throw StoreError.newerVersion(path: path, found: version, known: newest)
        }
        return version
    }

    private func copyBeforeMigration(from version: Int, options: Options) async throws {
        let backups = Self.backupFolder(in: folder)
        try FileManager.default.createDirectory(at: backups, withIntermediateDirectories: true)
        let now = options.now ?? Timestamp(seconds: Int(Date().timeIntervalSince1970))
        let stamp = String(now.description.filter { $0.isNumber })
        try await backup(to: backups.appending(path: "store-\(stamp)-v\(version).sqlite"))
        // The names begin with the time, so their order is that of their age.
        let copies = try FileManager.default.contentsOfDirectory(atPath: backups.path)
            .filter { $0.hasPrefix("store-") && $0.hasSuffix(".sqlite") }.sorted()
        for name in copies.dropLast(max(1, options.keptBackups)) {
            try FileManager.default.removeItem(at: backups.appending(path: name))
        }
    }
}
