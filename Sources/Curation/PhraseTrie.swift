/// Finds the longest phrases of a lexicon in a row of tokens.
///
/// Edges are keyed by node and word, so a step costs one look-up and a text is read in one pass.
struct PhraseTrie: Sendable {
    /// A phrase found: the tokens it takes and the node that knows its entries.
    struct Match {
        var length: Int
        var node: Int32
    }

    private var edges: [UInt64: Int32] = [:]
    private var roots: [Int32] = []
    private var entries: [[Int32]] = [[]]

    /// Adds a phrase with the number of what it means.
    mutating func insert(_ words: [Int32], _ entry: Int32) {
        guard let first = words.first else { return }
        if roots.count <= Int(first) {
            roots.append(contentsOf: repeatElement(-1, count: Int(first) + 1 - roots.count))
        }
        if roots[Int(first)] < 0 { roots[Int(first)] = newNode() }
        var node = roots[Int(first)]
        for word in words.dropFirst() {
            let key = Self.key(node, word)
            if let next = edges[key] {
                node = next
            } else {
                let next = newNode()
                edges[key] = next
                node = next
            }
        }
        if !entries[Int(node)].contains(entry) { entries[Int(node)].append(entry) }
    }

    /// Removes what a phrase means, by its entries' numbers.
    mutating func remove(_ words: [Int32], where isRemoved: (Int32) -> Bool) {
        guard let first = words.first, Int(first) < roots.count, roots[Int(first)] >= 0 else { return }
        var node = roots[Int(first)]
        for word in words.dropFirst() {
            guard let next = edges[Self.key(node, word)] else { return }
            node = next
        }
        entries[Int(node)].removeAll(where: isRemoved)
    }

    /// Returns what the phrase at a node means.
    func entries(at node: Int32) -> [Int32] { entries[Int(node)] }

    /// Returns the longest phrase that starts at a token and that `accepts` takes.
    func longestMatch(
        in tokens: [Token], at index: Int, accepts: (_ node: Int32, _ length: Int) -> Bool = { _, _ in true }
    ) -> Match? {
        let word = tokens[index].word
        guard word >= 0, Int(word) < roots.count, roots[Int(word)] >= 0 else { return nil }
        var node = roots[Int(word)]
        var best: Match?
        var length = 1
        while true {
            if !entries[Int(node)].isEmpty, accepts(node, length) { best = Match(length: length, node: node) }
            let next = index + length
            guard next < tokens.count, tokens[next].word >= 0, let step = edges[Self.key(node, tokens[next].word)]
            else { break }
            node = step
            length += 1
        }
        return best
    }

    private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    }

    private mutating func newNode() -> Int32 {
        entries.append([])
        return Int32(entries.count - 1)
    }
}
