import Desk
import Foundation

/// What a developers' command reads.
enum Input {
    /// Returns the bytes of a file, or of standard input for `-`.
    ///
    /// - Throws: `UsageError` naming the file.
    static func bytes(_ path: String) throws -> [UInt8] { try bytes(path, limit: .max) ?? [] }

    /// Returns the bytes of a file, or of standard input for `-`; nil when there are more than a limit.
    ///
    /// No more than the limit is read, and nothing of a file whose size says that it is over it.
    ///
    /// - Throws: `UsageError` naming the file.
    static func bytes(_ path: String, limit: Int) throws -> [UInt8]? {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { if path != "-" { close(descriptor) } }
        var facts = stat()
        let isFile = fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
        let size = isFile ? Int(facts.st_size) : 0
        guard size <= limit else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path) }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else { return nil }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    private static func unreadable(_ path: String) -> UsageError {
        UsageError("\(path) cannot be read: \(String(cString: strerror(errno)))")
    }
}
