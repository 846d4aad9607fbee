/// The lines from which things are published, set by `Scripts/calibrate` on labelled news; each says what it measured.
///
/// The line of relevance itself lies at one half: the weights are shifted so.
public struct CurationLines: Sendable, Hashable {
    /// The relevance from which an article is published although its act is not sure.
    public var surelyRelevant = 1.0
    /// The product of the probabilities of type and modality from which both are shown.
    public var act = 1.0
    /// The product of all three probabilities from which the parties are shown too.
    public var whole = 1.0

    /// How much the rules' reading counts beside the learned reader's.
    var votes = RuleVotes()

    /// The share of shown values that were right where the lines were set, by the line's name; for people.
    public var precision: [String: Double] = [:]

    mutating func add(_ row: LexiconRow) throws(LexiconError) {
        guard let line = Double(row.field(1)), let precision = Double(row.field(2)) else {
            throw row.error("\(row.field(1)) \(row.field(2)) are no line and precision")
        }
        self.precision[row.field(0)] = precision
        switch row.field(0) {
        case "surely-relevant": surelyRelevant = line
        case "act": act = line
        case "whole": whole = line
        case "rules-type": votes.type = line
        case "rules-modality": votes.modality = line
        case "rules-side": votes.side = line
        case "kept": break
        default: throw row.error("\(row.field(0)) is no line")
        }
    }
}
