/// Offices, and the persons and states they stand with.
extension MentionFinder {
    func office(at index: Int) -> (office: Int32, length: Int)? {
        guard index < reading.tokens.count, reading.tokens[index].word >= 0 else { return nil }
        guard let match = lexicon.officePhrases.longestMatch(in: reading.tokens, at: index),
            let office = lexicon.officePhrases.entries(at: match.node).first
        else { return nil }
        return (office, match.length)
    }

    /// Extends a state or body by the office, and the person, that follow: "Iran's foreign minister Abbas Araghchi".
    mutating func withOffice(_ mention: Mention, in sentence: Sentence) -> Mention {
        var mention = mention
        var index = mention.last + 1
        let end = sentence.tokens.upperBound
        if index < end, reading.tokens[index].isPossessive { index += 1 }
        var skipped = 0
        while index < end, skipped <= 3 {
            let token = reading.tokens[index]
            guard token.kind == .word else { break }
            if skipped == 0, reading.mentionAt[index] < 0, let (other, _) = alias(at: index),
                lexicon.entities[Int(lexicon.aliases[Int(other)].entity)].kind == .person
            {
                break
            }
            if let (office, length) = office(at: index) {
                let isVerb = !reading.verbs[index].isEmpty && length == 1 && lexicon.offices[Int(office)].rank == .body
                if isVerb { break }
                mention.office = office
                mention.isStrong = true
                mention.last = index + length - 1
                mention.isPossessive = isPossessive(after: mention.last)
                extendByFurtherOffice(&mention, in: sentence)
                attachPerson(&mention, in: sentence)
                return mention
            }
            let cue = reading.cues[index]
            // "Libya's internationally recognised government".
            let isParticiple =
                mention.isPossessive && reading.forms[index].contains(.participle) && office(at: index + 1) != nil
            // "France Sends Navy": in a headline's capitals a verb looks like a name.
            let isVerb = reading.isTitle && reading.forms[index].contains(.third) && reading.nouns[index] < 0
            guard !isVerb, cue.isEmpty || token.word == lexicon.words.new,
                reading.verbs[index].isEmpty || token.shape == .capital || isParticiple, reading.nouns[index] < 0,
                alias(at: index) == nil
            else { break }
            skipped += 1
            index += 1
        }
        return mention
    }

    /// "Foreign Ministry spokesman", "government officials", "president and foreign minister".
    private mutating func extendByFurtherOffice(_ mention: inout Mention, in sentence: Sentence) {
        var rounds = 0
        while rounds < 3, mention.last + 1 < sentence.tokens.upperBound,
            let (office, length) = office(at: mention.last + 1),
            reading.verbs[mention.last + 1].isEmpty
        {
            mention.office = office
            mention.last += length
            rounds += 1
        }
        mention.isPossessive = isPossessive(after: mention.last)
    }

    private mutating func attachPerson(_ mention: inout Mention, in sentence: Sentence) {
        var first = mention.last + 1
        let end = sentence.tokens.upperBound
        if first < end, reading.tokens[first].kind == .comma { first += 1 }
        guard first < end, reading.tokens[first].kind == .word, reading.tokens[first].shape != .lower else { return }
        let hasComma = first > mention.last + 1
        let office = mention.office >= 0 ? officeName(mention) : ""
        if let (aliasIndex, length) = alias(at: first) {
            let number = lexicon.aliases[Int(aliasIndex)].entity
            let entity = lexicon.entities[Int(number)]
            guard entity.kind == .person else { return }
            let last = first + length - 1
            mention.person = register.add(
                entity: number, entity, written: reading.text(first..<(last + 1)), surname: reading.tokens[last].hash,
                office: hasComma ? "" : office)
            mention.last = last
            mention.isPossessive = isPossessive(after: last)
            return
        }
        guard !hasComma, let rank = officeRank(mention), rank != .body, rank != .military else { return }
        guard let last = lastOfName(first, end) else { return }
        mention.person = addUnknown(first, last, office: office, country: mention.code)
        mention.last = last
        mention.isPossessive = isPossessive(after: last)
    }

    private func officeRank(_ mention: Mention) -> Office.Rank? {
        mention.office >= 0 ? lexicon.offices[Int(mention.office)].rank : nil
    }

    private func officeName(_ mention: Mention) -> String {
        mention.office >= 0 ? lexicon.offices[Int(mention.office)].name : ""
    }

    /// "Foreign Minister Jose Albares", "the president of Iran", "officials from the United States".
    mutating func officeFirst(_ office: (office: Int32, length: Int), at index: Int, in sentence: Sentence)
        -> Mention?
    {
        let end = sentence.tokens.upperBound
        let rank = lexicon.offices[Int(office.office)].rank
        guard reading.verbs[index].isEmpty || office.length > 1 || rank != .body else { return nil }
        var mention = make(index, index + office.length - 1, code: "", office: office.office, in: sentence)
        let next = index + office.length
        let links =
            rank == .military || rank == .body
            ? [lexicon.words.of] : [lexicon.words.of, lexicon.words.from, lexicon.words.for]
        if next < end, links.contains(reading.tokens[next].word) {
            var place = next + 1
            if place < end, reading.tokens[place].word == lexicon.words.the { place += 1 }
            if place < end, let (aliasIndex, length) = alias(at: place) {
                let number = lexicon.aliases[Int(aliasIndex)].entity
                let entity = lexicon.entities[Int(number)]
                if !entity.country.isEmpty, entity.kind != .person, entity.kind != .place, entity.kind != .adjective {
                    mention.last = place + length - 1
                    mention.code = entity.country
                    mention.entity = number
                    mention.isStrong = true
                    mention.isPossessive = isPossessive(after: mention.last)
                    return mention
                }
            }
        }
        guard rank != .body, rank != .military, reading.tokens[index].shape == .capital || !reading.isTitle else {
            return nil
        }
        mention.code = homeCountry
        attachPerson(&mention, in: sentence)
        guard mention.person >= 0 else { return nil }
        if let country = country(after: mention.last, end), !register.isKnown(mention.person) {
            register.setCountry(mention.person, country)
        }
        mention.code = register.records[mention.person].person.country
        mention.isStrong = true
        return mention
    }

    /// "President Rosa Quispe of Peru": the state that stands behind a name.
    private func country(after last: Int, _ end: Int) -> String? {
        var place = last + 2
        guard place < end, reading.tokens[last + 1].word == lexicon.words.of else { return nil }
        if reading.tokens[place].word == lexicon.words.the { place += 1 }
        guard place < end, let (number, _) = alias(at: place) else { return nil }
        let entity = lexicon.entities[Int(lexicon.aliases[Int(number)].entity)]
        return entity.kind == .country && !entity.country.isEmpty ? entity.country : nil
    }

    /// "Sibiga Name, the foreign minister of X" and "Name, Iran's deputy foreign minister".
    mutating func apposition(at index: Int, in sentence: Sentence) -> Mention? {
        let end = sentence.tokens.upperBound
        guard !reading.isTitle, reading.tokens[index].shape == .capital, reading.tokens[index].word < 0,
            let last = lastOfName(index, end), last > index, last + 2 < end, reading.tokens[last + 1].kind == .comma
        else { return nil }
        var place = last + 2
        if reading.cues[place].contains(.determiner) { place += 1 }
        guard place < end, reading.tokens[place].kind == .word else { return nil }
        var country = ""
        if let (aliasIndex, length) = alias(at: place) {
            let entity = lexicon.entities[Int(lexicon.aliases[Int(aliasIndex)].entity)]
            guard !entity.country.isEmpty, entity.kind != .person, entity.kind != .place else { return nil }
            country = entity.country
            place += length
            if place < end, reading.tokens[place].isPossessive { place += 1 }
        }
        for _ in 0..<3 where place < end {
            if let (office, length) = office(at: place) {
                let rank = lexicon.offices[Int(office)].rank
                guard rank != .body, rank != .military else { return nil }
                if country.isEmpty, place + length + 1 < end, reading.tokens[place + length].word == lexicon.words.of,
                    let (aliasIndex, _) = alias(at: place + length + 1)
                {
                    country = lexicon.entities[Int(lexicon.aliases[Int(aliasIndex)].entity)].country
                }
                let code = country.isEmpty ? homeCountry : country
                let person = addUnknown(index, last, office: lexicon.offices[Int(office)].name, country: code)
                return make(index, last, code: code, person: person, office: office, in: sentence)
            }
            guard reading.tokens[place].kind == .word, reading.cues[place].isEmpty else { return nil }
            place += 1
        }
        return nil
    }
}
