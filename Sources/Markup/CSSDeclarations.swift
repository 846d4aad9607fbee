/// Makes the declarations of a `style` attribute safe.
///
/// Kept are properties that lay out text, with plain values: words, numbers, colours. Nothing that loads (`url()`),
/// computes or moves a box out of its place.
enum CSSDeclarations {
    /// Returns the allowed declarations, each as `name: value;`.
    static func safe(_ style: [UInt8]) -> [UInt8] {
        // Escapes and comments hide words; honest feeds use neither.
        guard style.count <= 4096, !style.contains(UInt8(ascii: "\\")) else { return [] }
        var result: [UInt8] = []
        for declaration in style.split(separator: UInt8(ascii: ";")) {
            guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = trimmed(declaration[..<colon]).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            let value = trimmed(declaration[(colon + 1)...])
            guard isAllowed(String(decoding: name, as: UTF8.self)), isPlain(value) else { continue }
            if !result.isEmpty { result.append(0x20) }
            result += name
            result += ": ".utf8
            result += value
            result.append(UInt8(ascii: ";"))
        }
        return result
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return bytes[start..<end]
    }

    private static func isAllowed(_ name: String) -> Bool {
        if properties.contains(name) { return true }
        // Sides and parts of a box: border-bottom-color, margin-left.
        return ["background-", "border-", "margin-", "padding-"].contains { name.hasPrefix($0) } && name != "background-image"
    }

    /// Words, numbers with units, colours, and functions that give a colour; at most 200 bytes.
    private static func isPlain(_ value: ArraySlice<UInt8>) -> Bool {
        guard !value.isEmpty, value.count <= 200 else { return false }
        var word: [UInt8] = []
        for byte in value {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: "%"):
                word.append(byte | 0x20)
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "!"), UInt8(ascii: "'"),
                UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "/"):
                word.removeAll(keepingCapacity: true)
            case UInt8(ascii: "("):
                guard ["rgb", "rgba", "hsl", "hsla"].contains(where: { word.elementsEqual($0.utf8) }) else { return false }
                word.removeAll(keepingCapacity: true)
            default: return false
            }
        }
        return !value.contains(UInt8(ascii: "/")) || !String(decoding: value, as: UTF8.self).contains("/*")
    }

    private static let properties: Set<String> = [
        "azimuth", "background", "background-color", "border", "border-collapse", "border-spacing", "clear", "color", "cursor",
        "direction", "display", "elevation", "float", "font", "font-family", "font-size", "font-style", "font-variant",
        "font-weight", "height", "letter-spacing", "line-height", "list-style", "list-style-type", "margin", "max-height",
        "max-width", "min-height", "min-width", "overflow", "padding", "page-break-after", "page-break-before", "pause",
        "pause-after", "pause-before", "pitch", "pitch-range", "quotes", "richness", "speak", "speak-header", "speak-numeral",
        "speak-punctuation", "speech-rate", "stress", "tab-size", "text-align", "text-decoration", "text-indent",
        "text-transform", "unicode-bidi", "vertical-align", "voice-family", "volume", "white-space", "width", "word-break",
        "word-spacing", "word-wrap", "overflow-wrap", "hyphens",
    ]
}
