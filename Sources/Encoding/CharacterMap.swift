/// What the code points of a text become before pieces are looked for; most stay as they are.
struct CharacterMap: Sendable {
    /// The code points with an entry, ascending.
    private let keys: [UInt32]
    /// Where the UTF-8 of each begins in `bytes`, and where the last one's ends.
    private let offsets: [UInt32]
    private let bytes: [UInt8]

    /// Reads entries of a code point (4 bytes), a count (1 byte) and so many code points that it becomes.
    ///
    /// - Returns: nil when an entry is cut, out of order or no code point.
    init?(_ table: [UInt8]) {
        var keys: [UInt32] = []
        var offsets: [UInt32] = [0]
        var bytes: [UInt8] = []
        var at = 0
        func number() -> UInt32? {
            guard at + 4 <= table.count else { return nil }
            defer { at += 4 }
            return (0..<4).reduce(0) { $0 | UInt32(table[at + $1]) << (8 * UInt32($1)) }
        }
        while at < table.count {
            guard let key = number(), key > keys.last ?? 0, at < table.count else { return nil }
            let count = Int(table[at])
            at += 1
            for _ in 0..<count {
                guard let value = number(), let scalar = Unicode.Scalar(value) else { return nil }
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
            keys.append(key)
            offsets.append(UInt32(bytes.count))
        }
        self.keys = keys
        self.offsets = offsets
        self.bytes = bytes
    }

    /// The UTF-8 that a code point becomes; nil when it stays as it is.
    func replacement(of scalar: Unicode.Scalar) -> ArraySlice<UInt8>? {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < scalar.value { low = middle + 1 } else { high = middle }
        }
        guard low < keys.count, keys[low] == scalar.value else { return nil }
        return bytes[Int(offsets[low])..<Int(offsets[low + 1])]
    }
}

/// A text as pieces are looked for in it: mapped, each run of spaces one U+2581, one in front.
struct MappedText {
    /// U+2581, which stands for a space.
    static let space: [UInt8] = [0xE2, 0x96, 0x81]

    /// A code point of the mapped text.
    struct Character {
        /// Where its UTF-8 begins.
        var start: Int
        /// The bytes of the given text that it came from; those of the prefix lie below 0.
        var source: Range<Int>
    }

    private(set) var bytes: [UInt8] = []
    private(set) var characters: [Character] = []
    private var endsWithSpace = false

    /// Maps prefix and text, up to `limit` bytes.
    init(prefix: String, text: String, map: CharacterMap, limit: Int) {
        append(prefix, from: -prefix.utf8.count, map, limit)
        append(text, from: 0, map, limit)
        if characters.isEmpty { appendSpace(from: 0..<0) }
    }

    private mutating func append(_ text: String, from first: Int, _ map: CharacterMap, _ limit: Int) {
        var end = first
        for scalar in text.unicodeScalars {
            guard bytes.count < limit else { return }
            let source = end..<end + UTF8.width(scalar)
            end = source.upperBound
            if let replacement = map.replacement(of: scalar) {
                append(replacement, from: source)
            } else if let encoded = UTF8.encode(scalar) {
                append(encoded, from: source)
            }
        }
    }

    private mutating func append(_ encoded: some Sequence<UInt8>, from source: Range<Int>) {
        for byte in encoded {
            if byte == UInt8(ascii: " ") {
                appendSpace(from: source)
            } else {
                if byte & 0xC0 != 0x80 {
                    if characters.isEmpty { appendSpace(from: source.lowerBound..<source.lowerBound) }
                    characters.append(Character(start: bytes.count, source: source))
                    endsWithSpace = false
                }
                bytes.append(byte)
            }
        }
    }

    private mutating func appendSpace(from source: Range<Int>) {
        if endsWithSpace, let last = characters.indices.last {
            characters[last].source = characters[last].source.lowerBound..<source.upperBound
        } else {
            characters.append(Character(start: bytes.count, source: source))
            bytes.append(contentsOf: Self.space)
            endsWithSpace = true
        }
    }
}
