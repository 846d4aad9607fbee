import Curation
import Developments
import Notation

/// Writes `meetings.csv`: talks, visits and meetings, held or planned; calls have no place and are left out.
enum MeetingsCSV {
    static let columns = [
        "dev_id", "parties", "mediators", "venue_place", "venue_country", "start", "end", "precision", "phase",
        "status",
    ]

    static func bytes(_ developments: [PublishedDevelopment], format: CSVFormat) -> [UInt8] {
        var table = CSVTable(columns: columns, format: format)
        for item in developments where item.mergedInto.isEmpty && item.isMeeting {
            let facts = item.facts
            table.append([
                .text(item.id), .list(unique(facts.actors + facts.recipients)), .list(facts.mediators),
                .text(facts.venue?.place ?? ""), .text(facts.venue?.country ?? ""),
                .text(facts.date?.start?.description ?? ""), .text(facts.date?.end?.description ?? ""),
                .text(facts.date?.precision.rawValue ?? "unknown"), .text(facts.phase?.rawValue ?? ""),
                .text(facts.status?.rawValue ?? ""),
            ])
        }
        return table.bytes
    }
}
