import Curation
import Desk
import Developments
import Foundation
import GRDB
import Notation
import Serving
import Storage

/// A desk after all runs over the sample newsroom, to which the newsroom's server is gone.
struct FinishedNewsroom {
    private let files: TemporaryFolder
    let folder: DeskFolder

    /// The desk of which each test has a copy.
    private static let original = Task {
        let newsroom = try await RunningNewsroom()
        try await newsroom.finish()
        await newsroom.stop()
        return newsroom
    }

    init() async throws {
        let newsroom = try RunningNewsroom(copyOf: try await Self.original.value)
        (files, folder) = (newsroom.files, newsroom.folder)
    }

    func desk() throws -> Desk { try Desk(folder: folder, environment: [:]) }

    func withStore<Value>(_ body: (Store) async throws -> Value) async throws -> Value {
        let store = try await Store.open(folder: folder.state)
        defer { try? store.close() }
        return try await body(store)
    }

    /// What is published, by the file's name, without what tells of the last run.
    func outputs() throws -> [String: String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.output.path).filter {
            $0.contains(".") && $0 != "index.html" && $0 != "status.json"
        }
        return Dictionary(
            uniqueKeysWithValues: try names.map {
                ($0, String(decoding: try Data(contentsOf: folder.output.appending(path: $0)), as: UTF8.self))
            })
    }

    /// What the store holds, a line for each row of each table, without the history of corrections and of runs.
    func contents() throws -> [String: [String]] {
        let own: Set<String> = ["following", "journal", "tombstone", "run", "published"]
        let queue = try DatabaseQueue(path: folder.state.appending(path: "store.sqlite").path)
        defer { try? queue.close() }
        return try queue.read { database in
            let tables = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name"
            ).filter { !own.contains($0) }
            return Dictionary(
                uniqueKeysWithValues: try tables.map { table in
                    // The places of printed rows are nobody's concern.
                    let hidden: Set<String> = table == "printed" ? ["number"] : []
                    let rows = try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").map { row in
                        row.filter { !hidden.contains($0.0) }.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
                    }
                    return (table, rows.sorted())
                })
        }
    }
}

/// A desk after its first run over the sample newsroom.
struct RunningNewsroom: Sendable {
    let files: TemporaryFolder
    let folder: DeskFolder
    private let server: FolderServer
    private let data: URL

    init() async throws {
        files = try TemporaryFolder()
        folder = DeskFolder(root: files.url)
        data = try DataFiles.companion("sample")
        server = FolderServer(root: data.appending(path: "snapshot-1"), replacing: .init(origin: SampleDesk.origin))
        try await server.start()
        try SampleDesk(folder: folder).make(
            subscriptions: data.appending(path: "newsroom.opml"), origin: server.origin)
        try await run(.first)
    }

    /// Creates another desk that is as one is now, and reads the same server.
    init(copyOf other: RunningNewsroom) throws {
        files = try TemporaryFolder()
        folder = DeskFolder(root: files.url)
        (server, data) = (other.server, other.data)
        for name in try FileManager.default.contentsOfDirectory(atPath: other.files.url.path) {
            try FileManager.default.copyItem(
                at: other.files.url.appending(path: name), to: files.url.appending(path: name))
        }
    }

    /// Runs the later steps.
    func finish() async throws {
        try await run(.again)
        try await run(.later)
    }

    func stop() async { await server.stop() }

    private func run(_ step: SampleDesk.Step) async throws {
        server.serve(root: data.appending(path: step.snapshot))
        _ = try await desk().run(RunOptions(), now: step.time) { _ in }
    }

    func desk() throws -> Desk { try Desk(folder: folder, environment: [:]) }

    func developments() async throws -> [Development] {
        let store = try await Store.open(folder: folder.state)
        defer { try? store.close() }
        return try await store.developments(DevelopmentQuery(includesMerged: true))
    }

    /// What each development tells, by its id, whatever its history.
    func told() async throws -> [String: [String]] {
        let origin = server.origin
        return Dictionary(
            uniqueKeysWithValues: try await developments().map { development in
                (
                    development.id,
                    development.reports.map {
                        "\($0.articleID) \($0.event)".replacing(origin, with: SampleDesk.origin)
                    }.sorted() + [development.mergedInto ?? "", "\(development.corrections)"]
                )
            })
    }
}
