import Notation

/// Addresses made fit for the outputs: http(s) only, without user info and without what opens a feed to its subscriber.
enum PublicURL {
    /// Returns an address as a URI, or an empty text when it is not an http(s) address.
    ///
    /// - Parameters:
    ///   - address: the address as fetched.
    ///   - secrets: the feed's keys, which publishers repeat in the links of their entries.
    /// - Returns: the address, or an empty text.
    static func link(_ address: String, without secrets: Set<String> = []) -> String {
        let url = URLReference(address)
        guard url.isHTTP, let scheme = url.scheme, let host = url.host else { return "" }
        var result = "\(scheme)://\(host)"
        if let port = url.port { result += ":\(port)" }
        result += url.path
        if let query = url.query {
            let parameters = query.split(separator: "&", omittingEmptySubsequences: true)
            let kept = parameters.filter { !secrets.contains(String($0)) && !secrets.contains(value(of: $0)) }
            if !kept.isEmpty { result += "?" + kept.joined(separator: "&") }
        }
        if let fragment = url.fragment { result += "#" + fragment }
        return escaped(result)
    }

    /// Returns a feed's address without user info, fragment, and every parameter that may be a key.
    static func feed(_ address: String) -> String {
        let link = link(address, without: secrets(of: address))
        return String(link.prefix { $0 != "#" })
    }

    /// Returns the parameters of a feed's address that may be a subscriber's key, by their name or because their value is
    /// as long as keys are; and those values alone, which another parameter may repeat.
    static func secrets(of address: String) -> Set<String> {
        let parameters = (URLReference(address).query ?? "").split(separator: "&").filter(isSecret)
        let values = parameters.map(value(of:)).filter { $0.utf8.count >= 8 }
        return Set(parameters.map(String.init) + values)
    }

    /// Returns an address that leads to a sentence of its page (URL Fragment Text Directives, WICG), given by its first and
    /// last words.
    static func link(_ url: String, toText sentence: String) -> String {
        let words = sentence.split(separator: " ")
        guard !url.isEmpty, let last = words.last else { return url }
        let edge = 4
        // The end of a shortened sentence is not on the page.
        let ends =
            last.hasSuffix("…")
            ? [words.prefix(2 * edge)]
            : words.count > 2 * edge ? [words.prefix(edge), words.suffix(edge)] : [words[...]]
        let directive = ends.map { directivePart($0.filter { $0 != "…" }.joined(separator: " ")) }.joined(
            separator: ",")
        return url + (url.utf8.contains(UInt8(ascii: "#")) ? "" : "#") + ":~:text=" + directive
    }

    /// The directive's own grammar uses comma, hyphen and ampersand: all but letters and digits are escaped.
    private static func directivePart(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
            if isPlain { result.append(byte) } else { result += percentEncoded(byte).utf8 }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Returns an address with a fragment of ours, which browsers ignore, so that no two entries of a feed share a page;
    /// an address that has a fragment keeps it.
    static func link(_ url: String, toPlace place: String) -> String {
        url.isEmpty || url.utf8.contains(UInt8(ascii: "#")) ? url : "\(url)#\(segment(place))"
    }

    /// Returns text for a part of a tag URI (RFC 4151, section 2.1) or a path segment.
    static func segment(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: result += String(UnicodeScalar(byte))
            default: result += percentEncoded(byte)
            }
        }
        return result
    }

    // MARK: Keys

    /// Parts of names under which publishers and feed services hand out keys.
    private static let secretNames = [
        "token", "key", "auth", "secret", "pass", "pwd", "sig", "session", "sid", "user", "login", "email", "mail",
        "hash",
        "access", "private", "code", "uid", "member", "subscriber",
    ]

    private static func isSecret(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        return secretNames.contains { name.contains($0) } || value(of: parameter).utf8.count >= 16
    }

    private static func value(of parameter: Substring) -> String {
        parameter.firstIndex(of: "=").map { String(parameter[parameter.index(after: $0)...]) } ?? String(parameter)
    }

    // MARK: Escaping

    /// Escapes what RFC 3986 allows nowhere in a URI: controls, spaces, quotes, letters outside ASCII, a `%` alone.
    private static func escaped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "%"):
                let isEscape = index + 2 < bytes.count && isHex(bytes[index + 1]) && isHex(bytes[index + 2])
                result += isEscape ? [byte] : Array("%25".utf8)
            case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
                UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
                result += percentEncoded(byte).utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func percentEncoded(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
    }
}
