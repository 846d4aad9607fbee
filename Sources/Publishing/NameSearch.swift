import Glibc

/// Finds names in a sentence as whole words.
enum NameSearch {
    /// Whether a sentence has one of the names, not as a part of a longer word.
    static func finds(_ names: [String], in sentence: String) -> Bool {
        names.contains { finds($0, in: sentence) }
    }

    private static func finds(_ name: String, in sentence: String) -> Bool {
        guard !name.isEmpty else { return false }
        var sentence = sentence
        var name = name
        return sentence.withUTF8 { text in
            name.withUTF8 { word in
                guard let base = text.baseAddress, let start = word.baseAddress, text.count >= word.count else {
                    return false
                }
                for at in 0...(text.count - word.count) where base[at] == start[0] {
                    guard memcmp(base + at, start, word.count) == 0 else { continue }
                    if !endsInLetter(text[..<at]), !startsWithLetter(text[(at + word.count)...]) { return true }
                }
                return false
            }
        }
    }

    private static func endsInLetter(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let last = text.last else { return false }
        if last < 0x80 { return isLetter(Unicode.Scalar(last)) }
        return String(decoding: text.suffix(4), as: UTF8.self).unicodeScalars.last.map(isLetter) ?? false
    }

    private static func startsWithLetter(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = text.first else { return false }
        if first < 0x80 { return isLetter(Unicode.Scalar(first)) }
        return String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first.map(isLetter) ?? false
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
