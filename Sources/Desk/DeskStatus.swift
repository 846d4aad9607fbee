internal import Foundation
public import Notation
import Storage

/// How a desk is doing.
public struct DeskStatus: Presentable, Sendable {
    let lastRun: Timestamp?
    let lastSuccess: Timestamp?
    let sources: [String: Int]
    let failing: [SourceStatus]
    let counts: [String: Int]
    let bytes: [String: Int]
    let output: String

    init(runs: [StoredRun], sources: [SourceStatus], statistics: StoreStatistics, output: URL) {
        lastRun = runs.first?.started
        lastSuccess = runs.first { $0.exitCode == 0 }?.started
        self.sources = Dictionary(grouping: sources, by: \.health).mapValues(\.count)
        failing = sources.filter { $0.lastError != nil }
        counts = statistics.counts
        bytes = statistics.sizes
        self.output = output.relativePath
    }

    /// Whether the last success is older than so many seconds, or there never was one.
    public func isOlder(than seconds: Int, at now: Timestamp) -> Bool {
        guard let lastSuccess else { return true }
        return lastSuccess < now.adding(seconds: -seconds)
    }

    /// Readable lines.
    public var text: String {
        var lines = [
            "last run      \(lastRun?.description ?? "never")",
            "last success  \(lastSuccess?.description ?? "never")",
            "sources       "
                + sources.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "),
        ]
        lines += failing.map { "  \($0.id): \($0.lastError ?? "")" }
        let rows = ["articles", "kept", "review", "dropped", "developments", "stories", "pendingPages"]
        lines.append("stored        " + rows.map { "\(counts[$0] ?? 0) \($0)" }.joined(separator: ", "))
        lines.append(
            "sizes         "
                + bytes.sorted { $0.key < $1.key }.map { "\($0.key) \(Self.size($0.value))" }.joined(separator: ", "))
        lines.append("outputs       \(output)")
        return lines.joined(separator: "\n")
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 1_000_000 ? "\((bytes + 999) / 1000) kB" : String(format: "%.1f MB", Double(bytes) / 1_000_000)
    }
}
