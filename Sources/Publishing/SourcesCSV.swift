import Developments
import Notation

/// Writes `sources.csv`: the sources that may be shown, and how they are.
enum SourcesCSV {
    static let columns = [
        "source", "title", "feed_url", "site_url", "language", "country", "kind", "owner", "licence", "health",
        "last_error", "last_new_date",
    ]

    static func bytes(
        _ sources: [String: Source], facts: RunFacts, calendar: DeskCalendar, format: CSVFormat
    ) -> [UInt8] {
        var table = CSVTable(columns: columns, format: format)
        let failing = Dictionary(facts.failing.map { ($0.sourceID, $0) }, uniquingKeysWith: { first, _ in first })
        for source in sources.values.sorted(by: { $0.id < $1.id }) {
            let failure = failing[source.id]
            table.append([
                .text(source.id), .text(source.title), .text(PublicURL.feed(source.feedURL)),
                .text(PublicURL.link(source.siteURL)), .text(source.language), .text(source.country),
                .text(source.kind?.rawValue ?? ""), .text(source.ownerGroup), .text(source.licence.rawValue),
                .text(failure == nil ? "ok" : "failing"), .text(failure.map { StatusJSON.words($0.words) } ?? ""),
                .text(facts.lastNew[source.id].map { calendar.day($0).description } ?? ""),
            ])
        }
        return table.bytes
    }
}
