import ArgumentParser
import ArticleExtraction
import Desk
import Foundation

struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Extract the article of HTML pages.",
        discussion: """
            One JSON line per page, in order, also for a page that cannot be read.

              demarche extract --url https://example.org/talks page.html
              demarche extract --manifest pages.tsv      one path<TAB>url a line; - reads from standard input
              demarche extract --explain page.html       what was kept and what was cut, for people
            """)

    @Option(help: "The page's address; with one FILE only.")
    var url: String?

    @Option(help: ArgumentHelp("A list of pages, one path<TAB>url a line.", valueName: "list"))
    var manifest: String?

    @Option(help: ArgumentHelp("Show readably what was kept, what was cut and why.", valueName: "file"))
    var explain: String?

    @Option(help: "The only format is json.")
    var format = Format.json

    @Argument(help: "HTML pages.")
    var files: [String] = []

    func validate() throws {
        let ways = [manifest != nil, explain != nil, !files.isEmpty].count { $0 }
        guard ways == 1 else { throw ValidationError("Give FILEs, or --manifest LIST, or --explain FILE.") }
        guard url == nil || files.count <= 1 else { throw ValidationError("--url goes with one FILE.") }
    }

    func run() throws {
        let extractor = ArticleExtractor()
        if let explain {
            let article = extractor.extract(try Input.bytes(explain), url: url)
            Output.write(article.explanation)
            return
        }
        let pages = try manifest.map(Self.pages) ?? files.map { ($0, url) }
        for (file, url) in pages {
            // A file that cannot be read is as an empty page: its line says so.
            let article = extractor.extract((try? Input.bytes(file)) ?? [], url: url)
            Output.write(article.json(file: file) + "\n")
        }
    }

    private static func pages(_ list: String) throws -> [(String, String?)] {
        String(decoding: try Input.bytes(list), as: UTF8.self).split(separator: "\n").map { line in
            let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            let url = cells.count > 1 && !cells[1].isEmpty ? String(cells[1]) : nil
            return (String(cells[0]), url)
        }
    }
}
