/// A text cut into tokens and sentences, with what the lexicon says of each token.
final class Reading {
    let lexicon: LexiconTables
    let bytes: [UInt8]
    let language: String
    let isTitle: Bool
    var tokens: [Token]
    var sentences: [Sentence]
    /// Per token, what the grammar phrase that starts there does.
    var cues: [Cue]
    /// Per token, whether it ends, undoes or doubts an act, or makes its doer a former one; apart from `cues`, since such
    /// words are no grammar.
    var doubts: [Cue]
    /// Per token, the verb frames and the noun that start there.
    var verbs: [[Int32]]
    var forms: [VerbForm]
    var nouns: [Int32]
    /// Per token, how many tokens its grammar phrase takes; 0 inside one.
    var lengths: [Int]
    var mentions: [Mention] = []
    /// Per token, the mention that covers it, or -1.
    var mentionAt: [Int]

    init(_ text: String, lexicon: LexiconTables, language: String, isTitle: Bool, tokenizer: inout Tokenizer) {
        self.lexicon = lexicon
        self.language = language
        self.isTitle = isTitle
        bytes = Array(text.utf8)
        tokens = tokenizer.tokens(of: text)
        sentences = Sentence.split(tokens)
        if !isTitle { Boilerplate.cutTail(&sentences, tokens, bytes) }
        cues = Array(repeating: [], count: tokens.count)
        doubts = cues
        verbs = Array(repeating: [], count: tokens.count)
        forms = Array(repeating: [], count: tokens.count)
        nouns = Array(repeating: -1, count: tokens.count)
        lengths = Array(repeating: 1, count: tokens.count)
        mentionAt = Array(repeating: -1, count: tokens.count)
        if language == "en" || language.isEmpty { annotate() }
    }

    private func annotate() {
        var index = 0
        while index < tokens.count {
            guard tokens[index].word >= 0, let match = lexicon.grammarPhrases.longestMatch(in: tokens, at: index) else {
                index += 1
                continue
            }
            for entry in lexicon.grammarPhrases.entries(at: match.node) {
                switch lexicon.grammar[Int(entry)] {
                case .cue(let cue, _) where !cue.isDisjoint(with: .doubtful): doubts[index].formUnion(cue)
                case .cue(let cue, let form):
                    cues[index].formUnion(cue)
                    forms[index].formUnion(form)
                case .verb(let frame, let form):
                    if !tokens[index].isJoined || match.length > 1 || form == .base {
                        verbs[index].append(frame)
                        forms[index].formUnion(form)
                    }
                case .noun(let noun): nouns[index] = noun
                }
            }
            if match.length > 1, nouns[index] < 0, forms[index] == .gerund { nouns[index] = noun(at: index) }
            lengths[index] = match.length
            for inside in (index + 1)..<max(index + 1, index + match.length) { lengths[inside] = 0 }
            index += match.length
        }
    }

    /// The noun that the first word of a phrase is alone: "a meeting with X" is no less a meeting.
    private func noun(at index: Int) -> Int32 {
        var found: Int32 = -1
        _ = lexicon.grammarPhrases.longestMatch(in: tokens, at: index) { node, length in
            guard length == 1 else { return false }
            for entry in lexicon.grammarPhrases.entries(at: node) {
                if case .noun(let noun) = lexicon.grammar[Int(entry)] { found = noun }
            }
            return true
        }
        return found
    }

    // MARK: Words

    /// The text of some tokens, as written.
    func text(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last, last < tokens.count else { return "" }
        return String(decoding: bytes[Int(tokens[first].start)..<Int(tokens[last].end)], as: UTF8.self)
    }

    /// A hash of a sentence's words, by which the same sentence is known again.
    func hash(of sentence: Sentence) -> UInt64 {
        tokens[sentence.tokens].reduce(Vocabulary.hashSeed) { ($0 ^ $1.hash) &* 0x100_0000_01B3 }
    }

    /// A sentence as evidence.
    func evidence(_ sentence: Sentence) -> Evidence {
        let last = sentence.tokens.upperBound - 1
        return Evidence(
            text: text(sentence.tokens), start: Int(tokens[sentence.tokens.lowerBound].scalarStart),
            end: Int(tokens[last].scalarEnd), part: isTitle ? .title : nil)
    }

    /// What the words of a sentence do, all together.
    func cues(in range: Range<Int>) -> Cue {
        var union: Cue = []
        for index in range { union.formUnion(cues[index]) }
        return union
    }

    /// Whether words say that nobody confirms: "has not confirmed"; "officially confirmed" only beside a negation.
    func isUnconfirmed(in range: Range<Int>) -> Bool {
        let cues = cues(in: range)
        guard cues.contains(.unconfirmed) else { return false }
        return cues.contains(.negation)
            || range.contains {
                self.cues[$0].contains(.unconfirmed) && text($0..<($0 + 1)).lowercased() != "officially"
            }
    }

    /// The token before another that is not inside a phrase, or nil at the start of the range.
    func previous(_ index: Int, in range: Range<Int>) -> Int? {
        var place = index - 1
        while place >= range.lowerBound, lengths[place] == 0 { place -= 1 }
        return place >= range.lowerBound ? place : nil
    }
}
