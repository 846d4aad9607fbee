public import Notation

/// What an edition made of a development or an article, for the next edition.
public struct Printed: Hashable, Sendable {
    /// The development or article.
    public var id: String
    /// The time by which the outputs order it, newest first.
    public var time: Timestamp
    /// The time by which the tables' windows reach it.
    public var reach: Timestamp
    /// Opaque; for an article its row.
    public var bytes: [UInt8]

    /// Creates what was kept.
    public init(id: String, time: Timestamp, reach: Timestamp, bytes: [UInt8]) {
        self.id = id
        self.time = time
        self.reach = reach
        self.bytes = bytes
    }
}

extension Printed {
    /// Whether feeds hold the development, as this version or an earlier one printed it.
    public var isInFeeds: Bool {
        (try? Unpacking.value(PublishedDevelopment.self, from: bytes))?.isProminent ?? false
    }
}
