import Curation
import Developments

/// Who acts with or towards whom in a development: an edge of the network of states.
struct Tie: Hashable, Codable {
    /// What the two are to each other.
    enum Role: String, Codable {
        case partyParty = "party_party"
        case mediatorParty = "mediator_party"
        case hostParty = "host_party"
        case speakerTarget = "speaker_target"
        case sanctionerTarget = "sanctioner_target"
    }

    var from: String
    var to: String
    var role: Role
    /// Whether the act goes from the one to the other; a meeting goes both ways.
    var isDirected: Bool
    /// The outlets that tell of both.
    var sourceCount = 0

    /// Returns the ties of a development: the pairs of its sentences, its mediators, and a host that is no party.
    static func all(
        of development: Development, facts: DevelopmentFacts, outlet: (Report) -> Outlet
    ) -> [Tie] {
        var outlets: [Tie: Set<String>] = [:]
        var order: [Tie] = []
        func add(_ tie: Tie, _ outletID: String) {
            guard !tie.from.isEmpty, !tie.to.isEmpty, tie.from != tie.to else { return }
            if outlets[tie, default: []].isEmpty { order.append(tie) }
            outlets[tie, default: []].insert(outletID)
        }
        for report in development.reports where report.event.status != .retracted {
            let event = report.event
            let outletID = outlet(report).id
            for pair in pairs(of: event) { add(pair, outletID) }
            let parties = unique(event.actors + event.recipients)
            for mediator in event.mediators where !parties.contains(mediator) {
                for party in parties {
                    add(Tie(from: mediator, to: party, role: .mediatorParty, isDirected: true), outletID)
                }
            }
            guard event.type == .consult, let host = event.venue?.country, !parties.contains(host),
                !event.mediators.contains(host)
            else { continue }
            for party in parties {
                add(Tie(from: host, to: party, role: .hostParty, isDirected: true), outletID)
            }
        }
        return order.map { tie in
            var tie = tie
            tie.sourceCount = outlets[tie]?.count ?? 0
            return tie
        }
    }

    /// The pairs that the sentence's form gives; never those of parties that it merely names together.
    private static func pairs(of event: Event) -> [Tie] {
        let pairs =
            event.pairs.isEmpty
            ? event.actors.flatMap { actor in event.recipients.map { [actor, $0] } }
            : event.pairs.filter { $0.count == 2 }
        return pairs.map { pair in
            if isMutual(event) {
                return Tie(from: min(pair[0], pair[1]), to: max(pair[0], pair[1]), role: .partyParty, isDirected: false)
            }
            return Tie(from: pair[0], to: pair[1], role: role(of: event.type), isDirected: true)
        }
    }

    private static func isMutual(_ event: Event) -> Bool {
        event.recipients.isEmpty || [.consult, .agree, .cooperate].contains(event.type)
    }

    private static func role(of type: EventType) -> Role {
        switch type {
        case .sanction: .sanctionerTarget
        case .statement, .support, .request, .accuse, .reject, .threaten: .speakerTarget
        default: .partyParty
        }
    }
}
