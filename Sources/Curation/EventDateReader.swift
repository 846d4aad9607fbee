internal import Notation

/// Resolves the dates of a sentence against the day of publication.
struct EventDateReader {
    let reading: Reading
    /// The day of publication, or that of a dateline; nil leaves weekdays unknown.
    let anchor: CalendarDate?

    /// Returns the date that stands nearest to an act, preferring one after it.
    ///
    /// `excluded` are tokens whose dates belong to another act, such as the saying of it.
    /// `said` are tokens whose dates lie in the past, whatever the act's modality.
    func date(
        near trigger: Int, in sentence: Sentence, modality: Modality, excluded: Range<Int> = 0..<0,
        said: Range<Int> = 0..<0
    ) -> EventDate? {
        var best: (distance: Int, date: EventDate)?
        var index = sentence.bodyStart
        var isSubordinate = false
        let isAhead = modality == .future || modality == .hypothetical
        if isAhead, let end = endOfOpening(before: trigger, in: sentence) { index = end }
        while index < sentence.tokens.upperBound {
            if index > trigger, reading.cues[index].contains(.subordinate),
                reading.cues[index].isDisjoint(with: .against)
            {
                isSubordinate = true
            }
            if reading.tokens[index].kind == .comma, index > trigger { isSubordinate = false }
            if excluded.contains(index) || isSubordinate {
                index += 1
                continue
            }
            guard
                let (date, length) = date(
                    at: index, in: sentence, modality: said.contains(index) ? .occurred : modality)
            else {
                index += 1
                continue
            }
            let distance = index > trigger ? index - trigger : (trigger - index) * 2
            if best.map({ distance < $0.distance }) ?? true { best = (distance, date) }
            index += length
        }
        return best?.date
    }

    /// "Later on Monday, officials said talks were planned": the day before the comma is that of the saying, not of the plan.
    private func endOfOpening(before trigger: Int, in sentence: Sentence) -> Int? {
        let start = sentence.bodyStart
        guard
            let comma = (start..<min(start + 6, sentence.tokens.upperBound)).first(where: {
                reading.tokens[$0].kind == .comma
            }), comma < trigger
        else { return nil }
        let isSaid = (comma + 1..<min(comma + 9, max(comma + 1, trigger))).contains {
            reading.cues[$0].contains(.says) && reading.mentionAt[$0] < 0
        }
        return isSaid ? comma + 1 : nil
    }

    private func word(_ index: Int, _ end: Int) -> KnownWords.DateWord? {
        guard index < end, reading.tokens[index].word >= 0 else { return nil }
        return reading.lexicon.words.dates[reading.tokens[index].word]
    }

    private func number(_ index: Int, _ end: Int) -> Int? {
        guard index < end, reading.tokens[index].kind == .number else { return nil }
        let bytes = reading.bytes[Int(reading.tokens[index].start)..<Int(reading.tokens[index].end)]
        guard bytes.count <= 4 else { return nil }
        var value = 0
        for byte in bytes {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    private func date(at index: Int, in sentence: Sentence, modality: Modality) -> (date: EventDate, length: Int)? {
        let end = sentence.tokens.upperBound
        guard let first = word(index, end) else {
            if let range = dayRange(at: index, end) { return range }
            if let day = number(index, end), (1...31).contains(day), case .month(let month)? = word(index + 1, end),
                isMonth(index + 1)
            {
                return monthDay(month, day, year: number(index + 2, end), index, length: 2)
            }
            return nil
        }
        switch first {
        case .month(let month):
            guard isMonth(index) else { return nil }
            if let day = number(index + 1, end), (1...31).contains(day) {
                var after = index + 2
                if after < end,
                    isLink(after) || reading.tokens[after].isJoined,
                    let last = number(reading.tokens[after].isJoined ? after : after + 1, end), (1...31).contains(last),
                    last > day,
                    let start = resolve(month, day, year: nil), let stop = resolve(month, last, year: nil)
                {
                    return (EventDate(start: start, end: stop, precision: .range), after + 2 - index)
                }
                if after < end, reading.tokens[after].kind == .comma { after += 1 }
                return monthDay(month, day, year: number(after, end), index, length: 2)
            }
            if let year = number(index + 1, end), (1900...2100).contains(year) { return wholeMonth(month, year, 2) }
            guard let anchor else { return nil }
            return wholeMonth(month, anchor.parts.year, 1)
        case .weekday(let day):
            // "Wednesday, March 18": the day of the month says which Wednesday.
            let next = index + 1 < end && reading.tokens[index + 1].kind == .comma ? index + 2 : index + 1
            if namesDay(next, end), let (date, length) = date(at: next, in: sentence, modality: modality) {
                return (date, next + length - index)
            }
            guard let anchor else { return nil }
            let isNext = index > 0 && word(index - 1, end) == .next
            let isLast = index > 0 && word(index - 1, end) == .last
            var difference = day - anchor.weekday
            if modality == .future || modality == .hypothetical {
                if difference < 0 || isNext { difference += 7 }
            } else if difference > 0 || isLast {
                difference -= 7
            }
            let date = anchor.adding(days: difference)
            return (EventDate(start: date, end: date, precision: .day), 1)
        case .today, .tonight: return single(0)
        case .tomorrow: return single(1)
        case .yesterday: return single(-1)
        case .this, .next, .coming, .last: return relative(first, word(index + 1, end))
        case .weekend:
            guard let anchor else { return nil }
            let back =
                modality == .future
                ? 5 - anchor.weekday : (anchor.weekday >= 5 ? 5 - anchor.weekday : -2 - anchor.weekday)
            let start = anchor.adding(days: back)
            return (EventDate(start: start, end: start.adding(days: 1), precision: .range), 1)
        default: return nil
        }
    }

    private func isLink(_ index: Int) -> Bool {
        reading.tokens[index].kind == .dash || reading.tokens[index].word == reading.lexicon.words.to
            || reading.tokens[index].word == reading.lexicon.words.and
    }

    /// "5 to 6 March", "5-6 March".
    private func dayRange(at index: Int, _ end: Int) -> (date: EventDate, length: Int)? {
        guard let first = number(index, end), (1...31).contains(first), index + 1 < end else { return nil }
        let next = reading.tokens[index + 1].isJoined ? index + 1 : index + 2
        guard next == index + 1 || isLink(index + 1), let last = number(next, end), (1...31).contains(last),
            last > first,
            case .month(let month)? = word(next + 1, end), isMonth(next + 1),
            let start = resolve(month, first, year: nil), let stop = resolve(month, last, year: nil), stop > start
        else { return nil }
        return (EventDate(start: start, end: stop, precision: .range), next + 2 - index)
    }

    /// Whether a day of a month stands here: "March 18" or "18 March".
    private func namesDay(_ index: Int, _ end: Int) -> Bool {
        func isMonthName(_ index: Int) -> Bool {
            if case .month = word(index, end) { true } else { false }
        }
        return isMonthName(index) && number(index + 1, end) != nil
            || number(index, end) != nil && isMonthName(index + 1)
    }

    /// "may" is a month only when it is written as a name beside a number or a preposition.
    private func isMonth(_ index: Int) -> Bool {
        guard reading.tokens[index].shape == .capital else { return false }
        guard reading.cues[index].contains(.hypothetical) else { return true }
        return number(index + 1, reading.tokens.count) != nil
            || index > 0 && number(index - 1, reading.tokens.count) != nil
    }

    private func single(_ days: Int) -> (date: EventDate, length: Int)? {
        guard let day = anchor?.adding(days: days) else { return nil }
        return (EventDate(start: day, end: day, precision: .day), 1)
    }

    private func relative(_ first: KnownWords.DateWord, _ second: KnownWords.DateWord?) -> (
        date: EventDate, length: Int
    )? {
        guard let anchor, let second else { return nil }
        let step = first == .next ? 1 : (first == .last ? -1 : 0)
        switch second {
        case .week:
            guard first != .coming else { return nil }
            let monday = anchor.adding(days: -anchor.weekday + 7 * step)
            return (EventDate(start: monday, end: monday.adding(days: 6), precision: .week), 2)
        case .wholeMonth:
            let (year, month, _) = anchor.parts
            let index = year * 12 + month - 1 + step
            return wholeMonth(index % 12 + 1, index / 12, 2)
        case .weekend:
            let saturday = anchor.adding(days: 5 - anchor.weekday + 7 * step)
            return (EventDate(start: saturday, end: saturday.adding(days: 1), precision: .range), 2)
        // "this year" tells no day.
        case .year where first == .next || first == .last:
            let year = anchor.parts.year + step
            guard let start = CalendarDate(year: year, month: 1, day: 1),
                let end = CalendarDate(year: year, month: 12, day: 31)
            else { return nil }
            return (EventDate(start: start, end: end, precision: .year), 2)
        case .weekday(let day) where first == .next:
            let date = anchor.adding(days: day - anchor.weekday + (day <= anchor.weekday ? 7 : 0))
            return (EventDate(start: date, end: date, precision: .day), 2)
        default: return nil
        }
    }

    private func wholeMonth(_ month: Int, _ year: Int, _ length: Int) -> (date: EventDate, length: Int)? {
        guard let start = CalendarDate(year: year, month: month, day: 1),
            let end = CalendarDate(year: year, month: month, day: CalendarDate.dayCount(year: year, month: month))
        else { return nil }
        return (EventDate(start: start, end: end, precision: .month), length)
    }

    private func monthDay(_ month: Int, _ day: Int, year: Int?, _ index: Int, length: Int) -> (
        date: EventDate, length: Int
    )? {
        let isYear = year.map { (1900...2100).contains($0) } ?? false
        guard let date = resolve(month, day, year: isYear ? year : nil) else { return nil }
        return (EventDate(start: date, end: date, precision: .day), length + (isYear ? 1 : 0))
    }

    /// A day without a year lies within half a year of the anchor.
    private func resolve(_ month: Int, _ day: Int, year: Int?) -> CalendarDate? {
        if let year { return CalendarDate(year: year, month: month, day: day) }
        guard let anchor else { return nil }
        let candidates = (-1...1).compactMap { CalendarDate(year: anchor.parts.year + $0, month: month, day: day) }
        return candidates.min { abs($0.dayNumber - anchor.dayNumber) < abs($1.dayNumber - anchor.dayNumber) }
    }
}
