/// What a written date says.
public struct DateReading: Hashable, Sendable {
    /// The instant; midnight in its zone when only a day was written.
    public var instant: Timestamp
    /// Whether the text named a day (or a month or year) and no time.
    public var isDayOnly: Bool
    /// The zone's offset from UTC in seconds, east positive; nil when none was written.
    public var offset: Int?

    /// Creates a reading from its parts.
    public init(instant: Timestamp, isDayOnly: Bool, offset: Int?) {
        self.instant = instant
        self.isDayOnly = isDayOnly
        self.offset = offset
    }
}

/// Reads the dates of feeds and pages: RFC 822, RFC 3339, W3C-DTF, ISO 8601, asctime and the forms people make of them.
///
/// Month names are read in the languages of ``MonthNames``. What cannot be read for certain gives nil, never a guess:
/// `03/04/2026` may be March or April. A month or year alone means its first day.
public enum DateReader {
    /// The longest text that is taken for a date.
    private static let lengthLimit = 200

    /// Returns what a date says, or nil when it cannot be told.
    ///
    /// - Parameters:
    ///   - text: the date as written; white space around it does not count.
    ///   - offset: the zone in which a date without one is meant, in seconds east of UTC; nil for UTC.
    /// - Returns: the reading; nil when it cannot be told.
    public static func read(_ text: some StringProtocol, offset: Int? = nil) -> DateReading? {
        read(utf8: Array(text.utf8), offset: offset)
    }

    /// Returns what a date in UTF-8 says, or nil when it cannot be told.
    ///
    /// - Parameters:
    ///   - bytes: the date as written; white space around it does not count.
    ///   - offset: the zone in which a date without one is meant, in seconds east of UTC; nil for UTC.
    /// - Returns: the reading; nil when it cannot be told.
    public static func read(utf8 bytes: [UInt8], offset: Int? = nil) -> DateReading? {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }),
            last - first < lengthLimit
        else { return nil }
        let text = bytes[first...last]
        if let parts = numeric(text) { return parts.reading(offset: offset) }
        var words = DateWords(text)
        return words.read()?.reading(offset: offset)
    }

    /// The forms of ISO 8601 without separators or with a hyphen too few, which no reading of words could tell.
    ///
    /// `2003`, `2003-12`, `031231`, `20031231`, `20031231T101455`, `2003-335`, `2003335`, `03335`, `-0312`, `-03-12`.
    private static func numeric(_ text: ArraySlice<UInt8>) -> DateParts? {
        var rest = text
        var parts = DateParts()
        let hyphen = UInt8(ascii: "-")
        if rest.first == hyphen {  // ISO 8601:1988 5.2.1.3 e and f: year and month of the century.
            rest.removeFirst()
            let digits = rest.filter { $0 != hyphen }
            guard digits.count == 4, rest.count == 4 || (rest.count == 5 && rest[rest.startIndex + 2] == hyphen),
                let value = decimal(digits[...])
            else { return nil }
            (parts.year, parts.month, parts.day) = (DateParts.fullYear(value / 100), value % 100, 1)
            return parts
        }
        let count = rest.prefix { (0x30...0x39).contains($0) }.count
        guard count >= 4, let value = decimal(rest.prefix(count)) else { return nil }
        rest = rest.dropFirst(count)
        switch (count, rest.count) {
        case (4, 0): (parts.year, parts.month, parts.day) = (value, 1, 1)
        case (4, 4) where rest.first == hyphen:
            guard let dayOfYear = decimal(rest.dropFirst()) else { return nil }
            guard parts.set(year: value, dayOfYear: dayOfYear) else { return nil }
        case (4, 3) where rest.first == hyphen:
            guard let month = decimal(rest.dropFirst()) else { return nil }
            (parts.year, parts.month, parts.day) = (value, month, 1)
        case (5, 0):
            guard parts.set(year: DateParts.fullYear(value / 1000), dayOfYear: value % 1000) else { return nil }
        case (6, 0):
            (parts.year, parts.month, parts.day) = (DateParts.fullYear(value / 10_000), value / 100 % 100, value % 100)
        case (7, 0): guard parts.set(year: value / 1000, dayOfYear: value % 1000) else { return nil }
        case (8, _):
            (parts.year, parts.month, parts.day) = (value / 10_000, value / 100 % 100, value % 100)
            if !rest.isEmpty { return compactTime(rest, &parts) ? parts : nil }
        case (14, 0):
            let date = value / 1_000_000
            (parts.year, parts.month, parts.day) = (date / 10_000, date / 100 % 100, date % 100)
            (parts.hour, parts.minute, parts.second) = (value / 10_000 % 100, value / 100 % 100, value % 100)
        default: return nil
        }
        return parts
    }

    /// `T101455`, `T1014`, `T101455Z`, `T10:14:55+0100` after an eight-digit date.
    private static func compactTime(_ text: ArraySlice<UInt8>, _ parts: inout DateParts) -> Bool {
        guard let first = text.first, first | 0x20 == UInt8(ascii: "t") || first == 0x20 else { return false }
        let clock = text.dropFirst().filter { $0 != UInt8(ascii: ":") }
        let digits = clock.prefix { (0x30...0x39).contains($0) }
        guard digits.count == 4 || digits.count == 6, let value = decimal(digits[...]) else { return false }
        let time = digits.count == 4 ? value * 100 : value
        (parts.hour, parts.minute, parts.second) = (time / 10_000, time / 100 % 100, time % 100)
        var zone = clock.dropFirst(digits.count)
        if zone.first == UInt8(ascii: ".") { zone = zone.dropFirst().drop { (0x30...0x39).contains($0) } }
        guard let sign = zone.first else { return true }
        if zone.count == 1, sign | 0x20 == UInt8(ascii: "z") {
            parts.offset = 0
            return true
        }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), zone.count == 3 || zone.count == 5,
            let value = decimal(zone.dropFirst())
        else { return false }
        let minutes = zone.count == 3 ? value * 60 : value / 100 * 60 + value % 100
        parts.offset = minutes * (sign == UInt8(ascii: "-") ? -60 : 60)
        return true
    }
}

/// A date taken apart, before it is checked.
struct DateParts {
    var year: Int?
    var month: Int?
    var day: Int?
    var hour: Int?
    var minute = 0
    var second = 0
    var offset: Int?
    /// Whether year, month and day are of the Solar Hijri calendar.
    var isSolarHijri = false
    /// The offset that the language itself implies.
    var impliedOffset: Int?

    /// RFC 2822 section 4.3: 00...49 are of this century, 50...99 and three digits count from 1900.
    static func fullYear(_ value: Int) -> Int { value < 50 ? 2000 + value : value < 1000 ? 1900 + value : value }

    mutating func set(year: Int, dayOfYear: Int) -> Bool {
        guard let first = CalendarDate(year: year, month: 1, day: 1), (1...366).contains(dayOfYear) else {
            return false
        }
        let date = first.adding(days: dayOfYear - 1).parts
        (self.year, month, day) = (date.year, date.month, date.day)
        return date.year == year
    }

    /// Checks the parts; nil when there is no such day or time.
    func reading(offset given: Int?) -> DateReading? {
        guard let year, let month, let day else { return nil }
        let date =
            isSolarHijri
            ? CalendarDate(solarHijriYear: year, month: month, day: day)
            : CalendarDate(year: year, month: month, day: day)
        guard let date else { return nil }
        let zone = offset ?? given ?? impliedOffset ?? 0
        guard abs(zone) < 86_400 else { return nil }
        guard let hour else {
            return DateReading(
                instant: Timestamp(date: date, offset: zone), isDayOnly: true, offset: offset)
        }
        // ISO 8601 lets 24:00 end a day; RFC 3339 lets a leap second be the 60th.
        guard hour < 24 || (hour == 24 && minute == 0 && second == 0), minute < 60, second <= 60 else { return nil }
        let instant = Timestamp(date: date, secondOfDay: hour * 3600 + minute * 60 + second, offset: zone)
        return DateReading(instant: instant, isDayOnly: false, offset: offset)
    }
}

extension CalendarDate {
    /// Creates a day from its parts in the Solar Hijri calendar (Iran, Afghanistan), by the 33-year rule.
    ///
    /// The rule agrees with the official calendar for the years 1244 to 1500 (1865 to 2122).
    init?(solarHijriYear year: Int, month: Int, day: Int) {
        guard (1244...1500).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        func isLeap(_ year: Int) -> Bool { [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }
        guard day <= (month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29),
            let epoch = CalendarDate(year: 2021, month: 3, day: 21)  // 1 Farvardin 1400
        else { return nil }
        var days = (month - 1) * 31 - max(0, month - 7) + day - 1
        for passed in stride(from: 1400, to: year, by: 1) { days += isLeap(passed) ? 366 : 365 }
        for coming in stride(from: year, to: 1400, by: 1) { days -= isLeap(coming) ? 366 : 365 }
        self = epoch.adding(days: days)
    }
}
