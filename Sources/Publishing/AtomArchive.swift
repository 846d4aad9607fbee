import Developments
import Notation

/// Writes the archive documents of `developments.atom` (RFC 5005, section 4), by month of first sight.
///
/// A month is written when it is over, that is when something newer was published; from then on it is left alone.
struct AtomArchive {
    /// The entries of one document at most.
    private static let entryLimit = 400

    let settings: PublicationSettings

    /// Returns the documents, the oldest first.
    ///
    /// - Parameters:
    ///   - developments: everything that feeds may show, newest first.
    ///   - earlier: the archive documents that are there already; their months are not written again.
    /// - Returns: the documents that are to be written.
    func documents(_ developments: [PublishedDevelopment], earlier: [String]) -> [OutputFile] {
        guard let newest = developments.first else { return [] }
        let current = Self.month(newest.firstSeen)
        let written = Set(earlier.map { String($0.dropFirst("archive/".count).prefix(7)) })
        let over = developments.filter {
            let month = Self.month($0.firstSeen)
            return month < current && !written.contains(month)
        }
        if over.isEmpty { return [] }
        let stories = Dictionary(grouping: developments, by: \.storyID)
        let months = Dictionary(grouping: over) { Self.month($0.firstSeen) }
        var previous = earlier.max(by: Self.isEarlier)
        var files: [OutputFile] = []
        for (month, items) in months.sorted(by: { $0.key < $1.key }) {
            let entries = items.reversed().map { item in
                var xml = XMLWriter()
                AtomEntry(development: item, related: stories[item.storyID] ?? [], settings: settings).write(&xml)
                return (xml: xml, updated: max(item.lastChanged, item.firstSeen))
            }
            for (index, part) in parts(entries).enumerated() {
                let name = "archive/\(month)-\(index + 1).atom"
                let feed = AtomFeed(
                    settings: settings, file: name, id: "developments", title: settings.feedTitle,
                    relations: [("current", "developments.atom")] + (previous.map { [("prev-archive", $0)] } ?? []),
                    isArchive: true)
                files.append(
                    OutputFile(
                        name: name,
                        bytes: feed.bytes(updated: part.map(\.updated).max(), entries: part.reversed().map(\.xml))))
                previous = name
            }
        }
        return files
    }

    /// The newest of some archive documents.
    static func newest(_ names: [String]) -> String? { names.max(by: isEarlier) }

    /// The month's documents: each as full as their limits allow.
    private func parts<Entry>(_ entries: [(xml: XMLWriter, updated: Entry)]) -> [[(xml: XMLWriter, updated: Entry)]] {
        // Room for the head of the feed.
        let limit = settings.feedWindow.bytes - 4_000
        var parts: [[(xml: XMLWriter, updated: Entry)]] = []
        var size = 0
        for entry in entries {
            let length = entry.xml.bytes.count
            if parts.isEmpty || size + length > limit || parts[parts.count - 1].count == Self.entryLimit {
                parts.append([])
                size = 0
            }
            parts[parts.count - 1].append(entry)
            size += length
        }
        return parts
    }

    private static func month(_ stamp: Timestamp) -> String { String(stamp.date.description.prefix(7)) }

    /// Orders `archive/2026-02-9.atom` before `archive/2026-02-10.atom`.
    private static func isEarlier(_ left: String, _ right: String) -> Bool {
        (left.utf8.count, left) < (right.utf8.count, right) && left.prefix(15) == right.prefix(15)
            || left.prefix(15) < right.prefix(15)
    }
}
