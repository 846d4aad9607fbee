import Desk
import Developments
import Foundation
import Notation
import Testing

@Suite("Pages of entries", .serialized)
struct PageVisitTests {
    @Test("A run asks for so many pages and no more; the next ones do the rest, each once")
    func maxPages() async throws {
        let outlet = try Outlet(settings: "maxPages: 2\nrevisit: false\ninterval: 0s")
        let items = (0..<5).map { Outlet.item("\($0)", link: "/page\($0)") }
        outlet.set("/feed", headers: ["ETag: \"1\""], Outlet.feed(items.joined()))
        for number in 0..<5 { outlet.set("/page\(number)", Outlet.page(Outlet.story + " Round \(number).")) }
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        for (hour, count) in [(0.0, 2), (1, 4), (2, 5), (3, 5)] {
            let report = try await outlet.run(hour: hour)
            #expect(try await outlet.articles().count == count, "hour \(hour)")
            #expect(report.entries.pending == 5 - count)
        }
        let pages = outlet.asked.filter { $0.hasPrefix("/page") }
        #expect(pages.sorted() == (0..<5).map { "/page\($0)" })
    }

    @Test("The feed's text is used when the source says so, and when the page fails", arguments: [true, false])
    func feedText(isSaid: Bool) async throws {
        let outlet = try Outlet()
        outlet.set("/feed", Outlet.feed(Outlet.item("a", link: "/page", text: Outlet.story)))
        if isSaid { outlet.set("/page", Outlet.page()) } else { outlet.set("/page", status: 403) }
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"\(isSaid ? " d:text=\"feed\"" : "")")
        try await outlet.run()
        let article = try #require(try await outlet.articles().first)
        #expect(article.extraction == .feed)
        #expect(article.text == Outlet.story)
        #expect(outlet.asked.contains("/page") != isSaid)
    }

    @Test("Kept articles are looked at again for silent edits, conditionally and less and less often")
    func revisit() async throws {
        let outlet = try Outlet()
        outlet.set("/feed", headers: ["ETag: \"1\""], Outlet.feed(Outlet.item("a", link: "/page")))
        outlet.set("/page", headers: ["ETag: \"p1\""], Outlet.page())
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        #expect(try await outlet.defects().isEmpty)
        func looks() -> Int { outlet.asked.count { $0 == "/page" } - 1 }
        try await outlet.run(hour: 1)
        #expect(looks() == 0)
        #expect(try await outlet.run(hour: 2).entries.revisited == 1)
        #expect(outlet.server.requests.last { $0.target == "/page" }?.header("if-none-match") == "\"p1\"")
        outlet.set("/page", headers: ["ETag: \"p2\""], Outlet.page(Outlet.story + " Peru denied it."))
        try await outlet.run(hour: 3)
        let report = try await outlet.run(hour: 8)
        #expect(report.entries.revised == 1)
        #expect(report.entries.new == 0, "an edit is no new entry")
        let article = try #require(try await outlet.articles().first)
        #expect(article.revision == 2)
        #expect(article.text.contains("Peru denied it"))
        for hour in stride(from: 16.0, through: 24 * 12, by: 12) { try await outlet.run(hour: hour) }
        #expect(looks() == 5)
        #expect(try await outlet.defects().isEmpty)
        #expect(try await outlet.articles().first?.revision == 2)
    }

    @Test("A page that is gone, or went behind a wall, takes nothing away", arguments: [404, 200])
    func lost(status: Int) async throws {
        let outlet = try Outlet()
        outlet.set("/feed", headers: ["ETag: \"1\""], Outlet.feed(Outlet.item("a", link: "/page")))
        outlet.set("/page", Outlet.page())
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        let before = try #require(try await outlet.articles().first)
        outlet.set("/page", status: status, "<html><body><form>Please log in</form></body></html>")
        try await outlet.run(hour: 2)
        let after = try #require(try await outlet.articles().first)
        #expect(after.text == before.text)
        #expect(after.revision == 1)
    }

    @Test("One article is fetched once though several feeds carry it, in one run and over runs")
    func once() async throws {
        let outlet = try Outlet()
        for number in 1...3 {
            let link = "/page?utm_source=feed\(number)"
            outlet.set("/feed\(number)", headers: ["ETag: \"1\""], Outlet.feed(Outlet.item("k\(number)", link: link)))
        }
        outlet.set("/page", Outlet.page())
        let outlines = (1...3).map { "d:id=\"s\($0)\" xmlUrl=\"\(outlet.origin)/feed\($0)\"" }
        try outlet.subscribe(outlines[0], outlines[1])
        try await outlet.run()
        try outlet.subscribe(outlines[0], outlines[1], outlines[2])
        try await outlet.run(hour: 0.5)
        #expect(try await outlet.articles().map(\.text).filter { $0.contains("Chile and Peru") }.count == 3)
        #expect(outlet.asked.count { $0.hasPrefix("/page") } == 1)
    }

    @Test("A changed entry has its page fetched again")
    func changed() async throws {
        let outlet = try Outlet()
        outlet.set("/feed", Outlet.feed(Outlet.item("a", link: "/page")))
        outlet.set("/page", Outlet.page())
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        outlet.set("/feed", Outlet.feed(Outlet.item("a", link: "/page", text: "Updated.")))
        outlet.set("/page", Outlet.page(Outlet.story + " It was raining."))
        try await outlet.run(hour: 0.6)
        #expect(try await outlet.articles().first?.text.contains("raining") == true)
    }

    @Test("An aggregator's link is resolved to the real article", arguments: 0..<3)
    func aggregator(kind: Int) async throws {
        let outlet = try Outlet()
        let real = "\(outlet.origin(host: "127.0.0.2"))/story"
        outlet.set("/story", Outlet.page())
        let encoded = real.replacing(":", with: "%3A").replacing("/", with: "%2F")
        let link = kind == 0 ? "/go?url=\(encoded)&amp;x=1" : "/go"
        let refresh = "<html><head><meta http-equiv=refresh content=\"0; url=\(real)\"></head></html>"
        if kind == 1 { outlet.set("/go", status: 302, headers: ["Location: \(real)"]) }
        if kind == 2 { outlet.set("/go", refresh) }
        outlet.set("/feed", Outlet.feed(Outlet.item("a", link: link)))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\" d:kind=\"aggregator\"")
        try await outlet.run()
        let article = try #require(try await outlet.articles().first)
        #expect(article.url == real)
        #expect(article.text.contains("Chile and Peru"))
        #expect(outlet.asked.contains { $0.hasPrefix("/go") } == (kind > 0))
    }

    @Test("Where a page redirects to, that host's robots.txt counts as well, and on its own host the rest of its own")
    func robotsAfterRedirects() async throws {
        let outlet = try Outlet()
        let other = "\(outlet.origin(host: "127.0.0.2"))"
        outlet.set("/robots.txt", "User-agent: *\nDisallow: /story")
        outlet.set("/story", Outlet.page())
        outlet.set("/open", Outlet.page())
        outlet.set("/far", status: 302, headers: ["Location: \(other)/story"])
        outlet.set("/near", status: 302, headers: ["Location: /story"])
        outlet.set("/round", status: 302, headers: ["Location: \(other)/back"])
        outlet.set("/back", status: 302, headers: ["Location: \(outlet.origin)/open"])
        let items = ["/far", "/near", "/round"].map { Outlet.item($0, link: $0, text: Outlet.story) }
        outlet.set("/feed", Outlet.feed(items.joined()))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        let report = try await outlet.run()
        #expect(!outlet.asked.contains("/story"))
        #expect(report.entries.pageProblems == ["robots.txt": 2])
        #expect(outlet.asked.count { $0 == "/open" } == 1)
        #expect(outlet.asked.count { $0 == "/robots.txt" } == 2, "once for each host")
    }

    @Test("A host that asks to be left alone is left alone by the runs to come, and by a check")
    func heldHost() async throws {
        let outlet = try Outlet(settings: "interval: 0s")
        let other = outlet.origin(host: "127.0.0.2")
        outlet.set("/feed", Outlet.feed(Outlet.item("a", link: "\(other)/page", text: Outlet.story)))
        outlet.set("/page", status: 429, headers: ["Retry-After: 14400"])
        outlet.set("/other", Outlet.feed(Outlet.item("b")))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        outlet.set("/page", Outlet.page())
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"", "d:id=\"o\" xmlUrl=\"\(other)/other\"")
        for hour in [1.0, 2, 3] { try await outlet.run(hour: hour) { $0.isForced = true } }
        let check = try await outlet.open().checkSources(["o"], now: Outlet.time(3.5))
        #expect(check.text.contains("the host asked us to come back in"))
        #expect(outlet.asked.count { $0 == "/page" } == 1 && !outlet.asked.contains("/other"))
        try await outlet.run(hour: 8.5)
        #expect(outlet.asked.contains("/other") && outlet.asked.count { $0 == "/page" } == 2)
    }

    @Test("Redirects to and fro between hosts end after ten")
    func pingPong() async throws {
        let outlet = try Outlet()
        outlet.set("/a", status: 302, headers: ["Location: \(outlet.origin(host: "127.0.0.2"))/b"])
        outlet.set("/b", status: 302, headers: ["Location: \(outlet.origin)/a"])
        outlet.set("/feed", Outlet.feed(Outlet.item("k", link: "/a", text: Outlet.story)))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        #expect(outlet.asked.count { $0 == "/a" || $0 == "/b" } == 11)
    }

    @Test("A page that calls itself another site's article is not had for it")
    func foreignCanonical() async throws {
        let outlet = try Outlet()
        let story = "\(outlet.origin(host: "127.0.0.2"))/story"
        let page = Outlet.page("Nothing of the kind was said by the ministers of Chile and Peru in Lima on Tuesday.")
        outlet.set(
            "/evil", page.replacing("<html>", with: "<html><head><link rel=\"canonical\" href=\"\(story)\"></head>"))
        outlet.set("/story", Outlet.page())
        outlet.set("/feed1", Outlet.feed(Outlet.item("e", link: "/evil")))
        outlet.set("/feed2", Outlet.feed(Outlet.item("s", link: story)))
        let outlines = (1...2).map { "d:id=\"s\($0)\" xmlUrl=\"\(outlet.origin)/feed\($0)\"" }
        try outlet.subscribe(outlines[0])
        try await outlet.run()
        try outlet.subscribe(outlines[0], outlines[1])
        try await outlet.run(hour: 0.5)
        #expect(outlet.asked.contains("/story"))
        #expect(try await outlet.articles().first { $0.entryKey == "s" }?.text.contains("agreed to resume") == true)
    }

    @Test("Links of one run that lead to one page in several ways fetch it once, and never wait for each other")
    func aggregatorsAtOnce() async throws {
        let outlet = try Outlet()
        let real = "\(outlet.origin(host: "127.0.0.2"))/story"
        outlet.set("/story", .init(body: Outlet.page(), delay: 100_000))
        let links = (1...6).map { "/go\($0)" }
        for link in links { outlet.set(link, status: 302, headers: ["Location: \(real)"]) }
        // Two that lead to each other, each on its own host.
        outlet.set("/ring1", status: 302, headers: ["Location: \(outlet.origin(host: "127.0.0.3"))/ring2"])
        outlet.set("/ring2", status: 302, headers: ["Location: \(outlet.origin)/ring1"])
        let ring = ["/ring1", "\(outlet.origin(host: "127.0.0.3"))/ring2"]
        let items = (links + ring + [real]).map { Outlet.item($0, link: $0, text: Outlet.story) }
        outlet.set("/feed1", Outlet.feed(items.prefix(5).joined()))
        outlet.set("/feed2", Outlet.feed(items.dropFirst(5).joined()))
        try outlet.subscribe(
            "d:id=\"s1\" xmlUrl=\"\(outlet.origin)/feed1\"", "d:id=\"s2\" xmlUrl=\"\(outlet.origin)/feed2\"")
        try await outlet.run()
        #expect(outlet.asked.count { $0 == "/story" } == 1)
        #expect(try await outlet.articles().count { $0.url == real } == 7)
    }

    @Test("An article that several aggregators lead to is fetched once")
    func aggregatorsOnce() async throws {
        let outlet = try Outlet()
        let real = "\(outlet.origin(host: "127.0.0.2"))/story"
        outlet.set("/story", Outlet.page())
        for number in 1...2 {
            outlet.set("/go\(number)", status: 302, headers: ["Location: \(real)?utm_source=\(number)"])
            outlet.set("/feed\(number)", Outlet.feed(Outlet.item("k\(number)", link: "/go\(number)")))
        }
        let outlines = (1...2).map { "d:id=\"s\($0)\" xmlUrl=\"\(outlet.origin)/feed\($0)\"" }
        try outlet.subscribe(outlines[0])
        try await outlet.run()
        try outlet.subscribe(outlines[0], outlines[1])
        try await outlet.run(hour: 0.5)
        #expect(try await outlet.articles().map { $0.url.prefix { $0 != "?" } } == [real[...], real[...]])
        #expect(outlet.asked.count { $0.hasPrefix("/story") } == 1)
    }

    @Test("robots.txt keeps us from a page; one that cannot be had puts the page off", arguments: [200, 503])
    func robots(status: Int) async throws {
        let outlet = try Outlet()
        outlet.set("/robots.txt", status: status, "User-agent: *\nDisallow: /page")
        outlet.set("/feed", headers: ["ETag: \"1\""], Outlet.feed(Outlet.item("a", link: "/page", text: Outlet.story)))
        outlet.set("/page", Outlet.page())
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        #expect(!outlet.asked.contains("/page"))
        #expect(try await outlet.articles().first?.extraction == .feed)
        outlet.set("/robots.txt", "")
        try await outlet.run(hour: 2)
        #expect(outlet.asked.contains("/page") == (status == 503), "rules that were read hold for a day")
    }

    @Test("A run that is told to end stores what is finished, and the next run does the rest", .timeLimit(.minutes(1)))
    func interrupted() async throws {
        let outlet = try Outlet(settings: "revisit: false")
        outlet.set("/quick", headers: ["ETag: \"1\""], Outlet.feed(Outlet.item("q", link: "/page")))
        outlet.set("/page", Outlet.page())
        let items = Outlet.item("s1", link: "/page1") + Outlet.item("s2", link: "/stuck2")
        outlet.set("/half", headers: ["ETag: \"1\""], Outlet.feed(items))
        outlet.set("/page1", Outlet.page(Outlet.story + " One."))
        outlet.set("/stuck2", .init(body: Outlet.page(Outlet.story + " Two."), delay: 4_000_000))
        outlet.set("/stuck", .init(body: Outlet.feed(Outlet.item("t")), delay: 4_000_000))
        try outlet.subscribe(
            "d:id=\"q\" xmlUrl=\"\(outlet.origin)/quick\"", "d:id=\"h\" xmlUrl=\"\(outlet.origin)/half\"",
            "d:id=\"s\" xmlUrl=\"\(outlet.origin(host: "127.0.0.2"))/stuck\"")
        let work = Task { try await outlet.run() }
        for _ in 0..<400 where !(outlet.asked.contains("/stuck2") && outlet.asked.contains("/page1")) {
            try await Task.sleep(for: .milliseconds(5))
        }
        try await Task.sleep(for: .milliseconds(300))
        let start = ContinuousClock.now
        work.cancel()
        let report = try await work.value
        #expect(ContinuousClock.now - start < .seconds(2))
        #expect(report.isInterrupted)
        #expect(report.sources.failed == 0)
        #expect(try await outlet.articles().map(\.entryKey) == ["q", "s1"])
        outlet.set("/stuck2", Outlet.page(Outlet.story + " Two."))
        outlet.set("/stuck", Outlet.feed(Outlet.item("t")))
        let next = try await outlet.run(hour: 1)
        #expect(next.sources.failed == 0)
        #expect(try await outlet.articles().map(\.entryKey) == ["q", "s1", "s2", "t"])
        #expect(outlet.asked.count { $0 == "/page1" } == 1)
    }
}
