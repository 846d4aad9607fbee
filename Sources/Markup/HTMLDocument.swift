/// An HTML page as a compact tree: nodes in document order in one flat array, all text in one buffer.
///
/// A node is named by its position. The nodes inside node `n` are `n + 1 ..< end(of: n)`, so that a pass over the page
/// or a part of it is a loop, and no recursion can be driven too deep.
public struct HTMLDocument: Sendable {
    struct Node: Sendable {
        var tag: HTMLTag
        var parent: Int32
        /// The position after the node's last descendant.
        var end: Int32
        /// Where its text lies in `bytes`; for an element, where its attributes lie in `attributes`.
        var first: Int32
        var last: Int32
    }

    struct Attribute: Sendable {
        var name: HTMLAttributeName
        var first: Int32
        var last: Int32
    }

    var nodes: [Node] = []
    var attributes: [Attribute] = []
    var bytes: [UInt8] = []
    /// The contents of the page's `application/ld+json` scripts.
    public internal(set) var linkedData: [[UInt8]] = []
    /// Whether the page was nested so deeply, or had so many elements, that only its beginning was read.
    public internal(set) var isTruncated = false

    /// The number of nodes; node 0, if there is one, is the first element.
    public var count: Int { nodes.count }

    /// Returns what kind of node stands at a position.
    public func tag(of node: Int) -> HTMLTag { nodes[node].tag }

    /// Returns the position after a node's last descendant.
    public func end(of node: Int) -> Int { Int(nodes[node].end) }

    /// Returns a node's parent, or -1.
    public func parent(of node: Int) -> Int { Int(nodes[node].parent) }

    /// Returns where a text node's UTF-8 bytes lie in ``withBytes(_:)``'s buffer; empty for an element.
    public func textRange(of node: Int) -> Range<Int> {
        nodes[node].tag == .text ? Int(nodes[node].first)..<Int(nodes[node].last) : 0..<0
    }

    /// Returns a text node's UTF-8 bytes; empty for an element.
    public func text(of node: Int) -> ArraySlice<UInt8> { bytes[textRange(of: node)] }

    /// Gives access to the buffer that ``textRange(of:)`` and ``attributeRange(_:of:)`` point into.
    public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer(body)
    }

    /// Returns where an attribute's value lies, or nil when the element lacks the attribute.
    public func attributeRange(_ name: HTMLAttributeName, of node: Int) -> Range<Int>? {
        guard nodes[node].tag != .text else { return nil }
        for index in Int(nodes[node].first)..<Int(nodes[node].last) where attributes[index].name == name {
            return Int(attributes[index].first)..<Int(attributes[index].last)
        }
        return nil
    }

    /// Returns an attribute's value as bytes, or nil when the element lacks it.
    public func attribute(_ name: HTMLAttributeName, of node: Int) -> ArraySlice<UInt8>? {
        attributeRange(name, of: node).map { bytes[$0] }
    }

    /// Returns an attribute's value as a string, or nil when the element lacks it.
    public func string(_ name: HTMLAttributeName, of node: Int) -> String? {
        attribute(name, of: node).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Returns all text inside a node, with white space collapsed and trimmed.
    public func text(inside node: Int) -> String {
        var joined: [UInt8] = []
        for position in node..<end(of: node) {
            switch nodes[position].tag {
            case .text: joined += text(of: position)
            case .script, .style: break
            case let tag where !tag.isInline: joined.append(0x20)
            default: break
            }
        }
        return String(decoding: joined.collapsingWhiteSpace(), as: UTF8.self)
    }
}

extension Sequence<UInt8> {
    /// Returns the bytes with each run of ASCII white space as one space and none at the ends.
    public func collapsingWhiteSpace() -> [UInt8] {
        var result: [UInt8] = []
        var isPending = false
        for byte in self {
            if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
                isPending = !result.isEmpty
            } else {
                if isPending { result.append(0x20) }
                isPending = false
                result.append(byte)
            }
        }
        return result
    }
}
