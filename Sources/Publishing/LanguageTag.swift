/// What the outputs need to know of a language tag that a stranger declared.
enum LanguageTag {
    /// Returns the tag when it has the form of RFC 5646 that Atom's schema allows, else nil.
    static func valid(_ tag: String) -> String? {
        let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isWellFormed = part.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (index > 0 && (0x30...0x39).contains(byte))
            }
            guard isWellFormed, (1...8).contains(part.count) else { return nil }
        }
        return tag.isEmpty ? nil : tag
    }

    /// Returns `rtl` for languages written from right to left, nil for others.
    static func direction(_ tag: String) -> String? {
        let subtags = tag.lowercased().split(separator: "-")
        guard let language = subtags.first, !subtags.contains("latn"), !subtags.contains("cyrl") else { return nil }
        return rightToLeft.contains(String(language)) ? "rtl" : nil
    }

    /// Languages whose usual script is Arabic, Hebrew, Syriac or Thaana (CLDR, likely subtags).
    private static let rightToLeft: Set<String> = [
        "ar", "arc", "bal", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "ps", "prs", "sd", "skr", "syr", "ug",
        "ur",
        "yi",
    ]
}
