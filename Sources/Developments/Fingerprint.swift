/// The runs of four words of a text, by which copies and near copies are known.
enum Fingerprint {
    /// Broder, "On the resemblance and containment of documents" (1997): four words tell edits from other articles.
    static let runLength = 4
    /// Runs counted at most; a longer text is compared by its beginning.
    static let limit = 4096

    /// Returns the hashes of the text's runs, each once, in rising order.
    static func shingles(of words: [String]) -> [UInt32] {
        guard words.count >= runLength else { return [] }
        let hashes = words.prefix(limit + runLength - 1).map { FoldedWords.hash($0) }
        var runs = Set<UInt32>(minimumCapacity: hashes.count)
        for start in 0...(hashes.count - runLength) {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for word in hashes[start..<(start + runLength)] { hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15 }
            runs.insert(UInt32(truncatingIfNeeded: hash ^ (hash >> 32)))
        }
        return runs.sorted()
    }

    /// Returns the share of runs that two texts have in common: 0 for none, 1 for all (Jaccard).
    static func resemblance(_ left: [UInt32], _ right: [UInt32]) -> Double {
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        var (common, i, j) = (0, 0, 0)
        while i < left.count && j < right.count {
            if left[i] == right[j] {
                common += 1
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return Double(common) / Double(left.count + right.count - common)
    }

    /// Returns the hashes under which a text is found: its smallest ones, which near copies mostly share.
    static func keys(_ shingles: [UInt32]) -> ArraySlice<UInt32> { shingles.prefix(24) }
}
