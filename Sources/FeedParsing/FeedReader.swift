import Markup
import Notation

/// An element, as far as feeds care.
struct FeedElement {
    var vocabulary: Vocabulary
    var term: Term

    /// Whether its attributes are all that it has, so that what follows it is not inside it even where it is not closed.
    var isLeaf: Bool {
        switch (vocabulary, term) {
        case (.rss, .enclosure), (.rss, .cloud), (.atom, .link), (.media, .thumbnail), (.media, .player),
            (.itunes, .image):
            true
        default: false
        }
    }
}

/// Reads a feed's XML an element at a time: direct children only, so that nested elements steal no fields.
struct FeedReader {
    var xml: XMLReader
    /// The root element's own namespace; elements in it are of the format itself, whatever the namespace says.
    private var native: String?
    private var nativeVocabulary = Vocabulary.other
    /// What each name of the reader means; filled as names come.
    private var elements: [FeedElement?] = []
    /// Entries that began inside another one, which was never closed; they come after it.
    private(set) var strayEntries: [Entry] = []
    private var buffer: [UInt8] = []
    /// Whether the last child that was handed out is one of attributes alone, and is still open.
    private var lastIsLeaf = false
    /// The longest text of one element, as libxml2 has it (XML_MAX_TEXT_LENGTH).
    private static let textLimit = 10_000_000
    /// The most entries that are kept until the one that they began in ends.
    private static let strayLimit = 10_000

    init(_ xml: XMLReader) {
        self.xml = xml
    }

    /// Makes the current element's namespace that of the format.
    mutating func adoptNamespace(as vocabulary: Vocabulary) {
        native = xml.name(xml.element).namespace
        nativeVocabulary = vocabulary
        elements.removeAll()
    }

    /// The current element.
    mutating func element() -> FeedElement {
        let id = xml.element
        if id < elements.count, let known = elements[id] { return known }
        let name = xml.name(id)
        let uri = name.namespace
        let vocabulary =
            uri.isEmpty && name.isUndeclared ? .other : uri == native ? nativeVocabulary : Vocabulary(uri: uri)
        let element = FeedElement(vocabulary: vocabulary, term: Term(rawValue: name.local.lowercased()) ?? .other)
        if id >= elements.count { elements += Array(repeating: nil, count: id + 1 - elements.count) }
        elements[id] = element
        return element
    }

    var depth: Int { xml.depth }

    /// Hands over an entry and those that began inside it.
    mutating func add(_ entry: consuming Entry, to parse: inout FeedParse) {
        if parse.isFull { xml.stop("more than \(parse.entryLimit) entries") }
        parse.add(entry)
        for stray in strayEntries { parse.add(stray) }
        strayEntries.removeAll()
    }

    /// Keeps an entry that began inside another one, before those that began inside itself.
    mutating func keepStray(_ stray: consuming Entry, at place: Int) {
        strayEntries.insert(stray, at: place)
        if strayEntries.count >= Self.strayLimit { xml.stop("more than \(Self.strayLimit) entries inside another") }
    }

    /// Reads on to the next child of the element at a depth; nil at its end.
    ///
    /// What a child holds unread is passed over.
    mutating func nextChild(of depth: Int) -> FeedElement? {
        while true {
            switch xml.next() {
            case .start:
                if xml.depth == depth + 2, lastIsLeaf, element().vocabulary.isFormat { xml.leaveParent() }
                guard xml.depth == depth + 1 else { continue }
                let element = element()
                lastIsLeaf = element.isLeaf && !xml.attributes.isEmpty
                return element
            case .end:
                lastIsLeaf = false
                if xml.depth < depth { return nil }
            case .text: continue
            case .finished: return nil
            }
        }
    }

    func attribute(_ name: String, namespace: String = "") -> String? {
        xml.attribute(name, namespace: namespace)
    }

    /// Returns an attribute without regard to the case of its name.
    func looseAttribute(_ name: String) -> String? {
        for attribute in xml.attributes where xml.name(attribute.name).qualified.lowercased() == name {
            return xml.value(of: attribute)
        }
        return nil
    }

    /// All attributes without a namespace, by name.
    var attributes: [(name: String, value: String)] {
        xml.attributes.map { (xml.name($0.name).qualified, xml.value(of: $0)) }
    }

    // MARK: Text

    /// Reads the current element's character data to its end, that of naked markup inside too.
    mutating func text() -> String {
        let target = xml.depth
        buffer.removeAll(keepingCapacity: true)
        reading: while true {
            switch xml.next() {
            case .text: if hasRoom(buffer.count) { xml.appendText(to: &buffer) }
            case .end: if xml.depth < target { break reading }
            case .start: continue
            case .finished: break reading
            }
        }
        return Self.string(buffer[...])
    }

    /// Reads what the current element holds, to its end: character data as it is, or, when there are elements inside,
    /// all of it as HTML.
    mutating func content() -> (bytes: [UInt8], hasElements: Bool) {
        let target = xml.depth
        var result: [UInt8] = []
        var hasElements = false
        while true {
            switch xml.next() {
            case .text:
                guard hasRoom(result.count) else { continue }
                if hasElements {
                    buffer.removeAll(keepingCapacity: true)
                    xml.appendText(to: &buffer)
                    result.appendEscapedHTML(buffer)
                } else {
                    if result.isEmpty { result.reserveCapacity(xml.textLength) }
                    xml.appendText(to: &result)
                }
            case .start:
                if !hasElements {
                    hasElements = true
                    let text = result
                    result.removeAll(keepingCapacity: true)
                    result.reserveCapacity(4096)
                    result.appendEscapedHTML(text)
                }
                appendStartTag(to: &result)
            case .end:
                if xml.depth < target { return (result, hasElements) }
                result.append(UInt8(ascii: "<"))
                result.append(UInt8(ascii: "/"))
                xml.appendLocalName(of: xml.element, to: &result)
                result.append(UInt8(ascii: ">"))
            case .finished: return (result, hasElements)
            }
        }
    }

    /// Whether the current text still fits beside what was gathered.
    mutating func hasRoom(_ count: Int) -> Bool {
        guard count + xml.textLength > Self.textLimit else { return true }
        xml.noteLimit("a text longer than \(Self.textLimit / 1_000_000) MB is not read")
        return false
    }

    /// Writes the current start tag as HTML, with the URLs that an `xml:base` inside the content means.
    private func appendStartTag(to result: inout [UInt8]) {
        result.append(UInt8(ascii: "<"))
        xml.appendLocalName(of: xml.element, to: &result)
        for attribute in xml.attributes {
            let name = xml.name(attribute.name)
            result.append(0x20)
            if name.namespace.isEmpty {
                result += name.qualified.utf8
            } else {
                xml.appendLocalName(of: attribute.name, to: &result)
            }
            result.append(UInt8(ascii: "="))
            result.append(UInt8(ascii: "\""))
            let value = xml.utf8(of: attribute)
            if let base = xml.base, Self.resolvedHere.contains(name.local) {
                let resolved = URLReference(value).resolved(against: base)
                if !value.isEmpty { result.appendEscapedHTML(resolved.bytes) }
            } else {
                result.appendEscapedHTML(value)
            }
            result.append(UInt8(ascii: "\""))
        }
        result.append(UInt8(ascii: ">"))
    }

    /// The attributes that an `xml:base` inside the content counts for.
    private static let resolvedHere: Set<String> = ["href", "src", "cite", "longdesc", "poster", "background"]

    /// Makes text of UTF-8 without white space at its ends.
    static func string(_ bytes: ArraySlice<UInt8>) -> String {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    /// Makes a reference absolute by the base in scope; as written without one.
    func resolved(_ reference: String) -> String {
        let reference = reference.trimmed
        guard !reference.isEmpty else { return "" }
        let url = URLReference(reference)
        return (xml.base.map(url.resolved(against:)) ?? url).description
    }
}
