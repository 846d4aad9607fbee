internal import Markup

extension Body {
    /// Finds where the article begins and ends among the kept blocks, and cuts what lies before and after.
    mutating func findEdges() {
        endAtMarker()
        guard let last = inside.last(where: { verdicts[$0] == .kept && isProse(blocks[$0]) }),
            let first = inside.first(where: { verdicts[$0] == .kept && isProse(blocks[$0]) })
        else { return }
        cutTail(after: last)
        cutHead(before: first)
        addParts(like: first)
        addLead(before: first)
    }

    /// Takes in running text that stands elsewhere in elements of the same make as those of the text: pages part an article
    /// where advertisements go, and only its largest part is the root.
    private mutating func addParts(like first: Int) {
        guard let make = make(of: first) else { return }
        for index in blocks.indices where verdicts[index] == .outside {
            let block = blocks[index]
            guard block.form == .paragraph, isProse(block), block.linkShare < 0.3,
                zones.reasons[block.container] == nil,
                remembered[index] == nil, self.make(of: index) == make, !isCaption(block),
                words.phrases.match(Phrases.folded(list.text(block))) == nil, isInArticleOfRoot(block.container)
            else { continue }
            verdicts[index] = .kept
        }
    }

    /// The tags and classes of the element that holds a block and of the two around it; nil where few have a class.
    private func make(of index: Int) -> Make? {
        var make = Make()
        var node = blocks[index].container
        for _ in 0..<3 where node > 0 {
            make.tags.append(document.tag(of: node))
            make.classes.append(document.attribute(.class, of: node) ?? [])
            node = document.parent(of: node)
        }
        return make.classes.count { !$0.isEmpty } >= 2 ? make : nil
    }

    private struct Make: Equatable {
        var tags: [HTMLTag] = []
        var classes: [ArraySlice<UInt8>] = []
    }

    /// Whether a node lies in no `article` element but those around the root.
    private func isInArticleOfRoot(_ node: Int) -> Bool {
        var position = node
        while position > 0 {
            if document.tag(of: position) == .article { return (position..<document.end(of: position)).contains(root) }
            position = document.parent(of: position)
        }
        return true
    }

    /// Cuts all from a line such as "Leave a reply" on, unless much of the article would go with it.
    private mutating func endAtMarker() {
        let total = keptBytes(inside)
        for (index, match) in ends {
            let rest = (index + 1)..<inside.upperBound
            let before = total - keptBytes(rest)
            guard before > 0, keptBytes(rest) * 100 <= total * 35 else { continue }
            // A list of links within the text has a heading too: text goes on after it.
            if match.reason != .comments, rest.contains(where: { verdicts[$0] == .kept && isStrongProse(blocks[$0]) }) {
                continue
            }
            for later in rest where verdicts[later] == .kept { verdicts[later] = .cut(match.reason) }
            return
        }
    }

    /// After the last paragraph, only what continues it stays: list items, quotes, lines that end as sentences do.
    private mutating func cutTail(after last: Int) {
        var isOpen = true
        for index in (last + 1)..<max(last + 1, inside.upperBound) where verdicts[index] == .kept {
            let block = blocks[index]
            let continues =
                block.container == blocks[last].container || block.isInQuote
                || (document.parent(of: block.container) == document.parent(of: blocks[last].container)
                    && document.tag(of: block.container) == document.tag(of: blocks[last].container))
                || (block.isInList && block.linkShare < 0.3)
            if isOpen, continues, block.linkShare < 0.5, list.text(block).endsSentence || block.isInList || isClaimed {
                continue
            }
            isOpen = false
            verdicts[index] = .cut(.other)
        }
    }

    /// Before the first paragraph, headings and short lines go unless they lead up to it.
    private mutating func cutHead(before first: Int) {
        for index in inside.lowerBound..<first where verdicts[index] == .kept {
            let block = blocks[index]
            if block.form == .heading, block.level > 1, index + 1 == first { continue }
            if block.isInList || isClaimed, block.linkShare < 0.3, block.text.count > 30 { continue }
            if list.text(block).endsSentence, block.linkShare < 0.3, block.text.count > 30 { continue }
            verdicts[index] = .cut(.other)
        }
    }

    /// Takes in the standfirst that stands between the headline and the body.
    private mutating func addLead(before first: Int) {
        var taken = 0
        for index in (0..<inside.lowerBound).reversed() where taken < 3 {
            let block = blocks[index]
            let text = list.text(block)
            let folded = Phrases.folded(text)
            let isBelowHeadline =
                metadata.headline.map { block.container > $0 && document.tag(of: $0) == .h1 } ?? false
            guard zones.reasons[block.container] == nil, remembered[index] == nil, text.count >= 30,
                block.linkShare < 0.3,
                block.form == .paragraph || block.form == .heading || block.form == .listItem,
                isInLead(block.container) || metadata.isDescription(text)
                    || (isBelowHeadline && text.count >= 60 && text.endsSentence && !isCaption(block))
                    || isBesideBody(block),
                !metadata.isTitle(folded), !metadata.isByline(text, folded: folded), words.phrases.match(folded) == nil
            else { continue }
            let isRepeated = inside.contains {
                verdicts[$0] == .kept && list.text(blocks[$0]).starts(with: text.prefix(60))
            }
            if !isRepeated {
                verdicts[index] = .kept
                taken += 1
            }
        }
    }

    /// Whether a block of running text stands right before an element that is named for the text, in the same element:
    /// then the name leaves the beginning out.
    private func isBesideBody(_ block: Block) -> Bool {
        guard isClaimed, block.form == .paragraph, isProse(block), block.linkBytes == 0, !isCaption(block) else {
            return false
        }
        let parent = document.parent(of: root)
        guard parent > 0, parent < block.container, ![.body, .html].contains(document.tag(of: parent)) else {
            return false
        }
        // The child of the parent that holds it has nothing else to say.
        var child = block.container
        while child > parent, document.parent(of: child) != parent { child = document.parent(of: child) }
        let nodes = child..<document.end(of: child)
        return linkMass[child] == 0 && proseMass[child] * 10 >= textMass[child] * 8
            && blocks.count { nodes.contains($0.container) } <= 2
    }

    private func isInLead(_ node: Int) -> Bool {
        zones.leads.contains { $0 <= node && node < document.end(of: $0) && proseMass[$0] < 2000 }
    }

    func isStrongProse(_ block: Block) -> Bool {
        block.text.count >= 100 && block.linkShare < 0.3 && list.text(block).endsSentence
    }
}
