import Curation
import Developments
import Notation

/// Writes `articles.csv`: the kept articles.
///
/// `source` is the outlet's name, `feed_id` the id of the source that carried the article.
enum ArticlesCSV {
    static let columns = [
        "article_id", "published_date", "title", "source", "url", "language", "countries", "types", "dev_ids",
        "decision", "relevance", "why", "authors", "source_country", "source_kind", "owner", "canonical_url", "feed_id",
        "title_first_seen", "published", "published_precision", "updated", "fetched", "revision", "changed_fields",
        "word_count", "extraction", "persons", "organisations", "topics", "duplicate_of", "license_note", "excerpt",
        "sha256",
    ]

    static func bytes(_ rows: [Printed], format: CSVFormat) -> [UInt8] {
        var table = CSVTable(columns: columns, format: format)
        table.reserve(rows.reduce(0) { $0 + $1.bytes.count })
        for row in rows { table.append(row: row.bytes) }
        return table.bytes
    }

    static func row(_ article: PublishedArticle, calendar: DeskCalendar, format: CSVFormat) -> [UInt8] {
        CSVTable.row(row(article, calendar), format: format)
    }

    private static func row(_ item: PublishedArticle, _ calendar: DeskCalendar) -> [CSVTable.Cell] {
        // A day without a time is the publisher's own and is not shifted into the desk's zone.
        let day = item.published.map { item.publishedPrecision == "day" ? $0.date : calendar.day($0) }
        let readable: [CSVTable.Cell] = [
            .text(item.id), .text(day?.description ?? ""), .text(item.title), .text(item.outlet.name), .text(item.url),
            .text(item.language), .list(item.countries), .list(item.types), .list(item.developmentIDs),
            .text(item.decision.rawValue), .number(item.relevance), .text(item.why), .list(item.authors),
            .text(item.outlet.country), .text(item.outlet.kind?.rawValue ?? ""), .text(item.outlet.ownerGroup),
        ]
        let course: [CSVTable.Cell] = [
            .text(item.canonicalURL), .text(item.sourceID), .text(item.titleFirstSeen),
            .text(item.published?.description ?? ""), .text(item.publishedPrecision),
            .text(item.updated?.description ?? ""), .text(item.fetched.description), .count(item.revision),
            .list(item.changedFields), .count(item.wordCount), .text(item.extraction.rawValue),
        ]
        let findings: [CSVTable.Cell] = [
            .list(item.persons), .list(item.organisations), .list(item.topics), .text(item.duplicateOf),
            .text(item.licenceNote), .text(item.excerpt), .text(item.sha256),
        ]
        return readable + course + findings
    }
}
