/// Tells whether words in the act's clause end, undo or doubt it, or make its doer a former one.
///
/// Rules and weights read most of these words right, but a sanction lifted that is told as a sanction is the worst that we
/// can print; so any of them hides what kind of act it is.
struct ActDoubt {
    let coded: EventCoder.Result
    let title: Reading
    let body: Reading

    /// How far from the act's word in a long sentence its clause reaches, in tokens.
    private static let reach = 14

    /// Whether headline or evidence doubt the event.
    func doubts(_ event: Event) -> Bool {
        guard let primary = coded.primary, let place = coded.primaryPlace else { return true }
        if !place.isTitle, isDoubted(around: primary.trigger, place.sentence, in: body, of: event) { return true }
        guard let sentence = title.sentences.first else { return false }
        let own = coded.titleFrames.first { $0.type == event.type } ?? coded.titleFrames.first
        return isDoubted(
            around: place.isTitle ? primary.trigger : own?.trigger ?? -1, sentence, in: title, of: event)
    }

    private func isDoubted(around trigger: Int, _ sentence: Sentence, in reading: Reading, of event: Event) -> Bool {
        let clause = clause(around: trigger, sentence, in: reading)
        var hiding: Cue = []
        if event.modality != .negated { hiding.formUnion([.negation, .denial]) }
        if event.modality == .occurred || event.modality == .future { hiding.insert(.hypothetical) }
        return clause.contains { index in
            let isOwn =
                index == trigger || trigger >= 0 && index > trigger && index < trigger + reading.lengths[trigger]
            if isOwn { return false }
            if reading.tokens[index].kind == .stop, !reading.isTitle { return false }
            if reading.isTitle, reading.tokens[index].kind == .stop,
                reading.bytes[Int(reading.tokens[index].start)] == UInt8(ascii: "?")
            {
                return true
            }
            let isHiding = !reading.cues[index].isDisjoint(with: hiding) || !reading.doubts[index].isEmpty
            return isHiding && reading.mentionAt[index] < 0
        }
    }

    /// The tokens between the borders of the clause, at most ``reach`` before and after.
    private func clause(around trigger: Int, _ sentence: Sentence, in reading: Reading) -> Range<Int> {
        let range = sentence.bodyStart..<sentence.tokens.upperBound
        guard range.contains(trigger) else { return range }
        func isBorder(_ index: Int) -> Bool {
            reading.tokens[index].kind == .semicolon
                || reading.cues[index].contains(.subordinate) && reading.cues[index].isDisjoint(with: .against)
        }
        var first = trigger
        while first > range.lowerBound, trigger - first < Self.reach, !isBorder(first - 1) { first -= 1 }
        var last = trigger
        while last + 1 < range.upperBound, last - trigger < Self.reach, !isBorder(last + 1) { last += 1 }
        return first..<(last + 1)
    }
}
