import Desk
import Developments
import Foundation
import Notation
import Storage
import Testing

/// Feeds whose identifiers misbehave, as people reported them to feed readers.
@Suite("Identity of entries", .serialized)
struct EntryIdentityTests {
    /// An entry of an invented paper.
    struct Item: Sendable {
        var story: Int
        var guid: String?
        var link: String?
        var title: String?
        var text: String?
        var date: String? = "Tue, 10 Mar 2026 20:00:00 GMT"

        static let headlines = [
            "Latvia and Ghana open talks on fishing rights", "Peru recalls its envoy from Jakarta",
            "Morocco and Finland sign a pact on ports", "Bolivia asks Norway to mediate over water",
            "Qatar hosts envoys of Chad and Sudan",
        ]

        var xml: String {
            let title = self.title ?? Self.headlines[story]
            let text = self.text ?? "\(Self.headlines[story]), said the ministry in charge on Tuesday, point \(story)."
            return "<item><title>\(title)</title>" + (guid.map { "<guid isPermaLink=\"false\">\($0)</guid>" } ?? "")
                + (link.map { "<link>\($0)</link>" } ?? "") + "<description>\(text)</description>"
                + (date.map { "<pubDate>\($0)</pubDate>" } ?? "") + "</item>"
        }
    }

    /// What is fetched one after the other, and how many articles that makes.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var fetches: [[Item]]
        var articles: Int
        /// Whether an article is edited on the way.
        var isRevised = false
        var testDescription: String { name }

        init(_ name: String, _ fetches: [[Item]], articles: Int, isRevised: Bool = false) {
            (self.name, self.fetches, self.articles, self.isRevised) = (name, fetches, articles, isRevised)
        }
    }

    /// A story's entry, with its own address unless another is given.
    private static func item(
        _ story: Int, guid: String?, link: String? = nil, title: String? = nil, text: String? = nil
    ) -> Item {
        Item(story: story, guid: guid, link: link ?? "/s/\(story)", title: title, text: text)
    }

    /// Three fetches, each with one story more on top.
    private static func growing(_ make: (Int) -> Item) -> [[Item]] {
        (1...3).map { count in (0...count).reversed().map(make) }
    }

    static let cases: [Case] = [
        Case("one guid for all", growing { item($0, guid: "entry") }, articles: 4),
        Case("the site's address as everybody's guid", growing { item($0, guid: "https://p.example/") }, articles: 4),
        Case("an empty guid", growing { item($0, guid: "") }, articles: 4),
        Case("the day as guid", growing { item($0, guid: "2026-03-10") }, articles: 4),
        Case("no guid and one link for all", growing { item($0, guid: nil, link: "/front") }, articles: 4),
        Case("own guids and one link for all", growing { item($0, guid: "g\($0)", link: "/front") }, articles: 4),
        Case("one guid and one link for all", growing { item($0, guid: "x", link: "/front") }, articles: 4),
        Case("neither guid nor link", growing { Item(story: $0) }, articles: 4),
        Case("parts of one page", growing { item($0, guid: "/day#\($0)a", link: "/day#\($0)a") }, articles: 4),
        Case(
            "two of four share a guid",
            [[item(0, guid: "a"), item(1, guid: "b"), item(2, guid: "a"), item(3, guid: "c")]], articles: 4),
        Case("a guid used again for each new story", (0..<3).map { [item($0, guid: "latest")] }, articles: 3),
        Case(
            "an old guid used again",
            [[item(0, guid: "7")], [item(1, guid: "8")], [item(2, guid: "7"), item(1, guid: "8")]], articles: 3),
        Case(
            "new guids with each fetch", (0..<3).map { n in (0..<3).map { item($0, guid: "u\(n)-\($0)") } }, articles: 3
        ),
        Case(
            "guids that go from http to https",
            ["http", "https", "https"].map { s in (0..<2).map { item($0, guid: "\(s)://p.example/\($0)") } },
            articles: 2),
        Case("a version at the guid's end", (0..<4).map { [item(0, guid: "https://p.example/a#\($0)")] }, articles: 1),
        Case(
            "a version at the guid's end that tells of an edit",
            (0..<3).map {
                [
                    item(
                        0, guid: "https://p.example/a#\($0)",
                        title: Item.headlines[0] + ($0 > 0 ? ", minister says" : ""))
                ]
            }, articles: 1, isRevised: true),
        Case(
            "tracking words that change",
            (0..<3).map {
                [item(0, guid: "/s/0?utm_campaign=\($0)", link: "/s/0?utm_source=f&amp;utm_campaign=\($0)")]
            },
            articles: 1),
        Case(
            "a session in the link", (0..<3).map { [item(0, guid: "/s/0?sid=\($0)", link: "/s/0?sid=\($0)")] },
            articles: 1),
        Case(
            "a slash at the end", [[item(0, guid: "/s/0", link: "/s/0")], [item(0, guid: "/s/0/", link: "/s/0/")]],
            articles: 1),
        Case("a guid that comes later", [[item(0, guid: nil)], [item(0, guid: "n0")]], articles: 1),
        Case("a guid that goes", [[item(0, guid: "n0")], [item(0, guid: nil)]], articles: 1),
        Case(
            "other guids after a move of the site",
            [[item(0, guid: "1"), item(1, guid: "2")], [item(0, guid: "tag:p,1"), item(1, guid: "tag:p,2")]],
            articles: 2),
        Case(
            "links that go from http to https",
            ["http", "https"].map { [item(0, guid: nil, link: "\($0)://p.example/x")] }, articles: 1),
        Case(
            "another link for the same guid", [[item(0, guid: "a")], [item(0, guid: "a", link: "/s/moved")]],
            articles: 1),
        Case(
            "a headline edited where there is no guid",
            [[item(0, guid: nil)], [item(0, guid: nil, title: Item.headlines[0] + ": minister")]], articles: 1,
            isRevised: true),
        Case(
            "a headline rewritten under the same guid and link",
            [[item(0, guid: "a")], [item(0, guid: "a", title: "Riga speaks with Accra")]], articles: 1, isRevised: true),
        Case(
            "NetNewsWire #3835: another host of the same site, in guid and link",
            ["www.hull.example", "mail.hull.example"].map { host in
                let address = "https://\(host)/latvia-and-ghana-open-talks-on-fishing"
                return [item(0, guid: address, link: address)]
            }, articles: 1),
        Case(
            "feedbin #416: neither guid nor change, fetched again and again",
            (0..<4).map { _ in (0..<3).map { item($0, guid: nil) } }, articles: 3),
        Case(
            "FreshRSS #5909: guids that are one for all for a while, and good again",
            [
                [item(0, guid: "g0"), item(1, guid: "g1")], [item(0, guid: "x"), item(1, guid: "x")],
                [item(0, guid: "g0"), item(1, guid: "g1"), item(2, guid: "g2")],
            ], articles: 3),
        Case("an entry listed twice", [[item(1, guid: "b"), item(0, guid: "a"), item(1, guid: "b")]], articles: 2),
        Case(
            "an entry listed in two sections with guids of their own", [[item(1, guid: "w-1"), item(1, guid: "p-1")]],
            articles: 1),
    ]

    @Test("each story is one article, and no story becomes an edit of another", arguments: cases)
    func identity(_ row: Case) async throws {
        let outlet = try Outlet(settings: "pages: false\ninterval: 0s")
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        for (hour, items) in row.fetches.enumerated() {
            outlet.set("/feed", Outlet.feed(items.map(\.xml).joined()))
            try await outlet.run(hour: Double(hour)) { $0.isForced = true }
        }
        let articles = try await outlet.articles()
        #expect(articles.count == row.articles, "\(articles.map { ($0.title, $0.url) })")
        #expect(Set(articles.map(\.title)).count == row.articles)
        #expect(articles.contains { $0.revision > 1 } == row.isRevised)
        #expect(try await outlet.defects().isEmpty)
        let last = try #require(row.fetches.last)
        #expect(Set(last.map { $0.title ?? Item.headlines[$0.story] }).isSubset(of: articles.map(\.title)))
    }

    @Test("a guid that is known to change is not asked again when the headline changes with it")
    func learnedWorth() async throws {
        let outlet = try Outlet(settings: "pages: false\ninterval: 0s")
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        let titles = [nil, nil, "Riga speaks with Accra on cod"]
        for (hour, title) in titles.enumerated() {
            let text = title.map { "\($0), and hope for more of it, both capitals said in a note late on Tuesday." }
            let items = [
                Self.item(0, guid: "r\(hour)-0", title: title, text: text), Self.item(1, guid: "r\(hour)-1"),
            ]
            outlet.set("/feed", Outlet.feed(items.map(\.xml).joined()))
            try await outlet.run(hour: Double(hour)) { $0.isForced = true }
        }
        let articles = try await outlet.articles()
        #expect(articles.count == 2)
        #expect(articles.map(\.title).contains("Riga speaks with Accra on cod"))
    }

    // MARK: Dates

    @Test(
        "a date that a program wrote for want of one is none",
        arguments: [
            "Thu, 01 Jan 1970 00:00:00 GMT", "0001-01-01T00:00:00Z", "Mon, 01 Jan 1900 00:00:00 +0000",
            "1980-01-01T00:00:00Z", "Sat, 01 Jan 2000 00:00:00 +0100", "Wed, 31 Dec 1969 19:00:00 -0500",
            "2001-01-01T00:00:00Z", "Tue, 30 Nov 1999 00:00:00 GMT", "9999-12-31T23:59:59Z",
            "Tue, 19 Jan 2038 03:14:07 GMT",
        ])
    func placeholders(date: String) async throws {
        let outlet = try Outlet(settings: "pages: false\ninterval: 0s")
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        var late = Self.item(1, guid: "b")
        late.date = date
        for (hour, items) in [[Self.item(0, guid: "a")], [late, Self.item(0, guid: "a")]].enumerated() {
            outlet.set("/feed", Outlet.feed(items.map(\.xml).joined()))
            try await outlet.run(hour: Double(hour)) { $0.isForced = true }
        }
        let article = try #require(try await outlet.articles().first { $0.entryKey == "b" })
        let isPlausible = article.published.map { $0.date.parts.year == 2026 } ?? true
        #expect(isPlausible, "\(String(describing: article.published))")
    }

    private static func atomEntry(published: String, updated: String) -> String {
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><entry><title>\(Item.headlines[0])</title><id>x</id>"
            + "<link href=\"/s/0\"/><published>\(published)</published><updated>\(updated)</updated>"
            + "<summary>Latvia and Ghana spoke about cod in Riga.</summary></entry></feed>"
    }

    @Test("where the published time is no date, the updated one is")
    func updatedForPublished() async throws {
        let outlet = try Outlet(settings: "pages: false")
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        outlet.set("/feed", Self.atomEntry(published: "1970-01-01T00:00:00Z", updated: "2026-03-10T20:00:00Z"))
        try await outlet.run()
        #expect(try await outlet.articles().map { $0.published?.description } == ["2026-03-10T20:00:00Z"])
    }

    @Test("an updated time that moves with each fetch is no edit")
    func movingUpdate() async throws {
        let outlet = try Outlet(settings: "pages: false\ninterval: 0s")
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        for hour in 0..<4 {
            outlet.set(
                "/feed", Self.atomEntry(published: "2026-03-10T20:00:00Z", updated: "2026-03-10T2\(hour):30:00Z"))
            let report = try await outlet.run(hour: Double(hour)) { $0.isForced = true }
            #expect(report.entries.new == (hour == 0 ? 1 : 0))
        }
        #expect(try await outlet.articles().map(\.revision) == [1])
    }

    @Test("two feeds of one house that carry one article tell one development")
    func twoFeedsOfOneHouse() async throws {
        let outlet = try Outlet(settings: "pages: false")
        for name in ["world", "politics"] {
            let item = Outlet.item("\(name)-7", link: "/s/border-talks-resume", text: Outlet.story)
            outlet.set("/\(name)", Outlet.feed(item))
        }
        try outlet.subscribe(
            "d:id=\"w\" xmlUrl=\"\(outlet.origin)/world\"", "d:id=\"p\" xmlUrl=\"\(outlet.origin)/politics\"")
        try await outlet.run()
        let store = try await Store.open(folder: outlet.desk.state)
        defer { try? store.close() }
        #expect(try await store.developments(DevelopmentQuery()).count == 1)
    }

    @Test("a feed of nothing but such dates is read as one without dates")
    func placeholdersOnly() async throws {
        let outlet = try Outlet(settings: "pages: false")
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        let items = (0..<3).map { number in
            var item = Self.item(number, guid: "\(number)")
            item.date = "Thu, 01 Jan 1970 01:00:00 +0100"
            return item
        }
        outlet.set("/feed", Outlet.feed(items.map(\.xml).joined()))
        try await outlet.run()
        let articles = try await outlet.articles()
        #expect(articles.count == 3 && articles.allSatisfy { $0.published == nil })
    }

    @Test("an entry that a watched source brings late is new, however old its date says", arguments: [4, 400])
    func late(days: Int) async throws {
        let outlet = try Outlet(settings: "pages: false\ninterval: 0s")
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        var late = Self.item(1, guid: "b")
        late.date = Outlet.time(Double(-24 * days)).description
        for (hour, items) in [[Self.item(0, guid: "a")], [Self.item(0, guid: "a"), late]].enumerated() {
            outlet.set("/feed", Outlet.feed(items.map(\.xml).joined()))
            try await outlet.run(hour: Double(hour)) { $0.isForced = true }
        }
        #expect(try await outlet.articles().map(\.entryKey) == ["a", "b"])
    }

    @Test("what stood below a feed's end and came into sight when an entry was deleted is not new, nor is an archive")
    func notLate() async throws {
        let outlet = try Outlet(settings: "pages: false\ninterval: 0s")
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        var old = Self.item(2, guid: "c")
        old.date = Outlet.time(-24 * 9).description
        let archive = (0..<20).map { number in
            var item = Self.item(
                3, guid: "z\(number)", link: "/z/\(number)", title: "Notes of the harbour office, \(number)")
            item.date = Outlet.time(Double(-24 * (20 + number))).description
            return item
        }
        let fetches = [
            [Self.item(0, guid: "a"), Self.item(1, guid: "b")], [Self.item(0, guid: "a"), old],
            [Self.item(0, guid: "a")] + archive,
        ]
        for (hour, items) in fetches.enumerated() {
            outlet.set("/feed", Outlet.feed(items.map(\.xml).joined()))
            try await outlet.run(hour: Double(hour)) { $0.isForced = true }
        }
        #expect(try await outlet.articles().map(\.entryKey) == ["a", "b"])
    }
}
