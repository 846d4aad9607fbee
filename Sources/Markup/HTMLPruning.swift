internal import Glibc

/// A page's bytes without what no reader sees, made before parsing: it halves what libxml2 has to read.
///
/// Comments, `<style>`, `<svg>`, `<script>`, `<noscript>` and `<select>` go; `application/ld+json` scripts are set
/// aside; NUL becomes U+FFFD, since libxml2 2.9 drops everything after one.
struct HTMLPruning {
    private(set) var bytes: [UInt8] = []
    private(set) var linkedData: [[UInt8]] = []

    private static let dropped = ["script", "style", "svg", "select", "noscript"].map { name in
        (name: Array(name.utf8), close: Array("</\(name)".utf8))
    }

    init(_ page: [UInt8]) {
        bytes.reserveCapacity(page.count)
        page.withUnsafeBufferPointer { prune($0) }
    }

    private mutating func prune(_ page: UnsafeBufferPointer<UInt8>) {
        var kept = 0
        var index = 0
        // Each closing tag is looked for once past its last known absence, so that a page of openings stays linear.
        var missing = [Bool](repeating: false, count: Self.dropped.count + 1)
        while let open = Self.find(0x3C, in: page, from: index) {
            index = open + 1
            if Self.has(Array("!--".utf8), in: page, at: open + 1) {
                guard !missing[Self.dropped.count] else { continue }
                guard let end = Self.commentEnd(in: page, from: open + 4) else {
                    missing[Self.dropped.count] = true
                    continue
                }
                copy(page, kept..<open)
                kept = end
                index = end
                continue
            }
            guard index < page.count, (page[index] | 0x20) &- 97 < 26 else { continue }
            let initial = page[index] | 0x20
            guard initial == 0x73 || initial == 0x6E else {
                dropAttributes(ofTagAt: open, in: page, kept: &kept, index: &index)
                continue
            }
            for (which, element) in Self.dropped.enumerated()
            where !missing[which] && Self.isElement(element.name, in: page, at: open + 1) {
                guard let tagEnd = Self.tagEnd(in: page, from: open + 1 + element.name.count),
                    let close = Self.find(element.close, in: page, from: tagEnd),
                    let end = Self.find(0x3E, in: page, from: close)
                else {
                    missing[which] = true
                    break
                }
                if which == 0, Self.isLinkedData(page, open..<tagEnd) { linkedData.append(Array(page[tagEnd..<close])) }
                copy(page, kept..<open)
                kept = end + 1
                index = end + 1
                break
            }
        }
        copy(page, kept..<page.count)
    }

    private mutating func copy(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var start = range.lowerBound
        let part = UnsafeBufferPointer(rebasing: page[..<range.upperBound])
        while let zero = Self.find(0, in: part, from: start) {
            bytes.append(contentsOf: page[start..<zero])
            bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
            start = zero + 1
        }
        bytes.append(contentsOf: page[start..<range.upperBound])
    }

    /// Leaves out the attributes of a tag that nobody asks for: libxml2 reads them a character at a time.
    ///
    /// A tag that does not end properly is left as it is. What was read here is not looked at again, so that a page of
    /// unfinished tags stays linear.
    private mutating func dropAttributes(
        ofTagAt open: Int, in page: UnsafeBufferPointer<UInt8>, kept: inout Int, index: inout Int
    ) {
        let limit = min(page.count, open + 65_536)
        var position = open + 1
        while position < limit, page[position] > 0x20, page[position] != 0x3E, page[position] != 0x2F { position += 1 }
        defer { index = max(index, position) }
        while position < limit, page[position] != 0x3E {
            guard page[position] > 0x20, page[position] != 0x2F else {
                position += 1
                continue
            }
            let start = position
            while position < limit, page[position] > 0x20, page[position] != 0x3D, page[position] != 0x3E {
                position += 1
            }
            let name = start..<position
            guard position < limit, page[position] == 0x3D else { continue }
            position += 1
            guard position < limit else { return }
            let quote = page[position]
            guard quote == 0x22 || quote == 0x27 else {
                while position < limit, page[position] > 0x20, page[position] != 0x3E { position += 1 }
                continue
            }
            guard let end = Self.find(quote, in: page, from: position + 1), end < limit else { return }
            position = end + 1
            if Self.isDropped(name, in: page) {
                copy(page, kept..<start)
                kept = position
            }
        }
    }

    /// Whether an attribute is one that scripts and images need and no text does.
    private static func isDropped(_ name: Range<Int>, in page: UnsafeBufferPointer<UInt8>) -> Bool {
        switch page[name.lowerBound] | 0x20 {
        case 0x64:
            return has(Array("data-".utf8), in: page, at: name.lowerBound) && name.count != "data-testid".utf8.count
                && name.count != "data-component".utf8.count && name.count != "data-src".utf8.count
        case 0x73:
            return name.count >= 5
                && (has([0x73, 0x72, 0x63, 0x73], in: page, at: name.lowerBound)
                    || has([0x73, 0x69, 0x7A, 0x65], in: page, at: name.lowerBound))
        case 0x6F: return name.count > 4 && page[name.lowerBound + 1] | 0x20 == 0x6E
        default: return false
        }
    }

    private static func isElement(_ name: [UInt8], in page: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard has(name, in: page, at: index), index + name.count < page.count else { return false }
        let next = page[index + name.count]
        return next <= 0x20 || next == 0x3E || next == 0x2F
    }

    private static func isLinkedData(_ page: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>) -> Bool {
        guard let start = find(Array("ld+json".utf8), in: page, from: tag.lowerBound) else { return false }
        return start < tag.upperBound
    }

    /// The position after the `>` that ends a tag; quoted attribute values may hold one.
    ///
    /// A tag has at most 64 KB here.
    private static func tagEnd(in page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        var quote: UInt8 = 0
        let limit = min(page.count, start + 65_536)
        while index < limit {
            let byte = page[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x3E {
                return index + 1
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            }
            index += 1
        }
        return nil
    }

    /// HTML standard 13.2.5.43...: `-->` and `--!>` end a comment, `<!-->` and `<!--->` are whole ones.
    private static func commentEnd(in page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        if start < page.count, page[start] == 0x3E { return start + 1 }
        if start + 1 < page.count, page[start] == 0x2D, page[start + 1] == 0x3E { return start + 2 }
        var index = start
        while let close = find(0x3E, in: page, from: index) {
            if close >= start + 2, page[close - 1] == 0x2D, page[close - 2] == 0x2D { return close + 1 }
            if close >= start + 3, page[close - 1] == 0x21, page[close - 2] == 0x2D, page[close - 3] == 0x2D {
                return close + 1
            }
            index = close + 1
        }
        return nil
    }

    /// Finds lower-case ASCII text, whatever its case in the page.
    private static func find(_ text: [UInt8], in page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let first = text.first else { return nil }
        var index = start
        if first == 0x3C {
            while let open = find(first, in: page, from: index) {
                if has(text, in: page, at: open) { return open }
                index = open + 1
            }
            return nil
        }
        while index + text.count <= page.count, index < start + 512 {
            if has(text, in: page, at: index) { return index }
            index += 1
        }
        return nil
    }

    private static func find(_ byte: UInt8, in page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < page.count, let base = page.baseAddress,
            let found = memchr(base + start, Int32(byte), page.count - start)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }

    private static func has(_ text: [UInt8], in page: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + text.count <= page.count else { return false }
        for offset in 0..<text.count {
            let byte = page[index + offset]
            let lower = byte &- 65 < 26 ? byte | 0x20 : byte
            if lower != text[offset] { return false }
        }
        return true
    }
}
