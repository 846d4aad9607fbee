/// Finds the holders of offices that a text names by the office alone: "the president", "the foreign minister".
///
/// It runs when title and body are read, since the holder may be named in the title or further down.
struct DefiniteOffices {
    let title: Reading
    let body: Reading
    let lexicon: LexiconTables

    /// Adds a mention of its holder for every bare office of the body that one person of the article holds.
    func resolve(_ register: inout PersonRegister) {
        let holders = holders(register)
        guard !holders.isEmpty else { return }
        var found: [Mention] = []
        for sentence in body.sentences {
            for index in sentence.tokens where isBareOffice(index, sentence.tokens.upperBound) {
                guard let match = lexicon.officePhrases.longestMatch(in: body.tokens, at: index),
                    let office = lexicon.officePhrases.entries(at: match.node).first,
                    let person = holders[lexicon.offices[Int(office)].name],
                    [.leader, .minister].contains(lexicon.offices[Int(office)].rank),
                    isAlone(after: index + match.length, sentence.tokens.upperBound)
                else { continue }
                let finder = MentionFinder(reading: body, register: register, home: "")
                found.append(
                    finder.make(
                        index, index + match.length - 1, code: register.records[person].person.country, person: person,
                        office: office, in: sentence))
            }
        }
        insert(found)
    }

    /// By office, the only person of the article who holds it.
    private func holders(_ register: PersonRegister) -> [String: Int] {
        var holders: [String: Int] = [:]
        var shared = Set<String>()
        for (index, record) in register.records.enumerated() {
            let (office, country) = (record.person.office, record.person.country)
            guard !office.isEmpty, !country.isEmpty else { continue }
            if holders.updateValue(index, forKey: office) != nil { shared.insert(office) }
        }
        for office in shared { holders[office] = nil }
        return holders
    }

    /// Whether "the" and a small letter stand here, and no name covers them.
    private func isBareOffice(_ index: Int, _ end: Int) -> Bool {
        index > 0 && body.mentionAt[index] < 0 && body.tokens[index].shape == .lower
            && body.tokens[index - 1].word == lexicon.words.the
    }

    /// "the president of the club" is another one.
    private func isAlone(after next: Int, _ end: Int) -> Bool {
        guard next < end else { return true }
        return body.tokens[next].word != lexicon.words.of && body.mentionAt[next] < 0
            && (body.tokens[next].kind != .word || body.nouns[next] < 0)
            && body.tokens[next - 1].end > 0 && !isPlural(next - 1)
    }

    private func isPlural(_ index: Int) -> Bool {
        let token = body.tokens[index]
        return token.end > token.start && body.bytes[Int(token.end) - 1] == 0x73
    }

    /// Puts mentions among the others, which stay in the text's order.
    private func insert(_ found: [Mention]) {
        guard !found.isEmpty else { return }
        body.mentions = (body.mentions + found).sorted { $0.first < $1.first }
        for (number, mention) in body.mentions.enumerated() {
            for token in mention.first...mention.last { body.mentionAt[token] = number }
        }
    }
}
