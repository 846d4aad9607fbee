/// Tells whether an act's words mean something without the sentences before: what stands from its verb to the end of its
/// clause, without days and weeks and without what another clause adds ("it", "he" and "both" point elsewhere).
struct StandingWords {
    let reading: Reading

    /// What stands far behind its verb tells little of the act.
    private static let limit = 160
    /// Longer subjects of a passive are clauses of their own.
    private static let subjectLimit = 12

    /// Whether an act told in English by a verb of its own can stand alone.
    func tell(_ frame: Frame, in sentence: Sentence) -> Bool {
        guard let clause = frame.clause, clause.lowerBound == frame.trigger, !frame.isNominal,
            let verb = Self.baseForm(frame.lemma), verb != "deny" || frame.type == .reject,
            !isGoverned(frame.trigger, sentence), let subject = subject(of: frame)
        else { return false }
        var first = frame.trigger + reading.lengths[frame.trigger]
        // "agreed on Wednesday to ...": the preposition is that of the day.
        if verb.hasSuffix(" on") { first += lengthOfTime(first, first..<clause.upperBound) }
        guard first <= clause.upperBound else { return false }
        let range = frame.isPassive ? subjectOfPassive(frame, sentence) : first..<end(of: clause, frame, sentence)
        let tokens = trimmed(understood(kept(range)))
        guard let start = tokens.first, tokens.count > 1 || reading.mentionAt[start] >= 0 else { return false }
        return tokens.count <= (frame.isPassive ? Self.subjectLimit : .max) && !lacksObject(tokens, of: frame)
            && names(tokens, frame, beside: subject)
    }

    /// "in favour of opening the chapters": who acts is not told to do it.
    private func isGoverned(_ index: Int, _ sentence: Sentence) -> Bool {
        guard reading.forms[index] == .gerund, index > sentence.bodyStart else { return false }
        return !reading.cues[index - 1].isDisjoint(with: [.preposition, .with, .against, .by, .to])
    }

    /// The end of a clause with what hangs on its last noun ("the demand that ..."), up to where it is told who says so.
    private func end(of clause: Range<Int>, _ frame: Frame, _ sentence: Sentence) -> Int {
        var end = clause.upperBound
        guard end < sentence.tokens.upperBound,
            reading.cues[end].contains(.that)
                || frame.speaker?.tokens.lowerBound == end && reading.cues[end].isDisjoint(with: [.and, .says])
        else { return end }
        while end < sentence.tokens.upperBound, reading.tokens[end].kind != .comma { end += 1 }
        return end
    }

    /// "labourers arrested in the province": without an object it was done to who stands before.
    private func lacksObject(_ tokens: [Int], of frame: Frame) -> Bool {
        guard [.coerce, .sanction, .assault, .concede, .aid].contains(frame.type), !frame.isPassive,
            reading.forms[frame.trigger].contains(.participle), let first = tokens.first
        else { return false }
        return !reading.cues[first].isDisjoint(with: [.preposition, .by]) && reading.mentionAt[first] < 0
    }

    /// What stands before the auxiliary of a passive: "Fourteen Thai soldiers" were handed over.
    private func subjectOfPassive(_ frame: Frame, _ sentence: Sentence) -> Range<Int> {
        var start = frame.trigger
        for place in stride(from: frame.trigger - 1, through: max(sentence.bodyStart, frame.trigger - 4), by: -1)
        where !reading.cues[place].isDisjoint(with: [.be, .have]) {
            start = place
        }
        return sentence.bodyStart..<(start < frame.trigger ? start : sentence.bodyStart)
    }

    /// The verb as it stands in a lexicon, without the modal that some have.
    private static func baseForm(_ lemma: String) -> String? {
        let words = lemma.split(separator: " ")
        let isModal = words.first == "will" || words.first == "would"
        let verb = words.dropFirst(isModal ? 1 : 0)
        guard let first = verb.first, first != "be", first != "have" else { return nil }
        return verb.joined(separator: " ")
    }

    /// Whom the verb has as its subject: for acts of one side the actors, for acts done together those before the verb.
    private func subject(of frame: Frame) -> [String]? {
        var codes: [String] = []
        for mention in frame.actorMentions where mention < reading.mentions.count {
            let found = reading.mentions[mention]
            if found.first < frame.trigger, frame.actors.contains(found.code), !codes.contains(found.code) {
                codes.append(found.code)
            }
        }
        if frame.type.isMutual { return codes.isEmpty || frame.isPassive ? nil : codes }
        return frame.actors.isEmpty ? nil : frame.actors
    }

    /// The tokens of a clause without times, up to what is added behind a comma.
    private func kept(_ range: Range<Int>) -> [Int] {
        var kept: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let token = reading.tokens[index]
            let length = lengthOfTime(index, range)
            if length > 0 {
                while let last = kept.last, Self.beforeTimes.contains(word(last)) { kept.removeLast() }
                index += length
                continue
            }
            if word(index) == "and", index + 1 < range.upperBound,
                Self.pointing.contains(word(index + 1)) || reading.cues[index + 1].contains(.says)
            {
                return kept
            }
            switch token.kind {
            case .comma where !isInNumber(index, range) && !isInList(index, range), .colon, .semicolon, .dash,
                .openParenthesis, .closeParenthesis,
                .lineEnd:
                return kept
            case .stop where index + 1 >= range.upperBound: return kept
            default: kept.append(index)
            }
            index += 1
        }
        return kept
    }

    /// The tokens that a time takes: "Monday", "Monday's", "this week", "on 3 March" as far as the day.
    private func lengthOfTime(_ index: Int, _ range: Range<Int>) -> Int {
        var end = index
        if Self.days.contains(word(index)) {
            end = index + 1
        } else if Self.relatives.contains(word(index)), index + 1 < range.upperBound,
            Self.spans.contains(word(index + 1)) || Self.days.contains(word(index + 1))
        {
            end = index + 2
        }
        guard end > index else { return 0 }
        if end + 1 < range.upperBound, ["to", "and", "or", "until", "through"].contains(word(end)),
            Self.days.contains(word(end + 1))
        {
            end += 2
        }
        if end < range.upperBound, reading.tokens[end].isPossessive { end += 1 }
        return end - index
    }

    private func isInNumber(_ index: Int, _ range: Range<Int>) -> Bool {
        index + 1 < range.upperBound && reading.tokens[index + 1].start == reading.tokens[index].end
    }

    /// Whether a comma parts the members of a list, whose last is behind "and".
    private func isInList(_ index: Int, _ range: Range<Int>) -> Bool {
        var place = index + 1
        while place < range.upperBound, place < index + 7 {
            if reading.cues[place].contains(.and) { return true }
            if !reading.verbs[place].isEmpty, reading.mentionAt[place] < 0 { return false }
            place += 1
        }
        return false
    }

    /// Without the words at the end that lead to what is left out, without half a quotation, and not too long.
    private func trimmed(_ tokens: [Int]) -> [Int] {
        var tokens = tokens
        let quotes = tokens.indices.filter { isQuote(tokens[$0]) }
        if quotes.count % 2 == 1, let last = quotes.last { tokens.removeSubrange(last...) }
        if text(tokens).utf8.count > Self.limit {
            return []
        }
        while let last = tokens.last, Self.leading.contains(word(last)) || reading.tokens[last].kind == .comma {
            tokens.removeLast()
        }
        return tokens
    }

    private func isQuote(_ index: Int) -> Bool {
        [.quote, .openQuote, .closeQuote].contains(reading.tokens[index].kind)
    }

    /// The words before the first that means nothing without the sentences before ("for what she called ...").
    private func understood(_ tokens: [Int]) -> [Int] {
        guard let first = tokens.first, !Self.pointing.contains(word(first)) else { return [] }
        let personal = tokens.firstIndex { reading.tokens[$0].shape != .upper && Self.personal.contains(word($0)) }
        guard let personal else { return tokens }
        let start = tokens[..<personal].lastIndex { Self.opening.contains(word($0)) } ?? 0
        return Array(tokens[..<start])
    }

    /// Whether all sides that are not the subject are named by the words.
    private func names(_ tokens: [Int], _ frame: Frame, beside subject: [String]) -> Bool {
        let others = frame.parties.filter { !subject.contains($0) }
        // "rejected the demand": it is the other side's.
        if frame.type == .reject, others.count == 1, frame.recipients == others, let first = tokens.first,
            word(first) == "the"
        {
            return true
        }
        return others.allSatisfy { code in
            tokens.contains { reading.mentionAt[$0] >= 0 && reading.mentions[reading.mentionAt[$0]].code == code }
        }
    }

    private func word(_ index: Int) -> String { reading.text(index..<(index + 1)).lowercased() }

    /// The tokens as written; where something is left out there is a space.
    private func text(_ tokens: [Int]) -> String {
        var text = ""
        var start = 0
        for place in tokens.indices where place + 1 == tokens.count || tokens[place + 1] != tokens[place] + 1 {
            let part = reading.text(tokens[start]..<(tokens[place] + 1))
            text += (text.isEmpty || part.hasPrefix(",") ? "" : " ") + part
            start = place + 1
        }
        return text
    }

    private static let days: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
        "tonight",
    ]
    private static let relatives: Set<String> = ["this", "last", "next", "the"]
    private static let spans: Set<String> = ["week", "month", "year", "weekend", "morning", "evening", "afternoon"]
    private static let beforeTimes: Set<String> = [
        "on", "late", "early", "earlier", "later", "from", "until", "since", "of", "end", "start", "beginning", "the",
        "at", "by", "in", "for", "during",
    ]
    private static let leading: Set<String> = [
        "and", "or", "but", "to", "of", "in", "on", "at", "for", "with", "by", "from", "the", "a", "an", "that", "as",
        "after", "before", "its", "their", "over", "about", "against", "into", "when", "while", "if", "only", "also",
        "under", "during", "than", "starting", "beginning", "effective", "including", "what", "is", "was", "were",
        "are", "has", "have", "had", "will", "would", "not", "until",
    ]
    private static let pointing: Set<String> = ["it", "him", "them", "this", "these", "those", "both", "so", "such"]
    /// Before a pronoun, where what it belongs to begins.
    private static let opening: Set<String> = [
        "for", "of", "with", "in", "over", "on", "at", "to", "about", "as", "what", "that", "which", "who", "from",
        "if",
        "by",
    ]
    private static let personal: Set<String> = [
        "i", "we", "you", "me", "us", "my", "our", "your", "he", "him", "his", "she", "her", "they", "them", "here",
    ]
}
