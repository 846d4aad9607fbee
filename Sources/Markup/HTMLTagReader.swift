/// Reads the start tags of an HTML page in order, for those who need no tree: scripts, styles and comments passed over.
public struct HTMLTagReader {
    /// A start tag.
    public struct Tag: Sendable {
        /// The name in lower case.
        public let name: String
        /// The attributes by name in lower case, references decoded; of two alike the first.
        public let attributes: [String: String]
    }

    private let input: [UInt8]
    private var index = 0

    /// Creates a reader.
    ///
    /// - Parameter utf8: the page in well-formed UTF-8.
    public init(_ utf8: [UInt8]) {
        input = utf8
    }

    /// Returns the next start tag, or nil at the end.
    public mutating func next() -> Tag? {
        while true {
            index = ByteScan.next(0x3C, in: input, from: index)
            guard index + 1 < input.count else { return nil }
            if HTMLTagScan.isLetter(input[index + 1]) { return readTag() }
            if HTMLTagScan.opensComment(input, at: index) {
                index = HTMLTagScan.commentEnd(input, from: index + 4) ?? input.count
            } else {
                index += 1
            }
        }
    }

    private mutating func readTag() -> Tag {
        let written = HTMLTagScan.name(input, from: index + 1)
        let name = String(decoding: input[written], as: UTF8.self).lowercased()
        var attributes: [String: String] = [:]
        var place = written.upperBound
        while place < input.count, input[place] != UInt8(ascii: ">") {
            if input[place] <= 0x20 || input[place] == UInt8(ascii: "/") {
                place += 1
                continue
            }
            let scan = HTMLTagScan.attribute(input, at: place)
            let key = String(decoding: input[scan.name], as: UTF8.self).lowercased()
            if attributes[key] == nil, attributes.count < 64 {
                attributes[key] = String(decoding: HTMLReference.decoded(input, scan.value), as: UTF8.self)
            }
            place = scan.end
        }
        index = min(place + 1, input.count)
        if ["script", "style", "textarea", "template"].contains(name) {
            index = HTMLTagScan.endTag(named: name, in: input, from: index) ?? input.count
        }
        return Tag(name: name, attributes: attributes)
    }
}
