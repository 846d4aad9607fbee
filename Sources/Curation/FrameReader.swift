/// Reads a sentence as acts: every verb and noun of an act gives a frame, the best comes first.
struct FrameReader {
    let reading: Reading
    let lexicon: LexiconTables
    /// The code that "he", "it" and "they" stand for in this sentence.
    let antecedent: String
    let antecedentMention: Int
    /// The two states that "the two sides" are, where an article has just two.
    var pair: [String] = []
    /// The codes of the sentence that bring others together.
    private var mediators: [String] = []
    /// Who speaks in the sentence that was read last.
    private(set) var speakers: [Speaker] = []

    init(reading: Reading, lexicon: LexiconTables, antecedent: String, antecedentMention: Int) {
        self.reading = reading
        self.lexicon = lexicon
        self.antecedent = antecedent
        self.antecedentMention = antecedentMention
    }

    /// Returns the frames of a sentence, best first.
    mutating func frames(of sentence: Sentence) -> [Frame] {
        let range = sentence.bodyStart..<sentence.tokens.upperBound
        guard !range.isEmpty else { return [] }
        guard reading.language == "en" || reading.language.isEmpty else {
            return ForeignFrameReader(reading: reading, lexicon: lexicon).frames(of: sentence)
        }
        mediators = MediatorFinder(reading: reading).mediators(in: range)
        speakers = SpeakerFinder(reading: reading, antecedent: antecedent, antecedentMention: antecedentMention)
            .speakers(in: sentence)
        var frames: [Frame] = []
        var taken = Set<Int>()
        for index in range where !reading.verbs[index].isEmpty && isVerb(index, range) {
            guard let frame = verbal(index, range, speakers) else { continue }
            if let object = frame.object?.first { taken.insert(object) }
            frames.append(frame)
        }
        for index in range where reading.nouns[index] >= 0 && !taken.contains(index) && !isVerb(index, range) {
            if let frame = nominal(index, range, speakers) { frames.append(frame) }
        }
        shareTargets(&frames)
        frames += predicates(range, speakers)
        return frames.sorted { $0.score > $1.score }
    }

    // MARK: Verbs

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
        let token = reading.tokens[before]
        let cue = reading.cues[before]
        if token.isPossessive || cue.contains(.determiner) && !cue.contains(.pronoun) { return false }
        if cue.contains(.pronoun), cue.contains(.determiner), form.isDisjoint(with: [.past, .third]) { return false }
        if !form.isDisjoint(with: [.past, .participle]) {
            // "from seized provinces", "to sanctioned ships": no verb.
            if form.isDisjoint(with: [.base, .third]),
                !cue.isDisjoint(with: [.preposition, .with, .against, .by, .to]),
                cue.isDisjoint(with: [.future, .hypothetical, .negation]), isLowercaseWord(index + 1, range)
            {
                return false
            }
            if form == .participle || !form.contains(.past) { return true }
            if !cue.isDisjoint(with: [.preposition, .with, .against, .by]), isNounAhead(index, range) { return false }
            if isNounAhead(index, range), reading.mentionAt[before] >= 0,
                !reading.mentions[reading.mentionAt[before]].isStrong
            {
                return false
            }
            return true
        }
        if form == .gerund {
            if cue.isDisjoint(with: [.preposition, .determiner, .against, .by]) {
                return !isAmbiguous || cue.contains(.be)
            }
            return !isAmbiguous
        }
        if !cue.isDisjoint(with: [.to, .future, .hypothetical, .negation, .firstPerson])
            || lexicon.words.obliging.contains(token.word)
        {
            return true
        }
        if !cue.isDisjoint(with: [.preposition, .with, .against, .by]) { return false }
        let mention = reading.mentionAt[before]
        if form.contains(.third) {
            if !isAmbiguous { return true }
            if mention >= 0, isAdjective(mention) { return false }
            if mention >= 0 { return isObjectAhead(index, range) || reading.mentions[mention].person >= 0 }
            return token.kind != .word
                ? isObjectAhead(index, range) : cue.contains(.relative) || cue.contains(.pronoun) || cue.contains(.and)
        }
        // Base form: a verb after a plural, a list or a conjunction.
        if mention >= 0 {
            let found = reading.mentions[mention]
            if isPluralOrList(found, range) {
                return isAmbiguous ? isObjectAhead(index, range) || reading.isTitle : true
            }
            return !isAmbiguous && reading.isTitle
        }
        if cue.contains(.and) || cue.contains(.relative) { return !isAmbiguous || isObjectAhead(index, range) }
        return token.kind == .word && token.end > token.start && reading.bytes[Int(token.end) - 1] == 0x73
            && !isAmbiguous
            || (cue.contains(.anonymous) && !isAmbiguous)
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

    // MARK: Frames

    private func verbal(_ index: Int, _ range: Range<Int>, _ speakers: [Speaker]) -> Frame? {
        let clauses = ClauseReader(reading: reading, lexicon: lexicon, frames: self)
        let end = clauses.end(after: index, range, speakers)
        let isPassive = clauses.isPassive(index, range)
        let isInvolving = reading.verbs[index].contains { lexicon.verbFrames[Int($0)].lemma == "involve" }
        // "The talks would involve the envoy of X": the act is the subject, whatever the object's words.
        let object = isInvolving ? nil : clauses.objectNoun(of: index, end: end)
        let passiveObject = (isPassive || isInvolving) && object == nil ? clauses.nounBefore(index, range) : nil
        let subject = clauses.subject(of: index, range, speakers, depth: 0)
        guard
            let act = welcoming(index, end) ?? sending(index, end) ?? marching(index, subject.mentions) ?? denied(
                index, end)
                ?? act(of: index, object: object ?? passiveObject)
        else { return nil }
        var actors = subject.mentions + clauses.joined(before: index, range).filter { !subject.mentions.contains($0) }
        var recipients: [Int]
        if isPassive {
            recipients = actors
            actors = clauses.agents(after: index, end: end)
            if actors.isEmpty, act.type.isMutual { (actors, recipients) = (recipients, []) }
        } else {
            recipients =
                act.lemma == "deny"
                ? clauses.all(after: index, end: end)
                : clauses.objects(of: index, type: act.type, lemma: act.lemma, end: end)
        }
        var modality = ModalityReader(reading: reading).modality(
            of: index, range, type: act.type, subjectEnd: subject.end)
        if act.lemma == "deny", act.type != .reject { modality = .negated }
        var frame = Frame(
            type: act.type, mode: act.mode, trigger: index, lemma: act.lemma, actors: [], recipients: [],
            modality: modality,
            actorMentions: actors, object: object.map { $0..<($0 + reading.lengths[$0]) },
            isSubordinate: subject.isSubordinate
                || reading.forms[index].contains(.participle) && (isPassive || act.lemma == "accuse")
                    && clauses.isReduced(index, range),
            isNominal: false, speaker: clauses.speaker(for: index, speakers), score: 0)
        let codes = understood(clauses.codes(actors), of: frame, subject, isPassive: isPassive, range)
        // "Travellers arriving in the UK": no state visits another.
        if codes.isEmpty, act.mode == "visit", !isPassive, act.lemma != "host", act.lemma != "receive",
            !(range.lowerBound..<index).contains(where: isOffice)
        {
            return nil
        }
        fill(&frame, actors: codes, recipients: clauses.codes(recipients))
        joinSpeaker(&frame)
        reinterpret(&frame, range)
        if frame.actors.isEmpty && frame.recipients.isEmpty { return nil }
        frame.isOwnType = reading.verbs[index].contains { lexicon.verbFrames[Int($0)].type == act.type }
        frame.object = object.map { clauses.objectPhrase(from: $0, end: end) }
        frame.score = score(frame, range)
        return frame
    }

    /// The codes of a subject; where it names none, those that a pronoun, "both sides" or an unnamed subject stands for.
    private func understood(
        _ codes: [String], of frame: Frame, _ subject: ClauseReader.Subject, isPassive: Bool, _ range: Range<Int>
    ) -> [String] {
        guard codes.isEmpty else { return codes }
        if frame.actorMentions.isEmpty, !subject.pronoun.isEmpty { return [subject.pronoun] }
        if frame.type.isMutual, pair.count == 2, isPair(before: frame.trigger, range) { return pair }
        if !isPassive, frame.actorMentions.isEmpty, subject.isOpen, let speaker = frame.speaker, !speaker.code.isEmpty {
            return [speaker.code]
        }
        return []
    }

    private func nominal(_ index: Int, _ range: Range<Int>, _ speakers: [Speaker]) -> Frame? {
        let noun = lexicon.nouns[Int(reading.nouns[index])]
        guard let type = noun.type else { return nil }
        let clauses = ClauseReader(reading: reading, lexicon: lexicon, frames: self)
        let sides = clauses.nominalSides(of: index, type: type, range, speakers)
        let said = clauses.speaker(for: index, speakers)?.code ?? ""
        guard !sides.actors.isEmpty || !sides.recipients.isEmpty || type == .consult && !said.isEmpty else {
            return nil
        }
        let modality = ModalityReader(reading: reading).modality(
            of: index, range, type: type, subjectEnd: range.lowerBound, isNoun: true)
        var frame = Frame(
            type: type, mode: noun.mode, trigger: index, lemma: "", actors: [], recipients: [], modality: modality,
            actorMentions: sides.actors, object: nil, isSubordinate: clauses.isSubordinate(index, range),
            isNominal: true,
            speaker: clauses.speaker(for: index, speakers), score: 0)
        let actors = clauses.codes(sides.actors)
        fill(
            &frame,
            actors: actors.isEmpty && !said.isEmpty && (sides.recipients.isEmpty || type.isUtterance) ? [said] : actors,
            recipients: clauses.codes(sides.recipients))
        joinSpeaker(&frame)
        accuse(&frame)
        if frame.type == .cooperate, frame.mode == "cooperation", frame.modality == .future {
            (frame.type, frame.mode, frame.modality) = (.agree, "promise", .occurred)
        }
        guard !frame.actors.isEmpty || !frame.recipients.isEmpty else { return nil }
        frame.score = score(frame, range)
        return frame
    }

    /// Puts the codes where the type wants them: mutual acts have actors only (guidelines E4.1).
    private func fill(_ frame: inout Frame, actors: [String], recipients: [String]) {
        var actors = actors
        var recipients = recipients.filter { !actors.contains($0) }
        let mediators = frame.type.isMutual || frame.type == .concede || frame.type == .retreat ? self.mediators : []
        if !mediators.isEmpty, actors.count + recipients.count - mediators.count >= 1 {
            actors.removeAll(where: mediators.contains)
            recipients.removeAll(where: mediators.contains)
        }
        if frame.type.isMutual {
            actors += recipients
            recipients = []
        }
        frame.actors = actors
        frame.recipients = recipients
        frame.mediators = mediators
    }

    /// "Trump says Iran wants talks": the speaker is the other side of a mutual act that names only one.
    private func joinSpeaker(_ frame: inout Frame) {
        guard frame.type.isMutual, frame.actors.count == 1, frame.actorMentions.count < 2,
            let code = frame.speaker?.code, !code.isEmpty,
            !frame.actors.contains(code), !frame.mediators.contains(code)
        else { return }
        frame.actors.append(code)
    }

    func score(_ frame: Frame, _ range: Range<Int>) -> Double {
        var score = 0.0
        score += frame.isNominal ? -1.2 : (frame.isOwnType ? 1.4 : 1)
        score += frame.actors.isEmpty ? -1 : 1
        score += frame.isComplete ? 1.5 : 0
        score -= frame.isSubordinate ? 1.6 : 0
        score -= Double(frame.trigger - range.lowerBound) * (reading.isTitle ? 0.12 : 0.04)
        if frame.type == .assault { score -= 1.2 }
        // Deeds are the news, comments go with them (guidelines, section 4).
        if frame.type == .accuse || frame.type == .support { score -= 0.4 }
        // "X condemned the raid, urging Y to stop": what is added is not the news.
        if reading.forms[frame.trigger] == .gerund, frame.trigger > range.lowerBound,
            reading.tokens[frame.trigger - 1].kind == .comma
        {
            score -= 0.6
        }
        if frame.type == .consult && frame.isNominal { score -= 0.2 }
        if frame.modality == .hypothetical || frame.modality == .future { score -= 0.2 }
        return score
    }
}
