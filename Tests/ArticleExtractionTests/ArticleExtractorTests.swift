import ArticleExtraction
import Notation
import Testing

@Suite("Article extraction: body")
struct ArticleExtractorTests {
    static let paragraphs = [
        "Negotiators from Velland and Osmar met for six hours on Tuesday and agreed to meet again before the month is out.",
        "“We have a list of eleven points,” the Vellandic envoy, Ida Rosk, told reporters as she left the old customs house.",
        "Osmar wants the ferries to run again first, while Velland insists that the buoys must be moved back to the line of 1974.",
        "Neither side gave a date, and officials of both said that the harbour would stay closed until the papers are signed.",
    ]

    private func extract(_ page: String, url: String? = nil) -> ExtractedArticle {
        ArticleExtractor().extract(Array(page.utf8), url: url)
    }

    private func blocks(_ article: ExtractedArticle) -> [String] {
        article.text.split(separator: "\n\n", omittingEmptySubsequences: false).map { String($0) }
    }

    private static func paragraph(_ text: String) -> String { "<p>\(text)</p>\n" }

    @Test("A page of bare paragraphs keeps its body and sub-headings and loses all around them")
    func barePage() {
        let before = ["Dark", "Light", "Envoys Agree to Meet Again Over Closed Harbour", "February 3, 2026"]
        let after = [
            "Author", "Leave a Reply", "Your email address will not be published.", "Don't Miss",
            "Lighthouse Keepers Ask for Better Boots", "The keepers of the northern lights have asked the ministry for",
        ]
        let body =
            Self.paragraphs[..<2] + ["Also Read; Fishermen Return to Port After Storm", "A Line Drawn in Water"]
            + Self.paragraphs[2...]
        let page = "<html><body><div>" + (before + body + after).map(Self.paragraph).joined() + "</div></body></html>"
        let article = extract(page)
        #expect(blocks(article) == Self.paragraphs[..<2] + ["A Line Drawn in Water"] + Self.paragraphs[2...])
        #expect(article.title == before[2])
        #expect(article.published?.description == "2026-02-03T00:00:00Z")
        #expect(article.publishedPrecision == .day)
        #expect(
            article.removed.contains(Removal(reason: .related, text: "Also Read; Fishermen Return to Port After Storm"))
        )
    }

    @Test(
        "What stands among the paragraphs and is none of the article is cut, with its reason",
        arguments: [
            ("<div class='related-links'><h3>More</h3><a href='/a'>Another story of ours today</a></div>", "related"),
            (
                "<figure><img src='a.jpg'><figcaption>The harbour in June. Photo: N. Falk</figcaption></figure>",
                "caption"
            ),
            ("<aside><p><a href='/x'>Ferry strike enters second week</a></p></aside>", "related"),
            ("<p>Read more: <a href='/x'>Ferry strike enters second week</a></p>", "related"),
            ("<p>Lesen Sie auch: Fährstreik geht weiter</p>", "related"),
            ("<p>Читайте также: Паромы стоят вторую неделю</p>", "related"),
            ("<p>اقرأ أيضا: إضراب العبارات يدخل أسبوعه الثاني</p>", "related"),
            ("<p>関連記事：フェリーのストライキ続く</p>", "related"),
            ("<p>Story continues below advertisement</p>", "ad"),
            ("<ul class='share-buttons'><li>Post this story</li></ul>", "share"),
            ("<div class='newsletter-signup'><p>Every morning in your inbox.</p></div>", "newsletter"),
            ("<p>Sign up for our harbour letter, every Friday</p>", "newsletter"),
            ("<p>We use cookies to make this site work better for you.</p>", "cookie"),
        ])
    func cut(block: String, reason: String) {
        let body = Self.paragraphs.map(Self.paragraph)
        let page =
            "<html><body><article><h1>Envoys agree</h1>" + body[0] + body[1] + block + body[2] + body[3]
            + "</article></body></html>"
        let article = extract(page)
        #expect(blocks(article) == Self.paragraphs)
        #expect(article.removed.contains { $0.reason.rawValue == reason }, "\(article.removed)")
    }

    @Test(
        "What belongs to the article stays",
        arguments: [
            ("<h2>What comes next</h2>", "What comes next"),
            ("<blockquote><p>The sea does not read treaties.</p></blockquote>", "The sea does not read treaties."),
            ("<ul><li>moving eleven buoys</li></ul>", "moving eleven buoys"),
            ("<div>A line that stands bare in a division, as some systems write it.</div>", nil),
            (
                "<p>Watch the buoys, an old pilot says: if they move at night, the talks have failed, and no paper will help.</p>",
                nil
            ),
            ("<p>It was, she said, <a href='/x'>a fair wind</a>.</p>", "It was, she said, a fair wind."),
        ] as [(String, String?)])
    func kept(block: String, text: String?) {
        let body = Self.paragraphs.map(Self.paragraph)
        let page =
            "<html><body><article><h1>Envoys agree</h1>" + body[0] + body[1] + block + body[2] + body[3]
            + "</article></body></html>"
        let kept = blocks(extract(page))
        #expect(kept.count == 5)
        if let text { #expect(kept.contains(text)) }
        #expect(Self.paragraphs.allSatisfy(kept.contains))
    }

    @Test("The standfirst above the body is kept once, the headline not at all")
    func standfirst() {
        let lead = "After six hours in the customs house, two neighbours have little to show but a second date."
        let page = """
            <html><head><meta property="og:title" content="Envoys agree to meet again"></head><body>
            <header><h1>Envoys agree to meet again</h1><p class="standfirst">\(lead)</p></header>
            <div class="article-body">\(Self.paragraphs.map(Self.paragraph).joined())</div></body></html>
            """
        #expect(blocks(extract(page)) == [lead] + Self.paragraphs)
    }

    @Test("Line breaks part paragraphs as tags do")
    func lineBreaks() {
        let page = "<html><body><div>" + Self.paragraphs.joined(separator: "<br><br>") + "</div></body></html>"
        #expect(blocks(extract(page)) == Self.paragraphs)
    }

    @Test("The HTML has structure and absolute links and nothing that runs")
    func html() throws {
        let page = """
            <html><body><article><h1>Envoys</h1>\(Self.paragraphs.map(Self.paragraph).joined())
            <h2 onclick="x()">Next &lt;steps&gt;</h2><p>See <a href="../map" onclick="x()">the map</a>,
            <a href="javascript:x()">not this</a>, and <em>wait</em> for the harbour master to speak again on Friday.</p>
            </article></body></html>
            """
        let html = try #require(extract(page, url: "https://news.example/a/b/c").html)
        #expect(html.contains("<h2>Next &lt;steps&gt;</h2>"))
        #expect(html.contains("<a href=\"https://news.example/a/map\">the map</a>"))
        #expect(html.contains("<em>wait</em>"))
        #expect(!html.contains("onclick") && !html.contains("javascript"))
    }

    /// Named by number in the tests, so that a failure does not print a megabyte.
    private static let emptyPages: [(page: String, hasError: Bool)] = [
        ("", true), ("   ", false), ("<html><body></body></html>", false), ("<script>var a = 1</script>", true),
        (String(repeating: "<div>", count: 100_000), true), (String(repeating: "<b>x</b>", count: 200_000), false),
        (String(repeating: "\0", count: 1000), false), ("{\"json\": true}", false), ("%PDF-1.4 \u{1}\u{2}", false),
    ]

    @Test(
        "A page without an article gives a clear result", .timeLimit(.minutes(1)),
        arguments: emptyPages.indices)
    func noArticle(number: Int) {
        let (page, hasError) = Self.emptyPages[number]
        let article = extract(page)
        #expect(article.title == nil)
        if hasError {
            #expect(article.error != nil)
            #expect(article.extraction == .failed)
            #expect(article.text.isEmpty)
        }
    }

    /// Each was, or might be, work without end: by number too.
    private static let hugePages = [
        String(repeating: "<br>", count: 250_000),
        "<title>" + String(repeating: "a | b - ", count: 60_000) + "</title><p>x",
        "<h1>" + String(repeating: "word ", count: 100_000) + "</h1><p>x",
        String(repeating: "<div itemprop=author>", count: 900) + String(repeating: "word ", count: 50_000),
        String(repeating: "<div>", count: 900) + String(repeating: "<li>Word by word they met.", count: 20_000),
        "<script type='application/ld+json'>" + String(repeating: "{\"a\":", count: 100_000) + "</script><p>x",
        String(repeating: "<meta name=author content='Ida Rosk'>", count: 20_000),
        String(repeating: "<a href='/author/x'>Ida Rosk</a> ", count: 20_000),
    ]

    @Test("A page made to cost much costs little", .timeLimit(.minutes(1)), arguments: hugePages.indices)
    func huge(number: Int) {
        let article = extract(Self.hugePages[number], url: "https://news.example/a")
        #expect((article.title ?? "").utf8.count <= 2000)
        #expect(article.authors.count <= 40)
        #expect(article.error == nil)
    }

    @Test(
        "A page of a million tags is refused, and the error says the limit",
        arguments: ["<br>", "<li>", "<td>", "<p>x", "<b>"])
    func tooMany(tag: String) {
        let article = extract(String(repeating: tag, count: 1_000_000), url: "https://news.example/a")
        #expect(article.error == .tooManyElements(limit: 300_000) || article.error == .tooDeep(limit: 1024))
        #expect(article.extraction == .failed)
    }

    @Test("A page over the limit is refused, and the error says the limit")
    func tooLarge() {
        let article = ArticleExtractor().extract(
            [UInt8](repeating: 0x41, count: ArticleExtractor.byteLimit + 1), url: nil)
        #expect(article.error == .tooLarge(limit: ArticleExtractor.byteLimit))
    }

    @Test("A NUL or a broken character in the middle costs nothing around it")
    func brokenBytes() {
        let body = Self.paragraphs.map(Self.paragraph)
        var bytes = Array(("<html><meta charset=utf-8><body><article>" + body[0] + body[1]).utf8)
        bytes += [0x3C, 0x70, 0x3E, 0x00, 0xC3, 0x3C, 0x2F, 0x70, 0x3E]
        bytes += Array((body[2] + body[3] + "</article></body></html>").utf8)
        let text = ArticleExtractor().extract(bytes, url: nil).text
        #expect(Self.paragraphs.allSatisfy { text.contains($0) })
    }
}
