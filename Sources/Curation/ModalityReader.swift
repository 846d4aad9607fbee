/// Tells whether an act happened, is planned, is possible or did not happen, by the words before its verb.
struct ModalityReader {
    let reading: Reading

    func modality(of index: Int, _ range: Range<Int>, type: EventType, subjectEnd: Int, isNoun: Bool = false)
        -> Modality
    {
        var seen: Cue = []
        var place = index - 1
        var steps = 0
        var isInfinitive = false
        // "will deepen its ties ... and provide": the second verb has the first one's modal.
        let isSecond =
            reading.forms[index].contains(.base) && index > range.lowerBound && reading.cues[index - 1].contains(.and)
        while place >= max(range.lowerBound, subjectEnd - 1), steps < (isSecond ? 18 : 9) {
            let cue = reading.cues[place]
            let token = reading.tokens[place]
            if token.kind == .semicolon || token.kind == .comma && steps > 3 { break }
            if cue.contains(.subordinate), cue.isDisjoint(with: .against) { break }
            if cue.contains(.to), steps == 0 { isInfinitive = true }
            // "failed on Monday to approve": a day may part the words of a failure.
            if isInfinitive, reading.lexicon.words.failing.contains(token.word) { seen.insert(.negation) }
            if !cue.isDisjoint(with: [.future, .hypothetical, .negation, .denial]) {
                if !(cue.contains(.future) && reading.mentionAt[place] >= 0) { seen.formUnion(cue) }
            }
            if cue.contains(.says), steps > 0 { break }
            place -= 1
            steps += 1
        }
        if isNoun { seen.formUnion(cuesAfter(index, range)) }
        if seen.contains(.denial) { return .negated }
        if seen.contains(.negation) { return type.isUtterance && !seen.contains(.future) ? .occurred : .negated }
        if seen.contains(.hypothetical) { return .hypothetical }
        if seen.contains(.future) { return .future }
        if isInfinitive {
            // "Poland to decide", "to meet": a headline's future, or what a verb before it intends.
            return .future
        }
        return .occurred
    }

    /// Returns the cues in "Talks … are expected", "a meeting scheduled for Friday".
    private func cuesAfter(_ index: Int, _ range: Range<Int>) -> Cue {
        var seen: Cue = []
        var place = index + 1
        while place < min(index + 14, range.upperBound) {
            let cue = reading.cues[place]
            if reading.tokens[place].kind == .semicolon || cue.contains(.says)
                || cue.contains(.subordinate) && cue.isDisjoint(with: .against)
            {
                break
            }
            if !cue.isDisjoint(with: [.future, .hypothetical]), reading.mentionAt[place] < 0 {
                seen.formUnion(cue.intersection([.future, .hypothetical]))
            }
            // "The meeting will not take place".
            if cue.contains(.negation), isHappening(place + 1, range) { seen.insert(.denial) }
            if !reading.verbs[place].isEmpty, !reading.forms[place].isDisjoint(with: [.past, .third]), place > index + 1
            {
                break
            }
            place += 1
        }
        return seen
    }

    /// Whether a verb of coming about stands here: "take place", "be held", "go ahead".
    private func isHappening(_ index: Int, _ range: Range<Int>) -> Bool {
        var place = index
        while place < min(index + 3, range.upperBound), reading.cues[place].contains(.be) { place += 1 }
        return place < range.upperBound && reading.lexicon.words.happening.contains(reading.tokens[place].word)
    }
}
