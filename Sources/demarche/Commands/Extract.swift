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
              demarche extract --learn site.json --manifest pages.tsv    remember what sites repeat, too
              demarche extract --site-memory site.json page.html         cut what they are known to repeat

            Runs remember their sites by themselves, in the desk's store.
            """)

    @Option(help: "The page's address; with one FILE only.")
    var url: String?

    @Option(help: ArgumentHelp("A list of pages, one path<TAB>url a line.", valueName: "list"))
    var manifest: String?

    @Option(help: ArgumentHelp("Show readably what was kept, what was cut and why.", valueName: "file"))
    var explain: String?

    @Option(
        help: ArgumentHelp("Learn from the pages what their sites repeat; FILE is made or added to.", valueName: "file")
    )
    var learn: String?

    @Option(help: ArgumentHelp("Cut what the pages' sites repeat, as --learn wrote it.", valueName: "file"))
    var siteMemory: String?

    @Option(help: "The only format is json.")
    var format = Format.json

    @Argument(help: "HTML pages.")
    var files: [String] = []

    func validate() throws {
        let ways = [manifest != nil, explain != nil, !files.isEmpty].count { $0 }
        guard ways == 1 else { throw ValidationError("Give FILEs, or --manifest LIST, or --explain FILE.") }
        guard learn == nil || explain == nil else { throw ValidationError("--learn goes with FILEs or --manifest.") }
        guard url == nil || files.count <= 1 else { throw ValidationError("--url goes with one FILE.") }
    }

    func run() throws {
        let extractor = ArticleExtractor()
        let known = try siteMemory.map(Self.memories) ?? [:]
        if let explain {
            _ = try Input.bytes(explain, limit: 0)
            let memory = known[SiteMemory.site(of: url)]
            Output.write(Self.article(explain, url: url, memory: memory, by: extractor).explanation)
            return
        }
        var learned = try learn.map { FileManager.default.fileExists(atPath: $0) ? try Self.memories($0) : [:] } ?? [:]
        let pages = try manifest.map(Self.pages) ?? files.map { ($0, url) }
        for (file, url) in pages {
            let site = SiteMemory.site(of: url)
            let article = Self.article(file, url: url, memory: learned[site] ?? known[site], by: extractor)
            Output.write(article.json(file: file) + "\n")
            if learn != nil { learned[site, default: known[site] ?? SiteMemory()].learn(article) }
        }
        if let learn { try Data(SiteMemory.json(of: learned)).write(to: URL(filePath: learn), options: .atomic) }
    }

    private static func article(
        _ file: String, url: String?, memory: SiteMemory?, by extractor: ArticleExtractor
    ) -> ExtractedArticle {
        let limit = ArticleExtractor.byteLimit
        do {
            if let bytes = try Input.bytes(file, limit: limit) {
                return extractor.extract(bytes, url: url, memory: memory)
            }
            return ExtractedArticle(url: url, error: .tooLarge(limit: limit))
        } catch {
            // A file that cannot be read is as an empty page: its line says so.
            return ExtractedArticle(url: url, error: .noContent)
        }
    }

    private static func memories(_ file: String) throws -> [String: SiteMemory] {
        guard let memories = SiteMemory.sites(json: try Input.bytes(file)) else {
            throw UsageError("\(file) holds no site memory; `demarche extract --learn FILE` writes one")
        }
        return memories
    }

    private static func pages(_ list: String) throws -> [(String, String?)] {
        String(decoding: try Input.bytes(list), as: UTF8.self).split(separator: "\n").map { line in
            let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            let url = cells.count > 1 && !cells[1].isEmpty ? String(cells[1]) : nil
            return (String(cells[0]), url)
        }
    }
}
