import ArgumentParser
import Desk
import Foundation

struct Group: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "group", abstract: "Group articles given as JSON lines into stories and developments.",
        discussion: """
            Input members: id, title, text, published, url, language. One JSON line out for each line in: id, cluster \
            (the story) and development.

              demarche group --format json articles.jsonl
            """)

    @Option(help: "The only format is json.")
    var format = Format.json

    @Argument(help: "Files of JSON lines; - is standard input.")
    var files: [String]

    func run() throws {
        var grouping = try ArticleGrouping()
        for file in files {
            for line in try Input.bytes(file).split(separator: UInt8(ascii: "\n")) { grouping.add(line: line) }
        }
        Output.write(grouping.output())
    }
}
