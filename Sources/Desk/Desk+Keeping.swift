public import Foundation
public import Notation
import Publishing
import Storage

extension Desk {
    /// Checks the store and the outputs.
    ///
    /// - Throws: an error of the store when the check itself cannot be done.
    public func verify() async throws -> Verification {
        let corrections = try CorrectionsFile(folder).corrections()
        _ = try AuditFile(folder).verdicts()
        let defects = try await withStore { store in
            let unprinted = try await store.unprinted(.development).count + store.unprinted(.article).count
            let late = "\(unprinted) developments and articles are not as they are published: `demarche publish`"
            return try await store.verify()
                + (try await CorrectionCheck(store: store, corrections: corrections).defects())
                + (unprinted == 0 ? [] : [late])
        }
        let missing = OutputWriter(folder: folder.output.path).missingFiles
        let words = missing.map { $0.map { "output \($0) is missing: `demarche publish` writes it again" } }
        return Verification(defects: defects + (words ?? ["nothing is published yet in \(folder.output.relativePath)"]))
    }

    /// Copies the store and `Feeds/` into one tar archive.
    ///
    /// - Parameter file: the archive to write; it appears only when it is complete.
    /// - Returns: one line that says what was written.
    /// - Throws: an error of the store, or ``DeskError`` when the archive cannot be written.
    public func backup(to file: URL) async throws -> String {
        let work = try Self.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: work) }
        try await withStore { try await $0.backup(to: work.appending(path: Self.storeName)) }
        let partial = file.appendingPathExtension("part")
        try await Self.tar([
            "-cf", partial.path, "-C", work.path, Self.storeName, "-C", folder.root.absoluteURL.path, "Feeds",
        ])
        guard rename(partial.path, file.path) == 0 else {
            throw DeskError("cannot write \(file.path): \(String(cString: strerror(errno)))")
        }
        let size = (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        return "wrote \(file.relativePath), \((size + 999) / 1000) kB: the store and Feeds/"
    }

    /// Puts a backup's store and `Feeds/` back; what was there is moved into `.demarche/backup/`.
    ///
    /// - Parameters:
    ///   - folder: the desk, which may be empty or broken.
    ///   - file: what ``backup(to:)`` wrote.
    ///   - now: names the folder that what was there is moved to.
    /// - Returns: one line that says what was done.
    /// - Throws: ``DeskIsBusy``, ``UsageError`` when the file is no backup, or an error of the store.
    public static func restore(_ folder: DeskFolder, from file: URL, now: Timestamp) async throws -> String {
        guard FileManager.default.fileExists(atPath: file.path) else { throw UsageError("no file \(file.path)") }
        return try await RunLock.hold(in: folder.state) { try await unpack(file, into: folder, now: now) }
    }

    private static func unpack(_ file: URL, into folder: DeskFolder, now: Timestamp) async throws -> String {
        let work = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: work) }
        do {
            // Names are given, so that nothing else an archive may hold is unpacked.
            try await tar(["-xf", file.absoluteURL.path, "-C", work.path, "--no-same-owner", storeName, "Feeds"])
        } catch let error as DeskError {
            throw UsageError("\(file.path) is no backup of a desk: \(error)")
        }
        try await Store.restore(from: work.appending(path: storeName), into: folder.state)
        let files = FileManager.default
        let kept = folder.state.appending(path: "backup/feeds-\(now.description.replacing(":", with: ""))")
        if files.fileExists(atPath: folder.feeds.path) {
            try files.createDirectory(at: kept.deletingLastPathComponent(), withIntermediateDirectories: true)
            try? files.removeItem(at: kept)
            try files.moveItem(at: folder.feeds, to: kept)
        }
        try files.moveItem(at: work.appending(path: "Feeds"), to: folder.feeds)
        return
            "restored the store and Feeds/ from \(file.relativePath); what was there is in \(folder.state.relativePath)/backup"
    }

    private static let storeName = "store.sqlite"

    private static func temporaryFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "demarche-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Runs tar(1), which every Debian system has.
    private static func tar(_ arguments: [String]) async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["tar"] + arguments
        let errors = Pipe()
        process.standardError = errors
        let status = try await withCheckedThrowingContinuation {
            (continuation: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: DeskError("cannot run tar: \(error.localizedDescription)"))
            }
        }
        guard status == 0 else {
            let words = errors.fileHandleForReading.availableData
            throw DeskError(String(decoding: words, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }
}

/// Whether store and outputs are whole.
public struct Verification: Presentable, Sendable {
    /// What is wrong, a line each.
    public let defects: [String]

    /// Whether nothing is wrong.
    public var isSound: Bool { defects.isEmpty }

    /// Readable lines.
    public var text: String { isSound ? "store and outputs are sound" : defects.joined(separator: "\n") }
}
