internal import CCurl
internal import Glibc

extension HeaderFields {
    /// The seconds that `Retry-After` names (RFC 9110 section 10.2.3); nil when absent, past or garbage.
    ///
    /// A date counts from the server's own `Date`, so that a wrong clock does no harm.
    var retryAfter: Int? {
        guard let value = self["Retry-After"] else { return nil }
        if let seconds = Self.deltaSeconds(value) { return seconds }
        guard let date = Self.date(value) else { return nil }
        let delay = date - (serverTime ?? time(nil))
        return delay > 0 ? min(delay, Self.longestDelay) : nil
    }

    /// The seconds of freshness by `Cache-Control` and `Expires`, less `Age` (RFC 9111 section 4.2).
    var freshFor: Int? {
        let age = self["Age"].flatMap(Self.deltaSeconds) ?? 0
        var maxAge: Int?
        for directive in all("Cache-Control").joined(separator: ",").split(separator: ",") {
            let parts = directive.split(separator: "=", maxSplits: 1)
            let name = parts.first.map { $0.trimmed.lowercased() } ?? ""
            if name == "no-store" || name == "no-cache" { return 0 }
            guard name == "max-age", parts.count == 2, maxAge == nil else { continue }
            // RFC 9111 section 4.2.1: invalid freshness information makes a response stale.
            maxAge = Self.deltaSeconds(String(parts[1].trimmed.filter { $0 != "\"" })) ?? 0
        }
        if let maxAge { return max(0, maxAge - age) }
        guard let expires = self["Expires"] else { return nil }
        // RFC 9111 section 5.3: an invalid date, notably 0, is in the past.
        guard let date = Self.date(expires) else { return 0 }
        return min(max(0, date - (serverTime ?? time(nil)) - age), Self.longestDelay)
    }

    private var serverTime: Int? { self["Date"].flatMap(Self.date) }

    /// Reads RFC 9111's delta-seconds; a number too large to hold becomes 2³¹ as its section 1.2.2 says.
    private static func deltaSeconds(_ text: String) -> Int? {
        let digits = text.utf8
        guard !digits.isEmpty, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return min(Int(text) ?? longestDelay, longestDelay)
    }

    private static let longestDelay = 1 << 31

    /// Reads an HTTP-date (RFC 9110 section 5.6.7), which begins with a weekday, as seconds since 1970.
    private static func date(_ text: String) -> Int? {
        guard let first = text.utf8.first, (65...90).contains(first & 0xdf), text.utf8.count < 64 else { return nil }
        let seconds = curl_getdate(text, nil)
        return seconds > 0 ? seconds : nil
    }
}

extension Substring {
    /// The text without spaces and tabs around it.
    fileprivate var trimmed: Substring {
        var text = drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
