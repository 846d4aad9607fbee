import FeedParsing
import Foundation
import Notation
import Testing

/// What people reported of feeds to feed readers.
@Suite("Reported feeds")
struct ReportedFeedTests {
    // MARK: Encodings

    @Test(
        "letters that are well-formed UTF-8 are UTF-8, whatever header and declaration say",
        arguments: [
            ("utf-8", "text/xml; charset=iso-8859-1"), ("utf-8", "application/xml; charset=windows-1252"),
            ("utf-8", "text/xml; charset=us-ascii"), ("iso-8859-1", "application/rss+xml"),
            ("iso-8859-1", "application/rss+xml; charset=utf-8"), ("utf-8", "text/html; charset=iso-8859-1"),
            ("windows-1251", "text/xml"), ("windows-1251", "text/xml; charset=utf-8"), ("utf8", "text/xml"),
            ("koi8-r", "application/xml; charset=gb2312"), ("us-ascii", nil), ("shift_jis", nil),
        ] as [(String, String?)])
    func utf8(declared: String, contentType: String?) {
        let title = "Curaçao – «мир» in Łódź"
        let text =
            "<?xml version=\"1.0\" encoding=\"\(declared)\"?>"
            + rss("<item><title>\(title)</title></item>").dropFirst(21)
        let document = parse(text, contentType: contentType)
        #expect(document.titles == [title])
        #expect(document.encoding == "utf-8")
    }

    @Test(
        "what is no UTF-8 is read as it was said to be",
        arguments: [
            ("windows-1251", nil, [0xCC, 0xE8, 0xF0], "Мир"),
            ("utf-8", "text/xml; charset='windows-1251'", [0xCC, 0xE8, 0xF0], "Мир"),
            ("koi8-r", nil, [0xED, 0xC9, 0xD2], "Мир"), ("iso-8859-1", nil, [0x4F, 0x73, 0x6C, 0xF8], "Oslø"),
        ] as [(String, String?, [UInt8], String)])
    func others(declared: String, contentType: String?, bytes: [UInt8], title: String) {
        let head = Array("<?xml version=\"1.0\" encoding=\"\(declared)\"?><rss><channel><item><title>".utf8)
        let document = FeedParser().parse(
            head + bytes + Array("</title></item></channel></rss>".utf8),
            context: ParseContext(contentType: contentType))
        #expect(document.titles == [title])
    }

    @Test("a byte order mark goes before all of that")
    func mark() {
        let text = "\u{FEFF}" + rss("<item><title>Łódź</title></item>")
        let wide = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(
            FeedParser().parse(wide, context: ParseContext(contentType: "text/xml; charset=utf-8")).titles == ["Łódź"])
    }

    @Test("one damaged byte among good letters loses no entry, and control characters are dropped")
    func damage() {
        let bytes =
            Array("<rss><channel><item><title>Curaçao ".utf8) + [0xE0]
            + Array(" Łódź</title></item></channel></rss>".utf8)
        #expect(FeedParser().parse(bytes).titles.first?.hasSuffix("Łódź") == true)
        let title = parse(rss("<item><title>Pact\u{1} made &#8; &#x0; now</title></item>")).titles.first ?? ""
        #expect(title.hasPrefix("Pact") && title.hasSuffix("now"))
        #expect(!title.unicodeScalars.contains { $0.value < 0x20 })
    }

    // MARK: Document types

    @Test(
        "entities of a document type are read, and HTML's are known where one only names a place elsewhere",
        arguments: [
            ("[<!ENTITY nbsp \"&#160;\">]", "Pilots&nbsp;meet in Malm&ouml;", "Pilots meet in Malmö"),
            ("[<!ENTITY mdash '&#x2014;'>]", "Pilots &mdash; week two", "Pilots — week two"),
            ("[<!ENTITY paper \"The Quay\">]", "&paper;: pilots meet", "The Quay: pilots meet"),
            ("[<!ENTITY ouml \"&#246;\"><!ENTITY aring '&#xE5;'>]", "&aring; in Malm&ouml;", "å in Malmö"),
            (
                "SYSTEM \"http://quay.example/rss-0.91.dtd\"", "Malm&ouml;&nbsp;&ndash; pilots meet",
                "Malmö – pilots meet"
            ),
            (
                "PUBLIC \"-//Quay//DTD RSS//EN\" \"http://quay.example/rss.dtd\" [<!ENTITY auml \"&#228;\">]",
                "P&auml;rnu &amp; Malm&ouml;", "Pärnu & Malmö"
            ),
        ])
    func entities(type: String, written: String, meant: String) {
        let feed = rss("<item><title>\(written)</title><description>\(written)</description></item>")
            .replacing("?><rss", with: "?><!DOCTYPE rss \(type)><rss")
        let entry = parse(feed).entries.first
        #expect(entry?.title?.text.replacing("\u{A0}", with: " ") == meant)
        #expect(entry?.text.replacing("\u{A0}", with: " ") == meant)
    }

    // MARK: Links

    @Test(
        "the link to open is the page in the entry's language",
        arguments: [
            "<link type='application/pdf' rel='alternate' href='https://p.example/9.pdf'/><link rel='alternate' type='text/html' href='https://p.example/9'/>",
            "<link rel='alternate' hreflang='sv' type='text/html' href='https://p.example/sv/9'/><link rel='alternate' hreflang='en-GB' type='text/html' href='https://p.example/9'/>",
            "<link rel='http://www.iana.org/assignments/relation/alternate' href='https://p.example/9'/>",
            "<link rel='self' href='https://p.example/9'/>",
            "<link rel='self' type='application/atom+xml' href='https://p.example/9.atom'/><link href='https://p.example/9'/>",
            "<link rel='alternate' type='image/png' href='https://p.example/9.png'/><link rel='alternate' href='https://p.example/9'/>",
            "<link>https://p.example/9</link>",
            "<link rel='Alternate' type='TEXT/HTML; charset=utf-8' href='https://p.example/9'/><link rel='alternate' type='application/json' href='https://p.example/9.json'/>",
            "<link rel='related' href='https://q.example/'/><link rel='ALTERNATE' href='https://p.example/9'/>",
        ])
    func links(links: String) {
        let document = parse(
            atom("<entry><title>A pact</title>\(links)<id>x</id></entry>", attributes: " xml:lang='en'"))
        #expect(document.entries.first?.link == "https://p.example/9")
    }

    // MARK: Texts

    private static let namespaces = """
         xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
        xmlns:play="http://www.google.com/schemas/play-podcasts/1.0"
        """

    @Test(
        "what describes a film or an episode is the entry's text where there is none",
        arguments: [
            "<media:description>The pilots met.</media:description>",
            "<media:group><media:content url='https://p.example/a.mp4' medium='video'/><media:thumbnail url='https://p.example/a.jpg'/><media:description type='plain'>The pilots met.</media:description></media:group>",
            "<media:text type='plain'>The pilots met.</media:text>",
            "<itunes:summary>The pilots met.</itunes:summary>", "<itunes:subtitle>The pilots met.</itunes:subtitle>",
            "<dcterms:abstract>The pilots met.</dcterms:abstract>", "<dc:description>The pilots met.</dc:description>",
            "<play:description>The pilots met.</play:description>",
        ])
    func mediaText(element: String) {
        let document = parse(rss("<item><title>News</title>\(element)</item>", attributes: Self.namespaces))
        #expect(document.entries.first?.text == "The pilots met.")
    }

    @Test(
        "a picture's caption is no text, and a better text stays",
        arguments: [
            (
                "<media:content url='https://p.example/a.jpg' medium='image'><media:description>Two pilots, in blue</media:description></media:content>",
                ""
            ),
            (
                "<media:content url='https://p.example/a.jpg' type='image/jpeg'/><media:description>Two pilots, in blue</media:description>",
                ""
            ),
            (
                "<media:description>Watch now</media:description><description>The pilots met.</description>",
                "The pilots met."
            ),
        ])
    func caption(elements: String, text: String) {
        let document = parse(rss("<item><title>News</title>\(elements)</item>", attributes: Self.namespaces))
        #expect(document.entries.first?.text == text)
    }

    // MARK: Feeds that break off

    private static let items = (1...3).map {
        "<item><title>Note \($0)</title><guid>n\($0)</guid><description>Said on day \($0).</description></item>"
    }

    @Test(
        "the entry that a feed breaks off in is left out, and said so",
        arguments: ["<description>", "<guid>n3", "</description>", "Note 3</title><gu"])
    func brokenOff(place: String) throws {
        let whole = rss(Self.items.joined())
        let cut = try #require(whole.range(of: place, options: .backwards))
        for tail in ["", "<br />\n<b>Fatal error</b>:  Allowed memory size of 9 bytes exhausted"] {
            let document = parse(String(whole[..<cut.upperBound]) + tail)
            #expect(document.titles == ["Note 1", "Note 2"])
            #expect(document.isTruncated)
            #expect(document.problems.contains { $0.message.contains("ends inside entry 3") })
        }
    }

    @Test("a feed that breaks off between entries loses none, an Atom feed neither")
    func brokenOffBetween() {
        let whole = rss(Self.items.joined())
        #expect(parse(String(whole.dropLast("</channel></rss>".count))).titles == ["Note 1", "Note 2", "Note 3"])
        let entries = (1...2).map { "<entry><title>Note \($0)</title><id>\($0)</id></entry>" }.joined()
        #expect(parse(String(atom(entries).dropLast("</feed>".count))).titles == ["Note 1", "Note 2"])
        #expect(parse(String(atom(entries).dropLast("<id>2</id></entry></feed>".count))).titles == ["Note 1"])
    }

    // MARK: Addresses

    @Test(
        "addresses for programs that read feeds mean those on the web",
        arguments: [
            ("feed://p.example/rss", "http://p.example/rss"), ("feed:https://p.example/rss", "https://p.example/rss"),
            ("feed://https//p.example/rss", "https://p.example/rss"), ("rss://p.example/rss", "http://p.example/rss"),
            ("FEED:http://p.example/rss", "http://p.example/rss"), ("feeds://p.example/rss", "https://p.example/rss"),
            ("https://p.example/feed:1", "https://p.example/feed:1"), ("exec:/bin/news", "exec:/bin/news"),
            ("feed:", "feed:"),
        ])
    func addresses(written: String, meant: String) {
        #expect(OPML.webAddress(of: written) == meant)
    }
}
