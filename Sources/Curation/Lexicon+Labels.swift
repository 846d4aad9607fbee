extension Lexicon {
    /// What people read for a code: short, neutral English names of countries, and of the bodies among the codes.
    public var labels: [String: String] {
        var labels = ["EUU": "EU", "UNO": "UN", "NAT": "NATO"]
        for entity in tables.entities where entity.kind == .country && entity.id == entity.country {
            labels[entity.id] = labels[entity.id] ?? entity.name
        }
        return labels
    }
}
