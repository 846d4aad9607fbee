/// What is compared of an evidence sentence.
struct SentenceWords {
    /// The hashes of its telling words, in rising order.
    let telling: [UInt64]
    /// Whether it speaks of a further round or of doing something again.
    let speaksOfAnother: Bool

    init(_ sentence: String) {
        let words = FoldedWords.words(of: sentence)
        telling = Set(words.filter(Self.isTelling).map { FoldedWords.hash(Self.stem($0)) }).sorted()
        speaksOfAnother = words.indices.contains { index in
            Self.furtherRounds.contains { words[index...].starts(with: $0) }
        }
    }

    /// Returns the share of the shorter sentence's telling words that the other has too.
    func likeness(to other: SentenceWords) -> Double {
        let shorter = min(telling.count, other.telling.count)
        guard shorter > 0 else { return 0 }
        var (common, i, j) = (0, 0, 0)
        while i < telling.count && j < other.telling.count {
            if telling[i] == other.telling[j] {
                common += 1
                i += 1
                j += 1
            } else if telling[i] < other.telling[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return Double(common) / Double(shorter)
    }

    /// Words of four letters and more can tell; the commonest of them do not.
    private static func isTelling(_ word: String) -> Bool {
        word.utf8.count >= 4
            && !["with", "that", "from", "said", "have", "this", "will", "their", "which", "after", "would"].contains(
                word)
    }

    /// The first letters, so that endings do not count.
    private static func stem(_ word: String) -> Substring { Substring(word.unicodeScalars.prefix(5)) }

    /// Words by which a sentence tells that its act is not the one told before.
    private static let furtherRounds: [[String]] = [
        ["second", "round"], ["third", "round"], ["next", "round"], ["new", "round"], ["another", "round"],
        ["further", "round"], ["new", "talks"], ["again"], ["resume"], ["resumed"], ["second", "meeting"],
        ["ikinci", "tur"], ["yeniden"], ["zweite", "runde"], ["deuxieme"], ["segunda", "ronda"],
    ]
}

/// The words of the sentences met so far, each taken apart once.
struct SentenceCache {
    private var known: [String: SentenceWords] = [:]

    /// Returns the words of a sentence.
    mutating func words(of sentence: String) -> SentenceWords {
        if let words = known[sentence] { return words }
        let words = SentenceWords(sentence)
        known[sentence] = words
        return words
    }
}
