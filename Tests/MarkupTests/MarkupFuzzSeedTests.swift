import Foundation
import Markup
import Notation
import Testing

/// The inputs that fuzzing starts from, and those it failed at once: `Scripts/fuzz` makes more of them.
@Suite("Fuzzed inputs")
struct MarkupFuzzSeedTests {
    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fuzz/Seeds")

    private static func inputs(_ target: String) -> [(name: String, bytes: [UInt8])] {
        let files = try? FileManager.default.contentsOfDirectory(
            at: folder.appending(path: target), includingPropertiesForKeys: nil)
        return (files ?? []).compactMap { file in
            (try? Data(contentsOf: file)).map { (file.lastPathComponent, Array($0)) }
        }
    }

    @Test("Every fragment is clean after one pass")
    func fragments() {
        let inputs = Self.inputs("sanitizer")
        #expect(!inputs.isEmpty)
        let sanitizer = HTMLSanitizer(base: URLReference("https://news.example/a/b"))
        for (name, bytes) in inputs {
            let clean = sanitizer.sanitize(Array(String(decoding: bytes, as: UTF8.self).utf8)).html
            #expect(sanitizer.sanitize(clean).html == clean, "\(name)")
        }
    }

    @Test("Every text is well-formed UTF-8 after decoding, whatever was said of it")
    func encodings() {
        let inputs = Self.inputs("encodings")
        #expect(!inputs.isEmpty)
        for (name, bytes) in inputs {
            for label in [nil, "utf-8", "utf-16", "gb18030", "iso-2022-jp", "euc-kr", "nonsense"] as [String?] {
                let document = Decoding.document(bytes, charset: label).utf8
                #expect(String(validating: document, as: UTF8.self) != nil, "\(name)")
                #expect(String(validating: Decoding.page(bytes, charset: label).utf8, as: UTF8.self) != nil, "\(name)")
            }
        }
    }
}
