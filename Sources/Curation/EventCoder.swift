internal import Notation

/// Codes an article's events: one frame a sentence, the primary one told by title and lead.
struct EventCoder {
    let lexicon: Lexicon
    let title: Reading
    let body: Reading
    let register: PersonRegister
    let anchor: CalendarDate?

    /// A sentence with the frames that were read in it.
    struct Told {
        var sentence: Sentence
        var index: Int
        var frames: [Frame]
        var isBackground: Bool
        var isBoilerplate: Bool
    }

    struct Result {
        var events: [Event] = []
        var background: [Evidence] = []
        var titleFrame: Frame?
        var told: [Told] = []
    }

    /// Returns the events, the primary one first.
    func code() -> Result {
        var result = Result()
        result.titleFrame = title.sentences.first.flatMap { frames(of: $0, in: title, antecedent: nil).first }
        result.told = told()
        let chosen = primary(result.told, result.titleFrame ?? (title.sentences.isEmpty ? headline() : nil))
        var used: [Event] = []
        if let chosen {
            var event = event(chosen.frame, chosen.sentence, in: chosen.isTitle ? title : body, told: result.told)
            event.isPrimary = true
            addMediators(&event, result.told)
            addDenial(&event, result.told)
            used.append(event)
        }
        for told in result.told where !told.isBackground && !told.isBoilerplate && told.index != chosen?.index {
            guard let frame = told.frames.first(where: isFurther), used.count < 12 else { continue }
            let event = event(frame, told.sentence, in: body, told: result.told)
            if let twin = used.firstIndex(where: { isSameAct($0, event) }) {
                enrich(&used[twin], by: event, told.sentence)
            } else {
                used.append(event)
            }
        }
        result.events = used
        result.background = result.told.filter { $0.isBackground && !$0.isBoilerplate && $0.frames.first != nil }.map { body.evidence($0.sentence) }
        return result
    }

    /// The act of the first heading, which stands for a title where there is none.
    private func headline() -> Frame? {
        for (index, sentence) in body.sentences.prefix(4).enumerated() where sentence.isHeading {
            if let frame = frames(of: sentence, in: body, antecedent: nil).first, index <= 3 { return frame }
        }
        return nil
    }

    // MARK: Sentences

    private func told() -> [Told] {
        var result: [Told] = []
        var antecedent: Int?
        for (index, sentence) in body.sentences.enumerated() where index < 80 {
            let range = sentence.bodyStart..<sentence.tokens.upperBound
            let isBoilerplate = sentence.isHeading || Boilerplate.isBoilerplate(body, sentence)
            let frames = isBoilerplate ? [] : frames(of: sentence, in: body, antecedent: antecedent)
            let background = BackgroundReader(reading: body, anchor: anchor).isBackground(sentence, frames.first)
            result.append(
                Told(sentence: sentence, index: index, frames: frames, isBackground: background && index > 0, isBoilerplate: isBoilerplate))
            if let subject = firstSubject(range) { antecedent = subject }
        }
        return result
    }

    private func firstSubject(_ range: Range<Int>) -> Int? {
        guard
            let first = body.mentions.indices.first(where: { index in
                let mention = body.mentions[index]
                return range.contains(mention.first) && mention.isStrong && mention.governed.isEmpty && !mention.code.isEmpty && !mention.isPlace
            })
        else { return nil }
        let isSubject = !(range.lowerBound..<body.mentions[first].first).contains { body.cues[$0].contains(.says) || !body.verbs[$0].isEmpty }
        return isSubject ? first : nil
    }

    private func frames(of sentence: Sentence, in reading: Reading, antecedent: Int?) -> [Frame] {
        var reader = FrameReader(
            reading: reading, lexicon: lexicon, antecedent: antecedent.map { reading.mentions[$0].code } ?? "",
            antecedentMention: antecedent ?? -1)
        return reader.frames(of: sentence)
    }

    // MARK: Choosing

    private struct Chosen {
        var frame: Frame
        var sentence: Sentence
        var index: Int
        var isTitle: Bool
    }

    /// The act of the title told by the first sentence that asserts it; without a title's act, the lead's.
    private func primary(_ told: [Told], _ titleFrame: Frame?) -> Chosen? {
        let open = told.filter { !$0.isBoilerplate }
        let lead = open.first { !$0.frames.isEmpty && !$0.isBackground }
        guard let titleFrame else { return lead.flatMap { best(of: $0, among: open) } }
        if titleFrame.isNominal, let lead, lead.index <= 1, let frame = lead.frames.first, !frame.isNominal, frame.isComplete, shares(frame, titleFrame) {
            return Chosen(frame: frame, sentence: lead.sentence, index: lead.index, isTitle: false)
        }
        for told in open.prefix(3) where !told.isBackground {
            let same = told.frames.filter { $0.type == titleFrame.type && shares($0, titleFrame) }
            if let frame = same.first(where: { $0.actors.contains(where: titleFrame.actors.contains) }) ?? same.first {
                return Chosen(frame: completed(frame, by: titleFrame), sentence: told.sentence, index: told.index, isTitle: false)
            }
        }
        if let lead, lead.index <= 1, let own = lead.frames.first(where: { covers($0, titleFrame) }) {
            var frame = own
            if !titleFrame.isNominal {
                frame = titleFrame
                frame.speaker = own.speaker
                (frame.trigger, frame.actorMentions, frame.object) = (own.trigger, own.actorMentions, own.object)
            }
            return Chosen(frame: frame, sentence: lead.sentence, index: lead.index, isTitle: false)
        }
        for told in open.prefix(8) where !told.isBackground {
            if let frame = told.frames.first(where: { $0.type == titleFrame.type && covers($0, titleFrame) }) {
                return Chosen(frame: completed(frame, by: titleFrame), sentence: told.sentence, index: told.index, isTitle: false)
            }
        }
        if let lead, lead.index <= 2, lead.frames[0].isComplete, !titleFrame.isComplete || titleFrame.isNominal {
            return Chosen(frame: lead.frames[0], sentence: lead.sentence, index: lead.index, isTitle: false)
        }
        if let sentence = title.sentences.first { return Chosen(frame: titleFrame, sentence: sentence, index: -1, isTitle: true) }
        return lead.flatMap { best(of: $0, among: open) }
    }

    /// The lead's act; a later sentence's only where the lead tells no act of two sides or a mere attack.
    private func best(of lead: Told, among open: [Told]) -> Chosen {
        let frame = lead.frames.first { $0.type != .assault && $0.score > 0 } ?? lead.frames[0]
        let isWeak = frame.type == .assault || frame.actors.isEmpty || frame.isNominal && !frame.isComplete || frame.score < 0
        if isWeak {
            let later = open.prefix(4).filter { !$0.isBackground && $0.index != lead.index && !$0.frames.isEmpty && $0.frames[0].type != .assault }
            let other = later.first { !$0.frames[0].isNominal && !$0.frames[0].actors.isEmpty } ?? later.first { $0.frames[0].isComplete }
            if let other { return Chosen(frame: other.frames[0], sentence: other.sentence, index: other.index, isTitle: false) }
        }
        return Chosen(frame: frame, sentence: lead.sentence, index: lead.index, isTitle: false)
    }

    private func covers(_ frame: Frame, _ title: Frame) -> Bool {
        !title.parties.isEmpty && title.parties.allSatisfy { frame.parties.contains($0) || frame.mediators.contains($0) }
    }

    private func shares(_ frame: Frame, _ other: Frame) -> Bool {
        other.parties.isEmpty || frame.parties.contains { other.parties.contains($0) } || frame.parties.isEmpty
    }

    /// A side that the sentence leaves to be understood is taken from the title on the same act.
    private func completed(_ frame: Frame, by title: Frame) -> Frame {
        var frame = frame
        if frame.type.isMutual {
            if frame.actors.count < 2 { frame.actors += title.actors.filter { !frame.actors.contains($0) && !frame.mediators.contains($0) } }
        } else {
            if frame.actors.isEmpty { frame.actors = title.actors.filter { !frame.recipients.contains($0) } }
            if frame.recipients.isEmpty { frame.recipients = title.recipients.filter { !frame.actors.contains($0) } }
        }
        return frame
    }

    /// Whether a frame is a further event: both sides known, in a main clause.
    private func isFurther(_ frame: Frame) -> Bool {
        guard frame.isComplete, !frame.isSubordinate, frame.type != .assault else { return false }
        return frame.score > 1.2
    }

    private func isSameAct(_ one: Event, _ other: Event) -> Bool {
        guard one.type == other.type, one.modality == other.modality || one.type == .consult else { return false }
        let parties = Set(one.actors + one.recipients)
        return parties == Set(other.actors + other.recipients) && (one.type.isMutual || one.actors == other.actors)
    }

    /// Takes venue and date of another sentence on the same act, with that sentence as evidence.
    private func enrich(_ event: inout Event, by other: Event, _ sentence: Sentence) {
        if event.venue == nil, var venue = other.venue {
            venue.evidence = body.evidence(sentence)
            event.venue = venue
        }
        if event.date == nil, var date = other.date {
            date.evidence = body.evidence(sentence)
            event.date = date
        }
    }

    /// Mediators that one of the first sentences names, when it tells of mediating and of no other parties.
    private func addMediators(_ event: inout Event, _ told: [Told]) {
        guard event.mediators.isEmpty, event.type == .consult, event.mode != "call", event.modality != .occurred else { return }
        for told in told.prefix(3) where !told.isBoilerplate && !told.isBackground {
            let range = told.sentence.bodyStart..<told.sentence.tokens.upperBound
            let found = MediatorFinder(reading: body).mediators(in: range).filter { !event.actors.contains($0) && !event.recipients.contains($0) }
            guard !found.isEmpty else { continue }
            event.mediators = found
            event.mediatorsEvidence = body.evidence(told.sentence)
            return
        }
    }

    /// A party that denies the reports of the act makes it denied, with that sentence as evidence.
    private func addDenial(_ event: inout Event, _ told: [Told]) {
        guard event.status == .unconfirmed || event.status == .reported else { return }
        for told in told.prefix(12) where !told.isBoilerplate {
            guard let frame = told.frames.first(where: { $0.lemma == "deny" || $0.lemma == "refute" }),
                frame.type == event.type || frame.type == .reject && !body.cues(in: told.sentence.tokens).isDisjoint(with: [.rumour, .media]), frame.actors.contains(where: event.actors.contains),
                body.evidence(told.sentence).start != event.evidence.start
            else { continue }
            event.status = .denied
            event.statusBasis = frame.actors.filter(event.actors.contains)
            event.statusEvidence = body.evidence(told.sentence)
            return
        }
        // "Neither Tehran nor Washington has officially confirmed": nobody vouches.
        if event.status == .reported, let doubt = told.prefix(12).first(where: { body.cues(in: $0.sentence.tokens).contains(.unconfirmed) }),
            event.modality != .occurred
        {
            event.status = .unconfirmed
            event.statusEvidence = body.evidence(doubt.sentence)
        }
    }

    // MARK: Events

    private func event(_ frame: Frame, _ sentence: Sentence, in reading: Reading, told: [Told]) -> Event {
        let status = StatusReader(reading: reading).status(of: frame, in: sentence)
        var event = Event(
            type: frame.type, actors: frame.actors, recipients: frame.recipients, modality: frame.modality, status: status.status,
            evidence: reading.evidence(sentence))
        event.mode = frame.mode
        event.mediators = frame.mediators
        event.statusBasis = status.basis
        event.channel = status.channel
        event.origin = status.origin
        event.venue = VenueFinder(reading: reading, lexicon: lexicon).venue(of: frame, in: sentence)
        event.date = EventDateReader(reading: reading, anchor: anchor).date(near: frame.trigger, in: sentence, modality: frame.modality, excluded: saying(frame, sentence),
            said: frame.speaker.map { $0.verb..<max($0.verb, min($0.verb + 5, frame.trigger)) } ?? 0..<0)
        if let object = frame.object { event.object = reading.text(object) }
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
        let isOwn = frame.actors.contains(speaker.code) && (frame.type.isUtterance || frame.modality == .future && frame.type != .consult)
        return isOwn ? 0..<0 : speaker.verb..<min(speaker.verb + 5, frame.trigger)
    }

    /// Who acts with whom: each actor with each recipient; parties of a joint act of at most four all together.
    static func pairs(_ frame: Frame) -> [[String]] {
        if frame.type.isMutual {
            guard frame.actors.count <= 4 else { return frame.actors.dropFirst().map { [frame.actors[0], $0] } }
            return frame.actors.indices.flatMap { one in frame.actors[(one + 1)...].map { [frame.actors[one], $0] } }
        }
        return frame.actors.flatMap { actor in frame.recipients.map { [actor, $0] } }
    }
}
