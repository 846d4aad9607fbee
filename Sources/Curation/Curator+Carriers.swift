/// Which words carried a decision.
extension Curator {
    /// The words and names of the headline, or of the first sentence where there is none, without which the learned reader would
    /// think otherwise: each is left out alone.
    ///
    /// One pass of the encoder a word, so this is for a person who asks, not for a run.
    ///
    /// - Parameters:
    ///   - article: what was decided on.
    ///   - count: how many at most.
    /// - Returns: the words that weigh most, strongest first; the weight is by how much they raise the logarithm of the odds.
    public func carriers(of article: ArticleText, count: Int = 6) -> [Reason] {
        let study = Study(article, lexicon: lexicon)
        let opening = Opening(title: study.title, body: study.body)
        let whole = lexicon.reader.relevance(of: opening.text)
        let reading = study.title.tokens.isEmpty ? study.body : study.title
        let shift = reading.isTitle ? 0 : opening.bodyStart
        let found = units(of: reading).compactMap { range -> Reason? in
            let bytes = Int(reading.tokens[range.lowerBound].start)..<Int(reading.tokens[range.upperBound - 1].end)
            let rest = opening.text(without: (bytes.lowerBound + shift)..<(bytes.upperBound + shift))
            let weight = ((whole - lexicon.reader.relevance(of: rest)) * 100).rounded() / 100
            guard abs(weight) >= 0.2 else { return nil }
            return Reason(
                rule: "reader-word", weight: weight, text: reading.text(range), part: reading.isTitle ? .title : nil,
                start: Int(reading.tokens[range.lowerBound].scalarStart),
                end: Int(reading.tokens[range.upperBound - 1].scalarEnd))
        }
        return Array(
            found.enumerated().sorted { (abs($0.element.weight), $1.offset) > (abs($1.element.weight), $0.offset) }
                .map(\.element).prefix(count))
    }

    /// Words and names, at most forty.
    private func units(of reading: Reading) -> [Range<Int>] {
        let end = reading.isTitle ? reading.tokens.count : reading.sentences.first?.tokens.upperBound ?? 0
        var units: [Range<Int>] = []
        var index = 0
        while index < end, units.count < 40 {
            let mention = reading.mentionAt[index]
            let last = mention >= 0 ? max(index, reading.mentions[mention].last) : index
            if mention >= 0 || reading.tokens[index].isWord { units.append(index..<(last + 1)) }
            index = last + 1
        }
        return units
    }
}
