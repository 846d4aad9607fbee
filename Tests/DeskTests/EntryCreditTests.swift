import ArticleExtraction
import Developments
import FeedParsing
import Testing

@testable import Desk

@Suite("Whose an item is, by what the feed says")
struct EntryCreditTests {
    private func drafts(_ feed: String) -> [EntryDraft] {
        let document = FeedParser().parse(Array(feed.utf8), context: ParseContext())
        return document.entries.map {
            EntryDraft($0, feed: document.feed.level, extractor: ArticleExtractor())
        }
    }

    @Test("The source element of RSS and Atom is read, and the page that the feed is of")
    func sources() {
        let rss = drafts(
            """
            <rss version="2.0"><channel><title>Pool</title><link>https://pool.example/</link>
            <item><title>Envoys meet - Quay Times</title><link>https://pool.example/1</link>
            <source url="https://quay.example">Quay Times</source></item>
            <item><title>Envoys part</title><link>https://pool.example/2</link></item></channel></rss>
            """)
        #expect(rss.map { $0.credit?.name ?? "-" } == ["Quay Times", "-"])
        #expect(rss.first?.credit?.url == "https://quay.example")
        #expect(rss.map(\.home) == ["https://pool.example/", "https://pool.example/"])
        let atom = drafts(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title><id>p</id><entry><id>1</id><title>Envoys meet</title>
            <link href="https://planet.example/1"/><source><id>q</id><title>Quay Times</title>
            <link href="https://quay.example/"/></source></entry></feed>
            """)
        #expect(atom.first?.credit?.name == "Quay Times")
        #expect(atom.first?.credit?.url == "https://quay.example/")
    }

    @Test("A draft that was stored before items had a credit is read")
    func old() throws {
        let stored = #"{"key":"k","url":"u","title":"t","text":"x","authors":[],"language":"en"}"#
        let draft = try #require(EntryDraft(stored: Array(stored.utf8)))
        #expect(draft.credit == nil && draft.home == nil)
    }
}
