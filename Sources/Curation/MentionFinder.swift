/// Finds who and what a reading names: states, bodies, persons with their offices, places.
struct MentionFinder {
    private var reading: Reading
    private var register: PersonRegister
    private let lexicon: Lexicon
    /// The state an office without one belongs to: that of the dateline or the title.
    private let homeCountry: String

    /// Returns the reading with its mentions, and the register with the persons found.
    static func find(in reading: Reading, register: inout PersonRegister, home: String) -> Reading {
        var finder = MentionFinder(reading: reading, register: register, home: home)
        finder.run()
        register = finder.register
        return finder.reading
    }

    private init(reading: Reading, register: PersonRegister, home: String) {
        self.reading = reading
        self.register = register
        lexicon = reading.lexicon
        homeCountry = home
    }

    private mutating func run() {
        for sentence in reading.sentences {
            var index = sentence.bodyStart
            let end = sentence.tokens.upperBound
            while index < end {
                guard reading.tokens[index].kind == .word else {
                    index += 1
                    continue
                }
                if let mention = mention(at: index, in: sentence) {
                    for token in mention.first...mention.last { reading.mentionAt[token] = reading.mentions.count }
                    reading.mentions.append(mention)
                    index = mention.last + 1
                } else {
                    index += 1
                }
            }
        }
    }

    private mutating func mention(at index: Int, in sentence: Sentence) -> Mention? {
        if let (alias, length) = alias(at: index) {
            return named(alias, index..<(index + length), in: sentence)
        }
        if let office = office(at: index), let mention = officeFirst(office, at: index, in: sentence) { return mention }
        let token = reading.tokens[index]
        if token.shape == .capital || token.shape == .uncased, let person = register.person(surname: token.hash),
            !isOtherPerson(before: index, in: sentence)
        {
            register.note(person, written: reading.text(index..<(index + 1)))
            return make(index, index, code: register.records[person].person.country, person: person, in: sentence)
        }
        return apposition(at: index, in: sentence)
    }

    // MARK: Names of the lexicon

    /// The alias whose name starts here and that case and language allow.
    private func alias(at index: Int) -> (alias: Int32, length: Int)? {
        let token = reading.tokens[index]
        guard token.word >= 0, token.shape != .lower || token.isJoined else { return nil }
        var chosen: (Int32, Int)?
        let match = lexicon.entityPhrases.longestMatch(in: reading.tokens, at: index) { node, length in
            for alias in lexicon.entityPhrases.entries(at: node) where accepts(lexicon.aliases[Int(alias)], index, length) {
                chosen = (alias, length)
                return true
            }
            return false
        }
        return match == nil ? nil : chosen
    }

    private func accepts(_ alias: Alias, _ index: Int, _ length: Int) -> Bool {
        guard alias.language.isEmpty || alias.language == reading.language else { return false }
        let token = reading.tokens[index]
        switch alias.needs {
        case .any: break
        case .capital: guard token.shape != .lower else { return false }
        case .upper: guard token.shape == .upper else { return false }
        }
        let entity = lexicon.entities[Int(alias.entity)]
        if alias.isWeak {
            guard register.contains(entity: alias.entity) || officeBefore(index) else { return false }
        }
        if length == 1, entity.kind == .person, isFirstNameBefore(index) { return false }
        return true
    }

    /// Whether an unknown capitalised word stands before a lone surname ("Melania Trump").
    private func isFirstNameBefore(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = reading.tokens[index - 1]
        guard before.kind == .word, before.shape == .capital, before.word < 0, !before.isPossessive, !reading.isTitle,
            before.end + 1 == reading.tokens[index].start, reading.mentionAt[index - 1] < 0
        else { return false }
        return true
    }

    private func officeBefore(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        for length in 1...3 where index - length >= 0 {
            if let match = lexicon.officePhrases.longestMatch(in: reading.tokens, at: index - length), match.length == length {
                return true
            }
        }
        return false
    }

    private func isOtherPerson(before index: Int, in sentence: Sentence) -> Bool {
        index > sentence.tokens.lowerBound && isFirstNameBefore(index)
    }

    private mutating func named(_ aliasIndex: Int32, _ range: Range<Int>, in sentence: Sentence) -> Mention? {
        let alias = lexicon.aliases[Int(aliasIndex)]
        let entity = lexicon.entities[Int(alias.entity)]
        let last = range.upperBound - 1
        switch entity.kind {
        case .person:
            let person = register.add(
                entity: alias.entity, entity, written: reading.text(range), surname: reading.tokens[last].hash, office: "")
            return make(range.lowerBound, last, code: entity.country, entity: alias.entity, person: person, in: sentence)
        case .place:
            var mention = make(range.lowerBound, last, code: entity.country, entity: alias.entity, in: sentence)
            mention.isPlace = true
            mention.isStrong = false
            return mention
        case .organisation, .movement:
            var mention = withOffice(make(range.lowerBound, last, code: entity.country, entity: alias.entity, in: sentence), in: sentence)
            mention.isStrong = mention.isStrong && !isModifier(mention)
            return mention
        case .other:
            var mention = make(range.lowerBound, last, code: "", in: sentence)
            mention.isStrong = false
            return mention
        case .country, .adjective, .capital, .government:
            return state(entity, alias.entity, range.lowerBound, last, in: sentence)
        }
    }

    private mutating func state(_ entity: Entity, _ number: Int32, _ first: Int, _ last: Int, in sentence: Sentence) -> Mention? {
        var mention = make(first, last, code: entity.country, entity: number, in: sentence)
        if entity.kind == .capital {
            let isSpatial = [lexicon.words.in, lexicon.words.at, lexicon.words.near, lexicon.words.from, lexicon.words.into]
                .contains(mention.preposition)
            if isSpatial { mention.isPlace = true }
        }
        mention = withOffice(mention, in: sentence)
        if mention.office >= 0 || mention.person >= 0 {
            mention.isPlace = false
            return mention
        }
        if entity.kind == .adjective { mention.isStrong = false } else if isModifier(mention) { mention.isStrong = false }
        if mention.isPlace { mention.isStrong = false }
        return mention
    }

    /// Whether a name only qualifies the noun after it ("US sanctions", "Gaza conflict").
    private func isModifier(_ mention: Mention) -> Bool {
        let next = mention.last + 1
        if mention.isPossessive { return true }
        guard next < reading.tokens.count else { return false }
        let token = reading.tokens[next]
        guard token.kind == .word else { return false }
        if token.isJoined { return true }
        if reading.nouns[next] >= 0 && !isVerbAfterName(next) { return true }
        if token.word < 0, token.shape == .lower, !reading.isTitle { return !looksLikeVerb(token) }
        return false
    }

    private func isVerbAfterName(_ index: Int) -> Bool {
        guard !reading.verbs[index].isEmpty else { return false }
        return !reading.forms[index].isDisjoint(with: [.past, .third]) || reading.isTitle
    }

    private func looksLikeVerb(_ token: Token) -> Bool {
        guard token.end > token.start + 3 else { return true }
        let bytes = reading.bytes
        let last = bytes[Int(token.end) - 1]
        if last == 0x73 { return bytes[Int(token.end) - 2] != 0x73 }
        if bytes[Int(token.end) - 2] == 0x6C, last == 0x79 { return true }
        return last == 0x64 && bytes[Int(token.end) - 2] == 0x65
    }

    // MARK: Offices

    private func office(at index: Int) -> (office: Int32, length: Int)? {
        guard index < reading.tokens.count, reading.tokens[index].word >= 0 else { return nil }
        guard let match = lexicon.officePhrases.longestMatch(in: reading.tokens, at: index),
            let office = lexicon.officePhrases.entries(at: match.node).first
        else { return nil }
        return (office, match.length)
    }

    /// Extends a state or body by the office, and the person, that follow: "Iran's foreign minister Abbas Araghchi".
    private mutating func withOffice(_ mention: Mention, in sentence: Sentence) -> Mention {
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
            guard cue.isEmpty, reading.verbs[index].isEmpty || token.shape == .capital, reading.nouns[index] < 0, alias(at: index) == nil
            else { break }
            skipped += 1
            index += 1
        }
        return mention
    }

    /// "Foreign Ministry spokesman", "government officials", "president and foreign minister".
    private mutating func extendByFurtherOffice(_ mention: inout Mention, in sentence: Sentence) {
        var rounds = 0
        while rounds < 3, mention.last + 1 < sentence.tokens.upperBound, let (office, length) = office(at: mention.last + 1),
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
                entity: number, entity, written: reading.text(first..<(last + 1)), surname: reading.tokens[last].hash, office: "")
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
    private mutating func officeFirst(_ office: (office: Int32, length: Int), at index: Int, in sentence: Sentence) -> Mention? {
        let end = sentence.tokens.upperBound
        let rank = lexicon.offices[Int(office.office)].rank
        guard reading.verbs[index].isEmpty || office.length > 1 || rank != .body else { return nil }
        var mention = make(index, index + office.length - 1, code: "", office: office.office, in: sentence)
        let next = index + office.length
        let links = rank == .military || rank == .body ? [lexicon.words.of] : [lexicon.words.of, lexicon.words.from, lexicon.words.for]
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
        guard rank != .body, rank != .military, reading.tokens[index].shape == .capital || !reading.isTitle else { return nil }
        mention.code = homeCountry
        attachPerson(&mention, in: sentence)
        guard mention.person >= 0 else { return nil }
        mention.code = register.records[mention.person].person.country
        mention.isStrong = true
        return mention
    }

    /// "Sibiga Name, the foreign minister of X" and "Name, Iran's deputy foreign minister".
    private mutating func apposition(at index: Int, in sentence: Sentence) -> Mention? {
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

    // MARK: Unknown names

    /// The last token of a name of capitalised words that starts here; nil when it is no name.
    private func lastOfName(_ first: Int, _ end: Int) -> Int? {
        var index = first
        var last = -1
        while index < end, index - first < 6 {
            let token = reading.tokens[index]
            guard token.kind == .word, !token.isPossessive else { break }
            let isParticle = lexicon.words.particles.contains(token.word) && index + 1 < end && reading.tokens[index + 1].shape == .capital
            if token.shape == .capital, reading.cues[index].isEmpty, reading.verbs[index].isEmpty || index > first {
                if token.word >= 0, let (aliasIndex, _) = alias(at: index) {
                    let kind = lexicon.entities[Int(lexicon.aliases[Int(aliasIndex)].entity)].kind
                    if kind != .person { break }
                }
                last = index
            } else if !(isParticle && index > first || isParticle && token.shape == .lower) {
                break
            }
            index += 1
        }
        return last >= 0 ? last : nil
    }

    private mutating func addUnknown(_ first: Int, _ last: Int, office: String, country: String) -> Int {
        let name = reading.text(first..<(last + 1))
        var surname = reading.tokens[last].hash
        if last > first, reading.tokens[last].end - reading.tokens[last].start <= 2 { surname = reading.tokens[last - 1].hash }
        let names = Set((first...last).map { reading.tokens[$0].hash })
        return register.add(name: name, written: name, surname: surname, names: names, office: office, country: country)
    }

    // MARK: Making

    private func isPossessive(after last: Int) -> Bool {
        let next = last + 1
        guard next < reading.tokens.count else { return false }
        if reading.tokens[next].isPossessive { return true }
        let end = Int(reading.tokens[last].end)
        guard end < reading.bytes.count, reading.bytes[end - 1] == 0x73 else { return false }
        if reading.bytes[end] == 0x27 { return true }
        return end + 2 < reading.bytes.count && reading.bytes[end] == 0xE2 && reading.bytes[end + 1] == 0x80 && reading.bytes[end + 2] == 0x99
    }

    private func make(
        _ first: Int, _ last: Int, code: String, entity: Int32 = -1, person: Int = -1, office: Int32 = -1, in sentence: Sentence
    ) -> Mention {
        var governed: Cue = []
        var preposition: Int32 = -1
        var place = first - 1
        var skipped = 0
        while place >= sentence.bodyStart, skipped <= 3 {
            let token = reading.tokens[place]
            guard token.kind == .word || token.kind == .number else { break }
            let cue = reading.cues[place]
            if !cue.isDisjoint(with: .governing) {
                governed = cue.intersection(.governing)
                preposition = token.word
                break
            }
            let isDeterminer = cue.contains(.determiner)
            let isAdjective = cue.isEmpty && reading.verbs[place].isEmpty && reading.nouns[place] < 0 && reading.mentionAt[place] < 0
            guard isDeterminer || isAdjective && token.shape == .lower && reading.lengths[place] == 1 else { break }
            if isAdjective, place > 0, isLikelyNoun(place) { break }
            skipped += 1
            place -= 1
        }
        return Mention(
            first: first, last: last, code: code, isStrong: true, isPlace: false, isPossessive: isPossessive(after: last),
            governed: governed, preposition: preposition, entity: entity, person: person, office: office)
    }

    /// A word between a preposition and a name that is rather the preposition's own noun ("in December Iran ...").
    private func isLikelyNoun(_ index: Int) -> Bool { reading.tokens[index].shape != .lower }
}
