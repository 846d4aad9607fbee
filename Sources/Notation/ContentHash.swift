internal import CCrypto

/// SHA-256 (FIPS 180-4), by OpenSSL's libcrypto.
public enum ContentHash {
    /// Returns the digest of some bytes as 64 lower-case hexadecimal digits.
    public static func sha256(_ bytes: some Sequence<UInt8>) -> String { digits(of: Array(bytes)[...]) }

    /// Returns the digest of some texts, with a zero byte between them, as lower-case hexadecimal digits.
    ///
    /// - Parameters:
    ///   - texts: the texts; their order and borders count.
    ///   - digits: how many digits of the 64 are wanted.
    /// - Returns: the first digits.
    public static func sha256(joining texts: [String], digits: Int = 64) -> String {
        Self.digits(of: joined(texts).dropLast(), count: digits)
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
        withDigest(of: joined(parts)[...]) { digest in
            String(unsafeUninitializedCapacity: prefix.utf8.count + 13) { name in
                var length = 0
                func append(_ byte: UInt8) {
                    name[length] = byte
                    length += 1
                }
                for byte in prefix.utf8 { append(byte) }
                append(UInt8(ascii: "-"))
                for index in 0..<12 {
                    append(alphabet[Int(digest[index]) % (index == 0 ? letterCount : alphabet.count)])
                }
                return length
            }
        }
    }

    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)
    private static let letterCount = 23

    /// The texts, each ended by a zero byte.
    private static func joined(_ texts: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count + 1 })
        for text in texts {
            bytes.append(contentsOf: text.utf8)
            bytes.append(0)
        }
        return bytes
    }

    private static func digits(of bytes: ArraySlice<UInt8>, count: Int = 64) -> String {
        func digit(_ half: UInt8) -> UInt8 { half < 10 ? 0x30 + half : 0x57 + half }
        let count = min(max(count, 0), 64)
        return withDigest(of: bytes) { digest in
            String(unsafeUninitializedCapacity: count) { text in
                for index in 0..<count {
                    text[index] = digit(index.isMultiple(of: 2) ? digest[index / 2] >> 4 : digest[index / 2] & 15)
                }
                return count
            }
        }
    }

    /// Digests some bytes into 32 on the stack: several are made for each entry of each feed.
    private static func withDigest<Value>(
        of bytes: ArraySlice<UInt8>, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Value
    ) -> Value {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(SHA256_DIGEST_LENGTH)) { digest in
            bytes.withUnsafeBufferPointer { demarche_sha256($0.baseAddress, $0.count, digest.baseAddress) }
            return body(digest)
        }
    }
}
