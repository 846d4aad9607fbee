import Markup
import Notation

extension FeedReader {
    /// Reads the current element as a text construct whose type nobody declared: HTML if it looks so, else text.
    mutating func looseText() -> TextConstruct? {
        let (base, language) = (xml.base, xml.language)
        let isPlain = attribute("type") == "plain"  // Media RSS
        let (bytes, hasElements) = content()
        let isHTML = !isPlain && (hasElements || MarkupSniffer.looksLikeHTML(bytes))
        return FeedReader.construct(bytes, type: isHTML ? "html" : "text", base: base, language: language)
    }

    /// Reads the current element as an Atom text construct or content (RFC 4287 sections 3.1 and 4.1.3; Atom 0.3 3.1).
    ///
    /// - Parameter isContent: whether media types and `src` count.
    mutating func atomText(isContent: Bool = false) -> TextConstruct? {
        let (base, language) = (xml.base, xml.language)
        let isOldAtom = xml.name(xml.element).namespace.lowercased().hasPrefix("http://purl.org/atom")
        let declared = attribute("type")?.trimmed.lowercased() ?? "text"
        let mode = attribute("mode")?.trimmed.lowercased()
        let source = isContent ? attribute("src").map(resolved) : nil
        var (bytes, hasElements) = content()
        if mode == "base64", let decoded = Base64.decode(bytes) { (bytes, hasElements) = (decoded, false) }
        var type = TextType.named(declared, mode: mode)
        if type == "text", hasElements || (mode == nil && declared != "text" && MarkupSniffer.looksLikeHTML(bytes)) {
            type = hasElements ? "xhtml" : "html"
        }
        if TextType.isBinary(type) {
            if !hasElements, let decoded = Base64.decode(bytes), String(validating: decoded, as: UTF8.self) != nil { bytes = decoded }
        }
        if type == "xhtml" || type == "application/xhtml+xml" {
            // Atom 0.3 knows no wrapping div; one that is there is content.
            if hasElements, !isOldAtom { bytes = XHTMLDiv.unwrapped(bytes) }
            // Plain characters in an xhtml construct were decoded once by XML: they are text, whatever they look like.
            if !hasElements, !MarkupSniffer.looksLikeHTML(bytes) { bytes = MarkupSniffer.escaped(bytes) }
        }
        var construct = FeedReader.construct(bytes, type: type, base: base, language: language)
        if let source, !source.isEmpty {
            construct = construct ?? TextConstruct(type: type, value: "", base: base?.description, language: language)
            construct?.src = source
        }
        return construct
    }

    /// Makes a text construct of its characters; nil when there are none.
    static func construct(_ bytes: [UInt8], type: String, base: URLReference?, language: String?) -> TextConstruct? {
        var construct: TextConstruct
        if TextType.isHTML(type) {
            let fragment = HTMLSanitizer(base: base).sanitize(bytes)
            construct = TextConstruct(
                type: type, value: string(fragment.html[...]), text: String(decoding: fragment.text, as: UTF8.self))
        } else {
            let value = string(bytes[...])
            construct = TextConstruct(type: type, value: value, text: value.whiteSpaceFolded)
        }
        guard !construct.value.isEmpty else { return nil }
        construct.base = base?.description
        construct.language = language
        return construct
    }
}

/// The types of text constructs.
enum TextType {
    /// The type that a declaration means: Atom 1.0's words, Atom 0.3's media types and modes.
    static func named(_ declared: String, mode: String?) -> String {
        switch declared {
        case "text", "text/plain", "plain", "": return "text"
        case "html", "text/html", "escaped": return "html"
        case "xhtml": return "xhtml"
        case "application/xhtml+xml": return mode == nil ? declared : "xhtml"
        default: return declared
        }
    }

    static func isHTML(_ type: String) -> Bool {
        type == "html" || type == "xhtml" || type == "application/xhtml+xml" || type == "text/x-html"
    }

    /// Whether content of a type is written in base64 (RFC 4287 section 4.1.3.3, rule 6).
    static func isBinary(_ type: String) -> Bool {
        type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml")
    }
}

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
        while end < bytes.count, end < first + 20, (0x61...0x7A).contains(bytes[end] | 0x20) || (0x30...0x39).contains(bytes[end])
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
        while end < bytes.count, end < first + 10, (0x61...0x7A).contains(bytes[end] | 0x20) || (0x30...0x39).contains(bytes[end]) {
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

    /// Whether the first `div` is closed by the last end tag. The bytes are our own serialisation: no ">" in values.
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

/// Base64 (RFC 4648 section 4), white space passed over.
enum Base64 {
    /// Returns the bytes, or nil when the text is no base64.
    static func decode(_ text: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(text.count / 4 * 3)
        var (bits, count, padding) = (UInt32(0), 0, 0)
        for byte in text where byte > 0x20 {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x47
            case 0x30...0x39: value = byte + 4
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            case UInt8(ascii: "="):
                padding += 1
                continue
            default: return nil
            }
            guard padding == 0 else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 1
            if count == 4 {
                result += [UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255)]
                (bits, count) = (0, 0)
            }
        }
        guard count != 1, padding <= 2, count + padding == 4 || padding == 0 else { return nil }
        if count == 2 { result.append(UInt8(bits >> 4 & 255)) }
        if count == 3 { result += [UInt8(bits >> 10 & 255), UInt8(bits >> 2 & 255)] }
        return result
    }
}

extension String {
    /// The text with each run of white space as one blank.
    var whiteSpaceFolded: String {
        var copy = self
        return copy.withUTF8 { bytes in
            guard needsFolding(bytes) else { return nil }
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count)
            var owesSpace = false
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte <= 0x20 {
                    owesSpace = true
                } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {  // no-break space
                    owesSpace = true
                    index += 1
                } else {
                    if owesSpace, !result.isEmpty { result.append(0x20) }
                    owesSpace = false
                    result.append(byte)
                }
                index += 1
            }
            return String(decoding: result, as: UTF8.self)
        } ?? self
    }

    private func needsFolding(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var before: UInt8 = 0x20
        for byte in bytes {
            if byte < 0x20 || byte == 0xC2 || (byte == 0x20 && before == 0x20) { return true }
            before = byte
        }
        return before == 0x20
    }
}
