import Foundation

/// Whole runs of the program as a user has it, against a server in a process of its own.
struct RunBenchmark {
    private let options: Options
    let program: String

    init(_ options: Options) throws {
        self.options = options
        program = try Child.demarche()
    }

    /// `--version`, the median of 40 starts.
    func startup() async throws -> Result {
        let times = try (0..<40).map { _ in try Child(program, ["--version"]).finish().wall * 1000 }
        return Result("startup", [("ms median", times.median), ("ms fastest", times.min() ?? 0)])
    }

    /// A run over sources and pages that were never seen.
    func new() async throws -> Result {
        let costs = try await costs(sources: options.sources, pages: options.pages) { desk in
            desk.forget()
            return try desk.run(program)
        }
        return result("new", costs, sources: options.sources)
    }

    /// A run over twenty times as many sources, none of which changed.
    func idle() async throws -> Result {
        let sources = options.sources * 20
        var isPrimed = false
        let costs = try await costs(sources: sources, pages: 0) { desk in
            if !isPrimed {
                desk.forget()
                _ = try desk.run(program)
                isPrimed = true
            }
            return try desk.run(program)
        }
        return result("idle", costs, sources: sources)
    }

    private func result(_ name: String, _ costs: [ChildCost], sources: Int) -> Result {
        Result(
            name,
            [
                ("s wall", costs.map(\.wall).median), ("s CPU", costs.map(\.cpu).median),
                ("ms CPU/source", costs.map(\.cpu).median * 1000 / Double(sources)),
                ("MB peak", costs.map(\.peak).median),
            ])
    }

    private func costs(
        sources: Int, pages: Int, _ round: (inout BenchmarkDesk) throws -> ChildCost
    ) async throws -> [ChildCost] {
        let corpus = try ServedCorpus(sources: sources, pages: pages)
        defer { corpus.remove() }
        let port = try await corpus.start()
        var desk = try BenchmarkDesk(corpus: corpus, port: port)
        return try (0..<options.rounds).map { _ in try round(&desk) }
    }
}

/// A desk over a served corpus, with the settings that only the benchmark uses.
struct BenchmarkDesk {
    private let folder: URL
    private var clock = 1_773_273_600

    init(corpus: ServedCorpus, port: UInt16) throws {
        folder = corpus.folder.appending(path: "desk")
        let feeds = folder.appending(path: "Feeds")
        try FileManager.default.createDirectory(at: feeds, withIntermediateDirectories: true)
        let settings = """
            contact: "https://bench.example/"
            authority: "bench.example,2026"
            network:
              allowPrivate: [127.0.1.0/24]
              pageSpacing: 0s
              connectionsPerHost: 50
              robots: false
            """
        try Data(settings.utf8).write(to: feeds.appending(path: "desk.yml"))
        let outlines = (0..<corpus.sources).map {
            "<outline type=\"rss\" text=\"Source \($0)\" xmlUrl=\"\(corpus.origin($0, port: port))/\($0)/feed.xml\"/>"
        }
        let list = "<opml version=\"2.0\"><head/><body>\(outlines.joined(separator: "\n"))</body></opml>"
        try Data(list.utf8).write(to: feeds.appending(path: "bench.opml"))
    }

    /// Makes the next run a first one.
    func forget() {
        for name in [".demarche", "Output"] { try? FileManager.default.removeItem(at: folder.appending(path: name)) }
    }

    /// Runs an hour later than the last time, whether the sources are due or not.
    mutating func run(_ program: String) throws -> ChildCost {
        clock += 3600
        let time = Date(timeIntervalSince1970: Double(clock)).formatted(.iso8601)
        let cost = try Child(
            program, ["run", "--desk", folder.path, "--backfill", "3650d", "--now", time, "--force"]
        ).finish()
        guard cost.status == 0 else { throw ChildFailed(what: "the run ended with status \(cost.status)") }
        return cost
    }
}
