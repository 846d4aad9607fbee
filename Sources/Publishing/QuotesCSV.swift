import Curation
import Developments

/// Writes `quotes.csv`: what was said in quotation marks within the evidence, as far as the licences allow.
enum QuotesCSV {
    static let columns = [
        "quote_id", "dev_id", "speaker_id", "speaker_as_written", "office", "text", "language", "channel", "article_id",
    ]

    static func bytes(_ developments: [PublishedDevelopment], format: CSVFormat) -> [UInt8] {
        var table = CSVTable(columns: columns, format: format)
        for item in developments where item.mergedInto.isEmpty {
            for quote in item.quotes {
                table.append([
                    .text(quote.id), .text(item.id), .text(quote.speakerID), .text(quote.asWritten),
                    .text(quote.office),
                    .text(quote.text), .text(quote.language), .text(quote.channel?.rawValue ?? ""),
                    .text(quote.articleID),
                ])
            }
        }
        return table.bytes
    }
}
