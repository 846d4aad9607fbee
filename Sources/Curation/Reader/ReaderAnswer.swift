/// What the learned reader says of an article, as logarithms of odds in hundredths, so that nothing hangs on a last bit.
struct ReaderAnswer: Sendable {
    /// What a state or body does in the act: the highest odds over its mentions.
    struct Role: Sendable {
        var code: String
        var actor: Double
        var recipient: Double
        var mediator: Double

        mutating func raise(actor: Double, recipient: Double, mediator: Double) {
            self.actor = max(self.actor, actor)
            self.recipient = max(self.recipient, recipient)
            self.mediator = max(self.mediator, mediator)
        }
    }

    /// The reader's types in the order of its head.
    static let types: [EventType] = [
        .consult, .agree, .cooperate, .support, .aid, .concede, .retreat, .request, .accuse, .reject, .threaten,
        .sanction, .coerce,
        .mobilize, .assault,
    ]
    /// The modalities in the order of the reader's head.
    static let modalities: [Modality] = [.occurred, .future, .hypothetical, .negated]

    /// Whether the article is a diplomacy development.
    var relevance: Double
    /// One number a type, in the order of ``types``.
    private var typeOdds: [Double]
    /// One number a modality, in the order of ``modalities``.
    private var modalityOdds: [Double]
    /// The states and bodies named, in the order of the text.
    var roles: [Role]

    init(relevance: Double, types: [Double], modalities: [Double], roles: [Role]) {
        self.relevance = relevance
        typeOdds = types
        modalityOdds = modalities
        self.roles = roles
    }

    /// A type's number.
    func odds(of type: EventType) -> Double { Self.types.firstIndex(of: type).map { typeOdds[$0] } ?? 0 }

    /// A modality's number.
    func odds(of modality: Modality) -> Double {
        Self.modalities.firstIndex(of: modality).map { modalityOdds[$0] } ?? 0
    }

    /// The likeliest type.
    var type: EventType { Self.types[Self.first(typeOdds)] }

    /// The likeliest modality.
    var modality: Modality { Self.modalities[Self.first(modalityOdds)] }

    /// Returns what reader and rules say together: the rules' act adds to the odds of its type, of its modality, and of each party's
    /// side, and takes from those of the other side.
    func joined(with rules: Event?, votes: RuleVotes) -> ReaderAnswer {
        guard let rules else { return self }
        var joined = self
        if let type = Self.types.firstIndex(of: rules.type) { joined.typeOdds[type] += votes.type }
        if let modality = Self.modalities.firstIndex(of: rules.modality) {
            joined.modalityOdds[modality] += votes.modality
        }
        for index in roles.indices {
            let code = roles[index].code
            joined.roles[index].actor += rules.actors.contains(code) ? votes.side : -votes.side
            joined.roles[index].recipient += rules.recipients.contains(code) ? votes.side : -votes.side
        }
        return joined
    }

    /// How far a type is ahead of the next likely one; negative when another is likelier.
    func margin(of type: EventType) -> Double {
        Self.types.firstIndex(of: type).map { Self.margin(typeOdds, $0) } ?? -Self.farthest
    }

    /// How far a modality is ahead of the next likely one.
    func margin(of modality: Modality) -> Double {
        Self.modalities.firstIndex(of: modality).map { Self.margin(modalityOdds, $0) } ?? -Self.farthest
    }

    /// Who acts and whom the act is aimed at; of a joint act all are actors.
    func sides(of type: EventType) -> (actors: [String], recipients: [String]) {
        if type.isMutual { return (roles.filter { max($0.actor, $0.recipient) > 0 }.map(\.code), []) }
        return (
            roles.filter { $0.actor > 0 && $0.actor >= $0.recipient }.map(\.code),
            roles.filter { $0.recipient > 0 && $0.recipient > $0.actor }.map(\.code)
        )
    }

    /// Who brings the parties together.
    func mediators(besides parties: [String]) -> [String] {
        roles.filter { $0.mediator > 0 && !parties.contains($0.code) }.map(\.code)
    }

    /// How far the least sure of all roles is from being another; 0 where no state is named.
    func margin(ofSides type: EventType) -> Double {
        let margins = roles.map { role in
            type.isMutual ? abs(max(role.actor, role.recipient)) : min(abs(role.actor), abs(role.recipient))
        }
        return min(margins.min() ?? 0, Self.farthest)
    }

    /// Logarithms of odds beyond this say no more.
    static let farthest = 6.0

    static func rounded(_ value: Float) -> Double { (Double(value) * 100).rounded() / 100 }

    private static func first(_ odds: [Double]) -> Int {
        odds.indices.max { odds[$0] < odds[$1] } ?? 0
    }

    private static func margin(_ odds: [Double], _ index: Int) -> Double {
        let others = odds.indices.filter { $0 != index }.map { odds[$0] }
        return min(max(odds[index] - (others.max() ?? 0), -farthest), farthest)
    }
}

/// How much the rules' reading of the primary act adds to the learned reader's odds, from `lines.tsv`.
struct RuleVotes: Hashable, Sendable {
    var type = 0.0
    var modality = 0.0
    var side = 0.0
}
