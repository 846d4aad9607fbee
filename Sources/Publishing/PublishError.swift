import Glibc

/// A file could not be published.
public struct PublishError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being done, as a verb: `write`, `rename`.
    public let action: String
    /// The file or folder.
    public let path: String
    /// The system's error number (errno(3)).
    public let code: Int32

    /// One line that names the file and says what is wrong with it.
    public var description: String {
        "cannot \(action) \(path): \(String(cString: strerror(code))) (errno \(code))"
    }
}
