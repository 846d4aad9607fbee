import Developments
import Foundation
import Notation
import Testing

@testable import Desk

/// When a publisher's server is asked again.
@Suite("The pace of requests, as a server sees it", .serialized)
struct PaceTests {
    /// What a feed says of its freshness, until when it is left alone, and when it is asked the next time; hours.
    private struct Wish {
        var head = ""
        var headers: [String] = []
        let quiet: Double
        let asked: Double
    }

    private static func syndication(_ period: String, frequency: String) -> String {
        let name = "xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\""
        return "<sy:updatePeriod \(name)>\(period)</sy:updatePeriod>"
            + "<sy:updateFrequency \(name)>\(frequency)</sy:updateFrequency>"
    }

    private static func days(_ names: String...) -> String {
        "<skipDays>\(names.map { "<day>\($0)</day>" }.joined())</skipDays>"
    }

    private static let date = "Date: Wed, 11 Mar 2026 08:00:00 GMT"
    private static let eleven = "Expires: Wed, 11 Mar 2026 11:00:00 GMT"

    // The first run is at 08:00 on a Wednesday. A tenth is left to each source's share
    // of jitter; whatever is asked for, six hours are the ceiling.
    private static let wishes = [
        Wish(head: "<ttl>120</ttl>", quiet: 1.9, asked: 2.25),
        Wish(head: "<ttl>525600</ttl>", quiet: 5.9, asked: 6.65),
        Wish(
            head: "<ttl>120</ttl><skipHours><hour>10</hour><hour>11</hour></skipHours>", quiet: 3.9, asked: 4.1),
        Wish(head: days("Wednesday"), quiet: 15.9, asked: 16.1),
        Wish(head: days("Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), quiet: 71.9, asked: 72.1),
        Wish(head: syndication("hourly", frequency: "1"), quiet: 0.9, asked: 1.15),
        Wish(head: syndication("daily", frequency: "8"), quiet: 2.9, asked: 3.35),
        Wish(head: syndication("daily", frequency: "0"), quiet: 5.9, asked: 6.65),
        Wish(head: syndication("yearly", frequency: "1"), quiet: 5.9, asked: 6.65),
        Wish(headers: ["Cache-Control: public, max-age=7200"], quiet: 1.9, asked: 2.25),
        Wish(headers: ["Cache-Control: max-age=31536000"], quiet: 5.9, asked: 6.65),
        Wish(headers: ["Cache-Control: max-age=7200", "Age: 3600"], quiet: 0.9, asked: 1.15),
        Wish(headers: [date, eleven], quiet: 2.9, asked: 3.35),
        Wish(headers: [date, eleven, "Cache-Control: max-age=3600"], quiet: 0.9, asked: 1.15),
        Wish(head: "<ttl>60</ttl>", headers: ["Cache-Control: max-age=7200"], quiet: 1.9, asked: 2.25),
        Wish(headers: ["Retry-After: 3600"], quiet: 0.9, asked: 1.05),
    ]

    @Test("What a feed asks for in its text or its header is kept to, within reason")
    func wishes() async throws {
        let outlet = try Outlet(settings: "interval: 0s")
        for (number, wish) in Self.wishes.enumerated() {
            outlet.set("/\(number)", headers: wish.headers, Outlet.feed(Outlet.item("a"), head: wish.head))
        }
        let outlines = Self.wishes.indices.map { "<outline text=\"S\" xmlUrl=\"\(outlet.origin)/\($0)\"/>" }
        try outlet.write("<opml version=\"2.0\"><body>\(outlines.joined())</body></opml>", to: "Feeds/a.opml")
        try await outlet.run()
        for hour in Set(Self.wishes.flatMap { [$0.quiet, $0.asked] }).sorted() {
            try await outlet.run(hour: hour)
            for (number, wish) in Self.wishes.enumerated() where [wish.quiet, wish.asked].contains(hour) {
                let count = outlet.asked.count { $0 == "/\(number)" }
                #expect(count == (hour == wish.quiet ? 1 : 2), "hour \(hour): \(wish.headers) \(wish.head)")
            }
        }
    }

    @Test("The desk's own interval holds; one of 0 leaves the pace to whoever starts the runs", arguments: [0, 30])
    func interval(minutes: Int) async throws {
        let outlet = try Outlet(settings: "interval: \(minutes)m")
        outlet.set("/feed", headers: ["Cache-Control: no-cache"], Outlet.feed(Outlet.item("a")))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        for (hour, count) in [(0, 1), (0.1, 2), (0.2, 3), (0.5, 4)] {
            try await outlet.run(hour: hour)
            #expect(outlet.asked.count == (minutes == 0 ? count : hour < 0.5 ? 1 : 2), "hour \(hour)")
        }
    }

    @Test(
        "A source is asked the less often the seldomer it publishes",
        arguments: [(gap: 24.0, quiet: 2.9, asked: 3.4), (gap: 1, quiet: 0.4, asked: 0.5)])
    func adaptive(gap: Double, quiet: Double, asked: Double) async throws {
        let outlet = try Outlet(settings: "interval: 30m")
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        for number in 0...2 {
            outlet.set("/feed", Outlet.feed((0...number).map { Outlet.item("\($0)") }.joined()))
            #expect(try await outlet.run(hour: gap * Double(number)).entries.new == 1)
        }
        #expect(try await outlet.run(hour: gap * 2 + quiet).sources.asked == 0)
        #expect(try await outlet.run(hour: gap * 2 + asked).sources.asked == 1)
    }

    @Test(
        "Retry-After is understood in each of its forms, kept to even by --force, and capped at a day",
        arguments: [
            ("3600", 1.0), ("Wed, 11 Mar 2026 11:00:00 GMT", 3), ("99999999999999999999", 24), ("-3600", 0),
            ("Wed, 11 Mar 2026 07:00:00 GMT", 0), ("soon", 0), ("", 0),
        ])
    func retryAfter(value: String, hours: Double) async throws {
        let outlet = try Outlet(settings: "interval: 0s")
        outlet.set("/feed", status: 429, headers: [Self.date, "Retry-After: \(value)"])
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        if hours > 0 { try await outlet.run(hour: hours - 0.01) { $0.isForced = true } }
        #expect(outlet.asked.count == 1)
        try await outlet.run(hour: hours + 0.01) { $0.isForced = true }
        #expect(outlet.asked.count == 2)
    }

    @Test("A host that asks for rest gets it for all its feeds, and the one that was not asked has not failed")
    func held() async throws {
        let outlet = try Outlet()
        let environment = ["DEMARCHE_NETWORK_CONNECTIONS_PER_HOST": "1"]
        for path in ["/a", "/b"] { outlet.set(path, status: 503, headers: ["Retry-After: 7200"]) }
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/a\"", "xmlUrl=\"\(outlet.origin)/b\"")
        let report = try await outlet.run(environment: environment)
        #expect(outlet.asked.count == 1)
        #expect(report.failures.count { $0.reason.contains("asked us to come back in 7200 s") } == 1)
        for hour in [0.5, 1.9] {
            try await outlet.run(hour: hour, environment: environment) { $0.isForced = true }
            try await outlet.run(hour: hour, environment: environment)
        }
        #expect(outlet.asked.count == 1, "neither is asked before its time")
        let statuses = try await outlet.open().sourceStatuses(now: Outlet.time(1.9))
        #expect(statuses.map(\.failures).sorted() == [0, 1])
        #expect(statuses.count { $0.health == "failing" } == 1)
        for path in ["/a", "/b"] { outlet.set(path, Outlet.feed(Outlet.item("a"))) }
        #expect(try await outlet.run(hour: 2.1, environment: environment).sources.read == 2)
    }

    @Test("What a person must repair is asked once a run and less and less often, down to once a week")
    func lasting() async throws {
        let outlet = try Outlet()
        let paths = ["/forbidden", "/missing"]
        outlet.set(paths[0], status: 403)
        outlet.set(paths[1], status: 404)
        try outlet.subscribe(
            "d:id=\"f\" xmlUrl=\"\(outlet.origin)\(paths[0])\"", "d:id=\"m\" xmlUrl=\"\(outlet.origin)\(paths[1])\"")
        var asked: [String: [Double]] = [:]
        for hour in Array(stride(from: 0.0, to: 48, by: 6)) + Array(stride(from: 48, to: 32 * 24, by: 24)) {
            let before = outlet.asked.count
            try await outlet.run(hour: hour)
            let now = outlet.asked.dropFirst(before)
            #expect(Set(now).count == now.count, "once a run")
            for path in now { asked[path, default: []].append(hour) }
        }
        for path in paths {
            let hours = try #require(asked[path])
            let gaps = zip(hours, hours.dropFirst()).map { $1 - $0 }
            #expect(gaps.first == 6)
            #expect(zip(gaps, gaps.dropFirst()).allSatisfy { $0 <= $1 }, "\(path): \(gaps)")
            #expect(gaps.last == 168, "\(path): \(gaps)")
        }
        for path in paths { outlet.set(path, Outlet.feed(Outlet.item("a"))) }
        #expect(try await outlet.run(hour: 40 * 24).sources.read == 2)
        #expect(try await outlet.run(hour: 40 * 24 + 1).sources.read == 2, "a success ends the back-off")
    }
}
