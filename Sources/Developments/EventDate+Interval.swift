internal import Curation
internal import Notation

/// The days from one to another, both included.
struct DayInterval: Hashable {
    var start: CalendarDate
    var end: CalendarDate

    var length: Int { end.dayNumber - start.dayNumber + 1 }

    func contains(_ other: DayInterval) -> Bool { start <= other.start && other.end <= end }

    func overlaps(_ other: DayInterval) -> Bool { start <= other.end && other.start <= end }
}

extension EventDate {
    /// The days on which the act lies; nil when unknown.
    var interval: DayInterval? {
        guard precision != .unknown, let start else { return nil }
        let end = end ?? start
        return start <= end ? DayInterval(start: start, end: end) : DayInterval(start: end, end: start)
    }
}

extension Event {
    /// Whether a party denies that there is such an act; what it says of the day may be the day of the denial.
    var isDenial: Bool { status == .denied && modality == .negated }
}

extension Report {
    /// The days of the act itself; nil when unknown.
    var actInterval: DayInterval? {
        guard let interval = event.date?.interval else { return nil }
        let isDayOfDenial = event.isDenial && abs(interval.start.dayNumber - published.date.dayNumber) <= 1
        return isDayOfDenial ? nil : interval
    }
}

extension Venue {
    /// How two venues lie to each other.
    enum Relation {
        case equal, contains, isContained, apart
    }

    /// The name in the form in which two spellings are one.
    var foldedPlace: String { FoldedWords.words(of: place).joined(separator: " ") }

    /// Compares two venues; a country contains its towns.
    func relation(to other: Venue) -> Relation {
        let (here, there) = (foldedPlace, other.foldedPlace)
        if !country.isEmpty && !other.country.isEmpty && country != other.country { return .apart }
        if here == there { return .equal }
        if here.isEmpty { return .contains }
        return there.isEmpty ? .isContained : .apart
    }
}
