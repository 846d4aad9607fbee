internal import Notation

/// Events made of frames.
extension EventCoder {
    func event(_ frame: Frame, _ sentence: Sentence, in reading: Reading, told: [Told]) -> Event {
        let date = EventDateReader(reading: reading, anchor: anchor).date(
            near: frame.trigger, in: sentence, modality: frame.modality, excluded: saying(frame, sentence),
            said: frame.speaker.map { $0.verb..<max($0.verb, min($0.verb + 5, frame.trigger)) } ?? 0..<0)
        var frame = frame
        // An act told as done whose day is still to come is announced.
        if let start = date?.start, let anchor, start > anchor, frame.modality == .occurred, !frame.type.isUtterance {
            frame.modality = .future
        }
        let status = StatusReader(reading: reading).status(of: frame, in: sentence)
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
        event.predicate = PredicateReader(reading: reading).predicate(of: frame, in: sentence)
        event.pairs = Self.pairs(frame)
        event.score = frame.modality == .occurred ? EventScale.score(frame.type, mode: frame.mode) : nil
        event.cameo = EventScale.cameo(frame.type, mode: frame.mode, modality: frame.modality)
        event.phase = EventScale.phase(frame.type, mode: frame.mode, modality: frame.modality, lemma: frame.lemma)
        for mention in frame.actorMentions where mention < reading.mentions.count {
            let found = reading.mentions[mention]
            if found.entity >= 0, lexicon.entities[Int(found.entity)].kind == .movement, !found.code.isEmpty {
                event.actorLabels[found.code] = lexicon.entities[Int(found.entity)].name
            }
        }
        return event
    }

    /// The tokens whose date is that of the saying: it is the act's own only for what is done by saying it, and for a
    /// decision announced (guidelines E7.2).
    private func saying(_ frame: Frame, _ sentence: Sentence) -> Range<Int> {
        guard let speaker = frame.speaker else { return 0..<0 }
        if speaker.tokens.lowerBound > frame.trigger { return speaker.tokens.lowerBound..<sentence.tokens.upperBound }
        let isOwn =
            frame.actors.contains(speaker.code)
            && (frame.type.isUtterance || frame.modality == .future && frame.type != .consult)
        return isOwn ? 0..<0 : speaker.verb..<min(speaker.verb + 5, frame.trigger)
    }

}
