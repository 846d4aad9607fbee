/// Tells HTML from text where nothing was declared.
enum MarkupSniffer {
    /// Whether the characters hold a tag, a comment or a character reference.
    static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte == UInt8(ascii: "<"), isTag(bytes, index + 1) { return true }
                if byte == UInt8(ascii: "&"), isReference(bytes, index + 1) { return true }
                index &+= 1
            }
            return false
        }
    }

    private static func isTag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        guard start < bytes.count else { return false }
        let next = bytes[start]
        if next == UInt8(ascii: "!") { return start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "-") }
        let first = next == UInt8(ascii: "/") ? start + 1 : start
        guard first < bytes.count, (0x61...0x7A).contains(bytes[first] | 0x20) else { return false }
        // An e-mail address or a placeholder in angle brackets is no tag; a tag ends, or goes on with an attribute.
        var end = first
        while end < bytes.count, end < first + 20,
            (0x61...0x7A).contains(bytes[end] | 0x20) || (0x30...0x39).contains(bytes[end])
                || bytes[end] == UInt8(ascii: ":") || bytes[end] == UInt8(ascii: "-")
        {
            end += 1
        }
        guard end < bytes.count else { return false }
        return bytes[end] <= 0x20 || bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: ">")
    }

    private static func isReference(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        var end = start
        if end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        let first = end
        while end < bytes.count, end < first + 10,
            (0x61...0x7A).contains(bytes[end] | 0x20) || (0x30...0x39).contains(bytes[end])
        {
            end += 1
        }
        return end > first && end < bytes.count && bytes[end] == UInt8(ascii: ";")
    }

    /// Writes text as HTML.
    static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for byte in bytes {
            switch byte {
            case 0x26: result += "&amp;".utf8
            case 0x3C: result += "&lt;".utf8
            case 0x3E: result += "&gt;".utf8
            default: result.append(byte)
            }
        }
        return result
    }
}

/// The `div` that wraps XHTML and is no part of it (RFC 4287 section 3.1.1.3).
enum XHTMLDiv {
    /// Returns what the one `div` holds; the bytes themselves when there is none or more beside it.
    static func unwrapped(_ bytes: [UInt8]) -> [UInt8] {
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
        let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        let body = bytes[start..<end]
        guard body.starts(with: "<div".utf8), body.reversed().starts(with: "</div>".utf8.reversed()),
            let open = body.firstIndex(of: UInt8(ascii: ">")), isSingle(body)
        else { return bytes }
        return Array(body[(open + 1)..<(end - 6)])
    }

    /// Whether the first `div` is closed by the last end tag.
    ///
    /// The bytes are our own serialisation: no ">" in values.
    private static func isSingle(_ body: ArraySlice<UInt8>) -> Bool {
        var depth = 0
        var index = body.startIndex
        while index < body.endIndex {
            if body[index] == UInt8(ascii: "<") {
                if body[index...].starts(with: "<div".utf8), isBorder(body, index + 4) {
                    depth += 1
                } else if body[index...].starts(with: "</div>".utf8) {
                    depth -= 1
                    if depth == 0 { return index + 6 == body.endIndex }
                }
            }
            index += 1
        }
        return false
    }

    private static func isBorder(_ body: ArraySlice<UInt8>, _ index: Int) -> Bool {
        index < body.endIndex && (body[index] == 0x20 || body[index] == UInt8(ascii: ">"))
    }
}
