import Desk
import Foundation
import Testing

@Suite("A check of the sources")
struct SourceCheckTests {
    @Test("fetches each once, stores nothing, and says in words what is wrong")
    func words() async throws {
        let outlet = try Outlet()
        let body = Outlet.feed(Outlet.item("a", link: "http://post.example/a"))
        outlet.set("/well", headers: ["ETag: \"1\""], body)
        outlet.set("/bare", body)
        outlet.set("/cut", headers: ["ETag: \"1\""], String(body.dropLast(20)))
        outlet.set("/empty", headers: ["ETag: \"1\""], Outlet.feed())
        outlet.set("/old", status: 301, headers: ["Location: /well"])
        outlet.set("/page", headers: ["Content-Type: text/html"], Outlet.page())
        outlet.set("/shut", status: 403)
        outlet.set("/gone", status: 410)
        outlet.set("/broken", status: 500)
        let expected: [(path: String, words: [String])] = [
            ("well", ["ok", "1 entries, newest 2026-03-10T20:00:00Z"]),
            ("bare", ["ok", "neither ETag nor Last-Modified"]),
            ("cut", ["ok", "ends before it is complete"]), ("empty", ["ok", "the feed has no entries"]),
            ("old", ["ok", "has moved for good to \(outlet.origin)/well: change its xmlUrl"]),
            ("page", ["FAIL", "a web page"]), ("shut", ["FAIL", "403"]), ("gone", ["FAIL", "410"]),
            ("broken", ["FAIL", "500"]), ("missing", ["FAIL", "404"]),
        ]
        let lines = expected.map { "<outline type=\"rss\" text=\"S\" xmlUrl=\"\(outlet.origin)/\($0.path)\"/>" }
        let refused = "<outline type=\"rss\" text=\"S\" xmlUrl=\"http://127.0.0.1:9/feed\"/>"
        try outlet.write(
            "<opml version=\"2.0\"><body>\(lines.joined())\(refused)</body></opml>", to: "Feeds/a.opml")
        let checks = try await outlet.open().checkSources([], now: Outlet.time(0))
        #expect(checks.count == expected.count + 1)
        for (check, (path, words)) in zip(checks, expected) {
            #expect(words.allSatisfy(check.text.contains), "\(path): \(check.text)")
            #expect(check.isWell == (words[0] == "ok"), "\(path)")
        }
        #expect(checks.last?.text.contains("refuses connections") == true)
        #expect(outlet.asked.filter { $0 != "/well" }.count == expected.count - 1)
        #expect(try await outlet.articles().isEmpty)
    }
}
