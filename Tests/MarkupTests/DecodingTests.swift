import Markup
import Testing

@Suite("Decoding to UTF-8")
struct DecodingTests {
    static func xml(_ label: String, _ text: [UInt8]) -> [UInt8] {
        Array("<?xml version=\"1.0\" encoding=\"\(label)\"?><t>".utf8) + text + Array("</t>".utf8)
    }

    static func text(_ decoding: Decoding) -> String {
        String(decoding: decoding.utf8, as: UTF8.self).split(separator: "<t>").last.map { String($0.dropLast(4)) } ?? ""
    }

    @Test(
        "A declared encoding is read as the superset that browsers read",
        arguments: [
            ("iso-8859-1", [0x80, 0xE9], "€é"), ("us-ascii", [0x93], "“"), ("latin1", [0xE9], "é"),
            ("gb2312", [0x81, 0x40], "丂"),
            ("windows-1251", [0xC0], "А"), ("koi8-r", [0xC1], "а"), ("shift_jis", [0x83, 0x65], "テ"),
            ("euc-kr", [0xB0, 0xA1], "가"),
            ("iso-8859-9", [0x80, 0xFD], "€ı"), ("windows-1256", [0xC8], "ب"), ("x-mac-cyrillic", [0x80], "А"),
        ] as [(String, [UInt8], String)])
    func supersets(label: String, bytes: [UInt8], text: String) {
        let decoding = Decoding.document(Self.xml(label, bytes))
        #expect(Self.text(decoding) == text)
        #expect(!decoding.hasReplacements)
    }

    @Test("A subset is named as it was declared where the bytes keep to it")
    func subsets() {
        #expect(Decoding.document(Self.xml("iso-8859-1", [0xE9])).encoding.name == "iso-8859-1")
        #expect(Decoding.document(Self.xml("iso-8859-1", [0x80])).encoding.name == "windows-1252")
        #expect(Decoding.document(Self.xml("us-ascii", [0x41])).encoding.name == "us-ascii")
    }

    @Test("The transport's word goes before the declaration, a byte order mark before both")
    func order() {
        let bytes = Self.xml("windows-1251", [0xE9])
        #expect(Self.text(Decoding.document(bytes, charset: "iso-8859-1")) == "é")
        let marked = Decoding.document(
            [0xEF, 0xBB, 0xBF] + Self.xml("windows-1251", Array("é".utf8)), charset: "koi8-r")
        #expect(Self.text(marked) == "é")
        #expect(marked.overridden == "koi8-r")
    }

    @Test("Damage inside UTF-8 becomes U+FFFD; bytes that are no UTF-8 at all are windows-1252")
    func damage() {
        let damaged = Decoding.document(Self.xml("utf-8", Array("Évian, São".utf8) + [0xC3]))
        #expect(Self.text(damaged) == "Évian, São\u{FFFD}")
        #expect(damaged.encoding == .utf8 && damaged.hasReplacements)
        let other = Decoding.document(Self.xml("utf-8", [0xE9, 0x93]))
        #expect(Self.text(other) == "é“")
        #expect(other.overridden == "utf-8")
    }

    @Test("UTF-16 and UTF-32 are known with and without a mark")
    func wide() {
        let text = "<t>né</t>"
        let little = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        let four = text.unicodeScalars.flatMap { [UInt8($0.value & 255), UInt8($0.value >> 8), 0, 0] }
        for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, four, [0xFF, 0xFE, 0, 0] + four] {
            #expect(Self.text(Decoding.document(bytes)) == "né")
        }
    }

    @Test("An unknown label is told, and the bytes are read all the same")
    func unknown() {
        let decoding = Decoding.document(Self.xml("klingon-8", Array("é".utf8)))
        #expect(decoding.unknownLabel == "klingon-8" && Self.text(decoding) == "é")
    }

    @Test("A page is read by mark, as UTF-8, by its header, by its meta, as windows-1252; without NUL")
    func pages() {
        func page(_ text: [UInt8], _ head: String = "", charset: String? = nil) -> String {
            String(
                decoding: Decoding.page(Array(head.utf8) + text, charset: charset).utf8.dropFirst(head.utf8.count),
                as: UTF8.self)
        }
        #expect(page(Array("é".utf8), "<meta charset=latin1>") == "é")
        #expect(page([0xCF], "<META http-equiv=content-type content='text/html; charset=windows-1251'>") == "П")
        #expect(page([0xCF], "<meta charset=latin1>", charset: "windows-1251") == "П")
        #expect(page([0x80]) == "€")
        #expect(page([0x61, 0, 0x62]) == "ab")
    }
}
