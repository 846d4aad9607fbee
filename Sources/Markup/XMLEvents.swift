internal import CLibXML2

/// A document as libxml2 reads it: tags and text in order, each a few numbers that say where it lies.
struct XMLEvents: Sendable {
    /// A range in half the room.
    struct Stretch: Sendable {
        var first: UInt32
        var last: UInt32

        var range: Range<Int> { Int(first)..<Int(last) }

        init(_ first: Int = 0, _ last: Int = 0) {
            self.first = UInt32(truncatingIfNeeded: first)
            self.last = UInt32(truncatingIfNeeded: last)
        }
    }

    /// A tag or a run of text.
    struct Event: Sendable {
        enum Kind: UInt8, Sendable { case start, end, text }

        var kind: Kind
        /// The name of a start tag.
        var name: UInt16 = 0
        /// Where it lies: text in ``text``, a tag in the document, whose beginning may be left open.
        var place: Stretch
        /// The end of a start tag's attributes among all.
        var attributes: UInt32 = 0
    }

    /// The deepest nesting that is read; what lies deeper ends the document.
    static let depthLimit = 256
    /// The most attributes that a tag may have: libxml2 compares each with all before it.
    static let attributeLimit = 256
    /// The most namespaces in scope: libxml2 passes over all of them to find one.
    static let namespaceLimit = 512
    /// The longest value of an attribute, as libxml2 has it (XML_MAX_TEXT_LENGTH).
    static let valueLimit = 10_000_000

    private var document: [UInt8]
    var events: [Event] = []
    var attributes: [XMLAttribute] = []
    /// All character data, and the values of attributes.
    var text: [UInt8] = []
    var names = [XMLName()]
    /// Each prefix that was declared, once, in the order of declaration.
    var declared: [(prefix: String, uri: String)] = []
    /// Prefixes that were not declared, each once, with the start tag where it was met.
    var undeclared: [(prefix: String, event: Int)] = []
    /// Limits that were met.
    var problems: [XMLReader.Problem] = []
    /// What libxml2 found wrong first.
    var fault: XMLReader.Problem?
    /// Whether a limit ended the document.
    var isStopped = false
    /// Whether reading stopped at a document type declaration.
    var hasDoctype = false
    /// Whether the document ended before its root element did.
    private(set) var endsEarly = false
    /// The document type declaration's public identifier; empty without one.
    private(set) var publicIdentifier = ""

    /// Reads a document, mended where that is needed.
    ///
    /// - Parameters:
    ///   - document: well-formed UTF-8.
    ///   - wellKnown: namespaces of prefixes that documents forget to declare.
    /// - Returns: all that can be read of it.
    static func read(_ document: [UInt8], wellKnown: [String: String]) -> XMLEvents {
        var fault: XMLReader.Problem?
        if !hasCrowdedTag(document) {
            var events = XMLEvents(document, wellKnown: wellKnown)
            if events.fault == nil, !events.hasDoctype {
                events.noteUndeclared()
                return events
            }
            fault = events.fault
        }
        var repair = XMLRepair(document)
        repair.run()
        var events = XMLEvents(repair.output, wellKnown: wellKnown, recovers: true)
        events.document = document
        events.place(repair.tags)
        events.problems = repair.problems + events.problems
        // What libxml2 knows better, such as a character that no name may have.
        if events.problems.isEmpty, let fault = events.fault ?? fault { events.problems = [fault] }
        events.noteUndeclared()
        events.endsEarly = repair.endsEarly
        events.publicIdentifier = repair.publicIdentifier
        return events
    }

    /// Puts the tags where they lie in the document before it was mended.
    private mutating func place(_ tags: [Stretch]) {
        var rest = tags[...]
        for index in events.indices where events[index].kind != .text {
            events[index].place = rest.popFirst() ?? Stretch(0, 1)
        }
    }

    private mutating func noteUndeclared() {
        var lines = LineCounter(document)
        for (prefix, event) in undeclared where problems.count < XMLReader.problemLimit {
            let line = event < events.count ? lines.line(at: Int(events[event].place.last)) : 1
            let place = problems.firstIndex { $0.line > line } ?? problems.count
            problems.insert(
                XMLReader.Problem(.undeclaredNamespace, "prefix \(prefix) is not declared", line: line), at: place)
        }
    }

    /// Has libxml2 read a document.
    ///
    /// - Parameters:
    ///   - document: well-formed UTF-8 without NUL.
    ///   - wellKnown: namespaces of prefixes that documents forget to declare.
    ///   - recovers: whether to read on after a fault.
    init(_ document: [UInt8], wellKnown: [String: String], recovers: Bool = false) {
        self.document = document
        let size = document.count
        guard size > 0, size < Int(Int32.max) else { return }
        let context = document.withUnsafeBytes {
            xmlCreateMemoryParserCtxt($0.bindMemory(to: CChar.self).baseAddress, Int32(size))
        }
        guard let context else { return }
        defer { xmlFreeParserCtxt(context) }
        // The encoding was settled by `Decoding`. HUGE, for the limits are our own: those above and those of the readers.
        // NOENT, for without it an `&amp;` in an attribute is left to a tree to decode; there are no entities but XML's five.
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_HUGE.rawValue
            | XML_PARSE_NOENT.rawValue
        xmlCtxtUseOptions(context, Int32(options | (recovers ? XML_PARSE_RECOVER.rawValue : 0)))
        var collector = XMLCollector(self, context, size: size, wellKnown: wellKnown, recovers: recovers)
        withUnsafeMutablePointer(to: &collector) { pointer in
            context.pointee.userData = UnsafeMutableRawPointer(pointer)
            context.pointee.sax.pointee = XMLCollector.handler
            xmlParseDocument(context)
        }
        self = collector.finished()
    }

    /// Where a tag lies in the document.
    func tag(_ event: Event) -> Range<Int> {
        guard event.kind != .text else { return 0..<0 }
        guard event.place.range.isEmpty else { return event.place.range }
        // No "<" may be in a tag but its first.
        let end = event.place.range.upperBound
        return (document[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end)..<end
    }

    /// The line that an event begins in, from 1.
    func line(of event: Event) -> Int {
        var lines = LineCounter(document)
        return lines.line(at: Int(event.place.first))
    }

    // MARK: Tags that libxml2 must not see

    /// Whether a tag has more attributes than ``attributeLimit``.
    private static func hasCrowdedTag(_ document: [UInt8]) -> Bool {
        var tag = ByteScan.next(0x3C, in: document, from: 0)
        while tag < document.count {
            let next = ByteScan.next(0x3C, in: document, from: tag + 1)
            // No attribute is shorter than ` a=""`.
            if next - tag > attributeLimit * 5, isCrowded(document[(tag + 1)..<next]) { return true }
            tag = next
        }
        return false
    }

    private static func isCrowded(_ tag: ArraySlice<UInt8>) -> Bool {
        var count = 0
        var quote: UInt8?
        for byte in tag {
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
                count += 1
            } else if byte == 0x3E {
                break
            }
        }
        return count > attributeLimit
    }
}

/// Counts lines, from place to place.
struct LineCounter {
    private var document: [UInt8]
    private var place = 0
    private var line = 1

    init(_ document: [UInt8]) {
        self.document = document
    }

    /// The line of a place, from 1.
    mutating func line(at next: Int) -> Int {
        let next = min(next, document.count)
        if next < place { (place, line) = (0, 1) }
        for byte in document[place..<next] where byte == 0x0A { line += 1 }
        place = next
        return line
    }
}
