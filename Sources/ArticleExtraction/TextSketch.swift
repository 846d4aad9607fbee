/// A few numbers by which two texts are told to be copies of each other.
///
/// The smallest hashes of its runs of four words: texts that share most of their runs share most of these (Broder, On
/// the resemblance and containment of documents, 1997).
struct TextSketch: Sendable, Equatable {
    /// At most ``size``, ascending.
    private(set) var hashes: [UInt64] = []

    private static let size = 16
    private static let run = 4

    init(hashes: [UInt64]) {
        self.hashes = Array(Set(hashes).sorted().prefix(Self.size))
    }

    /// Makes the sketch of a text that is given in blocks.
    init(_ blocks: some Sequence<ArraySlice<UInt8>>) {
        var words: [UInt64] = []
        for block in blocks {
            var word: UInt64?
            for byte in block {
                let lower = byte &- 65 < 26 ? byte | 0x20 : byte
                // A character of a script without spaces is a word of its own.
                if byte >= 0xE3, let known = word {
                    add(known, to: &words)
                    word = nil
                }
                if lower &- 97 < 26 || lower &- 48 < 10 || lower >= 0x80 {
                    word = ((word ?? 0xCBF2_9CE4_8422_2325) ^ UInt64(lower)) &* 0x100_0000_01B3
                } else if let known = word {
                    add(known, to: &words)
                    word = nil
                }
            }
            if let word { add(word, to: &words) }
        }
    }

    private mutating func add(_ word: UInt64, to words: inout [UInt64]) {
        words.append(word)
        guard words.count >= Self.run else { return }
        let hash = words.suffix(Self.run).reduce(UInt64(0)) { (($0 << 7 | $0 >> 57) ^ $1) &* 0x9E37_79B9_7F4A_7C15 }
        if hashes.count == Self.size, let last = hashes.last, hash >= last { return }
        let place = hashes.firstIndex { $0 >= hash } ?? hashes.count
        if place < hashes.count, hashes[place] == hash { return }
        hashes.insert(hash, at: place)
        if hashes.count > Self.size { hashes.removeLast() }
    }

    /// Whether two texts share at least half of their runs, as far as their sketches tell.
    func isAlike(_ other: TextSketch) -> Bool {
        guard !hashes.isEmpty, !other.hashes.isEmpty else { return false }
        let union = Set(hashes).union(other.hashes).sorted().prefix(Self.size)
        let both = Set(hashes).intersection(other.hashes)
        return union.count { both.contains($0) } * 2 >= union.count
    }
}
