/// A file of weights that cannot be used, and why.
public struct EncoderError: Error, Hashable, Sendable {
    /// What is wrong with the file.
    public enum Reason: Hashable, Sendable {
        /// It cannot be opened; the system's words.
        case unreadable(String)
        /// It has no header of safetensors; says what was found.
        case header(String)
        /// A value of the header's `__metadata__` is missing or not allowed.
        case metadata(key: String, problem: String)
        /// A tensor is missing, or has another type, shape or place than it must.
        case tensor(name: String, problem: String)
    }

    /// The file's path.
    public let path: String
    /// What is wrong with it.
    public let reason: Reason
}

extension EncoderError: CustomStringConvertible {
    /// One line that names the file and what is wrong.
    public var description: String {
        switch reason {
        case .unreadable(let words): "\(path): cannot be read (\(words))"
        case .header(let problem): "\(path): is no file of encoder weights (\(problem))"
        case .metadata(let key, let problem): "\(path): \(key) in its header \(problem)"
        case .tensor(let name, let problem): "\(path): the tensor \(name) \(problem)"
        }
    }
}
