import FeedParsing
import Notation
import Testing

/// What feeds in the wild get wrong, and how it is read all the same.
@Suite("Defects of real feeds")
struct DefectTests {
    @Test("1. Control characters are dropped and the entry kept")
    func controls() {
        let document = parse(rss("<item><title>Envoys\u{4} meet\u{1F}</title></item>"))
        #expect(document.titles == ["Envoys meet"])
        #expect(document.codes == [.notWellFormed, .notWellFormed])
    }

    @Test("2. HTML's entities are read, and the document is not well-formed")
    func entities() {
        let document = parse(rss("<item><title>Fran&ccedil;ois&nbsp;I&shy;er</title></item>"))
        #expect(document.titles == ["François I\u{AD}er"])
        #expect(!document.isWellFormed)
    }

    @Test("3. A bare ampersand is an ampersand, in titles and in links")
    func ampersands() {
        let document = parse(rss("<item><title>Trade & aid</title><link>http://n.example/?a=1&b=2</link></item>"))
        #expect(document.titles == ["Trade & aid"])
        #expect(document.entries.first?.link == "http://n.example/?a=1&b=2")
    }

    @Test("4. Transport, declaration and bytes may disagree; what was read is told")
    func encodingsDisagree() {
        let text =
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel><title>\u{E9}t\u{E9}</title></channel></rss>"
        let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let document = FeedParser().parse(bytes, context: ParseContext(contentType: "text/xml"))
        #expect(document.feed.title?.text == "été")
        #expect(
            document.encoding == "windows-1252" && document.codes.contains(.encodingOverride) && !document.isWellFormed)
        #expect(parse(rss(""), contentType: "text/xml").isWellFormed)
    }

    @Test("5. A declared subset is read as its superset")
    func superset() {
        let head = Array("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>".utf8)
        let document = FeedParser().parse(head + [0x93, 0x80, 0x94] + Array("</title></channel></rss>".utf8))
        #expect(document.feed.title?.text == "“€”")
    }

    @Test("6. Bad bytes inside UTF-8 are replaced and all entries kept")
    func damagedUTF8() {
        var bytes = Array(rss("<item><title>São Tomé, Évian, X</title></item><item><title>b</title></item>").utf8)
        if let place = bytes.lastIndex(of: UInt8(ascii: "X")) { bytes[place] = 0xC3 }
        let document = FeedParser().parse(bytes)
        #expect(document.titles == ["São Tomé, Évian, \u{FFFD}", "b"])
    }

    @Test(
        "7. White space, a byte order mark and junk may stand before the declaration",
        arguments: ["\n\n", "\u{FEFF}", "\u{FEFF}\n ", "Notice: x\n"])
    func junkBefore(junk: String) {
        #expect(parse(junk + rss("<item><title>a</title></item>")).titles == ["a"])
    }

    @Test(
        "8. What follows the root is passed over",
        arguments: ["[]", "<br />\n<b>Warning</b>: x", "<rss/>", "\u{0}\u{0}"])
    func junkAfter(junk: String) {
        let document = parse(rss("<item><title>a</title></item>") + junk)
        #expect(document.titles == ["a"])
        #expect(!document.isWellFormed)
    }

    @Test("9. A feed that breaks off gives the whole entries so far; unclosed elements end with their parent")
    func truncated() {
        #expect(
            parse("<rss><channel><item><title>a</title></item><item><title>b</title><link>http://n").titles == ["a"])
        #expect(
            parse(rss("<item><title>a</title><enclosure url='/x'></item><item><title>b</title></item>")).titles == [
                "a", "b",
            ])
    }

    @Test("9. An item that is never closed loses none of those after it")
    func unclosedItems() {
        #expect(
            parse(rss("<item><title>a</title><item><title>b</title></item><item><title>c</title></item>")).titles == [
                "a", "b", "c",
            ])
        #expect(
            parse(atom("<entry><title>a</title><entry><title>b</title><entry><title>c</title></entry>")).titles == [
                "a", "b", "c",
            ])
    }

    @Test("10. Well-known prefixes need no declaration; others are passed over")
    func undeclared() {
        let document = parse(rss("<item><title>a</title><dc:creator>R. Vance</dc:creator><snf:x>y</snf:x></item>"))
        #expect(document.entries.first?.authors.map(\.name) == ["R. Vance"])
        #expect(document.codes == [.undeclaredNamespace, .undeclaredNamespace])
    }

    @Test(
        "11. A wrong default namespace on the root does no harm, and prefixes do not count",
        arguments: ["http://www.w3.org/2005/Atom", "urn:whatever", "http://backend.userland.com/rss2 "])
    func oddNamespaces(uri: String) {
        let document = parse(
            rss("<item><title>a</title><link>http://n.example/</link></item>", attributes: " xmlns=\"\(uri)\""))
        #expect(document.format == .rss && document.titles == ["a"])
        let prefixed = parse(
            "<x:feed xmlns:x='http://www.w3.org/2005/Atom'><x:entry><x:title>b</x:title></x:entry></x:feed>")
        #expect(prefixed.titles == ["b"] && prefixed.version == "1.0")
    }

    @Test("12. A date that cannot be read is absent, its characters kept, and loses nothing else")
    func dates() throws {
        let document = parse(
            rss("<item><title>a</title><pubDate>soon</pubDate></item><item><pubDate>30 Jan 2018</pubDate></item>"))
        let entry = try #require(document.entries.first)
        #expect(entry.published == nil && entry.publishedDate?.raw == "soon")
        #expect(document.entries.last?.published?.description == "2018-01-30T00:00:00Z")
        #expect(document.entries.last?.publishedDate?.isDayOnly == true)
    }

    @Test("13. Each entry has a key of its own: id, else link, else a hash that stays")
    func keys() {
        let items = """
            <item><guid>g1</guid><link>http://n.example/1</link></item><item><guid>g1</guid><link>http://n.example/2</link></item>\
            <item><link>http://n.example/3</link></item><item><title>Only a title</title></item><item><title>Other</title></item>\
            <item><guid></guid><link>http://n.example/3</link></item>
            """
        let keys = parse(rss(items)).entries.map(\.key)
        #expect(keys[0] == "g1" && keys[1] == "g1 http://n.example/2" && keys[2] == "http://n.example/3")
        #expect(Set(keys).count == 6)
        #expect(keys == parse(rss(items)).entries.map(\.key))
    }

    @Test(
        "14. A guid is the link only where it is an address and does not say otherwise",
        arguments: [
            ("<guid>http://n.example/1</guid>", "http://n.example/1"),
            ("<guid isPermaLink='false'>http://n.example/1</guid>", nil),
            ("<guid ispermalink='FALSE'>http://n.example/1</guid>", nil), ("<guid>tag-17</guid>", nil),
            ("<guid>http://n.example/1</guid><link>http://n.example/2</link>", "http://n.example/2"),
        ])
    func permalinks(item: String, link: String?) {
        #expect(parse(rss("<item>\(item)</item>")).entries.first?.link == link)
    }

    @Test("15. Relative URLs are resolved by xml:base, then by the document's address, also inside HTML")
    func bases() throws {
        let html = "&lt;img src='p.png' srcset='p.png 1x, /q.png 2x'&gt;"
        let document = parse(
            atom(
                "<entry xml:base='sub/'><link href='1'/><content type='html' xml:base='deep/'>\(html)</content></entry>",
                attributes: " xml:base='/feeds/'"), url: "https://n.example/x.xml")
        let entry = try #require(document.entries.first)
        #expect(entry.link == "https://n.example/feeds/sub/1")
        #expect(
            entry.content.first?.value
                == "<img src=\"https://n.example/feeds/sub/deep/p.png\" "
                + "srcset=\"https://n.example/feeds/sub/deep/p.png 1x, https://n.example/q.png 2x\" />")
    }

    @Test("16. Text is decoded once by its type; an RSS title is HTML only if it looks so")
    func decodedOnce() {
        let document = parse(
            rss("<item><title>A &amp;lt;b&amp;gt; tag</title></item><item><title>1 &lt; 2 &amp; 3</title></item>"))
        #expect(document.entries[0].title?.type == "html" && document.titles[0] == "A <b> tag")
        #expect(document.entries[1].title?.type == "text" && document.titles[1] == "1 < 2 & 3")
        let atomTitle = parse(atom("<entry><title type='text'>&lt;b&gt;</title></entry>")).entries.first?.title
        #expect(atomTitle?.value == "<b>" && atomTitle?.type == "text")
    }

    @Test("17. Nested elements steal no fields")
    func nested() {
        let item = """
            <item><media:content xmlns:media='http://search.yahoo.com/mrss/' url='/v'><media:title>Stolen</media:title></media:content>\
            <title>Own</title><source url='http://o.example/'>Other</source></item>
            """
        let document = parse(
            rss(
                item,
                channel:
                    "<image><title>Logo</title><link>http://logo.example/</link></image><title>Paper</title><link>http://n.example/</link>"
            ))
        #expect(document.titles == ["Own"])
        #expect(document.feed.title?.text == "Paper" && document.feed.link == "http://n.example/")
        #expect(document.feed.image?.title == "Logo")
    }

    @Test("18. A page is no feed, and its feeds are listed")
    func page() {
        let document = parse(
            """
            <!DOCTYPE html><html><head><base href="/n/"><link rel="alternate home" type="application/rss&#43;xml" title="All  news" href="feed">
            <link rel=alternate type=text/html href=/en><script>"<link rel=alternate type=application/rss+xml href=/no>"</script></head></html>
            """, url: "https://n.example/x")
        #expect(document.format == .html && document.codes == [.notAFeed] && document.entries.isEmpty)
        #expect(document.alternates.map(\.href) == ["https://n.example/n/feed"])
        #expect(
            document.alternates.first?.type == "application/rss+xml" && document.alternates.first?.title == "All news")
    }

    @Test(
        "18. What is neither page nor feed says so",
        arguments: [
            "", "   ", "GIF89a\u{1}", "<?xml version='1.0'?><sitemap/>", "{\"a\":1}", "{broken", "<rs", "just text",
        ])
    func noFeed(text: String) {
        let document = parse(text)
        #expect(document.format == .unknown && !document.problems.isEmpty && document.entries.isEmpty)
    }

    @Test("19. Scripts are removed from titles and texts")
    func scripts() {
        let document = parse(
            rss(
                "<item><title>a&lt;script&gt;x()&lt;/script&gt;</title><description>&lt;p onclick='x()'&gt;b&lt;/p&gt;</description></item>"
            ))
        #expect(document.entries.first?.title?.value == "a")
        #expect(document.entries.first?.summary?.value == "<p>b</p>")
    }

    @Test("20. A JSON Feed's odd types are made right, field by field")
    func jsonTypes() throws {
        let document = parse(
            """
            {"items":[{"id":17,"title":["no"],"url":"/1","content_html":"<p>x","attachments":[{"url":"/a.mp3","size_in_bytes":"12"},5]},
            7,{"content_text":"1 < 2","date_published":"never"}]}
            """, url: "https://n.example/feed.json")
        #expect(document.format == .json && document.entries.count == 2)
        let entry = try #require(document.entries.first)
        #expect(entry.id == "17" && entry.title == nil && entry.link == "https://n.example/1")
        #expect(entry.content.first?.value == "<p>x</p>")
        #expect(entry.enclosures.first?.length == "12")
        #expect(document.entries.last?.content.first?.value == "1 < 2")
    }
}
