import Curation

/// Says in a few words why an article was kept.
enum ReasonWords {
    /// The reasons that are told; more are read by nobody.
    private static let limit = 4

    /// Returns the strongest reasons as words: `an act between two parties in the headline “meet”, officials of states`.
    ///
    /// A rule that the desk wrote itself is called "desk rule" and keeps its words to itself.
    static func text(_ reasons: [Reason], of sourceID: String, gate: LicenceGate) -> String {
        unique(
            reasons.lazy.filter { $0.weight > 0 }.prefix(limit).map { reason in
                if isDeskRule(reason.rule) { return "desk rule" }
                let rule = PlainText.line(reason.words)
                let match = PlainText.cut(gate.words(reason.text ?? "", of: sourceID), to: 60)
                return match.isEmpty ? rule : "\(rule) “\(match)”"
            }
        ).joined(separator: ", ")
    }

    /// Whether the desk wrote the rule itself.
    static func isDeskRule(_ name: String) -> Bool {
        name.hasPrefix("desk") || name.hasPrefix("user")
    }
}
