import Curation
import Developments
import Notation

/// Writes `developments.csv`, the file that analysts open: readable columns first, new ones only at the end.
enum DevelopmentsCSV {
    static let columns = [
        "dev_id", "event_date_start", "event_date_end", "title", "title_source", "countries", "countries_basis",
        "unsure", "supersedes", "superseded_by", "actor_labels", "type", "modality", "status",
        "on_record_by", "phase", "venue_place", "venue_country", "mediators", "evidence_sentence", "evidence_language",
        "url", "story_title", "n_owners", "contradiction", "contradiction_note", "summary", "event_date_precision",
        "event_date_inferred", "first_seen_date", "last_changed_date", "first_seen", "last_changed", "revision",
        "story_id", "mode", "cameo", "score", "actors", "recipients", "organisations", "persons", "topics",
        "venue_alternatives", "status_basis", "channel", "n_articles", "n_sources", "n_countries", "n_official",
        "prominence", "relevance", "confidence", "why", "evidence_article", "first_source", "sources", "license_note",
        "corrected", "merged_into",
    ]

    static func bytes(_ developments: [PublishedDevelopment], calendar: DeskCalendar, format: CSVFormat) -> [UInt8] {
        var table = CSVTable(columns: columns, format: format)
        for development in developments { table.append(row(development, calendar)) }
        return table.bytes
    }

    private static func row(_ item: PublishedDevelopment, _ calendar: DeskCalendar) -> [CSVTable.Cell] {
        let facts = item.facts
        let date = facts.date
        let readable: [CSVTable.Cell] = [
            .text(item.id), .text(date?.start?.description ?? ""), .text(date?.end?.description ?? ""),
            .text(item.title), .text(item.credited.outletName),
            .list(facts.countries), .text(facts.countriesBasis.rawValue), .list(facts.unsure),
            .text(item.supersedes), .text(item.supersededBy),
            .list(item.codes.map(item.label)), .text(facts.type?.rawValue ?? ""),
            .text(facts.modality?.rawValue ?? ""), .text(facts.status?.rawValue ?? ""), .list(facts.onRecordBy),
            .text(facts.phase?.rawValue ?? ""), .text(facts.venue?.place ?? ""), .text(facts.venue?.country ?? ""),
            .list(facts.mediators), .text(item.evidence.sentence), .text(item.evidence.language),
            .text(item.link), .text(item.storyTitle), .count(facts.ownerCount), .claim(facts.isContradicted),
            .text(item.contradictionNote), .text(item.summary),
        ]
        let course: [CSVTable.Cell] = [
            .text(date?.precision.rawValue ?? "unknown"), .claim(date?.inferred ?? false),
            .text(calendar.day(item.firstSeen).description), .text(calendar.day(item.lastChanged).description),
            .text(item.firstSeen.description), .text(item.lastChanged.description), .count(item.revision),
            .text(item.storyID),
        ]
        let coding: [CSVTable.Cell] = [
            .text(facts.mode), .list(facts.cameo), .number(facts.score), .list(facts.actors), .list(facts.recipients),
            .list(item.organisations.map(\.name)), .list(item.persons.map(\.name)), .list(item.topics),
            .list(item.venueAlternatives), .text(item.statusBasis), .text(facts.channel?.rawValue ?? ""),
        ]
        let support: [CSVTable.Cell] = [
            .count(facts.articleCount), .count(facts.sourceCount), .count(facts.countryCount),
            .count(facts.officialCount), .text(facts.prominence.rawValue), .number(facts.relevance),
            .number(facts.confidence), .text(item.why), .text(item.evidence.articleID),
            .text(item.claims.first?.outletName ?? ""), .list(item.outletNames), .text(item.licenceNote),
            .list(item.correctedFields), .text(item.mergedInto),
        ]
        return readable + course + coding + support
    }
}
