import Curation
import Developments
import Notation
import Publishing
import Testing

@Suite struct PublisherTests {
    @Test("The same publication gives the same bytes, in whatever order it is handed over")
    func deterministic() {
        let publisher = Publisher(settings: SamplePublication.settings())
        let publication = SamplePublication.publication()
        var shuffled = publication
        shuffled.developments.reverse()
        shuffled.articles.reverse()
        shuffled.changes.reverse()
        shuffled.facts.failing.reverse()
        #expect(publisher.files(for: publication) == publisher.files(for: shuffled))
    }

    @Test("A later run over the same things changes the front page and status.json alone")
    func laterRun() {
        let publisher = Publisher(settings: SamplePublication.settings())
        var publication = SamplePublication.publication()
        let before = publisher.files(for: publication)
        publication.now = publication.now.adding(seconds: 4 * 86_400)
        publication.facts.lastRun = publication.now
        let after = publisher.files(for: publication)
        #expect(zip(before, after).filter { $0 != $1 }.map(\.0.name) == ["index.html", "status.json"])
    }

    @Test("Feed, JSON feed, table and page lead to the same article of a development, and credit the same outlet")
    func credit() throws {
        var settings = SamplePublication.settings()
        settings.also = [.jsonFeed]
        let files = Publisher(settings: settings).files(for: SamplePublication.publication())
        let table = try #require(CSVReader(files.text("developments.csv")))
        let atom = files.text("developments.atom")
        for record in table.records where record["merged_into"]?.isEmpty == true {
            let (link, outlet) = (record["url"] ?? "", record["title_source"] ?? "")
            #expect(!outlet.isEmpty)
            let page = files.text("d/\(record["dev_id"] ?? "").html")
            guard !link.isEmpty else { continue }
            let href = link.replacing("&", with: "&amp;")
            #expect(page.contains("<a href=\"\(href)\"") || link.hasSuffix("#\(record["dev_id"] ?? "")"), "\(link)")
            #expect(!atom.contains(record["dev_id"] ?? "") || atom.contains("href=\"\(href)\""), "\(link)")
        }
    }

    @Test("developments.csv reads back as it should")
    func developments() throws {
        let files = Publisher(settings: SamplePublication.settings()).files(for: SamplePublication.publication())
        let table = try #require(CSVReader(files.text("developments.csv")))
        #expect(table.header.prefix(5) == ["dev_id", "event_date_start", "event_date_end", "title", "title_source"])
        #expect(table.header.count == 60)
        #expect(table.records.count == 10)
        let meeting = table.record("d-meetingaaaa")
        #expect(meeting["event_date_start"] == "2026-02-06")
        #expect(Set((meeting["countries"] ?? "").split(separator: "|")) == ["USA", "IRN", "TUR"])
        #expect(meeting["mediators"] == "TUR|EUU")
        #expect(meeting["organisations"] == "European Union")
        #expect(meeting["persons"] == "Dara Rahimi")
        #expect(meeting["type"] == "CONSULT")
        #expect(meeting["status"] == "unconfirmed")
        #expect(meeting["n_articles"] == "3")
        #expect(meeting["sources"] == "Harbour Post & Mail|Gulf Wire|The Silent Times")
        #expect(meeting["story_title"] == "US–Iran talks 2026")
        #expect(meeting["revision"] == "2")
        #expect(meeting["first_seen"] == "2026-02-02T00:00:00Z")
        let awkward = table.record("d-awkwardb")
        #expect(awkward["story_title"] == "'=cmd|' /C calc'!A0")
        #expect(awkward["score"] == "-3.5")
        #expect(awkward["event_date_start"] == "")
        #expect(awkward["event_date_precision"] == "unknown")
        #expect(awkward["on_record_by"] == "IRN")
    }

    @Test("articles.csv has each kept article with its developments")
    func articles() throws {
        let files = Publisher(settings: SamplePublication.settings()).files(for: SamplePublication.publication())
        let table = try #require(CSVReader(files.text("articles.csv")))
        #expect(table.header.count == 34)
        let article = table.record("a-gulf1")
        #expect(article["dev_ids"] == "d-meetingaaaa")
        #expect(article["title"] == "Envoys to meet in Istanbul")
        #expect(article["source"] == "Gulf Wire")
        #expect(article["feed_id"] == "gulf")
        #expect(article["why"] == "officials of states “Iran”, desk rule")
        #expect(article["published_precision"] == "time")
        #expect(article["sha256"]?.hasPrefix("sha256:") == true)
        #expect(table.record("a-huge")["title"]?.unicodeScalars.count ?? 0 <= 1_000)
        #expect(table.record("a-vault1").isEmpty)
    }

    @Test("An article that was not kept is not published")
    func undecided() throws {
        var publication = SamplePublication.many(3)
        publication.articles[0].curated.decision = .review
        publication.articles[1].curated.decision = .dropped
        let files = Publisher(settings: SamplePublication.settings()).files(for: publication)
        #expect(try #require(CSVReader(files.text("articles.csv"))).records.count == 1)
    }

    @Test("Our clock's days are the desk's, the stamps stay UTC")
    func timeZone() throws {
        var settings = SamplePublication.settings()
        settings.timeZone = "America/New_York"
        let files = Publisher(settings: settings).files(for: SamplePublication.publication())
        let meeting = try #require(CSVReader(files.text("developments.csv"))).record("d-meetingaaaa")
        #expect(meeting["first_seen_date"] == "2026-02-01")
        #expect(meeting["first_seen"] == "2026-02-02T00:00:00Z")
        #expect(meeting["event_date_start"] == "2026-02-06")
    }

    @Test("The CSV files hold the days that the settings say, counted back from the newest")
    func csvDays() throws {
        var settings = SamplePublication.settings()
        settings.csvDays = 1
        let publication = SamplePublication.many(5_000)
        let files = Publisher(settings: settings).files(for: publication)
        let newest = try #require(publication.developments.map(\.lastChanged).max())
        let expected = publication.developments.filter { $0.lastChanged >= newest.adding(seconds: -86_400) }.count
        #expect(expected < 5_000)
        #expect(try #require(CSVReader(files.text("developments.csv"))).records.count == expected)
    }

    @Test("An empty desk publishes empty, valid files")
    func empty() throws {
        let publication = Publication(developments: [], sources: [:], now: SamplePublication.start)
        let files = Publisher(settings: SamplePublication.settings(baseURL: nil)).files(for: publication)
        #expect(try #require(CSVReader(files.text("developments.csv"))).records.isEmpty)
        #expect(files.text("developments.atom").contains("<updated>2026-01-01T00:00:00Z</updated>"))
    }

    @Test("status.json counts all sources, names those that may be named, and shows no address")
    func status() {
        let files = Publisher(settings: SamplePublication.settings()).files(for: SamplePublication.publication())
        let expected = """
            {"generator":"demarche 0.1.0","last_run":"2026-02-03T01:00:00Z","last_success":"2026-02-03T01:00:00Z",\
            "sources":{"ok":4,"failing":2,"oldest_success":"2026-02-02T00:00:00Z"},\
            "published":{"developments":10,"articles":12},\
            "failing":[{"source":"paid","title":"Paid Digest","error":"server error at (address) (503)"}]}

            """
        #expect(files.text("status.json") == expected)
    }

    @Test("5,000 developments, a page each, are made within two seconds", .enabled(if: isOptimised))
    func speed() {
        let publication = SamplePublication.many(5_000)
        let publisher = Publisher(settings: SamplePublication.settings())
        let time = ContinuousClock().measure { _ = publisher.files(for: publication) }
        #expect(time < .seconds(2))
    }
}

/// Whether the tests were built with optimisation; a debug build says nothing on speed.
private let isOptimised: Bool = {
    var isDebug = false
    assert({ isDebug = true }() == ())
    return !isDebug
}()
