internal import Markup

extension BlockList {
    /// Cuts a page into blocks.
    ///
    /// - Parameters:
    ///   - document: the page.
    ///   - isHidden: whether an element's attributes say that it is not shown.
    init(_ document: HTMLDocument, isHidden: (Int) -> Bool) {
        var segmenter = BlockSegmenter(document)
        segmenter.run(isHidden: isHidden)
        blocks = segmenter.list.blocks
        bytes = segmenter.list.bytes
    }
}

/// The state of one pass over a page that gathers blocks.
private struct BlockSegmenter {
    private struct Frame {
        var node: Int
        var end: Int
        var form: Block.Form
        var level: UInt8
        var isInQuote: Bool
        var isInTable: Bool
        var isInList: Bool
    }

    let document: HTMLDocument
    var list = BlockList()
    private var frames: [Frame] = []
    private var linkEnd = 0
    private var start = 0
    private var firstNode = -1
    private var lastNode = -1
    private var linkBytes = 0
    private var breaks = 0
    private var isSpacePending = false

    init(_ document: HTMLDocument) {
        self.document = document
        list.bytes.reserveCapacity(document.count * 16)
    }

    mutating func run(isHidden: (Int) -> Bool) {
        var node = 0
        while node < document.count {
            while let frame = frames.last, frame.end <= node {
                flush()
                frames.removeLast()
            }
            let tag = document.tag(of: node)
            if tag == .text {
                addText(node)
                node += 1
                continue
            }
            if Self.isSkipped(tag) || isHidden(node) {
                node = document.end(of: node)
                continue
            }
            switch tag {
            case .br: breaks += 1
            case .a: linkEnd = max(linkEnd, document.end(of: node))
            default: if !tag.isInline || isShownAsBlock(node) { open(node, tag) }
            }
            node += 1
        }
        flush()
    }

    private static func isSkipped(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .head, .script, .style, .template, .noscript, .iframe, .object, .embed, .button, .select, .textarea, .svg,
            .math, .canvas, .audio, .video, .datalist, .label, .map, .dialog, .nav, .menu, .option, .input, .rt, .rp:
            true
        default: false
        }
    }

    /// Whether an inline element's own style makes it a block.
    private func isShownAsBlock(_ node: Int) -> Bool {
        guard let style = document.attribute(.style, of: node), style.count <= 400 else { return false }
        let compact = style.filter { $0 > 0x20 }
        return compact.holds(Array("display:block".utf8)) || compact.holds(Array("display:flex".utf8))
    }

    private mutating func open(_ node: Int, _ tag: HTMLTag) {
        flush()
        let outer = frames.last
        var frame = Frame(
            node: node, end: document.end(of: node), form: outer?.form ?? .paragraph, level: outer?.level ?? 0,
            isInQuote: outer?.isInQuote ?? false, isInTable: outer?.isInTable ?? false,
            isInList: outer?.isInList ?? false)
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6:
            frame.form = .heading
            frame.level = UInt8(tag.headingLevel ?? 0)
        case .li:
            frame.form = .listItem
            frame.isInList = true
        case .dt: frame.form = .term
        case .blockquote:
            frame.form = .quote
            frame.isInQuote = true
        case .pre: frame.form = .preformatted
        case .td, .th:
            frame.form = .cell
            frame.isInTable = true
        case .figure, .figcaption, .caption: frame.form = .caption
        default: break
        }
        frames.append(frame)
    }

    private mutating func addText(_ node: Int) {
        let isLink = node < linkEnd
        let isPreformatted = frames.last?.form == .preformatted
        if breaks > 1 { flush() }
        let before = list.bytes.count
        document.withBytes { buffer in
            let text = UnsafeBufferPointer(rebasing: buffer[document.textRange(of: node)])
            var index = 0
            while index < text.count {
                let space = Self.spaceLength(in: text, at: index)
                if space > 0, !isPreformatted || text[index] != 0x0A {
                    isSpacePending = true
                    index += space
                    continue
                }
                let invisible = Self.invisibleLength(in: text, at: index)
                if invisible > 0 {
                    index += invisible
                    continue
                }
                var end = index + 1
                while end < text.count, text[end] > 0x20, text[end] != 0xC2, text[end] < 0xE2 { end += 1 }
                if list.bytes.count > start {
                    if breaks > 0 { list.bytes.append(0x0A) } else if isSpacePending { list.bytes.append(0x20) }
                }
                breaks = 0
                isSpacePending = false
                list.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<end]))
                index = end
            }
        }
        guard list.bytes.count > before else { return }
        if firstNode < 0 { firstNode = node }
        lastNode = node
        if isLink { linkBytes += list.bytes.count - before }
    }

    /// The length of a white space character at a place, 0 where there is none: ASCII, and U+00A0 in UTF-8.
    private static func spaceLength(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        if text[index] <= 0x20 { return 1 }
        return text[index] == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0 ? 2 : 0
    }

    /// The length of a character that is never seen, 0 where there is none: U+00AD, U+200B, U+2060, U+FEFF.
    private static func invisibleLength(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch text[index] {
        case 0xC2 where index + 1 < text.count && text[index + 1] == 0xAD: 2
        case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x8B: 3
        case 0xE2 where index + 2 < text.count && text[index + 1] == 0x81 && text[index + 2] == 0xA0: 3
        case 0xEF where index + 2 < text.count && text[index + 1] == 0xBB && text[index + 2] == 0xBF: 3
        default: 0
        }
    }

    private mutating func flush() {
        defer {
            start = list.bytes.count
            (firstNode, lastNode, linkBytes, breaks, isSpacePending) = (-1, -1, 0, 0, false)
        }
        guard firstNode >= 0, list.bytes.count > start else { return }
        let frame = frames.last
        list.blocks.append(
            Block(
                form: frame?.form ?? .paragraph, level: frame?.level ?? 0, container: frame?.node ?? 0,
                nodes: firstNode..<(lastNode + 1), text: start..<list.bytes.count, linkBytes: linkBytes,
                isInQuote: frame?.isInQuote ?? false, isInTable: frame?.isInTable ?? false,
                isInList: frame?.isInList ?? false))
    }
}
