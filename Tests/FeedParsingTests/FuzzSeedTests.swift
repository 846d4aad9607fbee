import FeedParsing
import Foundation
import Notation
import Testing

/// The inputs that fuzzing starts from, and those it failed at once: `Scripts/fuzz` makes more of them.
@Suite("Fuzzed inputs")
struct FuzzSeedTests {
    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fuzz/Seeds")

    private static func inputs(_ target: String) -> [(name: String, bytes: [UInt8])] {
        let files = try? FileManager.default.contentsOfDirectory(
            at: folder.appending(path: target), includingPropertiesForKeys: nil)
        return (files ?? []).compactMap { file in
            (try? Data(contentsOf: file)).map { (file.lastPathComponent, Array($0)) }
        }
    }

    @Test("Every feed gives a line of JSON, and the same entries when they are handed out")
    func feeds() throws {
        let inputs = Self.inputs("feeds")
        #expect(!inputs.isEmpty)
        for (name, bytes) in inputs {
            let document = FeedParser().parse(bytes, context: ParseContext(url: "https://news.example/feed"))
            let line = document.jsonLine()
            #expect(line.firstIndex(of: 0x0A) == line.count - 1, "\(name)")
            _ = try JSONReader.read(line)
            var keys: [String] = []
            _ = FeedParser().parse(bytes, context: ParseContext(url: "https://news.example/feed")) {
                keys.append($0.key)
            }
            #expect(keys == document.entries.map(\.key) && Set(keys).count == keys.count, "\(name)")
        }
    }

    @Test("Every date that is read can be written and read again")
    func dates() {
        let inputs = Self.inputs("dates")
        #expect(!inputs.isEmpty)
        for (name, bytes) in inputs {
            guard let instant = DateReader.read(utf8: bytes)?.instant else { continue }
            #expect(Timestamp(rfc3339: instant.description) == instant, "\(name)")
        }
    }
}
