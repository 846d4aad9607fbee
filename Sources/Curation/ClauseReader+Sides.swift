/// Who stands on which side of an act.
extension ClauseReader {
    /// A mention with those listed before it: "Turkey, Egypt and Qatar".
    func group(endingAt mention: Int, _ range: Range<Int>) -> [Int] {
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
    func group(startingAt mention: Int, end: Int) -> [Int] {
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
                } else if found.isBorder, found.preposition != words.near,
                    [.sanction, .concede, .mobilize, .coerce, .threaten, .assault].contains(type)
                {
                    other.append(mention)
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
