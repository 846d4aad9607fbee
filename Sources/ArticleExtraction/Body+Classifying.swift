internal import Markup

extension Body {
    /// Decides about each block in the root, and about the standfirst above it.
    mutating func classify() {
        ends = []
        for index in inside { verdicts[index] = verdict(at: index) }
        cutHeadingsOfCutBlocks()
    }

    private mutating func verdict(at index: Int) -> Verdict {
        let block = blocks[index]
        let text = list.text(block)
        let folded = Phrases.folded(text)
        let match = words.phrases.match(folded)
        if let match, match.isEnd { ends.append((index, match)) }
        if let reason = zones.reasons[block.container], zones.reasons[root] == nil {
            if isGenerous, reason == .caption { return .kept }
            let isStated = reason != .comments && isProse(block) && stated?.holds(list.text(block)) == true
            if !isStated { return .cut(reason) }
        }
        if !isGenerous, block.form == .caption || isCaption(block) { return .cut(.caption) }
        if let match { return .cut(match.reason) }
        if metadata.isTitle(folded) { return .cut(.titleRepeat) }
        if metadata.isByline(text, folded: folded) { return .cut(.authorBox) }
        if text.count <= 80, metadata.isDateLine(text) { return .cut(.date) }
        if block.linkShare > 0.75, !isKeptLink(block) { return .cut(.related) }
        return .kept
    }

    /// Whether a block that is all link may still be text: a list of sources between paragraphs, a linked sub-heading.
    private func isKeptLink(_ block: Block) -> Bool {
        if block.form == .heading { return block.text.count < 60 && block.level > 2 }
        guard block.isInTable || block.isInList else { return false }
        var node = block.container
        while node > root {
            switch document.tag(of: node) {
            case .table, .ul, .ol, .dl: return textMass[node] > 120 && linkMass[node] * 10 < textMass[node] * 5
            default: node = document.parent(of: node)
            }
        }
        return false
    }

    /// Whether a short block stands alone with a picture.
    func isCaption(_ block: Block) -> Bool {
        guard block.text.count <= 220, block.form == .paragraph, !block.isInQuote else { return false }
        var node = block.container
        for _ in 0..<4 where node > root && document.tag(of: node) != .article && document.tag(of: node) != .main {
            let end = document.end(of: node)
            guard end - node < 40, textMass[node] <= 300 else { return false }
            let holdsPicture = (node..<end).contains {
                switch document.tag(of: $0) {
                case .img, .picture, .video, .iframe: true
                default: false
                }
            }
            if (node..<end).contains(where: { document.tag(of: $0) == .figcaption }) { return false }
            if holdsPicture { return document.tag(of: node) != .p || block.text.count <= 120 }
            node = document.parent(of: node)
        }
        return false
    }

    /// A heading, or a short line that introduces, with nothing kept below it belongs to what was cut.
    private mutating func cutHeadingsOfCutBlocks() {
        for index in inside.dropLast().reversed() where verdicts[index] == .kept {
            let block = blocks[index]
            guard case .cut(let reason) = verdicts[index + 1],
                [.related, .comments, .newsletter, .authorBox].contains(reason)
            else { continue }
            let text = list.text(block)
            let introduces = block.form == .heading || (text.count <= 60 && text.last == 0x3A && !block.isInList)
            guard introduces, stated?.holds(text) != true else { continue }
            // A link in the text right below a heading leaves the heading to the paragraphs that follow.
            let next = blocks[index...].indices.dropFirst().first { $0 < inside.upperBound && verdicts[$0] == .kept }
            let length = (next ?? inside.upperBound) - index
            if block.form == .heading, length <= 2, next.map({ isProse(blocks[$0]) }) == true { continue }
            verdicts[index] = .cut(reason)
        }
    }
}
