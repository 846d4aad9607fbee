import Foundation

/// `demarche-bench`: how fast the stages and whole runs are.
///
/// Quote ratios of two builds measured in turn on one machine, since machines are noisy: see the README.
@main
enum Benchmark {
    static let usage = """
        usage: demarche-bench [parse|extract|curate|encode|group|startup|new|idle|fetch|publish]...
                              [--json] [--sources N] [--pages N] [--rounds N] [--stored N]
                              [--manifest LIST] [--desk FOLDER] [--reader FILE]

          parse     feed bytes a CPU second          extract   pages a CPU second       curate   articles a CPU second
          startup   milliseconds of --version        new       a run with N sources of N pages, all new
          idle      a run in which nothing changed   fetch     runs over feeds alone, with curl beside
          group     200 new articles grouped into --stored (20000) ones of 90 days
          publish   runs over a desk with --stored kept articles: one with 200 new ones, one with none
          encode    milliseconds of one pass of the encoder whose weights are --reader (left out without it)

        --desk keeps the desk of publish there, or uses the one that is. --manifest names the pages of extract, one path<TAB>url a line; else they are the sample newsroom's.
        Without names: all. --sources and --pages set `new` (50 and 20) and, with 20 times as many sources, `idle` and
        `fetch`. The program measured by startup, new, idle and fetch lies beside this one; DEMARCHE names another.
        """

    static func main() async {
        var options = Options()
        do {
            try options.read(CommandLine.arguments.dropFirst())
            if let folder = options.served {
                try await ServedCorpus.serve(folder)
                return
            }
            var results: [Result] = []
            // Whole runs first: the memory that a parent once had is counted for its children.
            let names = ["startup", "new", "idle", "fetch", "publish", "parse", "extract", "curate", "encode", "group"]
            for name in names where options.wants(name) {
                let measured = try await measure(name, options)
                results += measured
                if !options.isJSON { for result in measured { print(result.line) } }
            }
            if options.isJSON { print(try json(results)) }
        } catch {
            FileHandle.standardError.write(Data("demarche-bench: \(error)\n".utf8))
            exit(error is UsageError ? 2 : 1)
        }
    }

    private static func measure(_ name: String, _ options: Options) async throws -> [Result] {
        switch name {
        case "parse": [try ParseBenchmark(rounds: options.rounds).measure()]
        case "extract": [try ExtractBenchmark(options).measure()]
        case "curate": [try StageBenchmark(options).curate()]
        case "encode": [try EncodeBenchmark(options).measure()]
        case "group": [try await GroupBenchmark(options).measure()]
        case "startup": [try await RunBenchmark(options).startup()]
        case "new": [try await RunBenchmark(options).new()]
        case "fetch": try await FetchBenchmark(options, program: RunBenchmark(options).program).measure()
        case "publish": try await PublishBenchmark(options).measure()
        default: [try await RunBenchmark(options).idle()]
        }
    }

    private static func json(_ results: [Result]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return String(decoding: try encoder.encode(results), as: UTF8.self)
    }
}

/// What is asked for.
struct Options {
    var names: Set<String> = []
    var isJSON = false
    var sources = 50
    var pages = 20
    var rounds = 5
    var stored = 20_000
    /// The list of pages that extraction is measured over.
    var manifest: String?
    /// Where the desk of publish is kept.
    var desk: String?
    /// The weights that encode is measured with.
    var reader: String?
    /// Set in the child that serves a corpus.
    var served: String?

    func wants(_ name: String) -> Bool {
        names.contains(name) || names.isEmpty && (name != "encode" || reader != nil)
    }

    mutating func read(_ arguments: ArraySlice<String>) throws {
        var rest = arguments
        func number() throws -> Int {
            guard let text = rest.popFirst(), let value = Int(text), value > 0 else { throw UsageError() }
            return value
        }
        while let argument = rest.popFirst() {
            switch argument {
            case "--json": isJSON = true
            case "--sources": sources = try number()
            case "--pages": pages = try number()
            case "--rounds": rounds = try number()
            case "--stored": stored = try number()
            case "--manifest": manifest = rest.popFirst()
            case "--desk": desk = rest.popFirst()
            case "--reader": reader = rest.popFirst()
            case "--serve": served = rest.popFirst()
            case "parse", "extract", "curate", "encode", "group", "startup", "new", "idle", "fetch", "publish":
                names.insert(argument)
            default: throw UsageError()
            }
        }
    }
}

/// The command line is not understood.
struct UsageError: Error, CustomStringConvertible {
    var description: String { Benchmark.usage }
}

/// One figure with what belongs to it.
struct Result: Encodable {
    var name: String
    var figures: [String: Double]
    var order: [String]

    init(_ name: String, _ figures: [(String, Double)]) {
        self.name = name
        self.figures = Dictionary(figures, uniquingKeysWith: { first, _ in first })
        order = figures.map(\.0)
    }

    var line: String {
        let cells = order.map { "\(String(format: "%.2f", figures[$0] ?? 0)) \($0)" }
        return name.padding(toLength: 17, withPad: " ", startingAt: 0) + cells.joined(separator: "   ")
    }

    private enum CodingKeys: String, CodingKey { case name, figures }
}

extension [Double] {
    /// The middle value; 0 of none.
    var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}
