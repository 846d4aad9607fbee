internal import Markup
internal import Notation

extension Body {
    /// Writes what was kept and what was cut into the article.
    func write(to article: inout ExtractedArticle, metadata: Metadata) {
        var text: [UInt8] = []
        var previous: Block?
        let writer = BodyHTMLWriter(document: document, base: metadata.base)
        var html = writer
        for (index, block) in blocks.enumerated() {
            switch verdicts[index] {
            case .outside: continue
            case .cut(let reason):
                let bytes = list.text(block)
                guard article.removed.count < Self.removalLimit else { continue }
                if bytes.contains(where: { $0 == 0x20 || $0 >= 0xE0 }) {
                    let seenOn = reason == .template ? remembered[index]?.otherPages : nil
                    article.removed.append(Removal(reason: reason, text: Self.shortened(bytes), seenOn: seenOn))
                }
            case .kept:
                if previous != nil { text.append(contentsOf: [0x0A, 0x0A]) }
                text.append(contentsOf: list.text(block))
                html.add(block)
                previous = block
            }
        }
        article.text = String(decoding: text, as: UTF8.self).withoutInvisibles
        article.html = text.isEmpty ? nil : html.finished()
        article.extraction = completeness(text, kind: article.kind)
        if isToldInCaptions, article.kind == .article { article.kind = .gallery }
    }

    /// A page in front of a wall has a paragraph or three, and some break off in a sentence.
    private func completeness(_ text: [UInt8], kind: ExtractedArticle.Kind) -> ExtractedArticle.Completeness {
        if text.isEmpty { return .failed }
        let breaksOff = text.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) || text.suffix(3).elementsEqual("...".utf8)
        let isShort = text.count < 300 || (text.count < 1500 && (kind == .paywalled || breaksOff))
        return isShort ? .lead : .full
    }

    /// More cut blocks than this are not listed.
    private static let removalLimit = 1000

    private static func shortened(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return bytes.count <= 2000 ? text : String(text.prefix(2000))
    }
}

/// Writes kept blocks as HTML that holds nothing but text, structure and links.
struct BodyHTMLWriter {
    let document: HTMLDocument
    let base: URLReference?
    private var bytes: [UInt8] = []
    private var openList: Int?
    private var openQuote = false

    init(document: HTMLDocument, base: URLReference?) {
        self.document = document
        self.base = base
    }

    mutating func add(_ block: Block) {
        let list = block.isInList ? enclosing(block.container, [.ul, .ol]) : nil
        if openList != list { closeList() }
        if openQuote != block.isInQuote {
            closeList()
            write(block.isInQuote ? "<blockquote>" : "</blockquote>\n")
            openQuote = block.isInQuote
        }
        if let list, openList == nil {
            openList = list
            write(document.tag(of: list) == .ol ? "<ol>" : "<ul>")
        }
        let name: StaticString =
            switch block.form {
            case .heading: block.level <= 2 ? "h2" : (block.level == 3 ? "h3" : "h4")
            case .preformatted: "pre"
            case .listItem where list != nil: "li"
            default: list == nil ? "p" : "li"
            }
        write("<\(name)>")
        writeInline(block.nodes)
        write("</\(name)>\n")
    }

    mutating func finished() -> String {
        closeList()
        if openQuote { write("</blockquote>\n") }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func closeList() {
        if let list = openList { write(document.tag(of: list) == .ol ? "</ol>\n" : "</ul>\n") }
        openList = nil
    }

    private func enclosing(_ node: Int, _ tags: Set<HTMLTag>) -> Int? {
        var node = node
        while node >= 0 {
            if tags.contains(document.tag(of: node)) { return node }
            node = document.parent(of: node)
        }
        return nil
    }

    /// The inline elements that are kept, and how they are written.
    private static func inlineName(_ tag: HTMLTag) -> String? {
        switch tag {
        case .a: "a"
        case .b, .strong: "strong"
        case .i, .em: "em"
        case .sub, .sup, .code, .q, .cite, .kbd, .mark, .del, .ins: tag.rawValue
        default: nil
        }
    }

    private mutating func writeInline(_ nodes: Range<Int>) {
        var open: [(end: Int, name: String)] = []
        // A link may begin outside the block's nodes, around it.
        let outer = enclosingLink(nodes.lowerBound)
        if let outer, let href = href(outer) {
            write("<a href=\"\(href)\">")
            open.append((nodes.upperBound, "a"))
        }
        for node in nodes {
            while let last = open.last, last.end <= node {
                write("</\(last.name)>")
                open.removeLast()
            }
            let tag = document.tag(of: node)
            if tag == .text {
                writeEscaped(document.text(of: node))
            } else if tag == .br {
                write("<br>")
            } else if let name = Self.inlineName(tag) {
                let end = min(document.end(of: node), nodes.upperBound)
                if name == "a" {
                    guard let href = href(node), !open.contains(where: { $0.name == "a" }) else { continue }
                    write("<a href=\"\(href)\">")
                } else {
                    write("<\(name)>")
                }
                open.append((end, name))
            }
        }
        for last in open.reversed() { write("</\(last.name)>") }
    }

    private func enclosingLink(_ node: Int) -> Int? {
        var node = document.parent(of: node)
        while node >= 0, document.tag(of: node).isInline {
            if document.tag(of: node) == .a { return node }
            node = document.parent(of: node)
        }
        return nil
    }

    private func href(_ node: Int) -> String? {
        guard let written = document.attribute(.href, of: node) else { return nil }
        var reference = URLReference(written)
        if let base { reference = reference.resolved(against: base) }
        guard reference.isHTTP else { return nil }
        var escaped: [UInt8] = []
        for byte in reference.bytes { Self.escape(byte, into: &escaped) }
        return String(decoding: escaped, as: UTF8.self)
    }

    private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func writeEscaped(_ text: ArraySlice<UInt8>) {
        for byte in text { Self.escape(byte, into: &bytes) }
    }

    private static func escape(_ byte: UInt8, into bytes: inout [UInt8]) {
        switch byte {
        case 0x26: bytes.append(contentsOf: "&amp;".utf8)
        case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
        case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
        case 0x22: bytes.append(contentsOf: "&quot;".utf8)
        case 0x09, 0x0D: if bytes.last != 0x20 { bytes.append(0x20) }
        default: bytes.append(byte)
        }
    }
}
