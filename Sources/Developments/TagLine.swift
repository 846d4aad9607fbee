public import Curation

/// What we read in a development, in words beside its title: `sanction · United States → Iran · planned`.
///
/// What is unknown or not to be shown is left out; a line without type and parties is empty.
public struct TagLine: Hashable, Sendable {
    /// How the parties stand to each other.
    public enum Direction: Hashable, Sendable {
        /// The first side acts towards the second.
        case towards
        /// They act together, or who acts is not sure.
        case among
    }

    /// The kind of act; nil where it is not shown.
    public var type: EventType?
    /// The grade or kind within the type; empty when none.
    public var mode: String
    /// Whether it happened; nil where that is not shown.
    public var modality: Modality?
    /// Who acts, as people read it.
    public var actors: [String]
    /// Whom the act is aimed at, as people read it.
    public var recipients: [String]
    /// How the two stand to each other.
    public var direction: Direction

    /// Creates a line; by default of nothing.
    public init(
        type: EventType? = nil, mode: String = "", modality: Modality? = nil, actors: [String] = [],
        recipients: [String] = [], direction: Direction = .towards
    ) {
        self.type = type
        self.mode = mode
        self.modality = modality
        self.actors = actors
        self.recipients = recipients
        self.direction = direction
    }

    /// The line in words, without who tagged it; empty where nothing is told.
    public var words: String {
        guard type != nil || !actors.isEmpty || !recipients.isEmpty else { return "" }
        return [act, parties, course].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// The line as it stands beside a source's words: it is ours, and says so.
    public var text: String { words.isEmpty ? "" : "\(words) (tagged by demarche)" }

    /// The kind of act in words; empty where it is not shown.
    public var act: String { type.map { Self.acts["\($0.rawValue):\(mode)"] ?? Self.acts[$0.rawValue] ?? "" } ?? "" }

    /// Who, and towards whom; empty where nobody is shown.
    public var parties: String {
        let isDirected = direction == .towards && !recipients.isEmpty
        guard isDirected else { return (actors + recipients).joined(separator: " – ") }
        return "\(actors.joined(separator: ", ")) → \(recipients.joined(separator: ", "))"
            .trimmingPrefix(" ").description
    }

    /// Whether it happened, in a word; empty where that is not shown.
    public var course: String {
        switch modality {
        case nil: ""
        case .occurred: type.map(Self.utterances.contains) ?? false ? "said" : "done"
        case .future: "planned"
        case .hypothetical: "possible"
        case .negated: "not done"
        }
    }

    private static let utterances: Set<EventType> = [.accuse, .reject, .request, .threaten, .support, .statement]

    private static let acts: [String: String] = [
        "CONSULT": "talks", "CONSULT:visit": "visit", "CONSULT:call": "call", "CONSULT:meeting": "meeting",
        "CONSULT:mediation": "mediation", "CONSULT:negotiation": "talks",
        "CONSULT:multilateral": "summit or conference",
        "AGREE": "agreement", "AGREE:deal": "deal", "AGREE:treaty": "treaty", "AGREE:ceasefire": "truce",
        "AGREE:promise": "promise", "AGREE:accession": "accession", "COOPERATE": "cooperation",
        "COOPERATE:exchange": "exchange", "SUPPORT": "support", "SUPPORT:praise": "praise", "AID": "aid",
        "AID:arms": "supply of arms", "CONCEDE": "concession", "CONCEDE:easing": "easing of measures",
        "CONCEDE:release": "release", "RETREAT": "withdrawal", "RETREAT:ceasefire": "ceasefire",
        "REQUEST": "appeal", "REQUEST:demand": "demand", "REQUEST:proposal": "proposal",
        "REQUEST:resolution": "draft resolution", "ACCUSE": "criticism", "ACCUSE:concern": "concern",
        "ACCUSE:regret": "regret", "ACCUSE:condemnation": "condemnation", "ACCUSE:protest": "protest",
        "REJECT": "rejection", "REJECT:cancellation": "cancellation", "REJECT:denial": "denial", "REJECT:veto": "veto",
        "THREATEN": "threat", "THREATEN:warning": "warning", "THREATEN:ultimatum": "ultimatum",
        "THREATEN:sanctions": "threat of sanctions", "THREATEN:force": "threat of force", "SANCTION": "sanction",
        "SANCTION:sanctions": "sanction", "SANCTION:tariffs": "tariffs", "SANCTION:restrictions": "restrictions",
        "SANCTION:expulsion": "expulsion", "SANCTION:recall": "recall of a diplomat",
        "SANCTION:suspension": "suspension", "SANCTION:leaving": "leaving an accord",
        "SANCTION:breach": "breach of relations", "COERCE": "coercion", "COERCE:seizure": "seizure",
        "MOBILIZE": "show of force", "MOBILIZE:exercise": "military exercise", "ASSAULT": "attack",
        "STATEMENT": "statement",
    ]
}
