import FeedParsing
import Foundation
import Notation

/// Sources to start with: ten of a region, from the list that comes with the program.
public enum Starter {
    private static let count = 10

    /// The regions, as `init --starter` takes them.
    ///
    /// - Throws: `DataFilesMissing` or ``SubscriptionError`` when the installation is not whole.
    public static func regions() throws -> [String] {
        try groups().map { slug($0.name) }
    }

    /// Returns an OPML document of a region's first ten sources.
    ///
    /// A region with fewer is filled up with the first group's, the international organisations.
    ///
    /// - Throws: ``UsageError`` for an unknown region.
    static func subscriptions(region: String) throws -> [UInt8] {
        let groups = try self.groups()
        guard let group = groups.first(where: { slug($0.name) == region }) else {
            throw UsageError("no region `\(region)`; there are \(groups.map { slug($0.name) }.joined(separator: ", "))")
        }
        let own = group.outlines.prefix(count)
        let filling = (groups.first?.outlines ?? []).prefix(count - own.count)
        var document = OPMLDocument(title: "Subscriptions")
        for outline in own + filling { try document.add(copyOf: outline) }
        return document.bytes
    }

    private static func groups() throws -> [(name: String, outlines: [OPML.Outline])] {
        let document = try Subscriptions.document(at: try DataFiles.companion("diplomacy.opml"))
        var groups: [(name: String, outlines: [OPML.Outline])] = []
        for outline in document.subscriptions {
            guard let name = outline.groups.first else { continue }
            if groups.last?.name == name {
                groups[groups.count - 1].outlines.append(outline)
            } else {
                groups.append((name, [outline]))
            }
        }
        return groups
    }

    /// `Asia and Pacific` → `asia-and-pacific`.
    private static func slug(_ text: String) -> String {
        text.lowercased().folding(options: .diacriticInsensitive, locale: nil)
            .split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}
