/// Writes a page anew without what no article needs, so that libxml2 has less to read and nothing that costs it dear.
///
/// Left out are comments, scripts, styles, drawings, menus of forms, what stands in for scripts, all attributes but the
/// known, and what the page leaves unfinished at its end, as browsers do (WHATWG HTML section 13.2.5). Every other tag is
/// written in one form, so that it is found again where libxml2 reports it. Each byte is looked at a fixed number of times.
struct HTMLPruning {
    /// What is kept.
    enum Purpose {
        /// The text of the page and what says where in it the article is.
        case article
        /// Every element and attribute but scripts and styles: an expression may ask for any.
        case links
    }

    /// libxml2 compares each attribute of a tag with all before it.
    private static let attributeLimit = 256
    /// The most tags of elements outside the standard: libxml2 keeps every name, and finds one the later the more it has.
    private static let strangerLimit = 10_000
    /// The most elements and attributes of a page that is read for its links: libxml2 makes a node of each.
    static let nodeLimit = 200_000

    /// The page pruned.
    private(set) var output: [UInt8] = []
    /// The contents of `application/ld+json` scripts.
    private(set) var linkedData: [[UInt8]] = []
    private let input: [UInt8]
    private let purpose: Purpose
    private var nodes = 0
    private var strangers = 0
    private var hasRoot = false
    private var hasBody = false
    private var isPreformatted = false
    /// The elements without an end tag in the rest of the page, so that it is looked for once.
    private var unclosed: Set<HTMLTag> = []
    /// Whether a drawing's tags were found not to match, so that they are counted once.
    private var hasUnmatchedDrawings = false
    private let tags = HTMLTagRule.table
    private let attributes = HTMLAttributeName.byName

    /// Prunes a page.
    ///
    /// - Parameters:
    ///   - page: UTF-8. NUL bytes become U+FFFD.
    ///   - purpose: what is kept.
    init(_ page: [UInt8], for purpose: Purpose) {
        input =
            ByteScan.next(0, in: page, from: 0) < page.count
            ? page.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } : page
        self.purpose = purpose
        output.reserveCapacity(input.count / 2)
        var place = 0
        while place < input.count, purpose == .article || nodes < Self.nodeLimit {
            let open = ByteScan.next(0x3C, in: input, from: place)
            write((isPreformatted ? place : writeIndentation(place..<open))..<open)
            guard open < input.count else { break }
            place = readMarkup(at: open)
        }
    }

    // MARK: Markup

    /// Reads what begins with `<`, and returns the place after it.
    private mutating func readMarkup(at open: Int) -> Int {
        guard open + 1 < input.count else {
            output += "&lt;".utf8
            return input.count
        }
        let next = input[open + 1]
        if HTMLTagScan.isLetter(next) { return readStartTag(at: open) }
        if next == 0x2F {
            guard open + 2 < input.count else { return input.count }
            if HTMLTagScan.isLetter(input[open + 2]) { return readEndTag(at: open) }
        } else if next == 0x21 {
            if HTMLTagScan.opensComment(input, at: open) {
                return HTMLTagScan.commentEnd(input, from: open + 4) ?? input.count
            }
        } else if next != 0x3F {
            output += "&lt;".utf8
            return open + 1
        }
        return end(from: open + 1)
    }

    private mutating func readEndTag(at open: Int) -> Int {
        let name = HTMLTagScan.name(input, from: open + 2)
        let close = ByteScan.next(0x3E, in: input, from: name.upperBound)
        guard close < input.count else { return input.count }
        let rule = rule(name)
        if rule?.tag == .pre { isPreformatted = false }
        guard admits(rule) else { return close + 1 }
        output.append(open..<name.upperBound, of: input)
        output.append(0x3E)
        return close + 1
    }

    private mutating func readStartTag(at open: Int) -> Int {
        let name = HTMLTagScan.name(input, from: open + 1)
        let rule = rule(name)
        let mark = output.count
        // Without it libxml2 takes a head for misplaced.
        if !hasRoot, rule?.tag != .html { output += "<html>".utf8 }
        output.append(open..<name.upperBound, of: input)
        guard let end = readAttributes(from: name.upperBound) else {
            output.removeLast(output.count - mark)
            return input.count
        }
        output.append(0x3E)
        nodes += 1
        let isDropped = rule.map(drops) ?? false
        // A second body counts for nothing, and libxml2 would look for the first among all that is open.
        let isSecondBody = rule?.tag == .body && hasBody
        if rule?.tag == .body { hasBody = true }
        if rule?.tag == .pre { isPreformatted = true }
        if isDropped || isSecondBody || !admits(rule) {
            output.removeLast(output.count - mark)
        } else {
            hasRoot = true
        }
        guard let rule else { return end }
        if isDropped { return skip(rule.tag, open..<end) }
        return rule.traits.contains(.isText) ? readText(of: rule.tag, from: end) : end
    }

    /// Whether an element is left out with its content.
    private func drops(_ rule: HTMLTagRule) -> Bool {
        purpose == .links ? rule.tag == .script || rule.tag == .style : rule.traits.contains(.isDropped)
    }

    private func rule(_ name: Range<Int>) -> HTMLTagRule? {
        input.withUnsafeBufferPointer { tags.value(of: UnsafeBufferPointer(rebasing: $0[name])) }
    }

    /// Whether a tag is written: one of the standard, or of not too many others.
    private mutating func admits(_ rule: HTMLTagRule?) -> Bool {
        if rule == nil { strangers += 1 }
        return rule != nil || strangers <= Self.strangerLimit
    }

    /// The content of `title`, `textarea` and `iframe` has no tags.
    private mutating func readText(of tag: HTMLTag, from start: Int) -> Int {
        guard let close = endTag(of: tag, from: start) else { return start }
        if tag != .iframe { write(start..<close) }
        return close
    }

    /// Leaves an element out; one without an end tag is as if the tag alone were not there, but for scripts and styles.
    private mutating func skip(_ tag: HTMLTag, _ range: Range<Int>) -> Int {
        if tag == .svg, input[range.upperBound - 2] == 0x2F { return range.upperBound }
        let whole = tag == .svg ? endOfDrawing(from: range.upperBound) : nil
        guard let close = whole ?? endTag(of: tag, from: range.upperBound) else {
            return tag == .script || tag == .style ? input.count : range.upperBound
        }
        if tag == .script,
            range.contains(where: { input[$0] | 0x20 == 0x6C && HTMLTagScan.has("ld+json", input, at: $0) })
        {
            linkedData.append(Array(input[range.upperBound..<close]))
        }
        return end(from: close)
    }

    /// The place after the next `>`.
    private func end(from start: Int) -> Int { min(ByteScan.next(0x3E, in: input, from: start) + 1, input.count) }

    // MARK: Attributes

    /// Reads a tag's attributes up to its `>`, and returns the place after it; nil where the page ends before.
    private mutating func readAttributes(from start: Int) -> Int? {
        var place = start
        var count = 0
        while place < input.count {
            let byte = input[place]
            if byte == 0x3E { return place + 1 }
            if byte <= 0x20 || byte == 0x2F {
                place += 1
                continue
            }
            let (name, value, end) = HTMLTagScan.attribute(input, at: place)
            place = end
            guard count < Self.attributeLimit, isKept(name) else { continue }
            count += 1
            nodes += 1
            write(name, value)
        }
        return nil
    }

    private func isKept(_ name: Range<Int>) -> Bool {
        switch purpose {
        case .article:
            input.withUnsafeBufferPointer { attributes.value(of: UnsafeBufferPointer(rebasing: $0[name])) } != nil
        case .links: HTMLTagScan.isPlainName(input, name)
        }
    }

    private mutating func write(_ name: Range<Int>, _ value: Range<Int>) {
        output.append(0x20)
        output.append(name, of: input)
        output += "=\"".utf8
        if input[value].contains(0x26) {
            output.appendEscapedHTML(HTMLReference.decoded(input, value))
        } else {
            output.appendEscapedHTML(input[value])
        }
        output.append(0x22)
    }

    // MARK: Text

    /// Writes characters: references as what they mean, for libxml2 knows those of HTML 4 alone, and controls, which it
    /// would drop, as blanks.
    private mutating func write(_ range: Range<Int>) {
        var start = range.lowerBound
        while true {
            let place = special(from: start, to: range.upperBound)
            output.append(start..<place, of: input)
            guard place < range.upperBound else { return }
            start = place + 1
            switch input[place] {
            case 0x3C: output += "&lt;".utf8
            case 0x26:
                if let (code, next) = HTMLReference.read(input, at: place, to: range.upperBound, isAttribute: false) {
                    output.appendEscapedHTML(code)
                    start = next
                } else {
                    output += "&amp;".utf8
                }
            default: output.append(0x20)
            }
        }
    }

    /// Writes the white space that text begins with, of a run of blanks one, for pages are full of indentation.
    ///
    /// - Returns: where the rest begins.
    private mutating func writeIndentation(_ range: Range<Int>) -> Int {
        var place = range.lowerBound
        while place < range.upperBound, input[place] == 0x20 || (0x09...0x0D).contains(input[place]) {
            let isBreak = input[place] == 0x0A
            if isBreak || place == range.lowerBound || input[place - 1] == 0x0A { output.append(isBreak ? 0x0A : 0x20) }
            place += 1
        }
        return place
    }

    /// The next `&`, `<` or control other than white space.
    private func special(from start: Int, to end: Int) -> Int {
        input.withUnsafeBufferPointer { bytes in
            ByteScan.first(bytes, from: start, to: end) {
                let blanks = ByteScan.equal($0, 0x09) | ByteScan.equal($0, 0x0A) | ByteScan.equal($0, 0x0D)
                return ByteScan.equal($0, 0x26) | ByteScan.equal($0, 0x3C) | (ByteScan.below($0, 0x20) & ~blanks)
            } byte: {
                $0 == 0x26 || $0 == 0x3C || ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D)
            }
        }
    }

    // MARK: Finding

    /// The place of an element's end tag, looked for in the rest of the page at most once in vain.
    private mutating func endTag(of tag: HTMLTag, from start: Int) -> Int? {
        guard !unclosed.contains(tag) else { return nil }
        if let place = HTMLTagScan.endTag(named: tag.rawValue, in: input, from: start) { return place }
        unclosed.insert(tag)
        return nil
    }

    /// The place of a drawing's end tag where it holds others; nil where their tags do not match.
    private mutating func endOfDrawing(from start: Int) -> Int? {
        guard !hasUnmatchedDrawings else { return nil }
        var depth = 1
        var place = ByteScan.next(0x3C, in: input, from: start)
        while place < input.count {
            if HTMLTagScan.has("/svg", input, at: place + 1) {
                depth -= 1
                if depth == 0 { return place }
            } else if HTMLTagScan.has("svg", input, at: place + 1), place + 4 < input.count,
                HTMLTagScan.endsName(input[place + 4])
            {
                let end = ByteScan.next(0x3E, in: input, from: place)
                guard end < input.count else { break }
                if input[end - 1] != 0x2F { depth += 1 }
            }
            place = ByteScan.next(0x3C, in: input, from: place + 1)
        }
        hasUnmatchedDrawings = true
        return nil
    }
}
