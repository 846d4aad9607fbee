internal import Markup

/// Whether what stands beside the text, such as a date, is the article's or that of a teaser, a comment or the site.
extension Body {
    /// Whether an element belongs to the article: between headline and text's end unless it leads to another article;
    /// elsewhere unless something around it shows that it is of something else.
    ///
    /// - Parameters:
    ///   - node: the element.
    ///   - headline: the element of the headline, if one was found.
    /// - Returns: false when it is of a teaser, a comment, navigation or another article.
    func isOfArticle(_ node: Int, headline: Int?) -> Bool {
        guard let text = keptNodes else { return true }
        if isInOtherArticle(node, headline, text) { return false }
        if min(headline ?? text.lowerBound, text.lowerBound) <= node, node < text.upperBound { return true }
        if isBeside(node, text) || isNamedOther(node, headline, text) { return false }
        return isWithHeadline(node, headline, text) || !isTeaser(node, headline, text)
    }

    /// From the first to the last node of the text; nil when there is none.
    private var keptNodes: Range<Int>? {
        guard let first = verdicts.firstIndex(of: .kept), let last = verdicts.lastIndex(of: .kept) else { return nil }
        return blocks[first].nodes.lowerBound..<max(blocks[first].nodes.upperBound, blocks[last].nodes.upperBound)
    }

    /// The elements around a node, from the innermost, up to the first that holds headline or text.
    private func outer(_ node: Int, _ headline: Int?, _ text: Range<Int>) -> [Int] {
        var nodes: [Int] = []
        var position = node
        while position > 0 {
            let span = position..<document.end(of: position)
            if span.contains(text.lowerBound) || headline.map(span.contains) == true { break }
            nodes.append(position)
            position = document.parent(of: position)
        }
        return nodes
    }

    private func isInOtherArticle(_ node: Int, _ headline: Int?, _ text: Range<Int>) -> Bool {
        outer(node, headline, text).contains { document.tag(of: $0) == .article && !text.contains($0) }
    }

    /// Whether a name around a node says that it is of comments or links.
    private func isNamedOther(_ node: Int, _ headline: Int?, _ text: Range<Int>) -> Bool {
        outer(node, headline, text).contains { position in
            [HTMLAttributeName.class, .id].contains { name in
                guard let value = document.attribute(name, of: position), !value.isEmpty else { return false }
                let lower = value.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
                return Self.otherNames.contains { lower.holds($0) } && !lower.holds(Self.noComments)
            }
        }
    }

    private static let otherNames = [
        "commentlist", "comment-list", "comments", "kommentar", "disqus", "related", "recommend", "more-news",
        "most-read", "meistgelesen", "also-read", "read-next",
    ].map { Array($0.utf8) }
    private static let noComments = Array("no-comments".utf8)

    /// Whether a node lies in the same header as the headline, without the text.
    private func isWithHeadline(_ node: Int, _ headline: Int?, _ text: Range<Int>) -> Bool {
        guard headline != nil, let last = outer(node, headline, text).last else { return false }
        let common = document.parent(of: last)
        return common > 0 && !(common..<document.end(of: common)).contains(text.lowerBound)
    }

    /// Whether a few lines around a node lead to another article: a link of several words is most of them.
    private func isTeaser(_ node: Int, _ headline: Int?, _ text: Range<Int>) -> Bool {
        for position in outer(node, headline, text).prefix(4) where !text.contains(position) {
            if textMass[position] > 400 { return false }
            guard linkMass[position] >= 16, linkMass[position] * 2 >= textMass[position] else { continue }
            let nodes = position..<document.end(of: position)
            let links = nodes.filter { document.tag(of: $0) == .a }.prefix(4).map { document.text(inside: $0) }
            if links.contains(where: Self.isHeadline) { return true }
        }
        return false
    }

    /// Whether a link reads like a headline rather than a date, a section or a person.
    private static func isHeadline(_ link: String) -> Bool {
        link.split(separator: " ").count { $0.contains(where: \.isLetter) && !$0.contains(where: \.isNumber) } >= 4
    }

    /// Whether a node lies in navigation, an aside or the page's footer, and the text does not.
    private func isBeside(_ node: Int, _ text: Range<Int>) -> Bool {
        var position = node
        var isInFooter = false
        while position > 0 {
            let holdsText = (position..<document.end(of: position)).contains(text.lowerBound)
            switch document.tag(of: position) {
            case .nav where !holdsText, .aside where !holdsText: return true
            case .footer where !holdsText: isInFooter = true
            // An article may have a footer of its own.
            case .article where holdsText: return false
            default: break
            }
            position = document.parent(of: position)
        }
        return isInFooter
    }
}
