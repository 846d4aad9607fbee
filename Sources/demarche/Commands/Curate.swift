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

    @Flag(
        help: ArgumentHelp(
            "Print what reader and rules see, for the scripts that train and calibrate.", visibility: .hidden))
    var features = false

    @Flag(help: "Print the best guess at the act of dropped articles too.")
    var all = false

    @Option(
        help: ArgumentHelp(
            "A folder of reader.safetensors, weights.tsv and lines.tsv to read instead.", valueName: "folder"))
    var reader: String?

    @Argument(help: "Files of JSON lines; - is standard input.")
    var files: [String]

    func run() throws {
        let curator = Curator(lexicon: try Lexicon.standard(reader: reader.map { URL(filePath: $0) }))
        for file in files {
            for line in try Input.bytes(file).split(separator: UInt8(ascii: "\n")) {
                let answer = features ? curator.featureLine(line) : curator.curateLine(line, showsAll: all)
                Output.write(answer + [UInt8(ascii: "\n")])
            }
        }
    }
}
