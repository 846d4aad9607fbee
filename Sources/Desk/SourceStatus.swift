import Developments
import Fetching
public import Notation
import Storage

/// How a source is doing, and everything that is remembered of fetching it.
public struct SourceStatus: Presentable, Sendable {
    let id: String
    let title: String
    let feedURL: String
    /// `new` for a source that was never asked.
    let health: String
    let since: Timestamp?
    let nextStep: String?
    let lastAttempt: Timestamp?
    let lastSuccess: Timestamp?
    let lastNew: Timestamp?
    let lastStatus: Int?
    let lastMilliseconds: Int?
    let lastError: String?
    let failures: Int
    let firstFailure: Timestamp?
    let nextDue: Timestamp?
    let heldUntil: Timestamp?
    let etag: String?
    let lastModified: String?
    let usualGapSeconds: Int?
    let feedIntervalSeconds: Int?
    let skipHours: [Int]
    let skipDays: [String]
    let isBlocked: Bool
    let wellSince: Timestamp?
    let movingTo: String?
    let movedTo: String?
    let moved: Timestamp?
    let retired: Timestamp?

    init(_ source: Source, state: FetchState?, now: Timestamp) {
        id = source.id
        title = source.title
        feedURL = source.feedURL
        health = state.map { $0.health(now: now).rawValue } ?? "new"
        since = state?.healthSince(now: now)
        nextStep = state?.nextStep(now: now)
        lastAttempt = state?.lastAttempt
        lastSuccess = state?.lastSuccess
        lastNew = state?.lastNew
        lastStatus = state?.lastStatus
        lastMilliseconds = state?.lastDuration
        lastError = state?.lastError
        failures = state?.failures ?? 0
        firstFailure = state?.firstFailure
        nextDue = state?.dueColumn
        heldUntil = state?.heldUntil
        etag = state?.validators.etag
        lastModified = state?.validators.lastModified
        usualGapSeconds = state?.usualGap
        feedIntervalSeconds = state?.feedInterval
        skipHours = state?.skipTimes.skippedHours ?? []
        skipDays = state?.skipTimes.skippedDays ?? []
        isBlocked = state?.isBlocked ?? false
        wellSince = state?.wellSince
        movingTo = state?.movingTo
        movedTo = state?.movedTo
        moved = state?.moved
        retired = state?.retired
    }

    /// Readable lines.
    public var text: String {
        let success = lastSuccess?.description ?? "never"
        var line = "\(id.padded(to: 28)) \(health.padded(to: 8)) success \(success.padded(to: 20))"
        line += " next \(retired != nil ? "never" : nextDue?.description ?? "at once")"
        let words = [since.map { "\(health) since \($0)" }, lastError, nextStep].compactMap { $0 }
        return lastError == nil && nextStep == nil ? line : line + "\n  " + words.joined(separator: "; ")
    }
}

extension Desk {
    /// Tells how each source is doing.
    ///
    /// - Throws: an error of the store.
    public func sourceStatuses(now: Timestamp) async throws -> [SourceStatus] {
        let states = try await withStore { try await $0.fetchStates() }
        return sources.map { source in
            let stored = states[source.id].flatMap { $0.bytes.isEmpty ? nil : FetchState(stored: $0.bytes, of: source) }
            return SourceStatus(source, state: stored, now: now)
        }
    }
}
