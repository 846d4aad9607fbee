internal import Notation

/// Words of a text in a form that can be compared and hashed.
enum FoldedWords {
    /// A word and what its writing tells.
    struct Word {
        /// The folded letters and digits.
        let text: String
        /// Whether its first letter is a capital.
        let isCapital: Bool
        /// Whether it opens a sentence or a quotation, where a capital tells nothing.
        let isOpening: Bool
    }

    /// Returns the folded words; a word is a run of letters and digits, and of ideographs each two neighbours are one.
    static func words(of text: String) -> [String] { scan(text).map(\.text) }

    /// Returns the first words of a text.
    static func scan(_ text: String, limit: Int = .max) -> [Word] {
        var words: [Word] = []
        var current: [UInt8] = []
        var isCapital = false
        var (isOpening, opensNext) = (true, true)
        var ideograph: Unicode.Scalar?
        func end() {
            guard !current.isEmpty else { return }
            words.append(
                Word(text: String(decoding: current, as: UTF8.self), isCapital: isCapital, isOpening: isOpening))
            current.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            if words.count >= limit { break }
            if isIdeograph(scalar) {
                end()
                if let ideograph {
                    words.append(Word(text: "\(ideograph)\(scalar)", isCapital: false, isOpening: false))
                }
                ideograph = scalar
                continue
            }
            ideograph = nil
            if TextFolding.isWord(scalar) {
                if current.isEmpty {
                    isCapital = Self.isCapital(scalar)
                    (isOpening, opensNext) = (opensNext, false)
                }
                TextFolding.append(scalar, to: &current)
            } else {
                end()
                if opensSentence(scalar) { opensNext = true }
            }
        }
        if words.count < limit { end() }
        return words
    }

    /// FNV-1a, 64 bits: stable between runs, which Swift's own hashes are not.
    static func hash(_ text: some StringProtocol) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
    }

    /// The marks after which a capital tells nothing.
    private static func opensSentence(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "!", "?", ":", "|", "\n", "\"", "“", "„", "«", "‘": true
        default: false
        }
    }

    /// Chinese and Japanese, written without spaces.
    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        (0x3400...0x9FFF).contains(scalar.value) || (0x3040...0x30FF).contains(scalar.value)
    }
}
