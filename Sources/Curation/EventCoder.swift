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
        let chosen = primary(result.told, result.titleFrame)
        var used: [Event] = []
        if let chosen {
            var event = event(chosen.frame, chosen.sentence, in: chosen.isTitle ? title : body, told: result.told)
            event.isPrimary = true
            addMediators(&event, result.told)
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
        body.mentions.indices.first { index in
            let mention = body.mentions[index]
            return range.contains(mention.first) && mention.isStrong && mention.governed.isEmpty && !mention.code.isEmpty && !mention.isPlace
        }
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
        if let titleFrame {
            for told in open.prefix(8) where !told.isBackground {
                if let frame = told.frames.first(where: { $0.type == titleFrame.type && shares($0, titleFrame) }) {
                    return Chosen(frame: completed(frame, by: titleFrame), sentence: told.sentence, index: told.index, isTitle: false)
                }
            }
            if let lead = open.first, let frame = lead.frames.first(where: { shares($0, titleFrame) }), titleFrame.score < frame.score {
                return Chosen(frame: frame, sentence: lead.sentence, index: lead.index, isTitle: false)
            }
            if let lead = open.first, titleFrame.isComplete || titleFrame.type.isUtterance {
                var frame = titleFrame
                if let own = lead.frames.first(where: { shares($0, titleFrame) }) {
                    frame.speaker = nil
                    frame.trigger = own.trigger
                    frame.actorMentions = own.actorMentions
                    frame.object = own.object
                    return Chosen(frame: frame, sentence: lead.sentence, index: lead.index, isTitle: false)
                }
            }
            if let lead = open.first(where: { !$0.frames.isEmpty && !$0.isBackground }), let frame = lead.frames.first, lead.index <= 2,
                frame.isComplete, !titleFrame.isComplete
            {
                return Chosen(frame: frame, sentence: lead.sentence, index: lead.index, isTitle: false)
            }
            return title.sentences.first.map { Chosen(frame: titleFrame, sentence: $0, index: -1, isTitle: true) }
        }
        let candidates = open.prefix(5).filter { !$0.frames.isEmpty && !$0.isBackground }
        guard let lead = candidates.first(where: { $0.frames[0].isComplete }) ?? candidates.first else { return nil }
        return Chosen(frame: lead.frames[0], sentence: lead.sentence, index: lead.index, isTitle: false)
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
        event.date = EventDateReader(reading: reading, anchor: anchor).date(near: frame.trigger, in: sentence, modality: frame.modality)
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

    /// Who acts with whom: each actor with each recipient; parties of a joint act of at most four all together.
    static func pairs(_ frame: Frame) -> [[String]] {
        if frame.type.isMutual {
            guard frame.actors.count <= 4 else { return frame.actors.dropFirst().map { [frame.actors[0], $0] } }
            return frame.actors.indices.flatMap { one in frame.actors[(one + 1)...].map { [frame.actors[one], $0] } }
        }
        return frame.actors.flatMap { actor in frame.recipients.map { [actor, $0] } }
    }
}
