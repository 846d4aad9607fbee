/// A file of the output folder.
public struct OutputFile: Hashable, Sendable {
    /// The path below the output folder, its parts joined by slashes.
    public var name: String
    /// What the file holds.
    public var bytes: [UInt8]

    /// Creates a file.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
