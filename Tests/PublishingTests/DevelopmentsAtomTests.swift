import Curation
import Developments
import Foundation
import FoundationXML
import Notation
import Publishing
import Testing

@Suite struct DevelopmentsAtomTests {
    private func feed(
        _ publication: Publication = SamplePublication.publication(), baseURL: String? = "https://desk.example/out",
        window: FeedWindow = FeedWindow()
    ) throws -> XMLElement {
        var settings = SamplePublication.settings(baseURL: baseURL)
        settings.feedWindow = window
        let text = Publisher(settings: settings).files(for: publication).text("developments.atom")
        return try #require(XMLDocument(xmlString: text, options: []).rootElement())
    }

    private func entry(_ id: String, in feed: XMLElement) throws -> XMLElement {
        try #require(feed.elements(forName: "entry").first { $0.text("id") == "tag:desk.example,2026:\(id)" })
    }

    @Test("The feed has what RFC 4287 asks of one")
    func head() throws {
        let feed = try feed()
        #expect(feed.text("id") == "tag:desk.example,2026:developments")
        #expect(feed.text("title") == "Desk <of> tests & \"checks\"")
        #expect(feed.text("updated") == feed.elements(forName: "entry").compactMap { $0.text("updated") }.max())
        #expect(feed.links("self") == ["https://desk.example/out/developments.atom"])
        #expect(feed.links("alternate") == ["https://desk.example/out/"])
        #expect(feed.elements(forName: "generator").first?.value("version") == "0.1.0")
        #expect(feed.elements(forName: "author").first?.text("name") == "Test desk")
    }

    @Test("Without a public address there is no link to the feed itself")
    func withoutBase() throws {
        let feed = try feed(baseURL: nil)
        #expect(feed.elements(forName: "link").isEmpty)
        #expect(feed.elements(forName: "entry").count == 10)
    }

    @Test("An entry that was taken out leaves a tombstone for 90 days; one that came back says so in updated")
    func tombstones() throws {
        var publication = SamplePublication.publication()
        let publisher = Publisher(settings: SamplePublication.settings(baseURL: nil))
        #expect(!publisher.files(for: publication).text("developments.atom").contains("xmlns:at"))
        let back = try #require(Timestamp(rfc3339: "2026-09-01T12:00:00Z"))
        publication.tombstones = [
            Tombstone(developmentID: "d-gone", time: back.adding(seconds: 60)),
            Tombstone(developmentID: "d-older", time: back.adding(seconds: -89 * 86_400)),
            Tombstone(developmentID: "d-old", time: back.adding(seconds: -91 * 86_400)),
            Tombstone(developmentID: "d-meetingaaaa", time: back.adding(seconds: -60), ended: back),
        ]
        let text = publisher.files(for: publication).text("developments.atom")
        let stones = text.split(separator: "\n").filter { $0.hasPrefix("<at:deleted-entry ") }
        #expect(
            stones == [
                #"<at:deleted-entry ref="tag:desk.example,2026:d-gone" when="2026-09-01T12:01:00Z"/>"#,
                #"<at:deleted-entry ref="tag:desk.example,2026:d-older" when="2026-06-04T12:00:00Z"/>"#,
            ])
        #expect(text.contains(#"xmlns:at="http://purl.org/atompub/tombstones/1.0""#))
        let feed = try feed(publication)
        #expect(feed.text("updated") == "2026-09-01T12:01:00Z")
        #expect(try entry("d-meetingaaaa", in: feed).text("updated") == "2026-09-01T12:00:00Z")
    }

    @Test("An entry tells its development")
    func tells() throws {
        let entry = try entry("d-meetingaaaa", in: try feed())
        #expect(entry.text("published") == "2026-02-02T00:00:00Z")
        #expect(entry.text("updated") == "2026-02-02T02:00:00Z")
        #expect(
            entry.links("via").map { $0.split(separator: "#")[0] } == [
                "https://harbour.example/news/a-harbour1", "https://gulf.example/news/a-gulf1",
                "https://silent.example/news/a-silent1",
            ])
        #expect(entry.links("alternate") == ["https://desk.example/out/d/d-meetingaaaa.html"])
        #expect(entry.links("replies") == ["https://desk.example/out/changes.atom"])
        let local = try self.entry("d-meetingaaaa", in: try feed(baseURL: nil))
        #expect(
            (local.links("alternate").first ?? "").hasPrefix(
                "https://harbour.example/news/a-harbour1#:~:text=Envoys%20of%20the%20two,said%3A%20%E2%80%9CWe")
        )
        #expect(entry.links("via").first == local.links("alternate").first)
        let source = try #require(entry.elements(forName: "source").first)
        #expect(source.text("title") == "Harbour Post & Mail")
        #expect(source.text("id") == "tag:desk.example,2026:source/harbour")
        #expect(source.text("updated") == "2026-02-02T00:00:00Z")
        let categories = entry.elements(forName: "category").map {
            [$0.value("scheme") ?? "", $0.value("term") ?? "", $0.value("label") ?? ""]
        }
        #expect(categories.contains(["tag:desk.example,2026:category/country", "TUR", "Türkiye"]))
        #expect(categories.contains(["tag:desk.example,2026:category/organisation", "EUU", "European Union"]))
        #expect(categories.contains(["tag:desk.example,2026:category/person", "p-rahimi", "Dara Rahimi"]))
        #expect(categories.contains(["tag:desk.example,2026:category/story", "s-talksaaaaaa", "US–Iran talks 2026"]))
        #expect(categories.contains(["tag:desk.example,2026:category/status", "unconfirmed", "unconfirmed"]))
        #expect(Set(categories.map { $0.prefix(2).joined(separator: " ") }).count == categories.count)
        let content = entry.text("content") ?? ""
        #expect(content.contains("Envoys of the two states will meet in Ankara on Friday"))
        #expect(content.contains("The meeting takes place in Istanbul"))
        #expect(content.contains("We are ready — Dara Rahimi, Foreign Minister"))
        let disagreement = try #require(content.split(separator: "Sources disagree: ").last).prefix(100)
        #expect(disagreement.contains("Ankara") && disagreement.contains("Istanbul (Gulf Wire, 2 Feb)"))
        #expect(content.contains("officials of states “Iran”"))
        #expect(content.contains("words of The Silent Times withheld by licence"))
    }

    @Test(
        "A venue that is a town has its point, a country or a region has none",
        arguments: [
            ("Ankara", "TUR", "39.93 32.86"), ("Sharm el Sheikh", "EGY", "27.92 34.33"),
            ("Bogota", "COL", "4.71 -74.07"),
            ("", "TUR", nil), ("Crimea", "UKR", nil), ("Athens", "USA", nil),
        ])
    func point(place: String, country: String, point: String?) throws {
        var publication = SamplePublication.many(1)
        publication.developments[0].reports[0].event.venue = Venue(place: place, country: country)
        let entry = try #require(feed(publication).elements(forName: "entry").first)
        #expect(entry.text("georss:point") == point)
    }

    @Test("What the source's feed says of its rights is carried, where its words may be shown")
    func rights() throws {
        var publication = SamplePublication.many(1)
        publication.articles[0].rights = "© 2026 Gulf Wire\n<all> rights reserved"
        let carried = try #require(feed(publication).elements(forName: "entry").first)
        #expect(carried.text("rights") == "© 2026 Gulf Wire <all> rights reserved")
        publication.sources["gulf"]?.licence = Source.Licence.none
        let withheld = try #require(feed(publication).elements(forName: "entry").first)
        #expect(withheld.text("rights") == nil)
    }

    @Test("An article that tells the act after two origins shows what each says")
    func origins() throws {
        var publication = SamplePublication.many(1)
        var other = publication.developments[0].reports[0]
        publication.developments[0].reports[0].event.origin = "Northern News Agency"
        publication.developments[0].reports[0].event.venue = Venue(place: "Oslo", country: "NOR")
        other.event.origin = "Southern Radio"
        other.event.venue = Venue(place: "Lima", country: "PER")
        other.event.evidence.text = "Southern Radio said that they would meet in Lima."
        publication.developments[0].reports += [other, other]
        let entry = try #require(feed(publication).elements(forName: "entry").first)
        let rows = try entry.nodes(forXPath: ".//*[local-name()='tbody']/*").compactMap(\.stringValue)
        #expect(rows.count == 2)
        #expect(rows.first?.contains("after Northern News Agency") == true && rows.first?.contains("Oslo") == true)
        #expect(rows.last?.contains("after Southern Radio") == true && rows.last?.contains("Lima") == true)
    }

    @Test("Right-to-left text has its direction inside the XHTML only")
    func direction() throws {
        let entry = try entry("d-awkwarde", in: try feed())
        let directed = try entry.nodes(forXPath: ".//*[@dir]").compactMap { $0 as? XMLElement }
        #expect(!directed.isEmpty)
        #expect(directed.allSatisfy { $0.value("lang") == "ar" })
        #expect(entry.elements(forName: "title").first?.value("dir") == nil)
    }

    @Test("No two entries share an id or a page")
    func distinct() throws {
        let entries = try feed().elements(forName: "entry")
        #expect(Set(entries.compactMap { $0.text("id") }).count == entries.count)
        #expect(Set(entries.flatMap { $0.links("alternate") }).count == entries.count)
    }

    @Test("Two developments told by the same words of one article keep pages of their own")
    func sameWords() throws {
        var publication = SamplePublication.many(2)
        publication.developments[1].reports = publication.developments[0].reports
        let links = try feed(publication).elements(forName: "entry").flatMap { $0.links("alternate") }
        #expect(Set(links).count == 2)
    }

    @Test(
        "The window keeps the last days, within its limits",
        arguments: [(7, 10, 500, 168 * 50 + 50), (1, 10, 500, 500), (7, 10, 60, 60), (0, 120, 500, 120)])
    func window(days: Int, minimum: Int, maximum: Int, expected: Int) throws {
        let feed = try feed(
            SamplePublication.many(1_000), window: FeedWindow(days: days, minimum: minimum, maximum: maximum))
        #expect(feed.elements(forName: "entry").count == min(expected, 500))
        let updated = feed.elements(forName: "entry").compactMap { $0.text("updated") }
        #expect(updated == updated.sorted(by: >))
    }

    @Test("The file stays under its size, whole")
    func size() throws {
        let window = FeedWindow(bytes: 100_000)
        var settings = SamplePublication.settings()
        settings.feedWindow = window
        let text = Publisher(settings: settings).files(for: SamplePublication.many(500)).text("developments.atom")
        #expect(text.utf8.count <= 100_000)
        #expect(text.utf8.count > 80_000)
        #expect(text.hasSuffix("</entry>\n</feed>\n"))
    }

    @Test("An act told further down in one article is left to the CSV")
    func prominence() throws {
        var publication = SamplePublication.many(2)
        publication.developments[0].reports[0].prominence = .body
        #expect(try feed(publication).elements(forName: "entry").count == 1)
        var settings = SamplePublication.settings()
        for (prominence, count) in [(Prominence.title, 1), (.lead, 1), (.body, 2)] {
            settings.prominence = prominence
            let files = Publisher(settings: settings).files(for: publication)
            #expect(files.text("developments.atom").components(separatedBy: "<entry>").count == count + 1)
            #expect(files.text("index.html").contains("\(count) development"))
        }
    }
}

extension XMLElement {
    /// FoundationXML's `attribute(forName:)` finds nothing in a document with a default namespace.
    fileprivate func value(_ name: String) -> String? { attributes?.first { $0.name == name }?.stringValue }

    fileprivate func text(_ name: String) -> String? { elements(forName: name).first?.stringValue }

    fileprivate func links(_ relation: String) -> [String] {
        elements(forName: "link").filter { $0.value("rel") == relation }
            .compactMap { $0.value("href") }
    }
}
