/// Who stands before a verb as its subject.
extension ClauseReader {
    /// The subject of a verb: what stands before it in its clause, else that of the clause it hangs on.
    func subject(of index: Int, _ range: Range<Int>, _ speakers: [Speaker], depth: Int) -> Subject {
        if depth == 0, let shared = sharedSubject(of: index, range) {
            return finished(group(endingAt: shared, range), range)
        }
        if depth == 0, let later = laterSubject(of: index, range) {
            return finished(group(startingAt: later, end: range.upperBound), range)
        }
        var result = Subject(end: range.lowerBound)
        var place = index - 1
        var fallback: Int?
        while place >= range.lowerBound {
            let mention = reading.mentionAt[place]
            if mention >= 0 {
                if isSubject(mention) { return finished(group(endingAt: mention, range), range) }
                if fallback == nil, isPossibleSubject(mention) { fallback = mention }
                place = reading.mentions[mention].first - 1
                continue
            }
            if let found = understoodSubject(at: place, of: index, fallback, range, speakers) { return found }
            let cue = reading.cues[place]
            if reading.tokens[place].kind == .semicolon || cue.contains(.subordinate) {
                if cue.contains(.subordinate) { result.isSubordinate = true }
                break
            }
            let isSaying = cue.contains(.says)
            if depth < 4, reading.lengths[place] > 0, isSaying || frames.isVerb(place, range),
                fallback == nil || !isSaying
            {
                let outer = subject(of: place, range, speakers, depth: depth + 1)
                if !outer.mentions.isEmpty || !outer.pronoun.isEmpty { return outer }
            }
            place -= 1
        }
        if let fallback {
            result.mentions = group(endingAt: fallback, range)
            result.isOpen = false
        }
        result.end = max(range.lowerBound, place)
        return result
    }

    /// Whether a name before a verb is surely its subject.
    private func isSubject(_ mention: Int) -> Bool {
        let found = reading.mentions[mention]
        guard found.governed.isEmpty || found.preposition == lexicon.words.between, !found.isPlace else { return false }
        return (!found.code.isEmpty || found.person >= 0) && (found.isStrong || found.isPossessive)
    }

    /// Whether a name before a verb is its subject where no better one stands.
    private func isPossibleSubject(_ mention: Int) -> Bool {
        let found = reading.mentions[mention]
        let isFree = found.governed.isEmpty || found.preposition == lexicon.words.between
        return !found.isPlace && (!found.code.isEmpty || isFree && found.person >= 0)
    }

    /// The subject that a speaker, a pronoun or "who" before a verb tells.
    private func understoodSubject(
        at place: Int, of index: Int, _ fallback: Int?, _ range: Range<Int>, _ speakers: [Speaker]
    ) -> Subject? {
        var result = Subject(end: range.lowerBound)
        let cue = reading.cues[place]
        if let speaker = speakers.first(where: { $0.tokens.contains(place) && $0.tokens.upperBound <= index }) {
            result.isOpen = fallback == nil
            if let fallback { result.mentions = group(endingAt: fallback, range) }
            result.end = speaker.tokens.upperBound
            if result.mentions.isEmpty, !speaker.code.isEmpty { result.pronoun = speaker.code }
            return result
        }
        let isPronoun = cue.contains(.pronoun) && (!cue.contains(.determiner) || place == index - 1)
        if isPronoun, index - place <= 4, fallback == nil {
            result.pronoun = pronounCode(before: place, range)
            result.isOpen = false
            result.end = place + 1
            result.isSubordinate =
                isSubordinate(place, range) || place > range.lowerBound && opensRelative(place - 1, range)
            return result
        }
        guard cue.contains(.relative) else { return nil }
        if let before = mentionBefore(place, range) { result.mentions = group(endingAt: before, range) }
        result.isSubordinate = true
        result.isOpen = false
        result.end = place
        return result
    }

    private func finished(_ mentions: [Int], _ range: Range<Int>) -> Subject {
        var result = Subject(end: range.lowerBound)
        result.mentions = mentions
        result.isOpen = false
        if let first = mentions.first, let last = mentions.last {
            result.end = reading.mentions[last].last + 1
            let start = reading.mentions[first].first
            result.isSubordinate =
                isSubordinate(start, range) || start > range.lowerBound && opensRelative(start - 1, range)
        }
        return result
    }

    /// In "X met Y, accuses Z" and "X met Y and urged Z" the later verb has the sentence's first subject.
    private func sharedSubject(of index: Int, _ range: Range<Int>) -> Int? {
        let before = index - 1
        guard before > range.lowerBound, reading.tokens[before].kind == .comma || reading.cues[before].contains(.and),
            reading.mentionAt[before - 1] < 0 || reading.tokens[before].kind != .comma || reading.isTitle
                || reading.forms[index] == .gerund,
            !reading.forms[index].isDisjoint(with: [.past, .third, .gerund])
        else { return nil }
        for place in range.lowerBound..<before {
            let mention = reading.mentionAt[place]
            if mention >= 0, reading.mentions[mention].first == place {
                let found = reading.mentions[mention]
                if found.isStrong, found.governed.isEmpty, !found.code.isEmpty { return lastOfList(mention, before) }
            }
            if reading.tokens[place].kind == .semicolon
                || reading.cues[place].contains(.subordinate) && place > range.lowerBound + 2
            {
                return nil
            }
        }
        return nil
    }

    /// In "By raising the duty, X ..." the one who raises it stands after the comma.
    private func laterSubject(of index: Int, _ range: Range<Int>) -> Int? {
        guard reading.forms[index] == .gerund, index <= range.lowerBound + 1,
            let comma = (index..<range.upperBound).first(where: { reading.tokens[$0].kind == .comma })
        else { return nil }
        var place = comma + 1
        while place < range.upperBound, reading.cues[place].contains(.determiner) { place += 1 }
        guard place < range.upperBound, reading.mentionAt[place] >= 0 else { return nil }
        let mention = reading.mentionAt[place]
        return reading.mentions[mention].isStrong && !reading.mentions[mention].code.isEmpty ? mention : nil
    }

    private func lastOfList(_ mention: Int, _ end: Int) -> Int { group(startingAt: mention, end: end).last ?? mention }

    private func pronounCode(before index: Int, _ range: Range<Int>) -> String {
        var place = index - 1
        while place >= range.lowerBound {
            let mention = reading.mentionAt[place]
            if mention >= 0 {
                let found = reading.mentions[mention]
                if found.isStrong, found.governed.isEmpty, !found.code.isEmpty { return found.code }
                place = found.first
            }
            place -= 1
        }
        return frames.antecedent
    }

    private func mentionBefore(_ index: Int, _ range: Range<Int>) -> Int? {
        var place = index - 1
        var steps = 0
        while place >= range.lowerBound, steps < 3 {
            if reading.mentionAt[place] >= 0 { return reading.mentionAt[place] }
            place -= 1
            steps += 1
        }
        return nil
    }

    /// Whether a clause starts with a word that makes it hang on another.
    func isSubordinate(_ index: Int, _ range: Range<Int>) -> Bool {
        var place = index - 1
        while place >= range.lowerBound {
            let cue = reading.cues[place]
            if cue.contains(.subordinate) || cue.contains(.relative) { return true }
            if reading.tokens[place].kind == .comma || reading.tokens[place].kind == .semicolon { return false }
            if cue.contains(.says) || cue.contains(.that) { return false }
            place -= 1
        }
        return false
    }
}
