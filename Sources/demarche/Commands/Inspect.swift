import ArgumentParser
import Desk

struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List stored articles, newest first.",
        discussion: "  demarche list --decision dropped --limit 30")

    @OptionGroup var desk: DeskOptions

    @Option(help: "Only articles with this decision: kept, dropped or review.")
    var decision: String?

    @Option(help: "Only articles of this source.")
    var source: String?

    @Option(help: "How many at most.")
    var limit = 50

    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(try await desk.open().list(decision: decision, source: source, limit: limit))
    }
}

struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show an article or a development whole.",
        discussion: "  demarche show d-kq7            an id may be shortened as long as it is the only one")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "The id of an article (a-…) or a development (d-…).")
    var id: String

    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(try await desk.open().show(id))
    }
}

struct Why: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Say why an article was kept or dropped.",
        discussion: "  demarche why a-mx4")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "The id of an article; may be shortened.")
    var id: String

    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(try await desk.open().explain(id))
    }
}

struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find stored articles by their words.",
        discussion: """
            All words must occur; "…" is a phrase; accents and case do not count.

              demarche search 'Türkiye mediation'
            """)

    @OptionGroup var desk: DeskOptions

    @Argument(help: "The words.")
    var query: String

    @Option(help: "How many at most.")
    var limit = 20

    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(try await desk.open().search(query, limit: limit))
    }
}
