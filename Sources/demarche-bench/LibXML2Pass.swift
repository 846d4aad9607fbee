import CLibXML2

/// The C library's own passes over a document: what XML itself costs, as a measure for ours.
///
/// Both with its recover mode, for a document that is given up at its first fault costs nothing.
enum LibXML2Pass {
    private static let options = Int32(
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue)

    /// Reports elements and text to functions that do nothing.
    static func sax(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            guard let context = xmlCreateMemoryParserCtxt(buffer.baseAddress, Int32(buffer.count)) else { return }
            defer { xmlFreeParserCtxt(context) }
            xmlCtxtUseOptions(context, options)
            guard let handler = context.pointee.sax else { return }
            handler.pointee.startElementNs = { _, _, _, _, _, _, _, _, _ in }
            handler.pointee.endElementNs = { _, _, _, _ in }
            handler.pointee.characters = { _, _, _ in }
            handler.pointee.cdataBlock = { _, _, _ in }
            handler.pointee.ignorableWhitespace = { _, _, _ in }
            handler.pointee.comment = { _, _ in }
            handler.pointee.processingInstruction = { _, _, _ in }
            xmlParseDocument(context)
            xmlFreeDoc(context.pointee.myDoc)
            context.pointee.myDoc = nil
        }
    }

    /// Builds the tree of an HTML page.
    static func page(_ bytes: [UInt8]) {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue
        bytes.withUnsafeBytes { buffer in
            xmlFreeDoc(htmlReadMemory(buffer.baseAddress, Int32(buffer.count), nil, "UTF-8", Int32(options)))
        }
    }

    /// Builds the tree.
    static func tree(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            xmlFreeDoc(xmlReadMemory(buffer.baseAddress, Int32(buffer.count), nil, nil, options))
        }
    }
}
