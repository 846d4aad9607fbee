public import Foundation

/// Another run holds the desk's lock.
public struct DeskIsBusy: Error, CustomStringConvertible, Sendable {
    /// The lock file.
    public let file: String

    /// One line that names the lock.
    public var description: String { "another run is at work on this desk (it holds \(file))" }
}

/// The right to change a desk, which one process has at a time.
///
/// flock(2): the kernel drops the lock with the process, so a killed run leaves none behind.
public enum RunLock {
    /// Takes the lock without waiting, and holds it while the body runs.
    ///
    /// - Parameters:
    ///   - folder: the desk's `.demarche` folder, made when missing.
    ///   - body: what only one process may do at a time.
    /// - Returns: what the body returns.
    /// - Throws: ``DeskIsBusy`` when another process has it; ``DeskError`` when the folder cannot be written.
    public static func hold<Value>(in folder: URL, _ body: () async throws -> Value) async throws -> Value {
        let file = folder.appending(path: "lock").path
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw DeskError("cannot write \(file): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw DeskIsBusy(file: file) }
        return try await body()
    }
}
