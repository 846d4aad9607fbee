import Curation
import Developments
import Foundation
import Notation
import Publishing
import Testing

@Suite struct PageTests {
    private func files(_ publication: Publication = SamplePublication.publication()) -> [OutputFile] {
        var settings = SamplePublication.settings()
        settings.also = Set(PublicationSettings.Extra.allCases)
        return Publisher(settings: settings).files(for: publication)
    }

    private func pages(_ publication: Publication = SamplePublication.publication()) -> [(name: String, text: String)] {
        files(publication).filter { $0.name.hasSuffix(".html") }
            .map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
    }

    @Test("A page runs no script, loads nothing, and says so in its policy")
    func isStatic() {
        for page in pages() {
            #expect(page.text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
            #expect(page.text.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""), "\(page.name)")
            for part in [
                "<script", "<img", "<iframe", " src=", "url(", "@import", " style=", " onclick", "javascript:",
            ] {
                #expect(!page.text.contains(part), "\(page.name) holds \(part)")
            }
            #expect(page.text.components(separatedBy: "<h1").count == 2)
        }
    }

    @Test("Hostile titles stay text")
    func escapes() {
        for page in pages() {
            #expect(!page.text.contains("<first>"))
            #expect(!page.text.contains("\u{202E}"))
            #expect(!page.text.contains("\u{FFFD}"))
        }
        let awkward = files().text("d/d-awkwarda.html")
        #expect(awkward.contains("&lt;first&gt; round's end"))
    }

    @Test("The front page has counts, the last run, the last change, and the ways to subscribe")
    func header() {
        let text = files().text("index.html")
        #expect(text.contains("10 developments in"))
        #expect(text.contains("Last run <time datetime=\"2026-02-03T01:00:00Z\">3 February 2026, 01:00 UTC</time>"))
        #expect(text.contains("Last published change <time datetime="))
        #expect(
            text.contains(
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Developments (Atom)\" href=\"developments.atom\">"
            ))
        for name in ["changes.atom", "feed.json", "meetings.ics", "developments.csv", "quotes.csv"] {
            #expect(text.contains("href=\"\(name)\""), "\(name)")
        }
    }

    @Test("No page says that something is confirmed, only who is on record")
    func confirmed() {
        var publication = SamplePublication.publication()
        publication.changes.append(
            Change(
                id: "c-status", when: SamplePublication.start.adding(seconds: 9000), developmentID: "d-awkwarda",
                revision: 2, field: "status", old: "reported", new: "on_record", cause: .correction, articleID: ""))
        publication.developments.mutate("d-awkwarda") { $0.revision = 2 }
        for page in pages(publication) {
            let words = page.text.lowercased().replacing("unconfirmed", with: "")
            #expect(!words.contains("confirmed"), "\(page.name)")
        }
        let page = files(publication).text("d/d-awkwarda.html")
        #expect(page.contains("said on record by Iran"))
        #expect(page.contains("<li id=\"r2\">"))
        #expect(page.contains("status: reported → on record"))
    }

    @Test("A denial names who denies")
    func denied() {
        var publication = SamplePublication.many(1)
        publication.developments[0].reports[0].event.status = .denied
        publication.developments[0].reports[0].event.statusBasis = ["USA"]
        let id = publication.developments[0].id
        #expect(files(publication).text("d/\(id).html").contains("denied by United States"))
    }

    @Test("A movement that denies is called by its own name, not by its country's")
    func movement() {
        var publication = SamplePublication.many(1)
        publication.developments[0].reports[0].event.status = .denied
        publication.developments[0].reports[0].event.statusBasis = ["USA"]
        publication.developments[0].reports[0].event.actorLabels = ["USA": "The Movement"]
        for file in files(publication) where file.name.hasSuffix(".html") || file.name.hasSuffix(".atom") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("denied by United States"), "\(file.name)")
        }
        #expect(files(publication).text("d/\(publication.developments[0].id).html").contains("denied by The Movement"))
    }

    @Test("A venue that another sentence of the article gives comes with that sentence")
    func further() {
        var publication = SamplePublication.publication()
        publication.developments.mutate("d-meetingaaaa") { development in
            let evidence = Evidence(text: "It is in Istanbul, officials said.", start: 90, end: 124)
            development.reports[1].event.venue?.evidence = evidence
            development.reports[1].event.date?.evidence = evidence
            development.reports[2].event.venue?.evidence = Evidence(text: "SILENTWORDS again.", start: 90, end: 108)
        }
        for name in ["d/d-meetingaaaa.html", "developments.atom"] {
            let text = files(publication).text(name)
            let quote = "Where, when: <q lang=\"en\">It is in Istanbul, officials said.</q>"
            #expect(text.contains(quote), "\(name)")
            #expect(!text.contains("SILENTWORDS"))
        }
        var single = SamplePublication.many(1)
        single.developments[0].reports[0].event.statusEvidence = Evidence(text: "Nobody has said so.", start: 1, end: 9)
        let page = files(single).text("d/\(single.developments[0].id).html")
        #expect(page.contains("Status: <q lang=\"en\">Nobody has said so.</q>"))
    }

    @Test("A name written from right to left is set apart, so that the day after it stays where it is")
    func isolated() {
        var publication = SamplePublication.publication()
        publication.sources["gulf"]?.title = "وكالة الخليج 24"
        let files = files(publication)
        let words = "Istanbul (<span dir=\"rtl\">وكالة الخليج</span> 24, 2 Feb)"
        #expect(files.text("d/d-meetingaaaa.html").contains(words))
        #expect(files.text("index.html").contains(words))
        #expect(files.text("developments.atom").contains(words))
    }

    @Test("A development's page sets the claims side by side and leads to each sentence")
    func development() {
        let text = files().text("d/d-meetingaaaa.html")
        #expect(text.contains("Sources disagree: "))
        #expect(text.contains("https://gulf.example/news/a-gulf1#:~:text=The%20meeting%20takes%20place"))
        #expect(text.contains("<td data-name=\"Where\"><mark>Istanbul, Türkiye</mark></td>"))
        #expect(text.contains("withheld by licence"))
        #expect(text.contains("“We are ready”"))
        #expect(text.contains("<li id=\"r1\">") && text.contains("<li id=\"r2\">"))
    }

    @Test("Text that runs from right to left says so")
    func direction() {
        let text = files().text("d/d-awkwarde.html")
        #expect(text.contains("lang=\"ar\" dir=\"rtl\""))
        #expect(text.contains("<h1 lang=\"ar\" dir=\"auto\">"))
    }

    @Test("The charts have a name, a description, their values, and a table of them")
    func charts() {
        let text = files().text("index.html")
        #expect(text.contains("<title id=\"pairs-name\">"))
        #expect(text.contains("<desc id=\"pairs-words\">Iran – United States: 9.</desc>"))
        #expect(text.contains("<tr><th scope=\"row\">Iran – United States</th><td class=\"number\">9</td></tr>"))
        #expect(text.contains("<title id=\"days-name\">"))
    }

    @Test("At the top stand at most seven developments, one of each story")
    func top() {
        let text = files(SamplePublication.many(400)).text("index.html")
        #expect(text.components(separatedBy: "<article>").count == 8)
    }

    @Test("A planned meeting leaves the upcoming ones three days after its day", arguments: [(9, true), (10, false)])
    func upcoming(day: Int, isListed: Bool) throws {
        var publication = SamplePublication.publication()
        publication.now = Timestamp(date: try #require(CalendarDate(year: 2026, month: 2, day: day)))
        let text = files(publication).text("index.html")
        let section = try #require(text.components(separatedBy: "id=\"meetings\"").last).components(
            separatedBy: "</section>")[0]
        #expect(section.contains("d/d-meetingaaaa.html") == isListed)
        #expect(text.contains("date passed, no report") == !isListed)
    }

    @Test("What changed since yesterday is told by the desk's days")
    func since() {
        var publication = SamplePublication.publication()
        publication.developments.mutate("d-meetingaaaa") { $0.reports.removeAll { $0.sourceID == "vault" } }
        #expect(files(publication).text("index.html").contains("venue: Ankara → Istanbul"))
        publication.now = publication.now.adding(seconds: 5 * 86_400)
        #expect(files(publication).text("index.html").contains("Nothing since Saturday, 7 February 2026."))
    }

    @Test("How it was made tells what was dropped and why, by licence and without a desk's own rules")
    func sieve() {
        var publication = SamplePublication.publication()
        for (index, source) in ["gulf", "silent", "vault"].enumerated() {
            var article = SamplePublication.article(
                "a-drop\(index)", source, title: "Cup final in \(source)", text: "", at: 20, event: nil)
            article.curated.decision = .dropped
            article.curated.why = [
                Reason(rule: index == 0 ? "veto-sport" : "desk-rule-drop", weight: -2, text: "secret")
            ]
            publication.sifted.latest.append(article)
        }
        publication.sifted.counts = [.kept: 2, .dropped: 40]
        let text = files(publication).text("index.html")
        #expect(text.contains("Why the latest 3 articles were dropped"))
        #expect(text.contains("42 articles read: 2 kept, 0 put up for review, 40 dropped."))
        #expect(text.contains("dropped: words of sport"))
        #expect(text.contains("(title withheld by licence)"))
        for word in ["Cup final in silent", "Cup final in vault", "secret"] { #expect(!text.contains(word)) }
    }

    @Test("Why something was kept is told with the names of states, not with their codes")
    func namesInReasons() {
        var publication = SamplePublication.publication()
        for index in publication.articles.indices {
            publication.articles[index].curated.why = [Reason(rule: "countries-2", weight: 1, text: "USA IRN")]
        }
        let text = files(publication).text("d/\(publication.developments[0].id).html")
        #expect(text.contains("(United States and Iran)") && !text.contains("USA IRN"))
    }

    @Test("A merged development keeps its page, which leads to the other")
    func merged() {
        var publication = SamplePublication.many(2)
        publication.developments[1].mergedInto = publication.developments[0].id
        let text = files(publication).text("d/\(publication.developments[1].id).html")
        #expect(text.contains("Merged into <a href=\"\(publication.developments[0].id).html\">"))
        #expect(!files(publication).text("index.html").contains(publication.developments[1].id))
    }

    @Test("The front page holds 200 developments at most, the month's pages hold all, and each stays under its size")
    func months() {
        let publication = SamplePublication.many(5_000)
        let files = files(publication)
        let front = files.text("index.html")
        let days = front.components(separatedBy: "<ul class=\"day\">").dropFirst()
        let rows = days.map { $0.components(separatedBy: "</ul>")[0].components(separatedBy: "<li>").count - 1 }
        #expect(rows.reduce(0, +) == 200)
        let months = files.filter { $0.name.hasPrefix("archive/") && $0.name.hasSuffix(".html") }
        #expect(
            months.map(\.name).sorted() == ["archive/2026-02-2.html", "archive/2026-02-3.html", "archive/2026-02.html"])
        let oldest = files.text("archive/2026-02.html")
        for development in publication.developments.prefix(100) {
            #expect(oldest.contains("../d/\(development.id).html"))
        }
        for file in files where !file.name.hasPrefix("d/") {
            #expect(file.bytes.count <= (file.name.hasSuffix(".html") ? 1_500_000 : 50_000_000))
        }
    }
}

extension [Development] {
    /// Changes one development.
    mutating func mutate(_ id: String, _ change: (inout Development) -> Void) {
        if let index = firstIndex(where: { $0.id == id }) { change(&self[index]) }
    }
}
