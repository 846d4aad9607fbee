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
    ///   - bytes: the file; what is beyond ``byteLimit`` is ignored.
    ///   - product: the product token in our `User-Agent`, such as `demarche`.
    public init(_ bytes: [UInt8], product: String) {
        let product = product.lowercased()
        var own: [Rule] = []
        var common: [Rule] = []
        var isNamed = false
        // The group that is being read.
        var agents: [String] = []
        var hasRules = false
        for line in bytes.prefix(Self.byteLimit).split(whereSeparator: { $0 == 10 || $0 == 13 }) {
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
        for rule in rules where Self.matches(Array(rule.pattern.utf8), path) {
            let isLonger = rule.pattern.utf8.count > (best?.pattern.utf8.count ?? -1)
            let isKinder = rule.allows && rule.pattern.utf8.count == best?.pattern.utf8.count
            if isLonger || isKinder { best = rule }
        }
        return best?.allows ?? true
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
    /// Goes back to the last `*` only: time is bounded by the product of the lengths, without recursion.
    static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isAnchored = pattern.last == UInt8(ascii: "$")
        let end = isAnchored ? pattern.count - 1 : pattern.count
        var position = 0
        var index = 0
        var star: (pattern: Int, path: Int)?
        while true {
            if index == end, !isAnchored || position == path.count { return true }
            if index < end, pattern[index] == UInt8(ascii: "*") {
                star = (index + 1, position)
                index += 1
            } else if index < end, position < path.count, pattern[index] == path[position] {
                index += 1
                position += 1
            } else if let last = star, last.path < path.count {
                star = (last.pattern, last.path + 1)
                index = last.pattern
                position = last.path + 1
            } else {
                return false
            }
        }
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
