internal import GRDB

/// What a shortened id stands for.
public enum ResolvedID: Hashable, Sendable {
    /// An article, by its whole id.
    case article(String)
    /// A development, by its whole id.
    case development(String)
    /// A story, by its whole id.
    case story(String)
    /// Several ids begin like this; the first few of them, in order.
    case ambiguous([String])
    /// No id begins like this.
    case unknown
}

extension Store {
    /// Finds the id that a person shortened: a beginning, with or without the `a-`, `d-` or `s-` before it.
    ///
    /// - Throws: ``StoreError``.
    public func resolve(_ beginning: String) async throws(StoreError) -> ResolvedID {
        let lowered = beginning.lowercased()
        guard !lowered.isEmpty,
            lowered.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        else { return .unknown }
        let isWhole = ["a-", "d-", "s-"].contains { lowered.hasPrefix($0) }
        return try await read { database in
            var found: [ResolvedID] = []
            var ids: [String] = []
            for (table, letter, make) in Self.named where !isWhole || lowered.hasPrefix("\(letter)-") {
                let prefix = isWhole ? lowered : "\(letter)-\(lowered)"
                // "~" sorts after every character of an id.
                let matches = try String.fetchAll(
                    database, sql: "SELECT id FROM \(table) WHERE id >= ? AND id < ? ORDER BY id LIMIT 6",
                    arguments: [prefix, prefix + "~"])
                if let exact = matches.first(where: { $0 == prefix }) { return make(exact) }
                ids += matches
                found += matches.map(make)
            }
            return switch found.count {
            case 0: .unknown
            case 1: found[0]
            default: .ambiguous(Array(ids.prefix(6)))
            }
        }
    }

    private static let named: [(table: String, letter: String, make: @Sendable (String) -> ResolvedID)] = [
        ("development", "d", { .development($0) }), ("article", "a", { .article($0) }), ("story", "s", { .story($0) }),
    ]
}
