import FeedParsing
import Notation
import Testing

/// What hostile feeds cost; each of these took seconds, or gigabytes, without its limit.
@Suite("Limits")
struct LimitTests {
    private static func repeated(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }

    private static let bindings = (0..<250).map { "xmlns:p\($0)='u'" }.joined(separator: " ")

    /// Named by number in the tests, so that a failure does not print a megabyte.
    private static let feeds: [String] = [
        rss("<item>" + (0..<100_000).map { "<author>v\($0)</author>" }.joined() + "</item>"),
        rss("<item>" + (0..<100_000).map { "<category>c\($0)</category>" }.joined() + "</item>"),
        atom((0..<100_000).map { "<link rel='hub' href='/\($0)'/>" }.joined()),
        "<rss>" + repeated("<a \(bindings)>", 200) + repeated("<q:x xmlns:a='b'/>", 50_000),
        "<rss>" + repeated("<a xml:base='\(repeated("b", 1000))/'>", 250) + repeated("<link>x</link>", 20_000),
        "<!DOCTYPE r [<!ENTITY x '\(repeated("z", 250))'>]><rss><channel><title>" + repeated("&x;", 100_000),
        "<!DOCTYPE r [" + (0..<50_000).map { "<!ENTITY e\($0) 'x'>" }.joined() + "]><rss/>",
        repeated("<item>", 100_000), "<rss><channel>" + repeated("<item><title>x</title>", 50_000),
        "{\"items\":" + repeated("[", 100_000), "{\"items\":[" + repeated("{\"id\":1},", 50_000) + "{}]}",
    ]

    @Test("A hostile feed is read or refused soon", .timeLimit(.minutes(1)), arguments: feeds.indices)
    func time(number: Int) {
        let bytes = Array(Self.feeds[number].utf8)
        let clock = ContinuousClock()
        let spent = clock.measure { _ = FeedParser().parse(bytes) }
        // A second in a release build; tests are slower, and run beside others.
        #expect(spent < .seconds(20))
    }

    @Test(
        "What comes out is in proportion to what went in",
        arguments: [
            "<img srcset=\"\(repeated("a b,", 50_000))\">", repeated("<a href=x>", 20_000),
            repeated("<a href='?'>y</a>", 20_000),
        ])
    func amplification(html: String) {
        let base = "http://news.example/" + Self.repeated("b", 900)
        let document = parse(
            rss("<item><description><![CDATA[\(html)]]></description></item>", attributes: " xml:base='\(base)/'"))
        let value = document.entries.first?.summary?.value ?? ""
        #expect(value.utf8.count < (2 << 20) + html.utf8.count * 8)
    }

    @Test("An attribute longer than the limit is not read, and a person longer than any is not taken apart")
    func longValues() {
        let long = Self.repeated("x ", 5_000_001)
        let item = "<item><enclosure url=\"\(long)\"/><author>\(long.prefix(2000))</author><title>a</title></item>"
        let document = parse(rss(item))
        #expect(document.titles == ["a"] && document.codes == [.notWellFormed])
        #expect(document.entries.first?.enclosures.isEmpty == true)
        #expect(document.entries.first?.authors.first?.name.utf8.count == 1999)
    }

    @Test("A base that is longer than any address is none")
    func longBase() {
        let document = parse(
            rss("<item><link>1</link></item>", attributes: " xml:base='http://n.example/\(Self.repeated("b", 2000))/'"))
        #expect(document.entries.first?.link == "1")
    }

    @Test(
        "A base that runs is none",
        arguments: ["javascript://n.example/%0Aalert(1)//", "data://text/html,x/", "VBScript://x/"])
    func runningBase(base: String) {
        let html = "&lt;a href='x'&gt;y&lt;/a&gt;"
        let item = "<item xml:base='\(base)'><link>1</link><description>\(html)</description></item>"
        for document in [parse(rss(item)), parse(rss(item), url: base), parse(rss(item), url: "http://n.example/")] {
            let value = document.entries.first?.summary?.value ?? ""
            #expect(!value.contains("script:") && !value.contains("data:") && value.hasPrefix("<a"))
        }
    }

    @Test(
        "A feed of more entries than the limit gives so many, and says so",
        arguments: [
            rss(repeated("<item></item>", 300)), atom(repeated("<entry/>", 300)),
            rss("<item>" + repeated("<item/>", 300)),
            "{\"items\":[" + repeated("{},", 300) + "{}]}",
        ])
    func entryLimit(feed: String) {
        var parser = FeedParser()
        parser.entryLimit = 100
        let document = parser.parse(Array(feed.utf8))
        #expect(document.entries.count == 100)
        #expect(document.problems.contains { $0.message.contains("100 entries") } || feed.contains("<item><item/>"))
    }

    @Test("A feed of fifty thousand items is handed out item by item")
    func streaming() {
        var bytes = Array("<rss version='2.0'><channel><title>All</title>".utf8)
        for number in 0..<50_000 { bytes += "<item><title>Item \(number)</title><guid>g\(number)</guid></item>".utf8 }
        var last = ""
        var count = 0
        let document = FeedParser().parse(bytes) { entry in
            count += 1
            last = entry.key
        }
        #expect(count == 50_000 && last == "g49999" && document.entries.isEmpty && document.feed.title?.text == "All")
    }
}
