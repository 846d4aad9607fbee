internal import Notation

extension ArticleTrace {
    /// The first byte of the written form, so that a later form can tell the earlier one.
    private static let version: UInt8 = 2

    /// The written form in which a trace is stored: compact, and opaque to the store.
    public var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(byte: Self.version)
        let (parties, pairs) = (primaryParties.joined(separator: " "), pairs.joined(separator: " "))
        for text in [articleID, storyID, ownerGroup, address, duplicateOf, parties, pairs] { writer.write(text) }
        writer.write(UInt64(bitPattern: Int64(time.seconds)))
        writer.write(UInt64(bitPattern: Int64(fetched.seconds)))
        writer.write(byte: isDated ? 1 : 0)
        writer.write(UInt32(truncatingIfNeeded: shingles.count))
        for shingle in shingles { writer.write(shingle) }
        for vector in [words, self.parties] {
            writer.write(UInt32(truncatingIfNeeded: vector.terms.count))
            for term in vector.terms {
                writer.write(term.hash)
                writer.write(term.weight.bitPattern)
            }
        }
        return writer.bytes
    }

    /// Creates a trace from its written form, or nil when the bytes are of another version or damaged.
    public init?(bytes: [UInt8]) {
        var reader = ByteReader(bytes: bytes)
        guard reader.byte() == Self.version else { return nil }
        var texts: [String] = []
        for _ in 0..<7 {
            guard let text = reader.text() else { return nil }
            texts.append(text)
        }
        guard let seconds: UInt64 = reader.number(), let fetched: UInt64 = reader.number(), let isDated = reader.byte(),
            let shingles = reader.list({ $0.number() as UInt32? }),
            let words = reader.list(Self.term), let parties = reader.list(Self.term)
        else { return nil }
        self.init(
            articleID: texts[0], storyID: texts[1], time: Timestamp(seconds: Int(Int64(bitPattern: seconds))),
            ownerGroup: texts[2], address: texts[3], shingles: shingles, words: TermVector(words),
            parties: TermVector(parties), duplicateOf: texts[4])
        primaryParties = texts[5].split(separator: " ").map(String.init)
        pairs = texts[6].split(separator: " ").map(String.init)
        self.fetched = Timestamp(seconds: Int(Int64(bitPattern: fetched)))
        self.isDated = isDated == 1
    }

    private static func term(_ reader: inout ByteReader) -> TermVector.Term? {
        guard let hash: UInt64 = reader.number(), let weight: UInt32 = reader.number() else { return nil }
        return TermVector.Term(hash: hash, weight: Float(bitPattern: weight))
    }
}

/// Writes numbers in little-endian order and texts with their length.
private struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func write(byte: UInt8) { bytes.append(byte) }

    mutating func write(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ text: String) {
        write(UInt32(truncatingIfNeeded: text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }
}

/// Reads what ``ByteWriter`` wrote; every read is checked against the end.
private struct ByteReader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func byte() -> UInt8? { number() as UInt8? }

    mutating func number<Number: FixedWidthInteger & UnsignedInteger>() -> Number? {
        let width = Number.bitWidth / 8
        guard bytes.count - position >= width else { return nil }
        var value: Number = 0
        for offset in 0..<width { value |= Number(bytes[position + offset]) << Number(8 * offset) }
        position += width
        return value
    }

    mutating func text() -> String? {
        guard let count: UInt32 = number(), bytes.count - position >= Int(count) else { return nil }
        defer { position += Int(count) }
        return String(decoding: bytes[position..<(position + Int(count))], as: UTF8.self)
    }

    mutating func list<Element>(_ element: (inout ByteReader) -> Element?) -> [Element]? {
        guard let count: UInt32 = number(), Int(count) <= bytes.count - position else { return nil }
        var result: [Element] = []
        result.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let next = element(&self) else { return nil }
            result.append(next)
        }
        return result
    }
}
