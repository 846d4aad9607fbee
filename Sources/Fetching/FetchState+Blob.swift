internal import Notation

extension FetchState {
    /// The state as bytes for a store: a version line, then `KEY VALUE` a line, for what is known.
    ///
    /// Thousands are read and written in a run, for which JSON takes ten times as long.
    public var blob: [UInt8] {
        var bytes = Array("fetch-state 1\n".utf8)
        func write(_ key: String, _ value: String?) {
            guard let value else { return }
            bytes += key.utf8
            bytes.append(32)
            for byte in value.utf8 { bytes.append(byte == 10 || byte == 13 ? 32 : byte) }
            bytes.append(10)
        }
        func write(_ key: String, _ number: Int?) { write(key, number.map { String($0) }) }
        write("address", address)
        write("etag", validators.etag)
        write("last-modified", validators.lastModified)
        write("last-attempt", lastAttempt?.seconds)
        write("last-success", lastSuccess?.seconds)
        write("last-new", lastNew?.seconds)
        write("usual-gap", usualGap)
        write("well-since", wellSince?.seconds)
        write("first-failure", firstFailure?.seconds)
        write("failures", failures == 0 ? nil : failures)
        write("last-error", lastError)
        write("last-status", lastStatus)
        write("last-duration", lastDuration)
        write("blocked", isBlocked ? 1 : nil)
        write("feed-interval", feedInterval)
        write("skip-hours", skipTimes.hours == 0 ? nil : Int(skipTimes.hours))
        write("skip-days", skipTimes.days == 0 ? nil : Int(skipTimes.days))
        write("next-due", nextDue?.seconds)
        write("held-until", heldUntil?.seconds)
        write("moving-to", movingTo)
        write("moved-to", movedTo)
        write("moved", moved?.seconds)
        write("retired", retired?.seconds)
        // Without the room for more.
        return bytes.withUnsafeBufferPointer(Array.init)
    }

    /// Creates the state that ``blob`` wrote; nil when the bytes are of another version.
    ///
    /// Keys that are not known are passed over.
    public init?(blob: [UInt8]) {
        let mark = "fetch-state 1\n".utf8
        guard blob.starts(with: mark) else { return nil }
        self.init()
        var start = mark.count
        while start < blob.count {
            var space = start
            while space < blob.count, blob[space] != 32, blob[space] != 10 { space += 1 }
            var end = space
            while end < blob.count, blob[end] != 10 { end += 1 }
            if space < end {
                read(String(decoding: blob[start..<space], as: UTF8.self), blob[(space + 1)..<end])
            }
            start = end + 1
        }
    }

    private mutating func read(_ key: String, _ value: ArraySlice<UInt8>) {
        var text: String { String(decoding: value, as: UTF8.self) }
        var number: Int? { Int(text) }
        var stamp: Timestamp? { number.map(Timestamp.init(seconds:)) }
        switch key {
        case "address": address = text
        case "etag": validators.etag = text
        case "last-modified": validators.lastModified = text
        case "last-attempt": lastAttempt = stamp
        case "last-success": lastSuccess = stamp
        case "last-new": lastNew = stamp
        case "usual-gap": usualGap = number
        case "well-since": wellSince = stamp
        case "first-failure": firstFailure = stamp
        case "failures": failures = max(0, number ?? 0)
        case "last-error": lastError = text
        case "last-status": lastStatus = number
        case "last-duration": lastDuration = number
        case "blocked": isBlocked = number == 1
        case "feed-interval": feedInterval = number
        case "skip-hours": skipTimes.hours = UInt32(truncatingIfNeeded: number ?? 0)
        case "skip-days": skipTimes.days = UInt8(truncatingIfNeeded: number ?? 0)
        case "next-due": nextDue = stamp
        case "held-until": heldUntil = stamp
        case "moving-to": movingTo = text
        case "moved-to": movedTo = text
        case "moved": moved = stamp
        case "retired": retired = stamp
        default: break
        }
    }
}
