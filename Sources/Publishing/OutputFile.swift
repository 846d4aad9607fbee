/// A file of the output folder.
public struct OutputFile: Equatable, Sendable {
    /// The path below the output folder, its parts joined by slashes.
    public var name: String
    private let make: @Sendable () -> [UInt8]

    /// What the file holds; made anew each time, so that the thousands of pages of an edition never lie in memory at once.
    public var bytes: [UInt8] { make() }

    /// Creates a file.
    public init(name: String, bytes: [UInt8]) {
        self.init(name: name) { bytes }
    }

    /// Creates a file whose bytes are made when they are asked for.
    init(name: String, _ make: @escaping @Sendable () -> [UInt8]) {
        self.name = name
        self.make = make
    }

    /// Whether two files have the same name and hold the same bytes.
    public static func == (left: OutputFile, right: OutputFile) -> Bool {
        left.name == right.name && left.bytes == right.bytes
    }
}
