/// Writes XML 1.0 or HTML as UTF-8 bytes; every text and attribute of our feeds and pages is escaped here and nowhere else.
///
/// Texts are expected to have passed ``PlainText``, so that they hold no character that XML forbids.
struct XMLWriter {
    /// How an element without content is written.
    enum Syntax {
        /// `<name/>`.
        case xml
        /// `<name></name>`; a void element has no end tag and is written by ``XMLWriter/void(_:_:)``.
        case html
    }

    /// What was written so far.
    private(set) var bytes: [UInt8] = []
    private let syntax: Syntax

    init(_ syntax: Syntax = .xml) {
        self.syntax = syntax
    }

    /// Writes what another writer wrote.
    mutating func append(_ other: XMLWriter) {
        bytes.append(contentsOf: other.bytes)
    }

    /// Writes markup as it stands.
    mutating func markup(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Writes an HTML element that never has content (HTML, section 13.1.2).
    mutating func void(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        start(name, attributes)
    }

    /// Writes an element that holds text only.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ text: String = "") {
        start(name, attributes)
        if text.isEmpty, syntax == .xml {
            bytes[bytes.count - 1] = UInt8(ascii: "/")
            bytes.append(UInt8(ascii: ">"))
        } else {
            self.text(text)
            end(name)
        }
    }

    /// Writes an element whose content `body` writes.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], body: (inout XMLWriter) -> Void
    ) {
        start(name, attributes)
        body(&self)
        end(name)
    }

    /// Writes a start tag; attributes without a value are left out.
    mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: name.utf8)
        for case (let key, let value?) in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: key.utf8)
            bytes.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
            text(value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    /// Writes an end tag.
    mutating func end(_ name: String) {
        markup("</\(name)>")
    }

    /// Writes character data, escaped for content and attributes alike (XML 1.0, section 2.4).
    mutating func text(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): markup("&amp;")
            case UInt8(ascii: "<"): markup("&lt;")
            case UInt8(ascii: ">"): markup("&gt;")
            case UInt8(ascii: "\""): markup("&quot;")
            default: bytes.append(byte)
            }
        }
    }

    /// Writes English prose, in which words of a right-to-left script are set apart: without it, digits and brackets that
    /// follow them would change sides (UAX #9, rule W2).
    mutating func prose(_ text: String) {
        var rest = text.unicodeScalars[...]
        while let start = rest.firstIndex(where: Self.isRightToLeft) {
            let stop = rest[start...].firstIndex { Self.isASCIIWord($0) } ?? rest.endIndex
            let end = rest[start..<stop].lastIndex(where: Self.isRightToLeft).map(rest.index(after:)) ?? stop
            self.text(String(rest[..<start]))
            element("span", ["dir": "rtl"], String(rest[start..<end]))
            rest = rest[end...]
        }
        self.text(String(rest))
    }

    /// Whether a scalar is of a block that is written from right to left (Unicode, DerivedBidiClass: R and AL).
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    private static func isASCIIWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }

    /// Ends a line, for people who read the file.
    mutating func newLine() {
        bytes.append(UInt8(ascii: "\n"))
    }
}
