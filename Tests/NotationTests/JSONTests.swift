import Notation
import Testing

@Suite("JSON")
struct JSONTests {
    @Test("Members come in the order of the calls, empty ones not at all")
    func order() {
        var json = JSONWriter()
        json.object {
            $0.member("b", "x")
            $0.member("a", 1)
            $0.member("none", String?.none)
            $0.array("list") {
                $0.value(1.5); $0.object { $0.member("ok", true) }
            }
            $0.array("empty", of: [String]()) { $0.value($1) }
        }
        #expect(json.text == #"{"b":"x","a":1,"list":[1.5,{"ok":true}]}"#)
    }

    @Test("A writer drained a thousand times hands out every byte, and needs no more room than at first")
    func drainsInPlace() {
        var json = JSONWriter(capacity: 4096)
        let room = json.bytes.capacity
        var count = 0
        for _ in 0..<1000 {
            json.value("draining")
            json.drain { count += $0.count }
        }
        #expect(count == 1000 * 10 + 999)
        #expect(json.bytes.isEmpty && json.bytes.capacity == room)
    }

    @Test("No value can end its line")
    func oneLine() throws {
        let text = "a\u{85}b\u{2028}c\u{2029}d\ne\r\u{0}\u{7F}\"\\é日"
        var json = JSONWriter()
        json.object { $0.member("t", text) }
        #expect(
            json.text.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && ![0x7F, 0x85, 0x2028, 0x2029].contains($0.value)
            })
        #expect(try JSONReader.read(json.bytes)["t"]?.text == text)
    }

    @Test(
        "What is no JSON is refused with its line",
        arguments: ["", "{", "[1,]", "{\"a\" 1}", "\"\\x\"", "01x", "nul", "[1] 2", "\"open"])
    func refuses(text: String) {
        #expect(throws: JSONError.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test("Deep nesting is refused, not followed")
    func depth() {
        #expect(throws: JSONError.self) { try JSONReader.read([UInt8](repeating: UInt8(ascii: "["), count: 100_000)) }
    }

    @Test("Escapes and surrogate pairs are decoded")
    func escapes() throws {
        #expect(try JSONReader.read(Array(#""\u00e9\ud83d\ude00\ud800\n\/""#.utf8)).text == "é😀\u{FFFD}\n/")
    }
}
