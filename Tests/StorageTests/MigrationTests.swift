import Developments
import Foundation
import Notation
import Testing

@testable import Storage

@Suite("Migrations")
struct MigrationTests {
    private func open(_ folder: TemporaryFolder, steps: Int, day: Int, failing: Bool = false) async throws -> Store {
        var options = Store.Options(now: Invented.day(day))
        for step in 0..<steps {
            let statements = "CREATE TABLE extra\(step) (x); INSERT INTO extra\(step) VALUES (1);"
            options.migrations.append(Migration(statements: statements))
        }
        if failing {
            options.migrations.append(Migration(statements: "CREATE TABLE half (x); SELECT nothing FROM nowhere;"))
        }
        return try await Store.open(folder: folder.url, options: options)
    }

    private func backups(_ folder: TemporaryFolder) throws -> [String] {
        let backups = folder.url.appending(path: "backup").path
        guard FileManager.default.fileExists(atPath: backups) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: backups).sorted()
    }

    @Test("a new store is not copied, an older one is before each migration, and three copies are kept")
    func copies() async throws {
        let folder = try TemporaryFolder()
        for step in 0..<6 {
            let store = try await open(folder, steps: step, day: step)
            if step == 0 {
                try await store.sync(sources: [Invented.source("herald")])
                try await store.save(Invented.update([Invented.article("1")]))
            }
            #expect(try await store.article("a-1") != nil)
            #expect(try backups(folder).count == min(step, 3))
            try store.close()
        }
        let newest = try #require(try backups(folder).last)
        #expect(newest.hasSuffix("-v\(Migration.currentVersion + 4).sqlite"))
        _ = try await open(folder, steps: 5, day: 9).close()
        #expect(try backups(folder).last == newest)
        let other = try TemporaryFolder()
        try await Store.restore(
            from: folder.url.appending(path: "backup/\(newest)"), into: other.url, newest: Migration.currentVersion + 4)
        #expect(try await open(other, steps: 5, day: 9).article("a-1") != nil)
    }

    @Test("a migration that fails leaves the store as it was")
    func failure() async throws {
        let folder = try TemporaryFolder()
        try await open(folder, steps: 0, day: 0).close()
        await #expect(throws: StoreError.self) { try await open(folder, steps: 1, day: 1, failing: true) }
        let store = try await open(folder, steps: 0, day: 2)
        #expect(try await store.verify() == [])
    }
}
