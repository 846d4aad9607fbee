internal import Curation

/// The title of a development: who, act, whom, object, condition, modality, in English.
enum DevelopmentTitle {
    /// Longer titles are cut at a word.
    static let limit = 120

    static func text(_ facts: DevelopmentFacts, evidence: Report) -> String {
        let object = objectWords(evidence, phrase: TitlePhrases.phrase(facts.type, mode: facts.mode))
        let (actors, recipients) = sides(facts)
        var words = Words(
            actors: names(actors, facts), recipients: names(recipients, facts), object: object,
            isPlural: actors.count > 1 || actors.contains { isMovement($0, in: evidence) }, modality: facts.modality)
        words.isReportedly = facts.status == .unconfirmed && facts.modality != .hypothetical
        if facts.status == .denied && facts.modality == .negated { words.modality = .future }
        var title =
            denial(facts, evidence, object: object) ?? told(facts, evidence, words) ?? sentence(facts, words)
        if takesVenue(facts), facts.venueAlternatives.isEmpty, facts.mode != "visit" || recipients.isEmpty,
            let place = facts.venue?.place, !place.isEmpty, !title.contains(place)
        {
            let venue = " in \(hasArticle(place) ? "the " : "")\(place)"
            if (title + venue).count <= limit { title += venue }
        }
        if !facts.mediators.isEmpty, facts.mediators != facts.actors {
            let mediators = names(facts.mediators, facts)
            let mediation = " with \(mediators) mediating"
            if (title + mediation).count <= limit, !title.contains(mediators) { title += mediation }
        }
        if facts.status == .denied, facts.mode != "denial", denial(facts, evidence, object: object) == nil {
            title = "Denied: \(title)"
        }
        if facts.status == .retracted { title = "Retracted: \(title)" }
        return shortened(title)
    }

    /// "the Strait of Hormuz", "the Red Sea", but "Geneva".
    private static func hasArticle(_ place: String) -> Bool {
        ["Strait of ", "Gulf of ", "Sea of "].contains { place.hasPrefix($0) }
            || [" Sea", " Strait", " Strip", " Islands", " Gulf", " Peninsula", " Canal", " Ocean"].contains {
                place.hasSuffix($0)
            }
    }

    /// Whether a code stands for a movement that is called by a plural ("Houthis").
    private static func isMovement(_ code: String, in report: Report) -> Bool {
        report.event.actorLabels[code]?.hasSuffix("s") == true
    }

    /// Who is told to act towards whom: mediators and hosts are no parties of equals.
    private static func sides(_ facts: DevelopmentFacts) -> (actors: [String], recipients: [String]) {
        let parties = facts.actors.filter { !facts.mediators.contains($0) }
        let actors = parties.isEmpty || !facts.recipients.isEmpty ? facts.actors : parties
        if facts.mode == "visit", facts.recipients.isEmpty, actors.count > 1, let host = facts.venue?.country,
            actors.contains(host)
        {
            return (actors.filter { $0 != host }, [host])
        }
        return (actors, facts.recipients)
    }

    /// "Iran denies talks with United States": a party's denial of an act done together; nil for other acts.
    private static func denial(_ facts: DevelopmentFacts, _ evidence: Report, object: String) -> String? {
        let nouns: [EventType: String] = [.consult: "talks", .agree: "an agreement", .cooperate: "cooperation"]
        guard facts.status == .denied, !facts.deniedBy.isEmpty, let noun = nouns[facts.type] else { return nil }
        let isPlural = facts.deniedBy.count > 1 || facts.deniedBy.contains { isMovement($0, in: evidence) }
        let verb = isPlural ? "deny" : "denies"
        let others = (facts.actors + facts.recipients).filter { !facts.deniedBy.contains($0) }
        let act = facts.mode == "visit" || facts.mode == "call" ? "a \(facts.mode)" : noun
        return "\(names(facts.deniedBy, facts)) \(verb) \(act)"
            + (others.isEmpty ? "" : " with \(names(others, facts))") + (object.isEmpty ? "" : " on \(object)")
    }

    /// The act in the words of the evidence, where these tell what all reports together say; nil otherwise.
    private static func told(_ facts: DevelopmentFacts, _ report: Report, _ words: Words) -> String? {
        let event = report.event
        let isEnglish = report.language.isEmpty || report.language.lowercased().hasPrefix("en")
        guard isEnglish, let predicate = event.predicate, event.type == facts.type, event.modality == words.modality,
            Set(event.actors) == Set(facts.actors), Set(event.recipients) == Set(facts.recipients)
        else { return nil }
        // Where sources disagree on the place, or a person put it right, no sentence has the last word.
        if let place = event.venue?.place, !place.isEmpty, predicate.rest.contains(place),
            place != facts.venue?.place || !facts.venueAlternatives.isEmpty
        {
            return nil
        }
        var words = words
        words.actors = names(predicate.actors, facts)
        words.isPlural = predicate.actors.count > 1 || predicate.actors.contains { isMovement($0, in: report) }
        var rest = predicate.rest
        if facts.type == .reject, !words.recipients.isEmpty, rest.hasPrefix("the "), !rest.contains(words.recipients) {
            rest = TitlePhrases.possessive(words.recipients) + rest.dropFirst(3)
        }
        let verb = predicate.verb.split(separator: " ", maxSplits: 1)
        let title = words.act(
            verb.first.map(String.init) ?? "",
            (verb.dropFirst().map(String.init) + [rest]).joined(separator: " "))
        return shortened(title)
    }

    /// The act by its kind, with the verb in the form that the modality asks for.
    private static func sentence(_ facts: DevelopmentFacts, _ words: Words) -> String {
        let refusesTalks = facts.type == .reject && facts.cameo.contains { $0 == "CAMEO:125" || $0 == "CAMEO:164" }
        let phrase = refusesTalks ? "reject talks[ with R][ on O]" : TitlePhrases.phrase(facts.type, mode: facts.mode)
        let filled = TitlePhrases.filled(phrase, recipients: words.recipients, object: words.object)
        let parts = filled.split(separator: " ", maxSplits: 1)
        return words.act(parts.first.map(String.init) ?? "act", parts.count > 1 ? String(parts[1]) : "")
    }

    /// Acts that have a place (the guidelines' E7.1).
    private static func takesVenue(_ facts: DevelopmentFacts) -> Bool {
        [.consult, .agree, .cooperate, .mobilize, .coerce, .retreat, .assault].contains(facts.type)
    }

    /// The object in the sentence's words, when they are English, short, and more than the phrase says already.
    private static func objectWords(_ report: Report, phrase: String) -> String {
        let object = report.event.object
        let isEnglish = report.language.isEmpty || report.language.lowercased().hasPrefix("en")
        guard isEnglish, !object.isEmpty, object.split(separator: " ").count <= 4 else { return "" }
        // A single noun ("tariffs", "delegation") is mostly what the phrase says in other words.
        let said = Set(FoldedWords.words(of: phrase))
        let words = FoldedWords.words(of: object)
        return words.count < 2 || words.contains(where: said.contains) ? "" : object
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
            if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
                return verb.dropLast() + "ies"
            }
            return verb + (["ch", "sh", "s", "x", "go", "do"].contains { verb.hasSuffix($0) } ? "es" : "s")
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
