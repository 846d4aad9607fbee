import ArgumentParser
import Desk

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Tell how the desk is doing: last run, sources, sizes.",
        discussion: "  demarche status --max-age 3h      ends with 1 when the last success is older (for monitoring)")

    @OptionGroup var desk: DeskOptions

    @Option(help: ArgumentHelp("End with 1 when the last successful run is older than this.", valueName: "time"))
    var maxAge: Span?

    @OptionGroup var format: FormatOptions

    func run() async throws {
        let now = try desk.clock()
        let status = try await desk.open().status(now: now)
        try format.print(status)
        if let maxAge, status.isOlder(than: maxAge.seconds, at: now) {
            throw ExitCode(ExitStatus.sourcesFailing.rawValue)
        }
    }
}
