/// Finds who is quoted as saying what a sentence tells.
struct SpeakerFinder {
    let reading: Reading
    /// The code that "he", "it" and "they" stand for.
    let antecedent: String
    let antecedentMention: Int

    /// Returns the speakers of a sentence, in its order.
    func speakers(in sentence: Sentence) -> [Speaker] {
        var speakers: [Speaker] = []
        let range = sentence.bodyStart..<sentence.tokens.upperBound
        for index in range {
            let cue = reading.cues[index]
            if cue.contains(.says), isVerbOfSaying(index, range) {
                if let speaker = speaker(of: index, range) { speakers.append(speaker) }
            } else if cue.contains(.according), let speaker = cited(index, range) {
                speakers.append(speaker)
            }
        }
        return speakers
    }

    private func isVerbOfSaying(_ index: Int, _ range: Range<Int>) -> Bool {
        guard reading.mentionAt[index] < 0 else { return false }
        let form = reading.forms[index]
        if form == .gerund { return index > range.lowerBound && reading.tokens[index - 1].kind == .comma }
        if let before = reading.previous(index, in: range) {
            let cue = reading.cues[before]
            if cue.contains(.determiner) || reading.tokens[before].isPossessive { return false }
            // "to explain remarks": a noun after a verb.
            if form == .third, cue.contains(.says) || !reading.verbs[before].isEmpty { return false }
            if form.contains(.base), !form.contains(.past), cue.isDisjoint(with: [.pronoun, .future]),
                !isNamePlural(before)
            {
                return false
            }
        }
        return true
    }

    private func isNamePlural(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        if reading.cues[index].contains(.anonymous) { return true }
        if token.end > token.start, [0x73, 0x53].contains(reading.bytes[Int(token.end) - 1]) { return true }
        // "Peru, Chile say", not "a Peruvian border post".
        guard reading.mentionAt[index] >= 0 else { return false }
        let before = reading.mentions[reading.mentionAt[index]].first - 1
        return before >= 0 && (reading.cues[before].contains(.and) || reading.tokens[before].kind == .comma)
    }

    /// The speaker before the verb, or after it in "..., said X".
    private func speaker(of verb: Int, _ range: Range<Int>) -> Speaker? {
        let after = verb + 1
        let before = verb - 1
        let isInverted =
            before < range.lowerBound || [.comma, .closeQuote, .quote].contains(reading.tokens[before].kind)
        // "X, told the broadcaster": who is told stands behind, never who tells.
        if isInverted, reading.tokens[verb].word != reading.lexicon.words.told, reading.forms[verb] != .gerund,
            after < range.upperBound,
            let found = naming(from: after, to: min(after + 8, range.upperBound)), !isSubject(found, range)
        {
            return found.with(verb: verb, tokens: verb..<range.upperBound)
        }
        if let speaker = sharedSpeaker(of: verb, range) { return speaker }
        var index = before
        var steps = 0
        while index >= range.lowerBound, steps < 14 {
            let token = reading.tokens[index]
            if [.semicolon, .closeQuote, .quote, .openQuote, .colon].contains(token.kind) && index < before { break }
            if token.kind == .comma, index < before, before - index <= 6,
                let speaker = closingSpeaker(after: index, verb: verb, range)
            {
                return speaker
            }
            let mention = reading.mentionAt[index]
            let cue = reading.cues[index]
            if mention >= 0 {
                let found = reading.mentions[mention]
                if found.isStrong || found.office >= 0, found.governed.isEmpty || found.person >= 0 && steps < 2 {
                    return Speaker(
                        mention: mention, code: found.code, isAnonymous: isAnonymousOffice(found),
                        isMedia: isMedia(found, range),
                        verb: verb, tokens: found.first..<(verb + 1))
                }
                index = found.first - 1
                steps += 1
                continue
            }
            if cue.contains(.anonymous) { return anonymous(verb, index..<(verb + 1)) }
            if cue.contains(.media) {
                if let source = (max(range.lowerBound, index - 7)..<index).first(where: {
                    reading.cues[$0].contains(.anonymous)
                }) {
                    return anonymous(verb, source..<(verb + 1))
                }
                return Speaker(
                    mention: -1, code: "", isAnonymous: false, isMedia: true, verb: verb, tokens: index..<(verb + 1))
            }
            if cue.contains(.rumour) { return anonymous(verb, index..<(verb + 1)) }
            if cue.contains(.pronoun), steps < 3 {
                let own = subjectBefore(index, range)
                return Speaker(
                    mention: own ?? antecedentMention, code: own.map { reading.mentions[$0].code } ?? antecedent,
                    isAnonymous: false,
                    isMedia: false, verb: verb, tokens: index..<(verb + 1))
            }
            if cue.contains(.relative), let speaker = antecedent(of: index, verb, range) { return speaker }
            if cue.contains(.relative) || (!reading.verbs[index].isEmpty && reading.cues[index].isEmpty && steps > 2) {
                break
            }
            index -= 1
            steps += 1
        }
        return Speaker(
            mention: -1, code: "", isAnonymous: false, isMedia: false, verb: verb,
            tokens: max(range.lowerBound, index + 1)..<(verb + 1))
    }

    /// Whether a verb follows who is named behind "said": "X, who met Y, said Z was concerned".
    private func isSubject(_ named: Speaker, _ range: Range<Int>) -> Bool {
        guard named.mention >= 0 else { return false }
        let next = reading.mentions[named.mention].last + 1
        guard next < range.upperBound, reading.mentionAt[next] < 0 else { return false }
        return !reading.cues[next].isDisjoint(with: [.be, .have, .future, .hypothetical])
    }

    /// "X, who met Y, said ...": the name on which a relative clause hangs.
    private func antecedent(of relative: Int, _ verb: Int, _ range: Range<Int>) -> Speaker? {
        var place = relative - 1
        if place > range.lowerBound, reading.tokens[place].kind == .comma { place -= 1 }
        guard place >= range.lowerBound, reading.mentionAt[place] >= 0 else { return nil }
        let found = reading.mentions[reading.mentionAt[place]]
        guard found.isStrong, !found.isPlace else { return nil }
        return Speaker(
            mention: reading.mentionAt[place], code: found.code, isAnonymous: isAnonymousOffice(found),
            isMedia: isMedia(found, range), verb: verb, tokens: found.first..<(verb + 1))
    }

    /// Who speaks in a clause that is added: "X urged Y to leave, and said", "X noted this but stressed", "X left, saying".
    private func sharedSpeaker(of verb: Int, _ range: Range<Int>) -> Speaker? {
        let before = verb - 1
        guard before > range.lowerBound else { return nil }
        if reading.cues[before].contains(.contrast), let speaker = pronounOpening(before, verb, range) {
            return speaker
        }
        let isShared =
            reading.cues[before].contains(.and) && reading.tokens[before - 1].kind == .comma
            || reading.cues[before].contains(.contrast)
            || reading.forms[verb] == .gerund && reading.tokens[before].kind == .comma
        guard isShared, let subject = subjectBefore(before, range), !reading.mentions[subject].isPlace else {
            return nil
        }
        let found = reading.mentions[subject]
        return Speaker(
            mention: subject, code: found.code, isAnonymous: isAnonymousOffice(found), isMedia: isMedia(found, range),
            verb: verb, tokens: before..<(verb + 1))
    }

    /// Who speaks in the second half of "He noted this but stressed that".
    private func pronounOpening(_ before: Int, _ verb: Int, _ range: Range<Int>) -> Speaker? {
        let cue = reading.cues[range.lowerBound]
        guard cue.contains(.pronoun), !cue.contains(.determiner) else { return nil }
        return Speaker(
            mention: antecedentMention, code: antecedent, isAnonymous: false, isMedia: false, verb: verb,
            tokens: before..<(verb + 1))
    }

    /// "..., officials say": what stands before the comma is said, not the one who says it.
    private func closingSpeaker(after comma: Int, verb: Int, _ range: Range<Int>) -> Speaker? {
        let isBody = isBody(comma + 1..<verb)
        guard isBody || verb + 4 >= range.upperBound && comma > range.lowerBound + 3 else { return nil }
        let isAnonymous = (comma + 1..<verb).contains {
            reading.cues[$0].contains(.anonymous) || reading.lexicon.words.unnamed.contains(reading.tokens[$0].word)
        }
        return Speaker(
            mention: -1,
            code: isBody ? subjectBefore(comma, range).map { reading.mentions[$0].code } ?? antecedent : "",
            isAnonymous: isAnonymous && !isBody, isMedia: false,
            verb: verb, tokens: (comma + 1)..<(verb + 1), isOffice: isBody)
    }

    /// "the defence department": a body of no state, by its office alone.
    private func isBody(_ words: Range<Int>) -> Bool {
        guard let first = words.first, reading.cues[first].contains(.determiner),
            words.allSatisfy({ reading.mentionAt[$0] < 0 })
        else { return false }
        return words.contains { reading.lexicon.officePhrases.longestMatch(in: reading.tokens, at: $0) != nil }
    }

    /// The first name of the sentence that can be what a later pronoun stands for.
    private func subjectBefore(_ index: Int, _ range: Range<Int>) -> Int? {
        reading.mentions.indices.first { number in
            let mention = reading.mentions[number]
            return mention.first >= range.lowerBound && mention.last < index && mention.isStrong
                && mention.governed.isEmpty && !mention.code.isEmpty
        }
    }

    /// "according to X".
    private func cited(_ index: Int, _ range: Range<Int>) -> Speaker? {
        let start = index + 1
        let end = min(start + 10, range.upperBound)
        guard start < end else { return nil }
        return naming(from: start, to: end)?.with(verb: index, tokens: index..<range.upperBound)
    }

    private func naming(from start: Int, to end: Int) -> Speaker? {
        for index in start..<end {
            if [.comma, .semicolon, .stop].contains(reading.tokens[index].kind) { return nil }
            let mention = reading.mentionAt[index]
            let cue = reading.cues[index]
            if cue.contains(.anonymous) { return anonymous(index, index..<end) }
            if mention >= 0 {
                let found = reading.mentions[mention]
                return Speaker(
                    mention: mention, code: found.code, isAnonymous: isAnonymousOffice(found),
                    isMedia: isMedia(found, start..<end),
                    verb: index, tokens: start..<(found.last + 1))
            }
            if cue.contains(.media) {
                return Speaker(
                    mention: -1, code: "", isAnonymous: false, isMedia: true, verb: index, tokens: start..<end)
            }
            if cue.contains(.pronoun) {
                return Speaker(
                    mention: antecedentMention, code: antecedent, isAnonymous: false, isMedia: false, verb: index,
                    tokens: start..<(index + 1))
            }
        }
        return nil
    }

    private func anonymous(_ verb: Int, _ tokens: Range<Int>) -> Speaker {
        Speaker(mention: -1, code: "", isAnonymous: true, isMedia: false, verb: verb, tokens: tokens)
    }

    /// "A White House official", "US officials": an office of no name that is not the government itself.
    private func isAnonymousOffice(_ mention: Mention) -> Bool {
        guard mention.office >= 0, mention.person < 0 else { return false }
        let bytes = reading.bytes[Int(reading.tokens[mention.last].start)..<Int(reading.tokens[mention.last].end)]
        let last = String(decoding: bytes, as: UTF8.self).lowercased()
        // "two U.S. officials": who are counted are not named.
        if last == "officials", mention.first > 0, isCount(mention.first - 1) { return true }
        return ["official", "sources", "source", "diplomat", "diplomats"].contains(last)
    }

    private func isCount(_ index: Int) -> Bool {
        reading.tokens[index].kind == .number
            || ["two", "three", "four", "five", "six", "several"].contains(
                reading.text(index..<(index + 1)).lowercased())
    }

    private func isMedia(_ mention: Mention, _ range: Range<Int>) -> Bool {
        for index in mention.first...mention.last where reading.cues[index].contains(.media) { return true }
        let next = mention.last + 1
        return next < range.upperBound && reading.cues[next].contains(.media)
    }
}

extension Speaker {
    fileprivate func with(verb: Int, tokens: Range<Int>) -> Speaker {
        var speaker = self
        speaker.verb = verb
        speaker.tokens = tokens
        return speaker
    }
}
