internal import CCrypto

/// SHA-256 (FIPS 180-4), by OpenSSL's libcrypto.
public enum ContentHash {
    /// Returns the digest of some bytes as 64 lower-case hexadecimal digits.
    public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
        func digit(_ half: UInt8) -> UInt8 { half < 10 ? 0x30 + half : 0x57 + half }
        let digest = digest(Array(bytes))
        return String(unsafeUninitializedCapacity: 2 * digest.count) { text in
            for (index, byte) in digest.enumerated() {
                text[2 * index] = digit(byte >> 4)
                text[2 * index + 1] = digit(byte & 15)
            }
            return 2 * digest.count
        }
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
        var bytes: [UInt8] = []
        for part in parts {
            bytes.append(contentsOf: part.utf8)
            bytes.append(0)
        }
        let hash = digest(bytes)
        var name = Array(prefix.utf8)
        name.append(UInt8(ascii: "-"))
        for index in 0..<12 {
            let count = index == 0 ? letterCount : alphabet.count
            name.append(alphabet[Int(hash[index]) % count])
        }
        return String(decoding: name, as: UTF8.self)
    }

    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)
    private static let letterCount = 23

    private static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        demarche_sha256(bytes, bytes.count, &result)
        return result
    }
}
