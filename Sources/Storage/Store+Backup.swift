public import Foundation
internal import GRDB

extension Store {
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
    /// The copy is checked first, and the present store is kept in `backup/` as `replaced.sqlite`.
    ///
    /// - Parameters:
    ///   - file: what ``backup(to:)`` wrote.
    ///   - folder: the desk's `.demarche` folder.
    /// - Throws: ``StoreError``; the present store is as it was then.
    public static func restore(from file: URL, into folder: URL) async throws(StoreError) {
        try await restore(from: file, into: folder, newest: Migration.currentVersion)
    }

    static func restore(from file: URL, into folder: URL, newest: Int) async throws(StoreError) {
        let target = databaseFile(in: folder)
        do {
            guard FileManager.default.fileExists(atPath: file.path) else {
                throw StoreError.cannotOpen(path: file.path, detail: "no such file")
            }
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let partial = target.appendingPathExtension("part")
            try? FileManager.default.removeItem(at: partial)
            try FileManager.default.copyItem(at: file, to: partial)
            try await check(partial, copyOf: file, newest: newest)
            try await forgetEdition(in: partial)
            if FileManager.default.fileExists(atPath: target.path) {
                try await keep(target, in: backupFolder(in: folder))
            }
            for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: target.path + suffix) }
            try FileManager.default.replaceOrMove(partial, to: target)
        } catch {
            throw StoreError(error, path: file.path)
        }
    }

    /// Keeps a copy of the store that is about to be replaced, as it is: it may be damaged, which is why one restores.
    private static func keep(_ present: URL, in backups: URL) async throws {
        // What is still in the log belongs into the file, as far as SQLite can read it.
        if let queue = try? DatabaseQueue(path: present.path) {
            _ = try? await queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try? queue.close()
        }
        try FileManager.default.createDirectory(at: backups, withIntermediateDirectories: true)
        let kept = backups.appending(path: "replaced.sqlite")
        try? FileManager.default.removeItem(at: kept)
        try FileManager.default.copyItem(at: present, to: kept)
    }

    /// The outputs may be of a later time than the copy: they are to be made anew.
    private static func forgetEdition(in copy: URL) async throws {
        let queue = try DatabaseQueue(path: copy.path)
        defer { try? queue.close() }
        try await queue.write { try $0.execute(sql: "DELETE FROM published WHERE key = 'key'") }
    }

    private static func check(_ copy: URL, copyOf file: URL, newest: Int) async throws {
        let queue = try DatabaseQueue(path: copy.path)
        defer { try? queue.close() }
        try await queue.read { database in
            guard try version(of: database, path: file.path, newest: newest) > 0 else {
                throw StoreError.notAStore(path: file.path)
            }
            let defects = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)").filter { $0 != "ok" }
            if let defect = defects.first { throw StoreError.corrupt(path: file.path, detail: defect) }
        }
    }
}

extension FileManager {
    /// Moves a file over another one, if there is one, by rename(2), when its bytes are on the disk.
    fileprivate func replaceOrMove(_ file: URL, to target: URL) throws {
        let handle = try FileHandle(forUpdating: file)
        try handle.synchronize()
        try handle.close()
        guard rename(file.path, target.path) == 0 else {
            throw StoreError.cannotOpen(path: target.path, detail: String(cString: strerror(errno)))
        }
    }
}
