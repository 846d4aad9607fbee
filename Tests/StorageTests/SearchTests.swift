import Curation
import Developments
import Notation
import Storage
import Testing

@Suite("Search in titles and texts")
struct SearchTests {
    static let texts = [
        "1": "Türkiye'nin İstanbul görüşmeleri ağır ilerliyor", "2": "Turkiye hosts the talks",
        "3": "Wałęsa and Søren met in Łódź",
        "4": "القاهرة تستضيف المحادثات", "5": "中国外交部发言人在北京表示", "6": "Straße nach Großbritannien",
        "7": "Norway and Chile signed",
    ]

    @Test(
        "case, accents, special letters and scripts without spaces are no obstacle",
        arguments: [
            ("Turkiye", ["1", "2"]), ("TÜRKİYE", ["1", "2"]), ("istanbul", ["1"]), ("agir", ["1"]),
            ("walesa lodz", ["3"]),
            ("soren", ["3"]), ("القاهره", ["4"]), ("外交部", ["5"]), ("strasse", ["6"]), ("norw*", ["7"]),
            ("\"chile signed\"", ["7"]),
            ("\"signed chile\"", []), ("turkiye -talks", ["1"]), ("norway turkiye", []), ("", []), ("\" - * OR", []),
            ("NEAR(norway", []), ("title:norway", []), ("norway) OR (chile", []),
        ])
    func finds(_ query: String, _ expected: [String]) async throws {
        let folder = try TemporaryFolder()
        let store = try await folder.store()
        try await store.sync(sources: [Invented.source("herald")])
        try await store.save(Invented.update(Self.texts.map { Invented.article($0.key, title: "T", text: $0.value) }))
        #expect(try await store.articles(matching: query).map(\.entryKey).sorted() == expected.map { "key-\($0)" })
    }

    @Test("an edited article is found by its new words and no more by its old ones")
    func edited() async throws {
        let folder = try TemporaryFolder()
        let store = try await folder.store()
        try await store.sync(sources: [Invented.source("herald")])
        try await store.save(Invented.update([Invented.article("1", text: "They meet in Genève.")]))
        try await store.save(Invented.update([Invented.article("1", text: "They meet in Doha.")]))
        #expect(try await store.articles(matching: "geneve").isEmpty)
        #expect(try await store.articles(matching: "doha").count == 1)
    }

    @Test("words of the title count more, and a filter narrows the result")
    func ranking() async throws {
        let folder = try TemporaryFolder()
        let store = try await folder.store()
        try await store.sync(sources: [Invented.source("herald")])
        try await store.save(
            Invented.update([
                Invented.article("1", title: "Other news", text: "A harbour treaty was mentioned."),
                Invented.article("2", title: "Harbour treaty signed", text: "They signed it.", decision: .dropped),
            ]))
        #expect(try await store.articles(matching: "harbour treaty").map(\.id) == ["a-2", "a-1"])
        let kept = ArticleQuery(decision: .kept)
        #expect(try await store.articles(matching: "harbour treaty", filter: kept).map(\.id) == ["a-1"])
    }

    @Test("a dropped article is found by its title, and by its text from the moment it is kept")
    func dropped() async throws {
        let folder = try TemporaryFolder()
        let store = try await folder.store()
        try await store.sync(sources: [Invented.source("herald")])
        var article = Invented.article(
            "1", title: "Lighthouse", text: "Keepers quarrel over lamps.", decision: .dropped)
        try await store.save(Invented.update([article]))
        #expect(try await store.articles(matching: "lighthouse").count == 1)
        #expect(try await store.articles(matching: "quarrel").isEmpty)
        article.curated.decision = .kept
        #expect(try await store.save(Invented.update([article])).unchanged == ["a-1"])
        #expect(try await store.articles(matching: "quarrel").count == 1)
        article.curated.decision = .dropped
        try await store.save(Invented.update([article]))
        #expect(try await store.articles(matching: "quarrel").isEmpty)
        #expect(try await store.articles(matching: "lighthouse").count == 1)
        try await store.prune(now: Invented.day(31))
        #expect(try await store.articles(matching: "lighthouse").isEmpty)
        #expect(try await store.verify() == [])
    }
}
