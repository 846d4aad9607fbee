public import Notation

/// Makes a fragment of HTML safe to show, and its plain text.
///
/// The fragment is read as browsers read it (WHATWG HTML section 13.2.5), and written anew from ``FragmentRules``: only
/// allowed elements and attributes, values always quoted with `< > & "` as references, every tag closed. So nothing that
/// a browser might read in another way can come through. Relative URLs are resolved.
public struct HTMLSanitizer: Sendable {
    /// A fragment made safe.
    public struct Fragment: Sendable {
        /// The HTML, in UTF-8.
        public var html: [UInt8] = []
        /// The text without tags, in UTF-8: references decoded, a run of white space one blank, or one line feed where
        /// a paragraph, cell or line ends.
        public var text: [UInt8] = []
        /// Whether there was a tag, a comment or a reference.
        public var hasMarkup = false
    }

    /// Deeper elements lose their tags.
    static let depthLimit = 200

    let base: URLReference?
    private let elements = FragmentRules.elements
    private let attributeRules = FragmentRules.attributes

    /// Creates a sanitiser.
    ///
    /// - Parameter base: the URL that relative references are resolved against; nil leaves them as written, and so does
    ///   one whose own scheme a reader must not follow.
    public init(base: URLReference? = nil) {
        self.base = base.flatMap { FragmentRules.isFollowed($0.scheme) ? $0 : nil }
    }

    /// Makes a fragment safe.
    ///
    /// - Parameter html: the fragment in well-formed UTF-8.
    /// - Returns: the safe fragment and its text.
    public func sanitize(_ html: [UInt8]) -> Fragment {
        var writer = FragmentWriter(input: html, sanitizer: self)
        writer.run()
        return writer.output
    }

    func element(_ key: UInt64) -> FragmentRules.Element? { elements[key] }

    func attribute(_ key: UInt64) -> FragmentRules.Attribute? { attributeRules[key] }
}

/// One pass over a fragment.
struct FragmentWriter {
    let input: [UInt8]
    let sanitizer: HTMLSanitizer
    var output = HTMLSanitizer.Fragment()
    var index = 0
    var open: [FragmentRules.Element] = []
    /// Whether a comment was met that never ends.
    private var hasOpenComment = false
    /// Frames that have no end tag from here on.
    private var unended: [FragmentRules.Element] = []
    /// White space that the text owes before its next character.
    private var owesSpace = false
    private var owesBreak = false
    /// How many bytes the base may still add to URLs: a `srcset` of a million names must not become a gigabyte.
    var resolutionBudget: Int

    init(input: [UInt8], sanitizer: HTMLSanitizer) {
        self.input = input
        self.sanitizer = sanitizer
        resolutionBudget = (1 << 20) + input.count * 4
        output.html.reserveCapacity(input.count + input.count / 8 + 32)
        output.text.reserveCapacity(input.count)
    }

    mutating func run() {
        while index < input.count {
            if input[index] == UInt8(ascii: "<") { readMarkup() } else { index = writeText(index..<input.count) }
        }
        while let element = open.popLast() { writeEndTag(element) }
    }

    // MARK: Text

    /// Writes a stretch of text.
    ///
    /// - Parameters:
    ///   - range: where it lies.
    ///   - isRaw: whether tags and references mean nothing in it; else they are decoded and a tag ends it.
    /// - Returns: where it ended.
    @discardableResult
    mutating func writeText(_ range: Range<Int>, isRaw: Bool = false) -> Int {
        var start = range.lowerBound
        var place = start
        while true {
            place = FragmentScan.special(input, from: place, to: range.upperBound)
            guard place < range.upperBound else { break }
            let byte = input[place]
            writePlain(start..<place)
            if byte == UInt8(ascii: "<"), !isRaw { return place }
            if byte == UInt8(ascii: "&"), !isRaw,
                let (code, next) = HTMLReference.read(input, at: place, to: range.upperBound, isAttribute: false)
            {
                output.hasMarkup = true
                // A reference to a character of markup stays as it was written.
                if code == 0x26 || code == 0x3C || code == 0x3E, input[next - 1] == UInt8(ascii: ";") {
                    output.html.append(place..<next, of: input)
                    writeToText(code)
                } else {
                    writeCharacter(code)
                }
                place = next
            } else {  // NUL is dropped
                if byte != 0 { writeCharacter(UInt32(byte)) }
                place += 1
            }
            start = place
        }
        writePlain(start..<range.upperBound)
        return range.upperBound
    }

    private mutating func writePlain(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        output.html.append(range, of: input)
        var place = range.lowerBound
        while place < range.upperBound {
            let white = FragmentScan.white(input, from: place, to: range.upperBound)
            if white > place { owesSpace = true }
            guard white < range.upperBound else { return }
            place = FragmentScan.folded(input, from: white, to: range.upperBound)
            paySpace()
            output.text.append(white..<place, of: input)
        }
    }

    private mutating func paySpace() {
        guard owesSpace || owesBreak else { return }
        if !output.text.isEmpty { output.text.append(owesBreak ? 0x0A : 0x20) }
        (owesSpace, owesBreak) = (false, false)
    }

    private mutating func writeCharacter(_ code: UInt32) {
        output.html.appendEscapedHTML(code)
        writeToText(code)
    }

    private mutating func writeToText(_ code: UInt32) {
        if code <= 0x20 || code == 0xA0 {
            owesSpace = true
        } else {
            paySpace()
            output.text.appendUTF8(code)
        }
    }

    // MARK: Tags

    private mutating func readMarkup() {
        let next = index + 1 < input.count ? input[index + 1] : 0
        switch next {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): skipComment()
        case UInt8(ascii: "/"):
            let third = index + 2 < input.count ? input[index + 2] : 0
            if (0x61...0x7A).contains(third | 0x20) { readEndTag() } else { skipBogusComment() }
        case let byte where (0x61...0x7A).contains(byte | 0x20): readStartTag()
        default:
            writeCharacter(UInt32(input[index]))
            index += 1
        }
    }

    private mutating func skipComment() {
        output.hasMarkup = true
        guard HTMLTagScan.opensComment(input, at: index), !hasOpenComment else { return skipBogusComment() }
        guard let end = HTMLTagScan.commentEnd(input, from: index + 4) else {
            // A comment that never ends hides less when it ends with its first ">" than with everything.
            hasOpenComment = true
            return skipBogusComment()
        }
        index = end
    }

    private mutating func skipBogusComment() {
        output.hasMarkup = true
        index = min(ByteScan.next(0x3E, in: input, from: index) + 1, input.count)
    }

    /// Reads a tag's name; returns its key and where it ends.
    private func readName(at start: Int) -> (key: UInt64, end: Int) {
        let name = HTMLTagScan.name(input, from: start)
        return (FragmentNames<FragmentRules.Element>.key(input, name), name.upperBound)
    }

    private mutating func readEndTag() {
        output.hasMarkup = true
        let (key, end) = readName(at: index + 2)
        index = HTMLTagScan.end(of: input, from: end)
        guard let element = sanitizer.element(key) else { return }
        if element.isBlock { owesBreak = true }
        guard element.kind == .allowed else { return }
        guard let match = open.lastIndex(where: { $0 === element }) else { return }
        while open.count > match, let last = open.popLast() { writeEndTag(last) }
    }

    private mutating func readStartTag() {
        let start = index
        let (key, end) = readName(at: start + 1)
        output.hasMarkup = true
        guard let element = sanitizer.element(key) else {
            index = HTMLTagScan.end(of: input, from: end)
            return
        }
        if element.isBlock { owesBreak = true }
        switch element.kind {
        case .allowed, .void:
            closeImplied(by: element)
            let isKept = element.kind == .void || open.count < HTMLSanitizer.depthLimit
            let mark = output.html.count
            output.html.append(contentsOf: element.opening)
            let isWhole = writeAttributes(from: end)
            guard isKept, isWhole else {
                output.html.removeSubrange(mark...)
                return
            }
            if element.kind == .void {
                output.html.append(contentsOf: " />".utf8)
            } else {
                output.html.append(UInt8(ascii: ">"))
                open.append(element)
            }
        case .droppedTree:
            index = HTMLTagScan.end(of: input, from: end)
            if input[index - 1] == UInt8(ascii: ">"), input[index - 2] != UInt8(ascii: "/") { skipTree(key) }
        case .droppedRaw, .rawText:
            index = HTMLTagScan.end(of: input, from: end)
            // As XHTML is written into feeds: an empty element.
            if index >= 2, input[index - 1] == UInt8(ascii: ">"), input[index - 2] == UInt8(ascii: "/") { return }
            guard !unended.contains(where: { $0 === element }) else { return }
            let close = HTMLTagScan.endTag(named: element.name, in: input, from: index) ?? input.count
            // A frame that never ends hides less without its tag than with everything after it.
            if close == input.count, element.isFrame {
                unended.append(element)
                return
            }
            if element.kind == .rawText { writeText(index..<close, isRaw: true) }
            index = close
        }
    }

    /// Passes over an element whose content is markup that we do not keep.
    private mutating func skipTree(_ key: UInt64) {
        var depth = 1
        while index < input.count, depth > 0 {
            guard input[index] == UInt8(ascii: "<"), index + 1 < input.count else {
                index += 1
                continue
            }
            let second = input[index + 1]
            if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") {
                skipComment()
                continue
            }
            let isEnd = second == UInt8(ascii: "/")
            let (name, end) = readName(at: index + (isEnd ? 2 : 1))
            index = HTMLTagScan.end(of: input, from: end)
            if name == key {
                let isEmpty = index >= 2 && input[index - 2] == UInt8(ascii: "/")
                depth += isEnd ? -1 : isEmpty ? 0 : 1
            }
        }
    }

    private mutating func writeEndTag(_ element: FragmentRules.Element) {
        output.html.append(contentsOf: element.closing)
    }

    /// Closes what a start tag ends without saying so.
    private mutating func closeImplied(by element: FragmentRules.Element) {
        guard let last = open.last else { return }
        let isParagraph = last.isParagraph
        let closes: Bool
        switch element.closes {
        case .none: closes = false
        case .paragraph: closes = isParagraph
        case .item: closes = last.closes == .item || isParagraph
        case .term: closes = last.closes == .term || isParagraph
        case .cell: closes = last.closes == .cell || isParagraph
        case .row: closes = last.closes == .cell || last.closes == .row
        case .section: closes = last.closes == .cell || last.closes == .row || last.closes == .section
        case .option: closes = last.closes == .option && !last.isGroup
        }
        guard closes else { return }
        open.removeLast()
        writeEndTag(last)
        closeImplied(by: element)
    }
}
