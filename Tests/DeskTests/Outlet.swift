import Desk
import Developments
import Foundation
import Notation
import Storage
import Synchronization

/// A desk and a site on loopback whose answers a test sets, and what the site was asked.
final class Outlet: Sendable {
    /// An answer to a path.
    struct Answer: Sendable {
        var status = 200
        var headers: [String] = []
        var body = ""
        /// Microseconds before it is sent.
        var delay: UInt32 = 0
    }

    private let answers: Mutex<[String: Answer]>
    let server: OddServer
    private let folder: TemporaryFolder
    var desk: DeskFolder { DeskFolder(root: folder.url) }

    /// Makes the site and a desk with settings for loopback.
    ///
    /// - Parameter settings: further lines of desk.yml.
    /// - Throws: when the disk or the network has no place for them.
    init(settings: String = "") throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            authority: "example.org,2026"
            contact: "test@example.org"
            \(settings)
            network:
              allowPrivate: [127.0.0.0/8]
              pageSpacing: 0s
              timeout: 5s
            """, to: "Feeds/desk.yml")
        let box = Box()
        let server = try OddServer(host: "0.0.0.0") { request, connection in
            let path = String(request.target.prefix { $0 != "?" })
            guard let answer = box.outlet?.answers.withLock({ $0[path] }) else {
                return connection.answer(404, [], "not here")
            }
            if answer.delay > 0 { usleep(answer.delay) }
            let tag = answer.headers.first { $0.lowercased().hasPrefix("etag: ") }?.dropFirst(6)
            if answer.status == 200, let tag, request.header("if-none-match") == String(tag) {
                connection.answer(304, answer.headers, "")
            } else {
                connection.answer(answer.status, answer.headers, answer.body)
            }
        }
        self.folder = folder
        self.server = server
        answers = Mutex([:])
        box.outlet = self
    }

    /// Set once, before the first request.
    private final class Box: @unchecked Sendable { weak var outlet: Outlet? }

    var origin: String { server.origin }

    /// The same site by another address, as another host.
    func origin(host: String) -> String { "http://\(host):\(server.port)" }

    /// The paths that were asked for, in order.
    var asked: [String] { server.requests.map(\.target) }

    func set(_ path: String, _ answer: Answer) { answers.withLock { $0[path] = answer } }

    func set(_ path: String, status: Int = 200, headers: [String] = [], _ body: String = "") {
        set(path, Answer(status: status, headers: headers, body: body))
    }

    /// Writes the desk's list of one source for each line of attributes.
    func subscribe(_ outlines: String...) throws {
        let lines = outlines.map { "<outline type=\"rss\" text=\"Source\" \($0)/>" }
        try folder.write(
            "<opml version=\"2.0\" xmlns:d=\"https://demarche.example/ns/source/1\"><body>\(lines.joined())</body></opml>",
            to: "Feeds/a.opml")
    }

    @discardableResult
    func write(_ text: String, to path: String) throws -> URL { try folder.write(text, to: path) }

    var subscriptions: String {
        (try? String(contentsOf: folder.url.appending(path: "Feeds/a.opml"), encoding: .utf8)) ?? ""
    }

    func open(_ environment: [String: String] = [:]) throws -> Desk { try Desk(folder: desk, environment: environment) }

    /// Runs the desk at an hour of 11 March 2026 and later.
    @discardableResult
    func run(
        hour: Double = 0, environment: [String: String] = [:], _ change: (inout RunOptions) -> Void = { _ in }
    ) async throws -> RunReport {
        var options = RunOptions()
        change(&options)
        return try await open(environment).run(options, now: Self.time(hour)) { _ in }
    }

    static func time(_ hour: Double) -> Timestamp { Timestamp(seconds: 1_773_216_000 + Int(hour * 3600)) }

    func articles() async throws -> [Article] {
        let store = try await Store.open(folder: desk.state)
        defer { try? store.close() }
        return try await store.articles(ArticleQuery()).sorted { $0.entryKey < $1.entryKey }
    }

    /// The defects of the store.
    func defects() async throws -> [String] {
        let store = try await Store.open(folder: desk.state)
        defer { try? store.close() }
        return try await store.verify()
    }

    // MARK: Texts

    static func feed(_ items: String..., head: String = "") -> String {
        "<rss version=\"2.0\"><channel><title>T</title>\(head)\(items.joined())</channel></rss>"
    }

    static func item(_ key: String, link: String = "", text: String = "") -> String {
        "<item><title>Chile and Peru agree to resume border talks</title><guid isPermaLink=\"false\">\(key)</guid>"
            + (link.isEmpty ? "" : "<link>\(link)</link>") + (text.isEmpty ? "" : "<description>\(text)</description>")
            + "<pubDate>Tue, 10 Mar 2026 20:00:00 GMT</pubDate></item>"
    }

    static let story = """
        The foreign ministers of Chile and Peru met in Lima on Tuesday and agreed to resume talks on the maritime \
        border, the Chilean foreign ministry said in a statement.
        """

    static func page(_ text: String = story) -> String {
        let filler = (1...6).map { "<p>Paragraph \($0): officials of both sides described the round as useful.</p>" }
        return "<html><body><article><h1>Talks</h1><p>\(text)</p>\(filler.joined())</article></body></html>"
    }
}
