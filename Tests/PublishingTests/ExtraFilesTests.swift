import Curation
import Developments
import Foundation
import Notation
import Publishing
import Testing

@Suite struct ExtraFilesTests {
    private let files: [OutputFile]

    init() {
        var settings = SamplePublication.settings()
        settings.also = Set(PublicationSettings.Extra.allCases)
        files = Publisher(settings: settings).files(for: SamplePublication.publication())
    }

    @Test("changes.csv has the changes that may be shown, without values where a report is withheld")
    func changes() throws {
        let table = try #require(CSVReader(files.text("changes.csv")))
        #expect(table.records.map { $0["change_id"] } == ["c-one", "c-two"])
        #expect(table.record("c-one")["new"] == "")
        var publication = SamplePublication.publication()
        publication.developments[0].reports.removeAll { $0.sourceID == "vault" }
        let open = Publisher(settings: SamplePublication.settings()).files(for: publication)
        let change = try #require(CSVReader(open.text("changes.csv"))).record("c-one")
        #expect(change["old"] == "Ankara")
        #expect(change["new"] == "Istanbul")
        #expect(change["when"] == "2026-02-02T02:00:00Z")
        #expect(change["cause"] == "article")
    }

    @Test("changes.atom has one entry for all that one run changed in a development")
    func changeFeed() throws {
        var publication = SamplePublication.publication()
        publication.developments[0].reports.removeAll { $0.sourceID == "vault" }
        let text = Publisher(settings: SamplePublication.settings()).files(for: publication).text("changes.atom")
        #expect(text.components(separatedBy: "<entry>").count == 2)
        #expect(text.contains("<id>tag:desk.example,2026:d-meetingaaaa.r2</id>"))
        #expect(text.contains("<thr:in-reply-to ref=\"tag:desk.example,2026:d-meetingaaaa\""))
        #expect(text.contains("<summary>contradiction: no → yes; venue: Ankara → Istanbul.</summary>"))
        #expect(text.contains("href=\"https://desk.example/out/d/d-meetingaaaa.html#r2\""))
    }

    @Test("That a desk ran again after more than a day is an entry of its own")
    func outage() {
        var publication = SamplePublication.publication()
        publication.facts.outages = [
            .init(start: SamplePublication.start, end: SamplePublication.start.adding(seconds: 200_000))
        ]
        let text = Publisher(settings: SamplePublication.settings()).files(for: publication).text("changes.atom")
        #expect(text.contains("<id>tag:desk.example,2026:outage-2026-02-04T07%3A33%3A20Z</id>"))
        #expect(text.contains("No run succeeded between 2 February 2026, 00:00 UTC and 4 February 2026, 07:33 UTC"))
    }

    @Test("links.csv has an edge for each pair and for each mediator with each party")
    func links() throws {
        let table = try #require(CSVReader(files.text("links.csv")))
        let edges = table.records.filter { $0["dev_id"] == "d-meetingaaaa" }
            .map {
                [$0["from_id"] ?? "", $0["to_id"] ?? "", $0["role"] ?? "", $0["directed"] ?? "", $0["n_sources"] ?? ""]
            }
        #expect(
            edges == [
                ["IRN", "USA", "party_party", "no", "3"], ["TUR", "USA", "mediator_party", "yes", "3"],
                ["TUR", "IRN", "mediator_party", "yes", "3"], ["EUU", "USA", "mediator_party", "yes", "3"],
                ["EUU", "IRN", "mediator_party", "yes", "3"],
            ])
        let ids = table.records.compactMap { $0["link_id"] }
        #expect(Set(ids).count == ids.count)
        #expect(table.records.first { $0["from_id"] == "EUU" }?["from_country"] == "")
        let request = try #require(table.records.first { $0["dev_id"] == "d-awkwarda" })
        #expect(request["role"] == "speaker_target")
        #expect(request["directed"] == "yes")
    }

    @Test("quotes.csv has the quotes within the evidence")
    func quotes() throws {
        let table = try #require(CSVReader(files.text("quotes.csv")))
        #expect(table.records.count == 1)
        #expect(table.records.first?["text"] == "We are ready")
        #expect(table.records.first?["speaker_as_written"] == "Rahimi")
        #expect(table.records.first?["article_id"] == "a-harbour1")
    }

    @Test("meetings.csv has the meeting and nothing that is none")
    func meetings() throws {
        let table = try #require(CSVReader(files.text("meetings.csv")))
        #expect(table.records.map { $0["dev_id"] } == ["d-meetingaaaa"])
        #expect(table.records.first?["parties"] == "USA|IRN")
        #expect(table.records.first?["start"] == "2026-02-06")
    }

    @Test("sources.csv names each source that may be named, with its health and without its keys")
    func sources() throws {
        let table = try #require(CSVReader(files.text("sources.csv")))
        #expect(table.records.map { $0["source"] } == ["gulf", "harbour", "ministry", "paid", "silent"])
        #expect(table.record("paid")["feed_url"] == "https://paid.example/f?lang=en")
        #expect(table.record("paid")["health"] == "failing")
        #expect(table.record("gulf")["health"] == "ok")
        #expect(table.record("gulf")["licence"] == "excerpt")
    }

    @Test("feed.json is a JSON Feed with the entries of the Atom feed")
    func jsonFeed() throws {
        let bytes = Data(files.text("feed.json").utf8)
        let json = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        #expect(json["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect(json["feed_url"] as? String == "https://desk.example/out/feed.json")
        let items = try #require(json["items"] as? [[String: Any]])
        #expect(items.count == 10)
        #expect(items.allSatisfy { $0["content_text"] is String && $0["id"] is String })
        #expect(items.contains { $0["id"] as? String == "tag:desk.example,2026:d-meetingaaaa" })
    }
}
