/// An instant in UTC, to the second.
public struct Timestamp: Hashable, Sendable {
    /// The seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let seconds: Int

    /// Creates the instant `seconds` after 1970-01-01T00:00:00Z.
    public init(seconds: Int) {
        self.seconds = seconds
    }

    /// Creates the instant at a time of day on a UTC day.
    ///
    /// - Parameters:
    ///   - date: the day in the zone that `offset` names.
    ///   - secondOfDay: seconds after midnight.
    ///   - offset: the zone's offset from UTC in seconds, east positive.
    public init(date: CalendarDate, secondOfDay: Int = 0, offset: Int = 0) {
        seconds = date.dayNumber * 86_400 + secondOfDay - offset
    }

    /// Creates an instant from a strict RFC 3339 `date-time` (section 5.6), or nil when the text is none.
    ///
    /// Fractions of a second are dropped; a leap second becomes the second after it.
    public init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let date = CalendarDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
            bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = decimal(bytes[11..<13]), hour < 24, let minute = decimal(bytes[14..<16]), minute < 60,
            let second = decimal(bytes[17..<19]), second <= 60
        else { return nil }
        var index = 19
        if bytes[index] == UInt8(ascii: ".") {
            index += 1
            while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
            guard index > 20 else { return nil }
        }
        guard let offset = Self.offset(bytes[index...]) else { return nil }
        self.init(date: date, secondOfDay: hour * 3600 + minute * 60 + second, offset: offset)
    }

    /// The UTC day on which the instant lies.
    public var date: CalendarDate { date(offset: 0) }

    /// Returns the day on which the instant lies in a zone.
    ///
    /// - Parameter offset: the zone's offset from UTC in seconds, east positive.
    /// - Returns: the day there.
    public func date(offset: Int) -> CalendarDate {
        let local = seconds + offset
        return CalendarDate(dayNumber: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    }

    /// The seconds after UTC midnight.
    public var secondOfDay: Int { seconds - date.dayNumber * 86_400 }

    /// Returns the instant `seconds` after this one.
    public func adding(seconds: Int) -> Timestamp { Timestamp(seconds: self.seconds + seconds) }

    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first else { return nil }
        let start = bytes.startIndex
        if first | 0x20 == UInt8(ascii: "z") { return bytes.count == 1 ? 0 : nil }
        guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-"), bytes.count == 6,
            bytes[start + 3] == UInt8(ascii: ":"), let hours = decimal(bytes[(start + 1)..<(start + 3)]), hours < 24,
            let minutes = decimal(bytes[(start + 4)..<(start + 6)]), minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (first == UInt8(ascii: "-") ? -1 : 1)
    }
}

extension Timestamp: Comparable {
    /// Compares by time.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }
}

extension Timestamp: CustomStringConvertible {
    /// The instant as RFC 3339 in UTC: `2026-02-03T14:05:00Z`.
    public var description: String {
        let time = secondOfDay
        return "\(date)T\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))Z"
    }
}

extension Timestamp: Codable {
    /// Reads an RFC 3339 date-time.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let stamp = Timestamp(rfc3339: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an RFC 3339 date-time")
        }
        self = stamp
    }

    /// Writes what ``init(from:)`` reads.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
