/// Acts that no verb of their own tells: judgements, and what a second verb leaves to be understood.
extension FrameReader {
    /// "X says the tariffs of Y are unacceptable", "X called Y's plan a provocation": the judgement is the act.
    func predicates(_ range: Range<Int>, _ speakers: [Speaker]) -> [Frame] {
        var frames = orders(range, speakers) + menaces(range, speakers)
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

    /// "We are ready for war", told by X: a threat of X.
    private func menaces(_ range: Range<Int>, _ speakers: [Speaker]) -> [Frame] {
        range.compactMap { index in
            guard reading.cues[index].contains(.menace),
                let speaker = speakers.last(where: { !$0.tokens.contains(index) && !$0.code.isEmpty && !$0.isMedia })
            else { return nil }
            var frame = Frame(
                type: .threaten, mode: "warning", trigger: index, lemma: "", actors: [speaker.code], recipients: [],
                modality: .occurred, isSubordinate: false, isNominal: false, speaker: speaker, score: 0)
            frame.score = score(frame, range) + 0.4
            return frame
        }
    }

    /// "X told Y to leave": a demand of X.
    private func orders(_ range: Range<Int>, _ speakers: [Speaker]) -> [Frame] {
        var frames: [Frame] = []
        for index in range where lexicon.words.telling.contains(reading.tokens[index].word) {
            guard
                let told = (index + 1..<max(index + 1, min(index + 4, range.upperBound))).lazy
                    .map({ reading.mentionAt[$0] }).first(where: { $0 >= 0 })
            else { continue }
            let mention = reading.mentions[told]
            let teller = speakers.last { $0.verb == index }?.code ?? caller(before: index + 1, range)?.code ?? ""
            guard !teller.isEmpty, teller != mention.code, !mention.code.isEmpty, !mention.isPlace,
                mention.governed.isEmpty,
                mention.last + 1 < range.upperBound, reading.cues[mention.last + 1].contains(.to)
            else { continue }
            var frame = Frame(
                type: .request, mode: "demand", trigger: index, lemma: "tell", actors: [teller],
                recipients: [mention.code],
                modality: .occurred, isSubordinate: false, isNominal: false, speaker: nil, score: 0)
            frame.score = score(frame, range) + 0.5
            frames.append(frame)
        }
        return frames
    }

    /// Whether a judging word is said of something: after "is", "as" or a thing that is called so, not before a noun.
    private func isPredicate(_ index: Int, _ range: Range<Int>) -> Bool {
        // "was behind the raid": the phrase itself says that it is said of something.
        if reading.lengths[index] > 1 { return true }
        let next = index + 1
        return next >= range.upperBound || reading.tokens[next].kind != .word || !reading.cues[next].isEmpty
    }

    /// "X calls", "X described": who a judgement without a verb of saying belongs to.
    private func caller(before index: Int, _ range: Range<Int>) -> (code: String, end: Int)? {
        var place = index - 1
        while place > range.lowerBound, index - place < 12 {
            let before = reading.mentionAt[place - 1]
            if lexicon.words.calling.contains(reading.tokens[place].word)
                || lexicon.words.telling.contains(reading.tokens[place].word), before >= 0,
                reading.mentions[before].isStrong,
                !reading.mentions[before].code.isEmpty
            {
                return (reading.mentions[before].code, place)
            }
            place -= 1
        }
        return nil
    }

    /// "X and Y met and settled their dispute": a meeting whose result is told is typed by its result (guidelines, section 4).
    func preferResults(_ frames: inout [Frame]) {
        for index in frames.indices {
            let frame = frames[index]
            guard frame.type == .agree, frame.isComplete, !frame.isNominal, !frame.isSubordinate,
                frame.modality == .occurred,
                let meeting = frames.first(where: {
                    $0.type == .consult && $0.trigger < frame.trigger && !$0.isNominal && !$0.isSubordinate
                        && $0.actors.contains(where: frame.actors.contains)
                })
            else { continue }
            frames[index].score = max(frame.score, meeting.score + 0.1)
        }
    }

    /// "X flew to Lima to meet Y": what the journey was for came with it.
    func meetAtGoal(_ frames: inout [Frame]) {
        for index in frames.indices where frames[index].type == .consult && !frames[index].isNominal {
            let goal = frames[index]
            guard goal.modality == .future, goal.trigger > 0, reading.cues[goal.trigger - 1].contains(.to),
                let journey = frames.first(where: {
                    $0.type == .consult && $0.mode == "visit" && !$0.isNominal && $0.trigger < goal.trigger
                        && !$0.isSubordinate && $0.actors.first == goal.actors.first
                })
            else { continue }
            frames[index].modality = journey.modality
        }
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
