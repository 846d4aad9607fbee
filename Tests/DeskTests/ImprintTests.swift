import Developments
import Testing

@testable import Desk

@Suite("What an edition depends on beside the news")
struct ImprintTests {
    private let source = Source(id: "herald", title: "Herald", feedURL: "https://herald.example/feed")

    private func stored(_ imprint: Imprint) -> [String: String] { imprint.values.compactMapValues { $0 } }

    @Test("a new source makes nothing old, one that differs or goes does")
    func sources() {
        let old = Imprint(settings: "p", sources: ["herald": source])
        #expect(old.holds(after: stored(old)) && old.isUnchanged(since: stored(old)))
        var other = source
        other.id = "wire"
        let more = Imprint(settings: "p", sources: ["herald": source, "wire": other])
        #expect(more.holds(after: stored(old)))
        #expect(!more.isUnchanged(since: stored(old)))
        #expect(!old.holds(after: stored(more)))
        var renamed = source
        renamed.title = "The Herald"
        #expect(!Imprint(settings: "p", sources: ["herald": renamed]).holds(after: stored(old)))
        var closed = source
        closed.licence = .none
        #expect(!Imprint(settings: "p", sources: ["herald": closed]).holds(after: stored(old)))
        #expect(!Imprint(settings: "q", sources: ["herald": source]).holds(after: stored(old)))
        #expect(!old.holds(after: [:]))
    }
}
