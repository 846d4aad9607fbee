import ArgumentParser
import Desk
import Foundation
import Notation

/// Which desk, and what time it is there.
struct DeskOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The desk's folder (also DEMARCHE_DESK).", valueName: "dir"))
    var desk: String?

    @Option(name: .long, help: ArgumentHelp("Where to publish, instead of Output/ in the desk.", valueName: "dir"))
    var output: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Fix the clock (RFC 3339; also DEMARCHE_NOW).", valueName: "time", visibility: .default))
    var now: Moment?

    /// The time: as given, else from the environment, else the machine's.
    func clock() throws -> Timestamp {
        if let now { return now.time }
        guard let text = ProcessInfo.processInfo.environment["DEMARCHE_NOW"] else {
            return Timestamp(seconds: Int(Date().timeIntervalSince1970))
        }
        guard let stamp = Timestamp(rfc3339: text) else {
            throw ValidationError("DEMARCHE_NOW is `\(text)`; it must be a time such as 2026-03-12T08:00:00Z")
        }
        return stamp
    }

    /// The desk's folders.
    var folder: DeskFolder {
        let environment = ProcessInfo.processInfo.environment
        return DeskFolder(
            root: URL(filePath: desk ?? environment["DEMARCHE_DESK"] ?? ".", directoryHint: .isDirectory),
            output: output.map { URL(filePath: $0, directoryHint: .isDirectory) })
    }

    /// Opens the desk: settings, environment and subscriptions.
    func open() throws -> Desk {
        try Desk(folder: folder, environment: ProcessInfo.processInfo.environment)
    }
}

/// A time as an option takes it (RFC 3339).
struct Moment: ExpressibleByArgument {
    let time: Timestamp

    init?(argument: String) {
        guard let time = Timestamp(rfc3339: argument) else { return nil }
        self.time = time
    }
}

/// A time such as `3h`, as an option takes it.
struct Span: ExpressibleByArgument {
    let seconds: Int

    init?(argument: String) {
        guard let seconds = TimeSpan.seconds(written: argument) else { return nil }
        self.seconds = seconds
    }
}

/// For people or for programs.
enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// The choice between text and JSON.
struct FormatOptions: ParsableArguments {
    @Option(name: .long, help: "For people (text) or for programs (json).")
    var format = Format.text

    /// Prints a value on standard output.
    func print(_ value: some Presentable) throws {
        // JSON has no bare control characters.
        let text = format == .json ? try value.json() : Terminal.text(value.text)
        Output.write(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n")
    }
}

/// Standard output and standard error.
enum Output {
    /// Writes a result to standard output; a reader that went away ends the program.
    static func write(_ text: String) {
        write(Array(text.utf8))
    }

    /// Writes bytes to standard output; a reader that went away ends the program.
    static func write(_ bytes: [UInt8]) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            exit(ExitStatus.done.rawValue)
        }
    }

    /// Writes a line for people to standard error.
    static func note(_ text: String) {
        FileHandle.standardError.write(Data((Terminal.text(text) + "\n").utf8))
    }

    /// Whether a person watches standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }
}
