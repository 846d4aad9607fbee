extension XMLReader {
    /// Decodes the references of a stretch, drops what XML 1.0 does not allow (production 2), and folds line ends.
    ///
    /// HTML's entities and bare ampersands are read as what was meant; both are faults.
    mutating func decode(_ range: Range<Int>, isLiteral: Bool, isAttribute: Bool, into buffer: inout [UInt8]) {
        let bytes = self.bytes
        var start = range.lowerBound
        var place = start
        while place < range.upperBound {
            place = XMLScan.special(bytes, from: place, to: range.upperBound)
            guard place < range.upperBound else { break }
            let byte = bytes[place]
            guard (byte == UInt8(ascii: "&") && !isLiteral) || byte < 0x20 else {
                place += 1
                continue
            }
            if byte == 0x0A || byte == 0x09, !isAttribute {
                place += 1
                continue
            }
            buffer.append(start..<place, of: bytes)
            switch byte {
            case UInt8(ascii: "&"):
                place =
                    appendPredefined(bytes, at: place, end: range.upperBound, to: &buffer)
                    ?? decodeReference(at: place, end: range.upperBound, into: &buffer)
            case 0x0A, 0x09:
                buffer.append(0x20)
                place += 1
            case 0x0D:
                if place + 1 >= range.upperBound || bytes[place + 1] != 0x0A {
                    buffer.append(isAttribute ? 0x20 : 0x0A)
                }
                place += 1
            default:
                note("a control character", at: place)
                place += 1
            }
            start = place
        }
        buffer.append(start..<range.upperBound, of: bytes)
    }

    /// The references that escaped HTML is full of; nil for any other.
    private func appendPredefined(_ bytes: [UInt8], at start: Int, end: Int, to buffer: inout [UInt8]) -> Int? {
        guard start + 3 < end else { return nil }
        if bytes[start + 3] == 0x3B, bytes[start + 2] == 0x74 {  // lt; gt;
            guard bytes[start + 1] == 0x6C || bytes[start + 1] == 0x67 else { return nil }
            buffer.append(bytes[start + 1] == 0x6C ? 0x3C : 0x3E)
            return start + 4
        }
        guard start + 4 < end, bytes[start + 4] == 0x3B, bytes[start + 1] == 0x61, bytes[start + 2] == 0x6D,
            bytes[start + 3] == 0x70
        else { return nil }
        buffer.append(0x26)  // amp;
        return start + 5
    }

    /// Decodes the reference at an ampersand and returns where it ends.
    private mutating func decodeReference(at start: Int, end: Int, into buffer: inout [UInt8]) -> Int {
        let limit = min(end, start + 40)
        var place = start + 1
        if place < limit, bytes[place] == UInt8(ascii: "#") {
            if let (code, next) = CharacterReference.number(bytes, from: place + 1, to: limit) {
                if !isCharacter(code) { note("a reference to no character", at: start) }
                buffer.appendUTF8(CharacterReference.meant(code))
                if next < end, bytes[next] == UInt8(ascii: ";") { return next + 1 }
                note("a reference without its semicolon", at: start)
                return next
            }
        } else {
            while place < limit, XMLScan.isName(bytes[place]) { place += 1 }
            if place > start + 1, place < limit, bytes[place] == UInt8(ascii: ";") {
                if appendEntity((start + 1)..<place, at: start, into: &buffer) { return place + 1 }
            }
        }
        note("an \"&\" that starts no reference", at: start)
        buffer.append(UInt8(ascii: "&"))
        return start + 1
    }

    /// Appends what a named entity stands for; false when nobody knows it.
    private mutating func appendEntity(_ range: Range<Int>, at start: Int, into buffer: inout [UInt8]) -> Bool {
        let name = bytes[range]
        if let byte = CharacterReference.predefined(name) {
            buffer.append(byte)
            return true
        }
        let text = String(decoding: name, as: UTF8.self)
        if let value = declaredEntities[text] {
            expansionBudget -= value.count
            if value.isEmpty || expansionBudget < 0 {
                note("entity \(text) is left out: only short, plain entities are read, and not without end", at: start)
            } else {
                buffer.append(contentsOf: value)
            }
            return true
        }
        guard let code = CharacterReference.named(text) else { return false }
        note("entity \(text) is not declared", at: start)
        buffer.appendUTF8(code)
        return true
    }

    private func isCharacter(_ code: UInt32) -> Bool {
        switch code {
        case 0x9, 0xA, 0xD, 0x20..<0xD800, 0xE000..<0xFFFE, 0x10000..<0x110000: true
        default: false
        }
    }
}
