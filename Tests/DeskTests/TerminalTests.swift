import Desk
import Testing

@Suite("Text for a terminal")
struct TerminalTests {
    @Test(
        "what a terminal would take for a command is not passed on; line breaks, tabs and all scripts are",
        arguments: [
            ("a\u{1B}]0;title\u{7}b", "a ]0;title b"), ("a\u{9B}31mb", "a 31mb"),
            ("one\ntwo\tthree", "one\ntwo\tthree"),
            ("back\r\u{8}", "back  "), ("\u{202E}evil\u{2066}", " evil "), ("Türkiye سوريا 中国", "Türkiye سوريا 中国"),
            ("\u{2028}", " "), ("\u{200F}‏", "\u{200F}‏"),
        ])
    func text(_ written: String, _ shown: String) {
        #expect(Terminal.text(written) == shown)
    }
}
