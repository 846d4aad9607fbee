internal import CCrypto

/// SHA-256 (FIPS 180-4), by OpenSSL's libcrypto.
public enum ContentHash {
    /// Returns the digest of some bytes as 64 lower-case hexadecimal digits.
    public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: digest(Array(bytes)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Returns a short identifier made from some parts: `prefix`, a hyphen, and twelve letters and digits.
    ///
    /// The alphabet is lower-case without look-alikes and the first character is a letter, so that a spreadsheet never
    /// takes an identifier for a number. 59 bits: a collision among a million ids has a chance of 1 in 10⁶.
    ///
    /// - Parameters:
    ///   - prefix: says what kind of thing is named, such as `d` for a development.
    ///   - parts: what the thing is known by; their order and borders count.
    /// - Returns: the identifier.
    public static func identifier(_ prefix: String, _ parts: [String]) -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz".utf8)
        let alphabet = letters + Array("23456789".utf8)
        let hash = digest(parts.flatMap { Array($0.utf8) + [0] })
        let name = (0..<12).map { index in
            index == 0 ? letters[Int(hash[0]) % letters.count] : alphabet[Int(hash[index]) % alphabet.count]
        }
        return "\(prefix)-\(String(decoding: name, as: UTF8.self))"
    }

    private static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = SHA256(bytes, bytes.count, &result)
        return result
    }
}
