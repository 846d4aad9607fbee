import ArgumentParser
import Desk
import Foundation

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new desk.",
        discussion: """
            On a terminal it asks for what is not given as an option.

              demarche init mydesk --contact desk@example.org --time-zone Europe/Berlin --starter europe
            """)

    @Argument(help: "The new desk's folder.")
    var folder: String

    @Option(help: "An e-mail address or page for the publishers whose feeds are read.")
    var contact: String?

    @Option(help: "The zone whose days the outputs count in, such as Europe/Berlin.")
    var timeZone: String?

    @Option(help: "NAME,YEAR for the feeds' ids, such as example.org,2026; never changes.")
    var authority: String?

    @Option(help: "Start with ten sources of this region; `list` names the regions.")
    var starter: String?

    func run() throws {
        if starter == "list" {
            Output.write(try Starter.regions().joined(separator: "\n") + "\n")
            return
        }
        var answers = NewDesk(folder: URL(filePath: folder, directoryHint: .isDirectory))
        answers.contact = contact ?? ask("Contact for publishers (e-mail or page)") ?? ""
        answers.timeZone = timeZone ?? ask("Time zone", standard: "UTC") ?? "UTC"
        answers.authority = authority ?? ask("Authority of the feeds' ids (NAME,YEAR; empty: made up)") ?? ""
        let regions = try Starter.regions()
        answers.starter = starter ?? ask("Ten sources to start with (\(regions.joined(separator: ", ")); empty: none)")
        Output.note(try answers.make())
    }

    /// Asks on a terminal; nil when nobody is there or nothing is answered.
    private func ask(_ question: String, standard: String? = nil) -> String? {
        guard isatty(STDIN_FILENO) == 1, Output.isWatched else { return nil }
        FileHandle.standardError.write(Data("\(question)\(standard.map { " [\($0)]" } ?? ""): ".utf8))
        guard let line = readLine(), !line.isEmpty else { return nil }
        return line
    }
}
