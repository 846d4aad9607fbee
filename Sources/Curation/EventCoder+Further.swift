internal import Notation

/// The further events of an article: which acts count, which are the same act told again, what they leave to be understood.
extension EventCoder {
    /// Whether a frame is a further event: both sides known, or the one of states without a name, in a main clause.
    func isFurther(_ frame: Frame, in sentence: Sentence) -> Bool {
        guard !frame.isSubordinate, frame.type != .assault,
            frame.isComplete || frame.isByUnnamedStates || isUtteranceOfOne(frame, in: sentence)
        else { return false }
        // "X and Y facilitating contacts": between whom is not told.
        let isBare = frame.recipients.isEmpty && frame.actors.allSatisfy(frame.mediators.contains)
        // "efforts to ease tensions between X and Y": whose, is not told.
        let isNobodys = frame.actors.isEmpty && frame.modality != .occurred
        return frame.score > 1.2 && (!isBare && !isNobodys || frame.isByUnnamedStates)
    }

    /// "X condemned the decision": said for all to hear, whomever it is about, in words that can stand alone.
    private func isUtteranceOfOne(_ frame: Frame, in sentence: Sentence) -> Bool {
        frame.type.isUtterance && frame.type != .statement && frame.actors.count == 1
            && (frame.isOwnType || frame.object != nil)
            && !frame.isNominal && frame.modality == .occurred
            && frame.actorMentions.contains { body.mentions[$0].first < frame.trigger && body.mentions[$0].isStrong }
            && StandingWords(reading: body).tell(frame, in: sentence)
    }

    /// "X has vetoed the loan": below the opening, a perfect that has no day and that nobody is said to tell is how things
    /// stand, not news (guidelines E2.4).
    func isStanding(_ frame: Frame, _ told: Told) -> Bool {
        guard !told.isOpening, !frame.isNominal, frame.speaker == nil, frame.modality == .occurred else { return false }
        let range = told.sentence.bodyStart..<told.sentence.tokens.upperBound
        guard body.cues(in: range).isDisjoint(with: [.anonymous, .media, .rumour]) else { return false }
        let before = max(range.lowerBound, frame.trigger - 4)..<frame.trigger
        guard before.contains(where: { lexicon.words.has.contains(body.tokens[$0].word) }) else { return false }
        return !range.contains { index in
            guard body.tokens[index].word >= 0, let word = lexicon.words.dates[body.tokens[index].word] else {
                return false
            }
            switch word {
            case .weekday, .today, .tonight, .yesterday: return true
            default: return false
            }
        }
    }

    /// In an article on two states, what one of them says or talks about is towards the other unless the sentence tells else.
    func understood(_ frame: Frame, by primary: Event?) -> Frame {
        guard let primary, frame.parties.count == 1, frame.actors.count == 1, !frame.isSubordinate,
            frame.modality != .negated
        else { return frame }
        let parties = primary.actors + primary.recipients
        guard parties.count == 2, parties.contains(frame.actors[0]),
            let other = parties.first(where: { $0 != frame.actors[0] })
        else { return frame }
        var frame = frame
        if frame.type == .reject || frame.type == .threaten {
            frame.recipients = [other]
        } else if frame.type == .mobilize, frame.isNominal == false {
            frame.recipients = [other]
        } else if frame.type == .consult, frame.isNominal, frame.speaker?.code == frame.actors[0], isUnderWay(frame) {
            frame.actors.append(other)
            frame.score += 2
        } else if frame.type == .consult, !frame.mediators.isEmpty, frame.modality == .hypothetical {
            // What mediators lay before one of two is between the two.
            frame.actors.append(other)
        } else {
            return frame
        }
        frame.score += 1
        return frame
    }

    /// "negotiations were already under way".
    func isUnderWay(_ frame: Frame) -> Bool {
        let end = min(frame.trigger + 8, body.tokens.count)
        return (frame.trigger..<end).contains {
            ["way", "underway", "ongoing", "place"].contains(body.text($0..<($0 + 1)))
        }
    }

    /// "The talks would involve ...": place and day of "the talks" stand in the sentence before.
    func takePlace(_ event: inout Event, before told: Told, _ all: [Told]) {
        guard event.type == .consult, told.index > 0, event.venue == nil || event.date == nil,
            let previous = all.first(where: { $0.index == told.index - 1 }),
            previous.frames.allSatisfy({ $0.parties.count < 2 }), !previous.isBoilerplate,
            let noun = previous.sentence.tokens.first(where: { isConsultNoun($0) }),
            told.sentence.tokens.contains(where: {
                isConsultNoun($0) && $0 > 0 && body.tokens[$0 - 1].word == lexicon.words.the
            })
        else { return }
        let frame = Frame(
            type: .consult, mode: "meeting", trigger: noun, lemma: "", actors: [], recipients: [],
            modality: event.modality, isSubordinate: false,
            isNominal: true, score: 0)
        if event.venue == nil,
            var venue = VenueFinder(reading: body, lexicon: lexicon).venue(of: frame, in: previous.sentence)
        {
            venue.evidence = body.evidence(previous.sentence)
            event.venue = venue
        }
        if event.date == nil,
            var date = EventDateReader(reading: body, anchor: anchor).date(
                near: noun, in: previous.sentence, modality: event.modality)
        {
            date.evidence = body.evidence(previous.sentence)
            event.date = date
        }
    }

    func isConsultNoun(_ index: Int) -> Bool {
        body.nouns[index] >= 0 && lexicon.nouns[Int(body.nouns[index])].type == .consult
    }

    func isSameAct(_ one: Event, _ other: Event) -> Bool {
        // Talks under way are not the talks that are planned.
        guard one.type == other.type,
            one.modality == other.modality
                || one.type == .consult && one.modality != .occurred && other.modality != .occurred
        else { return false }
        if !other.mediators.isEmpty, Set(one.mediators) != Set(other.mediators) { return false }
        if other.venue != nil, one.venue != other.venue, one.status != other.status { return false }
        let parties = Set(one.actors + one.recipients)
        return parties == Set(other.actors + other.recipients) && (one.type.isMutual || one.actors == other.actors)
    }

    /// Takes venue and date of another sentence on the same act, with that sentence as evidence.
    func enrich(_ event: inout Event, by other: Event, _ sentence: Sentence) {
        if event.venue == nil, var venue = other.venue {
            venue.evidence = body.evidence(sentence)
            event.venue = venue
        }
        if event.date == nil, var date = other.date {
            date.evidence = body.evidence(sentence)
            event.date = date
        }
    }
}
