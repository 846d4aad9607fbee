/// Checks and repairs UTF-8 (RFC 3629).
enum UTF8Text {
    /// How the bytes look when read as UTF-8.
    struct Census {
        /// Well-formed sequences of more than one byte.
        var sequences = 0
        /// Bytes, or starts of a sequence, that are not well-formed.
        var errors = 0
        /// Whether the end cuts a sequence off.
        var isCutOff = false
        /// Whether there are C1 controls, which are windows-1252 gone through UTF-8.
        var hasC1 = false
    }

    /// Returns the index of the first byte that is not well-formed, or nil when all are.
    static func firstError(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        while true {
            index = endOfASCII(bytes, from: index)
            guard index < bytes.count else { return nil }
            let length = sequenceLength(bytes, at: index)
            guard length > 0 else { return index }
            index += length
        }
    }

    /// Counts sequences and errors; a sequence that the end cuts off is no error.
    static func census(_ bytes: UnsafeBufferPointer<UInt8>) -> Census {
        var census = Census()
        var index = 0
        while true {
            index = endOfASCII(bytes, from: index)
            guard index < bytes.count else { break }
            let length = sequenceLength(bytes, at: index)
            if length > 0 {
                census.sequences += 1
                if bytes[index] == 0xC2, bytes[index + 1] < 0xA0 { census.hasC1 = true }
                index += length
            } else {
                let prefix = prefixLength(bytes, at: index)
                if index + prefix < bytes.count { census.errors += 1 } else { census.isCutOff = true }
                index += prefix
            }
        }
        // A lead byte at the very end speaks for UTF-8 only where there is more of it.
        if census.isCutOff, census.sequences == 0 { census.errors += 1 }
        return census
    }

    /// Returns the bytes with U+FFFD for each maximal part that is not well-formed (Unicode 15, section 3.9).
    static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        var start = 0
        while start < bytes.count {
            let rest = UnsafeBufferPointer(rebasing: bytes[start...])
            guard let error = firstError(rest) else {
                result.append(contentsOf: rest)
                break
            }
            result.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<error]))
            result.append(contentsOf: [0xEF, 0xBF, 0xBD])
            start += error + prefixLength(rest, at: error)
        }
        return result
    }

    /// Eight bytes at a time, to the first that is not ASCII.
    static func endOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        let raw = UnsafeRawBufferPointer(bytes)
        while index &+ 8 <= bytes.count {
            guard raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 else { break }
            index &+= 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index &+= 1 }
        return index
    }

    /// The length of the well-formed sequence at an index; 0 when there is none (Unicode 15, table 3-7).
    static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let prefix = prefixLength(bytes, at: index)
        return prefix == expectedLength(bytes[index]) ? prefix : 0
    }

    private static func expectedLength(_ lead: UInt8) -> Int {
        switch lead {
        case 0..<0x80: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    /// How many bytes from an index could begin (or be) a well-formed sequence; at least 1.
    private static func prefixLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        let expected = expectedLength(lead)
        guard expected > 1, index + 1 < bytes.count else { return 1 }
        let second: ClosedRange<UInt8>
        switch lead {
        case 0xE0: second = 0xA0...0xBF
        case 0xED: second = 0x80...0x9F
        case 0xF0: second = 0x90...0xBF
        case 0xF4: second = 0x80...0x8F
        default: second = 0x80...0xBF
        }
        guard second.contains(bytes[index + 1]) else { return 1 }
        var length = 2
        while length < expected, index + length < bytes.count, bytes[index + length] & 0xC0 == 0x80 { length += 1 }
        return length
    }
}
