import ArgumentParser
import Desk

struct Recurate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recurate", abstract: "Apply today's lexicon, rules and thresholds to stored articles.",
        discussion: """
            Earlier decisions stay in `demarche why`; the changes feed hears of it only with --announce.

              demarche recurate --dry-run --keep 0.6 --review 0.4    counts, and the articles nearest to the line
              demarche recurate --since 2026-03-01T00:00:00Z
            """)

    @OptionGroup var desk: DeskOptions

    @Option(help: ArgumentHelp("Only articles since then (RFC 3339).", valueName: "time"))
    var since: Moment?

    @Flag(help: "Show what would change; store and publish nothing.")
    var dryRun = false

    @Option(help: "With --dry-run: the threshold to try for keeping (0 to 1).")
    var keep: Double?

    @Option(help: "With --dry-run: the threshold to try for review (0 to 1).")
    var review: Double?

    @Flag(help: "Tell the changes feed what changed.")
    var announce = false

    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard dryRun || keep == nil && review == nil else {
            throw ValidationError(
                "--keep and --review are for --dry-run; curation.keep and curation.review in desk.yml decide")
        }
        guard [keep, review].allSatisfy({ $0.map { (0...1).contains($0) } ?? true }) else {
            throw ValidationError("a threshold is a number from 0 to 1")
        }
    }

    func run() async throws {
        var options = RecurationOptions()
        options.since = since?.time
        options.isDryRun = dryRun
        options.keep = keep
        options.review = review
        options.isAnnounced = announce
        try format.print(try await desk.open().recurate(options, now: try desk.clock()))
    }
}
