/// Tells who vouches for an act, and how the source knows (guidelines E6).
struct StatusReader {
    let reading: Reading

    struct Result {
        var status: Status
        var basis: [String]
        var channel: Channel?
        var origin: String
    }

    func status(of frame: Frame, in sentence: Sentence) -> Result {
        let cues = reading.cues(in: sentence.bodyStart..<sentence.tokens.upperBound)
        let isSocial = cues.contains(.social)
        let onRecord: Channel = isSocial ? .socialPost : .onRecord
        if cues.contains(.denial), frame.modality == .negated || frame.lemma == "deny" && !isDenyingRequest(frame) {
            return Result(status: .denied, basis: deniers(frame, sentence), channel: onRecord, origin: "")
        }
        if cues.contains(.unconfirmed) { return Result(status: .unconfirmed, basis: [], channel: nil, origin: "") }
        if let speaker = frame.speaker {
            let origin =
                speaker.isMedia
                ? reading.text(
                    speaker.tokens
                        .lowerBound..<max(speaker.tokens.lowerBound + 1, min(speaker.verb, speaker.tokens.upperBound)))
                : ""
            if speaker.isAnonymous { return Result(status: .unconfirmed, basis: [], channel: .anonymous, origin: "") }
            if speaker.isMedia {
                return Result(
                    status: cues.contains(.rumour) || cues.contains(.anonymous) ? .unconfirmed : .reported, basis: [],
                    channel: .agencyReport,
                    origin: speaker.mention >= 0 || !origin.isEmpty ? origin : "")
            }
            if !speaker.code.isEmpty, frame.actors.contains(speaker.code) {
                // "X reportedly told the press": somebody else says that X said it.
                if frame.type.isUtterance, cues.contains(.rumour) {
                    return Result(status: .reported, basis: [], channel: nil, origin: "")
                }
                return Result(status: .onRecord, basis: [speaker.code], channel: onRecord, origin: "")
            }
            if cues.contains(.rumour) { return Result(status: .unconfirmed, basis: [], channel: nil, origin: "") }
            if cues.contains(.anonymous) {
                return Result(status: .unconfirmed, basis: [], channel: .anonymous, origin: "")
            }
            if frame.type.isUtterance, speaker.code.isEmpty, !frame.actors.isEmpty {
                return Result(status: .onRecord, basis: frame.actors, channel: onRecord, origin: "")
            }
            return Result(status: .reported, basis: [], channel: nil, origin: "")
        }
        if cues.contains(.anonymous) { return Result(status: .unconfirmed, basis: [], channel: .anonymous, origin: "") }
        if cues.contains(.rumour) { return Result(status: .unconfirmed, basis: [], channel: nil, origin: "") }
        if ["announce", "unveil", "pledge", "promise", "vow", "order"].contains(frame.lemma), !frame.actors.isEmpty {
            return Result(status: .onRecord, basis: frame.actors, channel: onRecord, origin: "")
        }
        if frame.type.isUtterance, !frame.actors.isEmpty, frame.modality != .future,
            !frame.isNominal || frame.modality == .occurred
        {
            return Result(status: .onRecord, basis: frame.actors, channel: onRecord, origin: "")
        }
        return Result(status: .reported, basis: [], channel: nil, origin: "")
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
