/// The header section of a response: its bytes as they came, read on demand.
public struct HeaderFields: Sendable {
    /// The lines after the status line, each ended by LF or CR LF.
    private let bytes: [UInt8]

    init(lines bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Creates a header section from names and values, in order.
    public init(_ fields: [(name: String, value: String)]) {
        bytes = fields.flatMap { Array("\($0.name): \($0.value)\r\n".utf8) }
    }

    /// Returns the first field of a name, whatever its case; nil when there is none or it is empty.
    public subscript(name: String) -> String? {
        var found: String?
        forEach(name) { value in
            found = text(value)
            return false
        }
        return found?.isEmpty == true ? nil : found
    }

    /// Returns all fields of a name in order, empty ones too.
    public func all(_ name: String) -> [String] {
        var values: [String] = []
        forEach(name) { value in
            values.append(text(value))
            return true
        }
        return values
    }

    /// Calls `body` with each field of a name, until it says false.
    private func forEach(_ name: String, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool) {
        var name = name
        name.withUTF8 { wanted in
            bytes.withUnsafeBufferPointer { bytes in
                var start = 0
                while start < bytes.count {
                    let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
                    let line = bytes[start..<end]
                    if isField(line, named: wanted), !body(trimmed(line.dropFirst(wanted.count + 1))) { return }
                    start = end + 1
                }
            }
        }
    }

    private func isField(_ line: Slice<UnsafeBufferPointer<UInt8>>, named name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard line.count > name.count, line[line.startIndex + name.count] == UInt8(ascii: ":") else { return false }
        return zip(line, name).allSatisfy { lowered($0) == lowered($1) }
    }

    private func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }

    /// Drops optional white space around a value (RFC 9110 section 5.5).
    private func trimmed(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
        var value = value.drop { $0 == 32 || $0 == 9 }
        while let last = value.last, last == 32 || last == 9 || last == 13 { value.removeLast() }
        return value
    }

    private func text(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        value.allSatisfy { $0 < 0x80 } ? String(decoding: value, as: UTF8.self) : Isomorphic.decode(value)
    }
}

/// Bytes as text with one Unicode scalar per byte, so that the way back loses nothing (WHATWG Infra, "isomorphic").
enum Isomorphic {
    static func decode(_ bytes: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(Unicode.Scalar(byte)) }
        return String(text)
    }

    /// Returns nil when the text has a scalar that is no byte, or a control character that no field may hold.
    static func encode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value), byte >= 32 && byte != 127 || byte == 9 else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
