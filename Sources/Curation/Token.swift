/// A word or mark of a text, with where it stands and what the lexicon calls it.
struct Token {
    /// What stands here.
    enum Kind: UInt8 {
        case word, number, comma, colon, semicolon, stop, openQuote, closeQuote, quote, openParenthesis,
            closeParenthesis
        case dash, slash, lineEnd, other
    }

    /// How a word is written.
    enum Shape: UInt8 {
        case lower, capital, upper, uncased
    }

    var kind: Kind
    var shape: Shape
    /// Whether a hyphen alone parts it from the word before (`US-backed`).
    var isJoined: Bool
    /// Whether it is a bare `'s` or `'`.
    var isPossessive: Bool
    /// The first byte and the byte after the last.
    var start: Int32
    var end: Int32
    /// The same in Unicode scalars.
    var scalarStart: Int32
    var scalarEnd: Int32
    /// The word's number in the vocabulary, -1 for a word that no lexicon has.
    var word: Int32
    /// The hash of its folded bytes, by which unknown names are known again.
    var hash: UInt64 = 0

    var isWord: Bool { kind == .word || kind == .number }
}

/// The words of the lexicons, numbered; a word is known by the hash of its folded bytes.
struct Vocabulary: Sendable {
    private(set) var numbers: [UInt64: Int32] = [:]

    var count: Int { numbers.count }

    /// FNV-1a (Fowler, Noll, Vo), 64 bits.
    static let hashSeed: UInt64 = 0xCBF2_9CE4_8422_2325

    static func hash(_ byte: UInt8, into hash: inout UInt64) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var value = hashSeed
        for byte in bytes { hash(byte, into: &value) }
        return value
    }

    func number(_ hash: UInt64) -> Int32 { numbers[hash] ?? -1 }

    mutating func add(_ bytes: some Sequence<UInt8>) -> Int32 {
        add(hash: Self.hash(bytes))
    }

    /// Returns the number of the word whose folded bytes have a hash, adding it if it is new.
    mutating func add(hash: UInt64) -> Int32 {
        if let number = numbers[hash] { return number }
        let number = Int32(numbers.count)
        numbers[hash] = number
        return number
    }
}
