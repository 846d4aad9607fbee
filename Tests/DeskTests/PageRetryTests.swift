import Developments
import Foundation
import Notation
import Testing

@testable import Desk

@Suite("Pages that are asked for once, and pages that are asked for again", .serialized)
struct PageRetryTests {
    @Test(
        "A page is not fetched again by the canonical address that it gives itself", arguments: ["tag", "header", ""])
    func canonical(place: String) async throws {
        let outlet = try Outlet()
        let link = "<link rel=canonical href=\"\(outlet.origin)/story\">"
        let page = Outlet.page().replacing("<body>", with: "<head>\(place == "tag" ? link : "")</head><body>")
        outlet.set("/a", headers: place == "header" ? ["Link: </story>; rel=\"canonical\""] : [], page)
        outlet.set("/story", Outlet.page())
        outlet.set("/feed1", Outlet.feed(Outlet.item("k1", link: "/a?id=1")))
        outlet.set("/feed2", Outlet.feed(Outlet.item("k2", link: "/story")))
        let outlines = (1...2).map { "d:id=\"s\($0)\" xmlUrl=\"\(outlet.origin)/feed\($0)\"" }
        try outlet.subscribe(outlines[0])
        try await outlet.run()
        #expect(outlet.asked.contains("/a?id=1"))
        try outlet.subscribe(outlines[0], outlines[1])
        try await outlet.run(hour: 0.5)
        let articles = try await outlet.articles()
        #expect(articles.map(\.extraction) == [.full, .full])
        #expect(articles.allSatisfy { $0.text.contains("Chile and Peru") })
        #expect(outlet.asked.contains("/story") == place.isEmpty)
    }

    @Test("A gatekeeper's test in a page's place is named, the feed's text is used, and nobody knocks again")
    func challenge() async throws {
        let outlet = try Outlet()
        let text = Outlet.story
        outlet.set("/feed", headers: ["ETag: \"1\""], Outlet.feed(Outlet.item("a", link: "/page", text: text)))
        let wall = "<html><script src=\"/cdn-cgi/challenge-platform/h/b/orchestrate\"></script></html>"
        outlet.set("/page", status: 403, headers: ["Content-Type: text/html", "CF-Mitigated: challenge"], wall)
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        let report = try await outlet.run()
        #expect(report.entries.pageProblems == ["a gatekeeper's test for people": 1])
        #expect(report.entries.pending == 0)
        #expect(report.sources.failed == 0, "the feed itself is well")
        let article = try #require(try await outlet.articles().first)
        #expect(article.extraction == .feed)
        #expect(article.text == text)
        for hour in [1.5, 8, 33, 200] { try await outlet.run(hour: hour) }
        #expect(outlet.asked.count { $0 == "/page" } == 1)
        let pages = outlet.server.requests.filter { $0.target == "/page" }
        #expect(pages.allSatisfy { $0.header("user-agent")?.hasPrefix("demarche/") == true })
    }

    @Test("A page that fails for a while is read an hour later")
    func passingTrouble() async throws {
        let outlet = try Outlet(settings: "revisit: false")
        outlet.set("/feed", headers: ["ETag: \"1\""], Outlet.feed(Outlet.item("a", link: "/page")))
        outlet.set("/page", status: 500)
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        let first = try await outlet.run()
        #expect(first.entries.pageProblems == ["status 500": 1])
        #expect(first.entries.pending == 1)
        outlet.set("/page", Outlet.page())
        try await outlet.run(hour: 0.9)
        #expect(outlet.asked.count { $0 == "/page" } == 1)
        let second = try await outlet.run(hour: 1.1)
        #expect(second.entries.pending == 0)
        #expect(outlet.asked.count { $0 == "/page" } == 2)
        let articles = try await outlet.articles()
        #expect(articles.map(\.extraction) == [.full])
        #expect(articles.first?.text.contains("Chile and Peru") == true)
        try await outlet.run(hour: 48)
        #expect(outlet.asked.count { $0 == "/page" } == 2, "what was read is done")
        #expect(try await outlet.defects().isEmpty)
    }

    @Test(
        "A page that keeps failing is tried after an hour, six hours and a day, then given up", arguments: [500, 503])
    func givenUp(status: Int) async throws {
        let outlet = try Outlet()
        let item = Outlet.item("a", link: "/page", text: Outlet.story)
        outlet.set("/feed", headers: ["ETag: \"1\""], Outlet.feed(item))
        outlet.set("/page", status: status)
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        let steps: [(hour: Double, count: Int)] = [
            (0, 1), (0.9, 1), (1.1, 2), (7, 2), (7.2, 3), (31, 3), (31.3, 4), (60, 4), (300, 4), (900, 4),
        ]
        for step in steps {
            let report = try await outlet.run(hour: step.hour)
            #expect(outlet.asked.count { $0 == "/page" } == step.count, "hour \(step.hour)")
            if step.count == 4 { #expect(report.entries.pending == 0, "hour \(step.hour)") }
        }
        let articles = try await outlet.articles()
        #expect(articles.map(\.extraction) == [.feed], "the feed's text stands in")
        #expect(articles.first?.revision == 1, "the same text is no edit")
        #expect(try await outlet.defects().isEmpty)
    }
}
