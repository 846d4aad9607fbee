/// A name of an element or attribute.
public struct XMLName: Sendable {
    /// The name as written, with its prefix.
    public let qualified: String
    /// The prefix; "" without one.
    public let prefix: String
    /// The name without its prefix.
    public let local: String
    /// The namespace's URI; "" for none or unknown.
    public let namespace: String
    /// Whether the prefix is bound to nothing; ``namespace`` may be the well-known one all the same.
    public let isUndeclared: Bool

    init(prefix: String = "", local: String = "", namespace: String = "", isUndeclared: Bool = false) {
        qualified = prefix.isEmpty ? local : prefix + ":" + local
        self.prefix = prefix
        self.local = local
        self.namespace = namespace
        self.isUndeclared = isUndeclared
    }
}

/// An attribute of a start tag.
public struct XMLAttribute: Sendable {
    /// Its name, an index for ``XMLReader/name(_:)``.
    public let name: Int
    let value: XMLEvents.Stretch
}

extension String {
    /// The string without white space at its ends.
    var trimmedASCII: String {
        let utf8 = self.utf8
        guard let first = utf8.firstIndex(where: { $0 > 0x20 }), let last = utf8.lastIndex(where: { $0 > 0x20 }) else {
            return ""
        }
        return String(self[first...last])
    }
}
