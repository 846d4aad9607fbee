import Testing

@testable import Publishing

@Suite struct PlainTextTests {
    @Test(
        "Text becomes one clean line",
        arguments: [
            ("plain words", "plain words"), ("  two   spaces \n", "two spaces"), ("a\u{0}b\u{1B}c\u{9F}", "abc"),
            ("\u{FEFF}x\u{FFFD}y", "xy"), ("a\u{202E}b\u{2069}", "ab"), ("a\u{A0}b", "a b"),
            ("“quoted” – and…", "“quoted” – and…"), ("a\u{2028}b\u{2029}", "a b"), ("x\u{2067}y", "xy"),
            ("é\u{80}", "é"),
            ("\t\r\n", ""), ("", ""), ("शांति 👩‍⚖️ e\u{301}", "शांति 👩‍⚖️ e\u{301}"),
        ])
    func lines(text: String, expected: String) {
        #expect(PlainText.line(text) == expected)
        #expect(PlainText.line(PlainText.line(text)) == expected)
    }

    @Test("Non-characters are dropped", arguments: [0xFFFE, 0xFDD0, 0x1_FFFF] as [UInt32])
    func nonCharacters(code: UInt32) throws {
        #expect(PlainText.line("x\(try #require(UnicodeScalar(code)))y") == "xy")
    }

    @Test("A cut stays within the limit and ends at a word where one is near")
    func cuts() {
        #expect(PlainText.cut("one two three", to: 13) == "one two three")
        #expect(PlainText.cut("one two three", to: 12) == "one two…")
        #expect(PlainText.cut(String(repeating: "é", count: 50), to: 10) == String(repeating: "é", count: 9) + "…")
    }

    @Test(
        "A cut to words counts words",
        arguments: [
            ("a b c", 3, "a b c"), ("a b c", 2, "a b …"), ("a  b", 2, "a  b"), ("", 2, ""), ("été là haut", 1, "été …"),
        ])
    func wordCuts(text: String, limit: Int, expected: String) {
        #expect(PlainText.cut(text, toWords: limit) == expected)
    }
}
