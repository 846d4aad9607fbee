import ArgumentParser
import Desk
import Foundation
import Notation

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Judge published entries drawn at random, field by field.",
        discussion: """
            Shows twenty entries, one screen each with what their sources say, and asks yes or no for each field that is \
            shown. Each verdict is kept at once in Feeds/audits.tsv; what is left is asked the next time. The page's foot and \
            status.json then say how much was found right.

              y yes   n no   b back to the field before   s skip the entry   q end

              demarche audit
              demarche audit --format json > entries.json       in a script: the entries …
              demarche audit --answers verdicts.tsv             … and the verdicts on them (- for standard input): \
            development, field, yes or no
            """)

    @OptionGroup var desk: DeskOptions

    @Option(help: "How many entries are drawn.")
    var count = 20

    @Option(
        help: ArgumentHelp(
            "Names the drawing: the same name draws the same entries. Without it the last one goes on, then the day names it.",
            valueName: "name"))
    var sample: String?

    @Option(help: ArgumentHelp("Takes verdicts from a file, a line each.", valueName: "file"))
    var answers: String?

    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard (1...1000).contains(count) else { throw ValidationError("--count takes a number from 1 to 1000.") }
    }

    func run() async throws {
        let (opened, now) = (try desk.open(), try desk.clock())
        let audit = try await opened.audit(count: count, sample: sample, now: now)
        if let answers {
            let text = String(decoding: try Input.bytes(answers), as: UTF8.self)
            let given = try AuditAnswer.answers(text)
            try opened.keep(given, of: audit, now: now)
            Output.note("kept \(given.count) verdicts in Feeds/audits.tsv")
        } else if format.format == .json {
            return try format.print(audit)
        } else {
            try AuditSession(audit: audit) { try opened.keep([$0], of: audit, now: try desk.clock()) }.run()
        }
        if let words = try await opened.publishAudit(now: now) { Output.note(words) }
    }
}
