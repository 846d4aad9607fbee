import ArgumentParser
import Curation
import Desk
import Foundation

struct Curate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curate", abstract: "Decide and code articles given as JSON lines.",
        discussion: """
            Input members: id, title, text, published, url, language. One JSON line out for each line in.

              demarche curate --format json articles.jsonl
            """)

    @Option(help: "The only format is json.")
    var format = Format.json

    @Argument(help: "Files of JSON lines; - is standard input.")
    var files: [String]

    func run() throws {
        let curator = Curator(lexicon: try Lexicon.standard())
        for file in files {
            for line in try Input.bytes(file).split(separator: UInt8(ascii: "\n")) {
                Output.write(curator.curateLine(line) + [UInt8(ascii: "\n")])
            }
        }
    }
}
