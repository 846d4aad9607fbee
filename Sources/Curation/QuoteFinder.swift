/// Finds stretches in double quotation marks and who said them (guidelines E10).
struct QuoteFinder {
    private let reading: Reading
    private let register: PersonRegister
    private let lexicon: LexiconTables
    /// Every speaker of the body, in order.
    private let speakers: [Speaker]

    init(reading: Reading, register: PersonRegister, lexicon: LexiconTables) {
        self.reading = reading
        self.register = register
        self.lexicon = lexicon
        var found: [Speaker] = []
        for sentence in reading.sentences {
            let finder = SpeakerFinder(reading: reading, antecedent: "", antecedentMention: -1)
            found += finder.speakers(in: sentence)
        }
        speakers = found
    }

    /// Returns the quotes of at least six words.
    func quotes() -> [Quote] {
        var quotes: [Quote] = []
        var index = 0
        let tokens = reading.tokens
        while index < tokens.count {
            guard tokens[index].kind == .openQuote || tokens[index].kind == .quote, let close = closing(index) else {
                index += 1
                continue
            }
            let inside = (index + 1)..<close
            if inside.count(where: { tokens[$0].isWord && !tokens[$0].isPossessive && !tokens[$0].isJoined }) >= 6,
                let name = name(of: index, close, after: quotes.last)
            {
                quotes.append(
                    Quote(
                        speaker: name.name, speakerID: name.id, asWritten: name.written, office: name.office,
                        text: reading.text(inside),
                        channel: name.channel, start: Int(tokens[index].scalarStart), end: Int(tokens[close].scalarEnd))
                )
            }
            index = close + 1
        }
        return quotes
    }

    private struct Name {
        var name: String
        var id: String?
        var written: String
        var office = ""
        var channel = Channel.onRecord
    }

    /// The closing mark of a quote; nil when its paragraph ends first.
    private func closing(_ open: Int) -> Int? {
        var index = open + 1
        while index < reading.tokens.count, index - open < 400 {
            let kind = reading.tokens[index].kind
            if kind == .lineEnd { return nil }
            if reading.tokens[open].kind == .quote ? kind == .quote : kind == .closeQuote { return index }
            index += 1
        }
        return nil
    }

    private func paragraph(around index: Int) -> Range<Int> {
        var first = index
        while first > 0, reading.tokens[first - 1].kind != .lineEnd { first -= 1 }
        var last = index
        while last < reading.tokens.count, reading.tokens[last].kind != .lineEnd { last += 1 }
        return first..<last
    }

    // MARK: Speakers

    /// The speaker after the quote, before it in its paragraph, or the last one who spoke.
    private func name(of open: Int, _ close: Int, after last: Quote?) -> Name? {
        let paragraph = paragraph(around: open)
        let after = (close + 1)..<max(close + 1, min(close + 16, paragraph.upperBound))
        let isEnded = reading.tokens[close - 1].kind == .stop && reading.text((close - 1)..<close) == "."
        if !isEnded, let speaker = said(in: after).first, let name = name(of: speaker, before: open) { return name }
        let start = startOfSentence(open, paragraph)
        let before = start..<open
        if isCommonSaying(open, before) { return nil }
        if let speaker = said(in: before).last, let name = name(of: speaker, before: open) { return name }
        if let subject = subject(in: before), let name = name(ofMention: subject) { return name }
        if open > paragraph.lowerBound || isContinued(paragraph), let last, paragraph.lowerBound <= open {
            return Name(
                name: last.speaker, id: last.speakerID, written: last.asWritten, office: last.office,
                channel: last.channel ?? .onRecord)
        }
        return previous(before: open)
    }

    /// "a method often described as ...": a phrase of nobody (guidelines E10).
    private func isCommonSaying(_ open: Int, _ before: Range<Int>) -> Bool {
        guard before.count > 3, reading.text((open - 1)..<open) == "as",
            ["described", "known", "dubbed", "seen"].contains(reading.text((open - 2)..<(open - 1)))
        else { return false }
        let word = reading.text((open - 3)..<(open - 2))
        return word.hasSuffix("ly")
            || ["often", "is", "was", "are", "were", "been", "sometimes", "also"].contains(word)
    }

    /// Whether a paragraph tells nobody who speaks, so that the last speaker goes on.
    private func isContinued(_ paragraph: Range<Int>) -> Bool {
        !paragraph.contains { reading.mentionAt[$0] >= 0 && reading.mentions[reading.mentionAt[$0]].person >= 0 }
    }

    private func startOfSentence(_ open: Int, _ paragraph: Range<Int>) -> Int {
        var start = open
        while start > paragraph.lowerBound, open - start < 60 {
            let kind = reading.tokens[start - 1].kind
            if kind == .closeQuote || kind == .quote || kind == .stop && open - start > 2 { break }
            start -= 1
        }
        return start
    }

    private func said(in range: Range<Int>) -> [Speaker] {
        guard !range.isEmpty else { return [] }
        let sentence = Sentence(tokens: range, bodyStart: range.lowerBound, isHeading: false)
        return SpeakerFinder(reading: reading, antecedent: "", antecedentMention: -1).speakers(in: sentence)
    }

    private func subject(in range: Range<Int>) -> Int? {
        reading.mentions.indices.first { number in
            let mention = reading.mentions[number]
            return range.contains(mention.first) && mention.isStrong && mention.governed.isEmpty && !mention.isPlace
                && !isMilitary(mention)
        }
    }

    private func isMilitary(_ mention: Mention) -> Bool {
        mention.person < 0 && mention.office >= 0 && lexicon.offices[Int(mention.office)].rank == .military
    }

    /// The last speaker with a name before a token.
    private func previous(before token: Int) -> Name? {
        for speaker in speakers.reversed() where speaker.verb < token {
            if speaker.mention >= 0, !isMilitary(reading.mentions[speaker.mention]),
                let name = name(ofMention: speaker.mention)
            {
                return name
            }
            let words =
                speaker.tokens.lowerBound..<max(speaker.tokens.lowerBound, min(speaker.verb, speaker.tokens.upperBound))
            if speaker.mention < 0, words.count <= 5, hasOffice(words) {
                return Name(name: withoutArticle(reading.text(words)), id: nil, written: reading.text(words))
            }
        }
        return nil
    }

    private func name(of speaker: Speaker, before open: Int) -> Name? {
        if speaker.mention >= 0 { return name(ofMention: speaker.mention, isAnonymous: speaker.isAnonymous) }
        let words =
            speaker.tokens.lowerBound..<max(speaker.tokens.lowerBound, min(speaker.verb, speaker.tokens.upperBound))
        let written = words.isEmpty ? reading.text(speaker.tokens) : reading.text(words)
        if let name = unknownName(in: words.isEmpty ? speaker.tokens : words) {
            return Name(name: name, id: nil, written: written)
        }
        if speaker.isAnonymous {
            return Name(name: anonymousName(written), id: nil, written: written, channel: .anonymous)
        }
        let cues = reading.cues(in: speaker.tokens)
        if isCoordinated(speaker.verb) { return previous(before: speaker.verb) }
        if words.contains(where: { reading.tokens[$0].word == lexicon.words.it }),
            let body = body(before: min(open, words.lowerBound))
        {
            return body
        }
        if cues.contains(.pronoun) || isBareStatement(words) { return pronoun(before: open) ?? previous(before: open) }
        guard words.count <= 6, hasOffice(words) || speaker.isMedia,
            !words.contains(where: { reading.cues[$0].contains(.says) })
        else { return nil }
        if let full = fullOffice(words, before: open) { return full }
        return Name(
            name: withoutArticle(written), id: nil, written: written,
            channel: speaker.isMedia ? .agencyReport : .onRecord)
    }

    /// "..., but added": the speaker is the one who spoke before.
    private func isCoordinated(_ verb: Int) -> Bool {
        verb > 0 && (reading.cues[verb - 1].contains(.and) || reading.cues[verb - 1].contains(.contrast))
    }

    private func anonymousName(_ written: String) -> String {
        let name = withoutArticle(written)
        return name.hasPrefix("unnamed") || name.utf8.count > 40 || name.isEmpty ? "unnamed official" : name
    }

    /// "he said": the last person who was a subject.
    private func pronoun(before token: Int) -> Name? {
        let persons = reading.mentions.indices.filter {
            reading.mentions[$0].last < token && reading.mentions[$0].person >= 0 && !reading.mentions[$0].isPossessive
        }
        let subject = persons.last { reading.mentions[$0].governed.isEmpty } ?? persons.last
        return subject.flatMap { name(ofMention: $0) }
    }

    /// "it said": the last body that spoke, else the last that was a subject.
    private func body(before token: Int) -> Name? {
        for speaker in speakers.reversed() where speaker.verb < token {
            guard speaker.mention >= 0 else { continue }
            let mention = reading.mentions[speaker.mention]
            guard mention.person < 0, !isMilitary(mention) else { continue }
            return name(ofMention: speaker.mention)
        }
        let bodies = reading.mentions.indices.filter { number in
            let mention = reading.mentions[number]
            return mention.last < token && mention.person < 0 && mention.isStrong && mention.governed.isEmpty
                && !mention.isPlace && !isMilitary(mention)
        }
        return bodies.last.flatMap { name(ofMention: $0) }
    }

    /// "the official" after "a Lebanese official": the office as it was introduced.
    private func fullOffice(_ words: Range<Int>, before token: Int) -> Name? {
        guard let last = words.last, !words.contains(where: { reading.mentionAt[$0] >= 0 }) else { return nil }
        let full = reading.mentions.last {
            $0.last < token && $0.person < 0 && $0.office >= 0 && $0.last > $0.first && !$0.code.isEmpty
                && reading.tokens[$0.last].hash == reading.tokens[last].hash
        }
        guard let full else { return nil }
        let written = reading.text(words)
        return Name(name: bodyName(reading.text(full.first..<(full.last + 1))), id: nil, written: written)
    }

    private func isBareStatement(_ words: Range<Int>) -> Bool {
        words.count <= 2 && words.contains { reading.cues[$0].contains(.onRecord) && reading.mentionAt[$0] < 0 }
            && !hasOffice(words)
    }

    private func hasOffice(_ words: Range<Int>) -> Bool {
        words.contains { lexicon.officePhrases.longestMatch(in: reading.tokens, at: $0) != nil }
    }

    /// A name of capitals that no lexicon has; a surname alone is completed from where it stood in full.
    private func unknownName(in range: Range<Int>) -> String? {
        var last = range.upperBound - 1
        while last >= range.lowerBound, !isNamePart(last) { last -= 1 }
        guard last >= range.lowerBound else { return nil }
        var first = last
        while first - 1 >= range.lowerBound, isNamePart(first - 1), last - first < 3 { first -= 1 }
        if first < last { return reading.text(first..<(last + 1)) }
        for index in reading.tokens.indices
        where index < first && reading.tokens[index].hash == reading.tokens[last].hash {
            guard index > 0, isNamePart(index - 1) else { continue }
            return reading.text((index - 1)..<(index + 1))
        }
        return nil
    }

    private func isNamePart(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        return token.kind == .word && token.shape == .capital && !token.isPossessive && reading.mentionAt[index] < 0
            && reading.cues[index].isEmpty
            && reading.nouns[index] < 0 && token.end > token.start + 1
            && lexicon.officePhrases.longestMatch(in: reading.tokens, at: index) == nil
    }

    private func name(ofMention number: Int, isAnonymous: Bool = false) -> Name? {
        let mention = reading.mentions[number]
        let written = reading.text(mention.first..<(mention.last + 1))
        if let person = mention.person >= 0 ? mention.person : holder(of: mention) {
            let found = register.records[person].person
            return Name(name: found.name, id: found.id.isEmpty ? nil : found.id, written: written, office: found.office)
        }
        if isAnonymous { return Name(name: withoutArticle(written), id: nil, written: written, channel: .anonymous) }
        guard mention.entity >= 0 || mention.office >= 0 else { return nil }
        let whole = reading.text(mention.first..<(lastOfSeat(mention) + 1))
        return Name(name: bodyName(whole), id: nil, written: whole)
    }

    /// The last token of a body with its seat: "the Chinese embassy in Washington".
    private func lastOfSeat(_ mention: Mention) -> Int {
        let place = mention.last + 2
        guard
            ["embassy", "consulate", "mission"].contains(reading.text(mention.last..<(mention.last + 1)).lowercased()),
            place < reading.tokens.count, reading.tokens[place - 1].word == lexicon.words.in,
            reading.mentionAt[place] >= 0
        else { return mention.last }
        return reading.mentions[reading.mentionAt[place]].last
    }

    /// The one person of the article who can be "the French leader".
    private func holder(of mention: Mention) -> Int? {
        guard mention.office >= 0, lexicon.offices[Int(mention.office)].rank == .leader, !mention.code.isEmpty else {
            return nil
        }
        let leaders = register.records.indices.filter { index in
            let person = register.records[index].person
            return person.country == mention.code
                && ["president", "prime minister", "chancellor", "king", "leader", "premier", "emir", "crown prince"]
                    .contains(person.office)
        }
        return leaders.count == 1 ? leaders[0] : nil
    }

    private func bodyName(_ written: String) -> String {
        var bytes = Array(written.utf8)
        for ending in [Array("’s ".utf8), Array("'s ".utf8)] {
            guard bytes.count > ending.count,
                let start = (0...(bytes.count - ending.count)).first(where: {
                    bytes[$0..<($0 + ending.count)].elementsEqual(ending)
                })
            else { continue }
            bytes.replaceSubrange(start..<(start + ending.count), with: [0x20])
        }
        return withoutArticle(String(decoding: bytes, as: UTF8.self))
    }

    private func withoutArticle(_ text: String) -> String {
        for article in ["The ", "the ", "A ", "a ", "An ", "an "] where text.hasPrefix(article) {
            return String(text.dropFirst(article.count))
        }
        return text
    }
}
