/// The words of a text as they are compared with those of another: folded, cut to their stem, without function words.
///
///     WordSet("Norway and Chile sign agreement").share(in: WordSet(page))   // 1 when the page has all of them
///
/// A word with a capital counts twice, since names tell one story from another. Of scripts without spaces (Chinese,
/// Japanese, Thai, Lao, Burmese, Khmer) each two neighbouring letters are a word.
public struct WordSet: Sendable, Equatable {
    /// The weight of each word by the hash of its stem.
    private var weights: [UInt64: Int] = [:]

    /// How many different words there are.
    public var count: Int { weights.count }

    /// Whether there are none.
    public var isEmpty: Bool { weights.isEmpty }

    /// Creates the set of a text's words.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - limit: how many different words of it are read, function words not counted.
    ///   - reach: how many characters (Unicode scalars) of it are looked at.
    public init(_ text: some StringProtocol, limit: Int = .max, reach: Int = .max) {
        var reader = WordReader()
        for scalar in text.unicodeScalars.prefix(reach) {
            guard weights.count < limit else { return }
            if let word = reader.read(scalar) { add(word) }
        }
        if weights.count < limit, let word = reader.finish() { add(word) }
    }

    private mutating func add(_ word: WordReader.Word) {
        weights[word.hash] = max(weights[word.hash] ?? 0, word.isCapital ? 2 : 1)
    }

    /// Returns the words of both sets.
    public func union(_ other: WordSet) -> WordSet {
        var result = self
        result.weights.merge(other.weights) { max($0, $1) }
        return result
    }

    /// How many of the words are in another set.
    public func common(with other: WordSet) -> Int { weights.keys.count { other.weights[$0] != nil } }

    /// Which part of the words, by weight, is in another set: 0 for none, 1 for all; 0 for a set without words.
    public func share(in other: WordSet) -> Double {
        let whole = weights.values.reduce(0, +)
        let found = weights.reduce(0) { other.weights[$1.key] == nil ? $0 : $0 + $1.value }
        return whole == 0 ? 0 : Double(found) / Double(whole)
    }

    /// Which part of all words of both sets is in both: 1 for equal sets (Jaccard).
    public func resemblance(to other: WordSet) -> Double {
        let both = common(with: other)
        let all = count + other.count - both
        return all == 0 ? 0 : Double(both) / Double(all)
    }
}

/// Parts a text into words, a scalar at a time.
private struct WordReader {
    struct Word {
        var hash: UInt64
        var isCapital: Bool
    }

    private var folded: [UInt8] = []
    private var letters = 0
    private var isCapital = false
    private var previous: Unicode.Scalar?

    /// Takes a scalar in; returns the word that it ended.
    mutating func read(_ scalar: Unicode.Scalar) -> Word? {
        if Invisible.isInside(scalar) { return nil }
        if Self.isUnspaced(scalar) {
            defer { previous = scalar }
            guard let previous else { return finish() }
            var pair: [UInt8] = []
            TextFolding.append(previous, to: &pair)
            TextFolding.append(scalar, to: &pair)
            return Word(hash: Self.hash(pair[...]), isCapital: false)
        }
        previous = nil
        guard TextFolding.isWord(scalar) else { return finish() }
        if folded.isEmpty { isCapital = TextFolding.isUppercase(scalar) }
        letters += 1
        if letters <= Self.stemLength { TextFolding.append(scalar, to: &folded) }
        return nil
    }

    /// Returns the word that the text ends with.
    mutating func finish() -> Word? {
        defer {
            folded.removeAll(keepingCapacity: true)
            letters = 0
        }
        let isNumber = folded.first.map { (0x30...0x39).contains($0) } ?? false
        guard letters >= 3 || (isNumber && letters >= 2) else { return nil }
        let hash = Self.hash(folded[...])
        return letters <= Self.stemLength && Self.functionWords.contains(hash)
            ? nil : Word(hash: hash, isCapital: isCapital)
    }

    /// Endings differ ("Norway", "Norwegen"; "fishery", "fisheries"); so many letters mostly do not.
    private static let stemLength = 5

    /// FNV-1a (draft-eastlake-fnv).
    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E01...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF: true
        default: false
        }
    }

    /// The commonest words of up to five letters that any text has, in the languages that are most often read.
    private static let functionWords: Set<UInt64> = Set(
        """
        the and for with from that this are was were has have had not but its his her their they who will would over
        after into about new says said may can
        der die das und den dem des ein eine einer mit von auf für ist sind war nach aus bei über vor zum zur nicht auch
        les des une dans pour par sur avec est sont aux qui que pas plus son ses leur
        los las una del con por para que sus como más
        dos das uma com para por não que mais
        gli una del della dei con per che non nel
        het een van met voor zijn niet naar
        och att det som för den med till
        для что как это его при или они был под над без
        bir ile için olan daha ama
        من في على إلى عن مع أن هذا التي
        از به در که این برای
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { word in
            var bytes: [UInt8] = []
            for scalar in word.unicodeScalars { TextFolding.append(scalar, to: &bytes) }
            return hash(bytes[...])
        })
}
