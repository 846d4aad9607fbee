internal import CLibXML2

extension HTMLDocument {
    /// How many elements may be open at once: libxml2 looks through them for each stray end tag.
    public static let depthLimit = 1024

    /// Reads a page; any bytes give a document, if an empty one.
    ///
    /// - Parameter page: UTF-8, at most 2 GB. Invalid sequences and NUL bytes become U+FFFD.
    public init(page: [UInt8]) {
        let pruned = HTMLPruning(page)
        linkedData = pruned.linkedData
        guard !pruned.bytes.isEmpty, pruned.bytes.count < Int(Int32.max) else { return }
        var builder = HTMLTreeBuilder(reserving: pruned.bytes.count)
        pruned.bytes.withUnsafeBytes { buffer in
            guard let start = buffer.bindMemory(to: CChar.self).baseAddress,
                let context = htmlCreateMemoryParserCtxt(start, Int32(buffer.count))
            else { return }
            defer { htmlFreeParserCtxt(context) }
            // The bytes are UTF-8 already: a `<meta charset>` must not make libxml2 decode them again.
            let options = [HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET]
                .reduce(HTML_PARSE_IGNORE_ENC.rawValue) { $0 | $1.rawValue }
            htmlCtxtUseOptions(context, Int32(options))
            xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
            var handler = xmlSAXHandler()
            handler.startElement = { builder, name, attributes in
                HTMLTreeBuilder.at(builder)?.pointee.open(name, attributes)
            }
            handler.endElement = { builder, _ in HTMLTreeBuilder.at(builder)?.pointee.close() }
            handler.characters = { builder, text, count in HTMLTreeBuilder.at(builder)?.pointee.add(text, count) }
            handler.ignorableWhitespace = handler.characters
            handler.cdataBlock = handler.characters
            context.pointee.sax.pointee = handler
            builder.context = context
            withUnsafeMutablePointer(to: &builder) { pointer in
                context.pointee.userData = UnsafeMutableRawPointer(pointer)
                _ = htmlParseDocument(context)
            }
            builder.context = nil
        }
        builder.closeAll()
        nodes = builder.nodes
        attributes = builder.attributes
        bytes = builder.bytes
        isTruncated = builder.isTruncated
    }
}

/// Builds the arrays of an ``HTMLDocument`` from libxml2's events.
///
/// A plain value behind a pointer: a class would pay for reference counts and exclusivity checks at each event.
private struct HTMLTreeBuilder {
    var nodes: [HTMLDocument.Node] = []
    var attributes: [HTMLDocument.Attribute] = []
    var bytes: [UInt8] = []
    var isTruncated = false
    var context: htmlParserCtxtPtr?
    private var open: [Int32] = []
    private var lastIsOpenText = false
    private let tags = HTMLTag.byName
    private let names = HTMLAttributeName.byName

    init(reserving count: Int) {
        bytes.reserveCapacity(count / 2)
        nodes.reserveCapacity(count / 50)
        attributes.reserveCapacity(count / 50)
    }

    static func at(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLTreeBuilder>? {
        pointer?.assumingMemoryBound(to: HTMLTreeBuilder.self)
    }

    mutating func open(_ name: UnsafePointer<UInt8>?, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
        lastIsOpenText = false
        guard open.count < HTMLDocument.depthLimit else {
            isTruncated = true
            if let context { xmlStopParser(context) }
            return
        }
        let first = Int32(attributes.count)
        if let values { addAttributes(values) }
        let tag = name.flatMap { tags.value(of: $0) } ?? .other
        let position = Int32(nodes.count)
        nodes.append(
            HTMLDocument.Node(
                tag: tag, parent: open.last ?? -1, end: position + 1, first: first, last: Int32(attributes.count)))
        open.append(position)
    }

    private mutating func addAttributes(_ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>) {
        var index = 0
        while let name = values[index] {
            defer { index += 2 }
            guard let known = names.value(of: name) else { continue }
            let first = Int32(bytes.count)
            if let value = values[index + 1] {
                var length = 0
                while value[length] != 0 { length += 1 }
                bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: length))
            }
            attributes.append(HTMLDocument.Attribute(name: known, first: first, last: Int32(bytes.count)))
        }
    }

    mutating func close() {
        lastIsOpenText = false
        if let position = open.popLast() { nodes[Int(position)].end = Int32(nodes.count) }
    }

    mutating func closeAll() {
        while !open.isEmpty { close() }
    }

    mutating func add(_ text: UnsafePointer<UInt8>?, _ count: Int32) {
        guard let text, count > 0, !isTruncated else { return }
        let first = Int32(bytes.count)
        bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(count)))
        if lastIsOpenText {
            nodes[nodes.count - 1].last = Int32(bytes.count)
        } else {
            let end = Int32(nodes.count + 1)
            nodes.append(
                HTMLDocument.Node(
                    tag: .text, parent: open.last ?? -1, end: end, first: first, last: Int32(bytes.count)))
            lastIsOpenText = true
        }
    }
}
