import ArgumentParser
import Desk
import Foundation

struct Sources: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "List, add, remove and check subscriptions.",
        discussion: "  demarche sources add https://example.org/news      finds the page's feed by itself",
        subcommands: [
            SourcesList.self, SourcesAdd.self, SourcesRemove.self, SourcesImport.self, SourcesExport.self,
            SourcesStatus.self, SourcesCheck.self, SourcesApplyMoves.self,
        ])
}

struct SourcesList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the subscriptions.", discussion: "  demarche sources list --format json")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(try desk.open().sourceList())
    }
}

struct SourcesAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Subscribe to a feed, or to the feed that a page names.",
        discussion: "  demarche sources add https://example.org/news --title 'Example News'")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "The address of a feed or of a page, or the path of a file or folder.")
    var url: String

    @Option(help: "What to call it, instead of the feed's own title.")
    var title: String?

    func run() async throws {
        Output.note(try await desk.open().addSource(url, title: title))
    }
}

struct SourcesRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Unsubscribe; what it brought stays stored.",
        discussion: "  demarche sources remove example-news")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "The source's id or address.")
    var source: String

    func run() async throws {
        Output.note(try desk.open().removeSource(source))
    }
}

struct SourcesImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take over the subscriptions of an OPML file.",
        discussion: "  demarche sources import reader.opml")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "An OPML file, from any feed reader.")
    var file: String

    func run() async throws {
        Output.note(try desk.open().importSources(from: URL(filePath: file)))
    }
}

struct SourcesExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print all subscriptions as one OPML document.",
        discussion: "  demarche sources export > all.opml")

    @OptionGroup var desk: DeskOptions

    func run() async throws {
        Output.write(try desk.open().exportSources())
    }
}

struct SourcesStatus: AsyncParsableCommand {
    enum TableFormat: String, ExpressibleByArgument, CaseIterable { case table, json }

    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Tell how each source is doing: last success, last error, next fetch, health.",
        discussion: "  demarche sources status --format json")

    @OptionGroup var desk: DeskOptions

    @Option(help: "For people (table) or for programs (json).")
    var format = TableFormat.table

    func run() async throws {
        let statuses = try await desk.open().sourceStatuses(now: try desk.clock())
        Output.write((format == .json ? try statuses.json() : statuses.text) + "\n")
    }
}

struct SourcesCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Fetch each source once and say in words what is wrong; nothing is stored.",
        discussion: "  demarche sources check bbc-world")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "Only these sources.")
    var sources: [String] = []

    @OptionGroup var format: FormatOptions

    func run() async throws {
        let checks = try await desk.open().checkSources(sources, now: try desk.clock())
        try format.print(checks)
        if checks.contains(where: { !$0.isWell }) { throw ExitCode(ExitStatus.sourcesFailing.rawValue) }
    }
}

struct SourcesApplyMoves: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply-moves", abstract: "Write the new addresses of sources that have moved for good to Feeds/.",
        discussion: "  demarche sources apply-moves --desk mydesk")

    @OptionGroup var desk: DeskOptions

    func run() async throws {
        Output.note(try await desk.open().applyMoves())
    }
}
