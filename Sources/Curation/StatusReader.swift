/// Tells who vouches for an act, and how the source knows (guidelines E6).
struct StatusReader {
    let reading: Reading
    let register: PersonRegister

    struct Result {
        var status: Status
        var basis: [String] = []
        var channel: Channel?
        var origin = ""
    }

    func status(of frame: Frame, in sentence: Sentence) -> Result {
        let range = sentence.bodyStart..<sentence.tokens.upperBound
        let cues = reading.cues(in: range)
        let onRecord: Channel = cues.contains(.social) ? .socialPost : .onRecord
        if cues.contains(.denial), frame.modality == .negated || frame.lemma == "deny" && !isDenyingRequest(frame) {
            return Result(status: .denied, basis: deniers(frame, sentence), channel: onRecord)
        }
        if reading.isUnconfirmed(in: range) { return Result(status: .unconfirmed) }
        if let speaker = frame.speaker, speaker.isAnonymous || speaker.isMedia { return nameless(speaker, cues) }
        if let speaker = frame.speaker, frame.actors.contains(speaker.code),
            Voice(reading: reading, register: register).isOnRecord(speaker, in: range)
        {
            // "X reportedly told the press": somebody else says that X said it.
            if frame.type.isUtterance, cues.contains(.rumour) { return Result(status: .reported) }
            return Result(status: .onRecord, basis: [speaker.code], channel: onRecord)
        }
        if cues.contains(.anonymous) { return Result(status: .unconfirmed, channel: .anonymous) }
        if cues.contains(.rumour) { return Result(status: .unconfirmed) }
        // What the other side or a third says that somebody did.
        if let speaker = frame.speaker, !speaker.code.isEmpty, !frame.actors.contains(speaker.code),
            !isAddition(speaker.verb, to: frame)
        {
            return Result(status: .reported)
        }
        let basis = Voice(reading: reading, register: register).parties(uttering: frame, in: range)
        return basis.isEmpty
            ? Result(status: .reported) : Result(status: .onRecord, basis: basis, channel: onRecord)
    }

    /// "X thanked Y and said": who speaks in what is added is who acts, whatever name stands nearest.
    private func isAddition(_ verb: Int, to frame: Frame) -> Bool {
        verb > frame.trigger && verb > 0 && reading.cues[verb - 1].contains(.and)
    }

    /// The status of what an outlet or somebody without a name tells.
    private func nameless(_ speaker: Speaker, _ cues: Cue) -> Result {
        if speaker.isAnonymous { return Result(status: .unconfirmed, channel: .anonymous) }
        let first = speaker.tokens.lowerBound
        return Result(
            status: cues.contains(.rumour) || cues.contains(.anonymous) ? .unconfirmed : .reported,
            channel: .agencyReport,
            origin: reading.text(first..<max(first + 1, min(speaker.verb, speaker.tokens.upperBound))))
    }

    /// "X denied Y's request": a refusal that stands, where "X denied that" and "X denied any request" deny a fact.
    private func isDenyingRequest(_ frame: Frame) -> Bool {
        guard frame.type == .reject, let object = frame.object?.first else { return false }
        return (frame.trigger..<object).contains { reading.tokens[$0].isPossessive }
    }

    /// Of the parties to a denied act, those before the word that denies: "Fiji denied that it had agreed to meet Samoa".
    private func deniers(_ frame: Frame, _ sentence: Sentence) -> [String] {
        guard let denial = sentence.tokens.first(where: { reading.cues[$0].contains(.denial) }) else {
            return frame.actors
        }
        let before = reading.mentions.lazy.filter { sentence.tokens.contains($0.first) && $0.first < denial }
        let found = frame.actors.filter { code in before.contains { $0.code == code } }
        return found.isEmpty ? frame.actors : found
    }
}
