internal import Notation

/// Meetings that are off, put off or on again, and deals that are undone: what their sentences tell is no meeting held and no
/// deal reached.
extension EventCoder {
    /// An act with what its sentence says of its end.
    struct Ended {
        var frame: Frame
        var phase: Phase?
        /// The kind of act that is undone.
        var undoes: EventType?
        /// The tokens among which the day of the meeting stands; nil where nothing is said of an end.
        var days: Range<Int>?
    }

    /// Returns a frame as the act that it leaves.
    func ended(_ frame: Frame, _ sentence: Sentence, in reading: Reading) -> Ended {
        var ended = Ended(frame: frame)
        let range = sentence.bodyStart..<sentence.tokens.upperBound
        let isCalledOff = frame.type == .reject && frame.mode == "cancellation"
        // An act of the title that stands for a sentence of a text without grammar has no word in it.
        guard range.contains(frame.trigger), frame.modality == .occurred || frame.type == .consult,
            frame.mode != "call",
            let (ending, token) = EndingReader(reading: reading).ending(near: frame.trigger, in: range)
        else { return ended }
        // "tears up its deal": a sanction or a refusal as it stands.
        if [.sanction, .concede, .reject].contains(frame.type), !isCalledOff {
            let isOfDeal = (token..<min(token + 10, range.upperBound)).contains {
                reading.nouns[$0] >= 0 && lexicon.nouns[Int(reading.nouns[$0])].type == .agree
            }
            if isOfDeal, ending == .undone || ending == .cancelled { ended.undoes = .agree }
            return ended
        }
        guard frame.type == .consult || frame.type == .agree || isCalledOff else { return ended }
        if frame.type == .agree {
            return ending == .undone || ending == .cancelled ? undone(frame, by: token, in: reading) : ended
        }
        guard let meeting = meeting(of: frame, range, in: reading) else { return ended }
        switch ending {
        case .cancelled, .postponed, .backOn:
            ended.frame.type = .consult
            ended.frame.mode =
                frame.type == .consult ? frame.mode : reading.lexicon.nouns[Int(reading.nouns[meeting])].mode
            ended.frame.actors = frame.parties
            ended.frame.recipients = []
            ended.phase = ending == .cancelled ? .cancelled : ending == .postponed ? .postponed : .scheduled
            ended.frame.modality = ending == .backOn ? .future : .negated
            ended.days =
                ending == .backOn
                ? token..<range.upperBound : days(of: meeting, token, range, in: reading)
            if ending == .postponed, let new = newDay(after: token, range, in: reading) {
                ended.frame.modality = .future
                ended.days = new
            }
        case .cutShort:
            ended.undoes = .consult
        case .undone:
            if frame.type == .consult, frame.modality == .occurred { ended.phase = .failed }
        }
        return ended
    }

    /// A deal that is torn up or falls apart: a refusal by whoever does it, of all where nobody does.
    private func undone(_ frame: Frame, by token: Int, in reading: Reading) -> Ended {
        var ended = Ended(frame: frame, undoes: .agree)
        let doer = reading.mentions.last {
            $0.last < token && token - $0.last <= 4 && $0.isStrong && $0.governed.isEmpty
        }
        ended.frame.type = .reject
        ended.frame.mode = "refusal"
        ended.frame.modality = .occurred
        if let doer, token < frame.trigger, frame.actors.contains(doer.code) {
            ended.frame.recipients = frame.parties.filter { $0 != doer.code }
            ended.frame.actors = [doer.code]
        }
        return ended
    }

    /// The noun of the meeting that a frame tells or calls off.
    private func meeting(of frame: Frame, _ range: Range<Int>, in reading: Reading) -> Int? {
        func isMeeting(_ index: Int) -> Bool {
            reading.nouns[index] >= 0 && lexicon.nouns[Int(reading.nouns[index])].type == .consult
        }
        if frame.type == .consult { return frame.trigger }
        let end = min(frame.trigger + 12, range.upperBound)
        let after = (frame.trigger..<max(frame.trigger, end)).first(where: isMeeting)
        return after ?? (max(range.lowerBound, frame.trigger - 8)..<frame.trigger).last(where: isMeeting)
    }

    /// Where the day of a meeting stands, and not that of its being called off: "Friday's meeting", "talks set for Friday".
    private func days(of meeting: Int, _ token: Int, _ range: Range<Int>, in reading: Reading) -> Range<Int> {
        let possessive = (max(range.lowerBound, meeting - 4)..<meeting).last { reading.tokens[$0].isPossessive }
        let start = possessive.map { max(range.lowerBound, $0 - 1) } ?? meeting
        return start..<(token > meeting ? token : range.upperBound)
    }

    /// "until March 20", "to Friday": the day to which a meeting is put off.
    private func newDay(after token: Int, _ range: Range<Int>, in reading: Reading) -> Range<Int>? {
        let links = [lexicon.words.to, lexicon.words.for]
        return (token + 1..<max(token + 1, min(token + 10, range.upperBound))).first { index in
            links.contains(reading.tokens[index].word)
                || ["until", "till"].contains(reading.text(index..<(index + 1)).lowercased())
        }.flatMap { link in
            let days = link + 1..<min(link + 6, range.upperBound)
            let sentence = Sentence(tokens: days, bodyStart: days.lowerBound, isHeading: false)
            let date = EventDateReader(reading: reading, anchor: anchor).date(
                near: days.lowerBound, in: sentence, modality: .future)
            return date == nil ? nil : days
        }
    }
}
