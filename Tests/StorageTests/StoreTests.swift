import Curation
import Developments
import Foundation
import Notation
import Storage
import Testing

@Suite("What the store remembers")
struct StoreTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open() async throws -> Store {
        let store = try await folder.store()
        try await store.sync(sources: [Invented.source("herald"), Invented.source("post")])
        return store
    }

    @Test("sources keep their facts and states, also while they are not subscribed to")
    func sources() async throws {
        let store = try await open()
        var untried = StoredFetchState()
        untried.hasEntries = false
        #expect(try await store.fetchStates()["herald"] == untried)
        let state = StoredFetchState(due: Invented.now, isFirstSight: false, bytes: [7, 8])
        try await store.save(unchanged: ["herald": state])
        try await store.sync(sources: [Invented.source("post")])
        #expect(try await store.fetchStates().keys.sorted() == ["post"])
        var renamed = Invented.source("herald")
        renamed.feedURL = "https://elsewhere.example/feed"
        try await store.sync(sources: [renamed, Invented.source("post")])
        #expect(try await store.fetchStates()["herald"] == state)
        #expect(try await store.sources().first { $0.source.id == "herald" }?.source == renamed)
        try await store.forget(source: "herald")
        try await store.sync(sources: [renamed])
        #expect(try await store.fetchStates()["herald"] == untried)
    }

    @Test("a source that was forgotten still knows its entries")
    func forgotten() async throws {
        let store = try await open()
        #expect(try await store.fetchStates()["herald"]?.hasEntries == false)
        try await store.save(Invented.update([Invented.article("1")], entries: [Invented.entry("1")]))
        try await store.forget(source: "herald")
        try await store.sync(sources: [Invented.source("herald")])
        let state = try await store.fetchStates()["herald"]
        #expect(state?.isFirstSight == true)
        #expect(state?.hasEntries == true)
    }

    @Test("an article comes back as it was saved")
    func roundTrip() async throws {
        let store = try await open()
        var article = Invented.article("1")
        article.updated = Invented.day(1)
        article.canonicalURL = "https://herald.example/canonical"
        article.publishedIsDay = true
        article.curated.quotes = [Quote(speaker: "Minister", text: "We will meet", start: 0, end: 12)]
        article.curated.background = [Evidence(text: "In 1979", start: 3, end: 9, part: .title)]
        let outcome = try await store.save(Invented.update([article], entries: [Invented.entry("1")]))
        #expect(outcome.new == ["a-1"])
        #expect(try await store.article("a-1") == article)
        #expect(try await store.article("a-2") == nil)
        #expect(try await store.fetchStates()["herald"]?.bytes == [1, 2, 3])
    }

    @Test("entries are found by identifier and page, marks change without touching what waits, and worth adds up")
    func marks() async throws {
        let store = try await open()
        var entry = Invented.entry("1")
        entry.marks = KnownEntry.Marks(guid: 7, page: -8, headline: 9)
        var update = Invented.update([Invented.article("1")], entries: [entry])
        update.pendingPages = [
            PendingPage(sourceID: "herald", key: "key-1", attempts: 0, due: Invented.now, entry: [1])
        ]
        update.state.guids = .changed
        try await store.save(update)
        let byPage = try await store.knownEntries(marked: [KnownEntry.Marks(page: -8)], of: "herald")
        #expect(byPage.map(\.key) == ["key-1"] && byPage.first?.title == "Delegations to meet")
        #expect(try await store.knownEntries(marked: [KnownEntry.Marks(guid: 7)], of: "herald").count == 1)
        #expect(try await store.knownEntries(marked: [KnownEntry.Marks(guid: 7, page: -8)], of: "post").isEmpty)
        #expect(try await store.knownEntries(marked: [KnownEntry.Marks(headline: 9)], of: "herald").isEmpty)
        update = Invented.update([])
        update.marks = ["key-1": KnownEntry.Marks(guid: 6, page: -8, headline: 9, text: 5)]
        update.state.guids = .reused
        try await store.save(update)
        #expect(try await store.knownEntries(["key-1"], of: "herald")["key-1"]?.marks == update.marks["key-1"])
        #expect(try await store.pendingPages(due: Invented.now).count == 1)
        #expect(try await store.fetchStates()["herald"]?.guids == [.changed, .reused])
    }

    @Test("known entries tell new, changed, seen and pending ones apart")
    func entries() async throws {
        let store = try await open()
        try await store.save(
            SourceUpdate(
                sourceID: "herald", state: StoredFetchState(),
                entries: [Invented.entry("1"), Invented.entry("2", .seen), Invented.entry("3", .pending)],
                articles: [Invented.article("1")],
                pendingPages: [
                    PendingPage(sourceID: "herald", key: "key-3", attempts: 1, due: Invented.day(1), entry: [9])
                ],
                now: Invented.now))
        let known = try await store.knownEntries(["key-1", "key-2", "key-3", "key-4"], of: "herald")
        #expect(known["key-1"] == Invented.entry("1"))
        #expect(known["key-2"]?.standing == .seen)
        #expect(known["key-4"] == nil)
        #expect(try await store.knownEntries(["key-1"], of: "post").isEmpty)
        #expect(try await store.pendingPages(due: Invented.now).isEmpty)
        #expect(try await store.pendingPages(due: Invented.day(1)).map(\.entry) == [[9]])
        try await store.save(Invented.update([Invented.article("3")], entries: [Invented.entry("3", hash: "h2")]))
        #expect(try await store.pendingPages(due: Invented.day(9)).isEmpty)
        #expect(try await store.knownEntries(["key-3"], of: "herald")["key-3"] == Invented.entry("3", hash: "h2"))
        #expect(try await store.verify() == [])
    }

    @Test("a changed title or text is a new revision, and the old one is kept")
    func revisions() async throws {
        let store = try await open()
        try await store.save(Invented.update([Invented.article("1")]))
        #expect(
            try await store.save(Invented.update([Invented.article("1", at: Invented.day(1))])).unchanged == ["a-1"])
        let edited = Invented.article("1", title: "Delegations will not meet", at: Invented.day(2))
        #expect(try await store.save(Invented.update([edited], at: Invented.day(2))).revised == ["a-1"])
        let stored = try #require(try await store.article("a-1"))
        #expect(stored.revision == 2)
        #expect(stored.changedFields == ["title"])
        #expect(stored.title == "Delegations will not meet")
        #expect(stored.titleFirstSeen == "Delegations to meet")
        #expect(stored.fetched == Invented.now)
        let revisions = try await store.revisions(of: "a-1")
        #expect(revisions.map(\.revision) == [1])
        #expect(revisions.map(\.title) == ["Delegations to meet"])
        #expect(revisions.map(\.text) == ["They will meet."])
        #expect(revisions.map(\.replaced) == [Invented.day(2)])
        #expect(try await store.verify() == [])
    }

    @Test("articles are found by their columns, newest first")
    func queries() async throws {
        let store = try await open()
        try await store.save(
            Invented.update([
                Invented.article("1", at: Invented.day(1)),
                Invented.article("2", decision: .dropped, at: Invented.day(2)),
                Invented.article("3", at: Invented.day(3), actors: ["EGY"]),
            ]))
        try await store.save(Invented.update([Invented.article("4", of: "post", at: Invented.day(4))], of: "post"))
        func ids(_ query: ArticleQuery) async throws -> [String] { try await store.articles(query).map(\.id) }
        #expect(try await ids(ArticleQuery()) == ["a-4", "a-3", "a-2", "a-1"])
        #expect(try await ids(ArticleQuery(decision: .dropped)) == ["a-2"])
        #expect(try await ids(ArticleQuery(sourceID: "herald", limit: 2)) == ["a-3", "a-2"])
        #expect(try await ids(ArticleQuery(since: Invented.day(2), until: Invented.day(4))) == ["a-3", "a-2"])
        var query = ArticleQuery(text: .start(4))
        query.country = "EGY"
        #expect(try await store.articles(query).map(\.text) == ["They"])
        query.type = .agree
        #expect(try await ids(query) == [])
        #expect(try await store.articles(keptSince: Invented.day(2), text: .none).map(\.wordCount) == [3, 3])
        #expect(try await store.articles(["a-3", "a-9", "a-1"]).map(\.id) == ["a-3", "a-1"])
        let sifted = try await store.sifted(since: Invented.day(2), limit: 9)
        #expect(sifted.counts == [.kept: 2, .dropped: 1])
        #expect(try await store.sifted(since: Invented.day(3), limit: 9).latest.isEmpty)
        #expect(sifted.latest.map(\.id) == ["a-2"])
        let dropped = sifted.latest.last
        #expect(dropped?.id == "a-2" && dropped?.curated.decision == .dropped && dropped?.sortTime == Invented.day(2))
        #expect(dropped?.curated.why == Invented.article("2").curated.why)
    }

    @Test("a shortened id is resolved when it is the only one")
    func resolve() async throws {
        let store = try await open()
        try await store.save(Invented.update(["abc1", "abd2", "abcx"].map { Invented.article($0) }))
        #expect(try await store.resolve("a-abd") == .article("a-abd2"))
        #expect(try await store.resolve("ABD") == .article("a-abd2"))
        #expect(try await store.resolve("a-abc") == .ambiguous(["a-abc1", "a-abcx"]))
        #expect(try await store.resolve("abc1") == .article("a-abc1"))
        #expect(try await store.resolve("d-abd") == .unknown)
        #expect(try await store.resolve("") == .unknown)
        #expect(try await store.resolve("%' OR 1") == .unknown)
    }

    @Test("runs, alarms and what was published are remembered")
    func runs() async throws {
        let store = try await open()
        for run in 0..<503 { try await store.record(StoredRun(started: Invented.day(run))) }
        #expect(try await store.runs().count == 500)
        let number = try #require(try await store.runs(limit: 1).first?.number)
        try await store.record(
            StoredRun(number: number, started: Invented.day(502), finished: Invented.day(503), exitCode: 1, report: [4])
        )
        #expect(try await store.runs(limit: 1).first?.exitCode == 1)
        #expect(try await store.runs().count == 500)
        let alarms = [Alarm(sourceID: "herald", kind: "failing", since: Invented.now, told: Invented.day(1))]
        try await store.save(alarms: alarms)
        #expect(try await store.alarms() == ["herald": alarms[0]])
        try await store.save(alarms: [])
        #expect(try await store.alarms().isEmpty)
        try await store.save(published: ["key": "v1", "other": "x"])
        try await store.save(published: ["key": "v2", "other": nil])
        #expect(try await store.publishedState() == ["key": "v2"])
    }
}
