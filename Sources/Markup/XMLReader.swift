public import Notation

/// Reads XML 1.0 with namespaces one event at a time, whatever its faults.
///
/// libxml2 reads the document first, strictly and whole. One that is not well-formed is mended (``XMLRepair``) and read
/// again, so that broken feeds lose nothing: libxml2's own recovery closes wrong elements and drops text. libxml2 is shown no
/// document type declaration, no external entity is fetched, and of internal ones only short, plain ones are read, so that
/// nothing can blow up: time and memory are linear in the input. Faults are told in ``problems``.
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

        init(_ kind: Kind, _ message: String, line: Int) {
            self.kind = kind
            self.message = message
            self.line = line
        }
    }

    private struct Open {
        let name: Int
        var hasBase = false
        var hasLanguage = false
        /// Whether what follows was taken out of it: see ``leaveParent()``.
        var isLeft = false
    }

    static let problemLimit = 20
    private static let baseLimit = 1024

    private let document: XMLEvents
    private var index = 0
    /// The event that was read last.
    private var current = XMLEvents.Event(kind: .text, place: XMLEvents.Stretch())
    private var attributeEnd = 0
    private var isFinished = false
    private var open: [Open] = []
    private var bases: [URLReference] = []
    private var languages: [String] = []
    private let transportLanguages: Int

    /// The name of the current element, an index for ``name(_:)``.
    public private(set) var element = 0
    /// The attributes of the current start tag, without `xmlns`.
    public private(set) var attributes: ArraySlice<XMLAttribute> = []
    /// The number of elements open; 1 after the root's start.
    public private(set) var depth = 0
    /// The first faults, at most twenty, by line.
    public private(set) var problems: [Problem]

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - utf8: the document in well-formed UTF-8, as ``Decoding/document(_:charset:)`` makes it.
    ///   - base: the URL that it was retrieved from.
    ///   - language: the language that its transport gave.
    ///   - wellKnown: namespaces of prefixes that documents forget to declare.
    public init(_ utf8: [UInt8], base: URLReference? = nil, language: String? = nil, wellKnown: [String: String] = [:])
    {
        if let base { bases.append(base) }
        if let language { languages.append(language) }
        transportLanguages = languages.count
        document = XMLEvents.read(utf8, wellKnown: wellKnown)
        problems = document.problems
    }

    // MARK: Where the reader is

    /// Where the current tag lies in the input; an empty-element tag is its own end tag.
    public var tagRange: Range<Int> { document.tag(current) }

    /// The namespaces in the order of their declaration, each prefix once; the default one has the prefix "".
    public var namespaces: [(prefix: String, uri: String)] { document.declared }

    /// The URL that relative references are resolved against (RFC 3986 section 5.1), by `xml:base` and the document's.
    public var base: URLReference? { bases.last }

    /// The language in scope, by `xml:lang`; nil without one or when it was reset.
    public var language: String? {
        guard let last = languages.last, !last.isEmpty else { return nil }
        return last
    }

    /// Whether the language in scope is the document's own word, not only the transport's.
    public var declaresLanguage: Bool { languages.count > transportLanguages }

    /// Whether the input ended before the root element did.
    public var endsEarly: Bool { document.endsEarly }

    /// The document type declaration's public identifier; empty without one.
    public var publicIdentifier: String { document.publicIdentifier }

    /// Whether no fault of well-formedness was met.
    public var isWellFormed: Bool { !problems.contains { $0.kind == .notWellFormed } }

    /// Returns what is known of a name.
    public func name(_ id: Int) -> XMLName { document.names[id] }

    /// Appends the local part of a name in UTF-8.
    public func appendLocalName(of id: Int, to buffer: inout [UInt8]) {
        buffer.append(contentsOf: document.names[id].local.utf8)
    }

    /// Returns the value of an attribute of the current start tag.
    ///
    /// - Parameters:
    ///   - local: the local name.
    ///   - namespace: the namespace's URI; "" for none.
    /// - Returns: the value; nil without such an attribute.
    public func attribute(_ local: String, namespace: String = "") -> String? {
        for attribute in attributes {
            let name = document.names[attribute.name]
            if name.local == local, name.namespace == namespace { return value(of: attribute) }
        }
        return nil
    }

    /// Returns an attribute's value, with its references decoded.
    public func value(of attribute: XMLAttribute) -> String {
        String(decoding: document.text[attribute.value.range], as: UTF8.self)
    }

    /// Returns an attribute's value in UTF-8.
    public func utf8(of attribute: XMLAttribute) -> ArraySlice<UInt8> { document.text[attribute.value.range] }

    /// The length in bytes of the current text.
    public var textLength: Int { current.place.range.count }

    /// Appends the current text event's character data.
    public func appendText(to buffer: inout [UInt8]) {
        buffer.append(current.place.range, of: document.text)
    }

    // MARK: Events

    /// Reads on to the next event.
    public mutating func next() -> Event {
        while !isFinished, index < document.events.count {
            current = document.events[index]
            index += 1
            switch current.kind {
            case .text: return .text
            case .start:
                start()
                return .start
            case .end: if close() { return .end }
            }
        }
        // What a limit left open ends here.
        isFinished = true
        while !open.isEmpty { if close() { return .end } }
        return .finished
    }

    /// Reads on past the end of the current element.
    public mutating func skip() {
        let target = depth - 1
        while depth > target {
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
        guard !parent.isLeft, !parent.hasBase, !parent.hasLanguage else { return }
        note("<\(document.names[parent.name].qualified)> is not closed")
        open[open.count - 2].isLeft = true
        depth -= 1
    }

    private mutating func start() {
        element = Int(current.name)
        attributes = document.attributes[attributeEnd..<Int(current.attributes)]
        attributeEnd = Int(current.attributes)
        open.append(Open(name: element))
        depth += 1
        for attribute in attributes where document.names[attribute.name].prefix == "xml" {
            adopt(attribute)
        }
    }

    /// Takes over `xml:lang` and `xml:base`.
    private mutating func adopt(_ attribute: XMLAttribute) {
        let value = self.value(of: attribute)
        switch document.names[attribute.name].local {
        case "lang":
            languages.append(value.trimmedASCII)
            open[open.count - 1].hasLanguage = true
        case "base":
            let reference = URLReference(value)
            // A base without a host is none, nor is one that runs: "javascript://%0A...".
            guard !reference.isAbsolute || value.contains("://"), FragmentRules.isFollowed(reference.scheme) else {
                return
            }
            let base = bases.last.map(reference.resolved(against:)) ?? reference
            // Each link of the document is made as long as its base: a long one would blow it up.
            guard base.bytes.count <= Self.baseLimit else {
                return note("an xml:base longer than \(Self.baseLimit) bytes")
            }
            bases.append(base)
            open[open.count - 1].hasBase = true
        default: break
        }
    }

    /// Closes the innermost element; false when it was left before, so that nobody waits for its end.
    private mutating func close() -> Bool {
        guard let last = open.popLast(), !last.isLeft else { return false }
        element = last.name
        depth -= 1
        if last.hasBase { bases.removeLast() }
        if last.hasLanguage { languages.removeLast() }
        if open.isEmpty { isFinished = true }
        return true
    }

    // MARK: Problems

    private mutating func note(_ message: String) {
        guard problems.count < Self.problemLimit else { return }
        let line = document.line(of: current)
        let place = problems.firstIndex { $0.line > line } ?? problems.count
        problems.insert(Problem(.notWellFormed, message, line: line), at: place)
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
}
