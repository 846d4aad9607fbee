extension CurationRule {
    /// Reads a rule as a desk's settings write it: `word:sea lanes`, `source:src-un-news`, `country:PER`, `type:AID`;
    /// a bare text is a word, and a rule that tags ends in `=TAG`.
    ///
    /// - Parameters:
    ///   - text: the rule.
    ///   - action: what it does.
    public init?(_ text: String, action: Action) {
        var text = text[...]
        var tag = ""
        if action == .tag {
            guard let mark = text.lastIndex(of: "=") else { return nil }
            tag = String(text[text.index(after: mark)...])
            text = text[..<mark]
            guard !tag.isEmpty else { return nil }
        }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, let field = Field(rawValue: String(parts[0])) {
            self.init(action: action, field: field, value: Self.trimmed(parts[1]), tag: tag)
        } else {
            self.init(action: action, field: .word, value: Self.trimmed(text), tag: tag)
        }
        if value.isEmpty { return nil }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
