import Notation

/// Bytes that are not what ``Packing`` writes for a type: damaged, or of another version.
struct UnpackingError: Error {}

/// Reads what ``Packing`` wrote; every read is checked against the end.
enum Unpacking {
    static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        let input = Input(bytes)
        let value = try input.read(type)
        guard input.rest == 0 else { throw UnpackingError() }
        return value
    }

    /// Hands the bytes out; all decoders of a value share one.
    final class Input {
        private let bytes: [UInt8]
        private var index = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        /// How many bytes are left.
        var rest: Int { bytes.count - index }

        func byte() throws -> UInt8 {
            guard index < bytes.count else { throw UnpackingError() }
            defer { index += 1 }
            return bytes[index]
        }

        func readBits() throws -> UInt64 {
            var value: UInt64 = 0
            var shift: UInt64 = 0
            while true {
                let byte = try byte()
                value |= UInt64(byte & 0x7F) << shift
                if byte < 0x80 { return value }
                shift += 7
                guard shift < 64 else { throw UnpackingError() }
            }
        }

        func readNumber() throws -> Int {
            let bits = try readBits()
            return Int(Int64(bitPattern: bits >> 1) ^ -Int64(bits & 1))
        }

        func readText() throws -> String {
            let length = try readBits()
            guard length <= UInt64(rest) else { throw UnpackingError() }
            let end = index + Int(length)
            defer { index = end }
            return String(decoding: bytes[index..<end], as: UTF8.self)
        }

        func readDouble() throws -> Double {
            var pattern: UInt64 = 0
            for place in 0..<8 { pattern |= UInt64(try byte()) << UInt64(8 * place) }
            return Double(bitPattern: pattern)
        }

        func readClaim() throws -> Bool { try byte() != 0 }

        /// The number of a list's elements.
        func readCount() throws -> Int {
            var count = 0
            for place in 0..<4 { count |= Int(try byte()) << (8 * place) }
            // Each takes a byte at least.
            guard count <= rest else { throw UnpackingError() }
            return count
        }

        private func readTable() throws -> [String: String] {
            var table: [String: String] = [:]
            for _ in 0..<(try readBits()) {
                let key = try readText()
                table[key] = try readText()
            }
            return table
        }

        func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
            if type == String.self, let value = try readText() as? Value { return value }
            if type == Int.self, let value = try readNumber() as? Value { return value }
            if type == Bool.self, let value = try readClaim() as? Value { return value }
            if type == Double.self, let value = try readDouble() as? Value { return value }
            if type == Timestamp.self, let value = Timestamp(seconds: try readNumber()) as? Value { return value }
            if type == CalendarDate.self, let value = CalendarDate(dayNumber: try readNumber()) as? Value {
                return value
            }
            if type == [String: String].self, let value = try readTable() as? Value { return value }
            return try Value(from: UnpackingDecoder(input: self))
        }
    }
}

private struct UnpackingDecoder: Decoder {
    let input: Unpacking.Input
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(UnpackingMembers<Key>(input: input))
    }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try UnpackingList(input: input) }
    func singleValueContainer() -> any SingleValueDecodingContainer { UnpackingValue(input: input) }
}

private struct UnpackingMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let input: Unpacking.Input
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    private func expect(_ key: Key) throws {
        guard try input.byte() == Packing.mark(key) else { throw UnpackingError() }
    }

    /// What is missing was written as such.
    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) throws -> Bool {
        try expect(key)
        return try !input.readClaim()
    }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try expect(key)
        return try input.read(type)
    }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try decodeMaybe(type, key) }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try decodeMaybe(type, key) }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try decodeMaybe(type, key) }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try decodeMaybe(type, key) }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try decodeMaybe(type, key)
    }
    private func decodeMaybe<Value: Decodable>(_ type: Value.Type, _ key: Key) throws -> Value? {
        try decodeNil(forKey: key) ? nil : try input.read(type)
    }
    func nestedContainer<Nested>(keyedBy: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        try expect(key)
        return UnpackingDecoder(input: input).container(keyedBy: Nested.self)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try expect(key)
        return try UnpackingList(input: input)
    }
    func superDecoder() -> any Decoder { UnpackingDecoder(input: input) }
    func superDecoder(forKey key: Key) throws -> any Decoder {
        try expect(key)
        return UnpackingDecoder(input: input)
    }
}

private struct UnpackingList: UnkeyedDecodingContainer {
    let input: Unpacking.Input
    let count: Int?
    private(set) var currentIndex = 0
    private let end: Int
    var codingPath: [any CodingKey] { [] }
    var isAtEnd: Bool { currentIndex == end }

    init(input: Unpacking.Input) throws {
        self.input = input
        end = try input.readCount()
        count = end
    }

    private mutating func next() throws {
        guard currentIndex < end else { throw UnpackingError() }
        currentIndex += 1
    }

    func decodeNil() throws -> Bool { false }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try next()
        return try input.read(type)
    }
    mutating func nestedContainer<Nested>(keyedBy: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
        try next()
        return UnpackingDecoder(input: input).container(keyedBy: Nested.self)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next()
        return try UnpackingList(input: input)
    }
    mutating func superDecoder() throws -> any Decoder {
        try next()
        return UnpackingDecoder(input: input)
    }
}

private struct UnpackingValue: SingleValueDecodingContainer {
    let input: Unpacking.Input
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        // Other numbers would ask for this container again, without end.
        if type is any FixedWidthInteger.Type, type != Int.self { throw UnpackingError() }
        if type == Float.self { throw UnpackingError() }
        return try input.read(type)
    }
}
