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
            let property = String(decoding: name, as: UTF8.self)
            guard properties.contains(property) || isBox(property), isPlain(value), !isBox(property) || isSmall(value)
            else { continue }
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

    /// The sides and parts of a box: `border-bottom-color`, `margin-left`.
    private static func isBox(_ name: String) -> Bool {
        ["background", "border", "margin", "padding"].contains { name == $0 || name.hasPrefix($0 + "-") }
            && name != "background-image" && name != "border-collapse" && name != "border-spacing"
            && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
    }

    /// Whether a box keeps to its place: each word a keyword, a colour, or a number below a hundred.
    private static func isSmall(_ value: ArraySlice<UInt8>) -> Bool {
        value.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }.allSatisfy { word in
            if word.first == UInt8(ascii: "#") || word.contains(UInt8(ascii: "(")) || word.last == UInt8(ascii: ")") {
                return true
            }
            let text = String(decoding: word, as: UTF8.self).lowercased()
            if boxWords.contains(text) { return true }
            let digits = text.prefix { $0.isNumber }
            let rest = text.dropFirst(digits.count)
            let fraction = rest.first == "." ? rest.dropFirst().prefix { $0.isNumber } : ""
            let unit = rest.dropFirst(fraction.isEmpty ? (rest.first == "." ? 1 : 0) : fraction.count + 1)
            return digits.count + fraction.count > 0 && digits.count <= 2 && fraction.count <= 2
                && ["", "cm", "em", "ex", "in", "mm", "pc", "pt", "px", "rem", "%"].contains(unit)
        }
    }

    private static let boxWords: Set<String> = [
        "auto", "aqua", "black", "block", "blue", "bold", "both", "bottom", "brown", "center", "collapse", "dashed",
        "dotted",
        "double", "fuchsia", "gray", "green", "grey", "!important", "inherit", "inset", "italic", "left", "lime",
        "maroon",
        "medium", "none", "navy", "normal", "nowrap", "olive", "orange", "outset", "pointer", "purple", "red", "ridge",
        "right",
        "silver", "solid", "teal", "thick", "thin", "top", "transparent", "underline", "white", "yellow",
    ]

    /// Words, numbers with units, colours, and functions that give a colour; at most 200 bytes.
    private static func isPlain(_ value: ArraySlice<UInt8>) -> Bool {
        guard !value.isEmpty, value.count <= 200 else { return false }
        var word: [UInt8] = []
        for byte in value {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: "."),
                UInt8(ascii: "%"):
                word.append(byte | 0x20)
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "!"), UInt8(ascii: "'"),
                UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "/"):
                word.removeAll(keepingCapacity: true)
            case UInt8(ascii: "("):
                guard ["rgb", "rgba", "hsl", "hsla"].contains(where: { word.elementsEqual($0.utf8) }) else {
                    return false
                }
                word.removeAll(keepingCapacity: true)
            default: return false
            }
        }
        return !value.contains(UInt8(ascii: "/")) || !String(decoding: value, as: UTF8.self).contains("/*")
    }

    private static let properties: Set<String> = [
        "azimuth", "border-collapse", "border-spacing", "clear", "color", "cursor",
        "direction", "display", "elevation", "float", "font", "font-family", "font-size", "font-style", "font-variant",
        "font-weight", "height", "letter-spacing", "line-height", "list-style", "list-style-type", "max-height",
        "max-width", "min-height", "min-width", "overflow", "page-break-after", "page-break-before", "pause",
        "pause-after", "pause-before", "pitch", "pitch-range", "quotes", "richness", "speak", "speak-header",
        "speak-numeral",
        "speak-punctuation", "speech-rate", "stress", "tab-size", "text-align", "text-decoration", "text-indent",
        "text-transform", "unicode-bidi", "vertical-align", "voice-family", "volume", "white-space", "width",
        "word-break",
        "word-spacing", "word-wrap", "overflow-wrap", "hyphens",
    ]
}
