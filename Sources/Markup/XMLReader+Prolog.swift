extension XMLReader {
    /// Passes over what stands before the root: white space, a byte order mark, junk.
    mutating func skipOutsideRoot() {
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        if bytes[start..<index].contains(where: { $0 > 0x20 }) { note("text outside the root element", at: start) }
    }

    /// Passes over a processing instruction or the XML declaration, which must come first (XML 1.0, production 22).
    mutating func skipInstruction() {
        let isDeclaration =
            bytes[index...].starts(with: "<?xml".utf8) && index + 5 < bytes.count && bytes[index + 5] <= 0x20
        if isDeclaration, index > 0 { note("the XML declaration is not at the very beginning") }
        var place = index + 2
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
            if bytes[place] == UInt8(ascii: ">"), bytes[place - 1] == UInt8(ascii: "?"), place > index + 2 { break }
            place += 1
        }
        // A tag inside is legal, but an instruction that was never closed is more likely than one that holds tags.
        if place < bytes.count, bytes[place] == UInt8(ascii: ">") {
            index = place + 1
        } else {
            note("an instruction that does not end")
            index = place
        }
    }

    /// Reads a comment, CDATA section or document type declaration.
    mutating func readDeclaration() -> Event? {
        let start = index
        let rest = bytes[start...]
        if rest.starts(with: "<!--".utf8) {
            skipComment()
            return nil
        }
        if rest.starts(with: "<![CDATA[".utf8) { return readCDATA() }
        if bytes[start...].prefix(9).map({ (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }).elementsEqual(
            "<!DOCTYPE".utf8)
        {
            if hasRoot { note("a document type declaration inside the document") }
            skipDoctype()
            return nil
        }
        note("a declaration that XML does not know")
        guard !open.isEmpty, let end = rest.firstIndex(of: UInt8(ascii: ">")) else {
            index = rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
            return nil
        }
        index = end + 1
        return nil
    }

    private mutating func skipComment() {
        let start = index
        let found = bytes.withUnsafeBufferPointer { XMLScan.find("--", in: $0, from: start + 4) }
        guard let dashes = found else {
            note("a comment that does not end")
            index = bytes.count
            return
        }
        if dashes + 2 < bytes.count, bytes[dashes + 2] == UInt8(ascii: ">") {
            index = dashes + 3
            return
        }
        note("\"--\" in a comment", at: dashes)
        let end = bytes.withUnsafeBufferPointer { XMLScan.find("-->", in: $0, from: dashes) }
        index = end.map { $0 + 3 } ?? bytes.count
    }

    private mutating func readCDATA() -> Event? {
        let start = index + 9
        let found = bytes.withUnsafeBufferPointer { XMLScan.find("]]>", in: $0, from: start) }
        if found == nil { note("a CDATA section that does not end") }
        let end = found ?? bytes.count
        index = found.map { $0 + 3 } ?? bytes.count
        guard !open.isEmpty else {
            note("text outside the root element", at: start)
            return nil
        }
        textRange = start..<end
        textIsLiteral = true
        textNeedsDecoding = bytes.withUnsafeBufferPointer { buffer in
            buffer[start..<end].contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }
        }
        return .text
    }

    /// Passes over a document type declaration; of its internal subset only entities are kept.
    private mutating func skipDoctype() {
        guard !hasDoctype else {
            note("a second document type declaration")
            index = bytes[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
            return
        }
        hasDoctype = true
        var place = index + 9
        var quote: UInt8?
        var quoteStart = 0
        var isInSubset = false
        while place < bytes.count {
            let byte = bytes[place]
            if let open = quote {
                if byte == open {
                    if publicIdentifier.isEmpty, !isInSubset {
                        publicIdentifier = String(decoding: bytes[quoteStart..<place], as: UTF8.self)
                    }
                    quote = nil
                }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                (quote, quoteStart) = (byte, place + 1)
            } else if isInSubset {
                if byte == UInt8(ascii: "]") { isInSubset = false }
                if byte == UInt8(ascii: "<") {
                    if bytes[place...].starts(with: "<!--".utf8) {
                        place = endOfComment(place) - 1
                    } else {
                        keepEntity(place)
                    }
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
        index = bytes[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    }

    private func endOfComment(_ place: Int) -> Int {
        bytes.withUnsafeBufferPointer { XMLScan.find("-->", in: $0, from: place + 4) }.map { $0 + 3 } ?? bytes.count
    }

    private mutating func keepEntity(_ place: Int) {
        guard declaredEntities.count < 1000, bytes[place...].starts(with: "<!ENTITY".utf8) else { return }
        let name = bytes[(place + 8)...].drop { $0 <= 0x20 }.prefix { XMLScan.isName($0) }
        guard !name.isEmpty, name.count <= 64 else { return }
        var value: [UInt8] = []
        let rest = bytes[name.endIndex...].drop { $0 <= 0x20 }
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let characters = rest.dropFirst().prefix(257).prefix { $0 != quote }
            // What would have to be read again, or is long, stays unread: nothing can multiply.
            if characters.count <= 256, !characters.contains(where: { "&%<".utf8.contains($0) }) {
                value = Array(characters)
            }
        }
        declaredEntities[String(decoding: name, as: UTF8.self)] = value
    }

    /// Notes what follows the root other than white space, comments and instructions (XML 1.0, production 27).
    mutating func checkTail() {
        while index < bytes.count {
            if bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) {
                index += 1
            } else if bytes[index...].starts(with: "<!--".utf8) {
                skipComment()
            } else if bytes[index...].starts(with: "<?".utf8) {
                skipInstruction()
            } else {
                note("junk after the root element")
                return
            }
        }
    }
}
