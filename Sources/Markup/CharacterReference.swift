internal import CLibXML2

/// The character references of XML and HTML.
enum CharacterReference {
    /// The five entities that XML 1.0 section 4.6 predefines.
    static func predefined(_ name: ArraySlice<UInt8>) -> UInt8? {
        guard let first = name.first else { return nil }
        let start = name.startIndex
        switch (name.count, first) {
        case (2, UInt8(ascii: "l")): return name[start + 1] == UInt8(ascii: "t") ? UInt8(ascii: "<") : nil
        case (2, UInt8(ascii: "g")): return name[start + 1] == UInt8(ascii: "t") ? UInt8(ascii: ">") : nil
        case (3, UInt8(ascii: "a")): return name.elementsEqual("amp".utf8) ? UInt8(ascii: "&") : nil
        case (4, UInt8(ascii: "q")): return name.elementsEqual("quot".utf8) ? UInt8(ascii: "\"") : nil
        case (4, UInt8(ascii: "a")): return name.elementsEqual("apos".utf8) ? UInt8(ascii: "'") : nil
        default: return nil
        }
    }

    /// Reads the digits after `&#`; nil when there are none.
    static func number(_ bytes: [UInt8], from start: Int, to end: Int) -> (code: UInt32, next: Int)? {
        var index = start
        let isHex = index < end && bytes[index] | 0x20 == UInt8(ascii: "x")
        if isHex { index += 1 }
        let first = index
        var code: UInt32 = 0
        while index < end {
            let byte = bytes[index]
            let digit: UInt32
            switch byte {
            case 0x30...0x39: digit = UInt32(byte - 0x30)
            case 0x61...0x66 where isHex: digit = UInt32(byte - 0x57)
            case 0x41...0x46 where isHex: digit = UInt32(byte - 0x37)
            default: return index > first ? (code, index) : nil
            }
            code = min(code &* (isHex ? 16 : 10) &+ digit, 0x11_0000)
            index += 1
        }
        return index > first ? (code, index) : nil
    }

    /// Whether a code point is a character of XML (XML 1.0, production 2).
    static func isCharacter(_ code: UInt32) -> Bool {
        switch code {
        case 0x9, 0xA, 0xD, 0x20..<0xD800, 0xE000..<0xFFFE, 0x10000..<0x110000: true
        default: false
        }
    }

    /// The code point that a number means: the C1 controls stand for windows-1252 (WHATWG HTML, "numeric character
    /// reference end state"), and what is no character for U+FFFD.
    static func meant(_ code: UInt32) -> UInt32 {
        switch code {
        case 0x80...0x9F: Decoding.windows1252Upper[Int(code) - 0x80]
        case 0...8, 0xB, 0xC, 0xE...0x1F, 0xD800...0xDFFF, 0xFFFE, 0xFFFF: 0xFFFD
        default: code
        }
    }

    /// The code point of an HTML entity, or nil for an unknown name.
    static func named(_ name: String) -> UInt32? { table[name] }

    /// Whether browsers take a name for an entity without its semicolon: Latin-1's and the predefined.
    static func isLegacy(_ name: String) -> Bool {
        guard let code = table[name] else { return false }
        return (code < 0x100 && !modern.keys.contains(name))
            || ["AMP", "LT", "GT", "QUOT", "COPY", "REG"].contains(name)
    }

    /// Names of HTML5 that are met and that HTML 4 lacks.
    private static let modern: [String: UInt32] = [
        "apos": 0x27, "Tab": 9, "NewLine": 10, "excl": 0x21, "num": 0x23, "dollar": 0x24, "percnt": 0x25, "lpar": 0x28,
        "rpar": 0x29, "ast": 0x2A, "plus": 0x2B, "comma": 0x2C, "period": 0x2E, "sol": 0x2F, "colon": 0x3A,
        "semi": 0x3B,
        "equals": 0x3D, "quest": 0x3F, "commat": 0x40, "lsqb": 0x5B, "lbrack": 0x5B, "bsol": 0x5C, "rsqb": 0x5D,
        "rbrack": 0x5D,
        "Hat": 0x5E, "lowbar": 0x5F, "grave": 0x60, "lcub": 0x7B, "lbrace": 0x7B, "verbar": 0x7C, "vert": 0x7C,
        "rcub": 0x7D,
        "rbrace": 0x7D, "NonBreakingSpace": 0xA0, "hyphen": 0x2010, "dash": 0x2010, "horbar": 0x2015, "AMP": 0x26,
        "LT": 0x3C,
        "GT": 0x3E, "QUOT": 0x22, "COPY": 0xA9, "REG": 0xAE, "TRADE": 0x2122, "hairsp": 0x200A, "numsp": 0x2007,
        "puncsp": 0x2008,
        "caron": 0x2C7, "breve": 0x2D8, "inodot": 0x131, "Gbreve": 0x11E, "gbreve": 0x11F, "Idot": 0x130,
        "Scedil": 0x15E,
        "scedil": 0x15F, "Ccaron": 0x10C, "ccaron": 0x10D, "zcaron": 0x17E, "Zcaron": 0x17D, "lstrok": 0x142,
        "Lstrok": 0x141,
        "check": 0x2713, "star": 0x2606, "phone": 0x260E, "female": 0x2640, "male": 0x2642, "half": 0xBD,
        "rsquor": 0x2019,
    ]

    /// HTML 4's 253 names from libxml2's own table, and ours.
    private static let table: [String: UInt32] = {
        var table = modern
        for code in UInt32(0)..<10_000 {
            guard let entity = htmlEntityValueLookup(code), let name = entity.pointee.name else { continue }
            table[String(cString: name)] = code
        }
        return table
    }()
}
