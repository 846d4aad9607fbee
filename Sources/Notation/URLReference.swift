/// A URI reference (RFC 3986 section 4.1): an absolute URL, or one that means something only beside a base.
///
/// Any text is one: what the grammar forbids (spaces, letters outside ASCII) is kept as written. White space around
/// it, and tabs and line breaks inside, are dropped as browsers do (WHATWG URL, "basic URL parser").
public struct URLReference: Hashable, Sendable {
    /// The reference as it is written, in UTF-8.
    public let bytes: [UInt8]

    /// Where the scheme ends (before its colon); nil when there is none.
    let schemeEnd: Int?
    /// The authority, without its two slashes; nil when there is none.
    let authority: Range<Int>?
    /// The path; perhaps empty.
    let pathRange: Range<Int>
    /// Where the query ends, which starts after the `?` at the path's end; nil when there is none.
    let queryEnd: Int?

    /// Creates a reference from text.
    public init(_ text: some StringProtocol) {
        self.init(Array(text.utf8))
    }

    /// Creates a reference from UTF-8.
    public init(_ written: some Collection<UInt8>) {
        bytes = Self.trimmed(written)
        var index = 0
        schemeEnd = Self.schemeEnd(bytes)
        if let schemeEnd { index = schemeEnd + 1 }
        if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "/"), bytes[index + 1] == UInt8(ascii: "/") {
            let start = index + 2
            index = start
            while index < bytes.count, !Self.endsAuthority(bytes[index]) { index += 1 }
            authority = start..<index
        } else {
            authority = nil
        }
        let pathStart = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "?"), bytes[index] != UInt8(ascii: "#") { index += 1 }
        pathRange = pathStart..<index
        if index < bytes.count, bytes[index] == UInt8(ascii: "?") {
            while index < bytes.count, bytes[index] != UInt8(ascii: "#") { index += 1 }
            queryEnd = index
        } else {
            queryEnd = nil
        }
    }

    // MARK: Parts

    /// The scheme in lower case; nil when the reference is relative.
    public var scheme: String? {
        schemeEnd.map { String(decoding: bytes[..<$0].map(Self.lowered), as: UTF8.self) }
    }

    /// The host in lower case, without user and port; nil when there is none or it is empty.
    public var host: String? {
        guard let range = hostRange, !range.isEmpty else { return nil }
        return String(decoding: bytes[range], as: UTF8.self).lowercased()
    }

    /// The port as written; nil when there is none.
    public var port: Int? {
        guard let authority, let hostRange, hostRange.upperBound < authority.upperBound else { return nil }
        return decimal(bytes[(hostRange.upperBound + 1)..<authority.upperBound])
    }

    /// The path as written.
    public var path: String { String(decoding: bytes[pathRange], as: UTF8.self) }

    /// The query as written, without its `?`; nil when there is none.
    public var query: String? {
        queryEnd.map { String(decoding: bytes[(pathRange.upperBound + 1)..<$0], as: UTF8.self) }
    }

    /// The fragment as written, without its `#`; nil when there is none.
    public var fragment: String? {
        let start = queryEnd ?? pathRange.upperBound
        return start < bytes.count ? String(decoding: bytes[(start + 1)...], as: UTF8.self) : nil
    }

    /// Whether this is an absolute `http` or `https` URL with a host.
    public var isHTTP: Bool {
        guard let schemeEnd, schemeEnd == 4 || schemeEnd == 5, let hostRange, !hostRange.isEmpty else { return false }
        let name = bytes[..<schemeEnd].map(Self.lowered)
        return name.elementsEqual("http".utf8) || name.elementsEqual("https".utf8)
    }

    /// Whether the reference has a scheme.
    public var isAbsolute: Bool { schemeEnd != nil }

    var hostRange: Range<Int>? {
        guard let authority else { return nil }
        var start = authority.lowerBound
        if let at = bytes[authority].lastIndex(of: UInt8(ascii: "@")) { start = at + 1 }
        // A colon inside the brackets of an IPv6 address parts no port.
        let afterBrackets = bytes[start..<authority.upperBound].lastIndex(of: UInt8(ascii: "]")) ?? start
        let colon = bytes[afterBrackets..<authority.upperBound].lastIndex(of: UInt8(ascii: ":"))
        return start..<(colon ?? authority.upperBound)
    }

    // MARK: Resolution

    /// Returns the reference with its base put before it (RFC 3986 section 5.2.2); itself when the base has no scheme.
    ///
    /// A reference to nothing is the base without its fragment.
    public func resolved(against base: URLReference) -> URLReference {
        schemeEnd == nil && base.schemeEnd != nil ? URLReference(written(against: base)) : self
    }

    /// Returns what ``resolved(against:)`` returns, in UTF-8 and not taken apart again.
    public func written(against base: URLReference) -> [UInt8] {
        guard schemeEnd == nil, let baseScheme = base.schemeEnd else { return bytes }
        if bytes.isEmpty { return Self.trimmed(base.bytes[..<(base.queryEnd ?? base.pathRange.upperBound)]) }
        // An opaque base (mailto:, tag:, data:) gives nothing but a place for fragments (WHATWG URL, "no scheme state").
        if base.authority == nil, base.pathRange.isEmpty || base.bytes[base.pathRange.lowerBound] != UInt8(ascii: "/") {
            guard bytes.first == UInt8(ascii: "#") else { return bytes }
        }
        var result: [UInt8] = []
        result.reserveCapacity(base.bytes.count + bytes.count)
        let rest = bytes[pathRange.upperBound...]
        if authority != nil {
            result += base.bytes[...baseScheme]
            result += bytes[..<pathRange.lowerBound]
            result += Self.withoutDots(bytes[pathRange])
            result += rest
        } else if pathRange.isEmpty {
            let keepsQuery = queryEnd == nil
            result +=
                base.bytes[..<(keepsQuery ? base.queryEnd ?? base.pathRange.upperBound : base.pathRange.upperBound)]
            result += rest
        } else {
            result += base.bytes[..<base.pathRange.lowerBound]
            if bytes[pathRange.lowerBound] == UInt8(ascii: "/") {
                result += Self.withoutDots(bytes[pathRange])
            } else {
                result += Self.withoutDots(Self.merged(base, bytes[pathRange])[...])
            }
            result += rest
        }
        return result
    }

    /// RFC 3986 section 5.2.3: the base's path up to its last slash, then the reference's.
    private static func merged(_ base: URLReference, _ path: ArraySlice<UInt8>) -> [UInt8] {
        let basePath = base.bytes[base.pathRange]
        guard let slash = basePath.lastIndex(of: UInt8(ascii: "/")) else {
            return (base.authority != nil ? [UInt8(ascii: "/")] : []) + Array(path)
        }
        return Array(basePath[...slash]) + Array(path)
    }

    /// RFC 3986 section 5.2.4, `remove_dot_segments`, in one pass.
    static func withoutDots(_ path: ArraySlice<UInt8>) -> [UInt8] {
        let slash = UInt8(ascii: "/")
        // Most paths have none.
        guard
            path.first == UInt8(ascii: ".")
                || zip(path, path.dropFirst()).contains(where: { $0 == slash && $1 == UInt8(ascii: ".") })
        else { return Array(path) }
        var result: [UInt8] = []
        result.reserveCapacity(path.count)
        let isRooted = path.first == slash
        var index = path.startIndex
        while index < path.endIndex {
            let start = path[index] == slash ? index + 1 : index
            let end = path[start...].firstIndex(of: slash) ?? path.endIndex
            let segment = path[start..<end]
            let isLast = end == path.endIndex
            if segment.elementsEqual(".".utf8) {
                if isLast, isRooted || !result.isEmpty { result.append(slash) }
            } else if segment.elementsEqual("..".utf8) {
                let cut = result.lastIndex(of: slash) ?? result.startIndex
                result.removeSubrange(cut...)
                if isLast, isRooted || !result.isEmpty { result.append(slash) }
            } else {
                if start != index { result.append(slash) }
                result += segment
            }
            index = end
        }
        return result
    }

    // MARK: Reading

    private static func trimmed(_ written: some Collection<UInt8>) -> [UInt8] {
        var bytes = Array(written)
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        if let first = bytes.firstIndex(where: { $0 > 0x20 }), first > 0 { bytes.removeFirst(first) }
        if bytes.contains(where: { $0 == 9 || $0 == 10 || $0 == 13 }) {
            bytes.removeAll { $0 == 9 || $0 == 10 || $0 == 13 }
        }
        return bytes
    }

    private static func schemeEnd(_ bytes: [UInt8]) -> Int? {
        guard let first = bytes.first, (0x61...0x7A).contains(first | 0x20) else { return nil }
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: ":"): return index
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                continue
            default: return nil
            }
        }
        return nil
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

extension URLReference: CustomStringConvertible {
    /// The reference as text.
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}
