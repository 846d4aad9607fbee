/// Reads a sentence as acts: every verb and noun of an act gives a frame, the best comes first.
struct FrameReader {
    let reading: Reading
    let lexicon: LexiconTables
    /// The code that "he", "it" and "they" stand for in this sentence.
    let antecedent: String
    let antecedentMention: Int
    /// The codes of the sentence that bring others together.
    private var mediators: [String] = []

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
        let speakers = SpeakerFinder(reading: reading, antecedent: antecedent, antecedentMention: antecedentMention)
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
        if !cue.isDisjoint(with: [.to, .future, .hypothetical, .negation, .firstPerson]) { return true }
        if !cue.isDisjoint(with: [.preposition, .with, .against, .by]) { return false }
        let mention = reading.mentionAt[before]
        if form.contains(.third) {
            if !isAmbiguous { return true }
            if mention >= 0, isWeakAdjective(mention) { return false }
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

    private func isWeakAdjective(_ mention: Int) -> Bool {
        let found = reading.mentions[mention]
        return found.entity >= 0 && found.office < 0 && lexicon.entities[Int(found.entity)].kind == .adjective
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
        let object = clauses.objectNoun(of: index, end: end)
        let isPassive = clauses.isPassive(index, range)
        let isInvolving = reading.verbs[index].contains { lexicon.verbFrames[Int($0)].lemma == "involve" }
        let passiveObject = (isPassive || isInvolving) && object == nil ? clauses.nounBefore(index, range) : nil
        let subject = clauses.subject(of: index, range, speakers, depth: 0)
        guard
            let act = welcoming(index, end) ?? leaving(index, subject.mentions) ?? denied(index, end)
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
            isSubordinate: subject.isSubordinate,
            isNominal: false, speaker: clauses.speaker(for: index, speakers), score: 0)
        var codes = clauses.codes(actors)
        if codes.isEmpty, actors.isEmpty, !subject.pronoun.isEmpty { codes = [subject.pronoun] }
        if codes.isEmpty, !isPassive, actors.isEmpty, let speaker = frame.speaker, subject.isOpen, !speaker.code.isEmpty
        {
            codes = [speaker.code]
        }
        fill(&frame, actors: codes, recipients: clauses.codes(recipients))
        joinSpeaker(&frame)
        accuse(&frame)
        if frame.type == .cooperate, frame.modality == .future,
            ["cooperate", "co-operate", "work together", "cooperate with"].contains(frame.lemma)
        {
            (frame.type, frame.mode) = (.agree, "promise")
        }
        if frame.actors.isEmpty && frame.recipients.isEmpty { return nil }
        frame.isOwnType = reading.verbs[index].contains { lexicon.verbFrames[Int($0)].type == act.type }
        frame.object = object.map { clauses.objectPhrase(from: $0, end: end) }
        frame.score = score(frame, range)
        return frame
    }

    /// To welcome a leader is to receive them, to welcome a decision is to praise it.
    private func welcoming(_ index: Int, _ end: Int) -> (type: EventType, mode: String, lemma: String)? {
        guard reading.verbs[index].contains(where: { lexicon.verbFrames[Int($0)].lemma == "welcome" }) else {
            return nil
        }
        for place in (index + 1)..<max(index + 1, min(end, index + 5)) where reading.mentionAt[place] >= 0 {
            let mention = reading.mentions[reading.mentionAt[place]]
            let isLeader =
                mention.office >= 0 && [.leader, .minister].contains(lexicon.offices[Int(mention.office)].rank)
            return !mention.isPossessive && (mention.person >= 0 || isLeader) ? (.consult, "visit", "welcome") : nil
        }
        return nil
    }

    /// Soldiers, ships or aircraft that leave: a withdrawal.
    private func leaving(_ index: Int, _ subject: [Int]) -> (type: EventType, mode: String, lemma: String)? {
        guard
            let lemma = reading.verbs[index].map({ lexicon.verbFrames[Int($0)].lemma }).first(where: {
                ["leave", "withdraw", "pull out", "pull back", "exit"].contains($0)
            }),
            subject.contains(where: {
                reading.mentions[$0].office >= 0 && lexicon.offices[Int(reading.mentions[$0].office)].rank == .military
            })
        else { return nil }
        return (.retreat, "withdrawal", lemma)
    }

    /// A denial is the denied act, negated (guidelines 2.2 and E5).
    private func denied(_ index: Int, _ end: Int) -> (type: EventType, mode: String, lemma: String)? {
        guard reading.verbs[index].contains(where: { lexicon.verbFrames[Int($0)].lemma == "deny" }) else { return nil }
        for place in (index + 1)..<max(index + 1, end) where reading.nouns[place] >= 0 {
            let noun = lexicon.nouns[Int(reading.nouns[place])]
            if let type = noun.type, !type.isUtterance { return (type, noun.mode, "deny") }
        }
        return nil
    }

    /// The act that a verb tells with its object.
    private func act(of index: Int, object: Int?) -> (type: EventType, mode: String, lemma: String)? {
        let noun = object.map { lexicon.nouns[Int(reading.nouns[$0])] }
        for number in reading.verbs[index] {
            let frame = lexicon.verbFrames[Int(number)]
            if let noun, let act = frame.objects[noun.nounClass] {
                if act.mode == "-" { continue }
                if let type = act.type { return (type, act.mode, frame.lemma) }
                if let type = noun.type { return (type, noun.mode, frame.lemma) }
            }
        }
        for number in reading.verbs[index] {
            let frame = lexicon.verbFrames[Int(number)]
            if let noun, frame.objects[noun.nounClass]?.mode == "-" { continue }
            if let type = frame.type { return (type, frame.mode, frame.lemma) }
        }
        return nil
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
            &frame, actors: actors.isEmpty && sides.recipients.isEmpty ? [said] : actors,
            recipients: clauses.codes(sides.recipients))
        joinSpeaker(&frame)
        guard !frame.actors.isEmpty || !frame.recipients.isEmpty else { return nil }
        frame.score = score(frame, range)
        return frame
    }

    /// Puts the codes where the type wants them: mutual acts have actors only (guidelines E4.1).
    private func fill(_ frame: inout Frame, actors: [String], recipients: [String]) {
        var actors = actors
        var recipients = recipients.filter { !actors.contains($0) }
        let mediators = frame.type.isMutual || frame.type == .concede ? self.mediators : []
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
        guard frame.type.isMutual, frame.actors.count == 1, let code = frame.speaker?.code, !code.isEmpty,
            !frame.actors.contains(code), !frame.mediators.contains(code)
        else { return }
        frame.actors.append(code)
    }

    /// "Berlin says Russia poisoned him": an attack that another state tells of is that state's accusation.
    private func accuse(_ frame: inout Frame) {
        guard frame.type == .assault, let speaker = frame.speaker, !speaker.code.isEmpty, !speaker.isMedia,
            !frame.actors.isEmpty,
            !frame.actors.contains(speaker.code), speaker.code != "PSE"
        else { return }
        (frame.type, frame.mode, frame.recipients, frame.actors) = (.accuse, "criticism", frame.actors, [speaker.code])
        frame.modality = .occurred
    }

    private func score(_ frame: Frame, _ range: Range<Int>) -> Double {
        var score = 0.0
        score += frame.isNominal ? -1.2 : (frame.isOwnType ? 1.4 : 1)
        score += frame.actors.isEmpty ? -1 : 1
        score += frame.isComplete ? 1.5 : 0
        score -= frame.isSubordinate ? 1.6 : 0
        score -= Double(frame.trigger - range.lowerBound) * (reading.isTitle ? 0.12 : 0.04)
        if frame.type == .assault { score -= 1.2 }
        if frame.type == .consult && frame.isNominal { score -= 0.2 }
        if frame.modality == .hypothetical || frame.modality == .future { score -= 0.2 }
        return score
    }
}
