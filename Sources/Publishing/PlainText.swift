/// Text made fit for every output: one line, without what no reader should ever be sent.
enum PlainText {
    /// Returns text on one line: white space runs become one space, edges are trimmed, and control characters, U+FFFD,
    /// non-characters, byte order marks and bidi controls are dropped.
    ///
    /// Bidi controls go because an unbalanced one reorders the page around it (UAX #9, section 2).
    static func line(_ text: String) -> String {
        if isClean(text) { return text }
        var result = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if isSpace(scalar) {
                pendingSpace = !result.isEmpty
            } else if !isDropped(scalar) {
                if pendingSpace { result.append(" ") }
                pendingSpace = false
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Returns text cut to at most `limit` Unicode scalars, at a word's border where there is one near, with an ellipsis.
    static func cut(_ text: String, to limit: Int) -> String {
        // No scalar has fewer bytes than one, so that most texts need no count.
        guard text.utf8.count > limit, text.unicodeScalars.count > limit, limit > 1 else { return text }
        var kept = text.unicodeScalars.prefix(limit - 1)
        if let space = kept.suffix(30).lastIndex(of: " ") { kept = kept[..<space] }
        while let last = kept.last, last == " " || last == "," { kept = kept.dropLast() }
        return String(kept) + "…"
    }

    /// Returns text cut to at most `limit` words, with an ellipsis.
    static func cut(_ text: String, toWords limit: Int) -> String {
        var words = 0
        var inWord = false
        for index in text.utf8.indices {
            let isBlank = text.utf8[index] == UInt8(ascii: " ")
            if !isBlank, !inWord { words += 1 }
            inWord = !isBlank
            if words > limit {
                let end = text.utf8[..<index].lastIndex { $0 != UInt8(ascii: " ") } ?? text.startIndex
                return String(text[...end]) + " …"
            }
        }
        return text
    }

    /// Whether the text surely needs no cleaning, as nearly all text: told from its bytes, without decoding.
    private static func isClean(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var previous = UInt8(ascii: " ")
            for (index, byte) in bytes.enumerated() {
                let isSuspect =
                    switch byte {
                    case 0x20: previous == 0x20
                    case 0..<0x20, 0x7F: true
                    // U+0080 to U+00A0; line separators and bidi controls in U+2000 to U+207F; U+FDC0 and above.
                    case 0xC2: index + 1 < bytes.count && bytes[index + 1] <= 0xA0
                    case 0xE2: isSuspectPunctuation(bytes[index...].prefix(3))
                    case 0xEF: index + 1 < bytes.count && bytes[index + 1] >= 0xB7
                    case 0xF0...: true
                    default: false
                    }
                if isSuspect { return false }
                previous = byte
            }
            return bytes.isEmpty || previous != 0x20
        }
    }

    private static func isSuspectPunctuation(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard bytes.count == 3, let last = bytes.last else { return true }
        return switch bytes[bytes.startIndex + 1] {
        case 0x80: last >= 0xA8 && last <= 0xAE
        case 0x81: last >= 0xA6 && last <= 0xA9
        default: false
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0xFFFD, 0xFEFF, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
