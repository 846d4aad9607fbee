import Foundation
import Markup
import Notation

/// `demarche extract --manifest` over a list of pages, from start to end of the process, against libxml2's tree of the
/// same pages, decoded beforehand; in turn, in CPU time.
struct ExtractBenchmark {
    private let rounds: Int
    private let manifest: URL
    private let pages: [[UInt8]]
    private let program: String

    init(_ options: Options) throws {
        rounds = options.rounds
        program = try Child.demarche()
        manifest = try options.manifest.map { URL(filePath: $0) } ?? Self.newsroom()
        let list = try String(contentsOf: manifest, encoding: .utf8).split(separator: "\n")
        pages = try list.map { line in
            let path = line.prefix { $0 != "\t" }
            return Decoding.page(Array(try Data(contentsOf: URL(filePath: String(path))))).utf8
        }
    }

    func measure() throws -> Result {
        var best = (own: Double.infinity, tree: Double.infinity)
        for _ in 0..<rounds {
            let cost = try Child(program, ["extract", "--manifest", manifest.path]).finish()
            guard cost.status == 0 else { throw ChildFailed(what: "extract ended with status \(cost.status)") }
            best.own = min(best.own, cost.cpu)
            let start = cpuSeconds()
            for page in pages { LibXML2Pass.page(page) }
            best.tree = min(best.tree, cpuSeconds() - start)
        }
        return Result(
            "extract",
            [
                ("pages/s", Double(pages.count) / best.own), ("pages/s libxml2 tree", Double(pages.count) / best.tree),
                ("of its time", best.own / best.tree), ("pages", Double(pages.count)),
                ("MB", Double(pages.reduce(0) { $0 + $1.count }) / 1e6),
            ])
    }

    /// A list of the newsroom's pages, ten times over: of once, the start of the process would be half.
    private static func newsroom() throws -> URL {
        let folder = try DataFiles.companion("sample").appending(path: "snapshot-1")
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
            .filter { $0.pathExtension == "html" && $0.lastPathComponent != "index.html" }
            .map { "\($0.path)\thttps://news.example/\($0.lastPathComponent)\n" }.sorted() ?? []
        let list = FileManager.default.temporaryDirectory.appending(path: "demarche-bench-pages.tsv")
        try String(repeating: files.joined(), count: 10).write(to: list, atomically: true, encoding: .utf8)
        return list
    }
}
