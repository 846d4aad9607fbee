extension XMLRepair {
    /// How a stretch of characters is read.
    enum Kind {
        /// Character data with references.
        case text
        /// The value of an attribute; it is written between double quotes.
        case value
        /// A CDATA section's characters.
        case literal
    }

    /// Writes characters, and what was meant in place of what may not be there.
    mutating func write(_ range: Range<Int>, as kind: Kind) {
        var start = range.lowerBound
        var place = start
        while place < range.upperBound {
            let byte = input[place]
            // Most bytes are letters.
            guard byte < 0x3D || byte == 0x5D || byte == 0xEF,
                let (characters, next) = mended(at: place, to: range.upperBound, kind)
            else {
                place += 1
                continue
            }
            output.append(start..<place, of: input)
            output += characters
            (place, start) = (next, next)
        }
        output.append(start..<range.upperBound, of: input)
    }

    /// What is written for the characters at a place, and where they end; nil when the one there may stay.
    private mutating func mended(at place: Int, to end: Int, _ kind: Kind) -> (characters: [UInt8], next: Int)? {
        switch input[place] {
        case UInt8(ascii: "&") where kind != .literal: return reference(at: place, to: end)
        case UInt8(ascii: "<") where kind == .value:
            note("a \"<\" in an attribute", at: place)
            return (Array("&lt;".utf8), place + 1)
        case UInt8(ascii: "\"") where kind == .value: return (Array("&quot;".utf8), place + 1)
        case UInt8(ascii: "]") where kind == .text:
            guard place + 2 < end, input[place + 1] == UInt8(ascii: "]"), input[place + 2] == UInt8(ascii: ">") else {
                return nil
            }
            note("\"]]>\" in text", at: place)
            return (Array("]]&gt;".utf8), place + 3)
        case 0x09, 0x0A, 0x0D: return nil
        case 0..<0x20:
            note("a control character", at: place)
            return ([], place + 1)
        case 0xEF:  // U+FFFE and U+FFFF are none (XML 1.0, production 2)
            guard place + 2 < end, input[place + 1] == 0xBF, input[place + 2] >= 0xBE else { return nil }
            note("a code point that is no character", at: place)
            return ([], place + 3)
        default: return nil
        }
    }

    // MARK: References

    /// HTML's entities and bare ampersands are read as what was meant; both are faults.
    private mutating func reference(at start: Int, to end: Int) -> (characters: [UInt8], next: Int)? {
        let limit = min(end, start + 40)
        if start + 1 < limit, input[start + 1] == UInt8(ascii: "#") {
            if let (code, next) = CharacterReference.number(input, from: start + 2, to: limit) {
                let isEnded = next < end && input[next] == UInt8(ascii: ";")
                let isCharacter = CharacterReference.isCharacter(code)
                if isEnded, isCharacter, input[start + 2] != UInt8(ascii: "X") { return nil }
                if !isCharacter { note("a reference to no character", at: start) }
                if !isEnded { note("a reference without its semicolon", at: start) }
                return (Self.escaped(CharacterReference.meant(code)), isEnded ? next + 1 : next)
            }
        } else {
            let name = XMLScan.name(input, from: start + 1, to: limit)
            if !name.isEmpty, name.upperBound < limit, input[name.upperBound] == UInt8(ascii: ";") {
                if CharacterReference.predefined(input[name]) != nil { return nil }
                if let characters = entity(string(name), at: start) { return (characters, name.upperBound + 1) }
            }
        }
        note("an \"&\" that starts no reference", at: start)
        return (Array("&amp;".utf8), start + 1)
    }

    /// What a named entity stands for; nil when nobody knows it.
    private mutating func entity(_ name: String, at start: Int) -> [UInt8]? {
        if let value = declaredEntities[name] {
            expansionBudget -= value.count
            guard !value.isEmpty, expansionBudget >= 0 else {
                note("entity \(name) is left out: only short, plain entities are read, and not without end", at: start)
                return []
            }
            return value
        }
        guard let code = CharacterReference.named(name) else { return nil }
        note("entity \(name) is not declared", at: start)
        return Self.escaped(code)
    }

    private static func escaped(_ code: UInt32) -> [UInt8] {
        var result: [UInt8] = []
        // A quote would end the value of an attribute.
        if code == 0x22 { result += "&quot;".utf8 } else { result.appendEscapedHTML(code) }
        return result
    }
}
