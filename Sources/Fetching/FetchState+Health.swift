public import Notation

extension FetchState {
    /// How a source is doing, in one word.
    public enum Health: String, CaseIterable, Hashable, Codable, Sendable {
        case ok, slow, failing, blocked, silent, moved, retired
    }

    /// How the source is doing; what needs a person comes first.
    public func health(now: Timestamp) -> Health {
        if retired != nil { return .retired }
        if failures > 0 { return isBlocked ? .blocked : .failing }
        if movedTo != nil { return .moved }
        if isSilent(now: now) { return .silent }
        return (lastDuration ?? 0) >= Self.slowDuration ? .slow : .ok
    }

    /// Since when the source has been doing so; nil when it was never asked or always so.
    public func healthSince(now: Timestamp) -> Timestamp? {
        switch health(now: now) {
        case .retired: retired
        case .failing, .blocked: firstFailure
        case .silent: lastNew
        case .moved: moved
        case .ok, .slow: wellSince
        }
    }

    /// What a person can do about it; nil when there is nothing to do.
    public func nextStep(now: Timestamp) -> String? {
        switch health(now: now) {
        case .ok: nil
        case .slow: "nothing to do; the source takes \((lastDuration ?? 0) / 1000) s to answer"
        case .failing where lastStatus == 401: "set the right user and password for it under sources: in desk.yml"
        case .failing: "look at the address in a browser; if the feed has a new one, change xmlUrl in Feeds/"
        case .blocked: "ask the publisher to let the User-Agent in, or remove the source"
        case .silent: "see whether the publisher has a new feed"
        case .moved: "`demarche sources apply-moves` writes \(movedTo ?? "the new address") to Feeds/"
        case .retired: "remove the source, or look for its successor"
        }
    }

    /// Ten times the usual gap, and three days at least, without anything new.
    private func isSilent(now: Timestamp) -> Bool {
        guard let lastNew, let usualGap else { return false }
        return now.seconds - lastNew.seconds > max(10 * usualGap, 3 * 86_400)
    }

    private static let slowDuration = 10_000
}
