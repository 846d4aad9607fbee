import FeedParsing
import Foundation
import Notation
import Testing

@Suite("Formats and modules")
struct FormatTests {
    @Test(
        "Format and version are told",
        arguments: [
            ("<rss version='0.91'><channel/></rss>", "rss", "0.91"),
            ("<rss version='2.0'><channel/></rss>", "rss", "2.0"),
            (
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'/>",
                "rdf", "1.0"
            ),
            (
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'/>",
                "rdf", "0.90"
            ),
            ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "atom", "1.0"),
            ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", "atom", "0.3"),
            ("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}", "json", "1.1"),
        ])
    func versions(text: String, format: String, version: String) {
        let document = parse(text)
        #expect(document.format.rawValue == format && document.version == version && document.isWellFormed)
    }

    @Test("Netscape's RSS 0.91 is told by its document type")
    func netscape() {
        let doctype =
            "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://x.example/rss.dtd\">"
        #expect(parse(doctype + "<rss version='0.91'><channel/></rss>").variant == "netscape")
        #expect(parse("<rss version='0.91'><channel/></rss>").variant == "userland")
    }

    @Test("An RSS channel's members are read")
    func channel() {
        let feed = parse(
            rss(
                "",
                channel: """
                    <title>The Strait Courier</title><description>Daily</description><language>tr</language><copyright>© us</copyright>
                    <managingEditor>ed@c.example (Ed Itor)</managingEditor><webMaster>Web &lt;w@c.example&gt;</webMaster><ttl>60</ttl>
                    <lastBuildDate>Tue, 03 Feb 2026 14:05:00 GMT</lastBuildDate><generator>Press 1</generator><docs>http://d.example/</docs>
                    <skipHours><hour>1</hour><hour>x</hour></skipHours><skipDays><day>Sunday</day></skipDays>
                    <cloud domain='h.example' port='80' path='/r' registerProcedure='p' protocol='soap'/>
                    <textInput><title>Find</title><name>q</name><link>http://s.example/</link></textInput>
                    <image><url>/i.png</url><width>88</width></image><category domain='http://cat.example/'>World</category>
                    """)
        ).feed
        #expect(feed.title?.text == "The Strait Courier" && feed.subtitle?.text == "Daily" && feed.language == "tr")
        #expect(feed.authors == [Person(name: "Ed Itor", email: "ed@c.example")])
        #expect(feed.publisher == Person(name: "Web", email: "w@c.example"))
        #expect(
            feed.ttl == 60 && feed.updated?.description == "2026-02-03T14:05:00Z" && feed.generator?.name == "Press 1")
        #expect(feed.skipHours == [1] && feed.skipDays == ["Sunday"] && feed.cloud["registerProcedure"] == "p")
        #expect(feed.textInput["name"] == "q" && feed.image?.url == "/i.png" && feed.image?.width == 88)
        #expect(feed.categories.first?.term == "World" && feed.categories.first?.scheme == "http://cat.example/")
    }

    @Test("RSS 1.0's items stand beside the channel")
    func rdf() {
        let document = parse(
            """
            <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>
            <channel rdf:about='http://n.example/'><title>Gazette</title><items><rdf:Seq><rdf:li resource='http://n.example/1'/></rdf:Seq></items></channel>
            <item rdf:about='http://n.example/1'><title>One</title><link>http://n.example/1</link><dc:date>2026-02-03T14:05Z</dc:date></item></rdf:RDF>
            """)
        #expect(document.feed.title?.text == "Gazette" && document.titles == ["One"])
        #expect(document.entries.first?.id == "http://n.example/1")
        #expect(document.entries.first?.published?.description == "2026-02-03T14:05:00Z")
    }

    @Test("An Atom entry's members are read, XHTML without its wrapping div")
    func atomEntry() throws {
        let document = parse(
            atom(
                """
                <author><name>Desk</name><email>d@n.example</email><uri>/desk</uri></author><link rel='self' href='/f'/><link rel='hub' href='/hub'/>
                <link rel='next' href='/f?2'/><subtitle>s</subtitle>
                <entry xml:lang='fr'><id>tag:1</id><title type='html'>A &amp;amp; B</title><link href='/1'/><link rel='enclosure' href='/a.mp3' type='audio/mpeg' length='9'/>
                <published>2026-02-03T14:05:00Z</published><updated>2026-02-03T15:05:00Z</updated><category term='t' scheme='s' label='l'/>
                <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>x<br/></p></div></content>
                <source><id>tag:o</id><title>Origin</title></source></entry>
                """), url: "https://n.example/f")
        let entry = try #require(document.entries.first)
        #expect(document.feed.authors == [Person(name: "Desk", email: "d@n.example", uri: "https://n.example/desk")])
        #expect(
            document.feed.hubs == ["https://n.example/hub"]
                && document.feed.paging.first?.url == "https://n.example/f?2")
        #expect(
            entry.id == "tag:1" && entry.title?.text == "A & B" && entry.link == "https://n.example/1"
                && entry.language == "fr")
        #expect(entry.content.first?.value == "<p>x<br /></p>" && entry.content.first?.type == "xhtml")
        #expect(entry.enclosures.map(\.url) == ["https://n.example/a.mp3"] && entry.source?.title?.text == "Origin")
        #expect(
            entry.published?.description == "2026-02-03T14:05:00Z"
                && entry.updated?.description == "2026-02-03T15:05:00Z")
    }

    @Test("Modules are read by namespace, whatever the prefix")
    func modules() throws {
        let item = """
            <item xmlns:c='http://purl.org/rss/1.0/modules/content/' xmlns:m='http://search.yahoo.com/mrss/' xmlns:g='http://www.georss.org/georss'
            xmlns:s='http://purl.org/rss/1.0/modules/slash/' xmlns:w='http://wellformedweb.org/CommentAPI/' xmlns:t='http://purl.org/syndication/thread/1.0'
            xmlns:i='http://www.itunes.com/dtds/podcast-1.0.dtd' xmlns:k='http://backend.userland.com/creativeCommonsRssModule'>
            <description>short</description><c:encoded><![CDATA[<p>long</p>]]></c:encoded>
            <m:group><m:content url='/v.mp4' medium='video'><m:thumbnail url='/v.jpg'/></m:content></m:group><g:point>45.2 -71.9</g:point>
            <s:comments>3</s:comments><w:commentRss>/c</w:commentRss><t:in-reply-to ref='tag:0'/><i:author>A</i:author><k:license>/by</k:license></item>
            """
        let entry = try #require(parse(rss(item), url: "https://n.example/").entries.first)
        #expect(
            entry.summary?.value == "short" && entry.content.map(\.value) == ["<p>long</p>"] && entry.text == "long")
        #expect(
            entry.media.map(\.url) == ["https://n.example/v.mp4"]
                && entry.thumbnails.map(\.url) == ["https://n.example/v.jpg"])
        #expect(
            entry.geo == .point([-71.9, 45.2]) && entry.commentCount == 3 && entry.commentsFeed == "https://n.example/c"
        )
        #expect(entry.inReplyTo.map(\.ref) == ["tag:0"] && entry.authors.map(\.name) == ["A"])
        #expect(entry.links.contains { $0.rel == "license" && $0.href == "https://n.example/by" })
    }

    @Test(
        "Places are GeoJSON, or told to be unusable",
        arguments: [
            ("<g:line>1 2 3 4</g:line>", Geometry.line([[2, 1], [4, 3]])),
            ("<g:box>1 2 3 4</g:box>", .polygon([[2, 1], [4, 1], [4, 3], [2, 3], [2, 1]])),
            ("<g:where><gml:Point><gml:pos>1 2</gml:pos></gml:Point></g:where>", .point([2, 1])),
            ("<g:point>here</g:point>", nil), ("<g:point>1</g:point>", nil),
        ])
    func places(element: String, geometry: Geometry?) {
        let item =
            "<item xmlns:g='http://www.georss.org/georss' xmlns:gml='http://www.opengis.net/gml'>\(element)</item>"
        let entry = parse(rss(item)).entries.first
        #expect(entry?.geo == geometry && entry?.geoEmpty == (geometry == nil))
    }

    @Test("The transport's language is the last resort, and a wrong type is told")
    func transport() {
        let document = parse(
            rss("<item><title>a</title></item>"), contentType: "text/plain", headers: ["Content-Language: de"])
        #expect(document.feed.language == "de" && document.entries.first?.title?.language == "de")
        #expect(document.codes == [.nonXMLContentType])
        #expect(
            parse(rss("", channel: "<language>en</language>"), headers: ["Content-Language: de"]).feed.language == "en")
    }

    @Test("Entries can be taken one by one")
    func streaming() {
        var titles: [String] = []
        let document = FeedParser().parse(
            Array(rss("<item><title>a</title></item><item><title>b</title></item>", channel: "<title>t</title>").utf8)
        ) {
            titles.append($0.title?.text ?? "")
        }
        #expect(titles == ["a", "b"] && document.entries.isEmpty && document.feed.title?.text == "t")
    }

    @Test("A document is one line of JSON, empty members left out")
    func json() {
        let document = parse(rss("<item><title>a\u{2028}b</title><pubDate>x</pubDate></item>"))
        let line = String(decoding: document.jsonLine(file: "f.xml"), as: UTF8.self)
        #expect(
            line == """
                {"file":"f.xml","format":"rss","version":"2.0","encoding":"utf-8","wellFormed":true,"feed":{},"entries":[\
                {"title":{"type":"text","value":"a\\u2028b","text":"a\\u2028b"},"publishedRaw":"x"}]}\n
                """)
    }

    @Test("A line written entry by entry has the same members")
    func streamedJSON() throws {
        let bytes = Array(
            rss(String(repeating: "<item><title>a</title></item>", count: 2000), channel: "<title>t</title>").utf8)
        var line: [UInt8] = []
        FeedParser().writeJSONLine(bytes, file: "f", url: "http://n.example/") { line += $0 }
        #expect(line.filter { $0 == 0x0A }.count == 1)
        let streamed = try JSONReader.read(line)
        let whole = try JSONReader.read(FeedParser().parse(bytes).jsonLine(file: "f", url: "http://n.example/"))
        for name in ["file", "url", "format", "version", "wellFormed", "feed", "entries"] {
            #expect(streamed[name] == whole[name] && whole[name] != nil)
        }
    }

    @Test("A text longer than the limit is left out and told")
    func longText() {
        let document = parse(
            rss("<item><title>a</title><description>\(String(repeating: "x", count: 10_000_001))</description></item>"))
        #expect(
            document.titles == ["a"] && document.entries.first?.summary == nil && document.codes == [.notWellFormed])
    }

    /// Named by number in the tests, so that a failure does not print a megabyte.
    private static let hostileFeeds: [String] = [
        "<rss><channel>" + String(repeating: "<item>", count: 100_000),
        "<feed xmlns='http://www.w3.org/2005/Atom'>" + String(repeating: "<source>", count: 100_000),
        "<rss><channel><item><description>" + String(repeating: "&lt;div&gt;", count: 200_000),
        String(repeating: "[", count: 200_000),
        "{\"items\":" + String(repeating: "[", count: 200_000),
        "<rss><channel>" + String(repeating: "<item><guid>a</guid></item>", count: 20_000),
    ]

    @Test(
        "Hostile feeds end soon",
        .timeLimit(.minutes(1)),
        arguments: hostileFeeds.indices)
    func hostile(number: Int) throws {
        let feed = Self.hostileFeeds[number]
        let line = parse(feed).jsonLine()
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        #expect(object["entries"] is [Any] || object["problems"] is [Any])
        #expect(!line.dropLast().contains(0x0A) && line.count < (1 << 20) + 8 * feed.utf8.count)
    }

    @Test("A document over the size limit is refused unread")
    func size() {
        var parser = FeedParser()
        parser.sizeLimit = 100
        let document = parser.parse(Array(rss(String(repeating: " ", count: 200)).utf8))
        #expect(document.format == .unknown && document.problems == parser.refusal.problems)
        #expect(document.problems.first?.message.contains("100 bytes") == true)
    }
}
