internal import Markup

extension Body {
    /// Finds the element that holds the article: where the page's prose is.
    mutating func findRoot() {
        textMass = mass { _, block in block.text.count }
        linkMass = mass { _, block in block.linkBytes }
        zones.settle(
            prose: mass { _, block in isProse(block) ? block.text.count - block.linkBytes : 0 },
            text: textMass,
            links: linkMass,
            headline: metadata.headline)
        proseMass = proseMass()
        if (proseMass.first ?? 0) == 0 { proseMass = proseMass(ignoringZones: true) }
        root = descend(from: 0)
        if let article = articleOfHeadline() { root = descend(from: article) }
        let claimed = claimedBody()
        isClaimed = claimed != nil
        setRoot(claimed ?? root)
        zones.cutBoxes()
    }

    /// Takes an element for the article's.
    mutating func setRoot(_ node: Int) {
        root = node
        let first = blocks.firstIndex { $0.container >= root } ?? 0
        let end = blocks[first...].firstIndex { $0.container >= document.end(of: root) } ?? blocks.count
        inside = first..<max(first, end)
    }

    /// Adds up the prose under each element, outside what is marked as something else.
    func proseMass(ignoringZones: Bool = false, withCaptions: Bool = false) -> [Int] {
        mass { index, block in
            if remembered[index] != nil { return 0 }
            let reason = zones.reasons[block.container]
            let isCaption = block.form == .caption || reason == .caption
            guard ignoringZones || (isCaption ? withCaptions : reason == nil) else { return 0 }
            let bytes = max(0, block.text.count - block.linkBytes)
            if isProse(block) { return bytes }
            // Bare lines count a little, so that a page of short paragraphs has a root.
            return block.linkShare < 0.5 ? bytes / 8 : 0
        }
    }

    /// Goes from a node to the child that holds most of its prose, as long as there is one.
    func descend(from start: Int) -> Int {
        var node = start
        while true {
            let whole = proseMass[node]
            guard whole > 0 else { return node }
            var next: Int?
            var child = node + 1
            while child < document.end(of: node) {
                if proseMass[child] * 100 >= whole * 88 { next = child }
                child = document.end(of: child)
            }
            guard let next, !document.tag(of: next).isInline, document.tag(of: next) != .p else { return node }
            node = next
        }
    }

    /// The `article` element that holds the headline, where the page shows further articles below it.
    private func articleOfHeadline() -> Int? {
        guard var node = metadata.headline, node > root, node < document.end(of: root) else { return nil }
        // Under a lesser heading an `article` may be a part of the text.
        let least = document.tag(of: node) == .h1 ? 25 : 50
        while node > root {
            if document.tag(of: node) == .article, proseMass[node] * 100 >= proseMass[root] * least { return node }
            node = document.parent(of: node)
        }
        return nil
    }

    /// An element named for the article's text, if it holds most of the prose that the page's main part has.
    private func claimedBody() -> Int? {
        let whole = proseMass[root]
        var best: Int?
        for node in zones.bodies where zones.reasons[node] == nil && document.end(of: node) > root {
            guard node < document.end(of: root) else { break }
            guard proseMass[node] * 100 >= whole * 60, !document.tag(of: node).isInline else { continue }
            if let known = best {
                // The innermost that loses next to nothing.
                if proseMass[node] * 100 >= proseMass[known] * 85 { best = node }
            } else {
                best = node
            }
        }
        guard let best else { return nil }
        return best
    }
}
