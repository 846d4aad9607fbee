import Fetching
import Notation
import Testing

@Suite("robots.txt (RFC 9309)")
struct RobotsTests {
    @Test(
        "The longest matching rule of our group decides",
        arguments: [
            ("User-agent: *\nDisallow: /", "/a", false), ("User-agent: *\nDisallow:", "/a", true), ("", "/a", true),
            ("User-agent: other\nDisallow: /", "/a", true),
            ("User-agent: demarche\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", true),
            ("User-agent: demarche\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/a/1", false),
            ("User-Agent: DeMarche/2.0\nDisallow: /a", "/a", false),
            ("user-agent: x\nuser-agent: demarche\ndisallow: /a", "/a", false),
            ("User-agent: demarche\nDisallow: /a\nUser-agent: x\nDisallow: /b", "/b", true),
            (
                "User-agent: demarche\nDisallow: /a\nUser-agent: x\nDisallow: /q\nUser-agent: demarche\nDisallow: /b",
                "/b", false
            ),
            ("User-agent: *\nDisallow: /a\nAllow: /a/open", "/a/open/1", true),
            ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true),
            ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false),
            ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true),
            ("User-agent: *\nDisallow: /a*b*c", "/aXXbYYc/z", false),
            ("User-agent: *\nDisallow: /a*b*c", "/aXXcYYb", true), ("User-agent: *\nDisallow: /a$", "/ab", true),
            ("User-agent: *\nDisallow: *?print=", "/n?print=1", false),
            ("User-agent: *\nDisallow: /é", "/%C3%A9", false),
            ("User-agent: *\nDisallow: /%7Euser", "/~user/x", false), ("User-agent: *\nDisallow: /a%2Fb", "/a/b", true),
            ("User-agent: *\nDisallow: /a # why\n", "/a", false),
            ("# only\n  User-agent : *\n\tDisallow:/a", "/a", false),
            ("\u{FEFF}User-agent: *\nDisallow: /a", "/a", false), ("User-agent: *\r\nDisallow: /a\r\n", "/a", false),
            ("User-agent: *\rDisallow: /a", "/a", false), ("User-agent: *\nDisallow: a", "/a", true),
            ("User-agent: *\nSitemap: http://x/\nCrawl-delay: 9\nDisallow: /a", "/a", false),
            ("Disallow: /", "/a", true), ("<html><body>not found</body></html>", "/a", true),
            ("User-agent: *\nDisallow: /", "/robots.txt", true),
            ("User-agent: demarche\n\nUser-agent: *\nDisallow: /", "/a", false),
            ("User-agent: *\nDisallow: /*aab", "/aaab/x", false),
            ("User-agent: *\nDisallow: /*abab*c", "/abaababc", false),
            ("User-agent: *\nDisallow: /*abab*c", "/abaabac", true), ("User-agent: *\nDisallow: /a*a$", "/a", true),
            ("User-agent: *\nDisallow: /a*a$", "/aba", false), ("User-agent: *\nDisallow: /a**b$", "/a/b/b", false),
            ("User-agent: *\nDisallow: /a*$", "/a/b", false), ("User-agent: *\nDisallow: *", "/a", false),
        ])
    func rules(file: String, target: String, allowed: Bool) {
        #expect(RobotsRules(Array(file.utf8), product: "demarche").allows(target) == allowed)
    }

    @Test("A pattern made to be slow is not", .timeLimit(.minutes(1)))
    func slowPattern() {
        let pattern = String(repeating: "/*a", count: 200)
        let rules = RobotsRules(Array("User-agent: *\nDisallow: \(pattern)b$".utf8), product: "demarche")
        #expect(rules.allows("/" + String(repeating: "/a", count: 4000)))
    }

    @Test("Many long patterns that all but match are not slow either")
    func longPatterns() {
        let line = "Disallow: /*\(String(repeating: "a", count: 4000))b\n"
        let file = "User-agent: *\n" + String(repeating: line, count: 120)
        let rules = RobotsRules(Array(file.utf8), product: "demarche")
        let start = ContinuousClock.now
        #expect(rules.allows("/" + String(repeating: "a", count: 8000)))
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test("Of a file that is too long the lines within the limit hold, without the one that is cut off")
    func cutOff() {
        let (start, end) = ("User-agent: *\nDisallow: /a\n#", "\nDisallow: /b")
        let filler = String(repeating: "x", count: RobotsRules.byteLimit - start.utf8.count - end.utf8.count)
        let rules = RobotsRules(Array((start + filler + end + "/c\n").utf8), product: "demarche")
        #expect(!rules.allows("/a"))
        #expect(rules.allows("/b"))
    }

    @Test("A file that is too long is read as far as the limit", arguments: [true, false])
    func long(isAnnounced: Bool) async throws {
        let body = "User-agent: *\nDisallow: /no\n" + String(repeating: "# so it goes on\n", count: 40_000)
        let server = try OddServer { _, connection in
            if isAnnounced { return connection.answer(200, [], body) }
            connection.send("HTTP/1.1 200 OK\r\n\r\n" + body)
            connection.close()
        }
        let cache = RobotsCache(fetcher: makeFetcher(), product: "demarche", now: Timestamp(seconds: 0))
        #expect(await cache.verdict(on: server.origin + "/no/page") == .refused)
        #expect(await cache.verdict(on: server.origin + "/page") == .allowed)
    }

    @Test(
        "A missing file allows everything, one that cannot be had nothing",
        arguments: [
            (200, .refused), (404, .allowed), (403, .allowed), (410, .allowed), (429, .unknown), (500, .unknown),
            (503, .unknown),
        ] as [(Int, RobotsCache.Verdict)])
    func statuses(status: Int, verdict: RobotsCache.Verdict) async throws {
        let server = try OddServer { _, connection in connection.answer(status, [], "User-agent: *\nDisallow: /") }
        let cache = RobotsCache(fetcher: makeFetcher(), product: "demarche", now: Timestamp(seconds: 0))
        #expect(await cache.verdict(on: server.origin + "/page") == verdict)
    }

    @Test("A host's file is fetched once, and kept for a day")
    func once() async throws {
        let server = try OddServer { _, connection in connection.answer(200, [], "User-agent: *\nDisallow: /no") }
        let fetcher = makeFetcher()
        let cache = RobotsCache(fetcher: fetcher, product: "demarche", now: Timestamp(seconds: 0))
        await withTaskGroup(of: RobotsCache.Verdict.self) { group in
            for number in 0..<20 { group.addTask { await cache.verdict(on: "\(server.origin)/no/\(number)") } }
            for await verdict in group { #expect(verdict == .refused) }
        }
        #expect(server.requests.map(\.target) == ["/robots.txt"])
        for (seconds, count) in [(86_399, 1), (86_400, 2)] {
            let later = RobotsCache(
                fetcher: fetcher, product: "demarche", now: Timestamp(seconds: seconds), entries: await cache.entries)
            #expect(await later.verdict(on: server.origin + "/yes") == .allowed)
            #expect(server.requests.count == count)
        }
    }

    @Test("A host that cannot be reached is not visited in this run")
    func unreachable() async {
        let cache = RobotsCache(fetcher: makeFetcher(), product: "demarche", now: Timestamp(seconds: 0))
        #expect(await cache.verdict(on: "http://127.0.0.1:1/page") == .unknown)
        #expect(await cache.verdict(on: "no url") == .refused)
        #expect(await cache.entries.isEmpty, "the next run asks again")
    }
}
