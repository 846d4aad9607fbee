internal import Glibc

/// Finds bytes, many at once.
///
/// ``equal(_:_:)`` and ``below(_:_:)`` look at eight bytes as one number: each sets the high bit of every byte that is looked for; beyond the first of them it may set others too. So
/// the lowest bit set is right, and "none" is right (Warren, Hacker's Delight, 6-1).
enum ByteScan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The bytes that are one byte.
    @inline(__always)
    static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        let zeros = word ^ (ones &* UInt64(byte))
        return (zeros &- ones) & ~zeros & highs
    }

    /// The bytes below a bound, which is below 0x80.
    @inline(__always)
    static func below(_ word: UInt64, _ bound: UInt8) -> UInt64 {
        (word &- (ones &* UInt64(bound))) & ~word & highs
    }

    /// Returns the first place at which a mask says so, else `end`; the last few bytes are asked one by one.
    @inline(__always)
    static func first(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, mask: (UInt64) -> UInt64,
        byte isFound: (UInt8) -> Bool
    ) -> Int {
        let end = min(end, bytes.count)
        let raw = UnsafeRawBufferPointer(bytes)
        var place = start
        while place &+ 8 <= end {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let found = mask(word)
            if found != 0 { return place &+ found.trailingZeroBitCount / 8 }
            place &+= 8
        }
        while place < end, !isFound(bytes[place]) { place &+= 1 }
        return place
    }

    /// Returns the next place of a byte, or the end.
    static func next(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int {
        guard start < bytes.count else { return bytes.count }
        return bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start)
            else {
                return bytes.count
            }
            return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
        }
    }

    /// Finds a short run of bytes; nil when it does not come.
    static func find(_ word: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        word.withUTF8Buffer { word in
            guard let first = word.first else { return start }
            var place = next(first, in: bytes, from: start)
            while place + word.count <= bytes.count {
                if bytes[place..<(place + word.count)].elementsEqual(word) { return place }
                place = next(first, in: bytes, from: place + 1)
            }
            return nil
        }
    }
}
