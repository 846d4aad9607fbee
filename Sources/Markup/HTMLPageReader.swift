internal import Glibc

/// Reads a page's tags and text in one pass (WHATWG HTML section 13.2.5) and hands them to an ``HTMLTreeBuilder``.
///
/// What the page leaves unfinished at its end is dropped, as browsers do. Each byte is looked at a fixed number of times.
struct HTMLPageReader {
    private(set) var builder: HTMLTreeBuilder
    /// The contents of `application/ld+json` scripts.
    private(set) var linkedData: [[UInt8]] = []
    private let input: [UInt8]
    /// The elements without an end tag in the rest of the page, so that it is looked for once.
    private var unclosed: Set<HTMLTag> = []
    /// Whether a drawing's tags were found not to match, so that they are counted once.
    private var hasUnmatchedDrawings = false
    private let tags = HTMLTagRule.table
    private let names = HTMLAttributeName.byName

    init(_ page: [UInt8]) {
        builder = HTMLTreeBuilder(reserving: page.count)
        input = page.contains(0) ? page.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } : page
    }

    mutating func read() {
        var place = 0
        while place < input.count, !builder.isTruncated {
            let open = find(0x3C, from: place) ?? input.count
            if open > place { addText(place..<open) }
            guard open < input.count else { break }
            place = readMarkup(at: open)
        }
        builder.closeAll()
    }

    // MARK: Markup

    /// Reads what begins with `<`, and returns the place after it.
    private mutating func readMarkup(at open: Int) -> Int {
        guard open + 1 < input.count else {
            addText(open..<input.count)
            return input.count
        }
        let next = input[open + 1]
        if (next | 0x20) &- 97 < 26 { return readStartTag(at: open) }
        if next == 0x2F {
            guard open + 2 < input.count else { return input.count }
            if (input[open + 2] | 0x20) &- 97 < 26 { return readEndTag(at: open) }
        } else if next == 0x21 {
            if has("!--", at: open + 1) { return commentEnd(from: open + 4) ?? input.count }
        } else if next != 0x3F {
            let end = find(0x3C, from: open + 1) ?? input.count
            addText(open..<end)
            return end
        }
        return (find(0x3E, from: open + 1) ?? input.count) + 1
    }

    private mutating func readEndTag(at open: Int) -> Int {
        let nameEnd = self.nameEnd(from: open + 2)
        guard let end = find(0x3E, from: nameEnd) else { return input.count }
        let (rule, name) = self.rule((open + 2)..<nameEnd)
        builder.close(rule, name: name)
        return end + 1
    }

    private mutating func readStartTag(at open: Int) -> Int {
        let nameEnd = self.nameEnd(from: open + 1)
        let (rule, name) = self.rule((open + 1)..<nameEnd)
        let first = builder.attributes.count
        let firstByte = builder.bytes.count
        guard let end = readAttributes(from: nameEnd) else { return input.count }
        if rule.traits.contains(.isDropped) {
            builder.attributes.removeLast(builder.attributes.count - first)
            builder.bytes.removeLast(builder.bytes.count - firstByte)
            return skip(rule.tag, open..<end)
        }
        builder.open(rule, name: name, attributes: first)
        guard rule.traits.contains(.isText), !builder.isTruncated else { return end }
        return readTextElement(rule, from: end)
    }

    /// The content of `title`, `textarea` and `iframe` has no tags.
    private mutating func readTextElement(_ rule: HTMLTagRule, from start: Int) -> Int {
        guard let close = endTag(of: rule.tag, from: start) else { return start }
        if close > start, rule.tag != .iframe { addText(start..<close) }
        builder.close(rule)
        return (find(0x3E, from: close) ?? input.count) + 1
    }

    /// Leaves an element out; one without an end tag is as if the tag alone were not there, but for scripts and styles.
    private mutating func skip(_ tag: HTMLTag, _ range: Range<Int>) -> Int {
        if tag == .svg, input[range.upperBound - 2] == 0x2F { return range.upperBound }
        let whole = tag == .svg ? endOfDrawing(from: range.upperBound) : nil
        guard let close = whole ?? endTag(of: tag, from: range.upperBound) else {
            return tag == .script || tag == .style ? input.count : range.upperBound
        }
        if tag == .script, range.contains(where: { input[$0] | 0x20 == 0x6C && has("ld+json", at: $0) }) {
            linkedData.append(Array(input[range.upperBound..<close]))
        }
        return (find(0x3E, from: close) ?? input.count) + 1
    }

    private func rule(_ range: Range<Int>) -> (HTMLTagRule, UInt32) {
        if let rule = input.withUnsafeBufferPointer({ tags.value(of: UnsafeBufferPointer(rebasing: $0[range])) }) {
            return (rule, 0)
        }
        let name = input[range].reduce(UInt32(5381)) { $0 &* 33 ^ UInt32($1 &- 65 < 26 ? $1 | 0x20 : $1) }
        return (.other, name)
    }

    // MARK: Attributes

    /// Reads a tag's attributes up to its `>`, and returns the place after it; nil where the page ends before.
    private mutating func readAttributes(from start: Int) -> Int? {
        var place = start
        while place < input.count {
            let byte = input[place]
            if byte == 0x3E { return place + 1 }
            if byte <= 0x20 || byte == 0x2F {
                place += 1
                continue
            }
            let first = place
            place += 1
            while place < input.count, !Self.endsName(input[place]) { place += 1 }
            let name = first..<place
            var value = place..<place
            var next = place
            while next < input.count, input[next] <= 0x20 { next += 1 }
            if next < input.count, input[next] == 0x3D {
                next += 1
                while next < input.count, input[next] <= 0x20 { next += 1 }
                guard next < input.count else { return nil }
                if input[next] == 0x22 || input[next] == 0x27 {
                    guard let end = find(input[next], from: next + 1) else { return nil }
                    value = (next + 1)..<end
                    place = end + 1
                } else {
                    var end = next
                    while end < input.count, input[end] > 0x20, input[end] != 0x3E { end += 1 }
                    value = next..<end
                    place = end
                }
            }
            addAttribute(name, value)
        }
        return nil
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x3D || byte == 0x3E || byte == 0x2F
    }

    private mutating func addAttribute(_ name: Range<Int>, _ value: Range<Int>) {
        let known = input.withUnsafeBufferPointer { names.value(of: UnsafeBufferPointer(rebasing: $0[name])) }
        guard let known else { return }
        let first = Int32(builder.bytes.count)
        if find(0x26, in: value) == nil {
            builder.bytes.append(value, of: input)
        } else {
            builder.bytes += HTMLReference.decoded(input, value)
        }
        builder.attributes.append(HTMLDocument.Attribute(name: known, first: first, last: Int32(builder.bytes.count)))
    }

    // MARK: Text

    private mutating func addText(_ range: Range<Int>) {
        let first = builder.bytes.count
        var place = range.lowerBound
        while let ampersand = find(0x26, in: place..<range.upperBound) {
            builder.bytes.append(place..<ampersand, of: input)
            place = ampersand
            if let (code, next) = HTMLReference.read(input, at: ampersand, to: range.upperBound, isAttribute: false) {
                builder.bytes.appendUTF8(code)
                place = next
            } else {
                builder.bytes.append(0x26)
                place += 1
            }
        }
        builder.bytes.append(place..<range.upperBound, of: input)
        builder.addText(from: first, isBlank: range.allSatisfy { input[$0] <= 0x20 })
    }

    // MARK: Finding

    private func nameEnd(from start: Int) -> Int {
        var place = start
        while place < input.count, input[place] > 0x20, input[place] != 0x2F, input[place] != 0x3E { place += 1 }
        return place
    }

    /// The place of an element's end tag, looked for in the rest of the page at most once in vain.
    private mutating func endTag(of tag: HTMLTag, from start: Int) -> Int? {
        guard !unclosed.contains(tag) else { return nil }
        var place = start
        while let open = find(0x3C, from: place) {
            if open + 1 < input.count, input[open + 1] == 0x2F, has(tag.rawValue, at: open + 2) {
                let end = open + 2 + tag.rawValue.utf8.count
                if end == input.count || Self.endsName(input[end]) { return open }
            }
            place = open + 1
        }
        unclosed.insert(tag)
        return nil
    }

    /// The place of a drawing's end tag where it holds others; nil where their tags do not match.
    private mutating func endOfDrawing(from start: Int) -> Int? {
        guard !hasUnmatchedDrawings else { return nil }
        var depth = 1
        var place = start
        while let open = find(0x3C, from: place) {
            place = open + 1
            if has("/svg", at: place) {
                depth -= 1
                if depth == 0 { return open }
            } else if has("svg", at: place), place + 3 < input.count, Self.endsName(input[place + 3]) {
                guard let end = find(0x3E, from: place) else { break }
                if input[end - 1] != 0x2F { depth += 1 }
            }
        }
        hasUnmatchedDrawings = true
        return nil
    }

    /// `-->` and `--!>` end a comment, `<!-->` and `<!--->` are whole ones (sections 13.2.5.43 to 13.2.5.51).
    private func commentEnd(from start: Int) -> Int? {
        if start < input.count, input[start] == 0x3E { return start + 1 }
        if start + 1 < input.count, input[start] == 0x2D, input[start + 1] == 0x3E { return start + 2 }
        var place = start
        while let close = find(0x3E, from: place) {
            if close >= start + 2, input[close - 1] == 0x2D, input[close - 2] == 0x2D { return close + 1 }
            if close >= start + 3, input[close - 1] == 0x21, input[close - 2] == 0x2D, input[close - 3] == 0x2D {
                return close + 1
            }
            place = close + 1
        }
        return nil
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? { find(byte, in: start..<max(start, input.count)) }

    private func find(_ byte: UInt8, in range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.upperBound <= input.count else { return nil }
        return input.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress,
                let found = memchr(base + range.lowerBound, Int32(byte), range.count)
            else { return nil }
            return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
        }
    }

    /// Whether lower-case ASCII text stands at a place, whatever its case in the page.
    private func has(_ text: String, at start: Int) -> Bool {
        guard start + text.utf8.count <= input.count else { return false }
        var place = start
        for byte in text.utf8 {
            let given = input[place]
            if (given &- 65 < 26 ? given | 0x20 : given) != byte { return false }
            place += 1
        }
        return true
    }
}
