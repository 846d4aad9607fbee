public import Notation

/// What `developments.atom` says of an entry that a decision of the desk took out of it (RFC 6721).
public struct Tombstone: Hashable, Sendable {
    /// The days for which it is kept.
    static let days = 90

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

    /// Writes the element (RFC 6721, section 3).
    func write(tags: TagURI, _ xml: inout XMLWriter) {
        xml.element("at:deleted-entry", ["ref": tags(developmentID), "when": time.description])
        xml.newLine()
    }
}
