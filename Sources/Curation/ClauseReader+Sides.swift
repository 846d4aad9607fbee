/// Who stands on which side of an act.
extension ClauseReader {
    /// The subject of a verb: what stands before it in its clause, else that of the clause it hangs on.
    func subject(of index: Int, _ range: Range<Int>, _ speakers: [Speaker], depth: Int) -> Subject {
        var place = index - 1
        var fallback: Int?
        var result = Subject(end: range.lowerBound)
        if depth == 0, let shared = sharedSubject(of: index, range) {
            return finished(&result, group(endingAt: shared, range), range)
        }
        if depth == 0, let later = laterSubject(of: index, range) {
            return finished(&result, group(startingAt: later, end: range.upperBound), range)
        }
        while place >= range.lowerBound {
            let token = reading.tokens[place]
            let cue = reading.cues[place]
            let mention = reading.mentionAt[place]
            if mention >= 0 {
                let found = reading.mentions[mention]
                let isFree = found.governed.isEmpty || found.preposition == lexicon.words.between
                if isFree, !found.isPlace, !found.code.isEmpty || found.person >= 0 {
                    if found.isStrong || found.isPossessive {
                        return finished(&result, group(endingAt: mention, range), range)
                    }
                    if fallback == nil { fallback = mention }
                } else if fallback == nil, !found.isPlace, !found.code.isEmpty {
                    fallback = mention
                }
                place = found.first - 1
                continue
            }
            if let speaker = speakers.first(where: { $0.tokens.contains(place) && $0.tokens.upperBound <= index }) {
                result.isOpen = fallback == nil
                if let fallback { result.mentions = group(endingAt: fallback, range) }
                result.end = speaker.tokens.upperBound
                if result.mentions.isEmpty, !speaker.code.isEmpty { result.pronoun = speaker.code }
                return result
            }
            if cue.contains(.pronoun), !cue.contains(.determiner) || place == index - 1, index - place <= 4 {
                if fallback == nil {
                    result.pronoun = pronounCode(before: place, range)
                    result.isOpen = false
                    result.end = place + 1
                    result.isSubordinate =
                        isSubordinate(place, range) || place > range.lowerBound && opensRelative(place - 1, range)
                    return result
                }
            }
            if cue.contains(.relative) {
                if let before = mentionBefore(place, range) { result.mentions = group(endingAt: before, range) }
                result.isSubordinate = true
                result.isOpen = false
                result.end = place
                return result
            }
            if token.kind == .semicolon || cue.contains(.subordinate) {
                if cue.contains(.subordinate) { result.isSubordinate = true }
                break
            }
            if !reading.verbs[place].isEmpty || cue.contains(.says), depth < 4,
                frames.isVerb(place, range) || cue.contains(.says),
                reading.lengths[place] > 0, fallback == nil || cue.contains(.says) == false
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

    private func finished(_ result: inout Subject, _ mentions: [Int], _ range: Range<Int>) -> Subject {
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
            reading.mentionAt[before - 1] < 0 || reading.tokens[before].kind != .comma || reading.isTitle,
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

    /// A mention with those listed before it: "Turkey, Egypt and Qatar".
    private func group(endingAt mention: Int, _ range: Range<Int>) -> [Int] {
        var result = [mention]
        var first = reading.mentions[mention].first
        while result.count < 12 {
            var place = first - 1
            while place >= range.lowerBound,
                reading.cues[place].contains(.and) || reading.tokens[place].kind == .comma
                    || reading.tokens[place].kind == .slash || reading.tokens[place].word == lexicon.words.the
                    || isCount(place)
            { place -= 1 }
            guard place < first - 1 || reading.tokens[first].isJoined, place >= range.lowerBound,
                reading.mentionAt[place] >= 0
            else { break }
            let before = reading.mentionAt[place]
            let found = reading.mentions[before]
            guard !found.isPlace || reading.tokens[first].isJoined, !found.code.isEmpty,
                found.isStrong || reading.tokens[first].isJoined || frames.isAdjective(before)
            else { break }
            result.insert(before, at: 0)
            first = found.first
            if !found.governed.isEmpty { break }
        }
        return result
    }

    /// "two Chilean and three Peruvian ships".
    private func isCount(_ index: Int) -> Bool {
        reading.tokens[index].kind == .number
            || index > 0 && reading.cues[index] == .determiner && reading.cues[index - 1].contains(.and)
    }

    /// A mention with those listed after it.
    private func group(startingAt mention: Int, end: Int) -> [Int] {
        var result = [mention]
        var last = reading.mentions[mention].last
        while result.count < 12 {
            var place = last + 1
            while place < end,
                reading.cues[place].contains(.and) || reading.tokens[place].kind == .comma
                    || reading.tokens[place].word == lexicon.words.the || reading.tokens[place].kind == .slash
                    || reading.tokens[place].isPossessive && place == last + 1
            { place += 1 }
            guard place < end, place > last + 1 || reading.tokens[place].isJoined, reading.mentionAt[place] >= 0 else {
                break
            }
            let next = reading.mentionAt[place]
            guard !reading.mentions[next].code.isEmpty else { break }
            result.append(next)
            last = reading.mentions[next].last
        }
        return result
    }

    /// The agents after "by".
    func agents(after index: Int, end: Int) -> [Int] {
        var place = index + 1
        while place < end {
            let mention = reading.mentionAt[place]
            if mention >= 0 {
                if reading.mentions[mention].governed.contains(.by) { return group(startingAt: mention, end: end) }
                place = reading.mentions[mention].last
            }
            place += 1
        }
        return []
    }

    /// The mentions that a verb's act is aimed at or done with.
    func objects(of index: Int, type: EventType, lemma: String, end: Int) -> [Int] {
        var place = index + reading.lengths[index]
        var direct: [Int] = []
        var aimed: [Int] = []
        var other: [Int] = []
        var lastListed = -1
        let words = lexicon.words
        while place < end {
            let mention = reading.mentionAt[place]
            guard mention >= 0 else {
                place += 1
                continue
            }
            let found = reading.mentions[mention]
            defer { place = max(place + 1, found.last + 1) }
            guard !found.code.isEmpty, mention > lastListed else { continue }
            let members = group(startingAt: mention, end: end)
            lastListed = members.last ?? mention
            if type == .consult, found.preposition == words.in || found.preposition == words.from,
                isAfterOffice(found.first)
            {
                direct += members
                continue
            }
            if found.isPlace {
                if type == .consult, found.preposition == words.to || ["visit", "tour"].contains(lemma) {
                    direct += members
                }
                continue
            }
            switch found.preposition {
            case -1, words.with, words.against, words.to, words.between: direct += members
            case words.on: if type.isMutual { other += members } else { aimed += members }
            case words.for:
                if type == .aid || type == .support || type == .request { aimed += members } else { other += members }
            case words.of, words.from, words.into, words.over: other += members
            default: if found.governed.contains(.against) { aimed += members } else { other += members }
            }
        }
        if type.isMutual {
            return direct
        }
        let chosen = !direct.isEmpty ? direct : (!aimed.isEmpty ? aimed : other)
        if type == .aid || type == .sanction, direct.count > 1 || !aimed.isEmpty {
            let to = (direct + aimed).filter {
                reading.mentions[$0].preposition == words.to || reading.mentions[$0].preposition == words.on
                    || reading.mentions[$0].preposition == words.against
            }
            if !to.isEmpty { return to }
        }
        return firstGroup(chosen)
    }

    /// "counterparts in Egypt": an office before the preposition.
    private func isAfterOffice(_ first: Int) -> Bool {
        (2...3).contains { back in
            first - back >= 0 && (lexicon.officePhrases.longestMatch(in: reading.tokens, at: first - back) != nil)
        }
    }

    /// In "A joined B and C in opposing D" B and C act too.
    func joined(before index: Int, _ range: Range<Int>) -> [Int] {
        guard index - 1 > range.lowerBound, reading.forms[index] == .gerund,
            reading.tokens[index - 1].word == lexicon.words.in
        else { return [] }
        var place = index - 2
        while place >= range.lowerBound, index - place < 24 {
            if reading.verbs[place].contains(where: { lexicon.verbFrames[Int($0)].lemma == "join" }) {
                return all(after: place, end: index)
            }
            place -= 1
        }
        return []
    }

    /// All that can be a party after a token.
    func all(after index: Int, end: Int) -> [Int] {
        var result: [Int] = []
        for place in (index + 1)..<max(index + 1, end) {
            let mention = reading.mentionAt[place]
            if mention >= 0, !result.contains(mention), !reading.mentions[mention].isPlace { result.append(mention) }
        }
        return result
    }

    /// Only the first of several groups is the addressee; the others belong to what is said.
    private func firstGroup(_ mentions: [Int]) -> [Int] {
        guard let first = mentions.first else { return [] }
        var result = [first]
        for next in mentions.dropFirst() where next == (result.last ?? first) + 1 {
            let gap = (reading.mentions[next - 1].last + 1)..<reading.mentions[next].first
            guard gap.count <= 3,
                gap.allSatisfy({
                    reading.cues[$0].contains(.and) || reading.tokens[$0].kind == .comma
                        || reading.tokens[$0].word == lexicon.words.the
                })
            else { break }
            result.append(next)
        }
        return result
    }

    /// The sides of a noun: "US-Iran talks", "talks between A and B", "X's demand", "sanctions on Y".
    func nominalSides(of index: Int, type: EventType, _ range: Range<Int>, _ speakers: [Speaker]) -> (
        actors: [Int], recipients: [Int]
    ) {
        var actors: [Int] = []
        var recipients: [Int] = []
        var place = index - 1
        var steps = 0
        while place >= range.lowerBound, steps < 4 {
            let mention = reading.mentionAt[place]
            if mention >= 0 {
                let found = reading.mentions[mention]
                if !found.code.isEmpty, !found.isPlace || reading.tokens[place + 1].isJoined {
                    actors = group(endingAt: mention, range)
                }
                break
            }
            guard reading.tokens[place].kind == .word, reading.cues[place].isEmpty || reading.tokens[place].isPossessive
            else { break }
            place -= 1
            steps += 1
        }
        let end = self.end(after: index, range, speakers)
        place = index + reading.lengths[index]
        let words = lexicon.words
        while place < end, place < index + 24 {
            let mention = reading.mentionAt[place]
            guard mention >= 0 else {
                if frames.isVerb(place, range) { break }
                place += 1
                continue
            }
            let found = reading.mentions[mention]
            defer { place = max(place + 1, found.last + 1) }
            guard !found.code.isEmpty, !found.isPlace else { continue }
            let members = group(startingAt: mention, end: end)
            switch found.preposition {
            case words.between, words.by: actors += members
            case words.with: if type.isMutual { actors += members } else { recipients += members }
            case words.to, words.against, words.on:
                if !(type.isMutual && found.preposition == words.on) { recipients += members }
            case words.of, words.for:
                if ![.retreat, .mobilize, .coerce, .sanction].contains(type), !type.isMutual { recipients += members }
            case words.from: if actors.isEmpty { actors += members }
            default: if found.governed.contains(.against) { recipients += members }
            }
        }
        if actors.isEmpty {
            let subject = subject(of: index, range, speakers, depth: 2)
            if !subject.isSubordinate { actors = subject.mentions }
        }
        return (actors, recipients)
    }
}
