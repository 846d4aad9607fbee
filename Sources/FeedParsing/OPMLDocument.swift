import Markup

/// A list of subscriptions that is edited in place: an edit touches its own bytes, and order, comments, unknown
/// attributes and spelling stay as they are.
public struct OPMLDocument: Sendable {
    /// Where an outline lies in the bytes.
    struct Span: Sendable {
        var tag: Range<Int>
        /// Its end tag; the same as `tag` for an empty element.
        var endTag: Range<Int>
        /// The position of the outline that it lies in; nil directly in the body.
        var parent: Int?
    }

    /// The document, in UTF-8 (with its byte order mark if it had one).
    public private(set) var bytes: [UInt8]
    /// All outlines in document order, groups included; ``OPML/Outline/position`` is the index.
    public private(set) var outlines: [OPML.Outline] = []
    private(set) var spans: [Span] = []
    private var bodyTag: Range<Int>?
    private var bodyEnd: Range<Int>?
    private(set) var rootTag = 0..<0
    /// The prefix of ``OPML/sourceNamespace``; nil when it is not declared.
    private(set) var factPrefix: String?
    private var prefixes: [String] = []

    /// Reads a list for editing.
    ///
    /// - Parameter bytes: the document as it is stored; another encoding than UTF-8 becomes UTF-8.
    /// - Throws: ``OPMLError`` when it is no well-formed OPML.
    public init(_ bytes: [UInt8]) throws(OPMLError) {
        _ = try OPML(bytes)
        let decoding = Decoding.document(bytes)
        let isUTF8 = decoding.encoding == .utf8
        let mark: [UInt8] = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
        self.bytes = isUTF8 ? mark + decoding.utf8 : Self.withDeclaration(decoding.utf8)
        try index()
    }

    /// Makes a new, empty list.
    ///
    /// - Parameter title: what people read.
    public init(title: String) {
        bytes = Array(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <opml version="2.0" xmlns:d="\(OPML.sourceNamespace)">
              <head>
                <title>\(title.xmlEscaped)</title>
              </head>
              <body>
              </body>
            </opml>

            """.utf8)
        try? index()
    }

    // MARK: Edits

    /// Adds an outline at the end of a group, or of the body.
    ///
    /// - Parameters:
    ///   - attributes: names and values, in the order in which they are written.
    ///   - facts: our own attributes by local name.
    ///   - group: the position of the outline to add to; nil for the body.
    /// - Throws: ``OPMLError`` when there is no such group or no body.
    public mutating func add(
        attributes: [(name: String, value: String)], facts: [(name: String, value: String)] = [],
        toGroup group: Int? = nil
    ) throws(OPMLError) {
        if let group, !spans.indices.contains(group) { throw OPMLError(reason: .noSuchOutline, line: 1) }
        let prefix = facts.isEmpty ? "" : try declareFacts()
        var written = "<outline"
        for (name, value) in attributes { written += " \(name)=\"\(value.xmlEscaped)\"" }
        for (name, value) in facts { written += " \(prefix):\(name)=\"\(value.xmlEscaped)\"" }
        try insert(written + "/>", inGroup: group)
        try index()
    }

    /// Adds a group at the end of the body.
    ///
    /// - Parameter title: what people read.
    /// - Returns: its position.
    /// - Throws: ``OPMLError`` when there is no body.
    public mutating func addGroup(_ title: String) throws(OPMLError) -> Int {
        let text = title.xmlEscaped
        try insert("<outline text=\"\(text)\" title=\"\(text)\"></outline>", inGroup: nil)
        try index()
        return outlines.lastIndex { $0.feedURL.isEmpty && $0.groups.isEmpty && $0.title == title } ?? outlines.count - 1
    }

    /// Removes an outline with all that lies in it.
    ///
    /// - Parameter position: where it stands among ``outlines``.
    /// - Throws: ``OPMLError`` when there is none.
    public mutating func remove(at position: Int) throws(OPMLError) {
        guard spans.indices.contains(position) else { throw OPMLError(reason: .noSuchOutline, line: 1) }
        let span = spans[position]
        var start = span.tag.lowerBound
        let end = span.endTag.upperBound
        // With the line that it stands on alone.
        var lineStart = start
        while lineStart > 0, bytes[lineStart - 1] == 0x20 || bytes[lineStart - 1] == 0x09 { lineStart -= 1 }
        if lineStart > 0, bytes[lineStart - 1] == 0x0A, end >= bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D {
            start = lineStart - 1
            if start > 0, bytes[start - 1] == 0x0D { start -= 1 }
        }
        bytes.removeSubrange(start..<end)
        try index()
    }

    /// Sets, or with nil removes, an attribute of an outline.
    ///
    /// - Parameters:
    ///   - name: the attribute as written, or the local name of one of our facts.
    ///   - isFact: whether it is of ``OPML/sourceNamespace``.
    ///   - value: the new value.
    ///   - position: where the outline stands among ``outlines``.
    /// - Throws: ``OPMLError`` when there is no such outline.
    public mutating func setAttribute(
        _ name: String, isFact: Bool = false, to value: String?, at position: Int
    ) throws(OPMLError) {
        guard spans.indices.contains(position) else { throw OPMLError(reason: .noSuchOutline, line: 1) }
        if isFact, value == nil, factPrefix == nil { return }
        let qualified = isFact ? "\(try declareFacts()):\(name)" : name
        let tag = spans[position].tag
        if let found = AttributeSpan.find(qualified, in: bytes, tag) {
            if let value {
                bytes.replaceSubrange(found.value, with: value.xmlEscaped.utf8)
            } else {
                bytes.removeSubrange(found.whole)
            }
        } else if let value {
            bytes.insert(
                contentsOf: " \(qualified)=\"\(value.xmlEscaped)\"".utf8, at: AttributeSpan.end(of: bytes, tag))
        }
        try index()
    }

    // MARK: Bytes

    /// Declares the namespace of our facts at the root, unless it is; returns its prefix.
    private mutating func declareFacts() throws(OPMLError) -> String {
        if let factPrefix { return factPrefix }
        var prefix = "d"
        while prefixes.contains(prefix) { prefix += "1" }
        bytes.insert(
            contentsOf: " xmlns:\(prefix)=\"\(OPML.sourceNamespace)\"".utf8, at: AttributeSpan.end(of: bytes, rootTag))
        try index()
        return prefix
    }

    private mutating func insert(_ outline: String, inGroup group: Int?) throws(OPMLError) {
        let (tag, endTag) = try container(group)
        let sibling = spans.last { $0.parent == group }
        let indent = sibling.map { indentation($0.tag.lowerBound) } ?? indentation(tag.lowerBound) + [0x20, 0x20]
        let line = lineFeed + indent + Array(outline.utf8)
        if let sibling {
            bytes.insert(contentsOf: line, at: sibling.endTag.upperBound)
        } else if tag == endTag {
            // <outline/> opens up.
            let name = group == nil ? "body" : "outline"
            let close = lineFeed + indentation(tag.lowerBound) + Array("</\(name)>".utf8)
            let slash = AttributeSpan.end(of: bytes, tag)
            bytes.replaceSubrange(slash..<tag.upperBound, with: [UInt8(ascii: ">")] + line + close)
        } else {
            let isOneLine = !bytes[tag.upperBound..<endTag.lowerBound].contains(0x0A)
            bytes.insert(
                contentsOf: line + (isOneLine ? lineFeed + indentation(tag.lowerBound) : []), at: tag.upperBound)
        }
    }

    private func container(_ group: Int?) throws(OPMLError) -> (tag: Range<Int>, endTag: Range<Int>) {
        if let group { return (spans[group].tag, spans[group].endTag) }
        guard let bodyTag, let bodyEnd else { throw OPMLError(reason: .noBody, line: 1) }
        return (bodyTag, bodyEnd)
    }

    private var lineFeed: [UInt8] { bytes.prefix(4096).contains(0x0D) ? [0x0D, 0x0A] : [0x0A] }

    /// The blanks before a place, back to its line's start.
    private func indentation(_ place: Int) -> [UInt8] {
        var start = place
        while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
        return start == 0 || bytes[start - 1] == 0x0A ? Array(bytes[start..<place]) : []
    }

    private static func withDeclaration(_ utf8: [UInt8]) -> [UInt8] {
        guard utf8.starts(with: "<?xml".utf8), let end = utf8.firstIndex(of: UInt8(ascii: ">")) else { return utf8 }
        return Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>".utf8) + utf8[(end + 1)...]
    }

    // MARK: Index

    private mutating func index() throws(OPMLError) {
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var xml = XMLReader(mark == 0 ? bytes : Array(bytes[mark...]), wellKnown: ["d": OPML.sourceNamespace])
        var open: [Int] = []
        var groups: [String] = []
        (outlines, spans, bodyTag, bodyEnd) = ([], [], nil, nil)
        func here(_ xml: XMLReader) -> Range<Int> {
            (xml.tagRange.lowerBound + mark)..<(xml.tagRange.upperBound + mark)
        }
        reading: while true {
            let event = xml.next()
            let name = xml.name(xml.element).local.lowercased()
            switch event {
            case .start:
                if xml.depth == 1 { rootTag = here(xml) }
                if name == "body" { bodyTag = here(xml) }
                guard name == "outline" else { continue }
                let outline = OPML.outline(xml, groups, outlines.count)
                open.append(outlines.count)
                spans.append(Span(tag: here(xml), endTag: here(xml), parent: open.dropLast().last))
                outlines.append(outline)
                groups.append(outline.title)
            case .end:
                if name == "body" { bodyEnd = here(xml) }
                guard name == "outline", let last = open.popLast() else { continue }
                spans[last].endTag = here(xml)
                groups.removeLast()
            case .text: continue
            case .finished: break reading
            }
        }
        prefixes = xml.namespaces.map(\.prefix)
        factPrefix = xml.namespaces.first { $0.uri == OPML.sourceNamespace && !$0.prefix.isEmpty }?.prefix
    }
}

/// Where an attribute lies inside a well-formed tag.
struct AttributeSpan {
    /// From the blank before its name to its closing quote.
    var whole: Range<Int>
    /// Between the quotes.
    var value: Range<Int>

    static func find(_ name: String, in bytes: [UInt8], _ tag: Range<Int>) -> AttributeSpan? {
        var place = tag.lowerBound + 1
        while place < tag.upperBound, bytes[place] > 0x20 { place += 1 }
        while place < tag.upperBound {
            let blank = place
            while place < tag.upperBound, bytes[place] <= 0x20 { place += 1 }
            let start = place
            while place < tag.upperBound, bytes[place] > 0x20, bytes[place] != UInt8(ascii: "=") { place += 1 }
            let isMeant = bytes[start..<place].elementsEqual(name.utf8)
            while place < tag.upperBound, bytes[place] != 0x22, bytes[place] != 0x27 { place += 1 }
            guard place < tag.upperBound else { return nil }
            let quote = bytes[place]
            let open = place + 1
            place = open
            while place < tag.upperBound, bytes[place] != quote { place += 1 }
            if isMeant { return AttributeSpan(whole: blank..<min(place + 1, tag.upperBound), value: open..<place) }
            place += 1
        }
        return nil
    }

    /// Where an attribute may be added: before the tag's end and the white space and slash there.
    static func end(of bytes: [UInt8], _ tag: Range<Int>) -> Int {
        var place = tag.upperBound - 1
        if place > tag.lowerBound, bytes[place - 1] == UInt8(ascii: "/") { place -= 1 }
        while place > tag.lowerBound + 1, bytes[place - 1] <= 0x20 { place -= 1 }
        return place
    }
}

extension String {
    /// The string as an attribute's value in double quotes, or as text.
    var xmlEscaped: String {
        var result: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case 0x26: result += "&amp;".utf8
            case 0x3C: result += "&lt;".utf8
            case 0x3E: result += "&gt;".utf8
            case 0x22: result += "&quot;".utf8
            case 0x0A: result += "&#10;".utf8
            case 0x09: result += "&#9;".utf8
            case 0..<0x20: break
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
