import Desk
import Developments
import Foundation
import Notation
import Testing

/// What a publisher's server sees of a desk's runs.
@Suite("Courtesy towards servers", .serialized)
struct CourtesyTests {
    @Test("Validators go back as they came last, and are forgotten when the server drops them")
    func validators() async throws {
        let outlet = try Outlet(settings: "interval: 0s")
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        let body = Outlet.feed(Outlet.item("a"))
        // What the server sees, then what it answers.
        let steps: [(etag: String?, date: String?, status: Int, headers: [String])] = [
            (nil, nil, 200, ["ETag: W/\"a, b\"", "Last-Modified: Tue, 10 Mar 2026 20:00:00 GMT"]),
            ("W/\"a, b\"", "Tue, 10 Mar 2026 20:00:00 GMT", 304, ["ETag: unquoted"]),
            ("unquoted", "Tue, 10 Mar 2026 20:00:00 GMT", 200, ["Last-Modified: yesterday"]),
            (nil, "yesterday", 500, ["ETag: \"error\""]), (nil, "yesterday", 200, []), (nil, nil, 200, []),
        ]
        for (number, step) in steps.enumerated() {
            outlet.set("/feed", status: step.status, headers: step.headers, body)
            try await outlet.run(hour: Double(number)) { $0.isForced = true }
            let request = try #require(outlet.server.requests.last)
            #expect(request.header("if-none-match") == step.etag, "step \(number)")
            #expect(request.header("if-modified-since") == step.date, "step \(number)")
        }
        #expect(outlet.asked.count == steps.count)
    }

    @Test("A move is followed after the second run, reported once, and written by apply-moves alone")
    func move() async throws {
        let outlet = try Outlet()
        outlet.set("/old", status: 301, headers: ["Location: /new"])
        outlet.set("/new", headers: ["ETag: \"1\""], Outlet.feed(Outlet.item("a")))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/old\"")
        let list = outlet.subscriptions
        #expect(try await outlet.run().notices.isEmpty)
        let second = try await outlet.run(hour: 1)
        #expect(second.notices.count == 1)
        #expect(second.notices.first?.contains("has moved for good to \(outlet.origin)/new") == true)
        #expect(try await outlet.run(hour: 2).notices.isEmpty)
        #expect(outlet.asked == ["/old", "/new", "/old", "/new", "/new"])
        #expect(outlet.subscriptions == list, "a run never writes to Feeds/")
        let id = try #require(try outlet.open().sourceList().first).json()
        #expect(try await outlet.open().applyMoves().contains("is now \(outlet.origin)/new"))
        #expect(outlet.subscriptions.contains("xmlUrl=\"\(outlet.origin)/new\""))
        #expect(try outlet.open().sourceList().first?.json() == id.replacing("/old", with: "/new"))
        let fourth = try await outlet.run(hour: 3)
        #expect(fourth.sources.unchanged == 1)
        #expect(outlet.asked.last == "/new")
        #expect(try await outlet.open().applyMoves() == "no source has moved")
    }

    @Test("Where a feed moves on its host, its user and password go with it, and no further", .timeLimit(.minutes(1)))
    func moveWithCredentials() async throws {
        let outlet = try Outlet(settings: "interval: 0s")
        outlet.set("/old", status: 301, headers: ["Location: /new"])
        outlet.set("/new", Outlet.feed(Outlet.item("a")))
        try outlet.subscribe("xmlUrl=\"http://user:pass@127.0.0.1:\(outlet.server.port)/old\"")
        for hour in 0..<4 { #expect(try await outlet.run(hour: Double(hour)).sources.failed == 0) }
        #expect(outlet.asked.suffix(2) == ["/new", "/new"])
        let sent = outlet.server.requests.map { $0.header("authorization") }
        #expect(sent.allSatisfy { $0 == "Basic dXNlcjpwYXNz" })
        _ = try await outlet.open().applyMoves()
        #expect(outlet.subscriptions.contains("http://user:pass@127.0.0.1:\(outlet.server.port)/new"))
        outlet.set("/new", status: 301, headers: ["Location: \(outlet.origin(host: "127.0.0.2"))/far"])
        outlet.set("/far", Outlet.feed(Outlet.item("a")))
        for hour in 5..<9 { try await outlet.run(hour: Double(hour)) }
        let far = outlet.server.requests.filter { $0.target == "/far" }
        #expect(far.count > 2 && far.allSatisfy { $0.header("authorization") == nil })
    }

    @Test("Adding a feed follows a permanent redirect, and stays with the address that a temporary one leaves")
    func adding() async throws {
        let outlet = try Outlet()
        outlet.set("/feed", Outlet.feed(Outlet.item("a")))
        outlet.set("/moved", status: 301, headers: ["Location: /feed"])
        outlet.set("/today", status: 302, headers: ["Location: /feed"])
        try outlet.subscribe()
        let lines = [
            try await outlet.open().addSource(outlet.origin + "/moved", title: "Moved"),
            try await outlet.open().addSource(outlet.origin + "/today", title: "Today"),
        ]
        #expect(lines[0].contains("(\(outlet.origin)/feed)"))
        #expect(lines[1].contains("(\(outlet.origin)/today)"))
        await #expect(throws: UsageError.self) {
            try await outlet.open().addSource(outlet.origin + "/moved", title: nil)
        }
    }

    @Test("A permanent redirect onto a page, an error or a private address moves nothing", arguments: 0..<3)
    func noMove(kind: Int) async throws {
        let outlet = try Outlet()
        let target = kind == 2 ? "http://10.0.0.1/feed" : "/new"
        outlet.set("/old", status: 301, headers: ["Location: \(target)"])
        if kind == 0 { outlet.set("/new", headers: ["Content-Type: text/html"], Outlet.page()) }
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/old\"")
        for hour in [0.0, 24, 48] {
            let report = try await outlet.run(hour: hour) { $0.isForced = true }
            #expect(report.sources.failed == 1)
        }
        #expect(try await outlet.open().applyMoves() == "no source has moved")
        #expect(outlet.asked.count { $0 == "/old" } == 3)
    }

    @Test("A source that is gone is reported, kept in the list and asked no more")
    func gone() async throws {
        let outlet = try Outlet()
        outlet.set("/feed", status: 410)
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        let report = try await outlet.run()
        #expect(report.notices.first?.contains("gone for good") == true)
        for hour in [24.0, 240, 2400] { try await outlet.run(hour: hour) }
        #expect(outlet.asked == ["/feed"])
        #expect(outlet.subscriptions.contains("/feed"))
        outlet.set("/feed", Outlet.feed(Outlet.item("a")))
        #expect(try await outlet.run(hour: 2500) { $0.isForced = true }.sources.read == 1)
    }

    @Test("Retry-After is kept to even by --force, and the source is well afterwards")
    func retryAfter() async throws {
        let outlet = try Outlet(settings: "interval: 0s")
        outlet.set("/feed", status: 503, headers: ["Retry-After: 7200"])
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        for hour in [0.1, 1, 1.9] { try await outlet.run(hour: hour) { $0.isForced = true } }
        #expect(outlet.asked == ["/feed"])
        outlet.set("/feed", Outlet.feed(Outlet.item("a")))
        #expect(try await outlet.run(hour: 2.1) { $0.isForced = true }.sources.read == 1)
    }

    @Test("After a 500 there is no storm, and the validators are kept")
    func serverTrouble() async throws {
        let outlet = try Outlet(settings: "interval: 0s")
        outlet.set("/feed", headers: ["ETag: \"1\""], Outlet.feed(Outlet.item("a")))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        outlet.set("/feed", status: 500)
        for minute in stride(from: 4.0, through: 60, by: 4) { try await outlet.run(hour: minute / 60) }
        #expect((3...5).contains(outlet.asked.count), "\(outlet.asked.count) requests in an hour")
        outlet.set("/feed", headers: ["ETag: \"1\""], Outlet.feed(Outlet.item("a")))
        #expect(try await outlet.run(hour: 30).sources.unchanged == 1)
    }

    @Test("A 304 that nobody asked for is recovered from by asking past caches")
    func unasked() async throws {
        let outlet = try Outlet()
        outlet.set("/feed", status: 304)
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        #expect(try await outlet.run().sources.failed == 1)
        outlet.set("/feed", Outlet.feed(Outlet.item("a")))
        #expect(try await outlet.run(hour: 24).sources.read == 1)
        #expect(outlet.server.requests.map { $0.header("cache-control") } == [nil, "no-cache"])
        #expect(outlet.server.requests.allSatisfy { $0.header("if-none-match") == nil })
    }

    @Test("The validators of a feed that is cut off, or is none, are not sent back", arguments: [true, false])
    func badBody(isCutOff: Bool) async throws {
        let outlet = try Outlet()
        let feed = Outlet.feed(Outlet.item("a"))
        outlet.set("/feed", headers: ["ETag: \"1\""], isCutOff ? String(feed.dropLast(10)) : "no feed at all")
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        try await outlet.run(hour: 24)
        #expect(outlet.server.requests.count == 2)
        #expect(outlet.server.requests.allSatisfy { $0.header("if-none-match") == nil })
        #expect(try await outlet.articles().count == (isCutOff ? 1 : 0), "what came of it is taken")
    }

    @Test("Another address of the same source begins without validators")
    func newAddress() async throws {
        let outlet = try Outlet()
        for path in ["/a", "/b"] { outlet.set(path, headers: ["ETag: \"\(path)\""], Outlet.feed(Outlet.item("a"))) }
        try outlet.subscribe("d:id=\"s\" xmlUrl=\"\(outlet.origin)/a\"")
        try await outlet.run()
        try outlet.subscribe("d:id=\"s\" xmlUrl=\"\(outlet.origin)/b\"")
        try await outlet.run(hour: 0.1)
        #expect(outlet.asked == ["/a", "/b"])
        #expect(outlet.server.requests.last?.header("if-none-match") == nil)
    }

    @Test("A feed that is subscribed to several times is asked once in a run, and by nothing but its own address")
    func twice() async throws {
        let outlet = try Outlet(settings: "interval: 0s")
        outlet.set("/feed", headers: ["ETag: \"1\""], Outlet.feed(Outlet.item("a")))
        let address = "xmlUrl=\"\(outlet.origin)/feed?edition=all\""
        let shouted = address.replacing("http://", with: "HTTP://").replacing("=all", with: "=all#top")
        try outlet.subscribe(address, shouted, "title=\"The same by another name\" \(address)")
        try outlet.write(
            "<opml version=\"2.0\"><body><outline type=\"rss\" text=\"Again\" \(address)/></body></opml>",
            to: "Feeds/b.opml")
        #expect(try await outlet.run().sources.asked == 1)
        #expect(try await outlet.run(hour: 1).sources.unchanged == 1)
        #expect(outlet.asked == ["/feed?edition=all", "/feed?edition=all"])
        #expect(try await outlet.articles().count == 1)
    }

    @Test("A gatekeeper's test is named for what it is, and nothing is disguised")
    func challenge() async throws {
        let outlet = try Outlet()
        let page = "<html><script src=\"/cdn-cgi/challenge-platform/h/b/orchestrate\"></script></html>"
        outlet.set("/feed", status: 403, headers: ["Content-Type: text/html", "CF-Mitigated: challenge"], page)
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        #expect(try await outlet.run().failures.first?.reason.contains("test for people") == true)
        let status = try await outlet.open().sourceStatuses(now: Outlet.time(1)).json()
        #expect(status.contains("\"health\":\"blocked\""))
        let check = try await outlet.open().checkSources([], now: Outlet.time(1)).text
        #expect(check.contains("test for people") && check.contains("ask the publisher"))
        for request in outlet.server.requests {
            #expect(request.header("user-agent")?.hasPrefix("demarche/") == true)
            #expect(request.header("user-agent")?.hasSuffix("(+test@example.org)") == true)
        }
    }

    @Test("The trace has a line for each request, and no secret")
    func trace() async throws {
        let outlet = try Outlet()
        outlet.set("/feed", Outlet.feed(Outlet.item("a", link: "\(outlet.origin)/page?token=secret")))
        outlet.set("/page", Outlet.page())
        try outlet.subscribe("xmlUrl=\"http://user:secret@127.0.0.1:\(outlet.server.port)/feed?key=secret\"")
        let file = outlet.desk.root.appending(path: "trace.ndjson")
        let report = try await outlet.run { $0.trace = file }
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 3, "the feed, robots.txt, the page")
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["status"] is Int)
            #expect(object?["finished_ms"] is Double)
            #expect(object?["body_bytes"] is Int)
            #expect((object?["time"] as? String).flatMap { Timestamp(rfc3339: $0) } != nil)
            #expect(!line.contains("secret"))
        }
        #expect(try !report.json().contains("secret"))
    }
}
