/// Finds who and what a reading names: states, bodies, persons with their offices, places.
struct MentionFinder {
    var reading: Reading
    var register: PersonRegister
    let lexicon: LexiconTables
    /// The state an office without one belongs to: that of the dateline or the title.
    let homeCountry: String

    /// Returns the reading with its mentions, and the register with the persons found.
    static func find(in reading: Reading, register: inout PersonRegister, home: String) -> Reading {
        var finder = MentionFinder(reading: reading, register: register, home: home)
        finder.run()
        register = finder.register
        return finder.reading
    }

    init(reading: Reading, register: PersonRegister, home: String) {
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
                    for token in mention.first...mention.last {
                        reading.mentionAt[token] = reading.mentions.count
                        // "US" is no pronoun where it is a name.
                        reading.cues[token].subtract([.pronoun, .firstPerson])
                    }
                    reading.mentions.append(mention)
                    register.codes.insert(mention.code)
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
    func alias(at index: Int) -> (alias: Int32, length: Int)? {
        let token = reading.tokens[index]
        // Other languages write "français", "polnisch" small.
        let isEnglish = reading.language == "en" || reading.language.isEmpty
        guard token.word >= 0, token.shape != .lower || token.isJoined || !isEnglish else { return nil }
        var chosen: (Int32, Int)?
        let match = lexicon.entityPhrases.longestMatch(in: reading.tokens, at: index) { node, length in
            for alias in lexicon.entityPhrases.entries(at: node)
            where accepts(lexicon.aliases[Int(alias)], index, length) {
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
            let isKnown =
                entity.kind == .person
                ? register.contains(entity: alias.entity) || isOffice(before: index, of: entity)
                : isBeside(entity, index)
            guard isKnown else { return false }
        }
        if length == 1, entity.kind == .person, isFirstNameBefore(index) { return false }
        return true
    }

    /// "the South" is a state where the text has named its neighbour before: the role column's `beside PRK`.
    private func isBeside(_ entity: Entity, _ index: Int) -> Bool {
        guard reading.isTitle || index > 0 && reading.tokens[index - 1].word == lexicon.words.the else { return false }
        return entity.role.split(separator: " ").dropFirst().contains { register.codes.contains(String($0)) }
    }

    /// Whether an unknown capitalised word stands before a lone surname ("Melania Trump").
    private func isFirstNameBefore(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = reading.tokens[index - 1]
        guard before.kind == .word, before.shape == .capital,
            before.word < 0 && !lexicon.words.honorifics.contains(before.word), !before.isPossessive, !reading.isTitle,
            before.end + 1 == reading.tokens[index].start, reading.mentionAt[index - 1] < 0
        else { return false }
        return true
    }

    /// Whether an office stands before a surname that may be the person's: "King Hussein" is no foreign minister.
    private func isOffice(before index: Int, of person: Entity) -> Bool {
        guard index > 0 else { return false }
        for length in 1...3 where index - length >= 0 {
            if let (office, found) = office(at: index - length), found == length {
                return person.isKnown(as: lexicon.offices[Int(office)].name)
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
                entity: alias.entity, entity, written: reading.text(range), surname: reading.tokens[last].hash,
                office: "")
            return make(
                range.lowerBound, last, code: register.records[person].person.country, entity: alias.entity,
                person: person, in: sentence)
        case .place:
            var mention = make(range.lowerBound, last, code: entity.country, entity: alias.entity, in: sentence)
            mention.isPlace = true
            mention.isStrong = false
            return mention
        case .organisation, .movement:
            var mention = withOffice(
                make(range.lowerBound, last, code: entity.country, entity: alias.entity, in: sentence), in: sentence)
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

    private mutating func state(_ entity: Entity, _ number: Int32, _ first: Int, _ last: Int, in sentence: Sentence)
        -> Mention?
    {
        var mention = make(first, last, code: entity.country, entity: number, in: sentence)
        if entity.kind == .capital {
            let isSpatial = [
                lexicon.words.in, lexicon.words.at, lexicon.words.near, lexicon.words.from, lexicon.words.into,
            ]
            .contains(mention.preposition)
            if isSpatial { mention.isPlace = true }
        }
        mention = withOffice(mention, in: sentence)
        if mention.office >= 0 || mention.person >= 0 {
            mention.isPlace = false
            return mention
        }
        if isOfBorder(mention) {
            mention.isPlace = true
            mention.isBorder = true
        }
        if entity.kind == .adjective {
            mention.isStrong = false
        } else if isModifier(mention) {
            mention.isStrong = false
        }
        if mention.isPlace { mention.isStrong = false }
        return mention
    }

    /// "the Bolivian border": where something is, unless the border is what is talked about ("border talks").
    private func isOfBorder(_ mention: Mention) -> Bool {
        var next = mention.last + 1
        if next < reading.tokens.count, reading.tokens[next].isPossessive { next += 1 }
        guard next < reading.tokens.count, lexicon.words.borders.contains(reading.tokens[next].word) else {
            return false
        }
        return next + 1 >= reading.tokens.count || reading.tokens[next + 1].kind != .word
            || !reading.cues[next + 1].isEmpty
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

    // MARK: Unknown names

    /// The last token of a name of capitalised words that starts here; nil when it is no name.
    func lastOfName(_ first: Int, _ end: Int) -> Int? {
        var index = first
        var last = -1
        while index < end, index - first < 6 {
            let token = reading.tokens[index]
            guard token.kind == .word, !token.isPossessive else { break }
            let isParticle =
                lexicon.words.particles.contains(token.word) && index + 1 < end
                && reading.tokens[index + 1].shape == .capital
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

    mutating func addUnknown(_ first: Int, _ last: Int, office: String, country: String) -> Int {
        let name = reading.text(first..<(last + 1))
        var surname = reading.tokens[last].hash
        if last > first, reading.tokens[last].end - reading.tokens[last].start <= 2 {
            surname = reading.tokens[last - 1].hash
        }
        let names = Set((first...last).map { reading.tokens[$0].hash })
        return register.add(name: name, written: name, surname: surname, names: names, office: office, country: country)
    }

    // MARK: Making

    func isPossessive(after last: Int) -> Bool {
        let next = last + 1
        guard next < reading.tokens.count else { return false }
        if reading.tokens[next].isPossessive { return true }
        let end = Int(reading.tokens[last].end)
        guard end < reading.bytes.count, reading.bytes[end - 1] == 0x73 else { return false }
        if reading.bytes[end] == 0x27 { return true }
        return end + 2 < reading.bytes.count && reading.bytes[end] == 0xE2 && reading.bytes[end + 1] == 0x80
            && reading.bytes[end + 2] == 0x99
    }

    func make(
        _ first: Int, _ last: Int, code: String, entity: Int32 = -1, person: Int = -1, office: Int32 = -1,
        in sentence: Sentence
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
            let isAdjective =
                cue.isEmpty && reading.verbs[place].isEmpty && reading.nouns[place] < 0 && reading.mentionAt[place] < 0
            guard isDeterminer || isAdjective && token.shape == .lower && reading.lengths[place] == 1 else { break }
            if isAdjective, place > 0, isLikelyNoun(place) { break }
            skipped += 1
            place -= 1
        }
        // "the frontier with Bolivia" is where, not with whom.
        let isBorder =
            governed.contains(.with) && place > 0 && lexicon.words.borders.contains(reading.tokens[place - 1].word)
        return Mention(
            first: first, last: last, code: code, isStrong: !isBorder, isPlace: isBorder, isBorder: isBorder,
            isPossessive: isPossessive(after: last),
            governed: governed, preposition: preposition, entity: entity, person: person, office: office)
    }

    /// A word between a preposition and a name that is rather the preposition's own noun ("in December Iran ...").
    private func isLikelyNoun(_ index: Int) -> Bool { reading.tokens[index].shape != .lower }
}
