import ArgumentParser
import Desk

struct Changes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes", abstract: "List what is new and what changed, with the article that brought it.",
        discussion: """
              demarche changes --since yesterday
              demarche changes --since 6h --format json
            """)

    @OptionGroup var desk: DeskOptions

    @Option(help: ArgumentHelp("yesterday, today, 3d, a day or a time.", valueName: "when"))
    var since = "yesterday"

    @OptionGroup var format: FormatOptions

    func run() async throws {
        let entries = try await desk.open().changes(since: since, now: try desk.clock())
        try format.print(entries)
        if entries.isEmpty, format.format == .text { Output.note("nothing new or changed since \(since)") }
    }
}

struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show how an article was edited since it was first seen.",
        discussion: """
            [-words-] went, {+words+} came; + and - are whole paragraphs.

              demarche diff a-mx4
            """)

    @OptionGroup var desk: DeskOptions

    @Argument(help: "The id of an article; may be shortened.")
    var id: String

    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(try await desk.open().difference(of: id))
    }
}
