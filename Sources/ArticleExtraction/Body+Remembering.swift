internal import Markup

extension Body {
    /// Looks up which blocks the site is known to repeat.
    mutating func remember(_ memory: SiteMemory, url: String?) {
        let isLearned = memory.hasLearned(url)
        for (index, block) in blocks.enumerated() where block.text.count <= Self.rememberedLength {
            remembered[index] = memory.recall(list.text(block), isLearned: isLearned)
        }
    }

    /// Longer blocks are never the site's; as many bytes of a cut block are surely reported.
    private static let rememberedLength = 2000

    /// Cuts what the site repeats.
    ///
    /// A heading above a paragraph of the article's own stays, such as "What comes next", and so does a full sentence
    /// between others that is not on most of the site's pages: agencies use their background paragraphs again.
    mutating func cutRemembered() {
        guard !remembered.isEmpty else { return }
        let own = inside.filter { verdicts[$0] == .kept && remembered[$0] == nil && isProse(blocks[$0]) }
        guard let first = own.first, let last = own.last else {
            for index in inside where verdicts[index] == .kept && remembered[index] != nil {
                verdicts[index] = .cut(.template)
            }
            return
        }
        for index in inside.reversed() where verdicts[index] == .kept {
            guard let recollection = remembered[index] else { continue }
            let isBetween = first < index && index < last
            if blocks[index].form == .heading, isBetween, leadsToText(index) { continue }
            if isBetween, !recollection.isUsual, isStrongProse(blocks[index]) { continue }
            verdicts[index] = .cut(.template)
        }
    }

    /// Whether the next block that is kept below a heading is running text of the article's own.
    private func leadsToText(_ heading: Int) -> Bool {
        guard heading + 1 < inside.upperBound, verdicts[heading + 1] == .kept else { return false }
        return remembered[heading + 1] == nil && isProse(blocks[heading + 1])
    }
}
