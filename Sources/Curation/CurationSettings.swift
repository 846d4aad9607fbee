/// What a desk decides about curation: thresholds, languages and its own rules.
public struct CurationSettings: Hashable, Codable, Sendable {
    /// The score from which an article is kept, 0...1.
    public var keepThreshold: Double
    /// The score from which an article is held for review, 0...1.
    public var reviewThreshold: Double
    /// The languages (BCP 47 primary subtags) whose articles may be kept; others reach review at best.
    public var languages: [String]
    /// The desk's own rules, applied in order after the score.
    public var rules: [CurationRule]

    /// Creates settings; the defaults are those of a new desk.
    public init(
        keepThreshold: Double = 0.5, reviewThreshold: Double = 0.35, languages: [String] = ["en"],
        rules: [CurationRule] = []
    ) {
        self.keepThreshold = keepThreshold
        self.reviewThreshold = reviewThreshold
        self.languages = languages
        self.rules = rules
    }
}

/// A desk's own rule: articles that show something are kept, dropped or tagged whatever their score.
public struct CurationRule: Hashable, Codable, Sendable {
    /// What the rule does.
    public enum Action: String, CaseIterable, Hashable, Codable, Sendable {
        case keep, drop, tag
    }

    /// What the rule looks at.
    public enum Field: String, CaseIterable, Hashable, Codable, Sendable {
        /// A word or phrase in title or text, without regard to case and accents.
        case word
        /// The id of the article's source.
        case source
        /// A code among the article's actors.
        case country
        /// The type of one of the article's events.
        case type
    }

    /// What the rule does.
    public var action: Action
    /// What the rule looks at.
    public var field: Field
    /// The word, source, code or type looked for.
    public var value: String
    /// The topic that a `tag` rule adds.
    public var tag: String

    /// Creates a rule.
    public init(action: Action, field: Field, value: String, tag: String = "") {
        self.action = action
        self.field = field
        self.value = value
        self.tag = tag
    }
}
