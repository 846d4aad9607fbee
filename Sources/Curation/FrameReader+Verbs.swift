/// Which words are verbs where they stand.
extension FrameReader {
    /// Whether a word that may be a verb is one here.
    func isVerb(_ index: Int, _ range: Range<Int>) -> Bool {
        guard !reading.verbs[index].isEmpty, reading.mentionAt[index] < 0 else { return false }
        let form = reading.forms[index]
        let isAmbiguous = reading.nouns[index] >= 0
        if reading.lengths[index] > 1,
            reading.verbs[index].contains(where: { startsWithModal(lexicon.verbFrames[Int($0)].lemma) })
        {
            return true
        }
        guard let before = previousPastAdverbs(index, range) else {
            return form.contains(.base) || form.contains(.gerund) ? !isAmbiguous : false
        }
        if isAdjectival(index, range) { return false }
        let cue = reading.cues[before]
        if reading.tokens[before].isPossessive { return false }
        // "its sanctions": what can be a noun is one after a possessive pronoun.
        if cue.contains(.determiner), !cue.contains(.pronoun) || isAmbiguous { return false }
        if cue.contains(.pronoun), cue.contains(.determiner), form.isDisjoint(with: [.past, .third]) { return false }
        if !form.isDisjoint(with: [.past, .participle]) { return isPastVerb(index, after: before, range) }
        if form == .gerund {
            // ", warning that ...": what adds a clause is a verb, though it can be a noun.
            if isAmbiguous, reading.tokens[before].kind == .comma, index + 1 < range.upperBound,
                reading.lengths[index] > 1 || reading.mentionAt[index + 1] >= 0
            {
                return true
            }
            return !isAmbiguous || cue.contains(.be) && cue.isDisjoint(with: [.preposition, .against, .by])
        }
        return isPresentVerb(index, after: before, range)
    }

    /// "hopes of reaching a deal", "after meeting X": what hangs on a preposition is not told by itself.
    func isGoverned(_ index: Int, _ range: Range<Int>) -> Bool {
        guard reading.forms[index] == .gerund, let before = reading.previous(index, in: range),
            before > range.lowerBound
        else { return false }
        return !reading.cues[before].isDisjoint(with: [.preposition, .against, .subordinate])
    }

    /// Whether a past form or participle is a verb after the word before it: not in "from seized provinces".
    private func isPastVerb(_ index: Int, after before: Int, _ range: Range<Int>) -> Bool {
        let (form, cue) = (reading.forms[index], reading.cues[before])
        if form.isDisjoint(with: [.base, .third]),
            !cue.isDisjoint(with: [.preposition, .with, .against, .by, .to]),
            cue.isDisjoint(with: [.future, .hypothetical, .negation]), isLowercaseWord(index + 1, range)
        {
            return false
        }
        // "use frozen assets": a participle alone after a verb belongs to the noun.
        if form == .participle, cue.isDisjoint(with: [.be, .have]), !reading.verbs[before].isEmpty { return false }
        if form == .participle || !form.contains(.past) { return true }
        guard isNounAhead(index, range) else { return true }
        if !cue.isDisjoint(with: [.preposition, .with, .against, .by]) { return false }
        let mention = reading.mentionAt[before]
        return mention < 0 || reading.mentions[mention].isStrong
    }

    /// Whether a base or third form is a verb after the word before it, rather than a noun ("aid", "calls").
    private func isPresentVerb(_ index: Int, after before: Int, _ range: Range<Int>) -> Bool {
        let (token, cue) = (reading.tokens[before], reading.cues[before])
        let isAmbiguous = reading.nouns[index] >= 0
        if !cue.isDisjoint(with: [.to, .future, .hypothetical, .negation, .firstPerson])
            || lexicon.words.obliging.contains(token.word)
        {
            return true
        }
        if !cue.isDisjoint(with: [.preposition, .with, .against, .by]) { return false }
        let mention = reading.mentionAt[before]
        if reading.forms[index].contains(.third) {
            if !isAmbiguous { return true }
            if mention >= 0, isAdjective(mention) { return false }
            if mention >= 0 { return isObjectAhead(index, range) || reading.mentions[mention].person >= 0 }
            return token.kind != .word
                ? isObjectAhead(index, range) : cue.contains(.relative) || cue.contains(.pronoun) || cue.contains(.and)
        }
        // A base form is a verb after a plural, a list or a conjunction.
        if mention >= 0 {
            if isPluralOrList(reading.mentions[mention], range) {
                return isAmbiguous ? isObjectAhead(index, range) || reading.isTitle : true
            }
            return !isAmbiguous && reading.isTitle
        }
        if cue.contains(.and) || cue.contains(.relative) { return !isAmbiguous || isObjectAhead(index, range) }
        let isAfterPlural =
            token.kind == .word && token.end > token.start && reading.bytes[Int(token.end) - 1] == 0x73
        return !isAmbiguous && (isAfterPlural || cue.contains(.anonymous))
    }

    /// Whether a mention is a mere adjective of a state.
    func isAdjective(_ mention: Int) -> Bool {
        let found = reading.mentions[mention]
        return found.entity >= 0 && found.office < 0 && lexicon.entities[Int(found.entity)].kind == .adjective
    }

    private func isLowercaseWord(_ index: Int, _ range: Range<Int>) -> Bool {
        index < range.upperBound && reading.tokens[index].kind == .word && reading.cues[index].isEmpty
            && reading.mentionAt[index] < 0
    }

    private func startsWithModal(_ lemma: String) -> Bool { lemma.hasPrefix("will ") || lemma.hasPrefix("would ") }

    /// The token before a verb, adverbs skipped ("formally recognise").
    private func previousPastAdverbs(_ index: Int, _ range: Range<Int>) -> Int? {
        var before = reading.previous(index, in: range)
        var steps = 0
        while let place = before, steps < 2, isAdverb(place), let earlier = reading.previous(place, in: range) {
            before = earlier
            steps += 1
        }
        return before
    }

    private func isAdverb(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        guard token.kind == .word, token.end - token.start > 3, reading.mentionAt[index] < 0,
            reading.cues[index].subtracting([.rumour, .background, .hypothetical]).isEmpty
        else { return false }
        return reading.bytes[Int(token.end) - 2] == 0x6C && reading.bytes[Int(token.end) - 1] == 0x79
    }

    /// "the internationally recognised government": a participle after an adverb and before a noun is no verb.
    private func isAdjectival(_ index: Int, _ range: Range<Int>) -> Bool {
        guard let before = reading.previous(index, in: range), isAdverb(before),
            reading.forms[index].contains(.participle),
            let earlier = reading.previous(before, in: range)
        else { return false }
        return reading.cues[earlier].contains(.determiner)
            || !reading.cues[earlier].isDisjoint(with: [.preposition, .with, .by])
    }

    private func isNounAhead(_ index: Int, _ range: Range<Int>) -> Bool {
        let next = index + reading.lengths[index]
        guard next < range.upperBound else { return false }
        if reading.nouns[next] >= 0 { return true }
        return next + 1 < range.upperBound && reading.tokens[next].kind == .word && reading.cues[next].isEmpty
            && reading.mentionAt[next] < 0 && reading.nouns[next + 1] >= 0
    }

    /// Whether what follows a word is an object rather than a preposition or an end.
    private func isObjectAhead(_ index: Int, _ range: Range<Int>) -> Bool {
        let next = index + reading.lengths[index]
        guard next < range.upperBound, reading.tokens[next].kind != .stop else { return false }
        let cue = reading.cues[next]
        return reading.tokens[next].isWord
            && cue.isDisjoint(with: [.preposition, .against, .with, .by, .be, .future, .and, .says])
            || reading.tokens[next].kind == .openQuote || reading.tokens[next].kind == .quote
    }

    private func isPluralOrList(_ mention: Mention, _ range: Range<Int>) -> Bool {
        let last = reading.tokens[mention.last]
        if reading.bytes[Int(last.end) - 1] == 0x73, mention.entity < 0 || mention.office >= 0 { return true }
        let before = mention.first - 1
        guard before > range.lowerBound else { return false }
        return reading.cues[before].contains(.and)
            || reading.tokens[before].kind == .comma && reading.mentionAt[before - 1] >= 0
    }
}
