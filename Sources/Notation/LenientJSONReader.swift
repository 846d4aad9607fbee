/// Reads JSON (RFC 8259) as pages write it: raw line breaks in strings, trailing commas, comment or CDATA wrappers, and
/// texts that break off; ``JSONReader`` is for what must be right.
public struct LenientJSONReader {
    private let bytes: [UInt8]
    private var index = 0
    private static let depthLimit = 64

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Returns the first object or array in a text, as far as it can be read; nil when there is none.
    public static func read(_ bytes: [UInt8]) -> JSONValue? {
        var reader = LenientJSONReader(bytes)
        guard let start = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) else { return nil }
        reader.index = start
        // "<![CDATA[" opens with a bracket of its own.
        if start >= 2, bytes[start - 1] == 0x21 {
            guard let brace = bytes.firstIndex(of: 0x7B) else { return nil }
            reader.index = brace
        }
        return reader.value(depth: 0)
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == 0x2C { index += 1 }
    }

    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        guard index < bytes.count, depth < Self.depthLimit else { return nil }
        switch bytes[index] {
        case 0x7B: return object(depth: depth)
        case 0x5B: return array(depth: depth)
        case 0x22: return text().map { .string($0) }
        default: return word()
        }
    }

    private mutating func object(depth: Int) -> JSONValue? {
        index += 1
        var members: [JSONValue.Member] = []
        while true {
            skipSpace()
            guard index < bytes.count else { return .object(members) }
            if bytes[index] == 0x7D {
                index += 1
                return .object(members)
            }
            guard bytes[index] == 0x22, let name = text() else { return members.isEmpty ? nil : .object(members) }
            skipSpace()
            guard index < bytes.count, bytes[index] == 0x3A else { return .object(members) }
            index += 1
            guard let member = value(depth: depth + 1) else { return .object(members) }
            members.append(JSONValue.Member(name: name, value: member))
        }
    }

    private mutating func array(depth: Int) -> JSONValue? {
        index += 1
        var values: [JSONValue] = []
        while true {
            skipSpace()
            guard index < bytes.count else { return .array(values) }
            if bytes[index] == 0x5D {
                index += 1
                return .array(values)
            }
            guard let element = value(depth: depth + 1) else { return .array(values) }
            values.append(element)
        }
    }

    private mutating func word() -> JSONValue? {
        let start = index
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= 0x20 || byte == 0x2C || byte == 0x3A || byte == 0x7D || byte == 0x5D || byte == 0x22 { break }
            index += 1
        }
        guard index > start else { return nil }
        switch String(decoding: bytes[start..<index], as: UTF8.self) {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case let text: return Double(text) == nil ? .null : .number(text)
        }
    }

    private mutating func text() -> String? {
        index += 1
        var result: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case 0x22: return String(decoding: result, as: UTF8.self)
            case 0x5C:
                guard index < bytes.count else { return nil }
                appendEscape(to: &result)
            default: result.append(byte)
            }
        }
        return nil
    }

    private mutating func appendEscape(to result: inout [UInt8]) {
        let byte = bytes[index]
        index += 1
        switch byte {
        case 0x6E, 0x72: result.append(0x0A)
        case 0x74: result.append(0x09)
        case 0x62, 0x66: break
        case 0x75:
            guard var code = hexadecimal() else { return }
            if code & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75 {
                index += 2
                guard let low = hexadecimal(), low & 0xFC00 == 0xDC00 else { return }
                code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
            }
            let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
            result.append(contentsOf: String(scalar).utf8)
        default: result.append(byte)
        }
    }

    private mutating func hexadecimal() -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = bytes[index]
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
            index += 1
        }
        return value
    }
}
