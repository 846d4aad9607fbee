/// An HTML page written anew with few attributes a tag, few nodes, and no scripts and comments.
///
/// libxml2 compares each attribute of a tag with all before it, and makes a node of each: a page made to be slow or large
/// is not, once written like this. What is beyond the limits is left out.
struct BoundedPage {
    /// The most elements and attributes.
    static let nodeLimit = 200_000
    private static let attributeLimit = 32

    private(set) var bytes: [UInt8] = []
    private var nodes = 0

    init(_ page: [UInt8]) {
        bytes.reserveCapacity(page.count)
        var place = 0
        while place < page.count, nodes < Self.nodeLimit {
            let open = page[place...].firstIndex(of: UInt8(ascii: "<")) ?? page.count
            bytes += page[place..<open]
            guard open + 1 < page.count else { return }
            place = markup(page, open)
        }
    }

    /// Writes what a `<` begins, and returns the place after it.
    private mutating func markup(_ page: [UInt8], _ open: Int) -> Int {
        let next = page[open + 1]
        if Self.isLetter(next) { return tag(page, open) }
        if next == UInt8(ascii: "/"), open + 2 < page.count, Self.isLetter(page[open + 2]) {
            let name = Self.name(page, open + 2)
            if Self.isPlain(page[name]) { bytes += "</".utf8 + page[name] + ">".utf8 }
            return Self.end(page, name.upperBound)
        }
        if page[open...].starts(with: "<!--".utf8) {
            return page.withUnsafeBufferPointer { XMLScan.find("-->", in: $0, from: open + 4) }.map { $0 + 3 }
                ?? page.count
        }
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") {
            return Self.end(page, open + 1)
        }
        bytes += "&lt;".utf8
        return open + 1
    }

    private mutating func tag(_ page: [UInt8], _ open: Int) -> Int {
        let name = Self.name(page, open + 1)
        let isWritten = Self.isPlain(page[name])
        if isWritten { bytes += "<".utf8 + page[name] }
        nodes += 1
        var place = name.upperBound
        var count = 0
        while place < page.count, page[place] != UInt8(ascii: ">") {
            if page[place] <= 0x20 || page[place] == UInt8(ascii: "/") {
                place += 1
                continue
            }
            let attribute = HTMLTagScan.attribute(page, at: place)
            if isWritten, count < Self.attributeLimit, Self.isPlain(page[attribute.name]) {
                count += 1
                nodes += 1
                bytes += " ".utf8 + page[attribute.name] + "=\"".utf8
                bytes.appendEscapedHTML(HTMLReference.decoded(page, attribute.value))
                bytes.append(UInt8(ascii: "\""))
            }
            place = attribute.end
        }
        if isWritten { bytes.append(UInt8(ascii: ">")) }
        place = min(place + 1, page.count)
        let lowered = String(decoding: page[name], as: UTF8.self).lowercased()
        guard ["script", "style", "textarea", "template"].contains(lowered) else { return place }
        return HTMLTagScan.endTag(named: Array(lowered.utf8), in: page, from: place)
    }

    private static func name(_ page: [UInt8], _ start: Int) -> Range<Int> {
        var end = start
        while end < page.count, page[end] > 0x20, page[end] != UInt8(ascii: "/"), page[end] != UInt8(ascii: ">") {
            end += 1
        }
        return start..<end
    }

    private static func end(_ page: [UInt8], _ start: Int) -> Int {
        page[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? page.count
    }

    /// Whether a name has nothing in it that would have to be escaped.
    private static func isPlain(_ name: ArraySlice<UInt8>) -> Bool {
        !name.isEmpty && name.count < 100
            && name.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || ":-_.".utf8.contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
