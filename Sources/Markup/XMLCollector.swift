internal import CLibXML2

/// Gathers what libxml2's SAX2 interface reports of a document.
struct XMLCollector {
    private var events: XMLEvents
    private let context: xmlParserCtxtPtr
    private let size: Int
    private let recovers: Bool
    private var names: XMLNameTable
    /// How many namespaces each open element declares.
    private var open: [Int32] = []
    private var namespaceCount: Int32 = 0
    private var instructionCount = 0
    /// Whether the last event is text, to which more may be added.
    private var isInText = false

    init(
        _ events: XMLEvents, _ context: xmlParserCtxtPtr, size: Int, wellKnown: [String: String], recovers: Bool
    ) {
        self.size = size
        self.events = events
        self.context = context
        self.recovers = recovers
        names = XMLNameTable(wellKnown: wellKnown)
        self.events.events.reserveCapacity(size / 64)
        self.events.text.reserveCapacity(size)
    }

    /// The events, once the document has been read.
    consuming func finished() -> XMLEvents {
        // libxml2 takes a NUL behind the root element for the end.
        if events.fault == nil, !events.isStopped, !events.hasDoctype, here < size {
            events.fault = XMLReader.Problem(.notWellFormed, "junk after the root element", line: line)
        }
        events.names = names.names
        return events
    }

    // MARK: Places

    private var line: Int { Int(context.pointee.input?.pointee.line ?? 1) }

    /// How far libxml2 has read.
    private var here: Int {
        guard let input = context.pointee.input, let base = input.pointee.base, let current = input.pointee.cur else {
            return 0
        }
        return Int(input.pointee.consumed) + (current - base)
    }

    // MARK: Tags

    private mutating func start(
        _ name: XMLNameTable.Key, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int,
        _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, namespaceCount: Int32
    ) {
        isInText = false
        open.append(namespaceCount)
        self.namespaceCount += namespaceCount
        if open.count > XMLEvents.depthLimit {
            return stop("elements are nested deeper than \(XMLEvents.depthLimit)")
        }
        if self.namespaceCount > XMLEvents.namespaceLimit {
            return stop("more than \(XMLEvents.namespaceLimit) namespaces in scope")
        }
        if let namespaces {
            for number in 0..<Int(namespaceCount) { declare(namespaces[2 * number], namespaces[2 * number + 1]) }
        }
        if let attributes {
            for number in 0..<count { add(attributes + 5 * number) }
        }
        let id = id(of: name)
        let end = here + (context.pointee.input?.pointee.cur?.pointee == UInt8(ascii: "/") ? 2 : 1)
        events.events.append(
            XMLEvents.Event(
                kind: .start, name: UInt16(truncatingIfNeeded: id), place: .init(end, end),
                attributes: UInt32(truncatingIfNeeded: events.attributes.count)))
    }

    private mutating func end() {
        isInText = false
        namespaceCount -= open.popLast() ?? 0
        events.events.append(XMLEvents.Event(kind: .end, place: .init(here, here)))
    }

    private mutating func declare(_ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?) {
        // Kept among the names, so that their number is bounded with theirs.
        _ = id(of: XMLNameTable.Key(prefix: prefix, uri: uri))
        let prefix = XMLNameTable.string(prefix)
        guard events.declared.count < 64, !events.declared.contains(where: { $0.prefix == prefix }) else { return }
        events.declared.append((prefix, XMLNameTable.string(uri).trimmedASCII))
    }

    /// Takes an attribute: its local name, prefix, namespace, value and the value's end.
    private mutating func add(_ attribute: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
        guard let value = attribute[3], let end = attribute[4] else { return }
        let id = id(of: XMLNameTable.Key(local: attribute[0], prefix: attribute[1], uri: attribute[2]))
        let first = events.text.count
        if end - value > XMLEvents.valueLimit {
            note("an attribute longer than \(XMLEvents.valueLimit / 1_000_000) MB is not read")
        } else {
            append(UnsafeBufferPointer(start: value, count: end - value), mayHaveControls: true)
        }
        events.attributes.append(XMLAttribute(name: id, value: .init(first, events.text.count)))
    }

    /// The index of a name; the document ends where there are too many, for libxml2 takes the longer the more it has met.
    private mutating func id(of key: XMLNameTable.Key) -> Int {
        guard let id = names.id(of: key) else {
            stop("more than \(XMLNameTable.limit) names, or one longer than \(XMLNameTable.lengthLimit) bytes")
            return 0
        }
        if names.names[id].isUndeclared, events.undeclared.count < XMLReader.problemLimit {
            let prefix = names.names[id].prefix
            if !events.undeclared.contains(where: { $0.prefix == prefix }) {
                events.undeclared.append((prefix, events.events.count))
            }
        }
        return id
    }

    private mutating func countInstruction() {
        isInText = false
        instructionCount += 1
        if instructionCount > XMLNameTable.limit { stop("more than \(XMLNameTable.limit) instructions") }
    }

    // MARK: Text

    private mutating func add(_ text: UnsafeBufferPointer<xmlChar>) {
        guard !open.isEmpty else { return }
        let first = events.text.count
        // A reference is reported alone, after its semicolon.
        let isReference = text.count == 2 && context.pointee.input?.pointee.cur?[-1] == UInt8(ascii: ";")
        append(text, mayHaveControls: isReference)
        if isInText {
            events.events[events.events.count - 1].place.last = UInt32(truncatingIfNeeded: events.text.count)
        } else {
            events.events.append(XMLEvents.Event(kind: .text, place: .init(first, events.text.count)))
            isInText = true
        }
    }

    /// Appends characters, those of windows-1252 for C1 controls that references name: see ``CharacterReference/meant(_:)``.
    private mutating func append(_ text: UnsafeBufferPointer<xmlChar>, mayHaveControls: Bool) {
        guard mayHaveControls, text.contains(0xC2) else { return events.text.append(contentsOf: text) }
        events.text.append(contentsOf: Decoding.withoutC1(text))
    }

    // MARK: Faults and limits

    private mutating func report(_ problem: XMLReader.Problem) {
        guard !events.isStopped, !events.hasDoctype else { return }
        if events.fault == nil { events.fault = problem }
        if !recovers { cxml_stop(context) }
    }

    private mutating func stopAtDoctype() {
        events.hasDoctype = true
        cxml_stop(context)
    }

    private mutating func stop(_ message: String) {
        guard !events.isStopped else { return }
        note(message)
        events.isStopped = true
        cxml_stop(context)
    }

    private mutating func note(_ message: String) {
        guard events.problems.count < XMLReader.problemLimit else { return }
        events.problems.append(XMLReader.Problem(.notWellFormed, message, line: line))
    }
}

// MARK: - SAX2

/// The collector that libxml2 hands back.
private func collector(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLCollector>? {
    data?.assumingMemoryBound(to: XMLCollector.self)
}

extension XMLCollector {
    /// The functions that libxml2 calls; nothing else of what it reads is reported.
    static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElementNs = { data, local, prefix, uri, namespaceCount, namespaces, count, _, attributes in
            collector(data)?.pointee.start(
                XMLNameTable.Key(local: local, prefix: prefix, uri: uri), attributes, count: Int(count), namespaces,
                namespaceCount: namespaceCount)
        }
        handler.endElementNs = { data, _, _, _ in collector(data)?.pointee.end() }
        handler.characters = { data, text, count in
            collector(data)?.pointee.add(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.processingInstruction = { data, _, _ in collector(data)?.pointee.countInstruction() }
        // Nothing of a document type declaration is read.
        handler.internalSubset = { data, _, _, _ in collector(data)?.pointee.stopAtDoctype() }
        handler.serror = { data, error in
            guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue,
                error.pointee.domain != Int32(XML_FROM_NAMESPACE.rawValue)
            else { return }
            let message = error.pointee.message.map { String(cString: $0).trimmedASCII } ?? ""
            collector(data)?.pointee.report(
                XMLReader.Problem(.notWellFormed, message, line: Int(error.pointee.line)))
        }
        return handler
    }
}
