/// Finds the ends of things in XML.
enum XMLScan {
    /// Whether a name may begin at a place (XML 1.0, production 4).
    static func startsName(_ bytes: [UInt8], at place: Int) -> Bool {
        guard place < bytes.count else { return false }
        let byte = bytes[place]
        guard byte >= 0x80 else { return startsName(byte) }
        let code = character(bytes, at: place).code
        return !(0x300...0x36F).contains(code) && code != 0xB7 && code != 0x203F && code != 0x2040
            && isNameCharacter(code)
    }

    /// Returns where a name lies that begins at a place; empty when none does.
    static func name(_ bytes: [UInt8], from start: Int, to end: Int? = nil) -> Range<Int> {
        let end = end ?? bytes.count
        var place = start
        while place < end {
            let byte = bytes[place]
            if byte < 0x80 {
                guard isName(byte) else { break }
                place += 1
            } else {
                let (code, length) = character(bytes, at: place)
                guard isNameCharacter(code), place + length <= end else { break }
                place += length
            }
        }
        return start..<max(start, place)
    }

    private static func startsName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
    }

    private static func isName(_ byte: UInt8) -> Bool {
        startsName(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// Whether a character beyond ASCII may be in a name (XML 1.0, production 4a).
    private static func isNameCharacter(_ code: UInt32) -> Bool {
        switch code {
        case 0xB7, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x37D, 0x37F...0x1FFF, 0x200C, 0x200D, 0x203F, 0x2040,
            0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default: false
        }
    }

    /// The character at a place of well-formed UTF-8.
    private static func character(_ bytes: [UInt8], at place: Int) -> (code: UInt32, length: Int) {
        let lead = bytes[place]
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var code = UInt32(lead) & (0xFF >> UInt32(length + 1))
        for byte in bytes[(place + 1)..<min(place + length, bytes.count)] { code = code << 6 | UInt32(byte & 0x3F) }
        return (code, length)
    }

    /// A number that tells names apart at a glance (FNV-1a).
    static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        bytes[range].reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
