extension Decoding {
    /// The encoding that an XML declaration names (XML 1.0, production 80); nil without one.
    ///
    /// White space and junk before the declaration are passed over, as in the wild.
    static func xmlEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let head = bytes.prefix(1024)
        guard let start = find("<?xml", in: head, from: 0), let end = find("?>", in: head, from: start) else {
            return nil
        }
        guard let name = find("encoding", in: head[..<end], from: start) else { return nil }
        return labelValue(head, from: name + 8, to: end)
    }

    /// The encoding that a page's `meta` names in its first 4 KB: `charset=` in either form.
    static func metaCharset(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let head = bytes.prefix(4096)
        var index = 0
        while let meta = find("<meta", in: head, from: index) {
            let end = head[meta...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
            if let name = find("charset", in: head[..<end], from: meta),
                let label = labelValue(head, from: name + 7, to: end)
            {
                return label
            }
            index = end
        }
        return xmlEncoding(bytes)
    }

    /// The value of the `charset` parameter of a media type (RFC 9110 section 8.3.1); nil without one.
    public static func charset(ofContentType type: String) -> String? {
        for parameter in type.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased().filter({ $0 != " " && $0 != "\t" }) == "charset" else {
                continue
            }
            let value = parts[1].filter { $0 != " " && $0 != "\"" && $0 != "'" && $0 != "\t" }
            return value.isEmpty ? nil : value
        }
        return nil
    }

    /// Reads `= "value"` between two places.
    private static func labelValue(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, from start: Int, to end: Int) -> String?
    {
        let rest = bytes[start..<end].drop { $0 <= 0x20 }
        guard rest.first == UInt8(ascii: "=") else { return nil }
        let value = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
        let label = value.prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x2F && $0 != 0x3E }
        return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
    }

    private static func find(_ word: StaticString, in bytes: Slice<UnsafeBufferPointer<UInt8>>, from start: Int) -> Int?
    {
        word.withUTF8Buffer { word in
            var index = start
            while index + word.count <= bytes.endIndex {
                if zip(word, bytes[index...]).allSatisfy({ $0 == $1 || ((0x41...0x5A).contains($1) && $0 == $1 | 0x20) }
                ) {
                    return index
                }
                index += 1
            }
            return nil
        }
    }
}
