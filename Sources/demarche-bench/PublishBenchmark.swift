import Developments
import Foundation
import Notation
import Storage

/// Runs of the program over a desk that holds many kept articles: one with some that are new, and one with none.
///
/// The sources are empty files, so that all there is to do is to group and to publish.
struct PublishBenchmark {
    private let options: Options
    private let program: String

    init(_ options: Options) throws {
        self.options = options
        program = try Child.demarche()
    }

    func measure() async throws -> [Result] {
        let folder =
            options.desk.map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(path: "demarche-bench-\(UUID().uuidString)")
        defer { if options.desk == nil { try? FileManager.default.removeItem(at: folder) } }
        let archive = try InventedArchive(stored: options.stored)
        if !FileManager.default.fileExists(atPath: folder.path) {
            try Self.writeFeeds(folder)
            // The program itself registers the sources.
            _ = try run(folder, at: InventedArchive.end(of: 0))
            try await withStore(in: folder) { try await archive.fill($0) }
            _ = try run(folder, at: InventedArchive.end(of: InventedArchive.days - 1))
        }
        var (new, idle): ([ChildCost], [ChildCost]) = ([], [])
        var first = 0
        try await withStore(in: folder) {
            // A desk that was used before goes on.
            first = max(0, (try await $0.statistics().counts["articles"] ?? 0) - archive.stored) / InventedArchive.new
        }
        for round in first..<(first + options.rounds) {
            try await withStore(in: folder) { try await archive.addNew(round, to: $0) }
            let now = InventedArchive.end(of: InventedArchive.days + round / 4)
            new.append(try run(folder, at: now))
            idle.append(try run(folder, at: now.adding(seconds: 600)))
        }
        return [result("publish new", new, archive), result("publish idle", idle, archive)]
    }

    private func result(_ name: String, _ costs: [ChildCost], _ archive: InventedArchive) -> Result {
        Result(
            name,
            [
                ("s wall", costs.map(\.wall).median), ("s CPU", costs.map(\.cpu).median),
                ("MB peak", costs.map(\.peak).median), ("stored", Double(archive.stored)),
            ])
    }

    private func withStore(in folder: URL, _ work: (Store) async throws -> Void) async throws {
        let store = try await Store.open(folder: folder.appending(path: ".demarche"))
        defer { try? store.close() }
        try await work(store)
    }

    private func run(_ folder: URL, at now: Timestamp) throws -> ChildCost {
        let cost = try Child(program, ["run", "--desk", folder.path, "--now", now.description]).finish()
        guard cost.status == 0 else { throw ChildFailed(what: "the run ended with status \(cost.status)") }
        return cost
    }

    private static func writeFeeds(_ folder: URL) throws {
        let (settings, feeds) = (folder.appending(path: "Feeds"), folder.appending(path: "feeds"))
        for place in [settings, feeds] {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        }
        try Data("authority: \"bench.example,2026\"\n".utf8).write(to: settings.appending(path: "desk.yml"))
        let outlines = InventedNews.sources.map { source in
            "<outline type=\"rss\" text=\"\(source.title)\" xmlUrl=\"\(source.feedURL)\" d:id=\"\(source.id)\"/>"
        }
        let list =
            "<opml version=\"2.0\" xmlns:d=\"https://demarche.example/ns/source/1\"><head/><body>"
            + outlines.joined(separator: "\n") + "</body></opml>"
        try Data(list.utf8).write(to: settings.appending(path: "bench.opml"))
        let empty = Data("<rss version=\"2.0\"><channel><title>Empty</title></channel></rss>".utf8)
        for source in InventedNews.sources { try empty.write(to: folder.appending(path: source.feedURL)) }
    }
}
