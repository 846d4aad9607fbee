/// Tells whose words put a party on record: a named person of it, its office or the body itself, that says something now.
///
/// A state's bare name is nobody's word ("Peru warned Chile", "Peru says" in a headline), unless prose tells that it said or
/// announced something, or how it spoke ("in a statement"). What somebody will say, did not say or only seems to say is not said.
struct Voice {
    let reading: Reading
    let register: PersonRegister

    /// Whether a speaker's words put its party on record.
    ///
    /// - Parameters:
    ///   - speaker: who is quoted.
    ///   - range: the sentence.
    /// - Returns: whether they do.
    func isOnRecord(_ speaker: Speaker, in range: Range<Int>) -> Bool {
        guard !speaker.code.isEmpty, !speaker.isAnonymous, !speaker.isMedia, isSaid(speaker.verb, in: range),
            !isAside(speaker, in: range)
        else { return false }
        guard speaker.mention >= 0 else {
            return speaker.isOffice && !Self.nameless.contains(word(speaker.verb - 1))
        }
        let mention = reading.mentions[speaker.mention]
        guard !mention.isPossessive, isSpeaking(mention, verb: speaker.verb) else { return false }
        return isNamed(mention) || isStatement(near: speaker.verb, in: range)
            || !reading.isTitle && Self.saying.contains(word(speaker.verb))
    }

    /// The parties that do an act in public words of their own: "the foreign minister condemned", "the ministry announced".
    ///
    /// - Parameters:
    ///   - frame: the act.
    ///   - range: the sentence.
    /// - Returns: the codes, each once.
    func parties(uttering frame: Frame, in range: Range<Int>) -> [String] {
        guard !frame.isNominal, Self.isPublic(frame), range.contains(frame.trigger), isSaid(frame.trigger, in: range),
            !isToldByAnother(frame)
        else { return [] }
        if frame.actors.count == 1, isOffice(before: frame.trigger, in: range) { return frame.actors }
        let isStatement = isStatement(near: frame.trigger, in: range)
        let codes = frame.actorMentions.compactMap { number -> String? in
            guard reading.mentions.indices.contains(number) else { return nil }
            let mention = reading.mentions[number]
            guard frame.actors.contains(mention.code), !mention.isPossessive,
                isNamed(mention) || isStatement && !mention.isPlace
            else {
                return nil
            }
            return mention.code
        }
        return codes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// "Peru offered help — Chile": a headline that ends in the name of who tells it.
    private func isToldByAnother(_ frame: Frame) -> Bool {
        guard reading.isTitle, let dash = reading.tokens.lastIndex(where: { $0.kind == .dash }), dash > frame.trigger,
            reading.tokens.count - dash <= 6
        else { return false }
        return reading.mentions.contains { $0.first > dash && !$0.code.isEmpty && !frame.actors.contains($0.code) }
    }

    /// "He thanked", "its foreign ministry warned", "the ministry also demanded": a person or an office that was named before.
    private func isOffice(before verb: Int, in range: Range<Int>) -> Bool {
        var end = verb
        if end - 1 > range.lowerBound, word(end - 1) == "also" { end -= 1 }
        if end > range.lowerBound, ["he", "she"].contains(word(end - 1)) { return true }
        return (max(range.lowerBound + 1, end - 4)..<max(range.lowerBound + 1, end)).contains { start in
            guard reading.mentionAt[start] < 0, !Self.nameless.contains(word(end - 1)),
                let match = reading.lexicon.officePhrases.longestMatch(in: reading.tokens, at: start)
            else { return false }
            return start + match.length == end && ["the", "its", "their"].contains(word(start - 1))
        }
    }

    // MARK: Who speaks

    /// Whether nobody else stands between a name and the verb: "Peru, experts say".
    private func isSpeaking(_ mention: Mention, verb: Int) -> Bool {
        guard mention.last < verb else { return true }
        return reading.cues(in: (mention.last + 1)..<verb).isDisjoint(with: .analyst)
    }

    /// Whether a mention names a person, an office or a body, and not merely a state or people without a name.
    func isNamed(_ mention: Mention) -> Bool {
        guard !mention.code.isEmpty, !isFormer(mention) else { return false }
        let office = mention.office >= 0 ? reading.lexicon.offices[Int(mention.office)].rank : nil
        if office == .lawmaker { return false }
        if mention.person >= 0 { return true }
        if office != nil { return !Self.nameless.contains(word(mention.last)) }
        guard mention.entity >= 0 else { return false }
        switch reading.lexicon.entities[Int(mention.entity)].kind {
        case .government, .movement, .organisation: return true
        default: return false
        }
    }

    private func isFormer(_ mention: Mention) -> Bool {
        if mention.person >= 0, register.records[mention.person].person.office.hasPrefix("former") { return true }
        let before = max(0, mention.first - 2)..<mention.first
        return (before.lowerBound..<min(mention.last + 1, reading.tokens.count)).contains {
            Self.formerly.contains(word($0))
        }
    }

    // MARK: Whether it is said

    /// Whether what a verb says is said: not to be said, not left unsaid, not long ago, and no mere claim to a thing.
    private func isSaid(_ verb: Int, in range: Range<Int>) -> Bool {
        guard !Self.silent.contains(where: word(verb).hasPrefix) else { return false }
        var place = verb
        for _ in 0..<3 {
            guard let before = reading.previous(place, in: range), reading.mentionAt[before] < 0 else { break }
            if !reading.cues[before].isDisjoint(with: [.future, .hypothetical, .negation, .to]) { return false }
            // "is said to", "was described as"
            if reading.cues[before].contains(.be), !reading.forms[verb].contains(.gerund) { return false }
            if Self.seeming.contains(word(before)) { return false }
            guard
                reading.cues[before].contains(.have)
                    || reading.tokens[before].kind == .word && reading.cues[before].isEmpty
            else { break }
            place = before
        }
        // "reported to be running out of patience"
        if reading.isTitle || reading.forms[verb].contains(.participle), word(verb + 1) == "to", word(verb) != "told" {
            return !["reported", "said", "alleged"].contains(word(verb))
        }
        let near = max(range.lowerBound, verb - 3)..<min(verb + 6, range.upperBound)
        return !reading.cues(in: near).contains(.background) && !isClaim(verb, in: range)
    }

    /// "Peru claims the islands", "claims sovereignty": a claim to a thing is no saying.
    private func isClaim(_ verb: Int, in range: Range<Int>) -> Bool {
        guard word(verb).hasPrefix("claim") else { return false }
        let after = (verb + 1)..<max(verb + 1, min(verb + 7, range.upperBound))
        return !after.contains {
            !reading.verbs[$0].isEmpty
                || !reading.cues[$0].isDisjoint(with: [.be, .have, .that, .future, .hypothetical])
        }
    }

    /// "the islands, which Peru says are its own", "what the ministry called": what is said is of something beside the act.
    private func isAside(_ speaker: Speaker, in range: Range<Int>) -> Bool {
        let first = speaker.mention >= 0 ? reading.mentions[speaker.mention].first : speaker.tokens.lowerBound
        guard first < speaker.verb, var before = reading.previous(first, in: range) else { return false }
        if reading.cues[before].contains(.determiner), !Self.relatives.contains(word(before)) {
            before = reading.previous(before, in: range) ?? before
        }
        return Self.relatives.contains(word(before))
            || reading.cues[before].contains(.subordinate) && word(before) != "as"
    }

    /// "said in a statement", "told reporters": the words near a verb tell how it was said.
    private func isStatement(near verb: Int, in range: Range<Int>) -> Bool {
        let near = max(range.lowerBound, verb - 1)..<min(verb + 9, range.upperBound)
        return !reading.cues(in: near).isDisjoint(with: [.onRecord, .social])
    }

    private func word(_ index: Int) -> String {
        reading.tokens.indices.contains(index) ? reading.text(index..<(index + 1)).lowercased() : ""
    }

    /// Whether an act is done by saying it for all to hear, or is announced by who will do it.
    private static func isPublic(_ frame: Frame) -> Bool {
        guard let verb = frame.lemma.split(separator: " ").first.map(String.init) else { return false }
        switch frame.modality {
        case .occurred: return frame.type.isUtterance && utterances.contains(verb) || announcements.contains(verb)
        case .future: return announcements.contains(verb)
        case .hypothetical, .negated: return false
        }
    }

    private static let announcements: Set<String> = [
        "announce", "unveil", "pledge", "promise", "vow", "order", "declare",
    ]

    /// Verbs that do by saying; what is felt, done or written is not among them.
    private static let utterances: Set<String> = [
        "urge", "call", "demand", "ask", "appeal", "propose", "plead", "implore", "insist", "invite", "request",
        "accuse",
        "blame", "condemn", "criticise", "criticize", "denounce", "slam", "blast", "rebuke", "deplore", "decry",
        "lambast",
        "lambaste", "scold", "castigate", "berate", "lash", "hit", "allege", "complain", "protest", "voice", "express",
        "threaten", "warn", "caution", "reject", "dismiss", "rule", "deny", "refute", "rebut", "decline", "refuse",
        "praise",
        "hail", "laud", "extol", "applaud", "congratulate", "thank", "commend", "salute", "welcome", "reassure",
        "assure",
        "reiterate", "reaffirm", "say", "tell", "announce", "vow", "pledge", "promise", "offer", "endorse", "excoriate",
        "upbraid", "chastise", "lament",
    ]

    private static let saying: Set<String> = ["said", "says", "announced", "told", "declared", "stated"]
    /// Verbs that the reading takes for saying, and that tell of no words.
    private static let silent = ["believ", "think", "thought", "show", "read", "hint", "signal", "indicat"]
    private static let seeming: Set<String> = [
        "seemingly", "apparently", "effectively", "tacitly", "indirectly", "implicitly", "appearing", "seeming",
    ]
    private static let formerly: Set<String> = [
        "former", "ex", "ousted", "deposed", "exiled", "toppled", "late", "onetime",
    ]
    private static let nameless: Set<String> = [
        "official", "officials", "source", "sources", "diplomat", "diplomats", "authorities", "leaders", "ministers",
        "envoys", "negotiators", "delegates", "delegation", "delegations", "team", "counterparts", "aides", "advisers",
        "troops", "soldiers", "forces", "mediators",
    ]
    private static let relatives: Set<String> = ["which", "what", "that"]
}
