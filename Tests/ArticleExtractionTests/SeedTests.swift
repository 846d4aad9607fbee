import ArticleExtraction
import Foundation
import Testing

/// The acceptance texts that lie beside the checkout, as pages without any structure.
private let seedFolder: URL = {
    let shared = ProcessInfo.processInfo.environment["DEMARCHE_SHARED"].map { URL(filePath: $0) }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    return (shared ?? root.appending(path: "../shared")).appending(path: "seeds")
}()

@Suite(
    "Article extraction: seed texts", .enabled(if: FileManager.default.fileExists(atPath: seedFolder.path), "no seeds"))
struct SeedTests {
    /// Lines that end a sentence, teaser aside, and are no boilerplate: they must all come out.
    private static let boilerplate = [
        "Dark", "Light", "February 1, 2026", "Also Read;", "Author", "Leave a Reply", "Your email address",
        "Don't Miss",
        "Ramaphosa Urges", "South African President", "Europe Pushes", "European leaders have",
    ]

    @Test("Every boilerplate line goes, every body line stays")
    func seeds() throws {
        let files = try FileManager.default.contentsOfDirectory(at: seedFolder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files where file.pathExtension == "txt" {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
            let page = "<html><body><div>" + lines.map { "<p>\($0)</p>\n" }.joined() + "</div></body></html>"
            let article = ArticleExtractor().extract(Array(page.utf8), url: nil)
            let kept = article.text.components(separatedBy: "\n\n")
            for line in lines {
                let isCut = Self.boilerplate.contains { line == $0 || ($0.utf8.count > 8 && line.hasPrefix($0)) }
                let isTitle = line == article.title
                #expect(kept.contains(line) == !(isCut || isTitle), "\(file.lastPathComponent): \(line)")
            }
        }
    }
}
