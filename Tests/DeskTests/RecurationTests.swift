import Curation
import Desk
import Developments
import Foundation
import Notation
import Storage
import Testing

@Suite("Stored articles curated anew, and the desk's own names and rules")
struct RecurationTests {
    private static let now = Timestamp(seconds: 1_772_700_000)

    /// A desk in a folder that lives as long as it does.
    private struct Place {
        let folder: TemporaryFolder
        let desk: Desk
    }

    /// A desk whose store holds two articles, decided as they were not to be.
    private static func place(_ settings: String = "") async throws -> Place {
        let folder = try TemporaryFolder()
        try folder.write("authority: example.org,2026\n" + settings, to: "Feeds/desk.yml")
        let place = DeskFolder(root: folder.url)
        try FileManager.default.createDirectory(at: place.state, withIntermediateDirectories: true)
        let store = try await Store.open(folder: place.state)
        defer { try? store.close() }
        let source = Source(id: "src-a", title: "Example Wire", feedURL: "http://127.0.0.1/feed")
        try await store.sync(sources: [source])
        var articles: [Article] = []
        for (id, title) in [
            ("a-1", "Japan's prime minister meets Indonesian president in Jakarta to discuss sea lanes"),
            ("a-2", "Shares in Norwegian retailer fall after quarterly profit warning"),
        ] {
            let curated = CuratedArticle(language: "en", relevant: false, score: 0.1, decision: .dropped)
            var article = Article(
                id: id, sourceID: source.id, entryKey: id, url: "http://127.0.0.1/\(id)", title: title,
                text: title + ".", fetched: now, extraction: .feed, sha256: id, curated: curated)
            article.published = now
            articles.append(article)
        }
        try await store.save(
            SourceUpdate(sourceID: source.id, state: StoredFetchState(), articles: articles, now: now))
        return Place(folder: folder, desk: try Desk(folder: place, environment: [:]))
    }

    private static func stored(_ desk: Desk, _ id: String) async throws -> CuratedArticle {
        let store = try await Store.open(folder: desk.folder.state)
        defer { try? store.close() }
        return try #require(try await store.article(id)).curated
    }

    @Test("a dry run counts and changes nothing")
    func dryRun() async throws {
        let place = try await Self.place()
        var options = RecurationOptions()
        options.isDryRun = true
        let report = try await place.desk.recurate(options, now: Self.now)
        #expect(report.read == 2)
        #expect(report.moves == ["dropped to kept": 1])
        #expect(report.above.count == 1)
        #expect(report.below.count == 1)
        #expect(try await Self.stored(place.desk, "a-1").decision == .dropped)
    }

    @Test("what changes is stored with the decision it had, and announced only when asked", arguments: [false, true])
    func pass(isAnnounced: Bool) async throws {
        let place = try await Self.place()
        var options = RecurationOptions()
        options.isAnnounced = isAnnounced
        let report = try await place.desk.recurate(options, now: Self.now)
        #expect(report.moves == ["dropped to kept": 1])
        #expect(report.developments == 1)
        if !isAnnounced { #expect(report.announced == 0) }
        let curated = try await Self.stored(place.desk, "a-1")
        #expect(curated.decision == .kept)
        #expect(curated.earlier?.map(\.decision) == [.dropped])
        #expect(try await place.desk.explain("a-1").text.contains("dropped at 0.10"))
        let again = try await place.desk.recurate(options, now: Self.now)
        #expect(again.changed == 0)
    }

    @Test("the desk's rules decide, and the reasons say so")
    func rules() async throws {
        let place = try await Self.place(
            "rules:\n  keep: [source:src-a]\n  drop: [word:sea lanes]\n  tag: [word:retailer=shops]\n")
        _ = try await place.desk.recurate(RecurationOptions(), now: Self.now)
        let dropped = try await Self.stored(place.desk, "a-1")
        #expect(dropped.decision == .dropped)
        #expect(dropped.why.contains { $0.rule == "desk-rule-drop" && $0.text == "sea lanes" })
        let kept = try await Self.stored(place.desk, "a-2")
        #expect(kept.decision == .kept)
        #expect(kept.topics.contains("shops"))
    }

    @Test("a rule that says nothing is refused with its key", arguments: ["tag: [word:x]", "keep: [\"word:\"]"])
    func badRule(_ rule: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("rules:\n  \(rule)\n", to: "Feeds/desk.yml")
        #expect(throws: SettingsError.self) {
            try Desk(folder: DeskFolder(root: folder.url), environment: [:])
        }
    }

    @Test("a name added to the desk's lexicon is known from then on; what is no row is refused")
    func addition() async throws {
        let place = try await Self.place()
        let entry = LexiconEntry(
            aliases: ["Ilze Kalnina", "~Kalnina"], type: "person", country: "LVA", role: "defence minister",
            from: "2026-03", source: "own")
        #expect(try place.desk.addToLexicon(entry).contains("Ilze Kalnina"))
        let lexicon = try Lexicon.standard(overlay: place.desk.folder.lexicon)
        let curated = Curator(lexicon: lexicon).curate(
            ArticleText(title: "", text: "Ilze Kalnina met Ghana's president in Accra on Tuesday.", language: "en"))
        #expect(curated.persons.contains { $0.id == "p-ilze-kalnina" && $0.country == "LVA" })
        var bad = entry
        bad.from = "spring"
        #expect(throws: UsageError.self) { try place.desk.addToLexicon(bad) }
        bad = entry
        bad.source = ""
        #expect(throws: UsageError.self) { try place.desk.addToLexicon(bad) }
    }

    @Test("lint finds what collides, has no source and has ended")
    func lint() async throws {
        let place = try await Self.place()
        try place.folder.write(
            """
            Muscat Forum\tmuscat-forum\torganisation\tOMN
            Muscat Forum\tother-forum\torganisation\tQAT\t\t\t\town
            Otto Beispiel\tp-otto\tperson\tLIE\tpresident\t2020\t2021\town

            """, to: "Feeds/lexicon/extra.tsv")
        let report = try await place.desk.lintLexicon(isSeen: true, now: Self.now)
        let text = report.text
        #expect(text.contains("extra.tsv:1: Muscat Forum"))
        #expect(text.contains("muscat forum: muscat-forum (organisation), other-forum (organisation)"))
        #expect(text.contains("Otto Beispiel, president LIE, to 2021"))
    }

    @Test("a leading - takes a name of the program away")
    func suppression() throws {
        let folder = try TemporaryFolder()
        try folder.write("-Foggy Bottom\tUSA\tgovernment\tUSA\t\t\t\town\n", to: "lexicon/own.tsv")
        let text = ArticleText(title: "Foggy Bottom praises Kenya", text: "", language: "en")
        let standard = Curator(lexicon: try Lexicon.standard()).curate(text)
        let laid = Curator(lexicon: try Lexicon.standard(overlay: folder.url.appending(path: "lexicon"))).curate(text)
        #expect(standard.why.contains { $0.text?.contains("USA") ?? false })
        #expect(!laid.why.contains { $0.text?.contains("USA") ?? false })
    }
}
