public import Foundation
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
            "pending pages belong to entries that do not wait for one",
            """
            pendingPage p JOIN entry e ON e.source = p.source AND e.key = p.key WHERE e.standing <> 2
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
    ]

    /// Copies the database as it is now into a file, while others may read and write.
    ///
    /// - Parameter file: the copy; it appears only when it is complete, and replaces a file of that name.
    /// - Throws: ``StoreError``.
    public func backup(to file: URL) async throws(StoreError) {
        let partial = file.appendingPathExtension("part")
        do {
            try? FileManager.default.removeItem(at: partial)
            let copy = try DatabaseQueue(path: partial.path)
            try pool.backup(to: copy)
            // A copy in write-ahead mode would need a second file beside it.
            try await copy.writeWithoutTransaction { database in
                _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
            }
            try copy.close()
            _ = try FileManager.default.replaceOrMove(partial, to: file)
        } catch {
            throw StoreError(error, path: file.path)
        }
    }

    /// Puts a copy in the place of a folder's store, which must not be open.
    ///
    /// The copy is checked first, and the present store is kept in `backup/` as `store-replaced.sqlite`.
    ///
    /// - Parameters:
    ///   - file: what ``backup(to:)`` wrote.
    ///   - folder: the desk's `.demarche` folder.
    /// - Throws: ``StoreError``; the present store is as it was then.
    public static func restore(from file: URL, into folder: URL) async throws(StoreError) {
        let target = databaseFile(in: folder)
        do {
            guard FileManager.default.fileExists(atPath: file.path) else {
                throw StoreError.cannotOpen(path: file.path, detail: "no such file")
            }
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let partial = target.appendingPathExtension("part")
            try? FileManager.default.removeItem(at: partial)
            try FileManager.default.copyItem(at: file, to: partial)
            try await check(partial, copyOf: file)
            if FileManager.default.fileExists(atPath: target.path) {
                // Opened and closed, so that what is still in the log is in the file.
                let present = try DatabaseQueue(path: target.path)
                _ = try await present.writeWithoutTransaction { try $0.checkpoint(.truncate) }
                try present.close()
                let backups = backupFolder(in: folder)
                try FileManager.default.createDirectory(at: backups, withIntermediateDirectories: true)
                let kept = backups.appending(path: "store-replaced.sqlite")
                try? FileManager.default.removeItem(at: kept)
                try FileManager.default.copyItem(at: target, to: kept)
            }
            for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: target.path + suffix) }
            try FileManager.default.replaceOrMove(partial, to: target)
        } catch {
            throw StoreError(error, path: file.path)
        }
    }

    private static func check(_ copy: URL, copyOf file: URL) async throws {
        let queue = try DatabaseQueue(path: copy.path)
        defer { try? queue.close() }
        try await queue.read { database in
            guard try version(of: database, path: file.path) > 0 else { throw StoreError.notAStore(path: file.path) }
            let defects = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)").filter { $0 != "ok" }
            if let defect = defects.first { throw StoreError.corrupt(path: file.path, detail: defect) }
        }
    }
}

extension FileManager {
    /// Moves a file over another one, if there is one, by rename(2).
    fileprivate func replaceOrMove(_ file: URL, to target: URL) throws {
        guard rename(file.path, target.path) == 0 else {
            throw StoreError.cannotOpen(path: target.path, detail: String(cString: strerror(errno)))
        }
    }
}
