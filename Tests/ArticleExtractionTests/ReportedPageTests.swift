import ArticleExtraction
import Foundation
import Notation
import Testing

/// What people reported of pages to feed readers and extractors.
@Suite("Reported pages")
struct ReportedPageTests {
    static let headline = "Iceland and Oman agree on a cod research ship"
    static let paragraphs = [
        "Iceland and Oman agreed in Muscat on Tuesday to share a ship that studies cod, after a year of letters between the two navies.",
        "The Icelandic minister of fisheries, Jón Karlsson, said the vessel would sail before the first snow of the winter.",
        "Oman had asked in April for a say in where the ship goes, which Iceland first refused and then accepted.",
        "The two countries will pay for fuel in turn, and each sends four researchers, according to the text that was read out.",
        "Fishing unions in Reykjavík called the plan generous, though they want a seat at the table when routes are drawn.",
    ]
    private static let address = "https://tide.example/2026/cod-ship"

    static func body(_ count: Int = 5, from first: Int = 0) -> String {
        paragraphs[first..<count].map { "<p>\($0)</p>" }.joined(separator: "\n")
    }

    func extract(
        _ body: String, head: String = "<title>\(headline) | The Tide</title>", url: String? = address
    ) -> ExtractedArticle {
        let page = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">\(head)</head><body>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>\(body)
            <footer><p>Copyright 2026 The Tide.</p></footer></body></html>
            """
        return ArticleExtractor().extract(Array(page.utf8), url: url)
    }

    func expectWhole(_ article: ExtractedArticle, _ count: Int = 5, without others: [String] = []) {
        for paragraph in Self.paragraphs.prefix(count) { #expect(article.text.contains(paragraph)) }
        for other in others { #expect(!article.text.contains(other)) }
    }

    // MARK: Leads

    @Test(
        "the paragraph before an element that is named for the text is part of it",
        arguments: [
            "class=\"article-body\"", "itemprop=\"articleBody\"", "class=\"entry-content\"", "id=\"body\"",
            "class=\"post-content\"", "class=\"story-body\"", "class=\"article-text\"", "class=\"article__body\"",
            "class=\"x1\"",
        ],
        [
            "<h1>\(headline)</h1>", "<h2>\(headline)</h2>", "<h3>\(headline)</h3>",
            "<div class=\"headline\">\(headline)</div>", "<h1><img src=\"/logo.png\" alt=\"The Tide\"></h1>",
            "<p class=\"title\">\(headline)</p>", "<header><h1><span>Breaking: \(headline)</span></h1></header>",
            "<h1>Island und Oman teilen ein Schiff</h1>", "<h1><a href=\"/\">The Tide</a></h1>", "",
        ])
    func lead(attribute: String, top: String) {
        for (first, rest) in [(Self.body(1), Self.body(from: 1)), (Self.body(2), Self.body(from: 2))] {
            let page =
                "<div class=\"sheet\"><div class=\"up\">\(top)</div><div class=\"q7\">\(first)</div><div \(attribute)>\(rest)</div></div>"
            expectWhole(extract(page))
        }
    }

    @Test(
        "so is the paragraph before an element whose own name says that it holds the text",
        arguments: ["main", "article", "section"], ["h1", "h2"])
    func leadBeforeElement(element: String, heading: String) {
        let page =
            "<div class=\"sheet\"><\(heading)>\(Self.headline)</\(heading)><p class=\"q7\">\(Self.paragraphs[0])</p><\(element)>\(Self.body(from: 1))</\(element)></div>"
        expectWhole(extract(page))
    }

    @Test("an article that is parted where advertisements go is whole", arguments: [1, 2, 3])
    func parted(count: Int) {
        func row(_ paragraphs: String) -> String {
            "<section class=\"row\"><div class=\"column\"><div class=\"story-text\">\(paragraphs)</div></div></section>"
        }
        let long = (1...14).map {
            "<p class=\"line\">Note \($0) of the two navies says which of them pays for the fuel on the way there and back.</p>"
        }.joined()
        let parts = Self.paragraphs.map { "<p class=\"line\">\($0)</p>" }
        let other = "<section class=\"row\"><div class=\"teasers\"><p>\(Self.asking)</p></div></section>"
        let page =
            "<main><h2>\(Self.headline)</h2>\(row(parts.prefix(count).joined()))<div class=\"ad\"></div>\(row(parts.dropFirst(count).joined() + long))\(other)</main>"
        expectWhole(extract(page), without: ["cookies"])
    }

    @Test(
        "an element whose label is hidden, or what runs over, is shown itself",
        arguments: [
            "field field--label-hidden field__item", "field-label-hidden", "card overflow-hidden", "overflow-x-hidden",
        ])
    func hiddenLabel(name: String) {
        let parts = Self.paragraphs.map {
            "<div class=\"part\"><h2></h2><div class=\"\(name)\"><p>\($0)</p></div></div>"
        }
        expectWhole(extract("<article><h1>\(Self.headline)</h1><div class=\"parts\">\(parts.joined())</div></article>"))
        let hidden = "<div class=\"hidden\"><p>Your letter to the pilots was sent, and will be read.</p></div>"
        expectWhole(
            extract("<article><h1>\(Self.headline)</h1>\(Self.body())\(hidden)</article>"),
            without: ["letter to the pilots"])
    }

    @Test("an article element with a lesser heading may be a part of the text")
    func articleParts() {
        let parts = Self.paragraphs.enumerated().map { number, paragraph in
            "<article class=\"part\"><header>\(number == 0 ? "<h2>\(Self.headline)</h2>" : "")<p>\(paragraph)</p></header></article>"
        }
        expectWhole(extract("<main><div class=\"sheet\">\(parts.joined())</div></main>"))
    }

    @Test("spans that a style makes blocks are paragraphs of their own")
    func blockSpans() {
        let spans = Self.paragraphs.map { "<span style=\"display: block\">\($0)</span>" }.joined()
        expectWhole(extract("<article><h1>\(Self.headline)</h1><div>\(spans)</div></article>"))
        #expect(
            extract("<article><h1>\(Self.headline)</h1><div>\(spans)</div></article>").text.components(
                separatedBy: "\n\n"
            ).count == 5)
    }

    // MARK: Cookie dialogs

    static let asking =
        "We keep cookies so that the pages load and so that we see who reads what. You may refuse those that are not needed, or change your mind whenever you like."

    @Test(
        "a question about cookies is no part of the text, however long it is beside the article",
        arguments: [
            "class=\"cc-window\" role=\"dialog\"", "id=\"onetrust-consent-sdk\"", "class=\"cookie-banner\"",
            "role=\"alertdialog\"", "class=\"pop\" role=\"dialog\" aria-label=\"consent\"", "id=\"didomi-host\"",
            "class=\"fc-consent-root\"", "class=\"qc-cmp2-container\"", "id=\"sp_message_container_7\"",
            "class=\"privacy-overlay\"",
        ],
        [1, 3, 6, 9])
    func cookies(attributes: String, length: Int) {
        let dialog =
            "<div \(attributes)><h2>Your privacy</h2>\(String(repeating: "<p>\(Self.asking)</p>", count: length))<button>Yes</button></div>"
        for count in [2, 5] {
            let article = "<article><h1>\(Self.headline)</h1>\(Self.body(count))</article>"
            for page in [dialog + article, article + dialog] {
                expectWhole(extract(page), count, without: ["cookies", "Your privacy"])
            }
        }
    }

    @Test("a question about cookies inside the text goes, and the text on both sides of it stays", arguments: [1, 3])
    func cookiesInside(length: Int) {
        let dialog =
            "<div class=\"cookie-box\" role=\"dialog\">\(String(repeating: "<p>\(Self.asking)</p>", count: length))</div>"
        let page =
            "<article><h1>\(Self.headline)</h1><div class=\"article-body\">\(Self.body(2))\(dialog)\(Self.body(from: 2))</div></article>"
        expectWhole(extract(page), without: ["cookies"])
    }

    @Test("tabs of such a dialog go with it, before and after a page without an article element", arguments: [1, 2, 4])
    func cookieTabs(count: Int) {
        let tabs = ["Needed", "Figures", "Adverts", "Others"].map {
            "<div class=\"tab-section\"><a class=\"tab-link\">\($0)</a><div class=\"tab-content\"><p>\($0) cookies help us to do what their name says. They are kept for half a year, and you may switch them off in this box.</p></div></div>"
        }
        let dialog =
            "<div class=\"law-modal\" id=\"lawSettings\" role=\"dialog\"><h4>Privacy at a glance</h4><div>\(Self.asking)</div>\(tabs.joined())</div>"
        let article = "<div class=\"sheet\"><h1>\(Self.headline)</h1><div>\(Self.body(count))</div></div>"
        for page in [dialog + article, article + dialog] {
            expectWhole(extract(page), count, without: ["cookies", "Privacy at a glance"])
        }
    }

    @Test(
        "a window that is laid over the page is no part of the text, whatever it asks for",
        arguments: [
            "<div id=\"cmplz-box\"><div class=\"cmplz-cookiebanner\" aria-modal=\"true\" role=\"dialog\"><div class=\"title\">Manage consent</div><div>\(asking) \(asking)</div><details><summary>Figures</summary><div><span>Storage that lets us count, and for which cookies are the way.</span></div></details></div></div>",
            "<div class=\"pum pum-overlay\" role=\"dialog\" aria-hidden=\"true\"><h2>Keep the light on</h2><p>The lamp of the Tide burns for all, without a gate. Three crowns a week help to keep it burning through the winter.</p><p>A thousand readers give already, and we thank each of them.</p></div>",
            "<div class=\"law-modal\" role=\"dialog\" tabindex=\"-1\"><h4>Privacy at a glance</h4><div>\(asking) \(asking)</div></div>",
        ])
    func overlays(overlay: String) {
        for page in [
            "<article><h1>\(Self.headline)</h1><div class=\"entry-content\">\(Self.body())</div></article>\(overlay)",
            "<main><h1>\(Self.headline)</h1>\(Self.body())</main>\(overlay)",
            "\(overlay)<div class=\"sheet\"><h1>\(Self.headline)</h1>\(Self.body())</div>",
        ] {
            expectWhole(
                extract(page),
                without: ["cookies", "consent", "Storage that", "Keep the light", "A thousand readers", "at a glance"])
        }
    }

    // MARK: Dates

    private static let article = "<article><h1>\(headline)</h1>\(body())</article>"

    @Test(
        "a date of something else is not the article's",
        arguments: [
            "\(article)<aside class=\"related\"><a href=/x>Chad thanks Qatar for its help</a><time datetime=\"2016-05-04\">4 May 2016</time></aside>",
            "\(article)<section class=\"more-from-us\"><h3>More</h3><ul><li><a href=/x>Chad thanks Qatar for its help</a> <time datetime=\"2016-05-04T10:00:00Z\">4 May 2016</time></li></ul></section>",
            "<section class=\"more-from-us\"><ul><li><a href=/x>Chad thanks Qatar for its help</a> <time datetime=\"2016-05-04T10:00:00Z\">4 May 2016</time></li></ul></section>\(article)",
            "\(article)<div><article><h3><a href=/x>Chad thanks Qatar</a></h3><time datetime=\"2016-05-04\">4 May 2016</time></article></div>",
            "\(article)<article><h2>Chad thanks Qatar</h2><time datetime=\"2016-05-04\">4 May 2016</time><p>Chad thanked Qatar for its help with the talks in Doha.</p></article>",
            "\(article)<nav><time datetime=\"2016-05-04\">Wednesday 4 May 2016</time></nav>",
            "<div><a href=/x>Chad thanks Qatar for its help</a><span class=\"date\">4 May 2016</span></div>\(article)",
            "\(article)<ol class=\"commentlist\"><li><time datetime=\"2016-05-04T10:00:00Z\">4 May</time> Well said, I think.</li></ol>",
            "\(article)<p>© 1998-2016 The Tide</p>",
        ])
    func foreignDates(page: String) {
        #expect(extract(page).published == nil)
    }

    @Test(
        "the article's own date is found where it stands",
        arguments: [
            "<article><header><h1>\(headline)</h1><time datetime=\"2026-03-10T08:00:00Z\">10 March 2026</time></header>\(body())</article>",
            "<article><p class=\"date\">10 March 2026</p><h1>\(headline)</h1>\(body())</article>",
            "<article><h1>\(headline)</h1>\(body())<footer><time class=\"published\" datetime=\"2026-03-10T08:00:00Z\">10 March</time></footer></article>",
            "<div class=\"sheet\"><h1>\(headline)</h1><p>By <a href=\"/author/ida-rosk\">Ida Rosk</a> on 10 March 2026</p>\(body())</div>",
            "<div class=\"sheet\"><h1>\(headline)</h1>\(body(2))</div><div class=\"meta\"><span>Posted on:</span> <a href=\"/?day=20260310\">10 March 2026</a></div>",
            "<header><div><a href=\"/2026/cod-ship\">Topic of today // <span>10.03.2026</span></a></div><div><h1>\(headline)</h1><p>\(paragraphs[0])</p></div></header><div class=\"sheet\">\(body(from: 1))</div>",
        ])
    func ownDates(page: String) {
        #expect(extract(page).published?.date.description == "2026-03-10")
    }

    @Test("a line that speaks of another day does not outdo the day in the page's address")
    func addressDate() {
        let page =
            "<article><h1>\(Self.headline)</h1><p class=\"desc\">The ship sails on 5 September 2025.</p>\(Self.body())</article>"
        #expect(
            extract(page, url: "https://tide.example/2026/03/10/cod-ship").published?.date.description == "2026-03-10")
    }

    // MARK: Several descriptions

    private static func linked(_ headline: String, _ url: String, _ date: String, _ author: String, _ more: String = "")
        -> String
    {
        "{\"@type\": \"NewsArticle\", \"headline\": \"\(headline)\", \"url\": \"\(url)\", \"datePublished\": \"\(date)\", \"author\": {\"@type\": \"Person\", \"name\": \"\(author)\"}\(more)}"
    }
    private static let otherLinked = linked(
        "Chad thanks Qatar for its help", "https://tide.example/chad", "2016-05-04T00:00:00Z", "Per Lund")
    private static let ownLinked = linked(
        headline, "https://tide.example/sea/cod-ship-agreed", "2026-03-10T08:00:00Z", "Ida Rosk")

    @Test(
        "of several articles that a page describes, the one with its address or headline is its own",
        arguments: [
            "[\(otherLinked), \(ownLinked)]", "{\"@graph\": [\(otherLinked), \(ownLinked)]}",
            "\(otherLinked)</script><script type=\"application/ld+json\">\(ownLinked)",
            linked(
                "How the ship came about", address, "2026-03-10T08:00:00Z", "Ida Rosk", ", \"hasPart\": \(otherLinked)"),
            "{\"@type\": \"VideoObject\", \"name\": \"The ship at sea\", \"uploadDate\": \"2016-05-04\"}</script><script type=\"application/ld+json\">\(ownLinked)",
            "{\"@type\": \"ItemList\", \"itemListElement\": [{\"@type\": \"ListItem\", \"item\": \(otherLinked)}]}</script><script type=\"application/ld+json\">\(ownLinked)",
        ])
    func ownDescription(script: String) {
        let article = extract(
            Self.article,
            head: "<title>\(Self.headline) | The Tide</title><script type=\"application/ld+json\">\(script)</script>")
        #expect(article.published?.date.description == "2026-03-10")
        #expect(article.authors == ["Ida Rosk"])
    }

    @Test("a description of nothing but another article tells nothing of this one")
    func foreignDescription() {
        let article = extract(
            Self.article,
            head:
                "<title>\(Self.headline) | The Tide</title><script type=\"application/ld+json\">\(Self.otherLinked)</script>"
        )
        #expect(article.published == nil && article.authors.isEmpty)
        #expect(article.title == Self.headline)
    }

    // MARK: Titles

    @Test(
        "the name of a site or a section is no headline",
        arguments: [
            ("<title>\(headline) | The Tide</title>", "<header><h1><a href=\"/\">The Tide</a></h1></header>", "h2"),
            ("<title>The Tide: \(headline)</title>", "<header><h1><a href=\"/\">The Tide</a></h1></header>", "h2"),
            ("<title>\(headline) | The Tide</title>", "<h1>Sea</h1>", "h2"),
            ("<title>\(headline) | The Tide</title><meta property=\"og:title\" content=\"\">", "", "h1"),
            (
                "<title>\(headline) | The Tide</title><meta property=\"og:title\" content=\"The Tide - News from the coast\">",
                "", "h1"
            ),
            (
                "<title>\(headline) | The Tide</title><meta property=\"og:title\" content=\"\(headline) | The Tide\">",
                "", "h1"
            ),
            ("<title>The Tide</title>", "", "h1"),
            ("<title>The Tide</title><meta name=\"twitter:title\" content=\"\(headline)\">", "", "p"),
            ("<title>\(headline) - Sea - The Tide</title>", "", "h2"),
        ])
    func titles(head: String, top: String, element: String) {
        let page =
            "\(top)<article>\(element == "p" ? "" : "<\(element)>\(Self.headline)</\(element)>")\(Self.body())</article>"
        #expect(extract(page, head: head).title == Self.headline)
    }

    // MARK: Text that is not shown

    private static let plainBody = paragraphs.joined(separator: "\\n\\n")
    private static let markedBody = paragraphs.map { "<p>\($0)</p>" }.joined()

    @Test(
        "text that only JSON-LD or a script holds is the last resort, and marked as such",
        arguments: [
            (
                "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"\(headline)\", \"articleBody\": \"\(plainBody)\"}</script>",
                "", "json-ld"
            ),
            (
                "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"\(headline)\", \"articleBody\": \"\(markedBody)\"}</script>",
                "", "json-ld"
            ),
            (
                "<script type=\"application/ld+json\">{\"@graph\": [{\"@type\": \"WebPage\"}, {\"@type\": \"NewsArticle\", \"headline\": \"\(headline)\", \"articleBody\": \"\(plainBody)\"}]}</script>",
                "", "json-ld"
            ),
            (
                "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"\(headline)\", \"articleBody\": \"\(plainBody)\"}</script>",
                "<article><h1>\(headline)</h1><p>\(paragraphs[0])</p></article>", "json-ld"
            ),
            (
                "<script>window.__STATE__ = {\"story\": {\"id\": 7, \"bodyHtml\": \"\(markedBody.replacing("<", with: "\\u003c"))\"}};</script>",
                "", "script"
            ),
            (
                "<script id=\"__NEXT_DATA__\" type=\"application/json\">{\"props\": {\"article\": {\"body\": \"\(plainBody)\", \"teaser\": \"x\"}}}</script>",
                "", "script"
            ),
        ])
    func hiddenText(script: String, shown: String, origin: String) {
        let article = extract(
            "<div id=\"root\">\(shown)</div>", head: "<title>\(Self.headline) | The Tide</title>\(script)")
        expectWhole(article, without: ["<p>", "u003c"])
        #expect(article.textOrigin?.rawValue == origin)
        #expect(article.extraction == .full)
    }

    @Test("what a page shows goes before that, and what is for those who pay is not taken")
    func shownText() {
        let script =
            "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"\(Self.headline)\", \"isAccessibleForFree\": false, \"articleBody\": \"\(Self.plainBody)\"}</script>"
        let closed = extract("<article><h1>\(Self.headline)</h1><p>\(Self.paragraphs[0])</p></article>", head: script)
        #expect(closed.text == Self.paragraphs[0] && closed.textOrigin == nil)
        #expect(extract(Self.article).textOrigin == nil)
    }

    // MARK: Pages that are no article

    @Test(
        "a page that speaks to the reader is a notice",
        arguments: [
            "<h1>Before you go on</h1><p>We and our 512 partners store and access information on your device to show you adverts.</p><p>You may accept all or manage your choices.</p>",
            "<h1>tide.example mit Werbung</h1><p>Lesen Sie tide.example wie gewohnt mit Werbung und Tracking. Details in der Datenschutzerklärung.</p><p>Bereits Abonnent? Hier anmelden.</p>",
            "<h1>Sign in</h1><p>Please log in with your Tide account to read on. It takes a minute to create a free account.</p>",
            "<p>This story is no longer available. It may have been moved to the archive for members of the Tide club.</p>",
            "<h1>Sorry</h1><p>Our pages are not available in your country, since the law there asks for what we cannot give.</p>",
            "<h1>Just a moment</h1><p>Please enable JavaScript and cookies so that we can see that you are no machine.</p>",
        ])
    func notices(body: String) {
        let page = extract("<main>\(body)</main>", head: "<title>The Tide</title>")
        #expect(page.kind == .notice || page.extraction == .failed)
    }

    @Test("a page that lists articles is an index, and an article is neither")
    func indexes() {
        let items = (1...8).map {
            "<div><h3><a href=/n/\($0)>Harbour note \($0): the tide comes in</a></h3><p>The harbour office wrote on Monday that the tide comes in at hour \($0), as it does.</p></div>"
        }
        #expect(
            extract("<main><h1>Sea</h1>\(items.joined())</main>", head: "<title>Sea - The Tide</title>").kind == .index)
        #expect(
            extract(
                "<main>\(items.prefix(2).joined())</main>",
                head: "<title>The Tide</title><meta property=\"og:type\" content=\"website\">"
            ).kind == .index)
        #expect(extract(Self.article).kind == .article)
        #expect(
            extract(
                "<article><h1>Court rules on cookies</h1><p>A court in Oslo ruled on Monday that a paper may not ask twice a day.</p>\(Self.body(3))</article>"
            ).kind == .article)
    }

    @Test("characters that nobody sees hide no word")
    func invisible() {
        let page =
            "<article><h1>Ice\u{AD}land and \u{2060}Oman</h1><p>Ice\u{AD}land and O\u{200B}man a\u{200D}greed on the co\u{FEFF}d. \(Self.paragraphs[1])</p>\(Self.body(from: 2))</article>"
        let article = extract(page, head: "<title>Ice\u{AD}land and \u{2060}Oman | The Tide</title>")
        #expect(article.title == "Iceland and Oman")
        #expect(article.text.hasPrefix("Iceland and Oman agreed on the cod."))
    }
}
