/// Finds the article of which another is a copy: the same page, or nearly the same words.
struct CopyIndex {
    /// Texts that share at least this part of their runs are one text (agency copy with a house's own first line).
    static let resemblance = 0.55
    /// Texts with fewer runs are too short for a verdict by words.
    static let shortest = 20

    private var traces: [ArticleTrace] = []
    private var byAddress: [String: Int] = [:]
    private var byShingle: [UInt32: [Int]] = [:]

    /// Adds an article, which later ones may be copies of.
    mutating func add(_ trace: ArticleTrace) {
        let index = traces.count
        traces.append(trace)
        if !trace.address.isEmpty, byAddress[trace.address] == nil { byAddress[trace.address] = index }
        for key in Fingerprint.keys(trace.shingles) { byShingle[key, default: []].append(index) }
    }

    /// Returns the id of the article that this one copies, the first of them in order; nil when it copies none.
    func original(of trace: ArticleTrace) -> String? {
        if let index = byAddress[trace.address], traces[index].articleID != trace.articleID { return root(of: index) }
        guard trace.shingles.count >= Self.shortest else { return nil }
        let candidates = Set(Fingerprint.keys(trace.shingles).flatMap { byShingle[$0] ?? [] }).sorted()
        let copied = candidates.first { index in
            traces[index].articleID != trace.articleID
                && Fingerprint.resemblance(traces[index].shingles, trace.shingles) >= Self.resemblance
        }
        return copied.map(root)
    }

    /// The original itself, so that no copy points to a copy.
    private func root(of index: Int) -> String {
        let trace = traces[index]
        return trace.duplicateOf.isEmpty ? trace.articleID : trace.duplicateOf
    }
}
