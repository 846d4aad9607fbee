/// PLOVER's scores and CAMEO's codes of our types and modes, and the phase of meetings and deals (product.md's tables).
enum EventScale {
    /// Returns the conflict–cooperation score of an act that occurred.
    static func score(_ type: EventType, mode: String) -> Double? {
        switch type {
        case .agree: mode == "ceasefire" ? 2.5 : 2.5
        case .consult:
            switch mode {
            case "visit", "multilateral": 4
            case "call": 1.5
            case "third_place": 1
            default: 2.5
            }
        case .support: 5
        case .concede: 4.5
        case .cooperate: 9.5
        case .aid: 10
        case .retreat: mode == "ceasefire" ? 7.5 : 6.5
        case .request: 0
        case .accuse: -3
        case .reject: -2
        case .threaten: -3.5
        case .sanction: -6
        case .mobilize: -5.5
        case .coerce: -7
        case .assault: -9
        case .statement: nil
        }
    }

    /// Returns the CAMEO codes of an act.
    static func cameo(_ type: EventType, mode: String, modality: Modality) -> [String] {
        let code: String? =
            switch (type, mode) {
            case (.consult, _) where modality == .future || modality == .hypothetical: "036"
            case (.consult, "call"): "041"
            case (.consult, "visit"): "042"
            case (.consult, "third_place"): "044"
            case (.consult, "mediation"): "045"
            case (.consult, "negotiation"): "046"
            case (.agree, "deal"), (.agree, "treaty"): "057"
            case (.accuse, "protest"): "114"
            case (.reject, "veto"): "129"
            case (.threaten, "sanctions"): "1312"
            case (.threaten, "force"): "138"
            case (.threaten, "ultimatum"): "139"
            case (.sanction, "breach"): "161"
            case (.sanction, "sanctions"): "163"
            case (.sanction, "expulsion"): "166"
            default: nil
            }
        return code.map { ["CAMEO:" + $0] } ?? []
    }

    /// Returns how far a meeting, talks or a deal have come.
    static func phase(_ type: EventType, mode: String, modality: Modality, lemma: String) -> Phase? {
        guard type == .consult || type == .agree else { return nil }
        switch modality {
        case .hypothetical: return .proposed
        case .negated: return .failed
        case .future: return ["schedule", "set", "arrange"].contains(lemma) ? .scheduled : .announced
        case .occurred:
            return ["begin", "start", "continue", "resume", "negotiate"].contains(lemma) ? .underWay : .held
        }
    }
}
