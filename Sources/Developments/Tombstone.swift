public import Notation

/// What is left of a development's entry that a decision of the desk took out of the feed (RFC 6721).
public struct Tombstone: Hashable, Sendable {
    /// The development whose entry it was.
    public var developmentID: String
    /// When it was taken out.
    public var time: Timestamp
    /// When it came back; nil while it is gone.
    public var ended: Timestamp?

    /// Creates a tombstone.
    public init(developmentID: String, time: Timestamp, ended: Timestamp? = nil) {
        self.developmentID = developmentID
        self.time = time
        self.ended = ended
    }
}
