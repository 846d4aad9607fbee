public import Curation
public import Notation

/// Writes days as English prose.
public enum DateWords {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]

    /// Returns a day as `6 February 2026`.
    public static func day(_ date: CalendarDate) -> String {
        let (_, _, day) = date.parts
        return "\(day) \(month(date))"
    }

    /// Returns an instant as `6 February 2026, 08:00 UTC`.
    static func stamp(_ stamp: Timestamp) -> String {
        let minutes = stamp.secondOfDay / 60
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day(stamp.date)), \(two(minutes / 60)):\(two(minutes % 60)) UTC"
    }

    /// Returns a month as `February 2026`.
    static func month(_ date: CalendarDate) -> String {
        let (year, month, _) = date.parts
        return "\(months[(month - 1) % 12]) \(year)"
    }

    /// Returns a day of the week and of the month: `Friday, 6 February 2026`.
    static func weekday(_ date: CalendarDate) -> String { "\(weekdays[date.weekday % 7]), \(day(date))" }

    /// Returns when an act takes place, as precisely as is known; empty when nothing is.
    public static func text(_ date: EventDate?) -> String {
        guard let date, let start = date.start else { return "" }
        let end = date.end ?? start
        let words =
            switch date.precision {
            case .day: day(start)
            case .range: start == end ? day(start) : "\(day(start)) to \(day(end))"
            case .week: "week of \(day(start))"
            case .month: month(start)
            case .year: String(start.parts.year)
            case .unknown: ""
            }
        return words.isEmpty || !date.inferred ? words : "\(words) (inferred)"
    }
}
