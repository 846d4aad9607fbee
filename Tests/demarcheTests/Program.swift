import Foundation
import Synchronization

/// The built program, run as a user runs it.
enum Program {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
        /// The most memory that it held, in megabytes (VmHWM of proc(5)).
        var peak: Int
        /// How long it went on after the signal; measured apart from this process's tasks, which other tests hold up.
        var timeToEnd: Duration
    }

    /// The program lies beside the test bundle.
    private static let path: String = {
        let bundle = ProcessInfo.processInfo.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        return URL(filePath: bundle).deletingLastPathComponent().appending(path: "demarche").path
    }()

    /// Runs the program; its input is a file or comes through a pipe, and `signal` is sent to it after some time.
    static func run(
        _ arguments: [String], input: String = "", isPiped: Bool = false, environment: [String: String] = [:],
        in folder: URL? = nil,
        signal: (number: Int32, after: Double)? = nil
    ) async throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: isPiped ? "/bin/sh" : path)
        process.arguments = isPiped ? ["-c", "cat | \"$0\" \"$@\"", path] + arguments : arguments
        process.currentDirectoryURL = folder
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("DEMARCHE_") }
        variables.merge(environment) { $1 }
        process.environment = variables
        let files = try TemporaryFiles()
        let peak = Mutex(0)
        let signalled = Mutex(ContinuousClock.now)
        let ended = Mutex(ContinuousClock.now)
        process.standardInput = try files.handle("in", holding: input)
        process.standardOutput = try files.handle("out")
        process.standardError = try files.handle("err")
        // Waiting on a thread of the cooperative pool would hold up every other test.
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in
                ended.withLock { $0 = .now }
                continuation.resume()
            }
            do { try process.run() } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
                return
            }
            let id = process.processIdentifier
            Thread.detachNewThread {
                while let now = peakMemory(of: id) {
                    peak.withLock { $0 = max($0, now) }
                    usleep(10_000)
                }
            }
            if let signal {
                DispatchQueue.global().asyncAfter(deadline: .now() + signal.after) {
                    signalled.withLock { $0 = .now }
                    kill(id, signal.number)
                }
            }
        }
        return Outcome(
            status: process.terminationStatus, output: try files.text("out"), errors: try files.text("err"),
            peak: peak.withLock { $0 }, timeToEnd: ended.withLock { $0 } - signalled.withLock { $0 })
    }
}

/// The most memory that a process held so far, in megabytes; nil when it has ended.
private func peakMemory(of process: Int32) -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
        let kilobytes = line.split(separator: " ", omittingEmptySubsequences: true).compactMap({ Int($0) }).first
    else { return nil }
    return kilobytes / 1024
}

/// Files instead of pipes: a pipe that nobody reads stops the program when it is full.
private final class TemporaryFiles {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "demarche-cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func handle(_ name: String, holding text: String = "") throws -> FileHandle {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return try FileHandle(forUpdating: file)
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
}

/// A folder of its own for one test, removed with the value.
final class TestFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "demarche-cli-desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, to path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}
