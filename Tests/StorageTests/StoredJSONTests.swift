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
        for value in [
            short, long, decidedBefore, CuratedArticle(language: "", relevant: true, score: 1, decision: .kept),
        ] {
            let text = try StoredJSON.text(curated: value)
            #expect(try StoredJSON.value(CuratedArticle.self, from: text) == value)
            #expect(try StoredJSON.curated(from: text) == value)
            #expect(try StoredJSON.reasons(in: text) == value.why)
            #expect(!text.contains("\n"))
        }
        // A member that is added some day and not written the short way would be lost.
        func members(_ text: String) throws -> NSDictionary? {
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
        }
        #expect(try members(StoredJSON.text(curated: short)) == members(StoredJSON.text(short)))
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
