import Desk
import Foundation
import Glibc

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
        if isFile, Int(facts.st_size) > limit { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(isFile ? Int(facts.st_size) : 0)
        let isWhole = read(descriptor, atMost: isFile ? limit : min(limit, spoolSize)) { bytes.append(contentsOf: $0) }
        guard let isWhole else { throw unreadable(path) }
        if isWhole { return bytes }
        return isFile || limit <= spoolSize ? nil : try spooled(bytes, then: descriptor, limit: limit, path: path)
    }

    /// The bytes of a stream that are held in memory before it is known whether there are too many.
    private static let spoolSize = 4 << 20

    /// Lets the rest of a stream go to a file without a name until its end is known, so that an endless one needs no memory.
    private static func spooled(
        _ head: [UInt8], then descriptor: Int32, limit: Int, path: String
    ) throws -> [UInt8]? {
        let folder = FileManager.default.temporaryDirectory
        var name = Array(folder.appending(path: "demarche-XXXXXX").path.utf8CString)
        let file = mkstemp(&name)
        func noRoom(_ code: Int32) -> UsageError {
            UsageError("no room for \(path) in \(folder.path): \(String(cString: strerror(code)))")
        }
        guard file >= 0 else { throw noRoom(errno) }
        unlink(name)
        defer { close(file) }
        var size = 0
        var failure: Int32 = 0
        func keep(_ bytes: UnsafeRawBufferPointer) {
            var done = 0
            while failure == 0, done < bytes.count {
                let count = write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { failure = count < 0 ? errno : EIO } else { done += count }
            }
            size += done
        }
        head.withUnsafeBytes(keep)
        let isWhole = read(descriptor, atMost: limit - head.count, keep)
        guard failure == 0 else { throw noRoom(failure) }
        guard let isWhole else { throw unreadable(path) }
        guard isWhole, lseek(file, 0, SEEK_SET) == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        guard read(file, atMost: size, { bytes.append(contentsOf: $0) }) == true else { throw unreadable(path) }
        return bytes
    }

    /// Hands out the bytes of a descriptor, and of those over a limit the first.
    ///
    /// - Returns: whether its end was met within the limit; nil when it cannot be read.
    private static func read(
        _ descriptor: Int32, atMost limit: Int, _ take: (UnsafeRawBufferPointer) -> Void
    ) -> Bool? {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var rest = limit
        while true {
            let count = Glibc.read(descriptor, &chunk, min(chunk.count, max(rest, 1)))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return true }
            chunk.withUnsafeBytes { take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            if rest == 0 { return false }
            rest -= count
        }
    }

    private static func unreadable(_ path: String) -> UsageError {
        UsageError("\(path) cannot be read: \(String(cString: strerror(errno)))")
    }
}
