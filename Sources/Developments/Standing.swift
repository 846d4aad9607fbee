internal import Curation

/// Who vouches for an act, and how far it has come, by one table.
///
/// Status; the first row that holds, over all origins, the newest word of each:
///
/// | a party, or any report of it, | status |
/// |---|---|
/// | denies the act, and is not on record for it since | `denied`, by those parties |
/// | is on record for it (an official source of its country counts as the party) | `on_record`, by those parties |
/// | says that no party is on record | `unconfirmed` |
/// | tells it in an outlet's own voice, or by somebody on record for another | `reported` |
/// | knows it from unnamed people only | `unconfirmed` |
///
/// When every report was taken back the status is `retracted`.
///
/// Phase; in the order of the reports:
///
/// | from | to |
/// |---|---|
/// | none | any |
/// | `proposed` → `announced` → `scheduled` → `under_way` → `held` | forward only; `postponed`, `cancelled`, `failed` end any but `held` |
/// | `postponed` | any but `proposed` |
/// | `cancelled`, `failed` | `scheduled`, `under_way`, `held`: only what says that it is on again |
/// | `held` | `failed` |
struct Standing {
    /// The status by the table.
    private(set) var status: Status
    /// The parties on record for it.
    private(set) var onRecord: [String] = []
    /// The parties that deny it.
    private(set) var denying: [String] = []

    init(_ voices: Voices, actors: Set<String>, sources: [String: Source]) {
        var word: [String: Status] = [:]
        var isDenied = false
        for voice in voices.all {
            let event = voice.report.event
            if event.status == .onRecord || event.status == .denied {
                for party in event.statusBasis { word[party] = event.status }
                if event.statusBasis.isEmpty, event.status == .denied { isDenied = true }
            }
            // An official source of a party's country is that party on record.
            let outlet = sources.outlet(of: voice.report)
            if outlet.kind == .official, actors.contains(outlet.country), event.status != .denied {
                word[outlet.country] = .onRecord
            }
        }
        denying = word.filter { $0.value == .denied }.keys.sorted()
        onRecord = word.filter { $0.value == .onRecord }.keys.sorted()
        let newest = voices.newest.map(\.report.event)
        let isOnRecord = !onRecord.isEmpty || newest.contains { $0.status == .onRecord }
        if isDenied || !denying.isEmpty {
            status = .denied
        } else if isOnRecord {
            status = .onRecord
        } else if newest.contains(where: { $0.status == .unconfirmed && $0.statusEvidence != nil }) {
            status = .unconfirmed
        } else {
            status = newest.contains { $0.status == .reported } ? .reported : .unconfirmed
        }
    }

    /// Who confirms against who denies, in words; empty when the parties agree.
    func note(_ labels: [String: String]) -> String {
        guard !denying.isEmpty, !onRecord.isEmpty else { return "" }
        let names = { (codes: [String]) in codes.map { labels[$0] ?? $0 }.joined(separator: ", ") }
        return "on record: \(names(onRecord)), denied by \(names(denying))"
    }

    /// The phase after all reports, by the table.
    static func phase(_ voices: Voices) -> Phase? {
        voices.all.compactMap(\.report.event.phase).reduce(nil) { phase, next in
            guard let phase else { return next }
            return moves(phase, to: next) ? next : phase
        }
    }

    static func moves(_ phase: Phase, to next: Phase) -> Bool {
        let order: [Phase] = [.proposed, .announced, .scheduled, .underWay, .held]
        switch phase {
        case .held: return next == .failed
        case .postponed: return next != .proposed
        case .cancelled, .failed: return [.scheduled, .underWay, .held].contains(next)
        case .proposed, .announced, .scheduled, .underWay:
            guard let from = order.firstIndex(of: phase), let to = order.firstIndex(of: next) else { return true }
            return to > from
        }
    }
}
