/// A stretch of tokens that tells one thing, with its place in the text.
struct Sentence {
    /// The tokens, marks included.
    var tokens: Range<Int>
    /// The first token after a dateline (`KYIV, March 5 (Reuters) -`).
    var bodyStart: Int
    /// Whether it stands alone on its line without a stop, like a heading or a button.
    var isHeading: Bool

    /// The most tokens in a sentence; longer ones are cut, so that reading a clause to its end stays cheap.
    ///
    /// Communiqués have sentences of 200 words; what is longer is no prose.
    private static let longest = 400

    /// Cuts tokens into sentences: at stops before a capital, a quote or a digit, and at every line's end.
    static func split(_ tokens: [Token]) -> [Sentence] {
        var sentences: [Sentence] = []
        var start = 0
        var lineStart = true
        func close(_ end: Int, heading: Bool) {
            var first = start
            while first < end, tokens[first].kind == .lineEnd || tokens[first].kind == .closeQuote && first > start {
                first += 1
            }
            var last = end
            while last > first, tokens[last - 1].kind == .lineEnd { last -= 1 }
            if first < last, tokens[first..<last].contains(where: \.isWord) {
                let isAlone = heading && lineStart && last - first <= 14 && (end < tokens.count || !sentences.isEmpty)
                sentences.append(
                    Sentence(
                        tokens: first..<last, bodyStart: lineStart ? afterDateline(tokens, first..<last) : first,
                        isHeading: isAlone))
            }
            start = end
        }
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            if token.kind == .lineEnd {
                let hasStop = index > 0 && (tokens[index - 1].kind == .stop || isQuote(tokens[index - 1].kind))
                close(index, heading: !hasStop)
                start = index + 1
                lineStart = true
            } else if token.kind == .stop {
                var end = index + 1
                while end < tokens.count, tokens[end].kind == .stop || isClosing(tokens, end) { end += 1 }
                if end < tokens.count, startsSentence(tokens, end, after: tokens[end - 1]) {
                    close(end, heading: false)
                    start = end
                    lineStart = false
                }
                index = end
                continue
            } else if index - start >= longest {
                close(index, heading: false)
                lineStart = false
            }
            index += 1
        }
        close(tokens.count, heading: tokens.last?.kind != .stop)
        return sentences
    }

    private static func isQuote(_ kind: Token.Kind) -> Bool { kind == .closeQuote || kind == .quote }

    /// A closing mark belongs to the sentence before it: it follows without a space.
    private static func isClosing(_ tokens: [Token], _ index: Int) -> Bool {
        switch tokens[index].kind {
        case .closeQuote, .closeParenthesis: true
        case .quote: tokens[index].start == tokens[index - 1].end
        default: false
        }
    }

    private static func startsSentence(_ tokens: [Token], _ index: Int, after previous: Token) -> Bool {
        let token = tokens[index]
        guard token.start > previous.end else { return false }
        switch token.kind {
        case .openQuote, .quote, .lineEnd, .number, .openParenthesis, .dash: return true
        case .word: return token.shape != .lower
        default: return false
        }
    }

    /// The first token after a dateline: a place in front, at most fourteen tokens, closed by a dash.
    private static func afterDateline(_ tokens: [Token], _ range: Range<Int>) -> Int {
        guard tokens[range.lowerBound].kind == .word, tokens[range.lowerBound].shape != .lower else {
            return range.lowerBound
        }
        let end = min(range.upperBound, range.lowerBound + 16)
        var sawMark = false
        for index in range.lowerBound..<end {
            switch tokens[index].kind {
            case .dash: return sawMark && index + 1 < range.upperBound ? index + 1 : range.lowerBound
            case .comma, .closeParenthesis: sawMark = true
            case .colon, .stop, .semicolon, .quote, .openQuote: return range.lowerBound
            case .word where tokens[index].shape == .lower: return range.lowerBound
            default: break
            }
            if index == range.lowerBound, tokens[index].shape == .upper { sawMark = true }
        }
        return range.lowerBound
    }
}
