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
            let bytes = (try? Input.bytes(file)) ?? []
            Output.write(parser.parse(bytes, context: context).jsonLine(file: file, url: url))
        }
    }
}
