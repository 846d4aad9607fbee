public import Notation

/// Reads XML 1.0 with namespaces one event at a time, whatever its faults.
///
/// Our own reader rather than libxml2's, for what feeds need where they are broken: libxml2 in recover mode closes the
/// wrong element at a mismatched end tag, and bare ampersands, HTML entities and control characters would want a pass
/// before it that is a reader already. No DTD is loaded, no external entity is fetched, and of internal ones only short, plain
/// ones are read, so nothing can blow up: time and memory are linear in the input. Faults are noted in ``problems`` and read on.
public struct XMLReader: Sendable {
    /// What ``next()`` came upon.
    public enum Event: Sendable {
        /// A start tag: see ``element`` and ``attributes``.
        case start
        /// The end of ``element``; every start has one.
        case end
        /// Character data: see ``appendText(to:)``.
        case text
        /// The end of the root element, or of the input.
        case finished
    }

    /// A fault of the document.
    public struct Problem: Hashable, Sendable {
        /// What kind of fault it is.
        public enum Kind: Sendable {
            case notWellFormed, undeclaredNamespace
        }

        /// What kind of fault it is.
        public let kind: Kind
        /// What is wrong, in words.
        public let message: String
        /// The line, from 1.
        public let line: Int
    }

    struct Open {
        var name: Int
        var bindings: Int
        var hasBase: Bool
        var hasLanguage: Bool
    }

    /// The deepest nesting that is read; what lies deeper ends the document.
    static let depthLimit = 256
    static let attributeLimit = 256
    static let baseLimit = 1024
    /// The longest value of an attribute, as libxml2 has it (XML_MAX_TEXT_LENGTH).
    static let valueLimit = 10_000_000

    let bytes: [UInt8]
    var index = 0
    var open: [Open] = []
    var pendingEnds = 0
    var isFinished = false
    var hasRoot = false
    /// The markup-free stretch that a text event stands for.
    var textRange = 0..<0
    var textIsLiteral = false
    var textNeedsDecoding = false

    var names: XMLNames
    var attributeBytes: [UInt8] = []
    var bases: [URLReference] = []
    var languages: [String] = []
    private let transportLanguages: Int
    /// General entities that the internal subset declares, with their characters when these are few and plain.
    var declaredEntities: [String: [UInt8]] = [:]
    /// How many bytes declared entities may still give.
    var expansionBudget = 65_536
    var problemLine = (index: 0, line: 1)

    /// Where the current tag lies in the input; an empty-element tag is its own end tag.
    public internal(set) var tagRange = 0..<0
    /// The name of the current element, an index for ``name(_:)``.
    public internal(set) var element = 0
    /// The attributes of the current start tag, without `xmlns`.
    public internal(set) var attributes: [XMLAttribute] = []
    /// The first faults, at most twenty.
    public internal(set) var problems: [Problem] = []
    /// Whether the input ended before the root element did; known when it has been read whole.
    public internal(set) var endsEarly = false
    /// The document type declaration's public identifier; empty without one.
    public internal(set) var publicIdentifier = ""
    /// Whether there is a document type declaration.
    public internal(set) var hasDoctype = false

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - utf8: the document in well-formed UTF-8, as ``Decoding/document(_:charset:)`` makes it.
    ///   - base: the URL that it was retrieved from.
    ///   - language: the language that its transport gave.
    ///   - wellKnown: namespaces of prefixes that documents forget to declare.
    public init(_ utf8: [UInt8], base: URLReference? = nil, language: String? = nil, wellKnown: [String: String] = [:])
    {
        bytes = utf8
        names = XMLNames(wellKnown: wellKnown)
        if let base { bases.append(base) }
        if let language { languages.append(language) }
        transportLanguages = languages.count
    }

    // MARK: Where the reader is

    /// The number of elements open; 1 after the root's start.
    public var depth: Int { open.count }

    /// The namespaces in the order of their declaration, each prefix once; the default one has the prefix "".
    public var namespaces: [(prefix: String, uri: String)] { names.declared }

    /// The URL that relative references are resolved against (RFC 3986 section 5.1), by `xml:base` and the document's.
    public var base: URLReference? { bases.last }

    /// The language in scope, by `xml:lang`; nil without one or when it was reset.
    public var language: String? {
        guard let last = languages.last, !last.isEmpty else { return nil }
        return last
    }

    /// Whether the language in scope is the document's own word, not only the transport's.
    public var declaresLanguage: Bool { languages.count > transportLanguages }

    /// Returns what is known of a name.
    public func name(_ id: Int) -> XMLName { names[id] }

    /// Appends the local part of a name in UTF-8.
    public func appendLocalName(of id: Int, to buffer: inout [UInt8]) { names.appendLocal(id, to: &buffer) }

    /// Returns the value of an attribute of the current start tag.
    ///
    /// - Parameters:
    ///   - local: the local name.
    ///   - namespace: the namespace's URI; "" for none.
    /// - Returns: the value; nil without such an attribute.
    public func attribute(_ local: String, namespace: String = "") -> String? {
        for attribute in attributes {
            let name = names[attribute.name]
            if name.local == local, name.namespace == namespace { return value(of: attribute) }
        }
        return nil
    }

    /// Returns an attribute's value, with its references decoded.
    public func value(of attribute: XMLAttribute) -> String {
        String(decoding: attributeBytes[attribute.range], as: UTF8.self)
    }

    /// Returns an attribute's value in UTF-8.
    public func utf8(of attribute: XMLAttribute) -> ArraySlice<UInt8> { attributeBytes[attribute.range] }

    /// The length in bytes of the current text event as it is written.
    public var textLength: Int { textRange.count }

    /// Appends the current text event's character data.
    public mutating func appendText(to buffer: inout [UInt8]) {
        guard textNeedsDecoding else {
            buffer.append(textRange, of: bytes)
            return
        }
        decode(textRange, isLiteral: textIsLiteral, isAttribute: false, into: &buffer)
    }

    // MARK: Events

    /// Reads on to the next event.
    public mutating func next() -> Event {
        if pendingEnds > 0 { return close() }
        while !isFinished {
            guard index < bytes.count else { break }
            if bytes[index] == UInt8(ascii: "<") {
                if let event = readMarkup() { return event }
            } else if open.isEmpty {
                skipOutsideRoot()
            } else {
                return readCharacters()
            }
        }
        return finish()
    }

    /// Reads on past the end of the current element.
    public mutating func skip() {
        let target = open.count - 1
        while open.count > target {
            if case .finished = next() { return }
        }
    }

    /// Takes the current element out of the one around it, which was never closed, and makes it the next sibling.
    ///
    /// For elements that hold nothing, such as an RSS `enclosure`: what follows one is not inside it. To be called at a
    /// start; does nothing where the element around has a base or language of its own.
    public mutating func leaveParent() {
        guard open.count >= 2 else { return }
        let parent = open[open.count - 2]
        guard !parent.hasBase, !parent.hasLanguage else { return }
        note("<\(names[parent.name].qualified)> is not closed", at: tagRange.lowerBound)
        open[open.count - 1].bindings = parent.bindings
        open.remove(at: open.count - 2)
    }

    private mutating func finish() -> Event {
        if !open.isEmpty {
            if !isFinished { endsEarly = true }
            if !isFinished { note("the document ends within <\(names[open[open.count - 1].name].qualified)>") }
            isFinished = true
            pendingEnds = open.count
            return close()
        }
        isFinished = true
        return .finished
    }

    private mutating func close() -> Event {
        pendingEnds -= 1
        guard let last = open.popLast() else { return .finished }
        element = last.name
        names.unbind(to: last.bindings)
        if last.hasBase { bases.removeLast() }
        if last.hasLanguage { languages.removeLast() }
        if open.isEmpty {
            if !isFinished { checkTail() }
            isFinished = true
        }
        return .end
    }

    private mutating func readCharacters() -> Event {
        let start = index
        let scan = bytes.withUnsafeBufferPointer { XMLScan.text($0, from: start) }
        index = scan.end
        textRange = start..<scan.end
        textIsLiteral = false
        textNeedsDecoding = scan.hasReferences || scan.hasControls
        if scan.hasCDATAEnd { note("\"]]>\" in text", at: start) }
        return .text
    }

    /// Reads what a `<` starts; nil when it is no event.
    private mutating func readMarkup() -> Event? {
        guard index + 1 < bytes.count else { return strayLessThan() }
        switch bytes[index + 1] {
        case UInt8(ascii: "/"): return readEndTag()
        case UInt8(ascii: "!"): return readDeclaration()
        case UInt8(ascii: "?"):
            skipInstruction()
            return nil
        case let byte where XMLScan.startsName(byte): return readStartTag()
        default: return strayLessThan()
        }
    }

    /// A `<` that starts nothing is a character.
    mutating func strayLessThan() -> Event? {
        note("a \"<\" that starts no tag")
        let start = index
        index += 1
        guard !open.isEmpty else { return nil }
        textRange = start..<index
        textIsLiteral = true
        textNeedsDecoding = false
        return .text
    }

    // MARK: End tags

    private mutating func readEndTag() -> Event? {
        let start = index + 2
        var end = start
        while end < bytes.count, XMLScan.isName(bytes[end]) { end += 1 }
        let name = names.intern(bytes, start..<end)
        var close = end
        while close < bytes.count, bytes[close] <= 0x20 { close += 1 }
        if close < bytes.count, bytes[close] == UInt8(ascii: ">") {
            index = close + 1
        } else {
            note("an end tag that does not end")
            while close < bytes.count, bytes[close] != UInt8(ascii: ">"), bytes[close] != UInt8(ascii: "<") {
                close += 1
            }
            index = close < bytes.count && bytes[close] == UInt8(ascii: ">") ? close + 1 : close
        }
        tagRange = (start - 2)..<index
        guard let top = open.last else {
            note("an end tag outside the root element", at: start)
            return nil
        }
        if top.name == name {
            pendingEnds = 1
            return self.close()
        }
        // Elements that were left open end here with the one that the tag means; a tag that means none is passed over.
        guard let match = open.lastIndex(where: { $0.name == name }) else {
            note("</\(names[name].qualified)> ends nothing that is open", at: start)
            return nil
        }
        note("<\(names[top.name].qualified)> is not closed before </\(names[name].qualified)>", at: start)
        pendingEnds = open.count - match
        return self.close()
    }

    // MARK: Problems

    mutating func note(_ message: String, kind: Problem.Kind = .notWellFormed, at place: Int? = nil) {
        guard problems.count < 20 else { return }
        let place = min(place ?? index, bytes.count)
        if place < problemLine.index { problemLine = (0, 1) }
        for byte in bytes[problemLine.index..<place] where byte == 0x0A { problemLine.line += 1 }
        problemLine.index = place
        problems.append(Problem(kind: kind, message: message, line: problemLine.line))
    }

    /// Notes that more was written than is read.
    ///
    /// - Parameter message: what was cut off, in words.
    public mutating func noteLimit(_ message: String) {
        note(message)
    }

    /// Ends the document here, for one that goes beyond a limit; what is open is closed.
    ///
    /// - Parameter message: the limit, in words.
    public mutating func stop(_ message: String) {
        guard !isFinished else { return }
        note(message)
        isFinished = true
    }

    /// Whether no fault of well-formedness was met so far.
    public var isWellFormed: Bool { !problems.contains { $0.kind == .notWellFormed } }
}

/// An attribute of a start tag.
public struct XMLAttribute: Sendable {
    /// Its name, an index for ``XMLReader/name(_:)``.
    public let name: Int
    let range: Range<Int>
}
