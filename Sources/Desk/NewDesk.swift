import FeedParsing
public import Foundation
import Notation

/// A desk that is to be made.
public struct NewDesk {
    /// Where to make it.
    public let folder: URL
    /// For the publishers whose feeds are read.
    public var contact = ""
    /// The zone whose days count.
    public var timeZone = "UTC"
    /// The authority of the feeds' ids; made up when empty.
    public var authority = ""
    /// The region whose sources to start with; nil for none.
    public var starter: String?

    /// Creates the answers for a new desk.
    public init(folder: URL) { self.folder = folder }

    /// Makes the folders and files; nothing that exists is touched.
    ///
    /// - Returns: lines that say what was made and how to go on.
    /// - Throws: ``UsageError`` when there is a desk already or an answer is not allowed; ``DeskError`` when the disk refuses.
    public func make() throws -> String {
        let desk = DeskFolder(root: folder)
        guard !FileManager.default.fileExists(atPath: desk.settings.path) else {
            throw UsageError("\(desk.settings.relativePath) is there already; edit it, or make the new desk elsewhere")
        }
        var settings = Settings()
        for (path, value) in [("contact", contact), ("timeZone", timeZone), ("authority", authorityOrMadeUp)] {
            try set(path, value, &settings)
        }
        let subscriptions = try starter.map { try Starter.subscriptions(region: $0) }
        do {
            for folder in [desk.feeds, desk.output, desk.state] {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            }
            try Data(settings.documentedYAML().utf8).write(to: desk.settings, options: .atomic)
            if let subscriptions {
                try Data(subscriptions).write(to: desk.feeds.appending(path: "subscriptions.opml"), options: .atomic)
            }
        } catch {
            throw DeskError("cannot make a desk in \(folder.path): \(error.localizedDescription)")
        }
        return next(hasSources: subscriptions != nil)
    }

    private func set(_ path: String, _ value: String, _ settings: inout Settings) throws {
        guard let key = SettingKey.all.first(where: { $0.path == path }) else { return }
        guard key.read(&settings, .scalar(value)) else {
            throw UsageError("\(path): `\(value)` is not allowed; \(key.allowed)")
        }
    }

    /// RFC 4151 wants an authority that its user holds; a name that nobody can own harms nobody.
    private var authorityOrMadeUp: String {
        if !authority.isEmpty { return authority }
        let name = ContentHash.identifier("desk", [UUID().uuidString])
        let year = Timestamp(seconds: Int(Date().timeIntervalSince1970)).date.parts.year
        return "\(name).invalid,\(year)"
    }

    private func next(hasSources: Bool) -> String {
        let path = folder.relativePath
        var lines = ["made a desk in \(path)"]
        if contact.isEmpty { lines.append("set `contact` in \(path)/Feeds/desk.yml before fetching real sources") }
        if !hasSources { lines.append("add sources:  demarche sources add URL --desk \(path)") }
        lines.append("then:         demarche run --desk \(path)")
        return lines.joined(separator: "\n")
    }
}
