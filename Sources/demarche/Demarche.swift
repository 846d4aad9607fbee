import ArgumentParser
import CMalloc
import Desk
import Foundation

/// The command tree.
///
/// Every command states its name: deriving it from the type's costs half of the program's start-up.
struct Demarche: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demarche",
        abstract: "Reads news feeds, keeps diplomacy developments with their evidence, and publishes a feed and CSV.",
        discussion: """
            A desk is a folder with Feeds/ (subscriptions and settings), Output/ (what is published) and .demarche/ (the store).

              demarche init mydesk          make one
              demarche run --desk mydesk    fetch, curate and publish: this is what cron runs

            Exit status: 0 done; 1 sources newly failing (with --strict any); 2 usage or settings; 3 could not work \
            (store, disk); 75 another run holds the lock.
            """,
        version: Version.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Daily",
                subcommands: [Init.self, Run.self, Changes.self, Status.self, Runs.self, Publish.self, Serve.self]),
            CommandGroup(
                name: "Correct",
                subcommands: [
                    Review.self, Keep.self, Drop.self, SetField.self, Mute.self, Merge.self, Split.self, Undo.self,
                    AuditCommand.self, Recurate.self, LexiconCommand.self,
                    Verify.self, Backup.self, Restore.self,
                ]),
            CommandGroup(name: "Sources", subcommands: [Sources.self]),
            CommandGroup(name: "Inspect", subcommands: [List.self, Show.self, Why.self, Diff.self, Search.self]),
            CommandGroup(
                name: "Developers", subcommands: [Demo.self, Parse.self, Extract.self, Curate.self, Group.self]),
        ])
}

@main
enum Program {
    static func main() async {
        // A closed pipe (`demarche list | head`) ends the program quietly instead of killing it midway through a write.
        signal(SIGPIPE, SIG_IGN)
        // Each thread has an arena of its own by default, which keeps what was freed: an eighth of a run's memory. With a single
        // one the threads wait for each other: a seventh of a first run's time.
        _ = mallopt(M_ARENA_MAX, 2)
        // Scripts ask for this most often; building the command tree takes longer than all else here.
        if Array(CommandLine.arguments.dropFirst()) == ["--version"] { return print(Version.current) }
        do {
            var command = try Demarche.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    /// Says what went wrong and ends the program with the documented status.
    private static func end(with error: any Error) -> Never {
        if let known = ExitStatus(of: error) {
            FileHandle.standardError.write(Data(Terminal.text("demarche: \(error)\n").utf8))
            exit(known.rawValue)
        }
        let code = Demarche.exitCode(for: error).rawValue
        let message = Demarche.fullMessage(for: error)
        if !message.isEmpty {
            let handle = code == 0 ? FileHandle.standardOutput : FileHandle.standardError
            handle.write(Data((message + "\n").utf8))
        }
        // ArgumentParser ends with EX_USAGE (64); our documented status for usage is 2.
        exit(code == ExitCode.validationFailure.rawValue ? ExitStatus.usage.rawValue : code)
    }
}
