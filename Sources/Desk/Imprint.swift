import Developments

/// What an edition depends on beside the news: settings, and the facts of each source.
struct Imprint {
    private let settings: String
    /// The hash of each source's facts, by its id.
    private let sources: [String: String]
    /// The same as it is stored, a line for each.
    private let lines: String

    init(settings: String, sources: [String: Source]) {
        self.settings = settings
        let hashes = sources.mapValues { source in
            Self.hash([
                source.title, source.feedURL, source.siteURL, source.language, source.country,
                source.kind?.rawValue ?? "", source.owner, source.licence.rawValue, source.isPrivate ? "private" : "",
                source.isStateMedia == true ? "state" : "", source.outlet?.id ?? "", source.outlet?.name ?? "",
            ])
        }
        self.sources = hashes
        lines = hashes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "\n")
    }

    /// What is stored when the edition is out.
    var values: [String: String?] { ["key": settings, "sources": lines] }

    /// Whether an edition that was stored was made with the same settings, and all its sources are as they were; of a
    /// source that is new nothing can have been printed.
    func holds(after last: [String: String]) -> Bool {
        guard last["key"] == settings, let stored = last["sources"] else { return false }
        return stored == lines
            || stored.split(separator: "\n").allSatisfy { line in
                let parts = line.split(separator: " ", maxSplits: 1)
                return parts.count == 2 && sources[String(parts[0])].map { $0 == parts[1] } == true
            }
    }

    /// FNV-1a of the texts, each with an end: thousands are told from their earlier forms in each run.
    private static func hash(_ texts: [String]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for text in texts {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return String(hash, radix: 36)
    }

    /// Whether the sources, too, are those of an edition that was stored.
    func isUnchanged(since last: [String: String]) -> Bool { last["sources"] == lines }
}
