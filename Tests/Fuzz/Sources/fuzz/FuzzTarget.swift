import ArticleExtraction
import FeedParsing
import Foundation
import Markup
import Notation

/// What is fuzzed, with what must hold for every input besides that nothing crashes.
enum FuzzTarget: String, CaseIterable {
    case feeds, dates, sanitizer, encodings, pages

    /// The target that the environment names.
    static let chosen = ProcessInfo.processInfo.environment["FUZZ_TARGET"].flatMap(FuzzTarget.init) ?? .feeds

    /// Runs one input.
    func run(_ bytes: [UInt8]) {
        switch self {
        case .feeds: feeds(bytes)
        case .dates: dates(bytes)
        case .sanitizer: sanitizer(bytes)
        case .encodings: encodings(bytes)
        case .pages: pages(bytes)
        }
    }

    /// The line is JSON in one line; entries come the same whether gathered or handed out.
    private func feeds(_ bytes: [UInt8]) {
        let context = ParseContext(url: "https://news.example/feeds/all.xml")
        let document = FeedParser().parse(bytes, context: context)
        let line = document.jsonLine()
        precondition(line.firstIndex(of: 0x0A) == line.count - 1, "a line of JSON is one line")
        precondition((try? JSONReader.read(line)) != nil, "a line of JSON is JSON")
        precondition(Set(document.entries.map(\.key)).count == document.entries.count, "keys are unique")
        precondition(document.isFeed || !document.problems.isEmpty, "what is no feed says so")
        var count = 0
        _ = FeedParser().parse(bytes, context: context) { _ in count += 1 }
        precondition(count == document.entries.count, "the entries handed out are those gathered")
    }

    /// What was read is an instant that can be written and read again.
    private func dates(_ bytes: [UInt8]) {
        guard let reading = DateReader.read(String(decoding: bytes, as: UTF8.self)) else { return }
        let written = reading.instant.description
        if written.utf8.count == 20 {
            precondition(Timestamp(rfc3339: written) == reading.instant, "an instant is written as it is")
        }
    }

    /// What is clean stays as it is: a second reader finds nothing else in it.
    private func sanitizer(_ bytes: [UInt8]) {
        let html = Array(String(decoding: bytes, as: UTF8.self).utf8)
        let sanitizer = HTMLSanitizer(base: URLReference("https://news.example/a/b"))
        let clean = sanitizer.sanitize(html)
        precondition(String(validating: clean.html, as: UTF8.self) != nil, "clean HTML is UTF-8")
        precondition(String(validating: clean.text, as: UTF8.self) != nil, "its text is UTF-8")
        precondition(sanitizer.sanitize(clean.html).html == clean.html, "clean HTML is clean")
    }

    /// An article is whole or says why not, its HTML has nothing that acts, and what was learned is read as it was.
    private func pages(_ bytes: [UInt8]) {
        let extractor = ArticleExtractor()
        let article = extractor.extract(bytes, url: "https://news.example/a/b?c")
        let line = Array(article.json(file: "a").utf8)
        precondition(!line.contains(0x0A) && (try? JSONReader.read(line)) != nil, "a line of JSON is JSON in one line")
        precondition((article.extraction == .failed) == article.text.isEmpty, "what has text did not fail")
        precondition((article.html == nil) == article.text.isEmpty, "text and HTML come together")
        precondition(article.error == nil || article.text.isEmpty, "an error leaves no text")
        let html = HTMLDocument(page: Array((article.html ?? "").utf8))
        for node in 0..<html.count {
            if let href = html.string(.href, of: node) {
                precondition(URLReference(href).isHTTP, "links lead to pages")
            }
            precondition(html.attribute(.style, of: node) == nil && html.attribute(.src, of: node) == nil)
        }
        var memory = SiteMemory()
        memory.learn(article)
        precondition(SiteMemory(json: memory.json) == memory, "a memory is read as it was written")
        for number in 0..<3 { memory.learn(extractor.extract(bytes, url: "https://news.example/\(number)")) }
        _ = extractor.extract(bytes, url: nil, memory: memory)
    }

    /// Whatever is said of the bytes, the text is well-formed UTF-8.
    private func encodings(_ bytes: [UInt8]) {
        // Up to the first line feed: what the transport says.
        let end = bytes.prefix(40).firstIndex(of: 0x0A) ?? 0
        let charset = end > 0 ? String(decoding: bytes[..<end], as: UTF8.self) : nil
        let text = Array(bytes[end...])
        precondition(String(validating: Decoding.document(text, charset: charset).utf8, as: UTF8.self) != nil)
        precondition(String(validating: Decoding.page(text, charset: charset).utf8, as: UTF8.self) != nil)
    }
}

/// libFuzzer's callback.
func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
}
