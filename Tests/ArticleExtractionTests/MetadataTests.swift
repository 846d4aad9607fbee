import ArticleExtraction
import Notation
import Testing

@Suite("Article extraction: what a page says of its article")
struct MetadataTests {
    private func extract(head: String, top: String = "", url: String? = nil) -> ExtractedArticle {
        let body = ArticleExtractorTests.paragraphs.map { "<p>\($0)</p>" }.joined()
        let page = "<html><head>\(head)</head><body>\(top)<article>\(body)</article></body></html>"
        return ArticleExtractor().extract(Array(page.utf8), url: url)
    }

    @Test("Who provided an article that another site shows is read from its JSON-LD")
    func provider() {
        func page(_ member: String) -> String {
            "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Envoys meet\", "
                + "\"publisher\": {\"@type\": \"Organization\", \"name\": \"Morning Portal\"}\(member)}</script>"
        }
        #expect(extract(head: page("")).provider == nil)
        let named = ", \"provider\": {\"@type\": \"Organization\", \"name\": \"Delta Wire\"}"
        #expect(extract(head: page(named)).provider == "Delta Wire")
        #expect(extract(head: page(", \"sourceOrganization\": \"Delta Wire\"")).provider == "Delta Wire")
    }

    @Test(
        "The title is the headline without the site's name",
        arguments: [
            ("<title>Envoys agree to meet again | The Osmar Post</title>", "", "Envoys agree to meet again"),
            (
                "<title>X</title><meta property='og:title' content='Envoys agree – at last – to meet'><meta property='og:site_name' content='The Osmar Post'>",
                "", "Envoys agree – at last – to meet"
            ),
            (
                "<meta property='og:title' content='Envoys agree to meet - The Osmar Post'><meta property='og:site_name' content='The Osmar Post'>",
                "", "Envoys agree to meet"
            ),
            ("", "<h1>Envoys agree to meet again</h1>", "Envoys agree to meet again"),
            (
                "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"NewsArticle\", \"headline\": \"Envoys &amp; pilots agree\"}]}</script>",
                "", "Envoys & pilots agree"
            ),
            (
                // The same but for a dash, and but for a kicker.
                "<meta property='og:title' content='Harbour talks: Envoys agree to meet'><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Harbour talks - Envoys agree to meet\"}</script>",
                "", "Harbour talks: Envoys agree to meet"
            ),
            (
                "<meta property='og:title' content='Envoys agree to meet again'><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Harbour talks: Envoys agree to meet again\"}</script>",
                "", "Envoys agree to meet again"
            ),
        ])
    func title(head: String, top: String, expected: String) {
        #expect(extract(head: head, top: top).title == expected)
    }

    @Test(
        "Authors are persons, one each",
        arguments: [
            ("<meta name='author' content='By Ida Rosk and Per Lund'>", ["Ida Rosk", "Per Lund"]),
            ("<meta name='author' content='Von Ida Rosk, Per Lund'>", ["Ida Rosk", "Per Lund"]),
            ("<meta name='author' content='https://example.org/ida'>", []),
            ("<meta name='author' content='Editorial Desk'>", []),
            (
                "<script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \"a b\", \"author\": [{\"@type\": \"Person\", \"name\": \"Ida Rosk\"}, {\"@type\": \"Organization\", \"name\": \"Osmar Post\"}]}</script>",
                ["Ida Rosk"]
            ),
            (
                "<script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \"a b\", \"author\": {\"@type\": \"Person\", \"name\": \"Ida Rosk, professor of the law of the sea at Osmar, osmar.example\"}}</script>",
                ["Ida Rosk"]
            ),
        ])
    func authors(head: String, expected: [String]) {
        #expect(extract(head: head).authors == expected)
    }

    @Test(
        "A shown byline counts where the head names nobody",
        arguments: [
            "<h1>Envoys agree</h1><p>By Ida Rosk</p>", "<h1>Envoys agree</h1><div class='byline'>Ida Rosk</div>",
            "<h1>Envoys agree</h1><div>By Ida Rosk on 3 February 2026</div>",
            "<h1>Envoys agree</h1><ul><li><a href='/author/rosk/'>Ida Rosk</a></li></ul>",
            "<h1>Envoys agree</h1><div class='line'>Tue 3.2. | 14:07 | by <span class='authorname'>Ida Rosk</span></div>",
            "<h1>Envoys agree</h1><p class='author'>von <a href='mailto:i@post.example'>Ida Rosk, POST RADIO</a></p>",
        ])
    func shownByline(top: String) {
        #expect(extract(head: "", top: top).authors == ["Ida Rosk"])
    }

    @Test("Several names in one byline are parted as the page parts them")
    func bylineOfSeveral() {
        let top = """
            <h1>Envoys agree</h1><div class="byline"><span>Ida Rosk</span> <span>Per Lund</span> <span>Ada Holm</span></div>
            """
        #expect(extract(head: "", top: top).authors == ["Ida Rosk", "Per Lund", "Ada Holm"])
    }

    @Test(
        "Times are read to the instant, days as days",
        arguments: [
            (
                "<meta property='article:published:time' content='2026-02-03T14:05:00+03:00'>", "",
                "2026-02-03T11:05:00Z", ExtractedArticle.TimePrecision.second
            ),
            (
                "<meta property='article:published_time' content='2026-02-03T14:05:00+03:00'>", "",
                "2026-02-03T11:05:00Z", ExtractedArticle.TimePrecision.second
            ),
            ("<meta name='date' content='2026-02-03'>", "", "2026-02-03T00:00:00Z", .day),
            (
                "<meta name='date' content='2026-02-03'>", "<time datetime='2026-02-03T09:30:00Z'>today</time>",
                "2026-02-03T09:30:00Z", .second
            ),
            (
                "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"datePublished\": \"2026-02-03T10:00:00\"}</script><meta property='article:published_time' content='2026-02-03T10:00:00+02:00'>",
                "", "2026-02-03T08:00:00Z", .second
            ),
            ("", "<h1>Envoys agree</h1><p>Osmar, 3 February 2026</p>", "2026-02-03T00:00:00Z", .day),
        ])
    func published(head: String, top: String, instant: String, precision: ExtractedArticle.TimePrecision) {
        let article = extract(head: head, top: top)
        #expect(article.published?.description == instant)
        #expect(article.publishedPrecision == precision)
    }

    @Test("A date in the address is the last resort, and an update is told from the publication")
    func otherDates() {
        #expect(
            extract(head: "", url: "https://news.example/2026/02/03/envoys").published?.description
                == "2026-02-03T00:00:00Z")
        let article = extract(
            head: """
                <meta property='article:published_time' content='2026-02-03T10:00:00Z'>
                <meta property='article:modified_time' content='2026-02-03T12:00:00Z'>
                """)
        #expect(article.updated?.description == "2026-02-03T12:00:00Z")
    }

    @Test("Kind, language, addresses and other editions are read")
    func rest() {
        let article = extract(
            head: """
                <script type='application/ld+json'>{"@type": "NewsArticle", "isAccessibleForFree": "False", "inLanguage": "en_gb"}</script>
                <link rel="canonical" href="/talks"><link rel="amphtml" href="/talks.amp">
                """, url: "https://news.example/x?y")
        #expect(article.kind == .paywalled)
        #expect(article.language == "en-GB")
        #expect(article.canonicalURL == "https://news.example/talks")
        #expect(article.alternatives == [.init(role: .amp, url: "https://news.example/talks.amp")])
    }

    @Test("A language that the text is clearly not in is not taken from the page's word")
    func language() {
        let french = [
            "Les négociateurs des deux pays se sont réunis mardi pendant six heures dans la vieille maison de la douane.",
            "La ministre a dit que son pays avait une liste de onze points, et que rien dans cette liste était nouveau.",
            "Le port restera fermé pour les bateaux, selon les autorités, avec une exception pour les pêcheurs des îles.",
            "Les deux délégations ont promis de se revoir avant la fin du mois, sans donner une date pour cette réunion.",
        ]
        let page = "<html lang=en><body><article>" + french.map { "<p>\($0)</p>" }.joined() + "</article></body></html>"
        #expect(ArticleExtractor().extract(Array(page.utf8), url: nil).language == "fr")
        let undeclared = page.replacing("<html lang=en>", with: "<html>")
        #expect(ArticleExtractor().extract(Array(undeclared.utf8), url: nil).language == "fr")
        let danish = page.replacing("lang=en", with: "lang=da")
        #expect(ArticleExtractor().extract(Array(danish.utf8), url: nil).language == "da")
        let body = ArticleExtractorTests.paragraphs.map { "<p>\($0)</p>" }.joined()
        let english = "<html lang=en-GB><body><article>\(body)</article></body></html>"
        #expect(ArticleExtractor().extract(Array(english.utf8), url: nil).language == "en-GB")
    }

    @Test(
        "JSON that is cut off or ill-formed costs nothing",
        arguments: ["{", "{\"@graph\": [", "[[[[[", "{\"a\": tru", "<!--", "{\"a\":\"\\u12"])
    func brokenLinkedData(script: String) {
        let article = extract(head: "<title>Envoys agree</title><script type='application/ld+json'>\(script)</script>")
        #expect(article.title == "Envoys agree")
        #expect(article.text.hasPrefix("Negotiators"))
    }

    @Test("The JSON line has every key of the contract and no raw line break")
    func json() {
        let line = extract(head: "<title>Envoys \"agree\"</title>").json(file: "a b.html")
        for key in [
            "file", "url", "title", "byline", "published", "updated", "language", "siteName", "text", "html", "removed",
        ] {
            #expect(line.contains("\"\(key)\":"), "\(key)")
        }
        #expect(line.hasPrefix("{\"file\":\"a b.html\"") && !line.contains("\n"))
    }
}
