import Developments
import Foundation
import Notation
import Publishing
import Testing

@Suite struct EditionOrderTests {
    private var publisher: Publisher {
        var settings = SamplePublication.settings(baseURL: EditionState.base)
        settings.also = Set(PublicationSettings.Extra.allCases)
        return Publisher(settings: settings)
    }

    @Test("Every link of every page and feed leads to a file and place that are there")
    func links() {
        for publication in [SamplePublication.publication(), SamplePublication.many(230)] {
            var state = EditionState()
            for file in publisher.files(for: publication) { state.put(file) }
            #expect(state.deadLinks == [])
            #expect(state.files.keys.count { $0.hasPrefix("d/") } == publication.developments.count)
        }
    }

    @Test("A reader meets no link to nothing, wherever a run is killed between two editions")
    func killed() {
        let old = SamplePublication.many(40, apart: 12 * 3600)
        var new = SamplePublication.many(52, apart: 12 * 3600)
        new.developments[5].mergedInto = new.developments[50].id
        new.changes = [
            Change(
                id: "c-new", when: SamplePublication.start.adding(seconds: 20_000),
                developmentID: new.developments[3].id, revision: 2, field: "phase", old: "", new: "held",
                cause: .correction, articleID: "")
        ]
        new.developments[3].revision = 2
        var state = EditionState()
        let before = publisher.files(for: old)
        for file in before { state.put(file) }
        let after = publisher.files(for: new)
        for file in after {
            let isSame = state.files[file.name] == String(decoding: file.bytes, as: UTF8.self)
            state.put(file)
            if !isSame, state.deadLinks != [] {
                Issue.record("after \(file.name): \(state.deadLinks.prefix(3))")
                return
            }
        }
        for name in Set(before.map(\.name)).subtracting(after.map(\.name)) { state.remove(name) }
        #expect(state.deadLinks == [])
    }

    @Test("Pages come first, then tables, then feeds and the front page")
    func order() {
        let names = publisher.files(for: SamplePublication.publication()).map(\.name).filter { !$0.hasPrefix("d/") }
        #expect(
            names == [
                "sources.csv", "sources.csv-metadata.json", "sources.opml", "articles.csv",
                "articles.csv-metadata.json", "developments.csv", "developments.csv-metadata.json", "links.csv",
                "links.csv-metadata.json", "quotes.csv", "quotes.csv-metadata.json", "meetings.csv",
                "meetings.csv-metadata.json", "meetings.ics", "changes.csv", "changes.csv-metadata.json",
                "developments.atom", "changes.atom", "feed.json", "index.html", "status.json",
            ])
        let plain = Publisher(settings: SamplePublication.settings()).files(for: SamplePublication.publication())
        #expect(
            plain.map(\.name).filter { !$0.hasPrefix("d/") } == [
                "articles.csv", "developments.csv", "changes.csv", "developments.atom", "changes.atom", "index.html",
                "status.json",
            ])
    }
}
