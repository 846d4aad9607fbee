/// Finds what the acts are about (guidelines E9).
struct TopicFinder {
    let lexicon: LexiconTables

    /// Returns one to four topics, strongest first.
    ///
    /// - Parameter readings: texts with the weight that a word in them has.
    /// - Returns: the topics' codes.
    func topics(of readings: [(reading: Reading, range: Range<Int>, weight: Double)]) -> [String] {
        var scores = [Double](repeating: 0, count: lexicon.topics.count)
        for (reading, range, weight) in readings {
            var index = range.lowerBound
            while index < range.upperBound {
                guard let match = lexicon.subjectPhrases.longestMatch(in: reading.tokens, at: index) else {
                    index += 1
                    continue
                }
                for entry in lexicon.subjectPhrases.entries(at: match.node) {
                    let subject = lexicon.subjects[Int(entry)]
                    if let topic = subject.topic { scores[topic] += subject.weight * weight }
                }
                index += match.length
            }
        }
        let best = scores.max() ?? 0
        guard best > 0 else { return [] }
        return scores.indices.filter { scores[$0] >= max(2, best * 0.42) }
            .sorted { (scores[$0], $1) > (scores[$1], $0) }.prefix(3).map { lexicon.topics[$0] }
    }
}
