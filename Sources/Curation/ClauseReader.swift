/// Finds who stands before and after the word of an act, within its clause.
struct ClauseReader {
    let reading: Reading
    let lexicon: LexiconTables
    let frames: FrameReader

    /// What stands as a subject.
    struct Subject {
        var mentions: [Int] = []
        /// The code that a pronoun stands for.
        var pronoun = ""
        var isSubordinate = false
        /// Whether the clause names no subject of its own.
        var isOpen = true
        /// The token after the subject.
        var end: Int
    }

    // MARK: Borders

    /// The token at which what belongs to a verb ends.
    func end(after index: Int, _ range: Range<Int>, _ speakers: [Speaker]) -> Int {
        var place = index + reading.lengths[index]
        while place < range.upperBound {
            let token = reading.tokens[place]
            let cue = reading.cues[place]
            if token.kind == .semicolon || token.kind == .dash && place > index + 2 { return place }
            if cue.contains(.relative) || cue.contains(.contrast) { return place }
            if place > index + 1, opensRelative(place, range) { return place }
            if cue.contains(.subordinate), !cue.contains(.against) { return place }
            if speakers.contains(where: { $0.tokens.contains(place) && $0.tokens.lowerBound > index }) { return place }
            if token.kind == .comma, place + 1 < range.upperBound, reading.forms[place + 1] == .gerund,
                !reading.verbs[place + 1].isEmpty
            {
                return place
            }
            if cue.contains(.and) || token.kind == .comma, let next = nextWord(place, range), startsClause(next, range)
            {
                return place
            }
            place += 1
        }
        return range.upperBound
    }

    /// Whether a "that" hangs a clause on the noun before it: "negotiations that Angola had left".
    func opensRelative(_ index: Int, _ range: Range<Int>) -> Bool {
        let (before, after) = (index - 1, index + 1)
        guard reading.cues[index].contains(.that), before > range.lowerBound, after < range.upperBound,
            reading.tokens[before].kind == .word, reading.mentionAt[before] < 0, !frames.isVerb(before, range),
            reading.cues[before].isEmpty
        else { return false }
        return reading.mentionAt[after] >= 0 || reading.cues[after].contains(.pronoun)
    }

    private func nextWord(_ index: Int, _ range: Range<Int>) -> Int? {
        var place = index + 1
        while place < range.upperBound, reading.tokens[place].kind != .word { place += 1 }
        return place < range.upperBound ? place : nil
    }

    /// Whether a verb stands here, so that a new clause with the same subject starts.
    private func startsClause(_ index: Int, _ range: Range<Int>) -> Bool {
        guard frames.isVerb(index, range) || reading.cues[index].contains(.says) && reading.mentionAt[index] < 0 else {
            return false
        }
        return !reading.forms[index].isDisjoint(with: [.past, .third, .gerund])
    }

    /// The first noun of an act after a verb, before another verb takes over.
    func objectNoun(of index: Int, end: Int) -> Int? {
        var place = index + reading.lengths[index]
        var steps = 0
        var light: Int?
        while place < end, steps < 9 {
            // "the truce has begun, troops withdraw": what stands behind a comma is no object, unless it is one of a list.
            if reading.tokens[place].kind == .comma, reading.isTitle, steps == 0 { return nil }
            if reading.nouns[place] >= 0, !frames.isVerb(place, index..<end) {
                let head = headNoun(place, end)
                if !lexicon.nouns[Int(reading.nouns[head])].isLight { return head }
                light = light ?? head
            }
            if steps > 0 || reading.forms[place] == .gerund || reading.lengths[index] > 1,
                frames.isVerb(place, index..<end),
                reading.forms[place] != .participle, reading.cues[place].isEmpty
            {
                return light
            }
            if reading.cues[place].contains(.that) && steps > 0 && !reading.cues[place].contains(.determiner) {
                return light
            }
            place += max(1, reading.lengths[place])
            steps += 1
        }
        return light
    }

    /// What an act is about: its noun with what follows, up to the next comma that starts something else.
    func objectPhrase(from noun: Int, end: Int) -> Range<Int> {
        var place = noun + reading.lengths[noun]
        while place < end, place - noun < 18 {
            let token = reading.tokens[place]
            if token.kind == .comma, place + 1 < end, isAddition(place + 1) {
                place += 1
                continue
            }
            guard token.isWord || token.isPossessive, !reading.cues[place].contains(.says) else { break }
            if reading.cues[place].contains(.subordinate), reading.cues[place].isDisjoint(with: .against) { break }
            place += 1
        }
        return noun..<place
    }

    private func isAddition(_ index: Int) -> Bool {
        let word = reading.text(index..<(index + 1))
        return word == "especially" || word == "including" || word == "notably"
    }

    /// In "peace deal talks" the last noun is the head.
    private func headNoun(_ index: Int, _ end: Int) -> Int {
        var place = index
        while true {
            let next = place + reading.lengths[place]
            guard next < end, reading.nouns[next] >= 0 else { return place }
            place = next
        }
    }

    func nounBefore(_ index: Int, _ range: Range<Int>) -> Int? {
        var place = index - 1
        while place >= range.lowerBound, index - place < 10 {
            if reading.nouns[place] >= 0 { return place }
            if reading.tokens[place].kind == .semicolon || reading.cues[place].contains(.says) { return nil }
            place -= 1
        }
        return nil
    }

    func isPassive(_ index: Int, _ range: Range<Int>) -> Bool {
        guard reading.forms[index].contains(.participle) else { return false }
        let after = index + reading.lengths[index]
        if after < range.upperBound, reading.cues[after].contains(.by) || isHeadlinePassive(index, range) {
            return true
        }
        var place = index - 1
        var steps = 0
        while place >= range.lowerBound, steps < 3 {
            let cue = reading.cues[place]
            if cue.contains(.be) { return true }
            guard reading.tokens[place].kind == .word, reading.mentionAt[place] < 0,
                cue.isEmpty || cue.contains(.negation)
            else { return false }
            place -= 1
            steps += 1
        }
        return false
    }

    /// "Deal reached with ...": in a headline what is done stands before a bare participle.
    func isHeadlinePassive(_ index: Int, _ range: Range<Int>) -> Bool {
        let after = index + reading.lengths[index]
        guard reading.forms[index].contains(.participle), reading.isTitle, index > range.lowerBound,
            reading.nouns[index - 1] >= 0,
            reading.mentionAt[index - 1] < 0,
            after >= range.upperBound
                || !reading.cues[after].isDisjoint(with: [.preposition, .with, .to, .subordinate])
        else { return false }
        let noun = lexicon.nouns[Int(reading.nouns[index - 1])].nounClass
        return reading.verbs[index].contains { number in
            lexicon.verbFrames[Int(number)].objects[noun].map { $0.mode != "-" } ?? false
        }
    }

    /// Whether a participle hangs on the noun before it: "a plan negotiated by X", "a man accused of it"; alone in a headline it is a
    /// verb.
    func isReduced(_ index: Int, _ range: Range<Int>, isPassive: Bool) -> Bool {
        let after = index + reading.lengths[index]
        let isOf =
            reading.lengths[index] > 1 || after < range.upperBound && reading.tokens[after].word == lexicon.words.of
        // "X accused Y of it" is no "man accused of it".
        guard isOf || isPassive && !reading.isTitle, index > range.lowerBound, reading.tokens[index - 1].kind == .word
        else {
            return false
        }
        return (max(range.lowerBound, index - 3)..<index).allSatisfy { !reading.cues[$0].contains(.be) }
    }

    // MARK: Codes

    /// The codes of some mentions, each once.
    func codes(_ mentions: [Int]) -> [String] {
        var codes: [String] = []
        for mention in mentions {
            let code = reading.mentions[mention].code
            if !code.isEmpty, !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    /// Who says what the word at a token tells: a speaker before it, else one behind it.
    func speaker(for index: Int, _ speakers: [Speaker]) -> Speaker? {
        let before = speakers.last { $0.tokens.upperBound <= index && !$0.tokens.contains(index) }
        return before ?? speakers.first { $0.tokens.lowerBound > index }
    }
}
