import Curation
import Desk
import Developments
import Foundation
import Notation
import Storage
import Testing

@Suite("Corrections on a desk")
struct CorrectionTests {
    private let files: TemporaryFolder
    private let folder: DeskFolder
    private static let now = Timestamp(seconds: 1_773_302_400)

    init() throws {
        files = try TemporaryFolder()
        folder = DeskFolder(root: files.url)
        try files.write("authority: \"desk.example,2026\"\n", to: "Feeds/desk.yml")
        try files.write(
            """
            <opml version="2.0"><head/><body>
            <outline type="rss" text="Harbour Post" xmlUrl="http://127.0.0.1/post" />
            <outline type="rss" text="Fjord Herald" xmlUrl="http://127.0.0.1/herald" />
            </body></opml>
            """, to: "Feeds/list.opml")
    }

    private func desk() throws -> Desk { try Desk(folder: folder, environment: [:]) }

    private static let talks = """
        OSLO - Norway and Chile will hold talks on krill quotas in Oslo on 20 March 2026, the Norwegian foreign ministry said on \
        Tuesday. Foreign Minister Eirik Tveit invited his Chilean counterpart last week.
        """

    /// Fills the store with articles as a run would have: curated, but not yet grouped.
    private func fill(_ articles: [(id: String, source: String, title: String, text: String, decision: Decision)])
        async throws
    {
        let desk = try desk()
        let store = try await Store.open(folder: folder.state)
        defer { try? store.close() }
        try await store.sync(sources: desk.sources)
        let curator = Curator(lexicon: try Lexicon.standard())
        for (index, item) in articles.enumerated() {
            let time = Self.now.adding(seconds: -7200 + index)
            var curated = curator.curate(ArticleText(title: item.title, text: item.text, published: time))
            curated.decision = item.decision
            if item.decision == .dropped { curated.events = [] }
            let source = try #require(desk.sources.first { $0.title == item.source })
            var article = Article(
                id: item.id, sourceID: source.id, entryKey: item.id, url: "http://127.0.0.1/\(item.id)",
                title: item.title, text: item.text, fetched: time, extraction: .full,
                sha256: ContentHash.sha256("\(item.title)\u{0}\(item.text)".utf8), curated: curated)
            article.published = time
            try await store.save(
                SourceUpdate(sourceID: source.id, state: StoredFetchState(), articles: [article], now: time))
        }
    }

    private func table(_ name: String = "developments.csv") throws -> String {
        try String(contentsOf: folder.output.appending(path: name), encoding: .utf8)
    }

    private func lines() throws -> [String] {
        try String(contentsOf: folder.corrections, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test("a dropped article that is kept is published with its act, and undo takes it out again")
    func keep() async throws {
        try await fill([("a-aaaa", "Harbour Post", "Norway and Chile to hold talks in Oslo", Self.talks, .dropped)])
        let desk = try desk()
        let outcome = try await desk.decide(isKept: true, articles: ["a-aa"], because: "news", now: Self.now)
        #expect(outcome.written.contains("developments.csv"))
        #expect(try table().contains("CONSULT"))
        #expect(try table("articles.csv").contains("a-aaaa"))
        #expect(!(try table("articles.csv")).contains("news"))
        #expect(try lines().last?.hasSuffix("\tkeep\ta-aaaa\t\t\tnews") == true)
        _ = try await desk.undo("a-aaaa", now: Self.now.adding(seconds: 60))
        #expect(try lines().count == 3)
        // Whatever today's rules say of it, it is as it was.
        #expect(!(try table("articles.csv")).contains("a-aaaa"))
        _ = try await desk.decide(isKept: true, articles: ["a-aaaa"], because: "", now: Self.now.adding(seconds: 120))
        _ = try await desk.decide(isKept: false, articles: ["a-aaaa"], because: "", now: Self.now.adding(seconds: 180))
        #expect(!(try table("articles.csv")).contains("a-aaaa"))
    }

    @Test("a line that a person takes out of the file is undone by the next run, and an idle run changes nothing")
    func edited() async throws {
        try await fill([("a-aaaa", "Harbour Post", "Norway and Chile to hold talks in Oslo", Self.talks, .kept)])
        let desk = try desk()
        _ = try await desk.publish(now: Self.now)
        _ = try await desk.decide(isKept: false, articles: ["a-aaaa"], because: "", now: Self.now)
        try Data("".utf8).write(to: folder.corrections)
        try files.write(
            "authority: \"desk.example,2026\"\nnetwork:\n  allowPrivate: [127.0.0.0/8]\n", to: "Feeds/desk.yml")
        let report = try await self.desk().run(RunOptions(), now: Self.now.adding(seconds: 60)) { _ in }
        #expect(report.entries.redecided == 1)
        #expect(try table("articles.csv").contains("a-aaaa"))
        let again = try await self.desk().run(RunOptions(), now: Self.now.adding(seconds: 120)) { _ in }
        #expect(again.entries.redecided == 0)
    }

    @Test("a set field shows as corrected in the CSV, as a change, and in show; the reason stays on the desk")
    func set() async throws {
        try await fill([("a-aaaa", "Harbour Post", "Norway and Chile to hold talks in Oslo", Self.talks, .kept)])
        let desk = try desk()
        _ = try await desk.decide(isKept: true, articles: ["a-aaaa"], because: "", now: Self.now)
        let row = try #require(try table().split(separator: "\r\n").dropFirst().first)
        let id = try #require(row.split(separator: ",").first.map(String.init))
        let later = Self.now.adding(seconds: 3600)
        _ = try await desk.set("venue_place", of: id, to: "Bergen", because: "secret source", now: later)
        #expect(try table().contains("Bergen"))
        // Once in the header, once in the column `corrected`.
        #expect(try table().components(separatedBy: "venue_place").count == 3)
        #expect(try table("changes.csv").contains("correction"))
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.output.path) where file.contains(".") {
            #expect(
                try !String(contentsOf: folder.output.appending(path: file), encoding: .utf8).contains("secret source"))
        }
        let shown = try await desk.show(id).text
        #expect(shown.contains("venue_place = Bergen"))
        #expect(shown.contains("what each origin says"))
        let changes = try await desk.changes(since: "today", now: later)
        #expect(changes.map(\.text).joined().contains("venue place: Oslo → Bergen"))
        await #expect(throws: CorrectionError.self) {
            try await desk.set("status", of: id, to: "maybe", because: "", now: later)
        }
        await #expect(throws: UsageError.self) {
            try await desk.set("title", of: "d-none", to: "x", because: "", now: later)
        }
    }

    @Test("what is muted is published again when its day is over")
    func mute() async throws {
        try await fill([("a-aaaa", "Harbour Post", "Norway and Chile to hold talks in Oslo", Self.talks, .kept)])
        let desk = try desk()
        _ = try await desk.decide(isKept: true, articles: ["a-aaaa"], because: "", now: Self.now)
        let day = try #require(CalendarDate(iso: "2026-03-14"))
        for target in ["krill quotas", try #require(desk.sources.first).id] {
            _ = try await desk.mute(target, until: day, because: "", now: Self.now)
            #expect(!(try table()).contains("CONSULT"), "\(target)")
            _ = try await desk.publish(now: Self.now.adding(seconds: 3 * 86_400))
            #expect(try table().contains("CONSULT"), "\(target)")
            _ = try await desk.undo(target, now: Self.now)
        }
        #expect(try table().contains("CONSULT"))
    }

    @Test("review lists what waits and for how long; after a fortnight it is dropped")
    func review() async throws {
        try await fill([("a-aaaa", "Harbour Post", "Norway and Chile to hold talks in Oslo", Self.talks, .review)])
        let desk = try desk()
        let list = try await desk.review(now: Self.now.adding(seconds: 3 * 86_400)).text
        #expect(list.contains("a-aaaa") && list.contains("11 days left"))
        _ = try await desk.mute(
            "nothing", until: try #require(CalendarDate(iso: "2026-04-01")), because: "",
            now: Self.now.adding(seconds: 15 * 86_400))
        #expect(try await desk.review(now: Self.now).text == "nothing waits for review")
        #expect(try await desk.list(decision: "dropped", source: nil, limit: 5).count == 1)
    }

    @Test(
        "review says how long a person has",
        arguments: [
            (0, "14 days left"), (13, "1 day left"), (14, "the next run drops it"), (400, "the next run drops it"),
        ])
    func timeLeft(days: Int, words: String) async throws {
        try await fill([("a-aaaa", "Harbour Post", "Norway and Chile to hold talks in Oslo", Self.talks, .review)])
        let review = try await desk().review(now: Self.now.adding(seconds: -7200 + days * 86_400))
        #expect(review.text.contains("      \(words);"), "\(review.text)")
    }

    @Test("corrections come back with a backup, and outrank what a new article says then")
    func restored() async throws {
        try await fill([("a-aaaa", "Harbour Post", "Norway and Chile to hold talks in Oslo", Self.talks, .kept)])
        _ = try await desk().decide(isKept: true, articles: ["a-aaaa"], because: "", now: Self.now)
        let row = try #require(try table().split(separator: "\r\n").dropFirst().first)
        let id = try #require(row.split(separator: ",").first.map(String.init))
        let now = Self.now.adding(seconds: 60)
        _ = try await desk().set("venue_place", of: id, to: "Bergen", because: "seen myself", now: now)
        let backup = files.url.appending(path: "desk.tar")
        _ = try await desk().backup(to: backup)
        try FileManager.default.removeItem(at: folder.state)
        try FileManager.default.removeItem(at: folder.corrections)
        _ = try await Desk.restore(folder, from: backup, now: now)
        #expect(try lines().last?.contains("\tset\t\(id)\tvenue_place\tBergen") == true)
        // Another outlet tells the same act, with the venue that was corrected.
        let told = """
            OSLO - Norway and Chile will hold talks on krill quotas in Oslo on 20 March 2026, officials in Santiago said.
            """
        try await fill([("a-bbbb", "Fjord Herald", "Norway and Chile to meet in Oslo over krill quotas", told, .kept)])
        _ = try await desk().decide(isKept: true, articles: ["a-bbbb"], because: "", now: now.adding(seconds: 60))
        let rows = try table().split(separator: "\r\n").dropFirst().filter { $0.hasPrefix(id) }
        #expect(rows.count == 1 && rows.first?.contains("Bergen") == true && rows.first?.contains(",Oslo,") == false)
        let shown = try await desk().show(id).text
        #expect(shown.contains("2 articles") && shown.contains("venue_place = Bergen"), "\(shown)")
        let review = try await desk().review(now: now.adding(seconds: 120)).text
        #expect(review.contains("venue_place is corrected to Bergen; Fjord Herald says Oslo"), "\(review)")
        let venues = try table("changes.csv").split(separator: "\r\n").filter { $0.contains("venue_place") }
        #expect(venues.count == 1, "the correction is a change, the contradicting report is none")
    }

    @Test("a broken line is named with its file and number")
    func broken() async throws {
        try await fill([])
        try files.write("when\tverb\n\n2026-03-01\tforget\ta-x\n", to: "Feeds/corrections.tsv")
        let error = await #expect(throws: CorrectionError.self) { _ = try await desk().undo("", now: Self.now) }
        #expect(error?.place.hasSuffix("corrections.tsv:3") == true)
    }

    @Test("an edit is shown as a reader sees it: words within a paragraph, and whole paragraphs")
    func difference() async throws {
        let old = "The talks begin in Oslo on Friday.\n\nNobody spoke of fish.\n\nIt rained."
        let new = "The talks begin in Bergen on Friday.\n\nIt rained.\n\nA ferry was late."
        try await fill([("a-aaaa", "Harbour Post", "Talks in Oslo", old, .kept)])
        try await fill([("a-aaaa", "Harbour Post", "Talks in Bergen", new, .kept)])
        let text = try await desk().difference(of: "a-aa").text
        #expect(text.contains("~ The talks begin in [-Oslo-] {+Bergen+} on Friday."))
        #expect(text.contains("- Nobody spoke of fish."))
        #expect(text.contains("+ A ferry was late."))
        #expect(!text.contains("It rained"))
    }
}
