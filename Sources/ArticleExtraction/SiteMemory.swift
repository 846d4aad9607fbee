internal import Notation

/// What a site repeats on its pages, learned from its articles: the prompts, notices and teasers that no rule knows.
///
///     var memory = SiteMemory()
///     for article in earlier { memory.learn(article) }
///     let article = ArticleExtractor().extract(bytes, url: url, memory: memory)
///
/// A line that stood on three different articles is the site's, not the author's. Copies of an article count once. What
/// has not been seen on thirty articles running is forgotten, and with it a template that the site no longer uses. A
/// memory never grows beyond some kilobytes.
public struct SiteMemory: Sendable, Equatable {
    /// How often and how lately a block of text was seen.
    struct Trace: Sendable, Equatable {
        /// On how many different articles.
        var pages: Int
        /// The number of the first of them, counted from 1.
        var first: Int
        /// The number of the last of them.
        var last: Int
    }

    /// An article that was learned from, for telling its copies.
    struct Page: Sendable, Equatable {
        var url: UInt64
        var sketch: TextSketch
    }

    /// A page that the site shows in the place of articles, such as one that asks for consent.
    struct StandIn: Sendable, Equatable {
        var sketch: TextSketch
        /// The hashes of the entries for which it came.
        var entries: [UInt64]
    }

    /// How many different articles were learned from.
    public internal(set) var pageCount = 0
    /// By the hash of a block's letters.
    var traces: [UInt64: Trace] = [:]
    /// The last articles, oldest first.
    var pages: [Page] = []

    /// What came in the place of articles, the newest last.
    var standIns: [StandIn] = []

    /// On so many different articles a block must have been seen to be the site's.
    public static let threshold = 3
    /// After so many articles without a block it is forgotten.
    static let reach = 30
    /// How many blocks a memory holds.
    static let capacity = 1024
    /// How many blocks of one article are looked at, from each end.
    private static let blocksPerEnd = 100

    /// Creates a memory of nothing.
    public init() {}

    /// The name under which a page's site is remembered: its host without `www.`; empty when the page has no address.
    public static func site(of url: String?) -> String {
        guard let host = url.flatMap({ URLReference($0).host }) else { return "" }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// How many blocks are known to be the site's.
    public var blockCount: Int { traces.values.count { isTemplate($0) } }

    // MARK: Learning

    /// Learns from an article, unless it is a copy of one of the last that were learned from.
    ///
    /// - Parameter article: as it was extracted; with this memory, so that what it cut is seen again.
    /// - Returns: whether it was new.
    @discardableResult
    public mutating func learn(_ article: ExtractedArticle) -> Bool {
        let blocks = Self.blocks(of: article)
        guard article.error == nil, !blocks.isEmpty else { return false }
        let url = Self.hash(Array((article.url ?? "").utf8)[...])
        let page = Page(url: url, sketch: TextSketch(blocks.filter { !isTemplate(traces[$0.hash]) }.map(\.text)))
        let isKnown = pages.contains { known in
            (article.url != nil && known.url == url) || known.sketch.isAlike(page.sketch)
        }
        guard !isKnown else { return false }
        pageCount += 1
        pages.append(page)
        if pages.count > Self.reach { pages.removeFirst() }
        for hash in Set(blocks.map(\.hash)) {
            traces[hash, default: Trace(pages: 0, first: pageCount, last: pageCount)].pages += 1
            traces[hash]?.last = pageCount
        }
        forget()
        return true
    }

    /// Learns that a page came in the place of an entry's article.
    ///
    /// - Parameters:
    ///   - page: what was read on it.
    ///   - entry: a name of the entry that no other has.
    /// - Returns: whether it was not known.
    @discardableResult
    public mutating func learn(standIn page: ExtractedArticle, for entry: String) -> Bool {
        let sketch = Self.sketch(of: page), name = Self.hash(Array(entry.utf8)[...])
        guard !sketch.hashes.isEmpty else { return false }
        guard let index = standIns.firstIndex(where: { $0.sketch.isAlike(sketch) }) else {
            standIns.append(StandIn(sketch: sketch, entries: [name]))
            if standIns.count > Self.standInLimit { standIns.removeFirst() }
            return true
        }
        guard standIns[index].entries.count < Self.standInEntries, !standIns[index].entries.contains(name) else {
            return false
        }
        standIns[index].entries.append(name)
        return true
    }

    /// Whether the site showed a page like this in the place of different articles.
    public func isStandIn(_ page: ExtractedArticle) -> Bool {
        if standIns.isEmpty { return false }
        let sketch = Self.sketch(of: page)
        return standIns.contains { $0.entries.count >= Self.standInEntries && $0.sketch.isAlike(sketch) }
    }

    private static func sketch(of page: ExtractedArticle) -> TextSketch {
        let text = Array(page.text.utf8)
        return TextSketch(text.paragraphs.map { text[$0] })
    }

    /// How many pages that stand for articles are remembered.
    private static let standInLimit = 8
    /// For so many entries a page must have come to be known as none's.
    static let standInEntries = 2

    /// The blocks of an article that could be its site's: what was kept, and what this memory cut.
    private static func blocks(of article: ExtractedArticle) -> [(hash: UInt64, text: ArraySlice<UInt8>)] {
        let kept = Array(article.text.utf8)
        var blocks = kept.paragraphs.map { kept[$0] }
        if blocks.count > blocksPerEnd * 2 { blocks = Array(blocks.prefix(blocksPerEnd) + blocks.suffix(blocksPerEnd)) }
        blocks += article.removed.lazy.filter { $0.seenOn != nil }.prefix(blocksPerEnd).map { Array($0.text.utf8)[...] }
        return blocks.compactMap { text in key(of: text).map { ($0, text) } }
    }

    private mutating func forget() {
        traces = traces.filter { pageCount - $0.value.last < Self.reach }
        guard traces.count > Self.capacity else { return }
        let ranked = traces.sorted {
            ($0.value.pages, $0.value.last, $0.key) > ($1.value.pages, $1.value.last, $1.key)
        }
        traces = Dictionary(uniqueKeysWithValues: ranked.prefix(Self.capacity).map { ($0.key, $0.value) })
    }

    // MARK: Asking

    /// What is remembered of a block.
    struct Recollection: Sendable {
        /// On how many articles other than this one it was seen.
        var otherPages: Int
        /// Whether it stood on at least half of the articles since it was first seen.
        var isUsual: Bool
    }

    /// Returns what is remembered of a block that is the site's, or nil.
    ///
    /// - Parameters:
    ///   - text: the block's text.
    ///   - isLearned: whether the article that holds it was learned from.
    /// - Returns: how often it was seen; nil when it is not known to be the site's.
    func recall(_ text: ArraySlice<UInt8>, isLearned: Bool) -> Recollection? {
        guard !traces.isEmpty, let key = Self.key(of: text), let trace = traces[key], isTemplate(trace) else {
            return nil
        }
        return Recollection(
            otherPages: isLearned ? trace.pages - 1 : trace.pages,
            isUsual: trace.pages * 2 > pageCount - trace.first)
    }

    /// Whether the article at an address was among the last that were learned from.
    func hasLearned(_ url: String?) -> Bool {
        guard let url else { return false }
        let hash = Self.hash(Array(url.utf8)[...])
        return pages.contains { $0.url == hash }
    }

    /// A block of three articles is the site's, unless it is rare among many: then it is a sentence that was used again.
    private func isTemplate(_ trace: Trace?) -> Bool {
        guard let trace, trace.pages >= Self.threshold else { return false }
        return trace.pages * 10 >= pageCount - trace.first
    }

    /// A hash of the block's letters and digits; nil when there are too few to tell it by.
    private static func key(of text: ArraySlice<UInt8>) -> UInt64? {
        let letters = StatedText.letters(text)
        return letters.count >= 6 ? hash(letters[...]) : nil
    }

    /// FNV-1a (draft-eastlake-fnv), which is the same on every machine.
    static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

extension [UInt8] {
    /// Where the parts between empty lines lie.
    fileprivate var paragraphs: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var index = 0
        while index + 1 < count {
            guard self[index] == 0x0A, self[index + 1] == 0x0A else {
                index += 1
                continue
            }
            ranges.append(start..<index)
            index += 2
            start = index
        }
        ranges.append(start..<count)
        return ranges.filter { !$0.isEmpty }
    }
}
