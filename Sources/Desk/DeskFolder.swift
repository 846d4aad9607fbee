public import Foundation

/// A desk's folders: what its people write, what the world sees, and what is never served.
public struct DeskFolder: Sendable {
    /// The desk's own folder.
    public let root: URL
    /// What the world sees.
    public let output: URL

    /// Creates the folder's paths; nothing is read.
    ///
    /// - Parameters:
    ///   - root: the desk's folder.
    ///   - output: where to publish; `Output/` in the desk's folder when nil.
    public init(root: URL, output: URL? = nil) {
        self.root = root
        self.output = output ?? root.appending(path: "Output", directoryHint: .isDirectory)
    }

    /// Subscriptions, settings and rules.
    public var feeds: URL { root.appending(path: "Feeds", directoryHint: .isDirectory) }
    /// The settings.
    public var settings: URL { feeds.appending(path: "desk.yml") }
    /// What people decided, a line each.
    public var corrections: URL { feeds.appending(path: "corrections.tsv") }
    /// What people found of published fields, a line each.
    public var audits: URL { feeds.appending(path: "audits.tsv") }
    /// The desk's own names, laid over the program's.
    public var lexicon: URL { feeds.appending(path: "lexicon", directoryHint: .isDirectory) }
    /// The store, the lock, the page cache and backups.
    public var state: URL { root.appending(path: ".demarche", directoryHint: .isDirectory) }

    /// The desk's subscription lists, by name.
    public func subscriptionLists() -> [URL] {
        let files = (try? FileManager.default.contentsOfDirectory(at: feeds, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension.lowercased() == "opml" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
