import Curation
import Developments
import Foundation
import Notation
import Storage
import Testing

@Suite("What differs from the last edition")
struct PrintedStorageTests {
    private let store: Store
    private let folder = try? TemporaryFolder()

    init() async throws {
        store = try await Store.open(folder: try #require(folder).url)
        try await store.sync(sources: [Invented.source("herald")])
    }

    private func differing() async throws -> [[String]] {
        [try await store.unprinted(.development), try await store.unprinted(.article)]
    }

    private func group(_ development: Development, _ articles: [String], title: String = "Talks") async throws {
        var result = GroupingResult()
        result.stories = [Story(id: development.storyID, title: title, lastReport: development.firstSeen)]
        result.developments = [development]
        result.placements = articles.map {
            GroupingResult.Placement(articleID: $0, storyID: development.storyID, developmentIDs: [development.id])
        }
        try await store.save(result)
    }

    private func development() -> Development {
        let article = Invented.article("1")
        var event = Event(
            type: .consult, actors: ["NOR", "CHL"], evidence: Evidence(text: "They met.", start: 0, end: 9))
        event.shows = [.type, .modality, .parties]
        return Development(
            id: "d-1", storyID: "s-1", firstSeen: Invented.day(1),
            reports: [Report(article: article, event: event, prominence: .title)])
    }

    @Test("a kept article differs from its first form on, a dropped one never")
    func articles() async throws {
        var dropped = Invented.article("2")
        dropped.curated.decision = .dropped
        try await store.save(Invented.update([Invented.article("1"), dropped]))
        #expect(try await differing() == [[], ["a-1"]])
        try await store.finishEdition(["key": "x"])
        #expect(try await differing() == [[], []])
        #expect(try await store.publishedState()["key"] == "x")
        try await store.save(Invented.update([Invented.article("1", title: "Another headline"), dropped]))
        #expect(try await differing() == [[], ["a-1"]])
    }

    @Test("a development differs with its reports and its story's title, and its articles with it")
    func developments() async throws {
        try await store.save(Invented.update([Invented.article("1"), Invented.article("2")]))
        try await group(development(), ["a-1"])
        #expect(try await differing() == [["d-1"], ["a-1", "a-2"]])
        try await store.finishEdition([:])
        var changed = development()
        changed.revision = 2
        try await group(changed, [])
        #expect(try await differing() == [["d-1"], ["a-1"]])
        try await store.finishEdition([:])
        var other = Story(id: "s-1", title: "Talks", lastReport: Invented.day(3))
        var result = GroupingResult()
        result.stories = [other]
        try await store.save(result)
        #expect(try await differing() == [[], []], "the time of a story's last report is not shown")
        other.title = "Talks on fish"
        result.stories = [other]
        try await store.save(result)
        #expect(try await differing() == [["d-1"], []])
    }

    @Test("an article that is dropped after all differs once more")
    func decided() async throws {
        try await store.save(Invented.update([Invented.article("1")]))
        try await store.finishEdition([:])
        var dropped = Invented.article("1")
        dropped.curated.decision = .dropped
        try await store.save(decided: [dropped], isCorrected: true, cause: .person, now: Invented.day(1))
        #expect(try await differing() == [[], ["a-1"]])
        try await store.finishEdition([:])
        try await store.unprintAll()
        #expect(try await differing() == [[], []])
    }

    @Test("what is kept comes back as far as the window reaches, and what may no longer be shown is forgotten")
    func kept() async throws {
        let prints = (0..<5).map { index in
            StoredPrint(
                id: "p\(index)", time: Invented.day(20 - index), reach: Invented.day(index),
                bytes: Array(repeating: UInt8(index), count: index))
        }
        try await store.save(prints, of: prints.map(\.id), .article)
        #expect(try await Set(store.printed(.article, days: nil, now: Invented.day(9))) == Set(prints))
        #expect(try await Set(store.printed(.article, days: 2, now: Invented.day(9))) == Set(prints.suffix(3)))
        #expect(try await Set(store.printed(.article, days: 1, now: Invented.day(2))) == Set(prints.suffix(4)))
        #expect(try await store.printed(.development, days: nil, now: Invented.day(9)) == [])
        var newer = prints[3]
        newer.bytes = [9]
        try await store.save([newer], of: ["p3", "p4"], .article)
        #expect(try await Set(store.printed(.article, days: 2, now: Invented.day(9))) == [prints[1], prints[2], newer])
        try await store.unprintAll()
        #expect(try await store.printed(.article, days: nil, now: Invented.day(9)) == [])
    }
}
