import Developments
import Foundation
import Notation
import Publishing
import Testing

@Suite("What became of an act")
struct OvertakenTests {
    private let publisher = Publisher(settings: SamplePublication.settings())

    /// Two developments of stories of their own, the second of which undoes the first.
    private func undone() -> (publication: Publication, old: String, new: String) {
        var publication = SamplePublication.many(40)
        let (old, new) = (publication.developments[0].id, publication.developments[30].id)
        publication.developments.mutate(old) { $0.supersededBy = new }
        publication.developments.mutate(new) { $0.supersedes = old }
        return (publication, old, new)
    }

    @Test("an act that was undone says by what in feed, page and table, and leaves the top")
    func overtaken() throws {
        let (publication, old, new) = undone()
        let files = publisher.files(for: publication)
        let row = try #require(files.text("developments.csv").split(separator: "\r\n").first { $0.hasPrefix(old) })
        #expect(row.contains(",\(new),"))
        let words = "Since overtaken: State number 30 asks for talks."
        #expect(row.contains(words))
        #expect(files.text("developments.atom").components(separatedBy: words).count == 3)
        #expect(files.text("d/\(old).html").contains("Since overtaken: <a href=\"\(new).html\""))
        #expect(!files.text("d/\(new).html").contains("Since overtaken"))
        let top = files.text("index.html").components(separatedBy: "id=\"top\"").last?.components(
            separatedBy: "</section>")
        #expect(top?.first?.contains(old) == false)
    }

    @Test("the page of what was undone is written after the page to which it leads")
    func order() throws {
        let (publication, old, new) = undone()
        let names = publisher.files(for: publication).map(\.name)
        let places = try [old, new].map { id in try #require(names.firstIndex(of: "d/\(id).html")) }
        #expect(places[0] > places[1])
    }

    @Test("what may not be shown leaves no trace in what it undid")
    func hidden() {
        var (publication, old, new) = undone()
        publication.developments.removeAll { $0.id == new }
        for file in publisher.files(for: publication) {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains(new) && !text.contains("Since overtaken"), "\(file.name)")
        }
        #expect(publication.developments.contains { $0.id == old })
    }

    @Test(
        "a plan that nobody told of for three days after its last reads as passed everywhere, and is no change",
        arguments: [(9, false), (10, true)])
    func lapsed(day: Int, isPassed: Bool) throws {
        var publication = SamplePublication.publication()
        let before = publisher.files(for: publication)
        publication.now = Timestamp(date: try #require(CalendarDate(year: 2026, month: 2, day: day)))
        let files = publisher.files(for: publication)
        for name in ["d/d-meetingaaaa.html", "developments.atom", "developments.csv", "index.html"] {
            #expect(files.text(name).contains("date passed, no report") == isPassed, "\(name)")
        }
        #expect(files.text("changes.atom") == before.text("changes.atom"))
        #expect(files.text("changes.csv") == before.text("changes.csv"))
    }

    @Test("a plan's page is written anew in the run after its days passed")
    func written() throws {
        let publication = SamplePublication.publication()
        let printed = try publisher.printed(
            publication.developments, stories: publication.stories, articles: publication.articles,
            sources: publication.sources)
        func lapsed(_ day: Int, since last: Int) throws -> [String] {
            let days = try [day, last].map { try #require(CalendarDate(year: 2026, month: 2, day: $0)) }
            return try PublicationView(printed, changes: [], today: days[0]).lapsed(since: days[1])
        }
        #expect(try lapsed(9, since: 8) == [])
        #expect(try lapsed(10, since: 9) == ["d-meetingaaaa"])
        #expect(try lapsed(12, since: 8) == ["d-meetingaaaa"])
        #expect(try lapsed(12, since: 10) == [])
    }
}
