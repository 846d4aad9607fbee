/// Finds the ends of things in XML, a byte at a time.
enum XMLScan {
    /// Whether a byte may begin a name (XML 1.0, production 4, all of non-ASCII taken for letters).
    static func startsName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
    }

    /// Whether a byte may be inside a name.
    static func isName(_ byte: UInt8) -> Bool {
        startsName(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// Whether a byte may be in an attribute's name when tags are read leniently.
    static func isAttributeName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x22, 0x27, 0x2F, 0x3C, 0x3D, 0x3E: false
        default: true
        }
    }

    /// What a stretch of character data holds.
    struct Text {
        var end = 0
        var hasReferences = false
        var hasControls = false
        var hasCDATAEnd = false
    }

    /// Finds the end of character data: the next `<`.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Text {
        var result = Text()
        var index = start
        let count = bytes.count
        let raw = UnsafeRawBufferPointer(bytes)
        // Eight bytes at a time where nothing in them matters, else one by one to their end.
        var checked = start
        while index < count {
            if index == checked, index &+ 8 <= count {
                let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                checked = index &+ 8
                let interesting =
                    ByteScan.equal(word, 0x3C) | ByteScan.below(word, 0x20) | ByteScan.equal(word, 0x5D)
                    | (result.hasReferences ? 0 : ByteScan.equal(word, 0x26))
                if interesting == 0 {
                    index = checked
                    continue
                }
                index &+= interesting.trailingZeroBitCount / 8
            }
            let byte = bytes[index]
            if byte > 0x3E {
                if byte == 0x5D, index + 2 < count, bytes[index + 1] == 0x5D, bytes[index + 2] == 0x3E {
                    result.hasCDATAEnd = true
                }
            } else if byte == 0x3C {
                break
            } else if byte == 0x26 {
                result.hasReferences = true
            } else if byte < 0x20, byte != 0x0A, byte != 0x09 {
                result.hasControls = true
            }
            index &+= 1
        }
        result.end = index
        return result
    }

    /// Finds the next `&` or control.
    static func special(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            ByteScan.first(bytes, from: start, to: end) {
                ByteScan.equal($0, 0x26) | ByteScan.below($0, 0x20)
            } byte: {
                $0 < 0x20 || $0 == 0x26
            }
        }
    }

    /// Finds the quote that ends an attribute's value.
    static func attribute(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, quote: UInt8
    ) -> (end: Int, needsDecoding: Bool, hasLessThan: Bool) {
        var index = start
        var (needsDecoding, hasLessThan) = (false, false)
        while index < bytes.count, bytes[index] != quote {
            let byte = bytes[index]
            if byte == 0x26 || byte < 0x20 { needsDecoding = true } else if byte == 0x3C { hasLessThan = true }
            index &+= 1
        }
        return (index, needsDecoding, hasLessThan)
    }

    /// Finds a short run of bytes; nil when it does not come.
    static func find(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        word.withUTF8Buffer { word in
            guard let first = word.first else { return start }
            var index = start
            while index + word.count <= bytes.count {
                if bytes[index] == first, (1..<word.count).allSatisfy({ bytes[index + $0] == word[$0] }) {
                    return index
                }
                index &+= 1
            }
            return nil
        }
    }
}
