/// Finds stretches in double quotation marks and who said them (guidelines E10).
struct QuoteFinder {
    let reading: Reading
    let register: PersonRegister
    let lexicon: Lexicon

    /// Returns the quotes of at least six words.
    func quotes() -> [Quote] {
        var quotes: [Quote] = []
        var index = 0
        let tokens = reading.tokens
        var lastSpeaker: (Speaker, Int)?
        while index < tokens.count {
            guard tokens[index].kind == .openQuote || tokens[index].kind == .quote, let close = closing(index) else {
                index += 1
                continue
            }
            let inside = (index + 1)..<close
            if inside.count(where: { tokens[$0].isWord && !tokens[$0].isPossessive && !tokens[$0].isJoined }) >= 6 {
                let (speaker, token) = self.speaker(index, close, lastSpeaker)
                if let speaker {
                    quotes.append(quote(index, close, speaker))
                    lastSpeaker = (speaker, token)
                }
            }
            index = close + 1
        }
        return quotes
    }

    /// The closing mark of a quote; one left open ends with its paragraph.
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

    private func speaker(_ open: Int, _ close: Int, _ last: (Speaker, Int)?) -> (Speaker?, Int) {
        let paragraph = paragraph(around: open)
        let after = (close + 1)..<min(close + 14, paragraph.upperBound)
        if let found = said(in: after, isAfter: true) { return (found, close) }
        var start = open - 1
        while start > paragraph.lowerBound, open - start < 60, reading.tokens[start - 1].kind != .closeQuote, reading.tokens[start - 1].kind != .quote {
            start -= 1
        }
        if start < open, start >= paragraph.lowerBound, let found = said(in: max(paragraph.lowerBound, start)..<open, isAfter: false) { return (found, open) }
        if start < open, start >= paragraph.lowerBound, let subject = strongSubject(in: max(paragraph.lowerBound, start)..<open) { return (subject, open) }
        if let last { return (last.0, open) }
        return (nil, open)
    }

    private func said(in range: Range<Int>, isAfter: Bool) -> Speaker? {
        guard !range.isEmpty else { return nil }
        let sentence = Sentence(tokens: range, bodyStart: range.lowerBound, isHeading: false)
        let antecedent = lastPerson(before: range.lowerBound)
        let finder = SpeakerFinder(
            reading: reading, antecedent: antecedent.map { reading.mentions[$0].code } ?? "", antecedentMention: antecedent ?? -1)
        let speakers = finder.speakers(in: sentence)
        return (isAfter ? speakers.first : speakers.last).flatMap { speaker in
            speaker.mention >= 0 || speaker.isAnonymous || speaker.isMedia || isNamedBody(speaker) ? speaker : nil
        }
    }

    private func isNamedBody(_ speaker: Speaker) -> Bool { speaker.tokens.count > 1 }

    private func strongSubject(in range: Range<Int>) -> Speaker? {
        for index in range where reading.mentionAt[index] >= 0 {
            let mention = reading.mentions[reading.mentionAt[index]]
            if mention.isStrong, mention.governed.isEmpty {
                return Speaker(
                    mention: reading.mentionAt[index], code: mention.code, isAnonymous: false, isMedia: false, verb: index,
                    tokens: mention.first..<(mention.last + 1))
            }
        }
        return nil
    }

    private func lastPerson(before index: Int) -> Int? {
        reading.mentions.indices.last { reading.mentions[$0].first < index && reading.mentions[$0].person >= 0 && reading.mentions[$0].governed.isEmpty }
            ?? reading.mentions.indices.last { reading.mentions[$0].first < index && reading.mentions[$0].person >= 0 }
    }

    private func quote(_ open: Int, _ close: Int, _ speaker: Speaker) -> Quote {
        let text = reading.text((open + 1)..<close)
        var name = ""
        var written = ""
        var office = ""
        var id: String?
        if speaker.mention >= 0 {
            let mention = reading.mentions[speaker.mention]
            written = reading.text(mention.first..<(mention.last + 1))
            if mention.person >= 0 {
                let person = register.records[mention.person].person
                name = person.name
                office = person.office
                id = person.id.isEmpty ? nil : person.id
            } else {
                name = bodyName(mention)
            }
        } else {
            let words = speaker.tokens.lowerBound..<max(speaker.tokens.lowerBound + 1, speaker.verb)
            written = reading.text(words)
            name = speaker.isAnonymous ? "unnamed official" : withoutArticle(written)
        }
        return Quote(
            speaker: name, speakerID: id, asWritten: written, office: office, text: text,
            channel: speaker.isAnonymous ? .anonymous : (speaker.isMedia ? .agencyReport : .onRecord),
            start: Int(reading.tokens[open].scalarStart), end: Int(reading.tokens[close].scalarEnd))
    }

    private func bodyName(_ mention: Mention) -> String {
        var text = reading.text(mention.first..<(mention.last + 1))
        for ending in ["’s ", "'s "] {
            if let range = text.range(of: ending) { text = text[..<range.lowerBound] + " " + text[range.upperBound...] }
        }
        return withoutArticle(text)
    }

    private func withoutArticle(_ text: String) -> String {
        for article in ["The ", "the ", "A ", "a ", "An ", "an "] where text.hasPrefix(article) { return String(text.dropFirst(article.count)) }
        return text
    }
}

extension String {
    /// The first place where a text stands, byte by byte.
    fileprivate func range(of other: String) -> Range<String.Index>? {
        guard let first = other.utf8.first else { return nil }
        var start = utf8.startIndex
        while let index = utf8[start...].firstIndex(of: first) {
            if utf8[index...].starts(with: other.utf8) { return index..<utf8.index(index, offsetBy: other.utf8.count) }
            start = utf8.index(after: index)
        }
        return nil
    }
}
