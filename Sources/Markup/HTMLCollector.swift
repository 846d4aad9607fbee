internal import CLibXML2

/// Hands what libxml2's SAX interface reports of a pruned page to an ``HTMLTreeBuilder``.
///
/// libxml2 reads tags, attributes, references and text. What its rules of HTML 4 open and close besides is passed over, for
/// the builder has rules of its own: a start counts where its tag stands, and an end where its tag does, also one that
/// libxml2 finds misplaced.
struct HTMLCollector {
    /// How many elements libxml2 may keep open, and in how many it may look for one to end.
    private static let depthLimit = 2 * HTMLDocument.depthLimit
    private static let searchLimit = 50_000_000

    private(set) var builder: HTMLTreeBuilder
    private let context: htmlParserCtxtPtr
    /// Where the end tag stands that was read last.
    private var lastEnd: UnsafePointer<xmlChar>?
    private var searched = 0
    private let tags = HTMLTagRule.table
    private let names = HTMLAttributeName.byName

    /// Has libxml2 read a page.
    ///
    /// - Parameter page: a page in UTF-8 as ``HTMLPruning`` writes it.
    /// - Returns: the tree.
    static func read(_ page: [UInt8]) -> HTMLTreeBuilder {
        let size = Int32(page.count)
        let context = page.withUnsafeBytes {
            htmlCreateMemoryParserCtxt($0.bindMemory(to: CChar.self).baseAddress, size)
        }
        guard size > 0, let context else { return HTMLTreeBuilder(reserving: 0) }
        defer { htmlFreeParserCtxt(context) }
        let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_NODEFDTD.rawValue
        htmlCtxtUseOptions(context, Int32(options | HTML_PARSE_IGNORE_ENC.rawValue))
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        var collector = HTMLCollector(context, HTMLTreeBuilder(reserving: page.count))
        withUnsafeMutablePointer(to: &collector) { pointer in
            context.pointee.userData = UnsafeMutableRawPointer(pointer)
            context.pointee.sax.pointee = handler
            htmlParseDocument(context)
        }
        collector.builder.closeAll()
        return collector.builder
    }

    private init(_ context: htmlParserCtxtPtr, _ builder: HTMLTreeBuilder) {
        self.context = context
        self.builder = builder
    }

    // MARK: Tags

    /// Where libxml2 is: before the `>` of a start tag, after that of an end tag.
    private var here: UnsafePointer<xmlChar>? { context.pointee.input?.pointee.cur }

    private mutating func start(
        _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        // A paragraph that libxml2 opens for text has no tag.
        guard let name, here?.pointee == UInt8(ascii: ">") else { return }
        let (rule, hash) = rule(name)
        let first = builder.attributes.count
        var next = attributes
        while let name = next?[0] {
            add(name, next?[1])
            next = next?.advanced(by: 2)
        }
        builder.open(rule, name: hash, attributes: first)
        if builder.isTruncated || context.pointee.nameNr > Self.depthLimit { stop() }
    }

    private mutating func end(_ name: UnsafePointer<xmlChar>?) {
        guard let name, let here, here != lastEnd else { return }
        let length = Int(xmlStrlen(name))
        guard let base = context.pointee.input?.pointee.base, here - base >= length + 3, here[-1] == UInt8(ascii: ">"),
            here[-length - 2] == UInt8(ascii: "/"), xmlStrncasecmp(here - length - 1, name, Int32(length)) == 0
        else { return }
        lastEnd = here
        let (rule, hash) = rule(name)
        builder.close(rule, name: hash)
    }

    /// Takes an end tag that libxml2 finds misplaced, after it has looked through all that is open.
    private mutating func misplacedEnd(_ name: UnsafePointer<xmlChar>?) {
        end(name)
        searched += Int(context.pointee.nameNr)
        if searched > Self.searchLimit { stop() }
    }

    private func rule(_ name: UnsafePointer<xmlChar>) -> (HTMLTagRule, UInt32) {
        let name = UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
        if let rule = tags.value(of: name) { return (rule, 0) }
        return (.other, name.reduce(UInt32(5381)) { $0 &* 33 ^ UInt32($1) })
    }

    private mutating func add(_ name: UnsafePointer<xmlChar>, _ value: UnsafePointer<xmlChar>?) {
        let name = UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
        guard let known = names.value(of: name) else { return }
        let first = Int32(builder.bytes.count)
        if let value {
            builder.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
        }
        builder.attributes.append(HTMLDocument.Attribute(name: known, first: first, last: Int32(builder.bytes.count)))
    }

    private mutating func stop() {
        builder.truncate()
        cxml_stop(context)
    }

    // MARK: Text

    private mutating func add(_ text: UnsafeBufferPointer<xmlChar>) {
        guard !builder.isTruncated else { return }
        let first = builder.bytes.count
        builder.bytes.append(contentsOf: text)
        builder.addText(from: first, isBlank: text.allSatisfy { $0 <= 0x20 })
    }
}

// MARK: - SAX

/// The collector that libxml2 hands back.
private func collector(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLCollector>? {
    data?.assumingMemoryBound(to: HTMLCollector.self)
}

extension HTMLCollector {
    /// The functions that libxml2 calls; nothing else of what it reads is reported.
    private static var handler: htmlSAXHandler {
        var handler = htmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElement = { data, name, attributes in collector(data)?.pointee.start(name, attributes) }
        handler.endElement = { data, name in collector(data)?.pointee.end(name) }
        handler.characters = { data, text, count in
            collector(data)?.pointee.add(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.serror = { data, error in
            guard let error, error.pointee.code == Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue) else { return }
            error.pointee.str1?.withMemoryRebound(to: xmlChar.self, capacity: 1) {
                collector(data)?.pointee.misplacedEnd($0)
            }
        }
        return handler
    }
}
