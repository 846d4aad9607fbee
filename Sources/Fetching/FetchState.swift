public import Notation

/// What is remembered of a source between two runs: its validators, its failures, and when it is due.
///
/// A pure value: given the same answers and the same clock it is always the same.
public struct FetchState: Hashable, Codable, Sendable {
    /// What the feed in an answer was like, as far as the next request depends on it.
    public struct Content: Hashable, Sendable {
        /// How many entries were new to us.
        public var newEntries: Int
        /// The seconds that the feed itself asks for between two requests (`ttl`, `sy:updatePeriod`); nil: none.
        public var interval: Int?
        /// When the feed itself asks to be left alone.
        public var skipTimes: SkipTimes
        /// Whether the body came to its end; the validators of one that was cut off are not kept.
        public var isWhole: Bool

        /// Creates a description of a feed.
        public init(
            newEntries: Int, interval: Int? = nil, skipTimes: SkipTimes = SkipTimes(), isWhole: Bool = true
        ) {
            self.newEntries = newEntries
            self.interval = interval
            self.skipTimes = skipTimes
            self.isWhole = isWhole
        }
    }

    /// The subscribed address that all this was learned of; nil until a request was made.
    public internal(set) var address: String?
    /// Sent with the next request.
    public var validators = Validators()
    /// When the source was last asked.
    public internal(set) var lastAttempt: Timestamp?
    /// When it last gave its feed, or said that nothing has changed.
    public internal(set) var lastSuccess: Timestamp?
    /// When it last had a new entry.
    public internal(set) var lastNew: Timestamp?
    /// The smoothed time between two requests that brought something new, in seconds; nil until known.
    public internal(set) var usualGap: Int?
    /// Since when the source has answered without a failure; nil while it fails.
    public internal(set) var wellSince: Timestamp?
    /// When the present run of failures began.
    public internal(set) var firstFailure: Timestamp?
    /// How many requests have failed in a row.
    public internal(set) var failures = 0
    /// Why the last request failed, in words; nil when it did not.
    public internal(set) var lastError: String?
    /// The status of the last answer; nil when none came.
    public internal(set) var lastStatus: Int?
    /// How long the last request took, in milliseconds.
    public internal(set) var lastDuration: Int?
    /// Whether the last answer was a gatekeeper's: a refusal, or a test for people.
    public internal(set) var isBlocked = false
    /// The seconds that the feed asks for between two requests; nil: none.
    public internal(set) var feedInterval: Int?
    /// When the feed asks to be left alone.
    public internal(set) var skipTimes = SkipTimes()
    /// When our own pace lets us ask again.
    public internal(set) var nextDue: Timestamp?
    /// Until when the server wants to be left alone (`Retry-After`); no wish of ours overrides it.
    public internal(set) var heldUntil: Timestamp?
    /// Where a permanent redirect led the last time.
    public internal(set) var movingTo: String?
    /// Where permanent redirects led two times in a row; asked in the place of the subscribed address from then on.
    public internal(set) var movedTo: String?
    /// When the move was confirmed.
    public internal(set) var moved: Timestamp?
    /// When the source said that it is gone for ever (410).
    public internal(set) var retired: Timestamp?

    /// Creates the state of a source that was never asked.
    public init() {}

    /// Takes note of the subscribed address: what was learned of another one does not hold for it.
    ///
    /// When it is the one that the source has moved to, all that was learned stays.
    public mutating func subscribe(to url: String) {
        defer { address = url }
        guard let address, address != url else { return }
        if url == movedTo || url == requestURL { forgetMove() } else { self = FetchState() }
    }

    /// Where to ask: where the source has moved to, else the subscribed address.
    public var requestURL: String? {
        movedTo.map { place in address.map { MovedAddress.address(place, movedFrom: $0) } ?? place } ?? address
    }

    /// Whether caches on the way are to be passed by: the last answer said 304 without being asked for one.
    public var wantsFreshCopy: Bool { failures > 0 && lastStatus == 304 }

    /// Whether the source may be asked now.
    ///
    /// - Parameters:
    ///   - now: the run's clock.
    ///   - force: whether our own pace and a retirement are overridden, but never the server's `Retry-After`.
    /// - Returns: whether to ask.
    public func isDue(now: Timestamp, force: Bool = false) -> Bool {
        // A clock that was set back must not silence a source; set back by a day at most, it lifts no hold either.
        let isFarBack = lastAttempt.map { now.adding(seconds: 86_400) < $0 } ?? false
        if let heldUntil, now < heldUntil, !isFarBack { return false }
        if let lastAttempt, now < lastAttempt { return retired == nil || force }
        if force { return true }
        guard retired == nil else { return false }
        guard let nextDue, let lastAttempt else { return true }
        // A run that starts a little early, as cron's do, still finds the source due.
        let slack = min(60, (nextDue.seconds - lastAttempt.seconds) / 20)
        return now.seconds + slack >= nextDue.seconds
    }

    /// Takes in an answer whose body was read as a feed, or that said that nothing has changed.
    ///
    /// - Parameters:
    ///   - response: the answer, with status 304 or 2xx.
    ///   - content: what the feed was like; nil for an unchanged one.
    ///   - now: the run's clock.
    ///   - policy: the desk's pace.
    ///   - id: the source's id, from which its share of jitter comes.
    public mutating func record(
        _ response: FetchResponse, content: Content?, now: Timestamp, policy: FetchPolicy, id: String
    ) {
        if response.isNotModified, validators.isEmpty {
            let why = "the server says that nothing has changed, but was not asked that"
            return recordUnusable(response, why: why, now: now, policy: policy, id: id)
        }
        note(response, now: now)
        if response.isNotModified {
            // RFC 9111 section 4.3.4: a 304 updates what it names and leaves the rest.
            validators.etag = response.validators.etag ?? validators.etag
            validators.lastModified = response.validators.lastModified ?? validators.lastModified
        } else if content?.isWhole ?? true {
            validators = response.validators
        }
        lastSuccess = now
        wellSince = wellSince ?? now
        firstFailure = nil
        failures = 0
        lastError = nil
        retired = nil
        noteMove(response.permanentURL, now: now)
        if let content {
            if content.newEntries > 0 { noteNews(now) }
            feedInterval = content.interval
            skipTimes = content.skipTimes
        }
        nextDue = skipTimes.firstOpen(from: now.adding(seconds: interval(response, policy, id)))
        hold(response, now: now, policy: policy)
    }

    /// Takes in an answer that is of no use: another status, or a body that is no feed.
    ///
    /// - Parameters:
    ///   - response: the answer; its validators are not kept.
    ///   - why: what is wrong with the body; nil: the status says it all.
    ///   - now: the run's clock.
    ///   - policy: the desk's pace.
    ///   - id: the source's id, from which its share of jitter comes.
    public mutating func recordUnusable(
        _ response: FetchResponse, why: String? = nil, now: Timestamp, policy: FetchPolicy, id: String
    ) {
        let wasMoved = movedTo != nil
        note(response, now: now)
        movingTo = nil
        if response.isNotModified { validators = Validators() }
        isBlocked = response.isChallenge || response.status == 403
        let words = response.isChallenge ? "a gatekeeper answers with a test for people" : why
        fail(words ?? Self.words(for: response.status), now: now)
        // What a person must repair is asked less and less, what the server may repair soon again.
        let isLasting = (400...499).contains(response.status) && ![408, 425, 429].contains(response.status)
        // The subscribed address may lead elsewhere by now.
        if isLasting || response.isSuccess { abandonMove() }
        if response.status == 410, !wasMoved {
            retired = retired ?? now
            nextDue = nil
            return
        }
        let start = isLasting ? max(policy.backOffStart, 3600) : policy.backOffStart
        let ceiling = isLasting ? max(policy.backOffCeiling, 7 * 86_400) : policy.backOffCeiling
        nextDue = now.adding(seconds: backOff(from: start, to: ceiling, id: id))
        hold(response, now: now, policy: policy)
    }

    /// Takes in that no answer came.
    ///
    /// A request that we gave up ourselves changes nothing.
    public mutating func record(_ error: FetchError, now: Timestamp, policy: FetchPolicy, id: String) {
        switch error.reason {
        case .cancelled: return
        case .held(let seconds):
            lastAttempt = now
            heldUntil = now.adding(seconds: min(seconds, policy.retryAfterCeiling))
        default:
            lastAttempt = now
            lastStatus = nil
            lastDuration = nil
            isBlocked = false
            movingTo = nil
            if !error.isTransient { abandonMove() }
            fail("\(error.reason)", now: now)
            let ceiling = error.isTransient ? policy.backOffCeiling : max(policy.backOffCeiling, 7 * 86_400)
            nextDue = now.adding(seconds: backOff(from: policy.backOffStart, to: ceiling, id: id))
        }
    }

    /// Forgets a move, once the subscription has the new URL.
    public mutating func forgetMove() {
        movingTo = nil
        movedTo = nil
        moved = nil
    }
}

extension FetchState {
    private mutating func note(_ response: FetchResponse, now: Timestamp) {
        lastAttempt = now
        lastStatus = response.status
        lastDuration = Int(response.duration / .milliseconds(1))
        heldUntil = nil
        isBlocked = false
    }

    /// A redirect counts as a move when two requests in a row found it.
    ///
    /// Once moved, the source is asked at its new place, which then answers without a redirect.
    private mutating func noteMove(_ url: String?, now: Timestamp) {
        if let url, url == movingTo, url != movedTo {
            movedTo = url
            moved = now
        }
        movingTo = url
    }

    /// Goes back to the subscribed address, whose validators are not known any more.
    private mutating func abandonMove() {
        if movedTo != nil { validators = Validators() }
        forgetMove()
    }

    private mutating func noteNews(_ now: Timestamp) {
        if let lastNew, now > lastNew {
            let gap = now.seconds - lastNew.seconds
            usualGap = usualGap.map { ($0 * 3 + gap) / 4 } ?? gap
        }
        lastNew = now
    }

    private mutating func fail(_ words: String, now: Timestamp) {
        firstFailure = firstFailure ?? now
        wellSince = nil
        failures += 1
        lastError = words
    }

    private mutating func hold(_ response: FetchResponse, now: Timestamp, policy: FetchPolicy) {
        guard let delay = response.retryAfter, [429, 503].contains(response.status) || response.isSuccess else {
            return
        }
        heldUntil = now.adding(seconds: min(delay, policy.retryAfterCeiling))
    }

    /// The seconds until the next request after a success.
    private func interval(_ response: FetchResponse, _ policy: FetchPolicy, _ id: String) -> Int {
        let asked = max(response.freshFor ?? 0, feedInterval ?? 0)
        // Our own stretching: a source that brings something new once a day need not be asked every quarter of an hour.
        let adapted = policy.minimumInterval > 0 ? (usualGap ?? 0) / 8 : 0
        let seconds = max(policy.minimumInterval, min(max(asked, adapted), policy.freshnessCeiling))
        return seconds + jitter(upTo: (seconds - policy.minimumInterval) / 10, id: id)
    }

    private func backOff(from start: Int, to ceiling: Int, id: String) -> Int {
        let doublings = min(max(failures - 1, 0), 20)
        let seconds = min(start << doublings, ceiling)
        return seconds - jitter(upTo: seconds / 10, id: id)
    }

    /// A source's own number in 0...limit, the same on every machine, so that sources that failed together part.
    private func jitter(upTo limit: Int, id: String) -> Int {
        guard limit > 0 else { return 0 }
        // FNV-1a, over the id and the number of failures.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ UInt64(truncatingIfNeeded: failures)) &* 0x100_0000_01b3
        return Int((hash >> 33) % UInt64(limit + 1))
    }

    private static func words(for status: Int) -> String {
        switch status {
        case 401: "401: the server wants a user and a password"
        case 403: "403: the server does not let us in"
        case 404: "404: there is nothing at this address"
        case 410: "410: the server says that it is gone for ever"
        case 429: "429: the server says that we ask too often"
        case 500...599: "\(status): the server has a problem of its own"
        default: "the server answered with status \(status)"
        }
    }
}
