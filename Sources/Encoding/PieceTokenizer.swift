/// Parts a text into the pieces of a unigram model: those whose scores have the largest sum (Kudo 2018, arXiv:1804.10959).
struct PieceTokenizer: Sendable {
    /// A piece in a text.
    struct Token: Equatable {
        var number: UInt32
        /// The bytes of the text that it came from; nil where it came from the prefix alone.
        var source: Range<Int>?
    }

    let table: PieceTable
    let map: CharacterMap
    /// What is set before each text.
    let prefix: String
    /// The number and the score of a character that no piece covers.
    let unknown: UInt32
    let unknownScore: Float

    /// The first `limit` tokens of a text, in time and memory that `limit` bounds, but for reading characters that vanish.
    func tokens(of text: String, limit: Int) -> [Token] {
        let mapped = MappedText(prefix: prefix, text: text, map: map, limit: (limit + 1) * table.longestBytes)
        var tokens: [Token] = []
        for step in bestPath(through: mapped) {
            let first = mapped.characters[step.start].source
            let source = first.lowerBound..<mapped.characters[step.end - 1].source.upperBound
            if step.number == unknown, let last = tokens.indices.last, tokens[last].number == unknown {
                tokens[last].source = joined(tokens[last].source, source)
            } else {
                guard tokens.count < limit else { break }
                tokens.append(Token(number: step.number, source: joined(nil, source)))
            }
        }
        return tokens
    }

    private func joined(_ first: Range<Int>?, _ second: Range<Int>) -> Range<Int>? {
        let start = max(0, first?.lowerBound ?? second.lowerBound)
        return second.upperBound > start ? start..<second.upperBound : first
    }

    /// A piece between two characters.
    private struct Step {
        var start: Int
        var end: Int
        var number: UInt32
    }

    /// The steps with the largest sum of scores (Viterbi); of equal sums the one whose last piece is longer.
    private func bestPath(through text: MappedText) -> [Step] {
        let count = text.characters.count
        let bounds = text.characters.map(\.start) + [text.bytes.count]
        var sums = [Float](repeating: -.infinity, count: count + 1)
        var steps = [Step](repeating: Step(start: -1, end: 0, number: unknown), count: count + 1)
        sums[0] = 0
        for start in 0..<count {
            func reach(_ end: Int, _ number: UInt32, _ score: Float) {
                let sum = sums[start] + score
                guard steps[end].start < 0 || sum > sums[end] else { return }
                sums[end] = sum
                steps[end] = Step(start: start, end: end, number: number)
            }
            var hash = PieceHash()
            for end in start + 1...min(count, start + table.longest) {
                for byte in text.bytes[bounds[end - 1]..<bounds[end]] { hash.add(byte) }
                if let piece = table.piece(text.bytes[bounds[start]..<bounds[end]], hash: hash) {
                    reach(end, UInt32(piece), table.scores[piece])
                } else if end == start + 1 {
                    reach(end, unknown, unknownScore)
                }
            }
        }
        var path: [Step] = []
        var end = count
        while end > 0 {
            path.append(steps[end])
            end = steps[end].start
        }
        return path.reversed()
    }
}
