internal import Notation

/// Codes an article's events: one frame a sentence, the primary one told by title and lead.
struct EventCoder {
    let lexicon: LexiconTables
    let title: Reading
    let body: Reading
    let register: PersonRegister
    let anchor: CalendarDate?
    /// The two states of the title, when there are just two.
    let pair: [String]

    /// A sentence with the frames that were read in it.
    struct Told {
        var sentence: Sentence
        var index: Int
        var frames: [Frame]
        var speakers: [Speaker]
        var isBackground: Bool
        var isBoilerplate: Bool
        /// Whether it is one of the first two sentences that are no boilerplate.
        var isOpening = false
    }

    struct Result {
        var events: [Event] = []
        var background: [Evidence] = []
        /// The acts of the headline, best first.
        var titleFrames: [Frame] = []
        var told: [Told] = []
        /// What the primary event was made of.
        var primary: Frame?
        /// The sentence that tells the primary event, and whether it is the headline.
        var primaryPlace: (sentence: Sentence, isTitle: Bool)?
    }

    /// Returns the events, the primary one first.
    func code() -> Result {
        var result = Result()
        result.titleFrames = title.sentences.first.map { frames(of: $0, in: title) } ?? []
        result.told = told()
        let chosen = primary(result.told, result.titleFrames.first ?? (title.sentences.isEmpty ? headline() : nil))
        var used: [Event] = []
        if let chosen {
            let reading = chosen.isTitle ? title : body
            var event = event(
                withOtherSide(chosen.frame, chosen.sentence, in: reading), chosen.sentence, in: reading,
                told: result.told)
            event.isPrimary = true
            addMediators(&event, result.told)
            addPlace(&event, result.told)
            addDenial(&event, result.told)
            addVoucher(&event, result.told)
            withdrawVouchers(&event, result.told)
            used.append(event)
            result.primary = chosen.frame
            result.primaryPlace = (chosen.sentence, chosen.isTitle)
        }
        var seen = Set<UInt64>()
        for told in result.told where !told.isBackground && !told.isBoilerplate && told.index != chosen?.index {
            // A standfirst that the body says again is one telling.
            guard seen.insert(body.hash(of: told.sentence)).inserted else { continue }
            guard
                let frame = told.frames.lazy.map({ understood($0, by: used.first) }).first(where: {
                    isFurther($0, in: told.sentence) && !isStanding($0, told)
                }), used.count < 12
            else { continue }
            var event = event(frame, told.sentence, in: body, told: result.told)
            takePlace(&event, before: told, result.told)
            if let twin = used.firstIndex(where: { isSameAct($0, event) }) {
                enrich(&used[twin], by: event, told.sentence)
            } else {
                used.append(event)
            }
        }
        result.events = used.map { event in
            var event = event
            event.isInHeadline = event.evidence.part == .title || result.titleFrames.contains { tells($0, event) }
            return event
        }
        result.background = result.told.filter { $0.isBackground && !$0.isBoilerplate && $0.frames.first != nil }.map {
            body.evidence($0.sentence)
        }
        return result
    }

    /// The act of the first heading, which stands for a title where there is none.
    private func headline() -> Frame? {
        for (index, sentence) in body.sentences.prefix(4).enumerated() where sentence.isHeading {
            if let frame = frames(of: sentence, in: body).first, index <= 3 { return frame }
        }
        return nil
    }

    /// Whether the headline tells an act: the same kind, done by the same side, denied or not as it is; beside the news of the
    /// article only in a clause of its own.
    private func tells(_ frame: Frame, _ event: Event) -> Bool {
        guard frame.type == event.type, (frame.modality == .negated) == (event.modality == .negated),
            event.isPrimary || !frame.isNominal
        else { return false }
        let parties = event.actors + event.recipients
        if frame.type.isMutual || frame.actors.isEmpty { return frame.parties.contains(where: parties.contains) }
        return frame.actors.contains(where: event.actors.isEmpty ? parties.contains : event.actors.contains)
    }

    // MARK: Sentences

    private func told() -> [Told] {
        var result: [Told] = []
        var antecedent: Int?
        var opening = 0
        for (index, sentence) in body.sentences.enumerated() where index < 80 {
            let range = sentence.bodyStart..<sentence.tokens.upperBound
            let isBoilerplate = sentence.isHeading || Boilerplate.isBoilerplate(body, sentence)
            let read: (frames: [Frame], speakers: [Speaker]) =
                isBoilerplate ? ([], []) : read(sentence, in: body, antecedent: antecedent)
            let background = BackgroundReader(reading: body, anchor: anchor).isBackground(sentence, read.frames.first)
            result.append(
                Told(
                    sentence: sentence, index: index, frames: read.frames, speakers: read.speakers,
                    isBackground: background && index > 0,
                    isBoilerplate: isBoilerplate))
            if !isBoilerplate {
                result[result.count - 1].isOpening = opening < 2
                opening += 1
            }
            if let subject = firstSubject(range) { antecedent = subject }
        }
        return result
    }

    private func firstSubject(_ range: Range<Int>) -> Int? {
        guard
            let first = body.mentions.indices.first(where: { index in
                let mention = body.mentions[index]
                return range.contains(mention.first) && mention.isStrong && mention.governed.isEmpty
                    && !mention.code.isEmpty && !mention.isPlace
            })
        else { return nil }
        let isSubject = !(range.lowerBound..<body.mentions[first].first).contains {
            body.cues[$0].contains(.says) || !body.verbs[$0].isEmpty
        }
        return isSubject ? first : nil
    }

    private func frames(of sentence: Sentence, in reading: Reading) -> [Frame] {
        read(sentence, in: reading, antecedent: nil).frames
    }

    private func read(_ sentence: Sentence, in reading: Reading, antecedent: Int?) -> (
        frames: [Frame], speakers: [Speaker]
    ) {
        var reader = FrameReader(
            reading: reading, lexicon: lexicon, antecedent: antecedent.map { reading.mentions[$0].code } ?? "",
            antecedentMention: antecedent ?? -1)
        if !reading.isTitle { reader.pair = pair }
        let frames = reader.frames(of: sentence)
        return (frames, reader.speakers)
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
        if let lead, lead.index <= 1, isForeign, titleFrame.isComplete,
            lead.frames.contains(where: { shares($0, titleFrame) })
        {
            return Chosen(frame: titleFrame, sentence: lead.sentence, index: lead.index, isTitle: false)
        }
        if titleFrame.isNominal, let lead, lead.index <= 1, let frame = lead.frames.first, !frame.isNominal,
            frame.isComplete, shares(frame, titleFrame)
        {
            return Chosen(frame: frame, sentence: lead.sentence, index: lead.index, isTitle: false)
        }
        for told in open.prefix(3) where !told.isBackground {
            let top = told.frames.first?.score ?? 0
            let same = told.frames.filter {
                $0.type == titleFrame.type && shares($0, titleFrame) && $0.score > top - 1.4
                    && !isReversed($0, titleFrame)
            }
            if let frame = same.first(where: { $0.actors.contains(where: titleFrame.actors.contains) }) ?? same.first {
                return Chosen(
                    frame: completed(frame, by: titleFrame), sentence: told.sentence, index: told.index, isTitle: false)
            }
        }
        if let lead, lead.index <= 1, let own = lead.frames.first(where: { covers($0, titleFrame) }) {
            var frame = own
            let isFuller = own.type == titleFrame.type && own.isComplete && !titleFrame.isComplete
            if !titleFrame.isNominal, !isFuller {
                frame = titleFrame
                frame.speaker = own.speaker
                (frame.trigger, frame.actorMentions, frame.object) = (own.trigger, own.actorMentions, own.object)
                // The words after one verb say nothing after another.
                (frame.clause, frame.isPassive) = (own.lemma == frame.lemma ? own.clause : nil, own.isPassive)
            }
            return Chosen(frame: frame, sentence: lead.sentence, index: lead.index, isTitle: false)
        }
        for told in open.prefix(8) where !told.isBackground {
            if let frame = told.frames.first(where: { $0.type == titleFrame.type && covers($0, titleFrame) }) {
                return Chosen(
                    frame: completed(frame, by: titleFrame), sentence: told.sentence, index: told.index, isTitle: false)
            }
        }
        if let lead, lead.index <= 2, lead.frames[0].isComplete,
            titleFrame.isNominal || !titleFrame.isComplete && body.forms[lead.frames[0].trigger] != .gerund
        {
            return Chosen(frame: lead.frames[0], sentence: lead.sentence, index: lead.index, isTitle: false)
        }
        if let sentence = title.sentences.first {
            return Chosen(frame: titleFrame, sentence: sentence, index: -1, isTitle: true)
        }
        return lead.flatMap { best(of: $0, among: open) }
    }

    /// Whether the text is read without grammar, so that its title tells sides better than its sentences.
    private var isForeign: Bool { !(body.language == "en" || body.language.isEmpty) }

    /// The lead's act; a later sentence's only where the lead tells no act of two sides or a mere attack.
    private func best(of lead: Told, among open: [Told]) -> Chosen {
        let frame = lead.frames.first { $0.type != .assault && $0.score > 0 } ?? lead.frames[0]
        let isWeak =
            frame.type == .assault || frame.actors.isEmpty && !frame.isByUnnamedStates
            || frame.isNominal && !frame.isComplete || frame.score < 0
        if isWeak {
            let later = open.prefix(4).filter {
                !$0.isBackground && $0.index != lead.index && !$0.frames.isEmpty && $0.frames[0].type != .assault
            }
            let other =
                later.first { !$0.frames[0].isNominal && !$0.frames[0].actors.isEmpty }
                ?? later.first { $0.frames[0].isComplete }
            if let other {
                return Chosen(frame: other.frames[0], sentence: other.sentence, index: other.index, isTitle: false)
            }
        }
        return Chosen(frame: frame, sentence: lead.sentence, index: lead.index, isTitle: false)
    }

    private func covers(_ frame: Frame, _ title: Frame) -> Bool {
        !title.parties.isEmpty
            && title.parties.allSatisfy { frame.parties.contains($0) || frame.mediators.contains($0) }
    }

    private func shares(_ frame: Frame, _ other: Frame) -> Bool {
        other.parties.isEmpty || frame.parties.contains { other.parties.contains($0) } || frame.parties.isEmpty
    }

    /// Whether one side does in a sentence what is done to it in the title.
    private func isReversed(_ frame: Frame, _ title: Frame) -> Bool {
        !frame.type.isMutual && !frame.actors.isEmpty && !title.actors.isEmpty
            && !frame.actors.contains(where: title.actors.contains)
            && frame.actors.contains(where: title.recipients.contains)
    }

    /// A side that the sentence leaves to be understood is taken from the title on the same act.
    private func completed(_ frame: Frame, by title: Frame) -> Frame {
        var frame = frame
        if frame.type.isMutual {
            if frame.actors.count < 2 {
                frame.actors += title.actors.filter { !frame.actors.contains($0) && !frame.mediators.contains($0) }
            }
        } else {
            if frame.actors.isEmpty { frame.actors = title.actors.filter { !frame.recipients.contains($0) } }
            if frame.recipients.isEmpty { frame.recipients = title.recipients.filter { !frame.actors.contains($0) } }
        }
        return frame
    }
}
