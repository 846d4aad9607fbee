/// Finds a feed behind junk, such as the warnings that PHP prints before it.
enum LateStart {
    private static let words: [[UInt8]] = ["<?xml", "<rss", "<feed", "<rdf:rdf"].map { Array($0.utf8) }

    /// Returns where an XML declaration or a feed's root element begins in the first 16 KB, if not at their beginning;
    /// nil for a page.
    static func find(_ utf8: [UInt8]) -> Int? {
        let head = utf8.prefix(16_384)
        let found = head.indices.dropFirst().first { place in
            head[place] == UInt8(ascii: "<")
                && words.contains { word in
                    guard let after = head.dropFirst(place + word.count).first else { return false }
                    return (after <= 0x20 || after == UInt8(ascii: ">"))
                        && zip(word, head[place...]).allSatisfy { $0 == ((0x41...0x5A).contains($1) ? $1 | 0x20 : $1) }
                }
        }
        guard let found, !Autodiscovery.looksLikePage(Array(utf8[..<found])) else { return nil }
        return found
    }
}
