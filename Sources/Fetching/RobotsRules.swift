/// What a host's `robots.txt` asks of us (RFC 9309).
public struct RobotsRules: Hashable, Codable, Sendable {
    /// One `allow` or `disallow` line.
    struct Rule: Hashable, Codable, Sendable {
        let allows: Bool
        /// In normal form: every byte that needs it percent-encoded, others decoded; `*` and a last `$` are special.
        let pattern: String
    }

    /// The longest file that is read (RFC 9309 section 2.5 asks for 500 KiB at least).
    public static let byteLimit = 512 << 10

    /// No rules: everything may be fetched.
    public static let none = RobotsRules(rules: [])
    /// Nothing may be fetched, as when the file cannot be had (RFC 9309 section 2.3.1.4).
    public static let all = RobotsRules(rules: [Rule(allows: false, pattern: "/")])

    let rules: [Rule]

    init(rules: [Rule]) {
        self.rules = rules
    }

    /// Reads the rules that hold for one product.
    ///
    /// - Parameters:
    ///   - bytes: the file; what is beyond ``byteLimit`` is ignored, with the line that reaches it.
    ///   - product: the product token in our `User-Agent`, such as `demarche`.
    public init(_ bytes: [UInt8], product: String) {
        let product = product.lowercased()
        var own: [Rule] = []
        var common: [Rule] = []
        var isNamed = false
        // The group that is being read.
        var agents: [String] = []
        var hasRules = false
        for line in Self.wholeLines(bytes).split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            guard let (key, value) = Self.field(line) else { continue }
            switch key {
            case "user-agent":
                if hasRules { agents = [] }
                hasRules = false
                agents.append(Self.token(value))
                isNamed = isNamed || agents.last == product
            case "allow", "disallow":
                hasRules = true
                guard !value.isEmpty, value.utf8.first == UInt8(ascii: "/") || value.utf8.first == UInt8(ascii: "*")
                else { continue }
                let rule = Rule(allows: key == "allow", pattern: Self.normalized(value))
                if agents.contains(product) { own.append(rule) }
                if agents.contains("*") { common.append(rule) }
            default: continue
            }
        }
        rules = isNamed ? own : common
    }

    /// Whether a path with its query, such as `/news?id=1`, may be fetched.
    ///
    /// The longest pattern that matches decides, `allow` when two are equally long (RFC 9309 section 2.2.2).
    public func allows(_ target: String) -> Bool {
        // RFC 9309 section 2.2.2: the file itself may always be fetched.
        if target == "/robots.txt" { return true }
        let path = Array(Self.normalized(target).utf8)
        var best: Rule?
        for rule in rules {
            let isLonger = rule.pattern.utf8.count > (best?.pattern.utf8.count ?? -1)
            let isKinder = rule.allows && rule.pattern.utf8.count == best?.pattern.utf8.count
            if isLonger || isKinder, Self.matches(Array(rule.pattern.utf8), path) { best = rule }
        }
        return best?.allows ?? true
    }

    /// What lies within the limit, without a line whose end may lie beyond: half a path would mean another one.
    private static func wholeLines(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let read = bytes.prefix(byteLimit)
        return read.count < byteLimit ? read : read[..<(read.lastIndex { $0 == 10 || $0 == 13 } ?? 0)]
    }

    private static func field(_ line: ArraySlice<UInt8>) -> (key: String, value: String)? {
        let content = line.prefix { $0 != UInt8(ascii: "#") }
        guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        // A byte order mark may stand before the first key.
        let key = trimmed(content[..<colon].drop { $0 >= 0x80 })
        return (key.lowercased(), trimmed(content[(colon + 1)...]))
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes.drop { $0 == 32 || $0 == 9 }
        while let last = bytes.last, last == 32 || last == 9 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The product token at the start of a `user-agent` value: letters, `_` and `-` (RFC 9309 section 2.2.1).
    private static func token(_ value: String) -> String {
        if value.utf8.first == UInt8(ascii: "*") { return "*" }
        let bytes = value.lowercased().utf8.prefix { (97...122).contains($0) || $0 == 45 || $0 == 95 }
        return String(Substring(bytes))
    }
}

// MARK: - Matching

extension RobotsRules {
    /// Encodes what must be encoded and decodes what need not be, so that two spellings of a path compare equal.
    static func normalized(_ path: String) -> String {
        let bytes = Array(path.utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            var byte = bytes[index]
            var isEncoded = false
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
                let low = hexValue(bytes[index + 2])
            {
                byte = high << 4 | low
                isEncoded = true
                index += 2
            }
            index += 1
            // Encoded reserved characters mean something else than bare ones (RFC 3986 section 2.2): left encoded.
            if byte <= 32 || byte >= 127 || isEncoded && !isUnreserved(byte) {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a pattern matches the beginning of a path; `*` stands for any bytes, a last `$` for the end.
    ///
    /// Takes time in proportion to both lengths together, whatever the pattern: each part between two `*` is looked for
    /// once, where it first occurs.
    static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isAnchored = pattern.last == UInt8(ascii: "$")
        let parts = (isAnchored ? pattern.dropLast() : pattern[...])
            .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        guard let first = parts.first, path.starts(with: first) else { return false }
        guard parts.count > 1, let last = parts.last else { return !isAnchored || path.count == first.count }
        var position = first.count
        for part in parts.dropFirst().dropLast(isAnchored ? 1 : 0) {
            guard let end = end(of: Array(part), in: path, from: position) else { return false }
            position = end
        }
        return !isAnchored || last.count <= path.count - position && path.suffix(last.count) == last
    }

    /// Returns the index after a part's first occurrence, by the method of Knuth, Morris and Pratt (1977); nil without
    /// one.
    private static func end(of part: [UInt8], in path: [UInt8], from start: Int) -> Int? {
        guard !part.isEmpty else { return start }
        guard part.count <= path.count - start else { return nil }
        // For each beginning of the part: how long the longest shorter one is with which it ends.
        var borders = [0]
        func extended(_ length: Int, by byte: UInt8) -> Int {
            var length = length
            while length > 0, part[length] != byte { length = borders[length - 1] }
            return part[length] == byte ? length + 1 : 0
        }
        for byte in part.dropFirst() { borders.append(extended(borders[borders.count - 1], by: byte)) }
        var length = 0
        for index in start..<path.count {
            length = extended(length, by: path[index])
            if length == part.count { return index + 1 }
        }
        return nil
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, 45, 46, 95, 126: true
        default: false
        }
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
