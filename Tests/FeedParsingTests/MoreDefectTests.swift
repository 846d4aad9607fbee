import FeedParsing
import Notation
import Testing

/// The forms in which the defects of ``DefectTests`` come, by its numbers.
@Suite("Defects of real feeds in their other forms")
struct MoreDefectTests {
    @Test(
        "4. us-ascii, the default of text/xml, is no reason to lose a letter",
        arguments: ["text/xml", "text/xml; charset=us-ascii"])
    func textXML(contentType: String) {
        let document = parse(rss("<item><title>Évian</title></item>"), contentType: contentType)
        #expect(document.titles == ["Évian"] && document.encoding == "utf-8")
    }

    @Test(
        "5. Subsets are decoded as the superset that is meant",
        arguments: [
            ("gb2312", [0x94, 0x98], "敇"), ("gb2312", [0x81, 0x30, 0x81, 0x30], "\u{80}"), ("gbk", [0xC4, 0xE3], "你"),
            ("iso-8859-1", [0x80], "€"), ("us-ascii", [0x97], "—"), ("iso-8859-9", [0xDD, 0x80, 0xDD], "İ€İ"),
            ("shift_jis", [0x87, 0x40], "①"), ("ks_c_5601-1987", [0x81, 0x41], "갂"), ("tis-620", [0xA1], "ก"),
        ] as [(String, [UInt8], String)])
    func supersets(label: String, bytes: [UInt8], text: String) {
        let head = Array("<?xml version='1.0' encoding='\(label)'?><rss><channel><title>".utf8)
        let document = FeedParser().parse(head + bytes + Array("</title></channel></rss>".utf8))
        #expect(document.feed.title?.text == text)
    }

    @Test("7. The declaration counts though junk stands before it", arguments: ["\n", " \r\n", "<br />\n", "Notice\n"])
    func declarationAfterJunk(junk: String) {
        let text =
            junk + "<?xml version='1.0' encoding='iso-8859-2'?><rss><channel><title>Gda\u{F1}sk</title></channel></rss>"
        let document = FeedParser().parse(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        #expect(document.feed.title?.text == "Gdańsk")
        #expect(!document.isWellFormed)
    }

    @Test(
        "9. Wherever a feed breaks off, the entries before are there",
        arguments: [
            "<item><tit", "<item><title>b", "<item><title>b</title><link>http", "<item a='", "<!-- ", "<![CDATA[x",
            "&am",
        ])
    func brokenOff(end: String) {
        let document = parse("<rss><channel><item><title>a</title><link>/1</link></item>" + end)
        #expect(document.titles.first == "a" && !document.isWellFormed)
    }

    @Test(
        "9. Elements of attributes alone need no end tag",
        arguments: [
            "<enclosure url='/x.mp3'>", "<media:thumbnail url='/t'>", "<atom:link href='/x' rel='self'>",
            "<itunes:image href='/i'>",
        ])
    func unclosed(element: String) {
        let document = parse(rss("<item>\(element)<title>a</title><link>/1</link></item><item><title>b</title></item>"))
        #expect(document.titles == ["a", "b"] && document.entries.first?.link == "/1")
    }

    @Test(
        "10. A prefix that nobody declared has its well-known namespace",
        arguments: [
            ("<itunes:author>R. Vance</itunes:author>", "R. Vance"),
            ("<atom:author><atom:name>R. Vance</atom:name></atom:author>", "R. Vance"),
            ("<dc:creator>R. Vance</dc:creator>", "R. Vance"), ("<snf:author>R. Vance</snf:author>", nil),
        ])
    func undeclared(element: String, author: String?) {
        let document = parse(rss("<item>\(element)</item>"))
        #expect(document.entries.first?.authors.first?.name == author)
        #expect(document.codes.contains(.undeclaredNamespace))
    }

    @Test(
        "11. A namespace counts by its URI, whatever the prefix and the slips in it",
        arguments: [
            ("xmlns:x='http://purl.org/dc/elements/1.1/'", "x:creator"),
            ("xmlns:dc='http://purl.org/dc/elements/1.1/ '", "dc:creator"),
            ("xmlns:dc='http://purl.org/dc/elements/1.1'", "dc:creator"),
            ("xmlns:DC='HTTP://PURL.ORG/dc/elements/1.1/'", "DC:creator"),
        ])
    func namespaces(declaration: String, element: String) {
        let document = parse(rss("<item><\(element)>R. Vance</\(element)></item>", attributes: " \(declaration)"))
        #expect(document.entries.first?.authors.map(\.name) == ["R. Vance"])
    }

    @Test(
        "12. Dates in no standard are read where they can be",
        arguments: [
            ("Do, 12 Mrz 2026 06:00:00 +0100", "2026-03-12T05:00:00Z"), ("12 Mar 26 06:00 GMT", "2026-03-12T06:00:00Z"),
            ("Thu, 12 Mar 99 06:00:00 GMT", "1999-03-12T06:00:00Z"), ("2026/3/12 15:07:41", "2026-03-12T15:07:41Z"),
            ("2026-03-12T06:00:00-0600", "2026-03-12T12:00:00Z"),
            ("<![CDATA[ Thu, 12 Mar 2026 06:00:00 GMT ]]>", "2026-03-12T06:00:00Z"),
            ("March 12, 2026 6:00 PM", "2026-03-12T18:00:00Z"),
            ("Thu, Mar 12 2026 06:00:00 EST", "2026-03-12T11:00:00Z"),
            ("2026-03-12 06:00", "2026-03-12T06:00:00Z"), ("Thu Mar 12 06:00:00 2026", "2026-03-12T06:00:00Z"),
            ("03/04/2026", nil),
            ("Thursday", nil), ("0000-00-00 00:00:00", nil), ("32 Mar 2026", nil), ("", nil), ("-", nil),
        ])
    func dates(written: String, instant: String?) {
        let document = parse(rss("<item><pubDate>\(written)</pubDate><title>a</title></item>"))
        #expect(document.titles == ["a"])
        #expect(document.entries.first?.published?.description == instant)
    }

    @Test(
        "12. Dates in the standard forms are read as all others are, wrong ones too",
        arguments: [
            "Thu, 12 Mar 2026 06:00:00 GMT", "12 Mar 2026 06:00:00 GMT", "Thu, 12 Mar 2026 06:00:00 -0530",
            "Thu, 31 Feb 2026 06:00:00 GMT", "Thu, 12 Mar 2026 24:00:00 GMT", "Thu, 12 Mar 2026 23:59:60 GMT",
            "Thu, 12 Mar 2026 06:00:00 GMTX", "Thu, 12 Mar 2026 06:00:00", "Thu, 12 Mar 0026 06:00:00 GMT",
            "Thu, 12 Mar 2026 06:00:00 +2500", "Fri, 12 Mar 2026 06:00:00 +0060", "2026-03-12T06:00:00Z",
            "2026-03-12T06:00:00.25+14:00", "2026-02-30T06:00:00Z", "2026-03-12T06:00:60Z", "2026-03-12T25:00:00Z",
        ])
    func standardDates(written: String) {
        let document = parse(rss("<item><pubDate>\(written)</pubDate></item>"))
        #expect(document.entries.first?.published == DateReader.read(written)?.instant)
    }

    @Test(
        "17. What a nested element has is not its parent's",
        arguments: [
            "<author><title>Stolen</title><name>V</name></author>", "<textInput><title>Stolen</title></textInput>",
            "<image><title>Stolen</title><link>/stolen</link></image>",
            "<media:group><media:title>Stolen</media:title></media:group>",
            "<x:markdown xmlns:x='urn:source'>Stolen</x:markdown>", "<x:title xmlns:x='urn:other'>Stolen</x:title>",
            "<source url='/s'><title>Stolen</title></source>", "<div><title>Stolen</title><link>/stolen</link></div>",
        ])
    func nested(element: String) {
        let document = parse(
            rss("<item>\(element)<title>Own</title><link>/own</link></item>", channel: "\(element)<title>Own</title>"))
        #expect(document.titles == ["Own"] && document.entries.first?.link == "/own")
        #expect(document.feed.title?.text == "Own")
    }

    @Test(
        "18. A login wall, an error page and a bare fragment are pages, not feeds",
        arguments: [
            "<!doctype html><title>Log in</title><form></form>", "<html><body><h1>403 Forbidden</h1></body></html>",
            "\n<!-- x --><HTML><head></head></HTML>", "<html xmlns='http://www.w3.org/1999/xhtml'><head/></html>",
        ])
    func pages(page: String) {
        let document = parse(page, contentType: "text/html")
        #expect(document.format == .html && document.codes.contains(.notAFeed) && document.entries.isEmpty)
    }

    @Test(
        "19. No entity brings in a file, and none multiplies",
        arguments: [
            "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
            "<!DOCTYPE r [<!ENTITY x PUBLIC \"p\" \"file:///etc/hostname\">]>",
            "<!DOCTYPE r [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p; <!ENTITY x \"%p;\">]>",
            "<!DOCTYPE r SYSTEM \"file:///etc/hostname\" [<!ENTITY y \"ha\"><!ENTITY x \"&y;&y;&y;\">]>",
        ])
    func entities(doctype: String) {
        let document = parse(
            doctype + "<rss><channel><title>a&x;b</title><item><title>c</title></item></channel></rss>")
        #expect(document.feed.title?.text == "ab" && document.titles == ["c"])
    }

    @Test("19. An honest feed may use a short entity as often as it likes")
    func honestEntities() {
        let items = (0..<2000).map { "<item><title>&site; \($0)</title></item>" }.joined()
        let document = parse("<!DOCTYPE rss [<!ENTITY site \"Gazette\">]><rss><channel>\(items)</channel></rss>")
        #expect(document.titles.count == 2000 && document.titles.last == "Gazette 1999" && document.isWellFormed)
    }

    @Test(
        "20. A JSON Feed's wrong field is passed over and the rest kept",
        arguments: [
            "\"url\":5", "\"title\":{}", "\"tags\":\"a\"", "\"authors\":[null,3,{\"name\":7}]",
            "\"attachments\":{\"url\":1}",
            "\"date_published\":[1]", "\"content_html\":null", "\"language\":[]", "\"image\":false",
        ])
    func wrongFields(field: String) {
        let document = parse("{\"items\":[{\"id\":\"a\",\"summary\":\"kept\",\(field)},{\"id\":\"b\"}]}")
        #expect(document.entries.map(\.id) == ["a", "b"] && document.entries.first?.summary?.value == "kept")
    }
}
