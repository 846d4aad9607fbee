/// Writes a document anew as well-formed XML: read as leniently as browsers read HTML, each fault noted.
///
/// Comments, instructions and the document type declaration are left out. A reference that XML does not know, a bare
/// ampersand or a stray `<` becomes the characters that were meant, attributes get their quotes, and a start tag without its
/// end tag gets one.
struct XMLRepair {
    /// An element that is open.
    struct Open {
        let name: Range<Int>
        let hash: UInt64
    }

    let input: [UInt8]
    /// The document mended.
    var output: [UInt8] = []
    /// Where each tag of the output lies in the input; for one that is not there, the tag that showed that it lacks.
    var tags: [XMLEvents.Stretch] = []
    /// The first faults.
    private(set) var problems: [XMLReader.Problem] = []
    /// Whether the input ended before the root element did.
    private(set) var endsEarly = false
    /// The document type declaration's public identifier; empty without one.
    var publicIdentifier = ""

    var index = 0
    var open: [Open] = []
    var isFinished = false
    var hasDoctype = false
    /// General entities that the internal subset declares, with their characters when these are few and plain.
    var declaredEntities: [String: [UInt8]] = [:]
    /// How many bytes declared entities may still give.
    var expansionBudget = 65_536
    private var lines: LineCounter

    init(_ input: [UInt8]) {
        self.input = input
        lines = LineCounter(input)
        output.reserveCapacity(input.count + input.count / 16)
    }

    mutating func run() {
        while !isFinished, index < input.count {
            if input[index] == UInt8(ascii: "<") {
                readMarkup()
            } else if open.isEmpty {
                skipOutsideRoot()
            } else {
                let end = ByteScan.next(0x3C, in: input, from: index)
                write(index..<end, as: .text)
                index = end
            }
        }
        guard let last = open.last else { return }
        if !isFinished {
            endsEarly = true
            note("the document ends within <\(string(last.name))>")
        }
        close(to: 0, by: tags.last ?? XMLEvents.Stretch(0, 1))
    }

    // MARK: Markup

    /// Reads what a `<` starts.
    private mutating func readMarkup() {
        guard index + 1 < input.count else { return strayLessThan() }
        switch input[index + 1] {
        case UInt8(ascii: "/"): readEndTag()
        case UInt8(ascii: "!"): readDeclaration()
        case UInt8(ascii: "?"): skipInstruction()
        default: if XMLScan.startsName(input, at: index + 1) { readStartTag() } else { strayLessThan() }
        }
    }

    /// A `<` that starts nothing is a character.
    private mutating func strayLessThan() {
        note("a \"<\" that starts no tag")
        index += 1
        if !open.isEmpty { output += "&lt;".utf8 }
    }

    private mutating func readEndTag() {
        let start = index
        let name = XMLScan.name(input, from: start + 2)
        var end = name.upperBound
        while end < input.count, input[end] <= 0x20 { end += 1 }
        if end < input.count, input[end] == UInt8(ascii: ">") {
            index = end + 1
        } else {
            note("an end tag that does not end")
            while end < input.count, input[end] != UInt8(ascii: ">"), input[end] != UInt8(ascii: "<") { end += 1 }
            index = end < input.count && input[end] == UInt8(ascii: ">") ? end + 1 : end
        }
        guard let top = open.last else { return note("an end tag outside the root element", at: start) }
        // Elements that were left open end here with the one that the tag means; a tag that means none is passed over.
        let hash = XMLScan.hash(input, name)
        let match = open.lastIndex { $0.hash == hash && input[$0.name].elementsEqual(input[name]) }
        guard let match else { return note("</\(string(name))> ends nothing that is open", at: start) }
        if match < open.count - 1 {
            note("<\(string(top.name))> is not closed before </\(string(name))>", at: start)
        }
        close(to: match, by: XMLEvents.Stretch(start, index))
        if open.isEmpty { finish() }
    }

    /// Writes the end tags of the elements from a place in the stack on.
    mutating func close(to place: Int, by tag: XMLEvents.Stretch) {
        while open.count > place, let last = open.popLast() {
            output += "</".utf8
            output.append(last.name, of: input)
            output.append(UInt8(ascii: ">"))
            tags.append(tag)
        }
    }

    /// Ends the document with its root.
    mutating func finish() {
        if !isFinished { checkTail() }
        isFinished = true
    }

    // MARK: Problems

    func string(_ range: Range<Int>) -> String { String(decoding: input[range], as: UTF8.self) }

    mutating func note(_ message: String, at place: Int? = nil) {
        guard problems.count < XMLReader.problemLimit else { return }
        problems.append(XMLReader.Problem(.notWellFormed, message, line: lines.line(at: place ?? index)))
    }
}
