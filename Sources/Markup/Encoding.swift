internal import CLibXML2

/// A character encoding of the web: its IANA name and how its bytes are read.
public struct Encoding: Hashable, Sendable {
    /// The name by which it is known (IANA's, in lower case).
    public let name: String

    /// The name that glibc's iconv knows it by; nil where we read it ourselves.
    let converter: String?

    /// UTF-8 (RFC 3629).
    public static let utf8 = Encoding(name: "utf-8", converter: nil)
    /// Windows-1252, the superset of Latin-1 that browsers read for it.
    public static let windows1252 = Encoding(name: "windows-1252", converter: nil)
    static let latin1 = Encoding(name: "iso-8859-1", converter: nil)
    static let ascii = Encoding(name: "us-ascii", converter: nil)
    static let utf16LE = Encoding(name: "utf-16le", converter: "UTF-16LE")
    static let utf16BE = Encoding(name: "utf-16be", converter: "UTF-16BE")
    static let utf32LE = Encoding(name: "utf-32le", converter: "UTF-32LE")
    static let utf32BE = Encoding(name: "utf-32be", converter: "UTF-32BE")

    init(name: String, converter: String?) {
        self.name = name
        self.converter = converter
    }

    /// Finds the encoding that a label means on the web, or nil for an unknown one.
    ///
    /// A label that names a subset gives the superset that documents so labelled are really in (WHATWG Encoding,
    /// "Names and labels"): `iso-8859-1` is windows-1252, `gb2312` is gb18030.
    ///
    /// - Parameter label: a name as in a `charset` parameter or an XML declaration; case, and `_` for `-`, do not count.
    public init?(label: String) {
        let key = String(
            decoding: label.utf8.filter { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 }
                .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 == 0x5F ? 0x2D : $0 }, as: UTF8.self)
        guard !key.isEmpty, key.utf8.count <= 40 else { return nil }
        if let known = Self.labels[key] {
            self = known
            return
        }
        if let digits = Self.codePage(key) {
            self = Encoding(name: "windows-\(digits)", converter: "CP\(digits)")
            return
        }
        // Anything else that iconv knows, such as the lesser ISO and Mac sets.
        guard
            key.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x3A }
            ),
            Converter.exists(key.uppercased())
        else { return nil }
        self = Encoding(name: key, converter: key.uppercased())
    }

    /// `cp1250`, `windows1250`, `x-cp1251`, `1257`.
    private static func codePage(_ key: String) -> String? {
        for prefix in ["windows-", "x-cp", "cp", "windows", "ms-", ""] where key.hasPrefix(prefix) {
            let digits = key.dropFirst(prefix.count)
            if digits.utf8.count == 4, digits.hasPrefix("125"), digits.utf8.allSatisfy({ (0x30...0x38).contains($0) }) {
                return String(digits)
            }
        }
        return nil
    }

    private static let labels: [String: Encoding] = {
        var labels: [String: Encoding] = [:]
        for row in table.split(separator: "\n") {
            let fields = row.split(separator: " ").map(String.init)
            guard fields.count >= 2 else { continue }
            let encoding =
                fields[1] == "-"
                ? Encoding(name: fields[0], converter: nil) : Encoding(name: fields[0], converter: fields[1])
            for label in fields.dropFirst(2) + [fields[0]] { labels[label] = encoding }
        }
        return labels
    }()

    /// Name, iconv's name and labels.
    ///
    /// The supersets are WHATWG's; UTF-32 and Mac sets are besides.
    private static let table = """
        utf-8 - utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8-sig
        windows-1252 - cp1252 iso-8859-1 iso8859-1 iso88591 latin1 latin-1 l1 us-ascii ascii ansi-x3.4-1968 cp819 ibm819 iso-ir-100 csisolatin1 windows1252 x-cp1252 1252 iso-8859-1:1987 8859-1 csascii 646
        utf-16le UTF-16LE utf-16 utf16 utf16le unicode ucs-2 iso-10646-ucs-2 csunicode u16
        utf-16be UTF-16BE utf16be unicodefffe
        utf-32le UTF-32LE utf-32 utf32 ucs-4 iso-10646-ucs-4 u32 utf32le
        utf-32be UTF-32BE utf32be
        gb18030 GB18030 gb2312 gbk chinese csgb2312 csiso58gb231280 gb-2312 gb-2312-80 iso-ir-58 x-gbk cp936 ms936 936 euc-cn x-euc-cn hz-gb-2312
        big5 BIG5-HKSCS big5-hkscs cn-big5 csbig5 x-x-big5 big5-tw cp950 950
        shift-jis CP932 sjis shift-jis-2004 x-sjis ms-kanji ms932 windows-31j csshiftjis cp932 932
        euc-jp EUC-JP x-euc-jp cseucpkdfmtjapanese eucjp
        iso-2022-jp ISO-2022-JP csiso2022jp
        euc-kr UHC ks-c-5601-1987 ks-c-5601-1989 ksc5601 ksc-5601 korean cseuckr csksc56011987 iso-ir-149 windows-949 cp949 949 uhc x-euc-kr euckr
        windows-1254 CP1254 iso-8859-9 iso8859-9 iso88599 latin5 l5 csisolatin5 iso-ir-148 cp1254
        windows-874 CP874 iso-8859-11 iso8859-11 iso885911 tis-620 dos-874 cp874 874
        iso-8859-2 ISO-8859-2 iso8859-2 iso88592 latin2 l2 csisolatin2
        iso-8859-5 ISO-8859-5 iso8859-5 iso88595 cyrillic csisolatincyrillic
        iso-8859-6 ISO-8859-6 iso8859-6 arabic ecma-114 asmo-708 iso-8859-6-e iso-8859-6-i csisolatinarabic
        iso-8859-7 ISO-8859-7 iso8859-7 iso88597 greek greek8 ecma-118 elot-928 sun-eu-greek csisolatingreek
        iso-8859-8 ISO-8859-8 iso8859-8 hebrew visual iso-8859-8-e iso-8859-8-i logical csisolatinhebrew
        iso-8859-15 ISO-8859-15 iso8859-15 iso885915 latin9 latin-9 l9 csisolatin9
        koi8-r KOI8-R koi koi8 koi8r cskoi8r
        koi8-u KOI8-U koi8-ru koi8u
        ibm866 CP866 866 cp866 csibm866
        macintosh MACINTOSH mac macroman mac-roman x-mac-roman csmacintosh
        x-mac-cyrillic MAC-CYRILLIC maccyrillic mac-cyrillic x-mac-ukrainian
        """
}
