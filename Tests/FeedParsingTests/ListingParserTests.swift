import FeedParsing
import Notation
import Testing

@Suite("Pages that list articles")
struct ListingParserTests {
    private static let page = """
        <!DOCTYPE html><html><head><title>Ministry</title><base href="/en/"></head><body>
        <nav><a href="/about">About</a><a href="news">All news</a></nav>
        <ul>
        <li class="card"><a href="news/2026/talks-open"><img src="x.jpg" alt=""></a>
          <h3><a href="news/2026/talks-open?utm_source=home">Talks open in Oslo</a></h3>
          <time datetime="2026-03-10T09:30:00">10 March</time></li>
        <li class="card"><h3><a href="https://mfa.example/en/news/2026/envoy-recalled#top">Envoy &amp; staff recalled</a></h3>
          <time datetime="2026-03-09">9 March</time></li>
        <li class="card"><h3><a href="news/2026/undated">Undated</a></h3></li>
        <li><a href="https://elsewhere.example/en/news/2026/x">Elsewhere</a></li>
        </ul></body></html>
        """

    private func parse(_ rules: ListingRules, _ page: String = Self.page) -> ParsedDocument {
        ListingParser(rules).parse(Array(page.utf8), context: ParseContext(url: "https://mfa.example/en/press"))
    }

    @Test("Each article that matches is an entry, once, with the title and date that the expressions find")
    func entries() throws {
        let rules = ListingRules(
            linkPattern: "https://mfa.example/en/news/2026/*", titlePath: "ancestor::li//h3",
            datePath: "ancestor::li//time/@datetime", offset: 3600)
        let document = parse(rules)
        #expect(document.format == .listing)
        #expect(document.isFeed)
        #expect(
            document.entries.map(\.key) == [
                "https://mfa.example/en/news/2026/talks-open", "https://mfa.example/en/news/2026/envoy-recalled",
                "https://mfa.example/en/news/2026/undated",
            ])
        #expect(document.entries.map { $0.link ?? "" } == document.entries.map(\.key))
        #expect(document.entries.map { $0.title?.text } == ["Talks open in Oslo", "Envoy & staff recalled", "Undated"])
        #expect(document.entries[0].published == Timestamp(rfc3339: "2026-03-10T08:30:00Z"))
        #expect(document.entries[1].publishedDate?.isDayOnly == true)
        #expect(document.entries[2].published == nil)
    }

    @Test(
        "A pattern is held against path or whole address",
        arguments: [
            ("/en/news/2026/*", 4), ("*/news/*", 4), ("https://mfa.example/*", 5), ("/en/news", 1), ("/about", 1),
            ("*undated", 1), ("http://*", 0), ("", 0), ("*", 6), ("/en/news/*/talks-open", 1),
        ])
    func patterns(pattern: String, count: Int) {
        #expect(parse(ListingRules(linkPattern: pattern)).entries.count == count)
    }

    @Test("Without expressions the link's own text is the title, the first that is not empty")
    func plain() {
        let document = parse(ListingRules(linkPattern: "/en/news/2026/talks*"))
        #expect(document.entries.map { $0.title?.text } == ["Talks open in Oslo"])
    }

    @Test("A page without a match says so, as one whose design has changed must")
    func none() {
        let document = parse(ListingRules(linkPattern: "/presse/*"))
        #expect(document.format == .unknown)
        #expect(document.problems.map(\.message) == ["no link of the page matches /presse/*"])
        #expect(parse(ListingRules(linkPattern: "*"), "").format == .unknown)
    }

    @Test(
        "An expression that cannot be used says so, before and while reading",
        arguments: ["//[", "ancestor::", "nofunction(1)", "$unbound", "1 +", String(repeating: "(", count: 2000)])
    func badExpressions(path: String) {
        let document = parse(ListingRules(linkPattern: "*", titlePath: path))
        #expect(document.format == .unknown)
        #expect(document.problems.first?.message.hasPrefix("XPath `") == true)
    }

    @Test("Expressions are checked without a page")
    func check() {
        #expect(ListingRules(linkPattern: "*", titlePath: "..//h3", datePath: "string(@title)").problem == nil)
        #expect(ListingRules(linkPattern: "*", titlePath: "//[").problem?.contains("XPath 1.0") == true)
    }

    @Test("Pages made to be slow, large or deep end soon", .timeLimit(.minutes(1)), arguments: 0..<17)
    func hostile(number: Int) {
        let rules = ListingRules(
            linkPattern: "*", titlePath: "ancestor::*[1]/following::*//text()", datePath: "count(//*//*)")
        let start = ContinuousClock.now
        let document = parse(rules, hostilePages[number])
        #expect(document.entries.count <= ListingParser.entryLimit)
        #expect(ContinuousClock.now - start < .seconds(10), "page \(number)")
    }

    @Test(
        "A page that sends its reader on says where",
        arguments: [
            ("<meta http-equiv=refresh content=\"0; url=/story\">", "https://agg.example/story"),
            ("<META HTTP-EQUIV='Refresh' CONTENT=\"0;URL='https://outlet.example/a'\">", "https://outlet.example/a"),
            ("<meta http-equiv=refresh content=\"300; url=/self\">", nil),
            ("<meta http-equiv=refresh content=30>", nil),
            ("<body><meta http-equiv=refresh content=\"0; url=/story\">", nil),
            ("<meta http-equiv=refresh content=\"0; url=javascript:x\">", nil), ("<meta name=refresh>", nil), ("", nil),
        ] as [(String, String?)])
    func refresh(page: String, target: String?) {
        #expect(Autodiscovery.refresh(inPage: Array(page.utf8), url: "https://agg.example/r?x") == target)
    }

    @Test("A document that was cut off is told from one with faults")
    func truncated() {
        let whole = "<rss version=\"2.0\"><channel><item><title>A</title></item></channel></rss>"
        for (text, isTruncated) in [
            (whole, false), (String(whole.dropLast(8)), true),
            ("<rss><channel><item><title>A &x;</item></channel></rss>", false),
        ] {
            #expect(FeedParser().parse(Array(text.utf8)).isTruncated == isTruncated)
        }
    }
}

/// Pages made to be slow, large or deep, by number: a failure shall not print them.
private let hostilePages: [String] = [
    "<a " + (0..<300_000).map { "a\($0)=1 " }.joined() + "href=x>x</a>",
    String(repeating: "<div>", count: 400_000) + "<a href=x>x</a>",
    String(repeating: "<b>", count: 200_000) + String(repeating: "</i>", count: 400_000),
    String(repeating: "<a href=x>", count: 300_000), String(repeating: "<", count: 1_000_000),
    String(repeating: "<!--", count: 300_000), String(repeating: "<a href=\"", count: 200_000),
    String(repeating: "<script>", count: 200_000), "<a href='" + String(repeating: "&amp", count: 300_000) + "'>",
    String(repeating: "<p a=\">\" b", count: 200_000), "\u{0}<a href=\"x\u{0}y\">\u{0}</a>",
    "<svg:a href=x xmlns:svg=y><a:b:c =\"\" ==>", "<a href>", "</", "<a", "<!", "<?",
]
