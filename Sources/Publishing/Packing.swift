import Notation

/// The bytes of a value whose members are written one after the other, in the order of its `Codable` code.
///
/// For what we alone write and read, thousands of times a run: JSON takes ten times as long. A byte made of its name stands
/// before each member, so that what another version wrote is refused and not misread.
enum Packing {
    static func bytes(of value: some Encodable) throws -> [UInt8] {
        let output = Output()
        try output.write(value)
        return output.bytes
    }

    /// The byte that stands for a member's name (FNV-1a).
    static func mark(_ key: some CodingKey) -> UInt8 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in key.stringValue.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return UInt8(truncatingIfNeeded: hash ^ hash >> 16)
    }

    /// Collects the bytes; all encoders of a value share one.
    final class Output {
        var bytes: [UInt8] = []

        /// Writes seven bits a byte, the lowest first.
        func write(bits: UInt64) {
            var rest = bits
            while rest >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }

        func write(number: some FixedWidthInteger) {
            // The sign goes into the lowest bit, so that small negative numbers stay short.
            let value = Int64(truncatingIfNeeded: number)
            write(bits: UInt64(bitPattern: value << 1 ^ value >> 63))
        }

        func write(text: String) {
            write(bits: UInt64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        }

        func write<Value: Encodable>(_ value: Value) throws {
            // Comparing types first: each cast of a value costs more than writing it.
            if Value.self == String.self, let text = value as? String {
                write(text: text)
            } else if Value.self == Int.self, let number = value as? Int {
                write(number: number)
            } else if Value.self == Bool.self, let claim = value as? Bool {
                bytes.append(claim ? 1 : 0)
            } else if Value.self == Double.self, let number = value as? Double {
                withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
            } else if Value.self == Timestamp.self, let stamp = value as? Timestamp {
                write(number: stamp.seconds)
            } else if Value.self == CalendarDate.self, let day = value as? CalendarDate {
                write(number: day.dayNumber)
            } else if Value.self == [String: String].self, let table = value as? [String: String] {
                // A dictionary asks its decoder for all keys, which only the dictionary knows.
                write(bits: UInt64(table.count))
                for (key, value) in table.sorted(by: { $0.key < $1.key }) {
                    write(text: key)
                    write(text: value)
                }
            } else {
                try value.encode(to: PackingEncoder(output: self))
            }
        }
    }
}

/// A type of number that no value of ours has.
struct PackingError: Error {}

private struct PackingEncoder: Encoder {
    let output: Packing.Output
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(PackingMembers<Key>(output: output))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { PackingList(output: output) }
    func singleValueContainer() -> any SingleValueEncodingContainer { PackingValue(output: output) }
}

private struct PackingMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let output: Packing.Output
    var codingPath: [any CodingKey] { [] }

    private func mark(_ key: Key) { output.bytes.append(Packing.mark(key)) }

    func encodeNil(forKey key: Key) throws {
        mark(key)
        try output.write(false)
    }
    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        mark(key)
        try output.write(value)
    }
    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws { try encodeMaybe(value, key) }
    /// A member that may be missing says first whether it is there.
    private func encodeMaybe<Value: Encodable>(_ value: Value?, _ key: Key) throws {
        guard let value else { return try encodeNil(forKey: key) }
        mark(key)
        try output.write(true)
        try output.write(value)
    }
    // The protocol has defaults for these, which would write nothing.
    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try encodeMaybe(value, key) }
    func encodeIfPresent(_ value: String?, forKey key: Key) throws { try encodeMaybe(value, key) }
    func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try encodeMaybe(value, key) }
    func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try encodeMaybe(value, key) }
    func nestedContainer<Nested>(keyedBy: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        mark(key)
        return PackingEncoder(output: output).container(keyedBy: Nested.self)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        mark(key)
        return PackingList(output: output)
    }
    func superEncoder() -> any Encoder { PackingEncoder(output: output) }
    func superEncoder(forKey key: Key) -> any Encoder {
        mark(key)
        return PackingEncoder(output: output)
    }
}

private struct PackingList: UnkeyedEncodingContainer {
    let output: Packing.Output
    private(set) var count = 0
    private let place: Int
    var codingPath: [any CodingKey] { [] }

    /// Keeps four bytes free for the number of elements, which is known only when the last was written.
    init(output: Packing.Output) {
        self.output = output
        place = output.bytes.count
        output.bytes.append(contentsOf: [0, 0, 0, 0])
    }

    private mutating func next() {
        count += 1
        for byte in 0..<4 { output.bytes[place + byte] = UInt8(truncatingIfNeeded: count >> (8 * byte)) }
    }

    mutating func encodeNil() throws { throw PackingError() }
    mutating func encode<Value: Encodable>(_ value: Value) throws {
        next()
        try output.write(value)
    }
    mutating func nestedContainer<Nested>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> {
        next()
        return PackingEncoder(output: output).container(keyedBy: Nested.self)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        next()
        return PackingList(output: output)
    }
    mutating func superEncoder() -> any Encoder {
        next()
        return PackingEncoder(output: output)
    }
}

/// What the raw value of an enumeration is written with.
private struct PackingValue: SingleValueEncodingContainer {
    let output: Packing.Output
    var codingPath: [any CodingKey] { [] }

    func encodeNil() throws { throw PackingError() }
    func encode<Value: Encodable>(_ value: Value) throws {
        // Other numbers would ask for this container again, without end.
        if value is any FixedWidthInteger, Value.self != Int.self { throw PackingError() }
        if Value.self == Float.self { throw PackingError() }
        try output.write(value)
    }
}
