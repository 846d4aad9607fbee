import ArticleExtraction
import Foundation
import Testing

@Suite("Site memory")
struct SiteMemoryTests {
    static let notice = "The Osmar Post is printed on the island and lives from its readers."
    static let teaser = "Tides and times, every morning at six on our harbour page."

    private func page(_ number: Int, extra: [String] = [], between: String? = nil) -> [UInt8] {
        var paragraphs = Self.story(number)
        if let between { paragraphs.insert(between, at: 2) }
        let body = (paragraphs + extra).map { "<p>\($0)</p>" }.joined(separator: "\n")
        return Array("<html><body><article><h1>Story \(Self.word(number))</h1>\(body)</article></body></html>".utf8)
    }

    /// A story whose sentences no other number has.
    static func story(_ number: Int) -> [String] {
        (0..<5).map { line in
            let words = (0..<14).map { word(number * 97 + line * 31 + $0 * 7) }.joined(separator: " ")
            return "On the \(word(number + line)) quay they \(words) before the \(word(number * 3)) tide came in again."
        }
    }

    private static func word(_ number: Int) -> String {
        let letters = Array("bcdfglmnprstv"), vowels = Array("aeiou")
        var rest = number &* 7919 &+ 13, word = ""
        for _ in 0..<3 {
            word.append(letters[rest % letters.count])
            rest /= 3
            word.append(vowels[rest % vowels.count])
            rest /= 2
        }
        return word + String(number % 10 == 0 ? "n" : "s")
    }

    private func address(_ number: Int) -> String { "https://www.news.example/\(number)" }

    private func learn(_ numbers: some Sequence<Int>, _ page: (Int) -> [UInt8]) -> SiteMemory {
        var memory = SiteMemory()
        for number in numbers {
            memory.learn(ArticleExtractor().extract(page(number), url: address(number), memory: memory))
        }
        return memory
    }

    private func blocks(_ article: ExtractedArticle) -> [String] { article.text.components(separatedBy: "\n\n") }

    @Test("What stood on three articles is cut from the fourth, and the reason says on how many it was seen")
    func cut() {
        let memory = learn(1...3) { page($0, extra: [Self.notice, Self.teaser]) }
        let bytes = page(4, extra: [Self.notice, Self.teaser])
        #expect(blocks(ArticleExtractor().extract(bytes, url: address(4))).contains(Self.notice))
        let article = ArticleExtractor().extract(bytes, url: address(4), memory: memory)
        #expect(blocks(article) == Self.story(4))
        #expect(article.removed.contains(Removal(reason: .template, text: Self.notice, seenOn: 3)))
        #expect(article.json(file: "a").contains("\"seenOn\":3"))
        #expect(article.explanation.contains("template (seen on 3 other pages)"))
    }

    @Test("A page that was learned from does not count itself")
    func ownPage() {
        let memory = learn(1...3) { page($0, extra: [Self.notice]) }
        let article = ArticleExtractor().extract(page(2, extra: [Self.notice]), url: address(2), memory: memory)
        #expect(article.removed.first { $0.seenOn != nil }?.seenOn == 2)
    }

    @Test("Two articles are not enough, and copies of one count once")
    func copies() {
        #expect(learn(1...2) { page($0, extra: [Self.notice]) }.blockCount == 0)
        let memory = learn([1, 2, 1, 2, 2, 1]) { page($0, extra: [Self.notice]) }
        #expect(memory.pageCount == 2)
        var copied = SiteMemory()
        for number in 1...6 {
            // One agency's report under six addresses, each with a line of its own.
            let bytes = page(1, extra: [Self.notice, Self.story(number + 20)[0]])
            copied.learn(ArticleExtractor().extract(bytes, url: address(number)))
        }
        #expect(copied.pageCount == 1)
        #expect(copied.blockCount == 0)
    }

    @Test("A cut line is seen again where it was cut, so that it stays known")
    func renewed() {
        let memory = learn(1...80) { page($0, extra: [Self.notice]) }
        #expect(memory.pageCount == 80)
        let article = ArticleExtractor().extract(page(90, extra: [Self.notice]), url: address(90), memory: memory)
        #expect(article.removed.contains { $0.seenOn == 80 })
    }

    @Test("A template that the site gave up is forgotten")
    func forgotten() {
        let memory = learn(1...60) { page($0, extra: $0 <= 20 ? [Self.notice] : [Self.teaser]) }
        let article = ArticleExtractor().extract(
            page(90, extra: [Self.notice, Self.teaser]), url: address(90), memory: memory)
        #expect(blocks(article).contains(Self.notice))
        #expect(!blocks(article).contains(Self.teaser))
    }

    @Test("A background paragraph that some of many articles share stays, a sub-heading too")
    func background() {
        let paragraph =
            "The two islands have been at odds over the ferry line since the treaty of 1974, which neither side has "
            + "ever ratified, and three rounds of talks have ended without a paper that both would sign."
        let memory = learn(1...25) { number in
            page(number, extra: [], between: number % 5 == 0 ? paragraph : nil)
        }
        let article = ArticleExtractor().extract(page(40, between: paragraph), url: address(40), memory: memory)
        #expect(blocks(article).contains(paragraph))

        let heading = "</p><h2>What comes next</h2><p>"
        let headed = learn(1...6) { page($0, between: Self.story($0 + 50)[1] + heading + Self.story($0 + 70)[2]) }
        let other = ArticleExtractor().extract(
            page(45, between: Self.story(80)[1] + heading + Self.story(81)[2]), url: address(45), memory: headed)
        #expect(blocks(other).contains("What comes next"))
    }

    @Test("A memory stays small, is written the same way each time and read as it was")
    func json() throws {
        let memory = learn(1...70) { number in
            page(number, extra: (0..<60).map { "Line \($0) of the tables on page \(number), with figures." })
        }
        #expect(memory.json.count < 80_000)
        let read = try #require(SiteMemory(json: memory.json))
        #expect(read == memory)
        #expect(read.json == memory.json)
        let sites = try #require(
            SiteMemory.sites(json: SiteMemory.json(of: ["news.example": memory, "": SiteMemory()])))
        #expect(sites["news.example"] == memory)
    }

    @Test(
        "What is no memory is not read as one",
        arguments: [
            "", "{}", "[]", "{\"version\":2,\"pageCount\":0,\"pages\":[],\"blocks\":[]}",
            "{\"version\":1,\"pageCount\":0,\"pages\":[],\"blocks\":[\"a 1 1 1\"]}",
            "{\"version\":1,\"pageCount\":-5,\"pages\":[],\"blocks\":[]}",
            "{\"version\":1,\"pageCount\":9,\"pages\":[\"§\"],\"blocks\":[]}",
            "{\"version\":1,\"pageCount\":9,\"pages\":[],\"blocks\":[\"zz 99999999999999999999 1 1\"]}",
        ])
    func unreadable(text: String) {
        #expect(SiteMemory(json: Array(text.utf8)) == nil)
    }

    @Test("A site is its host, with or without www")
    func site() {
        #expect(SiteMemory.site(of: "https://www.news.example/a?b") == "news.example")
        #expect(SiteMemory.site(of: "https://news.example:8443/") == "news.example")
        #expect(SiteMemory.site(of: nil) == "")
    }
}
