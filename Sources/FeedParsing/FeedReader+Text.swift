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
    /// - Returns: the construct; nil when there is nothing in it.
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
            if !hasElements, let decoded = Base64.decode(bytes), String(validating: decoded, as: UTF8.self) != nil {
                bytes = decoded
            }
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
