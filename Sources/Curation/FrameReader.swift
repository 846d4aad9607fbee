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
        preferResults(&frames)
        meetAtGoal(&frames)
        frames += predicates(range, speakers)
        return frames.sorted { $0.score > $1.score }
    }

    // MARK: Frames

    private func verbal(_ index: Int, _ range: Range<Int>, _ speakers: [Speaker]) -> Frame? {
        let clauses = ClauseReader(reading: reading, lexicon: lexicon, frames: self)
        let end = clauses.end(after: index, range, speakers)
        let isPassive = clauses.isPassive(index, range)
        let isInvolving = reading.verbs[index].contains { lexicon.verbFrames[Int($0)].lemma == "involve" }
        // "The talks would involve the envoy of X": the act is the subject, whatever the object's words.
        let takesEffect = takesEffect(index)
        let hasSubjectOnly = isInvolving || takesEffect || clauses.isHeadlinePassive(index, range)
        let object = hasSubjectOnly ? nil : clauses.objectNoun(of: index, end: end)
        let before = (isPassive || hasSubjectOnly) && object == nil ? clauses.nounBefore(index, range) : nil
        let subject = clauses.subject(of: index, range, speakers, depth: 0)
        guard
            let act = welcoming(index, end) ?? sending(index, end) ?? marching(index, subject.mentions) ?? leaving(
                index, end) ?? denied(index, end) ?? act(of: index, object: object ?? before, end: end)
        else { return nil }
        var actors = subject.mentions + clauses.joined(before: index, range).filter { !subject.mentions.contains($0) }
        var recipients: [Int]
        if takesEffect, let before {
            (actors, recipients) = clauses.nominalSides(of: before, type: act.type, range, speakers)
        } else if isPassive, before != nil, subject.mentions.isEmpty {
            // "Deal reached with X", "Talks held between X and Y": the sides stand behind the verb.
            (actors, recipients) = clauses.nominalSides(of: index, type: act.type, range, speakers)
        } else if isPassive {
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
            isSubordinate: subject.isSubordinate || isGoverned(index, range)
                || reading.forms[index].contains(.participle) && (isPassive || act.lemma == "accuse")
                    && clauses.isReduced(index, range, isPassive: isPassive),
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
        host(&frame, index..<end)
        reinterpret(&frame, range)
        frame.isByUnnamedStates = frame.actors.isEmpty && isByUnnamedStates(index, range)
        if frame.actors.isEmpty && frame.recipients.isEmpty && !frame.isByUnnamedStates { return nil }
        frame.isOwnType = reading.verbs[index].contains { lexicon.verbFrames[Int($0)].type == act.type }
        frame.object = object.map { clauses.objectPhrase(from: $0, end: end) }
        frame.clause = index..<max(index, end)
        frame.isPassive = isPassive
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
        score += frame.isByUnnamedStates ? 0.4 : frame.actors.isEmpty ? -1 : 1
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
