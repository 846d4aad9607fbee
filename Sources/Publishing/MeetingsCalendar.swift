import Curation
import Developments
import Notation

/// Writes `meetings.ics` (RFC 5545): meetings whose days are known, held or planned; never what is merely possible.
///
/// An act that was denied, called off or taken back stays with `STATUS:CANCELLED`, so that calendars remove it.
struct MeetingsCalendar {
    let settings: PublicationSettings

    func bytes(_ developments: [PublishedDevelopment]) -> [UInt8] {
        var lines = CalendarLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", text: "-//demarche//\(settings.version)//EN")
        lines.add("CALSCALE", "GREGORIAN")
        lines.add("METHOD", "PUBLISH")
        lines.add("X-WR-CALNAME", text: nonEmpty(settings.feedTitle, else: "Diplomacy developments"))
        for item in developments where item.mergedInto.isEmpty { event(item, &lines) }
        lines.add("END", "VCALENDAR")
        return lines.bytes
    }

    private func event(_ item: PublishedDevelopment, _ lines: inout CalendarLines) {
        let facts = item.facts
        guard facts.type == .consult, facts.mode != "call", facts.modality != .hypothetical, let date = facts.date,
            let start = date.start, date.precision == .day || date.precision == .range
        else { return }
        let host = String(settings.authority.prefix { $0 != "," })
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", text: "\(item.id)@\(host)")
        lines.add("SEQUENCE", "\(item.revision - 1)")
        lines.add("DTSTAMP", Self.stamp(item.lastChanged))
        lines.add("CREATED", Self.stamp(item.firstSeen))
        lines.add("LAST-MODIFIED", Self.stamp(item.lastChanged))
        lines.add("DTSTART;VALUE=DATE", Self.day(start))
        // The end of a whole-day event is the day after its last (section 3.6.1).
        lines.add("DTEND;VALUE=DATE", Self.day((date.end ?? start).adding(days: 1)))
        lines.add("SUMMARY", text: item.title)
        if !item.venueWords.isEmpty { lines.add("LOCATION", text: item.venueWords) }
        lines.add("DESCRIPTION", text: item.summary)
        let address = settings.publicBase.map { $0 + Site.page(of: item.id) } ?? item.link
        if !address.isEmpty { lines.add("URL", address) }
        if let status = Self.status(facts) { lines.add("STATUS", status) }
        lines.add("TRANSP", "TRANSPARENT")
        lines.add("END", "VEVENT")
    }

    /// The status (section 3.8.1.11) of what is called off, or planned without both sides on record; `CONFIRMED`, which
    /// calendars show as it stands, is said of nothing.
    private static func status(_ facts: DevelopmentFacts) -> String? {
        if facts.modality == .negated || facts.status == .denied || facts.status == .retracted { return "CANCELLED" }
        if facts.phase == .cancelled || facts.phase == .failed || facts.phase == .postponed { return "CANCELLED" }
        if facts.modality == .occurred { return nil }
        let parties = Set(facts.actors + facts.recipients)
        return parties.count > 1 && parties.isSubset(of: facts.onRecordBy) ? nil : "TENTATIVE"
    }

    private static func day(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

    private static func stamp(_ stamp: Timestamp) -> String { stamp.description.filter { $0 != "-" && $0 != ":" } }
}

/// The content lines of a calendar (RFC 5545, section 3.1): CRLF at the end, folded after 75 octets.
private struct CalendarLines {
    private(set) var bytes: [UInt8] = []

    /// Adds a property whose value needs no escaping.
    mutating func add(_ name: String, _ value: String) {
        var room = 75
        for scalar in "\(name):\(value)".unicodeScalars {
            let encoded = Array(String(scalar).utf8)
            if encoded.count > room {
                bytes.append(contentsOf: [0x0D, 0x0A, 0x20])
                room = 74
            }
            bytes.append(contentsOf: encoded)
            room -= encoded.count
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// Adds a property of type TEXT (section 3.3.11).
    mutating func add(_ name: String, text: String) {
        var value = ""
        for scalar in PlainText.line(text).unicodeScalars {
            if scalar == "\\" || scalar == ";" || scalar == "," { value += "\\" }
            value.unicodeScalars.append(scalar)
        }
        add(name, value)
    }
}
