import Curation
import Desk
import Developments
import Foundation
import Notation
import Serving
import Storage

/// The main job over the sample newsroom, run once for all tests: three runs, and what the store and the outputs held after each.
struct Newsroom: Sendable {
    static let shared = Task { try await Newsroom() }

    /// What one run left behind.
    struct Moment: Sendable {
        var report: RunReport
        var articles: [String: Article]
        var developments: [Development]
        var outputs: [String: Data]
        var answers: [Int: Int]
        /// What publishing everything anew then changed.
        var republished: [String]
    }

    let moments: [SampleDesk.Step: Moment]
    let key: [KeyLine]

    private init() async throws {
        let data = try DataFiles.companion("sample")
        let folder = try TemporaryFolder()
        let server = FolderServer(
            root: data.appending(path: "snapshot-1"), replacing: .init(origin: SampleDesk.origin))
        try await server.start()
        let desk = DeskFolder(root: folder.url)
        try SampleDesk(folder: desk).make(
            subscriptions: data.appending(path: "newsroom.opml"), origin: server.origin)
        var moments: [SampleDesk.Step: Moment] = [:]
        for step in SampleDesk.Step.allCases {
            server.serve(root: data.appending(path: step.snapshot))
            server.resetCounts()
            let report = try await Desk(folder: desk, environment: [:]).run(RunOptions(), now: step.time) { _ in }
            var moment = try await Self.moment(report, desk: desk, server: server)
            moment.republished = try await Desk(folder: desk, environment: [:]).publish(now: step.time).written
            moments[step] = moment
        }
        await server.stop()
        self.moments = moments
        key = try KeyLine.read(data.appending(path: "key.jsonl"))
    }

    private static func moment(_ report: RunReport, desk: DeskFolder, server: FolderServer) async throws -> Moment {
        let store = try await Store.open(folder: desk.state)
        defer { try? store.close() }
        let articles = try await store.articles(ArticleQuery())
        let origin = server.origin
        let byURL = articles.map { ($0.url.replacing(origin, with: SampleDesk.origin), $0) }
        let names = try FileManager.default.subpathsOfDirectory(atPath: desk.output.path).filter {
            !$0.hasPrefix(".") && $0.contains(".")
        }
        let outputs = try names.map { ($0, try Data(contentsOf: desk.output.appending(path: $0))) }
        return Moment(
            report: report, articles: Dictionary(byURL, uniquingKeysWith: { first, _ in first }),
            developments: try await store.developments(DevelopmentQuery()),
            outputs: Dictionary(outputs, uniquingKeysWith: { first, _ in first }), answers: server.answerCounts,
            republished: [])
    }

    /// What a run left behind.
    func moment(_ step: SampleDesk.Step) throws -> Moment {
        guard let moment = moments[step] else { throw MissingMoment() }
        return moment
    }

    /// The key's lines on a snapshot's articles, without those that are only remembered.
    func lines(snapshot: Int) -> [KeyLine] { key.filter { $0.snapshot == snapshot && $0.decision != "seen" } }

    private struct MissingMoment: Error {}
}

/// What is right of one article in one snapshot.
struct KeyLine: Decodable, Sendable {
    struct Act: Decodable, Sendable {
        var primary: Bool
        var type: String
        var actors: [String]
        var recipients: [String]
        var mediators: [String]
        var modality: String
        var status: String
        var development: String
        var story: String
    }

    var snapshot: Int
    var outlet: String
    var url: String
    var title: String
    var body: String
    /// What the page shows again above the body; the text may have it.
    var standfirst: [String]?
    var removed: [String]
    var decision: String
    var relevant: Bool
    var hardNegative: Bool
    var events: [Act]
    var copyOf: String?
    var edited: [String]?

    static func read(_ file: URL) throws -> [KeyLine] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(KeyLine.self, from: Data($0.utf8))
        }
    }
}
