public import Notation

/// How the lexicon disagrees with a text about who holds an office.
public enum OfficeContradiction: Hashable, Sendable {
    /// The text calls the person what the lexicon has never known him or her as; with the office that it knows.
    case anotherOffice(known: String)
    /// The text gives the office to a person whom the lexicon does not have; with the holders that it has.
    case anotherHolder(known: [String])
    /// The lexicon knows no holder of the office on that day.
    case noHolder
}

extension Lexicon {
    /// Holds a person of an article against the lexicon.
    ///
    /// - Parameters:
    ///   - person: as the text has it.
    ///   - day: when the article was published; nil when unknown, for today's holders.
    /// - Returns: how they disagree; nil when they do not, or when the office is not one that one person holds.
    public func contradiction(of person: Person, on day: CalendarDate?) -> OfficeContradiction? {
        guard let kind = OfficeKind(person.office), OfficeKind.isOfOne(person.office), !person.country.isEmpty else {
            return nil
        }
        let written = day?.description ?? ""
        if !person.id.isEmpty {
            guard let number = tables.identifiers[person.id] else { return nil }
            let known = tables.entities[Int(number)]
            return known.isKnown(as: person.office) ? nil : .anotherOffice(known: known.standing(on: written).office)
        }
        // A name alone ("President Costa") says too little to contradict.
        guard person.name.contains(" ") else { return nil }
        var holders: [String] = []
        var titles: Set<String> = []
        for entity in tables.entities {
            for term in entity.terms where term.country == person.country && OfficeKind(term.role) == kind {
                titles.insert(term.role)
                if term.holds(on: written) { holders.append(entity.name) }
            }
        }
        // A secretary of state is a foreign minister in Washington and a deputy in Oslo.
        if person.office == "secretary of state", !titles.contains(person.office) { return nil }
        if holders.isEmpty { return .noHolder }
        let words = Set(TextFolding.folded(person.name).split(separator: " "))
        let isOneOfThem = holders.contains { !words.isDisjoint(with: TextFolding.folded($0).split(separator: " ")) }
        return isOneOfThem ? nil : .anotherHolder(known: holders.sorted())
    }
}
