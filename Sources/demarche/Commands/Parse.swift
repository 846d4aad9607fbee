import ArgumentParser
import Desk
import FeedParsing
import Foundation

struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Parse feeds to JSON lines.",
        discussion: """
            One JSON object per input, in order; a broken input gets its line, with errors.

              demarche parse --format json --url https://example.org/feed feed.xml
            """)

    @Option(help: "Where the document was retrieved from: the base of last resort.")
    var url: String?

    @Option(help: "The HTTP Content-Type as received.")
    var contentType: String?

    @Option(name: .customLong("header"), parsing: .singleValue, help: "Another response header, 'Name: value'.")
    var headers: [String] = []

    @Option(help: "The only format is json.")
    var format = Format.json

    @Argument(help: "Files; - is standard input.")
    var files: [String]

    func run() throws {
        let parser = FeedParser()
        let context = ParseContext(url: url, contentType: contentType, headers: headers)
        for file in files {
            // A file that cannot be read is as an empty one: its line says so.
            var bytes: [UInt8]? = []
            do { bytes = try Input.bytes(file, limit: parser.sizeLimit) } catch {}
            if let bytes {
                parser.writeJSONLine(bytes, context: context, file: file, url: url) { Output.write($0) }
            } else {
                Output.write(parser.refusal.jsonLine(file: file, url: url))
            }
        }
    }
}
