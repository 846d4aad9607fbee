internal import Notation

/// Tells sentences of history and explanation from the news (guidelines E2.4, E2.5).
struct BackgroundReader {
    let reading: Reading
    let anchor: CalendarDate?

    func isBackground(_ sentence: Sentence, _ frame: Frame?) -> Bool {
        let range = sentence.bodyStart..<end(of: sentence, frame)
        var hadPluperfect = false
        for index in range {
            let cue = reading.cues[index]
            if cue.contains(.background) { return true }
            if cue.contains(.analyst), index < range.lowerBound + 8 || range.upperBound - index < 8 { return true }
            if let year = year(index), isPast(year) { return true }
            if let frame, index < frame.trigger, frame.trigger - index <= 3, cue.contains(.have),
                reading.text(index..<(index + 1)) == "had", frame.speaker == nil
            {
                hadPluperfect = true
            }
            if isOlderMonth(index, range) || isOlderDay(index, range) { return true }
        }
        return hadPluperfect
    }

    /// "urged both to respect the deal, signed 25 years ago": what is added behind the act is older, not the act.
    private func end(of sentence: Sentence, _ frame: Frame?) -> Int {
        let end = sentence.tokens.upperBound
        guard let frame, frame.trigger + 1 < end else { return end }
        return (frame.trigger + 1..<end - 1).first {
            reading.tokens[$0].kind == .comma
                && (reading.cues[$0 + 1].contains(.relative) || reading.forms[$0 + 1].contains(.participle))
        } ?? end
    }

    private func year(_ index: Int) -> Int? {
        let token = reading.tokens[index]
        guard token.kind == .number, token.end - token.start == 4 else { return nil }
        return Int(String(decoding: reading.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)).flatMap {
            (1900...2100).contains($0) ? $0 : nil
        }
    }

    private func isPast(_ year: Int) -> Bool { year < (anchor?.parts.year ?? 2026) }

    /// Whether a date such as "January 3", read in March, is a day more than ten days before the publication.
    private func isOlderDay(_ index: Int, _ range: Range<Int>) -> Bool {
        guard let anchor, index > range.lowerBound, reading.tokens[index].word >= 0,
            case .month(let month)? = reading.lexicon.words.dates[reading.tokens[index].word],
            reading.tokens[index].shape == .capital,
            index + 1 < range.upperBound, reading.tokens[index + 1].kind == .number,
            let day = Int(reading.text((index + 1)..<(index + 2))),
            let date = CalendarDate(year: anchor.parts.year, month: month, day: day)
        else { return false }
        return date < anchor.adding(days: -10) && reading.cues(in: range).isDisjoint(with: .future)
    }

    /// "in June", when June is not this month or the next and no day is given.
    private func isOlderMonth(_ index: Int, _ range: Range<Int>) -> Bool {
        guard reading.tokens[index].word >= 0,
            case .month(let month)? = reading.lexicon.words.dates[reading.tokens[index].word],
            reading.tokens[index].shape == .capital, index > range.lowerBound
        else { return false }
        let before = reading.tokens[index - 1]
        guard before.word == reading.lexicon.words.in || reading.cues[index - 1].contains(.preposition) else {
            return false
        }
        let hasDay =
            index + 1 < range.upperBound && reading.tokens[index + 1].kind == .number
            && reading.tokens[index + 1].end - reading.tokens[index + 1].start <= 2
        if hasDay { return false }
        if !reading.cues(in: range).isDisjoint(with: .future) { return false }
        guard let anchor else { return true }
        let behind = (anchor.parts.month - month + 12) % 12
        return behind >= 1 && behind <= 10
    }
}
