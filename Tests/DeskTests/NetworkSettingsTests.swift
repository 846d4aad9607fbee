import Developments
import Fetching
import Foundation
import Testing

@testable import Desk

/// What a desk's settings of the network do to its requests.
@Suite("Settings of the network, as a server sees them", .serialized)
struct NetworkSettingsTests {
    @Test(
        "A run starts without a burst: a host has so many connections and no more",
        arguments: [(nil, 4), ("2", 2), ("1", 1)] as [(String?, Int)])
    func connections(setting: String?, limit: Int) async throws {
        let outlet = try Outlet()
        let paths = (0..<40).map { "/feed\($0)" }
        for path in paths { outlet.set(path, .init(body: Outlet.feed(), delay: 10_000)) }
        let outlines = paths.map { "<outline type=\"rss\" text=\"S\" xmlUrl=\"\(outlet.origin)\($0)\"/>" }
        try outlet.write("<opml version=\"2.0\"><body>\(outlines.joined())</body></opml>", to: "Feeds/a.opml")
        let environment = setting.map { ["DEMARCHE_NETWORK_CONNECTIONS_PER_HOST": $0] } ?? [:]
        #expect(try await outlet.run(environment: environment).sources.read == 40)
        #expect(outlet.server.mostOpen <= limit)
        #expect(outlet.server.mostOpen > limit / 2, "so many are used at once")
        #expect(outlet.server.connectionCount <= limit, "and they are used again")
    }

    @Test("The pages of a host are asked for one after the other, so many seconds apart", arguments: [0, 1])
    func spacing(seconds: Int) async throws {
        let outlet = try Outlet()
        let items = (0..<2).map { Outlet.item("\($0)", link: "/page\($0)") }
        outlet.set("/feed", Outlet.feed(items.joined()))
        for number in 0..<2 { outlet.set("/page\(number)", Outlet.page()) }
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        let file = outlet.desk.root.appending(path: "trace.ndjson")
        let environment = ["DEMARCHE_NETWORK_PAGE_SPACING": "\(seconds)s"]
        try await outlet.run(environment: environment) { $0.trace = file }
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        let times = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let isPage = (object?["url"] as? String)?.contains("/page") == true
            return isPage ? try (object?["time"] as? String).map { try Date($0, strategy: style) } : nil
        }
        #expect(times.count == 2)
        let gap = abs(try #require(times.last).timeIntervalSince(try #require(times.first)))
        #expect(seconds == 0 ? gap < 0.9 : gap > 0.95, "\(gap) s apart")
    }

    @Test("A proxy for all is used for feeds, robots.txt and pages")
    func proxy() async throws {
        let site = "http://outlet.example"
        let proxy = try OddServer { request, connection in
            switch request.target {
            case "\(site)/feed": connection.answer(200, [], Outlet.feed(Outlet.item("a", link: "/page")))
            case "\(site)/page": connection.answer(200, [], Outlet.page())
            default: connection.answer(404, [], "")
            }
        }
        let outlet = try Outlet()
        try outlet.subscribe("xmlUrl=\"\(site)/feed\"")
        try await outlet.run(environment: ["DEMARCHE_NETWORK_PROXY": proxy.origin])
        #expect(proxy.requests.map(\.target) == ["/feed", "/robots.txt", "/page"].map { site + $0 })
        #expect(try await outlet.articles().map(\.extraction) == [.full])
    }

    @Test("A feed or a page that is longer than the desk allows says so", arguments: [true, false])
    func limits(isFeed: Bool) async throws {
        let padding = "<!-- \(String(repeating: "long ", count: 240_000)) -->"
        for isLow in [true, false] {
            let outlet = try Outlet()
            outlet.set("/feed", Outlet.feed(Outlet.item("a", link: "/page"), head: isFeed ? padding : ""))
            outlet.set("/page", Outlet.page() + (isFeed ? "" : padding))
            try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
            let variable = "DEMARCHE_NETWORK_\(isFeed ? "FEED" : "PAGE")_LIMIT"
            let report = try await outlet.run(environment: isLow ? [variable: "1"] : [:])
            let problems = isFeed ? report.failures.map(\.reason) : Array(report.entries.pageProblems.keys)
            #expect(problems.count == (isLow ? 1 : 0), "\(problems)")
            #expect(problems.allSatisfy { $0.contains("longer than the limit of 1 MiB") }, "\(problems)")
            #expect(report.sources.read == (isFeed && isLow ? 0 : 1))
        }
    }

    @Test("A request is given up after the time that the desk allows")
    func timeout() async throws {
        let outlet = try Outlet()
        outlet.set("/feed", .init(body: Outlet.feed(), delay: 1_500_000))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        let report = try await outlet.run(environment: ["DEMARCHE_NETWORK_TIMEOUT": "1s"])
        #expect(report.failures.first?.reason.contains("no complete answer within 1 s") == true)
    }

    @Test("What desk.yml says of the network, the fetcher is told")
    func configuration() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            """
            contact: "desk@example.org"
            network:
              concurrency: 7
              connectionsPerHost: 3
              pageSpacing: 5s
              timeout: 4s
              feedLimit: 2
              pageLimit: 3
              allowPrivate: [10.1.0.0/16]
              proxy: "http://proxy.example:3128"
              caFile: "/etc/desk/authority.pem"
            """, to: "Feeds/desk.yml")
        let settings = try Settings(file: file, environment: [:])
        let told = try settings.fetchConfiguration()
        #expect(told.userAgent == "demarche/\(Version.current) (+desk@example.org)")
        #expect(told.maxConcurrent == 7)
        #expect(told.connectionsPerHost == 3)
        #expect([told.pageSpacing, told.totalTimeout, told.connectTimeout] == [5, 4, 4])
        #expect(told.feedByteLimit == 2 << 20)
        #expect(told.pageByteLimit == 3 << 20)
        #expect(told.allowPrivate.count == 1)
        #expect(told.proxy == "http://proxy.example:3128")
        #expect(told.caFile == "/etc/desk/authority.pem")
    }
}
