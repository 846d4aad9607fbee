import Desk
import Developments
import Foundation
import Notation
import Testing

@Suite("Sources that are no feeds, and sources with a key", .serialized)
struct SourceKindTests {
    private static let list = """
        <html><body><ul>
        <li><h3><a href="/news/talks">Chile and Peru agree to resume border talks</a></h3><time>10 March 2026</time></li>
        <li><h3><a href="/news/old">Chile and Peru met last year</a></h3><time>3 March 2025</time></li>
        <li><a href="/about">About us</a></li></ul></body></html>
        """

    @Test("A page that lists articles is a source: its links are read as entries, once, and conditionally")
    func listing() async throws {
        let outlet = try Outlet()
        outlet.set("/press", headers: ["ETag: \"1\"", "Content-Type: text/html"], Self.list)
        outlet.set("/news/talks", Outlet.page())
        try outlet.subscribe(
            "xmlUrl=\"\(outlet.origin)/press\" d:links=\"/news/*\" d:linkDate=\"ancestor::li//time\"")
        let report = try await outlet.run()
        #expect(report.entries.new == 1)
        #expect(report.entries.remembered == 1, "last year's")
        let article = try #require(try await outlet.articles().first)
        #expect(article.url == "\(outlet.origin)/news/talks")
        #expect(article.title == "Chile and Peru agree to resume border talks")
        #expect(article.published?.date.description == "2026-03-10")
        #expect(article.publishedIsDay)
        #expect(try await outlet.run(hour: 24).sources.unchanged == 1)
        outlet.set("/press", headers: ["ETag: \"2\""], "<html><body>new design</body></html>")
        let redesigned = try await outlet.run(hour: 48)
        #expect(redesigned.failures.first?.reason.contains("no link of the page matches /news/*") == true)
    }

    @Test("Facts of a listing that cannot be used are named")
    func badListing() throws {
        let outlet = try Outlet()
        try outlet.subscribe("xmlUrl=\"http://a.example/\" d:links=\"/news/*\" d:linkTitle=\"//[\"")
        #expect { try outlet.open() } throws: { "\($0)".contains("XPath") }
        try outlet.subscribe("xmlUrl=\"http://a.example/\" d:linkTitle=\"//h3\"")
        #expect { try outlet.open() } throws: { "\($0)".contains("d:links") }
    }

    @Test("A file is a source, read again only when it changed", arguments: [true, false])
    func file(isAbsolute: Bool) async throws {
        let outlet = try Outlet()
        let file = try outlet.write(Outlet.feed(Outlet.item("a", text: Outlet.story)), to: "Inbox/feed.xml")
        try outlet.subscribe("xmlUrl=\"\(isAbsolute ? file.absoluteString : "Inbox/feed.xml")\"")
        #expect(try await outlet.run().entries.new == 1)
        #expect(try await outlet.run(hour: 1).sources.unchanged == 1)
        try outlet.write(
            Outlet.feed(Outlet.item("a", text: Outlet.story), Outlet.item("b", text: Outlet.story)),
            to: "Inbox/feed.xml")
        #expect(try await outlet.run(hour: 2).entries.new == 1)
        try FileManager.default.removeItem(at: file)
        #expect(try await outlet.run(hour: 3).failures.first?.reason.contains("there is no file") == true)
        #expect(outlet.asked.isEmpty)
    }

    @Test("A folder is a source: feeds, pages and texts in it are entries")
    func folder() async throws {
        let outlet = try Outlet()
        try outlet.write(Outlet.feed(Outlet.item("a", text: Outlet.story)), to: "Inbox/one.rss")
        try outlet.write(Outlet.page(), to: "Inbox/two.html")
        try outlet.write("Peru thanks Chile\n\n\(Outlet.story)", to: "Inbox/three.txt")
        try outlet.write("no feed", to: "Inbox/bad.xml")
        try outlet.write("not read", to: "Inbox/.hidden.txt")
        try outlet.subscribe("xmlUrl=\"Inbox\"")
        #expect(try await outlet.run { $0.backfill = 100 * 365 * 86_400 }.entries.new == 3)
        let articles = try await outlet.articles()
        #expect(articles.map(\.entryKey) == ["a", "file:three.txt", "file:two.html"])
        #expect(articles.allSatisfy { $0.text.contains("foreign ministers of Chile and Peru") && $0.url.isEmpty })
        #expect(try await outlet.run(hour: 1).sources.unchanged == 1)
        try outlet.write("Peru thanks Chile again\n\n\(Outlet.story)", to: "Inbox/three.txt")
        #expect(try await outlet.run(hour: 2).entries.revised == 1)
        let check = try await outlet.open().checkSources([], now: Outlet.time(3)).text
        #expect(check.contains("bad.xml"))
    }

    @Test("A file or folder is subscribed to by its path")
    func addedByPath() async throws {
        let outlet = try Outlet()
        try outlet.subscribe()
        let feed = try outlet.write(Outlet.feed(Outlet.item("a", text: Outlet.story)), to: "Inbox/one.rss")
        let desk = try outlet.open()
        #expect(try await desk.addSource(feed.path, title: "Inbox").contains("Inbox, 1 entries (file:///"))
        let isThere = try await outlet.run { $0.backfill = 100 * 365 * 86_400 }.entries.new == 1
        #expect(isThere)
        await #expect(throws: UsageError.self) { try await desk.addSource(feed.path + ".not", title: nil) }
    }

    @Test("A list from elsewhere brings no files with it")
    func importedFiles() throws {
        let outlet = try Outlet()
        try outlet.subscribe()
        let other = try outlet.write(
            "<opml><body><outline text=\"A\" xmlUrl=\"file:///etc/passwd\"/><outline text=\"B\" xmlUrl=\"http://b.example/\"/>"
                + "</body></opml>", to: "other.opml")
        #expect(try outlet.open().importSources(from: other).contains("took over 1 of 2"))
        #expect(try outlet.open().sourceList().count == 1)
    }

    private static let keys = """
        sources:
          s:
            user: "desk"
            password: "env:FEED_PASSWORD"
            headers: {X-Api-Key: "file:Feeds/s.key", Accept-Language: fr}
        """

    @Test("A source's key, user and header fields go to its own host alone, and into no report")
    func access() async throws {
        let outlet = try Outlet(settings: Self.keys)
        let elsewhere = outlet.origin(host: "127.0.0.2")
        outlet.set("/feed", Outlet.feed(Outlet.item("a", link: "/own"), Outlet.item("b", link: "\(elsewhere)/page")))
        for path in ["/own", "/page"] { outlet.set(path, Outlet.page()) }
        try outlet.subscribe("d:id=\"s\" xmlUrl=\"\(outlet.origin)/feed\"")
        let key = try outlet.write("k-secret\n", to: "Feeds/s.key")
        chmod(key.path, 0o600)
        let report = try await outlet.run(environment: ["FEED_PASSWORD": "p-secret"])
        #expect(report.sources.failed == 0)
        for request in outlet.server.requests {
            let isOwn = request.header("host") == "127.0.0.1:\(outlet.server.port)" && request.target != "/robots.txt"
            #expect((request.header("authorization") == "Basic ZGVzazpwLXNlY3JldA==") == isOwn, "\(request.target)")
            #expect((request.header("x-api-key") == "k-secret") == isOwn, "\(request.target)")
        }
        #expect(outlet.asked.contains("/own") && outlet.asked.contains("/page"))
        #expect(try !report.json().contains("secret"))
    }

    @Test("A secret that is missing, or that others can read, is named and fails its source alone")
    func badSecrets() async throws {
        let outlet = try Outlet(settings: Self.keys)
        outlet.set("/feed", Outlet.feed(Outlet.item("a")))
        outlet.set("/other", Outlet.feed(Outlet.item("a")))
        try outlet.subscribe("d:id=\"s\" xmlUrl=\"\(outlet.origin)/feed\"", "xmlUrl=\"\(outlet.origin)/other\"")
        let key = try outlet.write("k-secret\n", to: "Feeds/s.key")
        chmod(key.path, 0o644)
        let open = try await outlet.run(environment: ["FEED_PASSWORD": "p-secret"])
        #expect(open.failures.first?.reason.contains("chmod 600") == true)
        #expect(open.sources.read == 1)
        chmod(key.path, 0o600)
        let missing = try await outlet.run(hour: 1)
        #expect(missing.failures.first?.reason.contains("FEED_PASSWORD") == true)
        #expect(!outlet.asked.contains("/feed"))
    }

    @Test(
        "Settings of single sources that cannot be used are named",
        arguments: [
            ("sources:\n  s:\n    password: \"bare\"", "env:NAME"),
            ("sources:\n  s:\n    headers: {Authorization: \"Bearer x\"}", "env:NAME"),
            ("sources:\n  s:\n    headers: {X-Session: \"abc\"}", "env:NAME"),
            ("sources:\n  s:\n    proxy: \"http://user:pass@proxy.example:3128\"", "env:NAME"),
            ("sources:\n  s:\n    pasword: \"env:X\"", "no such key"), ("sources:\n  s: 5", "holds headers"),
            ("sources: 5", "holds ids"), ("sources:\n  unknown:\n    user: \"x\"", "no source has this id"),
        ])
    func badAccess(settings: String, words: String) throws {
        let outlet = try Outlet(settings: settings)
        try outlet.subscribe("d:id=\"s\" xmlUrl=\"\(outlet.origin)/feed\"")
        #expect { try outlet.open() } throws: { "\($0)".contains(words) }
    }

    @Test("What a source sees with its key is shown to no other source")
    func personalPages() async throws {
        let whole = "The envoys of Chile and Peru agreed in private to reopen the border in May, subscribers read."
        let server = try OddServer { request, connection in
            switch request.target {
            case "/feed1", "/feed2": connection.answer(200, [], Outlet.feed(Outlet.item(request.target, link: "/page")))
            case "/page":
                let isSubscriber = request.header("x-key") == "k"
                connection.answer(200, ["Content-Type: text/html"], Outlet.page(isSubscriber ? whole : Outlet.story))
            default: connection.answer(404, [], "")
            }
        }
        let outlet = try Outlet(settings: "sources:\n  s:\n    headers: {X-Key: \"env:KEY\"}")
        try outlet.subscribe(
            "d:id=\"s\" xmlUrl=\"\(server.origin)/feed1\"", "d:id=\"t\" xmlUrl=\"\(server.origin)/feed2\"")
        try await outlet.run(environment: ["KEY": "k"])
        let texts = try await outlet.articles().map(\.text)
        #expect(texts.count == 2 && texts[0].contains("subscribers read") && !texts[1].contains("subscribers read"))
        #expect(server.requests.count { $0.target == "/page" } == 2)
    }

    @Test("A source's own proxy is used for it alone, its pages and the robots.txt of their host included")
    func proxy() async throws {
        let proxy = try OddServer { request, connection in
            if request.target.hasSuffix("/feed") {
                connection.answer(200, [], Outlet.feed(Outlet.item("a", link: "http://outlet.example/page")))
            } else if request.target.hasSuffix("/page") {
                connection.answer(200, ["Content-Type: text/html"], Outlet.page())
            } else {
                connection.answer(404, [], "")
            }
        }
        let outlet = try Outlet(settings: "sources:\n  s:\n    proxy: \"\(proxy.origin)\"")
        outlet.set("/feed", Outlet.feed(Outlet.item("a")))
        try outlet.subscribe("d:id=\"s\" xmlUrl=\"http://outlet.example/feed\"", "xmlUrl=\"\(outlet.origin)/feed\"")
        #expect(try await outlet.run().sources.read == 2)
        let asked = ["/feed", "/robots.txt", "/page"].map { "http://outlet.example" + $0 }
        #expect(proxy.requests.map(\.target) == asked)
        #expect(outlet.asked == ["/feed"])
    }

    @Test(
        "addresses for feed programs are taken over as web addresses; commands and queries are refused, each with its line"
    )
    func importedSchemes() throws {
        let outlet = try Outlet()
        try outlet.subscribe("xmlUrl=\"https://here.example/feed\"")
        let addresses = [
            "feed://a.example/rss", "feed:https://b.example/rss", "rss://c.example/x", "exec:/usr/bin/news",
            "filter:sort:https://d.example/",
            "query:unread:age &lt; 3", "https://here.example/feed#top", "https://e.example/feed",
            "HTTPS://e.example:443/feed",
        ]
        let lines = addresses.enumerated().map { "<outline text=\"No \($0.offset)\" xmlUrl=\"\($0.element)\"/>" }
        let file = try outlet.write("<opml version=\"2.0\"><body>\(lines.joined())</body></opml>", to: "reader.opml")
        let told = try outlet.open().importSources(from: file)
        #expect(told.hasPrefix("took over 4 of 9 subscriptions; 2 were there already; 3 refused:"))
        for word in ["No 3", "No 4", "No 5", "exec:", "filter:", "query:"] { #expect(told.contains(word), "\(told)") }
        #expect(told.split(separator: "\n").count == 4)
        let feeds = try outlet.open().sourceList().map(\.text).joined()
        for address in [
            "http://a.example/rss", "https://b.example/rss", "http://c.example/x", "https://e.example/feed",
        ] {
            #expect(feeds.contains(address))
        }
        #expect(!feeds.contains("exec:"))
    }
}
