/// A `Link` field's target and what it is to the resource (RFC 8288).
public struct HeaderLink: Hashable, Sendable {
    /// The target as written; it may be relative to the URL that answered.
    public var target: String
    /// What the target is, in lower case, such as `alternate` or `canonical`.
    public var relations: [String]
    /// The media type in lower case; empty when not given.
    public var type: String

    /// Whether the target is something to the resource.
    public func isRelated(as relation: String) -> Bool { relations.contains(relation) }
}

extension HeaderFields {
    /// The links of all `Link` fields in order, at most a hundred.
    ///
    /// Those with an `anchor`, which speak of another resource, and those without a relation are left out.
    public var links: [HeaderLink] {
        var links: [HeaderLink] = []
        for field in all("Link") {
            var reader = LinkReader(Array(field.utf8))
            while links.count < Self.linkLimit, let link = reader.next() {
                if let link, !link.relations.isEmpty { links.append(link) }
            }
        }
        return links
    }

    private static let linkLimit = 100
}

/// Reads the value of a `Link` field from left to right (RFC 8288 section 3); what cannot be read ends it.
private struct LinkReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Returns the next link, `.some(nil)` for one that speaks of another resource, nil at the end.
    mutating func next() -> HeaderLink?? {
        skip { $0 == UInt8(ascii: ",") || Self.isBlank($0) }
        guard take("<"), let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        var link = HeaderLink(target: text(index..<end), relations: [], type: "")
        index = end + 1
        var isElsewhere = false
        var isRelated = false
        while true {
            skip(Self.isBlank)
            guard take(";") else { break }
            skip(Self.isBlank)
            let name = token().lowercased()
            skip(Self.isBlank)
            var value = ""
            if take("=") {
                skip(Self.isBlank)
                value = self.value()
            }
            switch name {
            // RFC 8288 section 3.3: the first rel counts.
            case "rel" where !isRelated:
                isRelated = true
                link.relations = value.lowercased().split { $0 == " " || $0 == "\t" }.map(String.init)
            case "type": link.type = value.lowercased()
            case "anchor": isElsewhere = true
            default: break
            }
        }
        // Whatever stands before the next comma is no part of a link.
        skip { $0 != UInt8(ascii: ",") }
        return .some(isElsewhere ? nil : link)
    }

    private mutating func token() -> String {
        let start = index
        skip { !Self.isBlank($0) && !"=;,\"".utf8.contains($0) }
        return text(start..<index)
    }

    /// A token, or a quoted string with its backslashes resolved.
    private mutating func value() -> String {
        guard take("\"") else { return token() }
        var value: [UInt8] = []
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count { index += 1 }
            value.append(bytes[index])
            index += 1
        }
        _ = take("\"")
        return String(decoding: value, as: UTF8.self)
    }

    private mutating func take(_ character: Character) -> Bool {
        guard index < bytes.count, bytes[index] == character.asciiValue else { return false }
        index += 1
        return true
    }

    private mutating func skip(_ belongs: (UInt8) -> Bool) {
        while index < bytes.count, belongs(bytes[index]) { index += 1 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
