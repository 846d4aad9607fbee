import ArticleExtraction
import FeedParsing
import Notation
import Storage
import Testing

@testable import Desk

@Suite struct EntrySelectionTests {
    private static let now = Timestamp(seconds: 1_773_302_400)
    private static let day = 86_400

    private func draft(_ key: String, daysAgo: Double?) -> EntryDraft {
        var draft = EntryDraft(key: key, url: "http://news.example/\(key)", title: key, text: "")
        draft.published = daysAgo.map { Self.now.adding(seconds: -Int($0 * Double(Self.day))) }
        return draft
    }

    private func select(
        _ drafts: [EntryDraft], known: [KnownEntry] = [], isFirstSight: Bool, lastSuccessDaysAgo: Double? = nil,
        asked: Int? = nil
    ) -> EntrySelection {
        EntrySelection(
            drafts, known: Dictionary(known.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }),
            isFirstSight: isFirstSight,
            lastSuccess: lastSuccessDaysAgo.map { Self.now.adding(seconds: -Int($0 * Double(Self.day))) },
            now: Self.now,
            rules: .init(backfill: 3 * Self.day, asked: asked))
    }

    @Test(
        "the line that a publisher's program adds to each entry is no text of it",
        arguments: [
            "The post <a href=\"https://n.example/1\">Envoys meet</a> appeared first on <a href=\"https://n.example\">North</a>.",
            "Der Beitrag Gesandte treffen sich erschien zuerst auf Nord.",
        ])
    func stamp(line: String) {
        var entry = Entry()
        for body in [
            "Envoys met in Oslo.", "Envoys of Norway and Chile met in Oslo on Tuesday to talk about krill quotas.",
        ] {
            let plain = "\(body)\nThe post Envoys meet appeared first on North."
            entry.content = [TextConstruct(type: "html", value: "<p>\(body)</p>\n<p>\(line)</p>", text: plain)]
            #expect(EntryDraft(entry, feed: Level(), extractor: ArticleExtractor()).text == body)
        }
        let body = "Smoke appeared first on the horizon, the harbour master of Bergen told reporters."
        entry.content = [TextConstruct(type: "html", value: "<p>\(body)</p>")]
        #expect(EntryDraft(entry, feed: Level(), extractor: ArticleExtractor()).text == body)
    }

    @Test("lemon24/reader #406: a description whose markup was escaped twice has no tags in its text")
    func escapedTwice() {
        let written =
            "&lt;p&gt;The pilots &lt;a href=\"https://quay.example/\"&gt;met&lt;/a&gt; on Monday to talk about the tide and its tables.&lt;/p&gt;"
        var entry = Entry()
        entry.content = [
            TextConstruct(
                type: "html", value: written,
                text:
                    "<p>The pilots <a href=\"https://quay.example/\">met</a> on Monday to talk about the tide and its tables.</p>"
            )
        ]
        let draft = EntryDraft(entry, feed: Level(), extractor: ArticleExtractor())
        #expect(draft.text == "The pilots met on Monday to talk about the tide and its tables.")
    }

    @Test("what entry or feed says of the rights is carried, the entry's first")
    func rights() {
        var (entry, feed) = (Entry(), Level())
        #expect(EntryDraft(entry, feed: feed, extractor: ArticleExtractor()).rights == nil)
        feed.rights = TextConstruct(value: "© the feed")
        #expect(EntryDraft(entry, feed: feed, extractor: ArticleExtractor()).rights == "© the feed")
        entry.level.rights = TextConstruct(value: String(repeating: "© the entry ", count: 100))
        #expect(EntryDraft(entry, feed: feed, extractor: ArticleExtractor()).rights?.count == 300)
    }

    @Test("at first sight entries older than the backfill are only remembered")
    func firstSight() {
        let selection = select([draft("new", daysAgo: 1), draft("old", daysAgo: 4)], isFirstSight: true)
        #expect(selection.wanted.map(\.key) == ["new"])
        #expect(selection.seen.map(\.key) == ["old"])
    }

    @Test("at first sight undated entries beyond the first ten are only remembered")
    func undated() {
        let drafts = (0..<14).map { draft("entry-\($0)", daysAgo: nil) }
        let selection = select(drafts, isFirstSight: true)
        #expect(selection.wanted.count == 10)
        #expect(selection.seen.map(\.key) == ["entry-10", "entry-11", "entry-12", "entry-13"])
    }

    @Test("after a week's outage nothing that came meanwhile is lost")
    func outage() {
        let known = KnownEntry(key: "known", contentHash: draft("known", daysAgo: 8).contentHash, standing: .done)
        let selection = select(
            [draft("known", daysAgo: 8), draft("meanwhile", daysAgo: 6)], known: [known], isFirstSight: false,
            lastSuccessDaysAgo: 7)
        #expect(selection.wanted.map(\.key) == ["meanwhile"])
    }

    @Test("when no entry is known any more the source counts as seen for the first time")
    func changedGuids() {
        let selection = select(
            [draft("guid2-a", daysAgo: 1), draft("guid2-b", daysAgo: 5)], isFirstSight: false, lastSuccessDaysAgo: 4)
        #expect(selection.wanted.map(\.key) == ["guid2-a"])
        #expect(selection.seen.map(\.key) == ["guid2-b"])
    }

    @Test("an entry that reads as before is left alone, an edited one is read again")
    func edits() {
        let same = draft("same", daysAgo: 1)
        var edited = draft("edited", daysAgo: 1)
        let known = [same, edited].map { KnownEntry(key: $0.key, contentHash: $0.contentHash, standing: .done) }
        edited.title = "Talks moved to Muscat"
        let selection = select([same, edited], known: known, isFirstSight: false, lastSuccessDaysAgo: 0.1)
        #expect(selection.wanted.map(\.key) == ["edited"])
    }

    @Test("a longer backfill takes entries that were only remembered")
    func backfill() {
        let old = draft("old", daysAgo: 20)
        let known = KnownEntry(key: "old", contentHash: old.contentHash, standing: .seen)
        #expect(select([old], known: [known], isFirstSight: false).wanted.isEmpty)
        let asked = select([old], known: [known], isFirstSight: false, asked: 30 * Self.day)
        #expect(asked.wanted.map(\.key) == ["old"])
    }
}
