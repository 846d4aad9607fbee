/// The pieces of words that have a number, found by their bytes: an open hash table.
struct PieceTable: Sendable {
    /// How far an entry may lie from its place: a table of real pieces stays far below.
    private static let longestProbe = 512

    /// The most code points in one piece.
    let longest: Int
    /// The most bytes in one piece.
    let longestBytes: Int
    let scores: [Float]
    private let offsets: [UInt32]
    private let bytes: [UInt8]
    /// In each slot half of a hash (high) and a piece's number + 1 (low); 0 when free.
    private let slots: [UInt64]

    /// Makes the table; nil when the offsets do not ascend within `bytes`, or far too many pieces share a hash.
    ///
    /// `offsets` say where each piece begins in `bytes`, and where the last one ends; no text may write the `hidden` ones,
    /// such as `</s>`.
    init?(offsets: [UInt32], bytes: [UInt8], scores: [Float], hidden: Set<Int>) {
        guard offsets.count == scores.count + 1, offsets[0] == 0, Int(offsets[scores.count]) == bytes.count,
            zip(offsets, offsets.dropFirst()).allSatisfy(<=), scores.allSatisfy(\.isFinite)
        else { return nil }
        var capacity = 16
        while capacity < 2 * scores.count { capacity *= 2 }
        var slots = [UInt64](repeating: 0, count: capacity)
        var longest = 1
        var longestBytes = 4
        for piece in scores.indices where offsets[piece] < offsets[piece + 1] && !hidden.contains(piece) {
            var hash = PieceHash()
            var length = 0
            for byte in bytes[Int(offsets[piece])..<Int(offsets[piece + 1])] {
                hash.add(byte)
                if byte & 0xC0 != 0x80 { length += 1 }
            }
            longest = max(longest, length)
            longestBytes = max(longestBytes, Int(offsets[piece + 1] - offsets[piece]))
            let value = hash.value
            var slot = Int(truncatingIfNeeded: value) & (capacity - 1)
            var probes = 0
            while slots[slot] != 0 {
                slot = (slot + 1) & (capacity - 1)
                probes += 1
                guard probes < Self.longestProbe else { return nil }
            }
            slots[slot] = value & ~0xFFFF_FFFF | UInt64(piece + 1)
        }
        self.offsets = offsets
        self.bytes = bytes
        self.scores = scores
        self.slots = slots
        self.longest = longest
        self.longestBytes = longestBytes
    }

    /// The piece with these bytes, of which `hash` is the hash.
    func piece(_ wanted: ArraySlice<UInt8>, hash: PieceHash) -> Int? {
        let value = hash.value
        var slot = Int(truncatingIfNeeded: value) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] >> 32 == value >> 32 {
                let piece = Int(slots[slot] & 0xFFFF_FFFF) - 1
                if bytes[Int(offsets[piece])..<Int(offsets[piece + 1])] == wanted { return piece }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}

/// A hash that grows byte by byte (FNV-1a) and is mixed when it is asked for (the last steps of SplitMix64).
struct PieceHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    var value: UInt64 {
        let mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ mixed >> 27
    }
}
