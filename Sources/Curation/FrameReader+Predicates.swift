/// Acts that no verb of their own tells: judgements, and what a second verb leaves to be understood.
extension FrameReader {
    /// "X says the tariffs of Y are unacceptable", "X called Y's plan a provocation": the judgement is the act.
    func predicates(_ range: Range<Int>, _ speakers: [Speaker]) -> [Frame] {
        var frames: [Frame] = []
        for index in range where !reading.cues[index].isDisjoint(with: [.blame, .dismissal]) {
            guard isPredicate(index, range) else { continue }
            let type: EventType = reading.cues[index].contains(.blame) ? .accuse : .reject
            let judge: (code: String, end: Int)
            if let speaker = speakers.first(where: { !$0.code.isEmpty && !$0.isMedia && !$0.tokens.contains(index) }) {
                judge = (speaker.code, speaker.tokens.lowerBound > index ? range.lowerBound : speaker.tokens.upperBound)
            } else if let caller = caller(before: index, range) {
                judge = caller
            } else {
                continue
            }
            let judged = reading.mentions.first {
                $0.first >= judge.end && $0.first < index && !$0.code.isEmpty && $0.code != judge.code && !$0.isPlace
            }
            guard let judged else { continue }
            var frame = Frame(
                type: type, mode: type == .reject ? "refusal" : "criticism", trigger: index, lemma: "",
                actors: [judge.code],
                recipients: [judged.code], modality: .occurred, isSubordinate: false, isNominal: false,
                speaker: speakers.first { $0.code == judge.code }, score: 0)
            frame.score = score(frame, range)
            frames.append(frame)
        }
        return frames
    }

    /// Whether a judging word is said of something: after "is", "as" or a thing that is called so, not before a noun.
    private func isPredicate(_ index: Int, _ range: Range<Int>) -> Bool {
        let next = index + 1
        return next >= range.upperBound || reading.tokens[next].kind != .word || !reading.cues[next].isEmpty
    }

    /// "X calls", "X described": who a judgement without a verb of saying belongs to.
    private func caller(before index: Int, _ range: Range<Int>) -> (code: String, end: Int)? {
        var place = index - 1
        while place > range.lowerBound, index - place < 12 {
            let before = reading.mentionAt[place - 1]
            if lexicon.words.calling.contains(reading.tokens[place].word), before >= 0,
                reading.mentions[before].isStrong,
                !reading.mentions[before].code.isEmpty
            {
                return (reading.mentions[before].code, place)
            }
            place -= 1
        }
        return nil
    }

    /// "X blames Y for the raid, expels ambassador": the second act of X is towards Y, too.
    func shareTargets(_ frames: inout [Frame]) {
        let shared: Set<EventType> = [.sanction, .coerce, .reject, .threaten, .accuse, .request]
        for index in frames.indices {
            let frame = frames[index]
            guard shared.contains(frame.type), !frame.isNominal, frame.actors.count == 1, frame.recipients.isEmpty,
                let earlier = frames.first(where: {
                    $0.trigger < frame.trigger && !$0.isNominal && !$0.type.isMutual && $0.actors == frame.actors
                        && !$0.recipients.isEmpty
                })
            else { continue }
            frames[index].recipients = earlier.recipients
            // A deed told with a comment is the news.
            frames[index].score += frame.type == .sanction || frame.type == .coerce ? 2 : 1.4
        }
    }
}
