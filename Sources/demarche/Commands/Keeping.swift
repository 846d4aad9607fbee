import ArgumentParser
import Desk
import Foundation

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check the store and the outputs; ends with 3 when something is broken.",
        discussion: "  demarche verify --desk mydesk")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var format: FormatOptions

    func run() async throws {
        let result = try await desk.open().verify()
        try format.print(result)
        if !result.isSound { throw ExitCode(ExitStatus.cannotWork.rawValue) }
    }
}

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the store and Feeds/ into one file.",
        discussion: "  demarche backup /backup/desk.tar --desk mydesk")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "The file to write (a tar archive).")
    var file: String

    func run() async throws {
        Output.note(try await desk.open().backup(to: URL(filePath: file)))
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup's store and Feeds/ back.",
        discussion: """
            What the desk has now is moved into .demarche/backup/ first.

              demarche restore /backup/desk.tar --desk mydesk
            """)

    @OptionGroup var desk: DeskOptions

    @Argument(help: "A file that `demarche backup` wrote.")
    var file: String

    func run() async throws {
        Output.note(try await Desk.restore(desk.folder, from: URL(filePath: file), now: try desk.clock()))
    }
}
