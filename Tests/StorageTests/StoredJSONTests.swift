import Curation
import Developments
import Foundation
import Testing

@testable import Storage

@Suite("Stored forms") struct StoredJSONTests {
    @Test("What curation says reads back as it was, also where it is written the short way")
    func curated() throws {
        var short = CuratedArticle(
            language: "en", relevant: false, score: 0.125, decision: .dropped,
            why: [
                Reason(rule: "act \"x\"", weight: -1.5, text: "a\nb\u{2028}ü", part: .title, start: 0, end: 3),
                Reason(rule: "none", weight: 2),
            ])
        short.countries = ["CHL", "PER"]
        short.organisations = ["UN Security Council"]
        short.topics = ["borders"]
        var long = short
        long.quotes = [Quote(speaker: "Minister", text: "We will meet", start: 0, end: 12)]
        var decidedBefore = short
        decidedBefore.earlier = [EarlierDecision(decision: .kept, score: 0.5, until: Invented.day(1))]
        // Texts that hold what parts the fields of the short form.
        var parted = short
        parted.why[0].text = "a\u{1F}b"
        var unnamed = short
        unnamed.organisations = [""]
        let plain = CuratedArticle(language: "", relevant: true, score: 1 / 3, decision: .kept)
        for (value, isShort) in [
            (short, true), (plain, true), (long, false), (decidedBefore, false), (parted, false), (unnamed, false),
        ] {
            let text = try StoredJSON.text(curated: value)
            #expect(ShortCuration.isForm(of: text) == isShort)
            #expect(try StoredJSON.curated(from: text) == value)
            #expect(try StoredJSON.reasons(in: text) == value.why)
            // What programs before the short form wrote.
            let json = try StoredJSON.text(value)
            #expect(try StoredJSON.curated(from: json) == value)
            #expect(try StoredJSON.reasons(in: json) == value.why)
        }
    }

    @Test("A member of what curation says that is added some day is not lost in the short form")
    func members() {
        let names = Mirror(reflecting: CuratedArticle(language: "", relevant: false, score: 0, decision: .dropped))
            .children.compactMap(\.label)
        #expect(
            Set(names) == [
                "language", "relevant", "surelyRelevant", "score", "decision", "why", "events", "background",
                "countries",
                "organisations", "topics", "persons", "places", "quotes", "earlier",
            ])
        let reason = Mirror(reflecting: Reason(rule: "", weight: 0)).children.compactMap(\.label)
        #expect(Set(reason) == ["rule", "weight", "text", "part", "start", "end"])
    }

    @Test(
        "A short form that is cut off is told from a whole one",
        arguments: ["s", "s\u{1F}en", "s\u{1F}en\u{1F}dropped\u{1F}0\u{1F}x", "s\u{1F}en\u{1F}dropped\u{1F}0\u{1F}1"])
    func cutShort(text: String) { #expect(throws: (any Error).self) { try StoredJSON.curated(from: text) } }

    @Test("A source is written as JSONEncoder writes it, and reads back")
    func source() throws {
        var full = Source(
            id: "herald", title: "The \"Herald\" / Süd", feedURL: "https://herald.example/a?b=c&d", siteURL: "s",
            language: "en", timeZone: "Asia/Tehran", country: "IRN", kind: .thinkTank, owner: "o", licence: .full,
            isPrivate: true)
        full.text = .page
        full.isStateMedia = true
        full.outlet = Outlet(
            id: "herald.example", name: "H", siteURL: "s", country: "IRN", kind: .agency, owner: "o",
            isStateMedia: true, licence: .excerpt)
        full.listing = Source.Listing(links: "/news/*", title: "b", date: "//time")
        for source in [full, Invented.source("post")] {
            let text = StoredJSON.text(source: source)
            #expect(try text == StoredJSON.text(source))
            #expect(try StoredJSON.value(Source.self, from: text) == source)
        }
        let names = Mirror(reflecting: full).children.compactMap(\.label).sorted()
        let written = try JSONSerialization.jsonObject(with: Data(StoredJSON.text(source: full).utf8)) as? [String: Any]
        #expect(written?.keys.sorted() == names)
    }

    @Test("Several updates are stored in one transaction, or none of them")
    func several() async throws {
        let folder = try TemporaryFolder()
        let store = try await folder.store()
        defer { try? store.close() }
        try await store.sync(sources: [Invented.source("herald"), Invented.source("post")])
        let outcome = try await store.save([
            Invented.update([Invented.article("1")], entries: [Invented.entry("1")]),
            Invented.update([Invented.article("2", of: "post")], of: "post", entries: [Invented.entry("2")]),
        ])
        #expect(outcome.new == ["a-1", "a-2"])
        // The entries of a source that nobody knows cannot be stored.
        await #expect(throws: StoreError.self) {
            try await store.save([
                Invented.update([Invented.article("3")], entries: [Invented.entry("3")]),
                Invented.update([], of: "unknown", entries: [Invented.entry("4")]),
            ])
        }
        #expect(try await store.articles(ArticleQuery()).count == 2)
    }
}
