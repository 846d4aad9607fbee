/// One reading of a sentence as an act: who does what to whom, before it becomes an event.
struct Frame {
    var type: EventType
    var mode: String
    /// The token of the verb or noun that tells the act.
    var trigger: Int
    var lemma: String
    var actors: [String]
    var recipients: [String]
    var mediators: [String] = []
    var modality: Modality
    /// Mentions that stand as actors and as recipients, for labels and objects.
    var actorMentions: [Int] = []
    /// The token range of what the act is about.
    var object: Range<Int>?
    /// The tokens from the verb to the end of its clause; nil for a noun.
    var clause: Range<Int>?
    /// Whether the verb stands in the passive.
    var isPassive = false
    var isSubordinate: Bool
    var isNominal: Bool
    var speaker: Speaker?
    var score: Double
    /// Whether the verb alone tells the type, whatever its object.
    var isOwnType = false
    /// Whether states do it that the text does not name: "regional states", "European leaders".
    var isByUnnamedStates = false

    /// The codes of all sides.
    var parties: [String] { actors + recipients.filter { !actors.contains($0) } }

    /// Whether both sides of the act are known.
    var isComplete: Bool { parties.count >= 2 }
}

/// Who says what a sentence tells.
struct Speaker {
    /// The mention, -1 for a source without a name.
    var mention: Int
    var code: String
    var isAnonymous: Bool
    var isMedia: Bool
    /// The verb of saying.
    var verb: Int
    /// The tokens that tell of the saying itself, not of the act.
    var tokens: Range<Int>
    /// Whether an office of the state of whom the sentence tells speaks, whose mention is not known ("the defence ministry").
    var isOffice = false
}

extension EventType {
    /// Acts of all sides together, without recipients (guidelines E4.1).
    var isMutual: Bool { self == .consult || self == .agree || self == .cooperate }

    /// Acts that are done by saying them.
    var isUtterance: Bool {
        switch self {
        case .request, .accuse, .reject, .threaten, .support, .statement: true
        default: false
        }
    }
}
