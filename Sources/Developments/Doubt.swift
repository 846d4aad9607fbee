/// What grouping leaves to a person: it is listed for review and never acted upon.
public struct Doubt: Hashable, Codable, Sendable {
    /// What is in doubt.
    public enum Kind: String, Hashable, Codable, Sendable {
        /// Two developments that may be one act.
        case pair
        /// An article that contradicts a corrected field.
        case claim
    }

    /// What is in doubt.
    public var kind: Kind
    /// The development.
    public var developmentID: String
    /// The other development; empty for a claim.
    public var otherID: String
    /// The article that brought it up.
    public var articleID: String
    /// What speaks for it, or what the article says, in words.
    public var note: String

    /// Creates a doubt.
    public init(kind: Kind, developmentID: String, otherID: String = "", articleID: String, note: String) {
        self.kind = kind
        self.developmentID = developmentID
        self.otherID = otherID
        self.articleID = articleID
        self.note = note
    }
}
