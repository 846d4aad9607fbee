import Curation
import Developments
import Foundation
import Notation
import Storage
import Testing

@Suite("Opening, keeping and restoring a store")
struct UpkeepTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func filled() async throws -> Store {
        let store = try await folder.store()
        try await store.sync(sources: [Invented.source("herald")])
        try await store.save(
            Invented.update(
                [Invented.article("1"), Invented.article("2", text: "A football match.", decision: .dropped)],
                entries: [Invented.entry("1"), Invented.entry("2")]))
        return store
    }

    private func sqlite(_ statement: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sqlite3", folder.database.path, statement]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    /// Whether the `sqlite3` shell, with which some tests spoil a store, is there.
    static let hasShell = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3"].contains {
        FileManager.default.fileExists(atPath: $0)
    }

    @Test("old texts go, dropped ones first, and what is pruned never returns as new")
    func prune() async throws {
        let store = try await filled()
        #expect(try await store.prune(now: Invented.day(29)) == 0)
        #expect(try await store.prune(now: Invented.day(31)) == 1)
        #expect(try await store.article("a-2")?.text == "")
        #expect(try await store.article("a-2")?.wordCount == 3)
        #expect(try await store.articles(matching: "football").isEmpty)
        #expect(try await store.article("a-1")?.text == "They will meet.")
        #expect(try await store.prune(now: Invented.day(401)) == 1)
        #expect(try await store.article("a-1")?.title == "Delegations to meet")
        #expect(try await store.article("a-2") == nil)
        #expect(try await store.knownEntries(["key-1", "key-2"], of: "herald").count == 2)
        #expect(try await store.articles(matching: "meet").isEmpty)
        #expect(try await store.verify() == [])
        let edited = Invented.article("1", title: "Delegations met", at: Invented.day(402))
        #expect(try await store.save(Invented.update([edited], at: Invented.day(402))).revised == ["a-1"])
        #expect(try await store.articles(matching: "met").count == 1)
    }

    @Test("a text is pruned in its time also when its article is edited or dropped after the last pruning")
    func pruneAgain() async throws {
        let store = try await filled()
        #expect(try await store.prune(now: Invented.day(31)) == 1)
        #expect(try await store.prune(now: Invented.day(32)) == 0)
        var edited = Invented.article("2", title: "Football again", decision: .dropped, at: Invented.day(33))
        edited.url = try #require(await store.article("a-2")).url
        #expect(try await store.save(Invented.update([edited], at: Invented.day(33))).revised == ["a-2"])
        #expect(try await store.prune(now: Invented.day(34)) == 1)
        var dropped = try #require(await store.article("a-1"))
        dropped.curated.decision = .dropped
        try await store.save(decided: [dropped], isCorrected: true, cause: .person, now: Invented.day(34))
        #expect(try await store.prune(now: Invented.day(35)) == 1)
        #expect(try await store.article("a-1")?.text == "")
    }

    @Test("a transaction that fails leaves nothing behind")
    func allOrNothing() async throws {
        let store = try await filled()
        // The second article's source was never registered, so the whole update must be refused.
        let update = Invented.update(
            [Invented.article("8"), Invented.article("9", of: "unknown")], entries: [Invented.entry("8")])
        await #expect(throws: StoreError.self) { try await store.save(update) }
        #expect(try await store.article("a-8") == nil)
        #expect(try await store.knownEntries(["key-8"], of: "herald").isEmpty)
        #expect(try await store.verify() == [])
    }

    @Test("what was copied while a process was writing opens whole", arguments: 0..<5)
    func abandoned(_ attempt: Int) async throws {
        // Copying database and log at any moment is what a reader finds after `kill -9`.
        let store = try await filled()
        let writing = Task {
            for number in 10..<60 {
                try await store.save(
                    Invented.update([Invented.article("\(number)")], entries: [Invented.entry("\(number)")]))
            }
        }
        try await Task.sleep(for: .milliseconds(3 * attempt))
        let copy = try TemporaryFolder()
        for name in ["store.sqlite-wal", "store.sqlite"] {
            try? FileManager.default.copyItem(at: folder.url.appending(path: name), to: copy.url.appending(path: name))
        }
        try await writing.value
        let other = try await copy.store()
        #expect(try await other.verify() == [])
        let stored = try await other.articles(ArticleQuery(text: .none)).filter { $0.id != "a-2" && $0.id != "a-1" }
        let known = try await other.knownEntries(stored.map(\.entryKey), of: "herald")
        #expect(known.count == stored.count)
    }

    @Test("a store that is damaged can be restored")
    func restoreOverDamage() async throws {
        let store = try await filled()
        let file = folder.url.appending(path: "copy.sqlite")
        try await store.backup(to: file)
        try store.close()
        try Data("no database any more, and longer than a header".utf8).write(to: folder.database)
        await #expect(throws: StoreError.self) { try await folder.store() }
        try await Store.restore(from: file, into: folder.url)
        #expect(try await folder.store().article("a-1") != nil)
    }

    @Test("a backup holds everything, and restoring brings it back")
    func backup() async throws {
        let store = try await filled()
        let file = folder.url.appending(path: "copy.sqlite")
        try await store.finishEdition(["key": "settings", "robots": "{}"])
        try await store.backup(to: file)
        try await store.save(Invented.update([Invented.article("3")]))
        try store.close()
        try await Store.restore(from: file, into: folder.url)
        let restored = try await folder.store()
        #expect(try await restored.article("a-1") != nil)
        #expect(try await restored.article("a-3") == nil)
        #expect(try await restored.verify() == [])
        #expect(
            try await restored.publishedState() == ["robots": "{}"], "the outputs of a later time are to be made anew")
        #expect(FileManager.default.fileExists(atPath: folder.url.appending(path: "backup/replaced.sqlite").path))
    }

    @Test(
        "a damaged or foreign file is refused and the present store kept",
        arguments: ["garbage", "", "SQLite format 3\0 but no more"])
    func refusedRestore(_ content: String) async throws {
        let store = try await filled()
        try store.close()
        let file = folder.url.appending(path: "copy.sqlite")
        try Data(content.utf8).write(to: file)
        await #expect(throws: StoreError.self) { try await Store.restore(from: file, into: folder.url) }
        await #expect(throws: StoreError.self) {
            try await Store.restore(from: folder.url.appending(path: "none"), into: folder.url)
        }
        #expect(try await folder.store().article("a-1") != nil)
    }

    @Test(
        "a file that is no store is named and left as it is", arguments: ["tiny", String(repeating: "x", count: 9000)])
    func foreignFile(_ content: String) async throws {
        try Data(content.utf8).write(to: folder.database)
        let path = folder.database.path
        await #expect(throws: StoreError.notAStore(path: path)) { try await folder.store() }
        #expect(try Data(contentsOf: folder.database) == Data(content.utf8))
    }

    /// Writes a number into the header of the database (https://www.sqlite.org/fileformat.html#the_database_header).
    private func patchHeader(at offset: UInt64, _ value: UInt32) async throws {
        // A backup is one file, without a log that would hide the header.
        let store = try await filled()
        let copy = folder.url.appending(path: "copy.sqlite")
        try await store.backup(to: copy)
        try store.close()
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: folder.database.path + suffix)
        }
        try FileManager.default.moveItem(at: copy, to: folder.database)
        let handle = try FileHandle(forUpdating: folder.database)
        try handle.seek(toOffset: offset)
        try handle.write(contentsOf: withUnsafeBytes(of: value.bigEndian) { Data($0) })
        try handle.close()
    }

    @Test("a store of a newer version is refused with both versions")
    func newerVersion() async throws {
        try await patchHeader(at: 60, 99)
        do {
            _ = try await folder.store()
            Issue.record("a newer store was opened")
        } catch let error as StoreError {
            guard case .newerVersion(_, 99, let known) = error else { throw error }
            #expect(known < 99)
            #expect("\(error)".contains("99") && "\(error)".contains("install"))
        }
    }

    @Test("a database of another program is refused")
    func otherDatabase() async throws {
        try await patchHeader(at: 68, 0)
        let path = folder.database.path
        await #expect(throws: StoreError.notAStore(path: path)) { try await folder.store() }
    }

    @Test("defects are found and told in words", .enabled(if: hasShell))
    func verify() async throws {
        try await filled().close()
        try sqlite(
            """
            DELETE FROM article WHERE id = 'a-1';
            INSERT INTO development (id, story, firstSeen, lastChanged, lastReport, revision, reports)
            VALUES ('d-x', 's-x', 1, 1, 1, 1, '[]')
            """
        )
        let defects = try await folder.store().verify()
        #expect(defects.contains { $0.contains("story") })
        #expect(defects.contains { $0.contains("articleText") })
    }

    @Test("another process can read while one writes, and a locked store is called busy", .enabled(if: hasShell))
    func twoProcesses() async throws {
        let store = try await filled()
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sqlite3", folder.database.path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data("BEGIN IMMEDIATE; SELECT 'locked';\n".utf8))
        #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).contains("locked"))
        #expect(try await store.article("a-1") != nil)
        let path = folder.database.path
        await #expect(throws: StoreError.busy(path: path)) {
            try await store.save(Invented.update([Invented.article("5")]))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        try await store.save(Invented.update([Invented.article("5")]))
        #expect(try await store.article("a-5") != nil)
    }

    @Test("counts and sizes are told")
    func statistics() async throws {
        let statistics = try await filled().statistics()
        #expect(statistics.counts["articles"] == 2)
        #expect(statistics.counts["kept"] == 1)
        #expect(statistics.counts["entries"] == 2)
        #expect((statistics.sizes["database"] ?? 0) > 0)
    }

    @Test("pages are kept for some days and within a size")
    func pages() throws {
        let cache = PageCache(folder: folder.url)
        for day in 0..<3 {
            try cache.save([UInt8](repeating: 1, count: 100), url: "https://x.example/\(day)", now: Invented.day(day))
        }
        #expect(cache.page(url: "https://x.example/0")?.count == 100)
        #expect(cache.page(url: "https://x.example/9") == nil)
        cache.prune(now: Invented.day(15), days: 14)
        #expect(cache.page(url: "https://x.example/0") == nil)
        cache.prune(now: Invented.day(15), days: 14, bytes: 150)
        #expect(cache.page(url: "https://x.example/1") == nil)
        #expect(cache.page(url: "https://x.example/2") != nil)
    }
}
