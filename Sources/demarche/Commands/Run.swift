import ArgumentParser
import Desk
import Foundation

struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Fetch what is due, curate it and publish.",
        discussion: """
            Without a terminal it prints nothing unless a person must act, so that cron mails only that.

              demarche run --desk mydesk
              */30 * * * * demarche run --desk /srv/mydesk      (crontab)
            """)

    @OptionGroup var desk: DeskOptions

    @Flag(help: "Fetch, extract and curate, but store and publish nothing.")
    var dryRun = false

    @Flag(help: "Fetch every source now, due or not.")
    var force = false

    @Option(help: ArgumentHelp("Only this source; may be given several times.", valueName: "source"))
    var only: [String] = []

    @Option(help: ArgumentHelp("Also take entries as old as this (30d) into CSV and archive.", valueName: "time"))
    var backfill: Span?

    @Flag(help: "End with 1 when any source fails, known or not.")
    var strict = false

    @Flag(help: "Print the report also without a terminal.")
    var report = false

    @Option(help: ArgumentHelp("Write a line of JSON for each request to this file.", valueName: "file"))
    var trace: String?

    @OptionGroup var format: FormatOptions

    func run() async throws {
        let now = try desk.clock()
        let opened = try desk.open()
        var options = RunOptions()
        options.isDryRun = dryRun
        options.isForced = force
        options.only = only
        options.backfill = backfill?.seconds
        options.trace = trace.map { URL(filePath: $0) }
        let progress = Progress()
        let work = Task { [options] in try await opened.run(options, now: now) { progress.show($0) } }
        let interruption = Interruption { work.cancel() }
        let result = try await work.value
        progress.clear()
        if format.format == .json {
            try format.print(result)
        } else if report || Output.isWatched {
            Output.note(result.text)
        } else if !result.notices.isEmpty {
            Output.note(result.notices.joined(separator: "\n"))
        }
        // As a shell reports a command that a signal ended.
        if let signal = interruption.signal { throw ExitCode(128 + signal) }
        let status = result.exitStatus(isStrict: strict)
        if status != .done { throw ExitCode(status.rawValue) }
    }
}

struct Runs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "List the last runs.",
        discussion: "  demarche runs --limit 5 --format json")

    @OptionGroup var desk: DeskOptions

    @Option(help: "How many, newest first; at most 500 are remembered.")
    var limit = 20

    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(try await desk.open().runs(limit: limit))
    }
}

struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Write the outputs again from the store.",
        discussion: "  demarche publish --desk mydesk --output /var/www/diplomacy")

    @OptionGroup var desk: DeskOptions

    func run() async throws {
        let written = try await desk.open().publish(now: try desk.clock())
        if Output.isWatched { Output.note(written.text) }
    }
}

/// One line on a terminal that is written over as the run goes on.
private struct Progress: Sendable {
    private let isShown = Output.isWatched

    func show(_ progress: RunProgress) {
        guard isShown else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(progress.text)".utf8))
    }

    func clear() {
        guard isShown else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
