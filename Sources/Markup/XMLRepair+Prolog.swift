extension XMLRepair {
    /// Passes over what stands before the root: white space, a byte order mark, junk.
    mutating func skipOutsideRoot() {
        let start = index
        index = ByteScan.next(0x3C, in: input, from: index)
        if input[start..<index].contains(where: { $0 > 0x20 }) { note("text outside the root element", at: start) }
    }

    /// Passes over a processing instruction or the XML declaration, which must come first (XML 1.0, production 22).
    mutating func skipInstruction() {
        if index > 0, input[index...].starts(with: "<?xml".utf8), index + 5 < input.count, input[index + 5] <= 0x20 {
            note("the XML declaration is not at the very beginning")
        }
        var place = index + 2
        while place < input.count, input[place] != UInt8(ascii: "<") {
            if input[place] == UInt8(ascii: ">"), input[place - 1] == UInt8(ascii: "?"), place > index + 2 { break }
            place += 1
        }
        // A tag inside is legal, but an instruction that was never closed is more likely than one that holds tags.
        if place < input.count, input[place] == UInt8(ascii: ">") {
            index = place + 1
        } else {
            note("an instruction that does not end")
            index = place
        }
    }

    /// Reads a comment, CDATA section or document type declaration.
    mutating func readDeclaration() {
        let rest = input[index...]
        if rest.starts(with: "<!--".utf8) { return skipComment() }
        if rest.starts(with: "<![CDATA[".utf8) { return readCDATA() }
        if rest.prefix(9).map({ (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }).elementsEqual("<!DOCTYPE".utf8) {
            if !tags.isEmpty { note("a document type declaration inside the document") }
            return readDoctype()
        }
        note("a declaration that XML does not know")
        skipDeclaration()
    }

    private mutating func skipDeclaration() {
        index = min(ByteScan.next(0x3E, in: input, from: index) + 1, input.count)
    }

    private mutating func skipComment() {
        let start = index
        guard let dashes = ByteScan.find("--", in: input, from: start + 4) else {
            note("a comment that does not end")
            index = input.count
            return
        }
        if dashes + 2 < input.count, input[dashes + 2] == UInt8(ascii: ">") {
            index = dashes + 3
            return
        }
        note("\"--\" in a comment", at: dashes)
        index = ByteScan.find("-->", in: input, from: dashes).map { $0 + 3 } ?? input.count
    }

    private mutating func readCDATA() {
        let start = index + 9
        let found = ByteScan.find("]]>", in: input, from: start)
        if found == nil { note("a CDATA section that does not end") }
        index = found.map { $0 + 3 } ?? input.count
        guard !open.isEmpty else { return note("text outside the root element", at: start) }
        output += "<![CDATA[".utf8
        write(start..<(found ?? input.count), as: .literal)
        output += "]]>".utf8
    }

    /// Notes what follows the root other than white space, comments and instructions (XML 1.0, production 27).
    mutating func checkTail() {
        while index < input.count {
            if input[index] == 0x20 || (0x09...0x0D).contains(input[index]) {
                index += 1
            } else if input[index...].starts(with: "<!--".utf8) {
                skipComment()
            } else if input[index...].starts(with: "<?".utf8) {
                skipInstruction()
            } else {
                return note("junk after the root element")
            }
        }
    }

    // MARK: Document type declaration

    /// Passes over a document type declaration; of its internal subset only entities are kept.
    private mutating func readDoctype() {
        guard !hasDoctype else {
            note("a second document type declaration")
            return skipDeclaration()
        }
        hasDoctype = true
        var place = index + 9
        var quote: (byte: UInt8, start: Int)?
        var isInSubset = false
        while place < input.count {
            let byte = input[place]
            if let open = quote {
                if byte == open.byte {
                    if publicIdentifier.isEmpty, !isInSubset { publicIdentifier = string(open.start..<place) }
                    quote = nil
                }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = (byte, place + 1)
            } else if isInSubset {
                if byte == UInt8(ascii: "]") { isInSubset = false }
                if input[place...].starts(with: "<!--".utf8) {
                    place = ByteScan.find("-->", in: input, from: place + 4).map { $0 + 2 } ?? input.count
                } else if byte == UInt8(ascii: "<") {
                    keepEntity(place)
                }
            } else if byte == UInt8(ascii: "[") {
                isInSubset = true
            } else if byte == UInt8(ascii: ">") {
                index = place + 1
                return
            }
            place += 1
        }
        note("a document type declaration that does not end")
        // Read on after its first ">", so that the document is not lost with it.
        skipDeclaration()
    }

    private mutating func keepEntity(_ place: Int) {
        guard declaredEntities.count < 1000, input[place...].starts(with: "<!ENTITY".utf8) else { return }
        var start = place + 8
        while start < input.count, input[start] <= 0x20 { start += 1 }
        let name = XMLScan.name(input, from: start)
        guard !name.isEmpty, name.count <= 64 else { return }
        var value: [UInt8] = []
        let rest = input[name.upperBound...].drop { $0 <= 0x20 }
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let characters = rest.dropFirst().prefix(257).prefix { $0 != quote }
            if characters.count <= 256 { value = plain(characters.indices) }
        }
        declaredEntities[string(name)] = value
    }

    /// An entity's characters; empty when they would have to be read again, so that nothing can multiply.
    private func plain(_ range: Range<Int>) -> [UInt8] {
        var value: [UInt8] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = input[place]
            if byte == UInt8(ascii: "&") {
                guard place + 1 < range.upperBound, input[place + 1] == UInt8(ascii: "#"),
                    let (code, next) = CharacterReference.number(input, from: place + 2, to: range.upperBound),
                    next < range.upperBound, input[next] == UInt8(ascii: ";"), CharacterReference.isCharacter(code)
                else { return [] }
                value.appendUTF8(CharacterReference.meant(code))
                place = next + 1
            } else {
                value.append(byte)
                place += 1
            }
        }
        return value.contains { "&%<".utf8.contains($0) } ? [] : value
    }
}
