import Curation
import Developments
import Notation
import Storage
import Testing

@Suite("Grouping kept between runs")
struct GroupingStorageTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open() async throws -> Store {
        let store = try await folder.store()
        try await store.sync(sources: [Invented.source("herald"), Invented.source("post")])
        return store
    }

    private func group(_ store: Store, now: Timestamp) async throws -> GroupingResult {
        let articles = try await store.ungroupedArticles()
        let state = try await store.groupingState(for: articles)
        let result = Grouper().group(articles, sources: [:], into: state, now: now)
        try await store.save(result)
        return result
    }

    @Test("kept articles are grouped once, in the order of time, source and id")
    func order() async throws {
        let store = try await open()
        try await store.save(
            Invented.update([
                Invented.article("3", at: Invented.day(1)), Invented.article("1", at: Invented.day(1)),
                Invented.article("2", decision: .dropped), Invented.article("4", at: Invented.day(0)),
            ]))
        #expect(try await store.ungroupedArticles().map(\.id) == ["a-4", "a-1", "a-3"])
        _ = try await group(store, now: Invented.day(2))
        #expect(try await store.ungroupedArticles().isEmpty)
        #expect(try await store.verify() == [])
    }

    @Test("a run that was killed before grouping is grouped by the next, and the state comes back as it was")
    func state() async throws {
        var store = try await open()
        try await store.save(Invented.update([Invented.article("1")]))
        try store.close()
        store = try await open()
        let result = try await group(store, now: Invented.day(1))
        #expect(result.developments.count == 1)
        let state = try await store.groupingState(since: Invented.day(-3))
        #expect(state.developments == result.developments)
        #expect(state.stories == result.stories)
        #expect(state.traces == result.traces)
        #expect(try await store.groupingState(since: Invented.day(3)).developments.isEmpty)
        #expect(try await store.developmentIDs() == ["a-1": result.developments.map(\.id)])
        #expect(try await store.development(result.developments[0].id) == result.developments[0])
    }

    @Test("an edit brings back its old development, however old, and its changes are stored once")
    func edit() async throws {
        let store = try await open()
        try await store.save(Invented.update([Invented.article("1")]))
        let first = try await group(store, now: Invented.now)
        var edited = Invented.article("1", text: "They will meet in Quito.")
        edited.curated.events[0].venue = Venue(place: "Quito", country: "ECU")
        edited.published = Invented.now
        try await store.save(Invented.update([edited], at: Invented.day(60)))
        let second = try await group(store, now: Invented.day(60))
        #expect(second.developments.map(\.id) == first.developments.map(\.id))
        #expect(second.developments.map(\.revision) == [2])
        try await store.save(second)
        let changes = try await store.changes(since: Invented.day(59))
        #expect(Set(changes.map(\.field)) == ["venue_place", "venue_country"])
        #expect(changes.count == 2)
        #expect(try await store.changes(of: "d-none").isEmpty)
    }

    @Test("an article that is no longer kept takes its reports back")
    func dropped() async throws {
        let store = try await open()
        try await store.save(Invented.update([Invented.article("1")]))
        _ = try await group(store, now: Invented.now)
        try await store.save(Invented.update([Invented.article("1", text: "A football match.", decision: .dropped)]))
        #expect(try await store.ungroupedArticles().map(\.id) == ["a-1"])
        let result = try await group(store, now: Invented.day(1))
        #expect(result.developments.first?.reports.first?.event.status == .retracted)
        #expect(try await store.developmentIDs() == [:])
        #expect(try await store.ungroupedArticles().isEmpty)
    }

    @Test("developments and stories are listed by time, country, type and story")
    func lists() async throws {
        let store = try await open()
        try await store.save(Invented.update([Invented.article("1", at: Invented.day(1))]))
        let first = try await group(store, now: Invented.day(1))
        let other = Invented.article(
            "2", title: "Grain ships leave port", text: "Egypt thanked Kenya for wheat.", at: Invented.day(2),
            actors: ["EGY"])
        try await store.save(Invented.update([other], at: Invented.day(2)))
        let second = try await group(store, now: Invented.day(2))
        let ids = (first.developments + second.developments).map(\.id)
        #expect(ids.count == 2)
        #expect(try await store.developments(DevelopmentQuery()).map(\.id) == ids.reversed())
        #expect(try await store.developments(DevelopmentQuery(since: Invented.day(2))).map(\.id) == [ids[1]])
        #expect(
            try await store.developments(DevelopmentQuery(until: Invented.day(2), order: .firstSeen)).map(\.id) == [
                ids[0]
            ])
        #expect(try await store.developments(DevelopmentQuery(limit: 1)).map(\.id) == [ids[1]])
        var query = DevelopmentQuery()
        query.country = "CHL"
        #expect(try await store.developments(query).map(\.id) == [ids[0]])
        query.type = .sanction
        #expect(try await store.developments(query).isEmpty)
        #expect(try await store.stories().map(\.lastReport) == [Invented.day(2), Invented.day(1)])
        #expect(try await store.resolve(ids[0]) == .development(ids[0]))
    }
}
