/// Finds the ends of things in HTML as browsers do.
enum HTMLTagScan {
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Whether a byte ends the name of a tag or attribute.
    static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x3D || byte == 0x3E || byte == 0x2F
    }

    /// Returns where the name of a tag lies that begins at a place.
    static func name(_ input: [UInt8], from start: Int) -> Range<Int> {
        var end = start
        while end < input.count, input[end] > 0x20, input[end] != 0x2F, input[end] != 0x3E { end += 1 }
        return start..<max(start, end)
    }

    /// Whether a name has letters, digits and `:-_.` alone, and not too many.
    static func isPlainName(_ input: [UInt8], _ name: Range<Int>) -> Bool {
        !name.isEmpty && name.count < 100
            && input[name].allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || ":-_.".utf8.contains($0) }
    }

    /// Whether lower-case ASCII text stands at a place, whatever its case in the input.
    static func has(_ text: String, _ input: [UInt8], at start: Int) -> Bool {
        guard start + text.utf8.count <= input.count else { return false }
        var place = start
        for byte in text.utf8 {
            let given = input[place]
            if (given &- 65 < 26 ? given | 0x20 : given) != byte { return false }
            place += 1
        }
        return true
    }

    /// Returns the place after a tag, whose quoted values may hold a `>`.
    static func end(of input: [UInt8], from start: Int) -> Int {
        var place = start
        while place < input.count {
            if input[place] == UInt8(ascii: ">") { return place + 1 }
            if input[place] <= 0x20 || input[place] == UInt8(ascii: "/") {
                place += 1
            } else {
                place = attribute(input, at: place).end
            }
        }
        return input.count
    }

    /// Reads an attribute (WHATWG HTML sections 13.2.5.33 to 13.2.5.39).
    ///
    /// - Parameters:
    ///   - input: a tag, and what follows.
    ///   - start: where the attribute begins.
    ///   - tagEnd: a byte that ends the tag besides `>`, but not within quotes.
    /// - Returns: where name and value lie, and where what follows begins.
    static func attribute(
        _ input: [UInt8], at start: Int, tagEnd: UInt8 = 0x3E
    ) -> (name: Range<Int>, value: Range<Int>, end: Int) {
        var place = start + 1  // even a "=" may begin a name
        while place < input.count, !endsName(input[place]), input[place] != tagEnd { place += 1 }
        let name = start..<min(place, input.count)
        var next = place
        while next < input.count, input[next] <= 0x20 { next += 1 }
        guard next < input.count, input[next] == UInt8(ascii: "=") else {
            return (name, name.upperBound..<name.upperBound, place)
        }
        next += 1
        while next < input.count, input[next] <= 0x20 { next += 1 }
        guard next < input.count else { return (name, next..<next, next) }
        let quote = input[next]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let close = ByteScan.next(quote, in: input, from: next + 1)
            return (name, (next + 1)..<close, min(close + 1, input.count))
        }
        var close = next
        while close < input.count, input[close] > 0x20, input[close] != 0x3E, input[close] != tagEnd { close += 1 }
        return (name, next..<close, close)
    }

    /// Whether a comment begins at a place.
    static func opensComment(_ input: [UInt8], at start: Int) -> Bool {
        start + 3 < input.count && input[start + 1] == 0x21 && input[start + 2] == 0x2D && input[start + 3] == 0x2D
    }

    /// The place after a comment whose `<!--` ends at a place; nil when it does not end.
    ///
    /// `-->` and `--!>` end one, `<!-->` and `<!--->` are whole ones (WHATWG HTML sections 13.2.5.43 to 13.2.5.51).
    static func commentEnd(_ input: [UInt8], from start: Int) -> Int? {
        if start < input.count, input[start] == 0x3E { return start + 1 }
        if start + 1 < input.count, input[start] == 0x2D, input[start + 1] == 0x3E { return start + 2 }
        var close = ByteScan.next(0x3E, in: input, from: start)
        while close < input.count {
            if close >= start + 2, input[close - 1] == 0x2D, input[close - 2] == 0x2D { return close + 1 }
            if close >= start + 3, input[close - 1] == 0x21, input[close - 2] == 0x2D, input[close - 3] == 0x2D {
                return close + 1
            }
            close = ByteScan.next(0x3E, in: input, from: close + 1)
        }
        return nil
    }

    /// Returns where the end tag of an element without markup begins, nil without one.
    static func endTag(named name: String, in input: [UInt8], from start: Int) -> Int? {
        var place = ByteScan.next(0x3C, in: input, from: start)
        while place + 1 < input.count {
            if input[place + 1] == 0x2F, has(name, input, at: place + 2) {
                let end = place + 2 + name.utf8.count
                if end == input.count || endsName(input[end]) { return place }
            }
            place = ByteScan.next(0x3C, in: input, from: place + 1)
        }
        return nil
    }
}

/// Reads the character references of HTML.
enum HTMLReference {
    /// Reads the reference at an ampersand; nil when it is none (WHATWG HTML section 13.2.5.72).
    static func read(_ input: [UInt8], at start: Int, to end: Int, isAttribute: Bool) -> (code: UInt32, next: Int)? {
        let limit = min(end, start + 40)
        guard start + 1 < limit else { return nil }
        if input[start + 1] == UInt8(ascii: "#") {
            guard let (code, next) = CharacterReference.number(input, from: start + 2, to: limit) else { return nil }
            let hasSemicolon = next < end && input[next] == UInt8(ascii: ";")
            return (CharacterReference.meant(code), hasSemicolon ? next + 1 : next)
        }
        var place = start + 1
        while place < limit, isAlphanumeric(input[place]) { place += 1 }
        guard place > start + 1 else { return nil }
        let name = input[(start + 1)..<place]
        if place < limit, input[place] == UInt8(ascii: ";") {
            if let byte = CharacterReference.predefined(name) { return (UInt32(byte), place + 1) }
            if let code = CharacterReference.named(String(decoding: name, as: UTF8.self)) { return (code, place + 1) }
        }
        // Old names need no semicolon; inside an attribute they do where a query parameter is as likely.
        if isAttribute {
            guard !(place < end && (input[place] == UInt8(ascii: "=") || input[place] == UInt8(ascii: ";"))) else {
                return nil
            }
            let text = String(decoding: name, as: UTF8.self)
            return CharacterReference.isLegacy(text) ? CharacterReference.named(text).map { ($0, place) } : nil
        }
        for length in stride(from: min(name.count, 6), through: 2, by: -1) {
            let text = String(decoding: name.prefix(length), as: UTF8.self)
            if CharacterReference.isLegacy(text), let code = CharacterReference.named(text) {
                return (code, start + 1 + length)
            }
        }
        return nil
    }

    /// Returns an attribute's value with its references decoded.
    static func decoded(_ input: [UInt8], _ range: Range<Int>) -> [UInt8] {
        guard let first = input[range].firstIndex(of: UInt8(ascii: "&")) else { return Array(input[range]) }
        var result = Array(input[range.lowerBound..<first])
        result.reserveCapacity(range.count)
        var place = first
        while place < range.upperBound {
            if input[place] == UInt8(ascii: "&"),
                let (code, next) = read(input, at: place, to: range.upperBound, isAttribute: true)
            {
                result.appendUTF8(code)
                place = next
            } else {
                result.append(input[place])
                place += 1
            }
        }
        return result
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}

/// Finds the ends of stretches of text.
enum FragmentScan {
    /// The first `&`, `<`, `>` or NUL.
    static func special(_ input: [UInt8], from start: Int, to end: Int) -> Int {
        input.withUnsafeBufferPointer { bytes in
            ByteScan.first(bytes, from: start, to: end) {
                ByteScan.equal($0, 0x26) | ByteScan.equal($0, 0x3C) | ByteScan.equal($0, 0x3E) | ByteScan.equal($0, 0)
            } byte: {
                $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0
            }
        }
    }

    /// The first byte that is no white space; a no-break space is some.
    static func white(_ input: [UInt8], from start: Int, to end: Int) -> Int {
        var place = start
        while place < end {
            if input[place] <= 0x20 {
                place += 1
            } else if input[place] == 0xC2, place + 1 < end, input[place + 1] == 0xA0 {
                place += 2
            } else {
                break
            }
        }
        return place
    }

    /// The end of text that is folded already: words with one blank between them.
    static func folded(_ input: [UInt8], from start: Int, to end: Int) -> Int {
        input.withUnsafeBufferPointer { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            var place = start
            var checked = start
            while place < end {
                // Eight bytes at a time where no blank has another after it; the ninth tells for the last.
                if place == checked, place &+ 9 <= end {
                    let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                    let next = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place &+ 1, as: UInt64.self))
                    checked = place &+ 8
                    let doubled = ByteScan.equal(word, 0x20) & (ByteScan.below(next, 0x21) | ByteScan.equal(next, 0xC2))
                    if (ByteScan.below(word, 0x20) | ByteScan.equal(word, 0xC2) | doubled) == 0 {
                        place = checked
                        continue
                    }
                }
                let byte = bytes[place]
                if byte > 0x20 {
                    if byte == 0xC2, place + 1 < end, bytes[place + 1] == 0xA0 { break }
                } else if byte < 0x20 || place + 1 >= end || bytes[place + 1] <= 0x20 || bytes[place + 1] == 0xC2 {
                    break
                }
                place &+= 1
            }
            return place
        }
    }
}
