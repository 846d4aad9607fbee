import Curation
import Developments
import Notation

/// Writes `links.csv`: who acts with or towards whom, one edge a row.
enum LinksCSV {
    static let columns = [
        "link_id", "dev_id", "date", "from_id", "from_label", "from_country", "to_id", "to_label", "to_country", "role",
        "type", "cameo", "score", "directed", "n_sources",
    ]

    static func bytes(_ developments: [PublishedDevelopment], format: CSVFormat) -> [UInt8] {
        var table = CSVTable(columns: columns, format: format)
        for item in developments where item.mergedInto.isEmpty {
            for tie in item.ties {
                let id = ContentHash.identifier("l", [item.id, tie.from, tie.to, tie.role.rawValue])
                table.append([
                    .text(id), .text(item.id), .text(item.facts.date?.start?.description ?? ""), .text(tie.from),
                    .text(item.label(tie.from)), .text(country(tie.from)), .text(tie.to), .text(item.label(tie.to)),
                    .text(country(tie.to)), .text(tie.role.rawValue), .text(item.facts.type?.rawValue ?? ""),
                    .list(item.facts.cameo), .number(item.facts.score), .claim(tie.isDirected),
                    .count(tie.sourceCount),
                ])
            }
        }
        return table.bytes
    }

    /// A body has no country.
    private static func country(_ code: String) -> String { Labels.bodies.contains(code) ? "" : code }
}
