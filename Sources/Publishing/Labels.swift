import Curation
import Developments

/// The words that people read in place of codes.
struct Labels {
    /// International bodies, which the CSV files list under `organisations` and not among the countries.
    static let bodies: Set<String> = ["EUU", "UNO", "NAT"]

    let names: [String: String]

    init(_ names: [String: String]) {
        self.names = names
    }

    /// The label of a code, else the code.
    func callAsFunction(_ code: String) -> String { names[code] ?? code }

    /// Joins words as prose does: `A`, `A and B`, `A, B and C`.
    static func prose(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// Who vouches for an act, in words that never say more than the sources do.
    ///
    /// `called` has what parties are called here where that differs from their codes' labels: a movement has a name of its
    /// own.
    func status(
        _ status: Status?, type: EventType?, onRecord: [String], parties: [String], called: [String: String]
    ) -> String {
        let names = Self.prose(onRecord.map { PlainText.line(called[$0] ?? self($0)) })
        switch status {
        case nil: return ""
        case .reported: return "reported"
        case .unconfirmed: return "unconfirmed"
        case .retracted: return "retracted"
        case .denied: return names.isEmpty ? "denied" : "denied by \(names)"
        case .onRecord:
            if let type, Self.utterances.contains(type) {
                return names.isEmpty ? "said on record" : "said on record by \(names)"
            }
            if names.isEmpty { return "on record" }
            if parties.count == 2, Set(parties) == Set(onRecord) { return "on record: both sides" }
            return onRecord.count == 1 && parties.count > 1 ? "on record: \(names) only" : "on record: \(names)"
        }
    }

    /// A venue as people read it: `Ankara, Türkiye`.
    func venue(_ venue: Venue?) -> String {
        guard let venue else { return "" }
        let country = venue.country.isEmpty ? "" : self(venue.country)
        return unique([PlainText.line(venue.place), country]).joined(separator: ", ")
    }

    /// What a phase reads like.
    static func phase(_ phase: Phase) -> String { words(phase.rawValue) }

    /// How far an act has come, in words; empty for one that simply happened.
    static func course(_ modality: Modality?, _ phase: Phase?) -> String {
        if let phase { return Self.phase(phase) }
        return switch modality {
        case .occurred, nil: ""
        case .future: "planned"
        case .hypothetical: "possible"
        case .negated: "did not happen"
        }
    }

    /// A code of a vocabulary of ours as words: `nuclear_programme` → nuclear programme.
    static func words(_ code: String) -> String { String(code.map { $0 == "_" ? " " : $0 }) }

    /// Acts of speech: on record is that they were said, not that their content is so.
    private static let utterances: Set<EventType> = [.accuse, .reject, .request, .threaten, .support, .statement]
}
