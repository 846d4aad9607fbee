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
        while index < input.count {
            guard input[index] == UInt8(ascii: "<"), index + 1 < input.count else {
                index += 1
                continue
            }
            let second = input[index + 1]
            if (0x61...0x7A).contains(second | 0x20) { return readTag() }
            if input[index...].starts(with: "<!--".utf8) {
                index =
                    input.withUnsafeBufferPointer { XMLScan.find("-->", in: $0, from: index + 4) }.map { $0 + 3 }
                    ?? input.count
            } else if second == UInt8(ascii: "/") || second == UInt8(ascii: "!") || second == UInt8(ascii: "?") {
                while index < input.count, input[index] != UInt8(ascii: ">") { index += 1 }
            } else {
                index += 1
            }
        }
        return nil
    }

    private mutating func readTag() -> Tag {
        var place = index + 1
        while place < input.count, input[place] > 0x20, input[place] != UInt8(ascii: "/"),
            input[place] != UInt8(ascii: ">")
        { place += 1 }
        let name = String(decoding: input[(index + 1)..<place], as: UTF8.self).lowercased()
        var attributes: [String: String] = [:]
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
            index = HTMLTagScan.endTag(named: Array(name.utf8), in: input, from: index)
        }
        return Tag(name: name, attributes: attributes)
    }
}
