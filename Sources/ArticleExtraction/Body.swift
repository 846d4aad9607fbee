internal import Markup

/// The blocks of a page and which of them are the article.
struct Body {
    /// What was decided about a block.
    enum Verdict: Equatable {
        /// It is part of the article.
        case kept
        /// It is not, and a reader of the article would have seen it.
        case cut(Removal.Reason)
        /// It lies elsewhere on the page.
        case outside
    }

    let document: HTMLDocument
    let metadata: Metadata
    let words: WordLists
    var zones: Zones
    let list: BlockList
    /// The element that holds the article's text.
    var root = 0
    /// Whether the page itself names ``root`` as the article's text.
    var isClaimed = false
    /// The blocks in ``root``.
    var inside = 0..<0
    var verdicts: [Verdict] = []
    /// What the site is known to repeat, by the block's index.
    var remembered: [Int: SiteMemory.Recollection] = [:]
    /// Lines before which an article may end.
    var ends: [(index: Int, match: Phrases.Match)] = []
    /// Whether the page is a series of pictures with their captions.
    var isToldInCaptions = false
    /// Whether captions and marked elements count as text, since there is little else.
    var isGenerous = false
    /// Bytes of prose under each element.
    var proseMass: [Int] = []
    /// Bytes of all text under each element.
    var textMass: [Int] = []
    /// Bytes of linked text under each element.
    var linkMass: [Int] = []

    private let isUnpunctuated: Bool
    /// The text as JSON-LD has it.
    let stated: StatedText?

    var blocks: [Block] { list.blocks }

    /// Cuts the page into blocks; ``judge()`` then decides about them.
    init(_ document: HTMLDocument, metadata: Metadata, words: WordLists) {
        self.document = document
        self.metadata = metadata
        self.words = words
        stated = StatedText(metadata.statedBody)
        let zones = Zones(document, words: words)
        var list = BlockList(document) { zones.isHidden($0) }
        if list.bytes.count < 400 {
            // Some pages hide all until a script has run.
            let all = BlockList(document) { _ in false }
            if all.bytes.count > list.bytes.count * 2 { list = all }
        }
        self.list = list
        isUnpunctuated = Self.isUnpunctuated(list)
        self.zones = zones
    }

    /// Finds the article among the blocks.
    mutating func judge() {
        verdicts = [Verdict](repeating: .outside, count: blocks.count)
        guard !blocks.isEmpty else { return }
        findRoot()
        decide()
        // An article that leaves most of the page's prose out was found in the wrong place, or is told in captions.
        let found = keptBytes(0..<blocks.count)
        let captions = captionBytes()
        guard found * 100 < (proseMass.first ?? 0) * 35 || found < captions else { return }
        let first = (root: root, inside: inside, verdicts: verdicts)
        isGenerous = true
        isClaimed = false
        if found < captions { proseMass = proseMass(withCaptions: true) }
        isToldInCaptions = found < captions
        setRoot(descend(from: 0))
        decide()
        if keptBytes(0..<blocks.count) < found * 3 / 2 {
            (root, inside, verdicts) = first
            isGenerous = false
            isToldInCaptions = false
        }
    }

    private func captionBytes() -> Int {
        blocks.indices.reduce(0) { sum, index in
            let isCaption = blocks[index].form == .caption || zones.reasons[blocks[index].container] == .caption
            return isCaption && isProse(blocks[index]) ? sum + blocks[index].text.count : sum
        }
    }

    private mutating func decide() {
        verdicts = [Verdict](repeating: .outside, count: blocks.count)
        classify()
        cutRemembered()
        findEdges()
    }

    func keptBytes(_ range: Range<Int>) -> Int {
        range.reduce(0) { verdicts[$1] == .kept ? $0 + blocks[$1].text.count : $0 }
    }

    /// Whether a block reads like running text: long enough, with a sentence's punctuation, and not mostly links.
    func isProse(_ block: Block) -> Bool {
        let unlinked = block.text.count - block.linkBytes
        guard block.text.count >= 60, block.linkShare < 0.4 || unlinked >= 60 else { return false }
        if list.bytes[block.text].suffix(40).endsSentence { return true }
        return block.linkShare < 0.4 && (block.text.count >= 140 || isUnpunctuated)
    }

    /// Whether the page's paragraphs mostly lack a full stop, as verse and some blogs do.
    private static func isUnpunctuated(_ list: BlockList) -> Bool {
        var counts = (ended: 0, open: 0)
        for block in list.blocks where block.form == .paragraph && block.text.count >= 60 && block.linkBytes == 0 {
            if list.text(block).suffix(40).endsSentence { counts.ended += 1 } else { counts.open += 1 }
        }
        return counts.open >= 8 && counts.open > counts.ended * 2
    }

    /// Adds up a figure of the blocks over all elements that hold them.
    func mass(_ weight: (Int, Block) -> Int) -> [Int] {
        var mass = [Int](repeating: 0, count: document.count)
        for (index, block) in blocks.enumerated() { mass[block.container] += weight(index, block) }
        for node in stride(from: document.count - 1, to: 0, by: -1) where mass[node] != 0 {
            let parent = document.parent(of: node)
            if parent >= 0 { mass[parent] += mass[node] }
        }
        return mass
    }
}
