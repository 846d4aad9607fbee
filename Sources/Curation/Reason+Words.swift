extension Reason {
    /// The rule in words that a reader understands; the name itself for a rule that has none.
    public var words: String {
        if let known = Self.known[rule] { return known }
        let parts = rule.split(separator: "-")
        if parts.count == 3, parts[0] == "act", let type = EventType(rawValue: String(parts[1])) {
            return parts[2] == "both" ? "\(type.words) between two parties" : "\(type.words) by one party"
        }
        return String(rule.map { $0 == "-" ? " " : $0 })
    }

    private static let known = [
        "actors-2": "two or more states or organisations",
        "act-clear": "how plainly the act is told",
        "acts-later": "acts further down",
        "act-battlefield": "an attack, and no more",
        "act-explained": "an explainer",
        "act-in-passing": "the act is told in passing",
        "act-missing": "no act is told",
        "act-one-sided": "only one party is named",
        "countries-0": "no country",
        "countries-1": "one country",
        "countries-2": "two or more countries",
        "countries-title": "countries in the headline",
        "desk-rule-drop": "desk rule",
        "desk-rule-keep": "desk rule",
        "desk-rule-tag": "desk rule",
        "igo": "an international organisation",
        "language-unmeasured": "a language whose decisions are not measured",
        "lead-act-both": "an act between two parties in the opening",
        "lead-act-noun": "an act named in the opening",
        "lead-act-one": "an act of one party in the opening",
        "lead-act-subordinate": "an act mentioned in the opening",
        "no-title": "no headline",
        "officials": "officials of states",
        "title": "having a headline at all",
        "title-act-both": "an act between two parties in the headline",
        "title-act-noun": "an act named in the headline",
        "title-act-one": "an act of one party in the headline",
        "title-act-subordinate": "an act mentioned in the headline",
        "title-asks": "a headline that asks",
        "usa-alone": "the United States alone",
        "veto-business": "words of business",
        "veto-court": "words of the courts",
        "veto-culture": "words of culture",
        "veto-disaster": "words of disasters",
        "veto-domestic": "words of domestic politics",
        "veto-format": "the form of the piece",
        "veto-society": "words of society news",
        "veto-sport": "words of sport",
        "veto-war": "words of the battlefield",
        "words": "its words taken together",
    ]
}

extension EventType {
    /// The kind of act in words that a reader understands.
    fileprivate var words: String {
        switch self {
        case .agree: "an agreement"
        case .consult: "talks, a visit or a call"
        case .support: "support"
        case .cooperate: "cooperation"
        case .aid: "aid"
        case .concede: "a concession"
        case .retreat: "a withdrawal or truce"
        case .request: "a demand, appeal or offer"
        case .accuse: "blame"
        case .reject: "a refusal"
        case .threaten: "a threat"
        case .sanction: "a sanction or break"
        case .coerce: "coercion"
        case .mobilize: "a show of force"
        case .assault: "an attack"
        case .statement: "a position"
        }
    }
}
