import Curation
import Foundation
import Notation
import Testing

@testable import Developments

@Suite("Whose an article is")
struct OutletTests {
    private static let table = OutletTable(
        table: """
            # a comment
            The Harbour Post\tHarbour Post|HP\tharbourpost.example|hp.example\tCHL\tnewspaper\tharbour\t\t
            Delta Wire\tDW Agency\tdeltawire.example\tEGY\tagency\t\tyes\t
            Fjord Ministry\t\tgov.fjord.example\tNOR\tofficial\t\t\texcerpt
            Morning Portal\t\tportal.example\t\tportal\t\t\t
            Headline Pool\t\tpool.example\t\taggregator\t\t\t
            Kept Pages\t\tkept.example\t\tarchive\t\t\t
            Short Link\t\tshort.example\t\tredirect\t\t\t
            Everybody Writes\t\tblogs.example\t\tplatform\t\t\t
            """)

    struct Case: CustomTestStringConvertible, Sendable {
        var says: String
        var site = "https://world.example/"
        var kind: Source.Kind?
        var title = "Talks open in the harbour"
        var links: [String]
        var sourceName = ""
        var sourceURL = ""
        var publisher = ""
        /// The outlet's id; empty: the source's own.
        var outlet: String
        var name = ""
        var testDescription: String { says }
    }

    private static let cases: [Case] = [
        Case(says: "a link at the source's own site", links: ["https://www.world.example/a"], outlet: ""),
        Case(says: "a link below the source's site", links: ["https://news.world.example/a"], outlet: ""),
        Case(
            says: "a feed on a host of its own", site: "https://feeds.world.example/rss",
            links: ["https://www.world.example/a"], outlet: ""),
        Case(says: "no link", links: [], outlet: ""),
        Case(says: "a link to a machine's number", links: ["http://127.0.0.1:8000/a"], outlet: ""),
        Case(
            says: "a known host", links: ["https://www.harbourpost.example/a"], outlet: "harbourpost.example",
            name: "The Harbour Post"),
        Case(says: "another host of a known outlet", links: ["https://m.hp.example/a"], outlet: "harbourpost.example"),
        Case(says: "a host below a known one", links: ["https://mfa.gov.fjord.example/a"], outlet: "gov.fjord.example"),
        Case(
            says: "a host that nobody knows", links: ["https://www.quay.example/a"], outlet: "quay.example",
            name: "quay.example"),
        Case(
            says: "a host that nobody knows, whose page says its name", links: ["https://www.quay.example/a"],
            publisher: "Quay Times", outlet: "quay.example", name: "Quay Times"),
        Case(
            says: "the item's source by its address", links: ["https://pool.example/go/17"], sourceName: "Quay Times",
            sourceURL: "https://quay.example", outlet: "quay.example", name: "Quay Times"),
        Case(
            says: "the item's source by its name", links: ["https://pool.example/go/17"], sourceName: "Harbour Post",
            outlet: "harbourpost.example"),
        Case(
            says: "the item's source goes before the link", links: ["https://deltawire.example/1"],
            sourceName: "HP", sourceURL: "https://hp.example/feed", outlet: "harbourpost.example"),
        Case(
            says: "the feed's own source element", links: ["https://world.example/1"], sourceName: "World",
            sourceURL: "https://world.example/feed", outlet: ""),
        Case(
            says: "an affix at an aggregator", title: "Talks open in the harbour - The Harbour Post",
            links: ["https://pool.example/articles/CBMi"], outlet: "harbourpost.example"),
        Case(
            says: "an affix with a domain", title: "Talks open in the harbour | hp.example",
            links: ["https://pool.example/articles/CBMi"], outlet: "harbourpost.example"),
        Case(
            says: "an affix that nobody knows at an aggregator", title: "Talks open in the harbour - Quay Times",
            links: ["https://pool.example/articles/CBMi"], outlet: "Quay Times", name: "Quay Times"),
        Case(
            says: "an attribution at an outlet's own link", title: "Strikes may resume - HP",
            links: ["https://deltawire.example/1"], outlet: "deltawire.example"),
        Case(
            says: "an attribution in an outlet's own feed", title: "Strikes may resume - HP",
            links: ["https://world.example/1"], outlet: ""),
        Case(
            says: "a feed marked as an aggregator that keeps its links to itself", kind: .aggregator,
            title: "Strikes may resume - HP", links: ["https://world.example/1"], outlet: "harbourpost.example"),
        Case(
            says: "a feed marked as an aggregator without affix", kind: .aggregator,
            links: ["https://world.example/1"], outlet: ""),
        Case(
            says: "an archived page", links: ["https://kept.example/o/x1/https://www.hp.example/a?b=c"],
            outlet: "harbourpost.example"),
        Case(
            says: "an archived page with its day", links: ["https://kept.example/web/2026/http://hp.example/a"],
            outlet: "harbourpost.example"),
        Case(
            says: "an archived page that hides its address, by its headline",
            title: "Talks open in the harbour | DW Agency", links: ["https://kept.example/x1"],
            outlet: "deltawire.example"),
        Case(says: "an archived page that hides its address", links: ["https://kept.example/x1"], outlet: ""),
        Case(
            says: "a redirect with an encoded path",
            links: ["https://pool.example/redirect/https%3A%2F%2Fwww.hp.example%2Fa%2F?utm=rss"],
            outlet: "harbourpost.example"),
        Case(
            says: "a redirect with a parameter", links: ["https://short.example/url?q=https%3A%2F%2Fhp.example%2Fa"],
            outlet: "harbourpost.example"),
        Case(
            says: "a short link that was followed", links: ["https://short.example/x", "https://hp.example/a"],
            outlet: "harbourpost.example"),
        Case(
            says: "a link to share, at an outlet", links: ["https://hp.example/a?url=https://deltawire.example/1"],
            outlet: "harbourpost.example"),
        Case(
            says: "a portal that says whose it is", links: ["https://portal.example/news/1"], publisher: "DW Agency",
            outlet: "deltawire.example"),
        Case(
            says: "a portal that says nothing", links: ["https://portal.example/news/1"], publisher: "Morning Portal",
            outlet: "portal.example", name: "Morning Portal"),
        Case(says: "one of many writers", links: ["https://blogs.example/@fisher/1"], outlet: ""),
        Case(
            says: "the outlet's own feed, though the page names another", site: "https://hp.example",
            links: ["https://harbourpost.example/1"], publisher: "Delta Wire", outlet: ""),
    ]

    @Test("An article is credited to the outlet that answers for it", arguments: cases)
    func credit(_ given: Case) {
        let source = Self.table.completed(
            Source(id: "s", title: "World", feedURL: given.site, siteURL: given.site, kind: given.kind))
        var clues = OutletClues()
        (clues.title, clues.addresses, clues.publisher) = (given.title, given.links, given.publisher)
        (clues.sourceName, clues.sourceURL) = (given.sourceName, given.sourceURL)
        let outlet = Self.table.outlet(clues, in: source)
        #expect(outlet?.id ?? "" == given.outlet)
        if !given.name.isEmpty { #expect(outlet?.name == given.name) }
    }

    @Test("A source is told what is known of its site where the desk says nothing")
    func completed() {
        let own = Self.table.completed(
            Source(id: "dw", title: "Delta", feedURL: "https://feeds.deltawire.example/x", country: "SDN"))
        #expect(own.country == "SDN")
        #expect(own.kind == .agency)
        #expect(own.isStateMedia == true)
        #expect(["dw": own].outlet(of: Invented.article("a", "dw", "2026-03-01", [])).name == "Delta Wire")
        let pool = Self.table.completed(Source(id: "p", title: "Pool", feedURL: "https://pool.example/rss"))
        #expect(pool.kind == .aggregator)
        #expect(pool.outlet == nil)
        let two = ["en", "es"].map {
            Self.table.completed(Source(id: $0, title: "HP \($0)", feedURL: "https://hp.example/\($0)"))
        }
        #expect(Set(two.map(\.ownerGroup)) == ["harbour"])
    }

    @Test("Two feeds that carry one outlet are one source, and one feed that carries two is two")
    func counted() throws {
        func report(_ id: String, _ source: String, _ outlet: String?) -> Article {
            var article = Invented.article(id, source, "2026-03-01", [Invented.event(.sanction, ["NOR"], to: ["CHL"])])
            article.outlet = outlet.map { Outlet(id: $0, name: $0.uppercased()) }
            return article
        }
        func facts(_ articles: [Article]) throws -> DevelopmentFacts {
            let development = Development(
                id: "d-1", storyID: "s-1", firstSeen: Invented.time("2026-03-01"),
                reports: articles.compactMap { article in
                    article.curated.events.first.map { Report(article: article, event: $0, prominence: .title) }
                })
            return try #require(development.facts(sources: Invented.sources))
        }
        let one = try facts([report("a", "post", "quay"), report("b", "herald", "quay")])
        #expect((one.sourceCount, one.ownerCount) == (1, 1))
        let two = try facts([report("a", "post", "quay"), report("b", "post", "mole")])
        #expect((two.sourceCount, two.ownerCount) == (2, 2))
    }

    @Test("The table that comes with the program is whole")
    func standard() throws {
        let file = try DataFiles.folder(of: "Developments").appending(path: "outlets.tsv")
        var hosts: Set<String> = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            #expect(cells.count == 8, "\(line)")
            guard cells.count == 8 else { continue }
            for host in cells[2].split(separator: "|") {
                #expect(hosts.insert(String(host)).inserted, "\(host) twice")
                #expect(OutletTable.host(of: "https://\(host)/") == String(host))
            }
            #expect(cells[3].isEmpty || cells[3].count == 3, "\(line)")
            #expect(
                cells[4].isEmpty || Source.Kind(rawValue: String(cells[4])) != nil
                    || ["portal", "archive", "redirect", "platform"].contains(cells[4]), "\(line)")
        }
        #expect(hosts.count > 400)
    }
}

/// Real headlines of an aggregator; texts of others, which stay outside.
@Suite(
    "Credit of real headlines",
    .enabled(if: GroupedHeadline.areHere, "the shared headlines are not here (DEMARCHE_SHARED)"))
struct RealOutletTests {
    @Test("At an aggregator of eighty outlets 95 in 100 headlines are credited to the right one")
    func credited() throws {
        let table = try OutletTable.standard()
        let source = table.completed(
            Source(id: "pool", title: "Pool", feedURL: "https://pool.example/rss", siteURL: "https://pool.example"))
        let headlines = try GroupedHeadline.all()
        var wrong: [String] = []
        for headline in headlines {
            var clues = OutletClues()
            (clues.title, clues.addresses) = (headline.title, [headline.url])
            let outlet = table.outlet(clues, in: source)
            if outlet?.id != table.outlet(ofAddress: "https://\(headline.rightHost)/")?.id {
                wrong.append("\(headline.url): \(outlet?.id ?? "-")")
            }
        }
        print("credit: \(headlines.count - wrong.count) of \(headlines.count) headlines, \(wrong.prefix(5))")
        #expect(wrong.count * 20 <= headlines.count, "\(wrong)")
    }
}

/// A line of the shared headlines.
struct GroupedHeadline: Decodable {
    var title: String
    var url: String
    var outlet: String

    /// The host of whom the article is: behind an archive or a redirect that of the page it leads to, at Google's the agency
    /// that all of these headlines end with.
    var rightHost: String {
        guard ["archive.is", "scour.ing", "news.google.com"].contains(outlet) else { return outlet }
        if title.hasSuffix(" - Reuters") { return "reuters.com" }
        let address = (url.removingPercentEncoding ?? url).components(separatedBy: "https://").last ?? ""
        return String(address.prefix { $0 != "/" })
    }

    static var file: URL {
        URL(filePath: ProcessInfo.processInfo.environment["DEMARCHE_SHARED"] ?? "../shared")
            .appending(path: "group-dev/headlines-dev.jsonl")
    }

    static var areHere: Bool { FileManager.default.fileExists(atPath: file.path) }

    static func all() throws -> [GroupedHeadline] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(Self.self, from: Data($0.utf8))
        }
    }
}
