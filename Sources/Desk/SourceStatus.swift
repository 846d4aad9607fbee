import Developments
import Fetching
public import Notation
import Storage

/// How a source is doing.
public struct SourceStatus: Presentable, Sendable {
    let id: String
    let title: String
    let feedURL: String
    let health: String
    let since: Timestamp?
    let lastSuccess: Timestamp?
    let lastError: String?
    let nextDue: Timestamp?
    let nextStep: String?

    init(_ source: Source, state: FetchState?, now: Timestamp) {
        id = source.id
        title = source.title
        feedURL = source.feedURL
        health = state.map { $0.health(now: now).rawValue } ?? "new"
        since = state?.healthSince(now: now)
        lastSuccess = state?.lastSuccess
        lastError = state?.lastError
        nextDue = state?.dueColumn
        nextStep = state?.nextStep(now: now)
    }

    /// Readable lines.
    public var text: String {
        let success = lastSuccess?.description ?? "never"
        var line = "\(id.padded(to: 28)) \(health.padded(to: 8)) success \(success.padded(to: 20))"
        line += " next \(nextDue?.description ?? "at once")"
        if let lastError { line += "\n  \(lastError)" + (nextStep.map { "; \($0)" } ?? "") }
        return line
    }
}

/// What one fetch of a source says about it today.
public struct SourceCheck: Presentable, Sendable {
    let id: String
    let feedURL: String
    let format: String
    let entries: Int
    let newest: Timestamp?
    let problem: String?
    let warnings: [String]

    /// Whether the source gave a feed.
    public var isWell: Bool { problem == nil }

    /// Readable lines.
    public var text: String {
        let words = problem ?? "\(format), \(entries) entries, newest \(newest.map(\.description) ?? "undated")"
        return (["\(id.padded(to: 28)) \(isWell ? "ok" : "FAIL")  \(words)"] + warnings.map { "  \($0)" })
            .joined(separator: "\n")
    }
}

extension Desk {
    /// Tells how each source is doing.
    ///
    /// - Throws: an error of the store.
    public func sourceStatuses(now: Timestamp) async throws -> [SourceStatus] {
        let states = try await withStore { try await $0.fetchStates() }
        return sources.map { source in
            let stored = states[source.id].flatMap { $0.bytes.isEmpty ? nil : FetchState(stored: $0.bytes) }
            return SourceStatus(source, state: stored, now: now)
        }
    }
}
