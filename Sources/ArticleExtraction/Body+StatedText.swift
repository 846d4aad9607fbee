/// The article's text as the page's JSON-LD states it, for checking blocks against.
///
/// As a source it is poor: pages shorten it, run its paragraphs together and leave teasers in. As a witness it is good.
struct StatedText {
    private let letters: [UInt8]

    /// Nil when the page states no text worth comparing with.
    init?(_ text: String?) {
        guard let text, text.utf8.count >= 300 else { return nil }
        letters = Self.letters(Array(text.utf8)[...])
    }

    /// Whether the stated text holds a block: its beginning or its end, punctuation and case aside.
    func holds(_ block: ArraySlice<UInt8>) -> Bool {
        let wanted = Self.letters(block)
        guard wanted.count >= 8 else { return false }
        if wanted.count <= 48 { return contains(wanted[...]) }
        return contains(wanted.prefix(40)) || contains(wanted.suffix(40))
    }

    private func contains(_ wanted: ArraySlice<UInt8>) -> Bool {
        guard let first = wanted.first, let last = wanted.last, letters.count >= wanted.count else { return false }
        return letters.withUnsafeBufferPointer { text in
            let reach = wanted.count - 1
            for start in 0..<(text.count - reach) where text[start] == first && text[start + reach] == last {
                if UnsafeBufferPointer(rebasing: text[start...(start + reach)]).elementsEqual(wanted) { return true }
            }
            return false
        }
    }

    /// Letters and digits alone, ASCII ones in lower case; general punctuation (U+2000...U+203F) does not count.
    static func letters(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == 0xE2, index + 2 < text.endIndex, text[index + 1] == 0x80 {
                index += 3
                continue
            }
            if byte == 0xC2 {
                index += 2
                continue
            }
            let lower = byte &- 65 < 26 ? byte | 0x20 : byte
            if lower &- 97 < 26 || lower &- 48 < 10 || lower >= 0x80 { result.append(lower) }
            index += 1
        }
        return result
    }
}
