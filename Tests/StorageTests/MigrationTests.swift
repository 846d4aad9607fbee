import Curation
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

    @Test("a store that says confirmed is read as on record, history and reports alike")
    func onRecord() async throws {
        let report = """
            [{"articleID":"a-1","sourceID":"herald","published":"2026-01-01T00:00:00Z","title":"","url":"","language":"en","prominence":"title",
            "relevance":1,"isCopy":false,"event":{"type":"CONSULT","mode":"","cameo":[],"actors":["NOR"],"recipients":[],
            "mediators":[],"actorLabels":{},"pairs":[],"modality":"occurred","status":"confirmed","statusBasis":["NOR"],
            "origin":"","object":"","primary":true,"evidence":{"text":"","start":0,"end":0}}}]
            """
        let old = Migration(
            statements: """
                INSERT INTO story VALUES ('s-1', '', 0);
                INSERT INTO development (id, story, firstSeen, lastChanged, lastReport, revision, reports, corrections)
                VALUES ('d-1', 's-1', 0, 0, 0, 2, '\(report)', '[{"field":"confirmed_by","value":"CHL"}]');
                INSERT INTO change (id, time, development, revision, field, old, new, cause, article) VALUES
                    ('c-1', 1, 'd-1', 2, 'status', 'reported', 'confirmed', 'article', 'a-1'),
                    ('c-2', 0, 'd-1', 2, 'confirmed_by', '', 'NOR', 'article', 'a-1');
                """)
        var options = Store.Options()
        options.migrations.insert(old, at: 6)
        let folder = try TemporaryFolder()
        let store = try await Store.open(folder: folder.url, options: options)
        let development = try #require(try await store.development("d-1"))
        #expect(development.reports.first?.event.status == .onRecord)
        #expect(development.corrections == [FieldCorrection(field: "on_record_by", value: "CHL")])
        #expect(try await store.changes().map(\.field) == ["status", "on_record_by"])
        #expect(try await store.changes().map(\.new) == ["on_record", "NOR"])
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
