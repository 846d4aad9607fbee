internal import Curation

/// The title of a development: who, act, whom, object, condition, modality, in English.
enum DevelopmentTitle {
    /// Longer titles are cut at a word.
    static let limit = 120

    static func text(_ facts: DevelopmentFacts, evidence: Report) -> String {
        let object = objectWords(evidence)
        var words = Words(
            actors: names(facts.actors, facts), recipients: names(facts.recipients, facts), object: object,
            isPlural: facts.actors.count > 1, modality: facts.modality)
        words.isReportedly = facts.status == .unconfirmed && facts.modality != .hypothetical
        if facts.status == .denied && facts.modality == .negated { words.modality = .future }
        var title = denial(facts, object: object) ?? sentence(facts, words)
        if takesVenue(facts), facts.venueAlternatives.isEmpty, let place = facts.venue?.place, !place.isEmpty {
            title += " in \(place)"
        }
        if !facts.mediators.isEmpty, facts.mediators != facts.actors {
            let mediation = " with \(names(facts.mediators, facts)) mediating"
            if (title + mediation).count <= limit { title += mediation }
        }
        if facts.status == .denied, denial(facts, object: object) == nil { title = "Denied: \(title)" }
        if facts.status == .retracted { title = "Retracted: \(title)" }
        return shortened(title)
    }

    /// "Iran denies talks with United States": a party's denial of an act done together; nil for other acts.
    private static func denial(_ facts: DevelopmentFacts, object: String) -> String? {
        let nouns: [EventType: String] = [.consult: "talks", .agree: "an agreement", .cooperate: "cooperation"]
        guard facts.status == .denied, !facts.deniedBy.isEmpty, let noun = nouns[facts.type] else { return nil }
        let verb = facts.deniedBy.count > 1 ? "deny" : "denies"
        let others = (facts.actors + facts.recipients).filter { !facts.deniedBy.contains($0) }
        let act = facts.mode == "visit" || facts.mode == "call" ? "a \(facts.mode)" : noun
        return "\(names(facts.deniedBy, facts)) \(verb) \(act)"
            + (others.isEmpty ? "" : " with \(names(others, facts))") + (object.isEmpty ? "" : " on \(object)")
    }

    /// The act by its type, with the verb in the form that the modality asks for.
    private static func sentence(_ facts: DevelopmentFacts, _ words: Words) -> String {
        let about = words.object.isEmpty ? "" : " on \(words.object)"
        switch facts.type {
        case .consult:
            switch facts.mode {
            case "call" where !words.recipients.isEmpty: return words.act("call", words.recipients + about)
            case "call": return words.act("speak", "by phone" + about)
            case "visit" where !words.recipients.isEmpty: return words.act("visit", words.recipients + about)
            case "mediation": return words.act("mediate", words.between(words.recipients) + about)
            default:
                let partner = words.recipients.isEmpty ? "" : " with \(words.recipients)"
                return words.act("hold", "talks" + partner + about)
            }
        case .agree:
            let partner = words.recipients.isEmpty ? "" : " with \(words.recipients)"
            return words.act(
                words.object.isEmpty ? "reach" : "agree",
                (words.object.isEmpty ? "an agreement" : "on \(words.object)") + partner)
        case .cooperate: return words.act("cooperate", words.with + about)
        case .support: return words.act("support", words.towards)
        case .aid: return words.act("give", "aid" + (words.recipients.isEmpty ? "" : " to \(words.recipients)") + about)
        case .concede:
            return words.act(
                "make", "a concession" + (words.recipients.isEmpty ? "" : " to \(words.recipients)") + about)
        case .retreat:
            return words.act("pull back", words.recipients.isEmpty ? about : "from \(words.recipients)\(about)")
        case .request:
            return words.act(
                words.recipients.isEmpty ? "make" : "urge",
                (words.recipients.isEmpty ? "a request" : words.recipients) + about)
        case .accuse: return words.act("criticise", words.towards)
        case .reject:
            let isTalks = facts.cameo.contains { $0.hasPrefix("CAMEO:125") || $0.hasPrefix("CAMEO:164") }
            if isTalks {
                return words.act(
                    "reject", "talks" + (words.recipients.isEmpty ? "" : " with \(words.recipients)") + about)
            }
            return words.act(
                "reject", words.recipients.isEmpty ? words.thing("a demand") : "\(words.recipients)'s position" + about)
        case .threaten: return words.act("threaten", words.towards)
        case .sanction: return words.act("sanction", words.towards)
        case .coerce:
            return words.act("put", "pressure" + (words.recipients.isEmpty ? "" : " on \(words.recipients)") + about)
        case .mobilize:
            return words.act(
                "move", "forces" + (words.recipients.isEmpty ? "" : " as a signal to \(words.recipients)") + about)
        case .assault: return words.act("attack", words.towards)
        case .statement:
            return words.act(
                "state", "a position" + (words.recipients.isEmpty ? "" : " towards \(words.recipients)") + about)
        }
    }

    /// Acts that have a place (the guidelines' E7.1).
    private static func takesVenue(_ facts: DevelopmentFacts) -> Bool {
        [.consult, .agree, .cooperate, .mobilize, .coerce, .retreat, .assault].contains(facts.type)
    }

    /// The object in the sentence's words, when they are English and short enough for a title.
    private static func objectWords(_ report: Report) -> String {
        let object = report.event.object
        let isEnglish = report.language.isEmpty || report.language.lowercased().hasPrefix("en")
        return isEnglish && object.utf8.count <= 60 ? object : ""
    }

    private static func names(_ codes: [String], _ facts: DevelopmentFacts) -> String {
        let names = codes.map { facts.partyLabels[$0] ?? $0 }
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        if names.count > 4 { return "\(names.prefix(3).joined(separator: ", ")) and \(names.count - 3) others" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func shortened(_ title: String) -> String {
        guard title.count > limit else { return title }
        let head = title.prefix(limit - 1)
        let end = head.lastIndex(of: " ") ?? head.endIndex
        return head[..<end].trimmingSuffix { $0 == "," || $0 == " " } + "…"
    }

    /// The words of a title before they are put together.
    private struct Words {
        var actors: String
        var recipients: String
        var object: String
        var isPlural: Bool
        var modality: Modality
        var isReportedly = false

        var with: String { recipients.isEmpty ? "" : "with \(recipients)" }
        var towards: String {
            recipients.isEmpty ? thing("another party") : recipients + (object.isEmpty ? "" : " over \(object)")
        }

        func thing(_ otherwise: String) -> String { object.isEmpty ? otherwise : object }

        func between(_ parties: String) -> String { parties.isEmpty ? "" : "between \(parties)" }

        /// "A holds talks", "A and B hold talks", "A to hold talks", "A may hold talks", "A does not hold talks".
        func act(_ verb: String, _ rest: String) -> String {
            let who = actors.isEmpty ? "Unnamed party" : actors
            let reportedly = isReportedly ? "reportedly " : ""
            let form: String =
                switch modality {
                case .occurred: reportedly + (isPlural ? verb : Self.thirdPerson(verb))
                case .future: isReportedly ? "reportedly to \(verb)" : "to \(verb)"
                case .hypothetical: "may \(verb)"
                case .negated: "\(reportedly)\(isPlural ? "do" : "does") not \(verb)"
                }
            return [who, form, rest].filter { !$0.isEmpty }.joined(separator: " ").replacingDoubleSpaces
        }

        private static func thirdPerson(_ verb: String) -> String {
            let words = verb.split(separator: " ", maxSplits: 1)
            guard let first = words.first else { return verb }
            let ending = ["ch", "sh", "s", "x"].contains { first.hasSuffix($0) } ? "es" : "s"
            return ([first + ending] + words.dropFirst().map(String.init)).joined(separator: " ")
        }
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var end = endIndex
        while end > startIndex, isTrimmed(self[index(before: end)]) { end = index(before: end) }
        return String(self[..<end])
    }

    fileprivate var replacingDoubleSpaces: String { split(separator: " ").joined(separator: " ") }
}
