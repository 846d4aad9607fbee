import FeedParsing
import Foundation
import Notation
import Testing

/// Bugs that people reported publicly of other feed readers, with inputs of our own; each row names the report.
@Suite("Public reports of other readers")
struct PublicReportTests {
    @Test(
        "dates that programs write in their own order are read",
        arguments: [
            ("NetNewsWire #2109: month before day", "Mon, May 25 2026 04:45:26 +0000", "2026-05-25T04:45:26Z"),
            ("rome #395: Sept", "Tue, 15 Sept 2026 15:53:56 +0300", "2026-09-15T12:53:56Z"),
            (
                "rome #378: month before day, zone by name", "<![CDATA[Tue, Jan 13 2026 02:54:55 MST]]>",
                "2026-01-13T09:54:55Z"
            ),
            ("Feeder #456: hours with PM", "Sun, 15 Mar 2026 12:15 PM", "2026-03-15T12:15:00Z"),
            ("joomla #9291: a weekday in Danish", "Tor, 05 Mar 2026 10:46:33", "2026-03-05T10:46:33Z"),
            (
                "nyaa #1308: a fraction, an offset and a zone", "2026-08-01 13:55:44.364419679 +0200 CEST",
                "2026-08-01T11:55:44Z"
            ),
            ("nyaa #1308: two digits for the year, no weekday", "01 Aug 26 13:26 UTC", "2026-08-01T13:26:00Z"),
            ("rome #166: no space after the weekday, no zone", "WED,20 MAY 2026 02:23:01", "2026-05-20T02:23:01Z"),
        ])
    func dates(report: String, written: String, time: String) {
        let document = parse(rss("<item><title>x</title><pubDate>\(written)</pubDate></item>"))
        #expect(document.entries.first?.published?.description == time, "\(report)")
    }

    @Test(
        "relative links mean what the base in scope says",
        arguments: [
            (
                "rome #38, feedbin #338: a relative xml:base of the entry",
                atom("<entry xml:base='2026/03/10/'><title>x</title><link href='Two-Ports'/></entry>"),
                "https://log.example/news/2026/03/10/Two-Ports"
            ),
            (
                "neverworkintheory #203: no base but the feed's own address",
                atom("<entry><title>x</title><link href='/2026/03/ports.html'/></entry>"),
                "https://log.example/2026/03/ports.html"
            ),
            (
                "xml-feed #45: the feed's xml:base",
                atom(
                    "<entry><title>x</title><link rel='alternate' href='/p/7.php'/></entry>",
                    attributes: " xml:base='http://quay.example/'"),
                "http://quay.example/p/7.php"
            ),
            (
                "platform-blog #128: a slug alone as base and link",
                atom(
                    "<entry xml:base='ports-2/'><title>x</title><link rel='alternate' href=''/><link href='./'/></entry>"
                ),
                "https://log.example/news/ports-2/"
            ),
        ])
    func bases(report: String, feed: String, link: String) {
        let document = parse(feed, url: "https://log.example/news/feed.atom")
        #expect(document.entries.first?.link == link, "\(report)")
    }

    @Test("rome #689: the base of a content element is that of its links")
    func contentBase() {
        let content =
            "<content type='html' xml:base='https://quay.example/a/'>&lt;p&gt;&lt;a href=\"b\"&gt;b&lt;/a&gt;&lt;/p&gt;</content>"
        let document = parse(atom("<entry><title>x</title>\(content)</entry>"), url: "https://log.example/feed")
        #expect(document.entries.first?.content.first?.value.contains("https://quay.example/a/b") == true)
    }

    @Test(
        "character references in titles are read, however often they were escaped",
        arguments: [
            ("goread #246", "&quot;Two ports&quot; &amp; a pilot"),
            ("FreshRSS #7736", "&amp;quot;Two ports&amp;quot; &amp;amp; a pilot"),
            ("Handy-News-Reader #802", "&#34;Two ports&#x22; &#38;amp; a pilot"),
        ])
    func entities(report: String, title: String) {
        #expect(parse(rss("<item><title>\(title)</title></item>")).titles == ["\"Two ports\" & a pilot"], "\(report)")
    }
}
