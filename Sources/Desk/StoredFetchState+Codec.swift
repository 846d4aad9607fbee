import Developments
import Fetching
import Foundation
import Notation
import Storage

extension FetchState {
    /// Reads a stored state; one that another version wrote counts as that of a source never asked.
    init(stored bytes: [UInt8]) {
        self = FetchState(blob: bytes) ?? FetchState()
    }

    /// Reads a stored state as far as it holds for a subscribed address.
    init(stored bytes: [UInt8], of source: Source) {
        self.init(stored: bytes)
        subscribe(to: source.feedURL)
    }

    /// When the source may be asked at the earliest, as far as one moment can say it; nil: at once, or never again.
    var dueColumn: Timestamp? { [nextDue, heldUntil].compactMap { $0 }.max() }
}

extension StoredFetchState {
    /// Whether the source may be asked now.
    func isDue(_ source: Source, now: Timestamp, force: Bool) -> Bool {
        bytes.isEmpty || FetchState(stored: bytes, of: source).isDue(now: now, force: force)
    }
}

extension Store {
    /// What earlier runs learned of robots.txt files, by origin.
    func robots() async throws -> [String: RobotsCache.Entry] {
        guard let text = try await publishedState()["robots"] else { return [:] }
        return (try? JSONDecoder().decode([String: RobotsCache.Entry].self, from: Data(text.utf8))) ?? [:]
    }

    /// Keeps what this run learned of robots.txt files.
    func save(robots: [String: RobotsCache.Entry]) async throws {
        guard !robots.isEmpty else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try await save(published: ["robots": String(decoding: try encoder.encode(robots), as: UTF8.self)])
    }

    /// The hosts that told an earlier run to leave them alone.
    func holds(now: Timestamp) async throws -> HostHolds {
        let text = try await publishedState()["holds"] ?? "{}"
        let until = (try? JSONDecoder().decode([String: Int].self, from: Data(text.utf8))) ?? [:]
        return HostHolds(now: now, until: until.mapValues(Timestamp.init(seconds:)))
    }

    /// Keeps until when hosts want to be left alone.
    func save(holds: HostHolds) async throws {
        let until = holds.until.mapValues(\.seconds)
        if until.isEmpty { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try await save(published: ["holds": String(decoding: try encoder.encode(until), as: UTF8.self)])
    }
}
