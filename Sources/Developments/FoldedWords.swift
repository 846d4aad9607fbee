internal import Notation

/// Words of a text in a form that can be compared and hashed.
enum FoldedWords {
    /// Returns the folded words; a word is a run of letters and digits, and of ideographs each two neighbours are one.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var current: [UInt8] = []
        var ideograph: Unicode.Scalar?
        func end() {
            if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
            current.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            if isIdeograph(scalar) {
                end()
                if let ideograph { words.append("\(ideograph)\(scalar)") }
                ideograph = scalar
            } else {
                ideograph = nil
                if TextFolding.isWord(scalar) { TextFolding.append(scalar, to: &current) } else { end() }
            }
        }
        end()
        return words
    }

    /// FNV-1a, 64 bits: stable between runs, which Swift's own hashes are not.
    static func hash(_ text: some StringProtocol) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }

    /// Chinese and Japanese, written without spaces.
    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        (0x3400...0x9FFF).contains(scalar.value) || (0x3040...0x30FF).contains(scalar.value)
    }
}
