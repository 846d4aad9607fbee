import Foundation

/// Fetching alone: whole runs over feeds without pages, with `curl --parallel` over the same feeds beside each.
///
/// curl fetches and writes files; the program also parses, stores and publishes.
struct FetchBenchmark {
    private let options: Options
    private let program: String
    private static let curl = ["/usr/bin/curl", "/usr/local/bin/curl"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    init(_ options: Options, program: String) {
        self.options = options
        self.program = program
    }

    /// A first run, one in which nothing changed, and one in which every tenth feed has a new entry.
    func measure() async throws -> [Result] {
        let sources = options.sources * 20
        let corpus = try ServedCorpus(sources: sources, pages: 0)
        defer { corpus.remove() }
        let port = try await corpus.start()
        var desk = try BenchmarkDesk(corpus: corpus, port: port)
        var client = Self.curl.map { CurlClient(program: $0, corpus: corpus, port: port) }
        var costs: [Phase: (own: [ChildCost], curl: [ChildCost])] = [:]
        for round in 0..<options.rounds {
            for phase in Phase.allCases {
                switch phase {
                case .cold:
                    desk.forget()
                    try client?.forget()
                case .unchanged: break
                case .changed: try corpus.addEntry(toEvery: 10, round: round)
                }
                // In turn, so that neither always runs on the caches that the other has warmed.
                if round % 2 == 1, let client { costs[phase, default: ([], [])].curl.append(try client.fetch()) }
                costs[phase, default: ([], [])].own.append(try desk.run(program))
                if round % 2 == 0, let client { costs[phase, default: ([], [])].curl.append(try client.fetch()) }
            }
        }
        return Phase.allCases.map { result($0, costs[$0] ?? ([], []), sources: sources) }
    }

    private enum Phase: String, CaseIterable { case cold, unchanged, changed }

    private func result(_ phase: Phase, _ costs: (own: [ChildCost], curl: [ChildCost]), sources: Int) -> Result {
        func perFeed(_ costs: [ChildCost]) -> Double { costs.map(\.cpu).median * 1000 / Double(sources) }
        let wall = costs.own.map(\.wall).median
        var figures = [
            ("feeds", Double(sources)), ("s wall", wall), ("ms CPU/feed", perFeed(costs.own)),
            ("MB peak", costs.own.map(\.peak).median),
        ]
        if !costs.curl.isEmpty {
            let curl = costs.curl.map(\.wall).median
            figures += [
                ("s wall of curl", curl), ("ms CPU/feed of curl", perFeed(costs.curl)), ("× curl", wall / curl),
            ]
        }
        return Result("fetch \(phase.rawValue)", figures)
    }
}

/// `curl --parallel` over a corpus, with the ETags of its last run.
private struct CurlClient {
    let program: String
    let corpus: ServedCorpus
    let port: UInt16
    private var round = 0
    /// Another one for each first fetch: some file systems are slow to make files while those deleted just before are fresh.
    private var folder: URL { corpus.folder.appending(path: "curl-\(round)") }

    init(program: String, corpus: ServedCorpus, port: UInt16) {
        self.program = program
        self.corpus = corpus
        self.port = port
    }

    /// Makes the next fetch a first one.
    mutating func forget() throws {
        round += 1
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let blocks = (0..<corpus.sources).map { number in
            """
            url = "\(corpus.origin(number, port: port))/\(number)/feed.xml"
            output = "\(folder.path)/\(number).xml"
            etag-compare = "\(folder.path)/\(number).etag"
            etag-save = "\(folder.path)/\(number).etag"
            """
        }
        try Data(blocks.joined(separator: "\nnext\n").utf8).write(to: folder.appending(path: "config"))
    }

    func fetch() throws -> ChildCost {
        let config = folder.appending(path: "config").path
        let cost = try Child(
            program, ["-s", "--no-progress-meter", "--parallel", "--parallel-max", "50", "-K", config]
        ).finish()
        guard cost.status == 0 else { throw ChildFailed(what: "curl ended with status \(cost.status)") }
        return cost
    }
}
