internal import Notation

/// Events made of frames.
extension EventCoder {
    func event(_ frame: Frame, _ sentence: Sentence, in reading: Reading, told: [Told]) -> Event {
        let ended = ended(frame, sentence, in: reading)
        var frame = ended.frame
        let date = date(of: ended, sentence, in: reading)
        // An act told as done whose day is still to come is announced.
        if let start = date?.start, let anchor, start > anchor, frame.modality == .occurred, !frame.type.isUtterance {
            frame.modality = .future
        }
        let status = StatusReader(reading: reading, register: register).status(of: frame, in: sentence)
        var event = Event(
            type: frame.type, actors: frame.actors, recipients: frame.recipients, modality: frame.modality,
            status: status.status,
            evidence: reading.evidence(sentence))
        event.mode = frame.mode
        event.mediators = frame.mediators
        event.statusBasis = status.basis
        event.channel = status.channel
        event.origin = status.origin
        event.venue = VenueFinder(reading: reading, lexicon: lexicon).venue(of: frame, in: sentence)
        event.date = date
        if let object = frame.object { event.object = reading.text(object) }
        event.setPairs()
        event.score = frame.modality == .occurred ? EventScale.score(frame.type, mode: frame.mode) : nil
        event.cameo = EventScale.cameo(frame.type, mode: frame.mode, modality: frame.modality)
        event.phase =
            ended.phase ?? (frame.type == .consult && willNotBe(frame, sentence, in: reading) ? .cancelled : nil)
            ?? EventScale.phase(frame.type, mode: frame.mode, modality: frame.modality, lemma: frame.lemma)
        event.undoes = ended.undoes
        for mention in frame.actorMentions where mention < reading.mentions.count {
            let found = reading.mentions[mention]
            if found.entity >= 0, lexicon.entities[Int(found.entity)].kind == .movement, !found.code.isEmpty {
                event.actorLabels[found.code] = lexicon.entities[Int(found.entity)].name
            }
        }
        return event
    }

    /// The day of an act: what is planned lies ahead, what was done behind; "will not meet on Friday" speaks of what was planned.
    private func date(of ended: Ended, _ sentence: Sentence, in reading: Reading) -> EventDate? {
        let frame = ended.frame
        let reader = EventDateReader(reading: reading, anchor: anchor)
        if let days = ended.days {
            let part = Sentence(tokens: days, bodyStart: days.lowerBound, isHeading: false)
            return reader.date(near: days.lowerBound, in: part, modality: .future)
        }
        return reader.date(
            near: frame.trigger, in: sentence,
            modality: willNotBe(frame, sentence, in: reading) ? .future : frame.modality,
            excluded: saying(frame, sentence, in: reading), said: said(frame, sentence))
    }

    /// "will not meet", "the meeting will not take place": what was planned is off.
    private func willNotBe(_ frame: Frame, _ sentence: Sentence, in reading: Reading) -> Bool {
        guard frame.modality == .negated, sentence.tokens.contains(frame.trigger) else { return false }
        let near =
            max(sentence.tokens.lowerBound, frame.trigger - 4)..<min(frame.trigger + 14, sentence.tokens.upperBound)
        return near.contains { ["will", "would", "won't"].contains(reading.text($0..<($0 + 1)).lowercased()) }
    }

    /// The tokens that tell of the saying, which was done whatever is to come.
    private func said(_ frame: Frame, _ sentence: Sentence) -> Range<Int> {
        guard let speaker = frame.speaker else { return 0..<0 }
        if speaker.tokens.lowerBound > frame.trigger { return speaker.tokens.lowerBound..<sentence.tokens.upperBound }
        return speaker.verb..<max(speaker.verb, min(speaker.verb + 5, frame.trigger))
    }

    /// The tokens whose date is that of the saying: it is the act's own only for what is done by saying it, and for a
    /// decision announced (guidelines E7.2).
    private func saying(_ frame: Frame, _ sentence: Sentence, in reading: Reading) -> Range<Int> {
        guard let speaker = frame.speaker else { return 0..<0 }
        let isOwn =
            frame.actors.contains(speaker.code)
            && (frame.type.isUtterance || frame.modality == .future && frame.type != .consult)
        if speaker.tokens.lowerBound > frame.trigger {
            return isOwn && !frame.type.isUtterance ? 0..<0 : speaker.tokens.lowerBound..<sentence.tokens.upperBound
        }
        guard !isOwn, speaker.verb < frame.trigger else { return 0..<0 }
        // "told Y in a call on Monday that": the saying goes on to its "that".
        let that = (speaker.verb..<frame.trigger).first { reading.cues[$0].contains(.that) }
        return speaker.verb..<(that ?? min(speaker.verb + 5, frame.trigger))
    }

    /// An act that names one side only takes as the other the state that its sentence names besides, in whatever place.
    func withOtherSide(_ frame: Frame, _ sentence: Sentence, in reading: Reading) -> Frame {
        guard frame.parties.count == 1 || frame.isByUnnamedStates && frame.parties.isEmpty,
            frame.type != .mobilize || frame.recipients.isEmpty,
            !frame.type.isMutual || frame.actorMentions.count < 2
        else { return frame }
        var frame = frame
        let known = frame.parties + frame.mediators
        let words = lexicon.words
        let candidates = reading.mentions.filter { mention in
            guard sentence.tokens.contains(mention.first), !mention.code.isEmpty, !mention.isPlace,
                !known.contains(mention.code)
            else { return false }
            if mention.preposition == words.in || mention.preposition == words.at || mention.preposition == words.near {
                return false
            }
            return !frame.type.isMutual || ![words.on, words.over, words.about].contains(mention.preposition)
        }
        guard let other = candidates.first(where: { $0.first > frame.trigger }) ?? candidates.first else {
            return withOtherState(frame, besides: known)
        }
        if frame.type.isMutual {
            frame.actors.append(other.code)
        } else if frame.recipients.isEmpty {
            frame.recipients = [other.code]
        } else if other.isStrong, other.first < frame.trigger || frame.isNominal && other.governed.isEmpty {
            frame.actors = [other.code]
        }
        return frame
    }
}

extension Event {
    /// Sets who acts with whom: each actor with each recipient; parties of a joint act of at most four all together.
    mutating func setPairs() {
        guard type.isMutual else {
            pairs = actors.flatMap { actor in recipients.map { [actor, $0] } }
            return
        }
        let isOneWithEach = actors.count > 4 || mode == "call"
        pairs = actors.indices.prefix(isOneWithEach ? 1 : actors.count).flatMap { one in
            actors[(one + 1)...].map { [actors[one], $0] }
        }
    }
}
