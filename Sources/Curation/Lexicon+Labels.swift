extension Lexicon {
    /// What people read for a code: short, neutral English names of countries, and of the bodies among the codes.
    public var labels: [String: String] {
        var labels = ["EUU": "EU", "UNO": "UN", "NAT": "NATO"]
        for entity in tables.entities where entity.kind == .country && entity.id == entity.country {
            labels[entity.id] = labels[entity.id] ?? entity.name
        }
        return labels
    }

    /// The names of states, their adjectives and their capitals, in all languages, in the order of the files.
    public var stateNames: [StateName] { tables.stateNames }
}

/// A name by which texts speak of a state: `Peru`, `Peruvian`, `Lima`.
public struct StateName: Hashable, Sendable {
    /// The name as it is written.
    public var name: String
    /// ISO 3166-1 alpha-3, or XKX.
    public var code: String

    /// Creates a name.
    public init(name: String, code: String) {
        self.name = name
        self.code = code
    }
}
