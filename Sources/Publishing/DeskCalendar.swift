import Foundation
import Notation

/// Says on which day of the desk an instant lies.
struct DeskCalendar {
    private let zone: TimeZone?

    /// Creates the calendar of an IANA zone; UTC when there is no such zone.
    init(zone identifier: String) {
        zone = identifier == "UTC" || identifier.isEmpty ? nil : TimeZone(identifier: identifier)
    }

    /// The day of an instant.
    func day(_ stamp: Timestamp) -> CalendarDate {
        guard let zone else { return stamp.date }
        return stamp.date(offset: zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(stamp.seconds))))
    }
}
