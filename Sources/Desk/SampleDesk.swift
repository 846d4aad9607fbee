public import Foundation
public import Notation

/// The desk over the invented newsroom, by which a new user and the tests see the main job at work.
public struct SampleDesk: Sendable {
    /// The newsroom's port; it is fixed, and the clock too, so that two machines publish the same bytes.
    public static let port: UInt16 = 8463
    /// The origin that stands in the newsroom's files.
    public static let origin = "http://127.0.0.1:\(port)"

    /// The runs of the demonstration.
    public enum Step: CaseIterable, Sendable {
        case first, again, later

        /// The desk's clock.
        public var time: Timestamp {
            let first = Timestamp(seconds: 1_773_302_400)  // 2026-03-12T08:00:00Z
            return switch self {
            case .first: first
            case .again: first.adding(seconds: 3600)
            case .later: first.adding(seconds: 86_400)
            }
        }

        /// The folder that the newsroom is served from.
        public var snapshot: String { self == .later ? "snapshot-2" : "snapshot-1" }

        /// What people read above the run's report.
        public var title: String {
            switch self {
            case .first: "First run: everything is new."
            case .again: "An hour later: every feed answers that nothing changed, and nothing is written anew."
            case .later: "A day later: edits, a new venue, new items."
            }
        }
    }

    /// Where the desk is.
    public let folder: DeskFolder

    /// Creates the sample desk's value; nothing is made.
    public init(folder: DeskFolder) { self.folder = folder }

    /// Makes the desk anew: what an earlier demonstration stored is removed.
    ///
    /// - Parameters:
    ///   - subscriptions: the newsroom's OPML.
    ///   - origin: where the newsroom is served, when not at ``origin``.
    /// - Throws: ``DeskError`` when the disk refuses.
    public func make(subscriptions: URL, origin: String = Self.origin) throws {
        var settings = Settings()
        settings.contact = "https://newsroom.example/desk"
        settings.title = "Sample newsroom: diplomacy developments"
        settings.authority = "newsroom.example,2026"
        settings.publish.also = Settings.Publish.furtherFiles
        settings.network.allowPrivate = ["127.0.0.0/8"]
        settings.network.pageSpacing = 0
        do {
            try? FileManager.default.removeItem(at: folder.state)
            try? FileManager.default.removeItem(at: folder.feeds)
            try FileManager.default.createDirectory(at: folder.feeds, withIntermediateDirectories: true)
            try Data(settings.documentedYAML().utf8).write(to: folder.settings)
            let list = try String(contentsOf: subscriptions, encoding: .utf8)
            try Data(list.replacing(Self.origin, with: origin).utf8)
                .write(to: folder.feeds.appending(path: "newsroom.opml"))
        } catch {
            throw DeskError("cannot make the sample desk in \(folder.root.path): \(error.localizedDescription)")
        }
    }

    /// What is said at the end of the demonstration.
    public var farewell: String {
        let output = folder.output.relativePath
        let desk = folder.root.relativePath
        return """
            The outputs are in \(output)/:
              index.html          the page: open it in a browser, or `demarche serve --output \(output)`
              developments.atom   subscribe to it in a feed reader
              developments.csv    open it in a spreadsheet
              articles.csv        the articles behind it

            Look closer:
              demarche list --desk \(desk)
              demarche why ID --desk \(desk)

            With real sources:
              demarche init mydesk --contact you@example.org --starter europe
              demarche run --desk mydesk

            """
    }
}
