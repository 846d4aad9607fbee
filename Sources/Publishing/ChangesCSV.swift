import Developments
import Notation

/// Writes `changes.csv`: each material difference of a development.
enum ChangesCSV {
    static let columns = [
        "change_id", "when_date", "when", "dev_id", "revision", "field", "old", "new", "cause", "article_id",
    ]

    static func bytes(_ changes: [PublishedChange], calendar: DeskCalendar, format: CSVFormat) -> [UInt8] {
        var table = CSVTable(columns: columns, format: format)
        for item in changes {
            let change = item.change
            table.append([
                .text(change.id), .text(calendar.day(change.when).description), .text(change.when.description),
                .text(change.developmentID), .count(change.revision), .text(change.field),
                .text(readAsText(item.old, format)),
                .text(readAsText(item.new, format)), .text(change.cause.rawValue), .text(change.articleID),
            ])
        }
        return table.bytes
    }

    /// A spreadsheet would turn a day within a column of words into a number: the guard against formulas keeps it text.
    private static func readAsText(_ value: String, _ format: CSVFormat) -> String {
        CalendarDate(iso: value) == nil || format.raw ? value : "'" + value
    }
}
