import Desk
import Foundation
import Notation
import Publishing
import Serving
import Testing

/// One run over a good source and bad ones of every kind, as the network brings them.
@Suite("Bad input")
struct BadInputTests {
    private static let good = """
        The foreign ministers of Chile and Peru met in Lima on Tuesday and agreed to resume talks on the maritime \
        border, the Chilean foreign ministry said in a statement. "We will meet again in April," the minister said.
        """

    private let folder: TemporaryFolder
    private var desk: DeskFolder { DeskFolder(root: folder.url.appending(path: "desk")) }

    init() throws { folder = try TemporaryFolder() }

    /// Runs a desk over feeds served on loopback; a source's id is its file's name.
    private func run(feeds: [String: Data], pages: [String: Data] = [:]) async throws -> RunReport {
        for (name, content) in feeds.merging(pages, uniquingKeysWith: { first, _ in first }) {
            let file = folder.url.appending(path: "site/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try content.write(to: file)
        }
        let server = FolderServer(
            root: folder.url.appending(path: "site"), replacing: .init(origin: "http://origin.example"))
        try await server.start()
        let outlines = feeds.keys.sorted().map { "<outline text=\"\($0)\" xmlUrl=\"\(server.origin)/\($0)\"/>" }
        let dead = "<outline text=\"dead\" xmlUrl=\"http://127.0.0.1:9/feed\"/>"
        try folder.write(
            "<opml version=\"2.0\"><body>\(outlines.joined())\(dead)</body></opml>", to: "desk/Feeds/a.opml")
        try folder.write(
            """
            authority: "example.org,2026"
            network:
              allowPrivate: [127.0.0.0/8]
              pageSpacing: 0s
            """, to: "desk/Feeds/desk.yml")
        let report = try await Desk(folder: desk, environment: [:]).run(
            RunOptions(), now: try #require(Timestamp(rfc3339: "2026-03-11T08:00:00Z"))
        ) { _ in }
        await server.stop()
        return report
    }

    private func feed(_ items: String) -> Data {
        Data("<rss version=\"2.0\"><channel><title>T</title>\(items)</channel></rss>".utf8)
    }

    private func item(_ name: String, title: String = "Chile and Peru agree to resume border talks") -> String {
        "<item><title>\(title)</title><link>http://origin.example/\(name).html</link><guid>\(name)</guid>"
            + "<pubDate>Tue, 10 Mar 2026 20:00:00 GMT</pubDate></item>"
    }

    private func page(_ text: String) -> Data {
        let filler = (1...6).map { "<p>Paragraph \($0): officials of both sides described the round as useful.</p>" }
        return Data(
            "<html><body><article><h1>Talks</h1><p>\(text)</p>\(filler.joined())</article></body></html>".utf8)
    }

    @Test("one bad source of each kind is named, and the good one is published")
    func badFeeds() async throws {
        let report = try await run(
            feeds: [
                "good.xml": feed(item("good")),
                "image.xml": Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) + Data(repeating: 7, count: 5000),
                "login.xml": Data("<!DOCTYPE html><html><body><form>Log in</form></body></html>".utf8),
                "empty.xml": Data(),
                "huge.xml": feed(String(repeating: "<item><title>x</title></item>", count: 1_000_000)),
            ], pages: ["good.html": page(Self.good)])
        #expect(report.sources.asked == 6)
        let named = Set(report.failures.map { $0.url.split(separator: "/").last.map(String.init) ?? "" })
        #expect(named == ["feed", "image.xml", "login.xml", "empty.xml", "huge.xml"])
        for failure in report.failures { #expect(!failure.reason.isEmpty, "\(failure.url)") }
        #expect(report.entries.kept == 1)
        #expect(try published().contains("Chile"))
    }

    @Test("hostile entries and pages cost themselves alone")
    func badEntries() async throws {
        let far = "<item><title>Far</title><guid>far</guid><pubDate>Tue, 10 Mar 30000 20:00:00 GMT</pubDate></item>"
        let report = try await run(
            feeds: [
                "mixed.xml": feed(
                    item("good") + item("big") + item("title", title: String(repeating: "talks ", count: 180_000))
                        + far + item("missing"))
            ],
            pages: [
                "good.html": page(Self.good), "title.html": page(Self.good + " A second text."),
                "big.html": page(String(repeating: "word ", count: 10_500_000)),
            ])
        #expect(report.sources.failed == 1, "only the dead one: \(report.failures)")
        #expect(report.entries.pageProblems.values.reduce(0, +) == 2, "\(report.entries.pageProblems)")
        let table = try published()
        #expect(table.contains("Chile"))
        #expect(table.utf8.count < 200_000)
    }

    private func published() throws -> String {
        String(decoding: try Data(contentsOf: desk.output.appending(path: "articles.csv")), as: UTF8.self)
    }
}
