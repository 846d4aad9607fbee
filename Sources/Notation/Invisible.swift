/// Characters that are never seen: publishers' programs put them into words to say where a line may break.
public enum Invisible {
    /// Whether a scalar has no shape of its own and parts no words: soft hyphen (U+00AD), zero-width space (U+200B), word
    /// joiner (U+2060), byte order mark (U+FEFF), and the Mongolian vowel separator's old use (U+180E).
    public static func isInside(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B, 0x2060, 0xFEFF, 0x180E: true
        default: false
        }
    }

    /// Whether a scalar is a joiner or its opposite (U+200C, U+200D): they shape letters in Persian, Indic scripts and
    /// emoji, and are nothing between letters of Latin, Greek or Cyrillic.
    static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x200C || scalar.value == 0x200D }
}

extension String {
    /// The text without ``Invisible`` characters; itself when it has none of them.
    public var withoutInvisibles: String {
        guard utf8.contains(where: { $0 == 0xC2 || $0 >= 0xE1 }),
            unicodeScalars.contains(where: { Invisible.isInside($0) || Invisible.isJoiner($0) })
        else { return self }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars where !Invisible.isInside(scalar) {
            if Invisible.isJoiner(scalar), scalars.last.map({ $0.value < 0x590 }) ?? true { continue }
            scalars.append(scalar)
        }
        return String(scalars)
    }

    /// The text as it is read and searched: without ``Invisible`` characters, and with plain letters for full-width Latin
    /// ones (U+FF10...U+FF5A) and the ligatures of old type (U+FB00...U+FB06); itself when it has none of them.
    public var readable: String {
        let seen = withoutInvisibles
        guard seen.utf8.contains(0xEF), seen.unicodeScalars.contains(where: { Self.plain($0) != nil }) else {
            return seen
        }
        var scalars = String.UnicodeScalarView()
        for scalar in seen.unicodeScalars {
            if let plain = Self.plain(scalar) {
                scalars.append(contentsOf: plain.unicodeScalars)
            } else {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    private static func plain(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
            Unicode.Scalar(scalar.value - 0xFEE0).map { String(Character($0)) }
        case 0xFB00...0xFB06: ligatures[Int(scalar.value) - 0xFB00]
        default: nil
        }
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}
