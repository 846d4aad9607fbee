internal import CLibXML2

/// The names of one document, each kept once, found by the pointers that libxml2 has for their parts.
struct XMLNameTable {
    /// A local name, a prefix and a namespace: libxml2 keeps each spelling once as long as it reads.
    struct Key: Equatable {
        var local: UnsafePointer<xmlChar>?
        var prefix: UnsafePointer<xmlChar>?
        var uri: UnsafePointer<xmlChar>?
    }

    /// More names than any vocabulary has.
    static let limit = 4096
    static let lengthLimit = 256

    private(set) var names = [XMLName()]
    private var keys = [Key()]
    /// Open addressing: the index of a name, 0 for a free place.
    private var slots = [UInt16](repeating: 0, count: 2 * Self.limit)
    private let wellKnown: [String: String]

    init(wellKnown: [String: String]) {
        self.wellKnown = wellKnown
    }

    /// Returns the index of a name; nil when there are too many, or it is too long.
    mutating func id(of key: Key) -> Int? {
        var slot = Self.slot(key)
        while slots[slot] != 0 {
            let id = Int(slots[slot])
            if keys[id] == key { return id }
            slot = (slot + 1) % slots.count
        }
        guard names.count < Self.limit, let name = name(key) else { return nil }
        slots[slot] = UInt16(names.count)
        keys.append(key)
        names.append(name)
        return names.count - 1
    }

    private static func slot(_ key: Key) -> Int {
        let hash = UInt(bitPattern: key.local) &* 31 &+ UInt(bitPattern: key.prefix) &* 17 &+ UInt(bitPattern: key.uri)
        return Int((hash &* 0x9E37_79B9_7F4A_7C15) >> 51)
    }

    private func name(_ key: Key) -> XMLName? {
        let (local, prefix) = (Self.string(key.local), Self.string(key.prefix))
        guard local.utf8.count + prefix.utf8.count <= Self.lengthLimit else { return nil }
        // Namespaces are compared by characters; a blank at the end is a slip (feeds in the wild).
        if key.uri != nil {
            return XMLName(prefix: prefix, local: local, namespace: Self.string(key.uri).trimmedASCII)
        }
        if prefix.isEmpty { return XMLName(local: local) }
        return XMLName(prefix: prefix, local: local, namespace: wellKnown[prefix] ?? "", isUndeclared: true)
    }

    static func string(_ pointer: UnsafePointer<xmlChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}
