import Curation
import Developments

/// Says in a few words why an article was kept.
enum ReasonWords {
    /// The reasons that are told; more are read by nobody.
    private static let limit = 4

    /// Returns the strongest reasons as words: `an act between two parties in the headline “meet”, officials of states`.
    ///
    /// A rule that the desk wrote itself is called "desk rule" and keeps its words to itself.
    static func text(_ reasons: [Reason], of item: some Credited, gate: LicenceGate, labels: Labels) -> String {
        unique(
            reasons.lazy.filter { $0.weight > 0 }.prefix(limit).map { reason in
                if isDeskRule(reason.rule) { return "desk rule" }
                let rule = PlainText.line(reason.words)
                if let names = names(reason.text ?? "", labels) { return "\(rule) (\(names))" }
                let match = PlainText.cut(gate.words(reason.text ?? "", of: item), to: 60)
                return match.isEmpty ? rule : "\(rule) “\(match)”"
            }
        ).joined(separator: ", ")
    }

    /// The names of codes, where a reason names nothing but codes.
    private static func names(_ text: String, _ labels: Labels) -> String? {
        let codes = text.split(separator: " ").map(String.init)
        let names = codes.compactMap { labels.names[$0] }
        return names.isEmpty || names.count < codes.count ? nil : Labels.prose(names)
    }

    /// Whether the desk wrote the rule itself.
    static func isDeskRule(_ name: String) -> Bool {
        name.hasPrefix("desk") || name.hasPrefix("user")
    }
}
