import Developments
public import Notation

/// What an entry shows of an act, field by field, as a person reads it.
public struct ShownEntry: Hashable, Codable, Sendable {
    /// A field that is shown.
    public struct Field: Hashable, Codable, Sendable {
        /// `title type parties modality status venue date`.
        public var name: String
        /// Its value in words.
        public var shown: String

        /// Creates a field.
        public init(name: String, shown: String) {
            self.name = name
            self.shown = shown
        }
    }

    /// The development.
    public var id: String
    /// When it was first seen.
    public var firstSeen: Timestamp
    /// What is shown; what is not shown is left out.
    public var fields: [Field]
}

extension ShownEntry {
    /// Reads what an edition printed of a development; nil when feeds do not hold it.
    ///
    /// - Parameter printed: what ``Publisher/printed(_:stories:articles:sources:)`` returned.
    /// - Throws: an error when another version printed it.
    public init?(_ printed: Printed) throws {
        let item = try Unpacking.value(PublishedDevelopment.self, from: printed.bytes)
        guard item.isProminent, item.mergedInto.isEmpty else { return nil }
        self.init(id: item.id, firstSeen: item.firstSeen, fields: item.shownFields)
    }
}

extension PublishedDevelopment {
    /// The fields that readers see of it.
    fileprivate var shownFields: [ShownEntry.Field] {
        let tags = facts.tagLine
        let fields = [
            ("title", title), ("type", tags.act), ("parties", tags.parties), ("modality", tags.course),
            ("status", statusWords), ("venue", venueWords), ("date", DateWords.text(facts.date)),
        ]
        return fields.filter { !$0.1.isEmpty }.map { ShownEntry.Field(name: $0.0, shown: $0.1) }
    }
}
