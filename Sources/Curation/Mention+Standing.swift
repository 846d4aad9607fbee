extension Mention {
    /// What the mention stands as: who acts, whose something is, what only qualifies a noun, where something is.
    func standing(in lexicon: LexiconTables) -> String {
        if person >= 0 { return isPossessive ? "person-of" : "person" }
        if office >= 0 {
            switch lexicon.offices[Int(office)].rank {
            case .leader, .minister, .envoy: return "office"
            case .official: return "official"
            case .body: return "body"
            case .military: return "forces"
            case .lawmaker: return "lawmaker"
            }
        }
        guard entity >= 0 else { return "name" }
        switch lexicon.entities[Int(entity)].kind {
        case .organisation: return isStrong ? "organisation" : "adjective"
        case .movement: return "movement"
        case .place: return "place"
        case .other: return "name"
        case .adjective: return "adjective"
        case .person: return "person"
        case .country, .capital, .government:
            if isPlace { return "place" }
            return isPossessive ? "state-of" : isStrong ? "state" : "adjective"
        }
    }
}
