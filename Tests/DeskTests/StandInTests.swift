import Desk
import Developments
import Foundation
import Testing

/// Pages that come in the place of an article, as people reported them to feed readers.
@Suite("Pages that are not the article", .serialized)
struct StandInTests {
    private static let opening = """
        Estonia and Kenya will open a joint school for harbour pilots in Mombasa next spring, the two transport ministers \
        said on Tuesday after a day of talks in Tallinn about piracy and fees.
        """
    private static let whole = (1...6).map {
        "<p>\(opening) Chapter \($0) of the plan deals with grants for cadets from Estonia and Kenya.</p>"
    }.joined()

    private static func entry(_ key: String, title: String = "Estonia and Kenya to train harbour pilots together")
        -> String
    {
        "<item><title>\(title)</title><guid isPermaLink=\"false\">\(key)</guid><link>/2026/03/\(key)</link>"
            + "<description><![CDATA[\(whole)]]></description><pubDate>Tue, 10 Mar 2026 20:00:00 GMT</pubDate></item>"
    }

    private static func page(_ title: String, _ body: String, head: String = "") -> String {
        "<html lang=\"en\"><head><title>\(title)</title>\(head)</head><body><main>\(body)</main></body></html>"
    }

    private static let other = page(
        "Bolivia closes its consulate in Quito",
        "<article><h1>Bolivia closes its consulate in Quito</h1>"
            + (1...9).map {
                "<p>Bolivia closed its consulate in Quito on Monday after a quarrel about a shipment of copper, diplomats there said in note \($0).</p>"
            }.joined() + "</article>")

    static let standIns: [(name: String, page: String)] = [
        (
            "a question for consent",
            page(
                "The Tidewater Gazette",
                "<h1>Your choice</h1><p>We and our 310 partners store and access information on your device to measure who reads what.</p><p>You may accept all cookies or manage your choices.</p>"
            )
        ),
        (
            "a question for consent under the article's own title",
            page(
                "Estonia and Kenya to train harbour pilots together",
                "<h1>Before you continue</h1><p>Together with our partners we use cookies and similar technologies for advertising. Please accept or manage your choices.</p>"
            )
        ),
        (
            "a question in German",
            page(
                "gazette.example mit Werbung",
                "<h1>Weiter mit Werbung</h1><p>Lesen Sie gazette.example wie gewohnt mit Werbung und Tracking. Mehr dazu in der Datenschutzerklärung.</p>"
            )
        ),
        (
            "a login",
            page(
                "Sign in",
                "<h1>Sign in</h1><p>Please log in with your Gazette account to read on. New here? Create a free account in a minute.</p>"
            )
        ),
        (
            "news that the story is gone",
            page(
                "The Tidewater Gazette",
                "<p>We are sorry. The page you are looking for is no longer available, or may have been moved to our archive.</p>"
            )
        ),
        (
            "a refusal by country",
            page(
                "451",
                "<h1>Unavailable for legal reasons</h1><p>Our site is not available in your country at this time. Write to the desk if you think this is wrong.</p>"
            )
        ),
        (
            "the home page",
            page(
                "The Tidewater Gazette",
                "<h2><a href=\"/a\">Peru recalls its envoy</a></h2><p>Peru recalled its envoy from Jakarta on Monday, officials in Lima said.</p><h2><a href=\"/b\">Chad thanks Qatar</a></h2><p>Chad thanked Qatar on Sunday for its work as a host of talks.</p>",
                head: "<meta property=\"og:type\" content=\"website\">")
        ),
        ("another article", other),
    ]

    @Test("the feed's text stands, and the page's problem is named", arguments: standIns.indices, [200, 301])
    func standIn(index: Int, status: Int) async throws {
        let outlet = try Outlet()
        outlet.set("/feed", Outlet.feed(Self.entry("pilots-of-two-ports")))
        let path = "/2026/03/pilots-of-two-ports"
        if status == 301 {
            outlet.set(path, status: 301, headers: ["Location: /elsewhere/then-and-there"])
            outlet.set("/elsewhere/then-and-there", Self.standIns[index].page)
        } else {
            outlet.set(path, Self.standIns[index].page)
        }
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        let report = try await outlet.run()
        let article = try #require(try await outlet.articles().first)
        #expect(article.extraction == .feed, "\(Self.standIns[index].name)")
        #expect(article.text.contains("Chapter 4 of the plan"))
        #expect(article.title == "Estonia and Kenya to train harbour pilots together")
        #expect(article.url.hasSuffix(path) && article.canonicalURL == article.url)
        #expect(report.entries.pageProblems == ["not the article": 1])
    }

    @Test(
        "a redirect to the front page or a section is no article, though the headline is there",
        arguments: ["/", "/2026", "/news", "/index.html"])
    func front(target: String) async throws {
        let outlet = try Outlet()
        outlet.set("/feed", Outlet.feed(Self.entry("pilots")))
        outlet.set("/2026/03/pilots", status: 302, headers: ["Location: \(target)"])
        let list = (1...3).map {
            "<h2><a href=\"/\($0)\">Harbour note \($0)</a></h2><p>The harbour office in Tallinn wrote note \($0) today.</p>"
        }
        outlet.set(
            target,
            Self.page("Estonia and Kenya to train harbour pilots together", "<p>\(Self.opening)</p>\(list.joined())"))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        #expect(try await outlet.articles().first?.extraction == .feed)
    }

    static let own: [(name: String, page: String, path: String)] = [
        (
            "its headline",
            page(
                "Estonia and Kenya to train harbour pilots together",
                "<article><h1>Estonia and Kenya to train harbour pilots together</h1>\(longText)</article>"),
            "/2026/03/pilots"
        ),
        (
            "another headline, the opening words",
            page("Pilots wanted", "<article><h1>Pilots wanted</h1><p>\(opening)</p>\(longText)</article>"),
            "/2026/03/pilots"
        ),
        (
            "a slug of its own after a redirect",
            page(
                "Estonia, Kenya to train pilots",
                "<article><h1>Estonia, Kenya to train harbour pilots together</h1>\(longText)</article>"),
            "/2026/03/estonia-kenya-pilots-school"
        ),
        (
            "its address",
            page(
                "Learning the ropes",
                "<article><h1>Learning the ropes</h1>\(String(repeating: "<p>They stand on the bridge at dawn and wait for the tide, as their fathers did, and talk about ropes and wind.</p>", count: 6))</article>",
                head: "<link rel=\"canonical\" href=\"/2026/03/pilots\">"), "/2026/03/pilots"
        ),
    ]
    private static let longText = (1...6).map {
        "<p>The school in Mombasa will take \($0)0 cadets a year, and both Estonia and Kenya pay for their training in the harbour.</p>"
    }.joined()

    @Test("a page that shows the entry is its page", arguments: own.indices)
    func ownPage(index: Int) async throws {
        let (name, page, path) = Self.own[index]
        let outlet = try Outlet()
        let short =
            "<item><title>Estonia and Kenya to train harbour pilots together</title><guid>p</guid><link>/2026/03/pilots</link><description>\(Self.opening)</description></item>"
        outlet.set("/feed", Outlet.feed(short))
        if path != "/2026/03/pilots" { outlet.set("/2026/03/pilots", status: 301, headers: ["Location: \(path)"]) }
        outlet.set(path, page)
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        let report = try await outlet.run()
        #expect(try await outlet.articles().first?.extraction == .full, "\(name)")
        #expect(report.entries.pageProblems.isEmpty)
    }

    @Test("of entries that share a link only the one whose headline the page bears gets its text")
    func sharedLink() async throws {
        let outlet = try Outlet()
        let titles = ["Estonia and Kenya to train harbour pilots together", "Bolivia closes its consulate in Quito"]
        let items = titles.enumerated().map { number, title in
            "<item><title>\(title)</title><guid isPermaLink=\"false\">\(number)</guid><link>/latest-of-all</link><description>\(title), said the ministry in a short note on Tuesday.</description></item>"
        }
        outlet.set("/feed", Outlet.feed(items.joined()))
        outlet.set("/latest-of-all", Self.other)
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        let articles = try await outlet.articles()
        #expect(articles.map(\.extraction) == [.feed, .full])
        #expect(articles.map(\.title) == titles)
    }

    @Test("a page that a site showed for different entries is known when it comes again, though it lists the headline")
    func learned() async throws {
        let outlet = try Outlet(settings: "interval: 0s")
        let wall =
            "<p>Our readers' favourite stories of the week, chosen by the editors of the Gazette for a rainy evening.</p>"
            + "<p>Kings of the canal: how three families share a lock. A bridge too low. The ferry that came to stay at the quay.</p>"
            + "<p>Write to us about yours and win a day on the pilot boat with captain Tamm and his dog.</p>"
        let titles = [
            "Peru recalls its envoy from Jakarta", "Chad thanks Qatar for hosting talks",
            "Three families share a canal lock and a bridge too low",
        ]
        for (hour, title) in titles.enumerated() {
            let item =
                "<item><title>\(title)</title><guid isPermaLink=\"false\">\(hour)</guid><link>/n/a-\(hour)-b</link><description>\(title), wrote the Gazette on Tuesday.</description></item>"
            outlet.set("/feed", Outlet.feed(item))
            outlet.set("/n/a-\(hour)-b", Self.page("The Tidewater Gazette", wall))
            try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
            try await outlet.run(hour: Double(hour)) { $0.isForced = true }
        }
        #expect(try await outlet.articles().allSatisfy { $0.extraction == .feed })
    }

    @Test("a page that turned into something else is no edit of the article")
    func revisit() async throws {
        let outlet = try Outlet()
        let item =
            "<item><title>Chile and Peru agree to resume border talks</title><guid isPermaLink=\"false\">a</guid><link>/page</link></item>"
        outlet.set("/feed", headers: ["ETag: \"1\""], Outlet.feed(item))
        outlet.set("/page", Outlet.page())
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        let before = try #require(try await outlet.articles().first)
        outlet.set("/page", Self.other)
        try await outlet.run(hour: 2)
        let after = try #require(try await outlet.articles().first)
        #expect(after.text == before.text && after.revision == 1)
    }
}
