/// Writes one line of JSON (RFC 8259) with its members in the order of the calls.
///
/// Line separators that JSON allows in strings but some readers of JSON Lines split at (U+0085, U+2028, U+2029) are
/// escaped, so that a value can never end its line.
///
///     var json = JSONWriter()
///     json.object {
///         $0.member("title", "Talks resume")
///         $0.array("dates") { $0.value("2026-02-03") }
///     }
///     print(json.text)
public struct JSONWriter: Sendable {
    /// The JSON written so far, in UTF-8.
    public private(set) var bytes: [UInt8] = []

    /// Whether the next value or member needs a comma before it.
    private var needsComma = false

    /// Creates a writer.
    ///
    /// - Parameter capacity: the number of bytes expected.
    public init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// The JSON written so far.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Ends the line, so that another object may follow on the next.
    public mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// Hands what was written so far to `write` and forgets it, so that a long line need not lie in memory whole.
    ///
    /// - Parameter write: may not keep the bytes, or their room is allocated anew each time.
    public mutating func drain(to write: ([UInt8]) -> Void) {
        write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    // MARK: Structure

    /// Writes an object, as a value of an array or as the line itself.
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        separate()
        enclose("{", "}", members)
    }

    /// Writes an array, as a value of an array or as the line itself.
    public mutating func array(_ values: (inout JSONWriter) -> Void) {
        separate()
        enclose("[", "]", values)
    }

    /// Writes a member that is an object.
    public mutating func object(_ name: String, _ members: (inout JSONWriter) -> Void) {
        key(name)
        enclose("{", "}", members)
    }

    /// Writes a member that is an array.
    public mutating func array(_ name: String, _ values: (inout JSONWriter) -> Void) {
        key(name)
        enclose("[", "]", values)
    }

    /// Writes a member that is an array with a value for each element; nothing when there is none.
    public mutating func array<Elements: Collection>(
        _ name: String, of elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
    ) {
        guard !elements.isEmpty else { return }
        array(name) { writer in
            for element in elements { write(&writer, element) }
        }
    }

    // MARK: Members

    /// Writes a member; nothing when the value is nil.
    public mutating func member(_ name: String, _ value: String?) {
        guard let value else { return }
        key(name)
        writeString(value)
    }

    /// Writes a member; nothing when the value is nil.
    public mutating func member(_ name: String, _ value: Int?) {
        guard let value else { return }
        key(name)
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Writes a member; nothing when the value is nil, `null` when it is no finite number.
    public mutating func member(_ name: String, _ value: Double?) {
        guard let value else { return }
        key(name)
        writeNumber(value)
    }

    /// Writes a member; nothing when the value is nil.
    public mutating func member(_ name: String, _ value: Bool?) {
        guard let value else { return }
        key(name)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Writes a member that is an array of strings, even when there is none.
    public mutating func member(_ name: String, _ values: [String]) {
        array(name) { writer in
            for value in values { writer.value(value) }
        }
    }

    // MARK: Values of an array

    /// Writes a string.
    public mutating func value(_ value: String) {
        separate()
        writeString(value)
    }

    /// Writes a whole number.
    public mutating func value(_ value: Int) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Writes a number, `null` when it is not finite.
    public mutating func value(_ value: Double) {
        separate()
        writeNumber(value)
    }

    /// Writes a truth value.
    public mutating func value(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    // MARK: Writing

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func key(_ name: String) {
        separate()
        writeString(name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func enclose(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
        bytes.append(UInt8(ascii: open))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func writeNumber(_ value: Double) {
        guard value.isFinite else {
            bytes.append(contentsOf: "null".utf8)
            return
        }
        let whole = Int(exactly: value)
        bytes.append(contentsOf: (whole.map(String.init) ?? "\(value)").utf8)
    }

    private mutating func writeString(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { bytes.appendEscaped($0) }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension [UInt8] {
    /// Appends UTF-8 with what RFC 8259 section 7 wants escaped, and the line separators, as escapes.
    fileprivate mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xE2 else {
                index += 1
                continue
            }
            var length = 1
            var code = Int(byte)
            if byte == 0xC2 {
                guard index + 1 < text.count, text[index + 1] == 0x85 else {
                    index += 1
                    continue
                }
                (code, length) = (0x85, 2)
            } else if byte == 0xE2 {
                guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] | 1 == 0xA9 else {
                    index += 1
                    continue
                }
                (code, length) = (0x2000 | Int(text[index + 2] & 0x3F), 3)
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            appendEscape(code)
            index += length
            start = index
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    private mutating func appendEscape(_ code: Int) {
        append(UInt8(ascii: "\\"))
        switch code {
        case 0x22: append(UInt8(ascii: "\""))
        case 0x5C: append(UInt8(ascii: "\\"))
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0D: append(UInt8(ascii: "r"))
        case 0x09: append(UInt8(ascii: "t"))
        default:
            append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] {
                let digit = UInt8(truncatingIfNeeded: code >> shift & 15)
                append(digit < 10 ? 48 + digit : 87 + digit)
            }
        }
    }
}
