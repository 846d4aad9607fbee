internal import Notation

/// The hours and days in which a feed asks not to be fetched (RSS 2.0, `skipHours` and `skipDays`), in UTC.
public struct SkipTimes: Hashable, Codable, Sendable {
    /// Bit n: the hour from n to n + 1.
    var hours: UInt32 = 0
    /// Bit n: the weekday, 0 for Monday.
    var days: UInt8 = 0

    /// Creates times in which nothing is skipped.
    public init() {}

    /// Creates times from a feed's lists; what is no hour or day is passed over.
    ///
    /// - Parameters:
    ///   - hours: hours from 0 to 23; 24 means 0, as in RSS 0.91.
    ///   - days: English names.
    public init(hours: [Int], days: [String]) {
        for hour in hours where (0...24).contains(hour) { self.hours |= 1 << UInt32(hour % 24) }
        for day in days {
            if let number = Self.names.firstIndex(of: day.lowercased().prefix(3)) { self.days |= 1 << UInt8(number) }
        }
    }

    /// The skipped hours, from 0 to 23.
    public var skippedHours: [Int] { (0..<24).filter { hours & 1 << UInt32($0) != 0 } }

    /// The skipped days from Monday on, such as `sat`.
    public var skippedDays: [String] { (0..<7).filter { days & 1 << UInt8($0) != 0 }.map { String(Self.names[$0]) } }

    /// Whether nothing is skipped.
    public var isEmpty: Bool { hours == 0 && days == 0 }

    /// Returns the first moment from `time` on that is not skipped, but at most ``ceiling`` seconds later.
    ///
    /// A feed that asks never to be fetched is not taken at its word.
    func firstOpen(from time: Timestamp) -> Timestamp {
        guard !isEmpty, hours & 0xff_ffff != 0xff_ffff, days & 0x7f != 0x7f else { return time }
        var open = time
        while isSkipped(open), open.seconds - time.seconds < Self.ceiling {
            open = Timestamp(seconds: open.seconds - open.secondOfDay % 3600).adding(seconds: 3600)
        }
        return open
    }

    private func isSkipped(_ time: Timestamp) -> Bool {
        hours & 1 << UInt32(time.secondOfDay / 3600) != 0 || days & 1 << UInt8(time.date.weekday) != 0
    }

    /// Three days: a weekend and a night.
    private static let ceiling = 3 * 86_400
    private static let names: [Substring] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
}
