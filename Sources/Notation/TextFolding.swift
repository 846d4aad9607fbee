/// Folds letters so that the spellings of one name compare equal: case, accents, dotless i, Arabic and Persian forms.
///
///     TextFolding.folded("Türkiye’nin İstanbul’u")  // "turkiye'nin istanbul'u"
public enum TextFolding {
    /// Returns a text with every letter folded; marks that only modify a letter are dropped.
    public static func folded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the folded form of one scalar in UTF-8; nothing for a combining mark.
    public static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        let value = scalar.value
        if value < 0x80 {
            bytes.append(value >= 0x41 && value <= 0x5A ? UInt8(value | 0x20) : UInt8(value))
            return
        }
        if value < 0x2100 {
            let folded = table[Int(value)]
            if folded != unlisted {
                appendListed(folded, to: &bytes)
                return
            }
        }
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
            bytes.append(contentsOf: UTF8.encode(lower) ?? .init())
        }
    }

    /// Whether a scalar is a letter or digit, or a mark that belongs to one.
    public static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0xAA: false
        case 0x300...0x36F, 0x64B...0x65F, 0x640, 0x200C: true
        case 0x2000...0x206F: false
        case ..<0x2100: classes[Int(scalar.value)].contains(.word)
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// Whether a scalar is an upper-case letter, `UCD:Uppercase`.
    public static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x2100 ? classes[Int(scalar.value)].contains(.upper) : scalar.properties.isUppercase
    }

    /// Whether a scalar is a lower-case letter, `UCD:Lowercase`.
    public static func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x2100 ? classes[Int(scalar.value)].contains(.lower) : scalar.properties.isLowercase
    }

    /// What a scalar is, for those of the scripts of letters: asking the UCD each time took a fifth of a lexicon's loading.
    private struct Classes: OptionSet {
        let rawValue: UInt8
        static let word = Classes(rawValue: 1)
        static let upper = Classes(rawValue: 2)
        static let lower = Classes(rawValue: 4)
    }

    private static let classes: [Classes] = (0..<0x2100).map { value in
        guard let scalar = Unicode.Scalar(UInt32(value)) else { return [] }
        let properties = scalar.properties
        var classes: Classes = properties.isAlphabetic || properties.numericType != nil ? .word : []
        if properties.isUppercase { classes.insert(.upper) }
        if properties.isLowercase { classes.insert(.lower) }
        return classes
    }

    private static let unlisted: UInt32 = 0xFFFF_FFFF

    private static func appendListed(_ folded: UInt32, to bytes: inout [UInt8]) {
        // 0 drops; a value above 0x110000 packs two ASCII letters ("ß" → "ss").
        if folded == 0 { return }
        if folded > 0x11_0000 {
            bytes.append(UInt8(truncatingIfNeeded: folded >> 8 & 0x7F))
            bytes.append(UInt8(truncatingIfNeeded: folded & 0x7F))
        } else if folded < 0x80 {
            bytes.append(UInt8(folded))
        } else if let scalar = Unicode.Scalar(folded) {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
        }
    }

    /// Rows of a letter (or two) and the scalars that fold to it; from the canonical decompositions of the UCD, and our
    /// choice of a common form where a script writes one name in two ways (Arabic ي and Persian ی).
    private static let rows = """
        a ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǺǻẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặȀȁȂȃ
        b Ḃḃ
        c ÇçĆćĈĉĊċČč
        d ĎďĐđÐðḌḍ
        e ÈÉÊËèéêëĒēĔĕĖėĘęĚěẸẹẺẻẼẽẾếỀềỂểỄễỆệəƏ
        f Ḟḟ
        g ĜĝĞğĠġĢģǦǧ
        h ĤĥĦħḤḥḪḫ
        i ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐỈỉỊị
        j Ĵĵ
        k ĶķǨǩḲḳ
        l ĹĺĻļĽľŁłĿŀ
        n ÑñŃńŅņŇňŉ
        o ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ
        p Ṗṗ
        r ŔŕŖŗŘř
        s ŚśŜŝŞşŠšȘșṢṣſ
        t ŢţŤťŦŧȚțṬṭ
        u ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔỤụỦủỨứỪừỬửỮữỰự
        w ŴŵẀẁẂẃẄẅ
        y ÝýÿŶŷŸỲỳỴỵỶỷỸỹ
        z ŹźŻżŽžẒẓ
        ss ßẞ
        ae Ææ
        oe Œœ
        th Þþ
        ' ’‘ʼʻʹ´ʾʿ′
        ا أإآٱ
        ي ىئی
        ك ک
        ه ةۀ
        و ؤ
        е ёЁ
        """

    private static let table: [UInt32] = {
        var table = [UInt32](repeating: unlisted, count: 0x2100)
        for dropped in [0x300...0x36F, 0x64B...0x65F, 0x640...0x640, 0x200C...0x200F] {
            for value in dropped { table[value] = 0 }
        }
        for (first, zero) in [(0x660, 0x30), (0x6F0, 0x30)] {
            for digit in 0..<10 { table[first + digit] = UInt32(zero + digit) }
        }
        for row in rows.split(separator: "\n") {
            let parts = row.split(separator: " ")
            guard parts.count == 2 else { continue }
            let base = parts[0].unicodeScalars.map(\.value)
            let folded = base.count == 2 ? 0x20_0000 | base[0] << 8 | base[1] : base[0]
            for scalar in parts[1].unicodeScalars where scalar.value < 0x2100 { table[Int(scalar.value)] = folded }
        }
        return table
    }()
}
