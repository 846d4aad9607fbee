import Curation
import Developments
import Notation
import Storage
import Testing

@Suite("Decisions and doubts in the store")
struct CorrectionStorageTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open() async throws -> Store {
        let store = try await folder.store()
        try await store.sync(sources: [Invented.source("herald"), Invented.source("post")])
        return store
    }

    @Test("an article that is decided anew keeps its text and revision, is found by its words and grouped again")
    func decided() async throws {
        let store = try await open()
        try await store.save(Invented.update([Invented.article("1", decision: .review)]))
        var article = try #require(try await store.article("a-1"))
        article.curated.decision = .kept
        try await store.save(decided: [article], isCorrected: true, cause: .person, now: Invented.day(1))
        #expect(try await store.correctedArticles() == ["a-1": .kept])
        #expect(try await store.article("a-1")?.revision == 1)
        #expect(try await store.article("a-1")?.text == article.text)
        #expect(try await store.ungroupedArticles().map(\.id) == ["a-1"])
        article.curated.decision = .review
        try await store.save(decided: [article], isCorrected: false, cause: .person, now: Invented.day(2))
        #expect(try await store.correctedArticles().isEmpty)
        #expect(try await store.articlesInReview().map(\.id) == ["a-1"])
        #expect(try await store.articlesInReview(fetchedBefore: article.fetched).isEmpty)
        #expect(try await store.article("a-1")?.curated.earlier?.map(\.decision) == [.review, .kept])
        #expect(try await store.verify() == [])
    }

    @Test(
        "the decisions that later ones replaced stay through edits, recoding, corrections and expiry, with what replaced them"
    )
    func history() async throws {
        let store = try await open()
        func article(_ text: String, _ decision: Decision) -> Article {
            Invented.article("1", text: text, decision: decision)
        }
        try await store.save(Invented.update([article("They may meet in Oslo.", .dropped)]))
        try await store.save(Invented.update([article("They will meet in Lima.", .review)], at: Invented.day(1)))
        try await store.save(Invented.update([article("They will meet in Lima soon.", .review)], at: Invented.day(2)))
        try await store.save(recurated: [article("They will meet in Lima soon.", .kept)], now: Invented.day(3))
        try await store.save(recurated: [article("They will meet in Lima soon.", .kept)], now: Invented.day(4))
        try await store.save(
            decided: [article("They will meet in Lima soon.", .dropped)], isCorrected: true, cause: .expiry,
            now: Invented.day(5))
        let stored = try #require(try await store.article("a-1"))
        #expect(stored.curated.decision == .dropped)
        #expect(stored.curated.earlier?.map(\.decision) == [.dropped, .review, .kept])
        #expect(stored.curated.earlier?.map(\.cause) == [.edit, .recode, .expiry])
        #expect(stored.curated.earlier?.map(\.until) == [Invented.day(1), Invented.day(3), Invented.day(5)])
        #expect(try await store.verify() == [])
    }

    @Test(
        "white space, quotation marks and dashes alone are no edit; words are",
        arguments: [
            ("They  will\n\nmeet in “Oslo” – soon.", 1), ("They will meet in \"Oslo\" - soon.", 1),
            ("They will meet in \"Lima\" - soon.", 2),
        ])
    func silentEdit(_ text: String, _ revision: Int) async throws {
        let store = try await open()
        try await store.save(Invented.update([Invented.article("1", text: "They will meet in “Oslo” — soon.")]))
        try await store.save(Invented.update([Invented.article("1", text: text)], at: Invented.day(1)))
        #expect(try await store.article("a-1")?.revision == revision)
        #expect(try await store.revisions(of: "a-1").count == revision - 1)
        #expect(try await store.verify() == [])
    }

    @Test("corrected developments come with every state, and doubts stay for a fortnight")
    func state() async throws {
        let store = try await open()
        try await store.save(Invented.update([Invented.article("1")]))
        let articles = try await store.ungroupedArticles()
        let state = try await store.groupingState(for: articles)
        var result = Grouper().group(articles, sources: [:], into: state, now: Invented.now)
        let id = result.developments[0].id
        result.developments[0].corrections = [FieldCorrection(field: "venue_place", value: "Quito")]
        result.doubts = [Doubt(kind: .pair, developmentID: id, otherID: "d-y", articleID: "a-1", note: "They meet.")]
        try await store.save(result, now: Invented.day(1))
        #expect(try await store.groupingState(for: []).developments == result.developments)
        #expect(try await store.doubts().map(\.doubt) == result.doubts)
        try await store.prune(now: Invented.day(14))
        #expect(try await store.doubts().count == 1)
        try await store.prune(now: Invented.day(16))
        #expect(try await store.doubts().isEmpty)
        result.developments[0].corrections = []
        try await store.save(result, now: Invented.day(20))
        #expect(try await store.groupingState(for: []).developments.isEmpty)
        #expect(try await store.groupingState(for: [], including: [id]).developments.map(\.id) == [id])
    }
}
