/// A name of an element or attribute.
public struct XMLName: Sendable {
    /// The name as written, with its prefix.
    public let qualified: String
    /// The prefix; "" without one.
    public let prefix: String
    /// The name without its prefix.
    public let local: String
    /// The namespace's URI; "" for none or unknown.
    public internal(set) var namespace = ""
    /// Whether the prefix is bound to nothing; ``namespace`` may be the well-known one all the same.
    public internal(set) var isUndeclared = false
    /// Whether it is `xmlns` or starts with `xmlns:`.
    let isDeclaration: Bool

    var hasPrefix: Bool { !prefix.isEmpty }
}

/// The names of one document, each kept once, and the namespaces that are in scope.
struct XMLNames: Sendable {
    static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
    /// More names than any vocabulary has; later ones are all taken for one unknown name.
    private static let limit = 4096
    private static let probeLimit = 32
    /// More namespaces than any document has in scope at once; each look-up may pass over all of them.
    private static let bindingLimit = 512

    private struct Binding {
        var prefix: String
        var uri: String
    }

    private var names: [XMLName]
    private var spellings: [[UInt8]]
    /// The spelling and where its local part begins, for each name.
    private var locals: [(spelling: Int, start: Int)] = [(0, 0)]
    /// Open addressing: 1 + the index of a name, 0 for a free place.
    private var slots = [Int32](repeating: 0, count: 16_384)
    private var bindings: [Binding] = []
    private let wellKnown: [String: String]
    /// For each spelling, the name that it means under the bindings of a generation.
    private var resolutions: [(generation: Int, name: Int)]
    private var generation = 0
    /// The resolved variants of a spelling: a name with another namespace.
    private var variants: [Int: [Int]] = [:]

    private(set) var declared: [(prefix: String, uri: String)] = []
    var reportedPrefixes: Set<String> = []

    init(wellKnown: [String: String]) {
        self.wellKnown = wellKnown
        names = [XMLName(qualified: "", prefix: "", local: "", isDeclaration: false)]
        spellings = [[]]
        resolutions = [(-1, 0)]
    }

    subscript(id: Int) -> XMLName { names[id] }

    var bindingCount: Int { bindings.count }

    /// Returns the index of a spelling.
    mutating func intern(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        hash ^= hash >> 29
        for probe in 0..<Self.probeLimit {
            let slot = (Int(truncatingIfNeeded: hash & 0x3FFF) + probe) & 0x3FFF
            let found = Int(slots[slot])
            if found == 0 {
                guard names.count < Self.limit, range.count <= 256 else { return 0 }
                slots[slot] = Int32(truncatingIfNeeded: names.count + 1)
                return add(Array(bytes[range]))
            }
            if Self.equal(spellings[found - 1], bytes, range) { return found - 1 }
        }
        return 0
    }

    private static func equal(_ spelling: [UInt8], _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard spelling.count == range.count else { return false }
        var index = range.lowerBound
        for byte in spelling {
            if bytes[index] != byte { return false }
            index &+= 1
        }
        return true
    }

    private mutating func add(_ spelling: [UInt8]) -> Int {
        let qualified = String(decoding: spelling, as: UTF8.self)
        var (prefix, local) = ("", qualified)
        if let colon = spelling.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < spelling.count {
            prefix = String(decoding: spelling[..<colon], as: UTF8.self)
            local = String(decoding: spelling[(colon + 1)...], as: UTF8.self)
        }
        names.append(
            XMLName(
                qualified: qualified, prefix: prefix, local: local,
                isDeclaration: prefix == "xmlns" || qualified == "xmlns"))
        spellings.append(spelling)
        locals.append((spellings.count - 1, prefix.isEmpty ? 0 : prefix.utf8.count + 1))
        resolutions.append((-1, 0))
        return names.count - 1
    }

    func appendLocal(_ id: Int, to buffer: inout [UInt8]) {
        let (spelling, start) = locals[id]
        buffer.append(start..<spellings[spelling].count, of: spellings[spelling])
    }

    // MARK: Namespaces

    /// Binds the prefix of a declaration to a URI.
    mutating func bind(_ declaration: Int, to uri: ArraySlice<UInt8>) {
        guard bindings.count < Self.bindingLimit else { return }
        let name = names[declaration]
        let prefix = name.hasPrefix ? name.local : ""
        // URIs are compared by characters; a blank at the end is a slip (feeds in the wild).
        let uri = String(decoding: uri, as: UTF8.self).trimmedASCII
        bindings.append(Binding(prefix: prefix, uri: uri))
        generation += 1
        if declared.count < 64, !declared.contains(where: { $0.prefix == prefix }) { declared.append((prefix, uri)) }
    }

    mutating func unbind(to count: Int) {
        guard bindings.count > count else { return }
        bindings.removeSubrange(count...)
        generation += 1
    }

    /// Returns the index of the name that a spelling means here.
    mutating func resolve(_ spelling: Int) -> Int {
        if resolutions[spelling].generation == generation { return resolutions[spelling].name }
        let (uri, isUndeclared) = lookUp(names[spelling].prefix)
        let name = variant(of: spelling, uri, isUndeclared)
        resolutions[spelling] = (generation, name)
        return name
    }

    private func lookUp(_ prefix: String) -> (uri: String, isUndeclared: Bool) {
        if let binding = bindings.last(where: { $0.prefix == prefix }) { return (binding.uri, false) }
        if prefix.isEmpty { return ("", false) }
        if prefix == "xml" { return (Self.xmlNamespace, false) }
        return (wellKnown[prefix] ?? "", true)
    }

    private mutating func variant(of spelling: Int, _ uri: String, _ isUndeclared: Bool) -> Int {
        if uri.isEmpty, !isUndeclared { return spelling }
        for id in variants[spelling, default: []]
        where names[id].namespace == uri && names[id].isUndeclared == isUndeclared {
            return id
        }
        guard names.count < Self.limit * 2 else { return spelling }
        var name = names[spelling]
        name.namespace = uri
        name.isUndeclared = isUndeclared
        names.append(name)
        spellings.append([])
        locals.append(locals[spelling])
        resolutions.append((-1, 0))
        variants[spelling, default: []].append(names.count - 1)
        return names.count - 1
    }
}
