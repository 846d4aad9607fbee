extension Reason {
    /// The rule in words that a reader understands; the name itself for a rule that has none.
    public var words: String {
        if let known = Self.known[rule] { return known }
        let parts = rule.split(separator: "-")
        if parts.count == 3, parts[0] == "act", let type = EventType(rawValue: String(parts[1])) {
            return parts[2] == "both" ? "\(type.words) between two parties" : "\(type.words) by one party"
        }
        return Self.composed(rule) ?? String(rule.map { $0 == "-" ? " " : $0 })
    }

    /// The words of rules whose names are put together: a place, and what stands there.
    private static func composed(_ rule: String) -> String? {
        if rule.hasPrefix("topic-") {
            return "the topic " + rule.dropFirst(6).map { $0 == "-" ? " " : String($0) }.joined()
        }
        if rule.hasPrefix("opens-with-") {
            return openings[String(rule.dropFirst(11))].map { "an opening with \($0)" }
        }
        if rule.hasPrefix("mode-") { return "acts of this kind: " + rule.dropFirst(5).lowercased() }
        let place = rule.hasPrefix("title-") ? "in the headline" : rule.hasPrefix("lead-") ? "in the opening" : ""
        guard !place.isEmpty else { return nil }
        let parts = rule.split(separator: "-").dropFirst()
        if parts.count >= 4, parts.dropFirst().first == "by" {
            let doer = parts.dropFirst(2).dropLast().joined(separator: "-")
            return doers[doer].map { "an act of \($0) \(place)" }
        }
        return places[parts.joined(separator: "-")].map { "\($0) \(place)" }
    }

    private static let places = [
        "diplomacy": "a peaceful act between two parties", "joint-act": "a joint act of two parties",
        "silent": "no act",
        "attack": "an attack", "said": "what a party says of itself", "said-of-others": "what a party says of others",
    ]

    private static let doers = [
        "state": "a state or its officials", "states-unnamed": "states without a name", "owner": "something of a state",
        "adjective": "people or firms of a state", "nobody": "nobody named",
    ]

    private static let openings = [
        "state": "a state", "state-of": "something of a state", "person": "an official by name",
        "person-of": "something of an official", "office": "a leader, minister or envoy", "official": "an official",
        "body": "a government or its body", "organisation": "an organisation", "movement": "a movement",
        "forces": "armed forces", "lawmaker": "a lawmaker", "adjective": "a nationality", "place": "a place",
        "name": "another name", "others": "no state",
    ]

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
        "no-act": "no act in headline and opening",
        "no-title": "no headline",
        "officials": "officials of states",
        "reader": "what the learned reader says of headline and opening",
        "reader-word": "a word without which the learned reader would think otherwise",
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
