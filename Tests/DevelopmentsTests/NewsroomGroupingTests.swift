import Curation
import Developments
import Notation
import Testing

@Suite("Grouping of the sample newsroom")
struct NewsroomGroupingTests {
    @Test(
        "the key's stories and developments come out exactly, over both snapshots",
        .enabled(if: NewsroomKey.folder != nil))
    func groupsAsTheKeySays() throws {
        let key = try NewsroomKey(folder: #require(NewsroomKey.folder))
        let first = key.articles(snapshot: 1)
        let known = Dictionary(uniqueKeysWithValues: first.map { ($0.id, $0) })
        let second = key.articles(snapshot: 2)
            .filter { known[$0.id]?.sha256 != $0.sha256 || known[$0.id]?.curated != $0.curated }
        let outcome = Invented.group([first, second], sources: key.sources)

        var stories: [String: Set<String>] = [:]
        var storiesOfStory: [String: Set<String>] = [:]
        var named: [String: String] = [:]
        for line in key.lines where line.decision == "kept" {
            let placement = try #require(outcome.placements["a-\(line.id)"])
            let name = try #require(line.events.first?.story)
            stories[name, default: []].insert(placement.storyID)
            storiesOfStory[placement.storyID, default: []].insert(name)
            for event in line.events { named["a-\(line.id)|\(event.evidence)"] = event.development }
        }
        #expect(stories.filter { $0.value.count > 1 }.keys.sorted() == [])
        #expect(storiesOfStory.values.filter { $0.count > 1 }.map { $0.sorted() } == [])

        var developments: [String: Set<String>] = [:]
        for development in outcome.developments.values {
            let names = Set(development.reports.compactMap { named["\($0.articleID)|\($0.event.evidence.text)"] })
            #expect(names.count == 1, "joined: \(names.sorted())")
            for name in names { developments[name, default: []].insert(development.id) }
        }
        #expect(developments.filter { $0.value.count > 1 }.keys.sorted() == [])
    }

    @Test("marked copies, and no others, are found", .enabled(if: NewsroomKey.folder != nil))
    func findsCopies() throws {
        let key = try NewsroomKey(folder: #require(NewsroomKey.folder))
        let outcome = Invented.group([key.articles(snapshot: 1)], sources: key.sources)
        let marked = Set(
            key.lines.filter { $0.copyOf != nil && $0.decision == "kept" && $0.snapshot == 1 }.map { "a-\($0.id)" })
        #expect(Set(outcome.placements.values.filter { $0.duplicateOf != nil }.map(\.articleID)) == marked)
        #expect(!marked.isEmpty)
    }

    @Test("the order in which articles are handed over changes nothing", .enabled(if: NewsroomKey.folder != nil))
    func orderDoesNotMatter() throws {
        let key = try NewsroomKey(folder: #require(NewsroomKey.folder))
        let articles = key.articles(snapshot: 1)
        let forth = Invented.group([articles], sources: key.sources)
        let back = Invented.group([articles.reversed()], sources: key.sources)
        #expect(forth.developments == back.developments)
        #expect(forth.placements == back.placements)
        #expect(forth.stories == back.stories)
    }
}
