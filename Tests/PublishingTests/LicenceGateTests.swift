import Curation
import Developments
import Notation
import Publishing
import Testing

@Suite struct LicenceGateTests {
    private func files(
        audience: PublicationSettings.Audience = .public, licence: Source.Licence? = nil
    ) -> [OutputFile] {
        var settings = SamplePublication.settings()
        settings.audience = audience
        settings.also = Set(PublicationSettings.Extra.allCases)
        var publication = SamplePublication.publication()
        if let licence { publication.sources["silent"]?.licence = licence }
        return Publisher(settings: settings).files(for: publication)
    }

    @Test("No file has a word of a private source, of a silent one, or a key of a feed's address")
    func nothingLeaks() {
        let forbidden = [
            "VAULTWORDS", "Vault", "vault", "SILENTWORDS", "hunter2", "s3cr3tk3y99", "abcdef0123456789", "me:pw",
            "HIDDENWORD",
            "Geneva",
        ]
        for file in files() {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for word in forbidden { #expect(!text.contains(word), "\(file.name) holds \(word)") }
        }
    }

    @Test("A desk of its own sees everything but the keys")
    func privateAudience() {
        let all = files(audience: .private)
        #expect(all.text("developments.atom").contains("VAULTWORDS"))
        #expect(all.text("articles.csv").contains("SILENTWORDS"))
        for file in all { #expect(!String(decoding: file.bytes, as: UTF8.self).contains("hunter2")) }
    }

    @Test(
        "Each licence shows what it allows, and says what it keeps back",
        arguments: [(.none, false, false), (.link, true, false), (.excerpt, true, true), (.full, true, true)]
            as [(Source.Licence, Bool, Bool)])
    func licences(licence: Source.Licence, showsTitle: Bool, showsBody: Bool) throws {
        let files = files(licence: licence)
        let article = try #require(CSVReader(files.text("articles.csv"))).record("a-silent1")
        #expect(article["title"]?.isEmpty == !showsTitle)
        #expect(article["authors"]?.isEmpty == !showsTitle)
        #expect(article["excerpt"]?.isEmpty == !showsBody)
        #expect(article["license_note"]?.isEmpty == showsBody)
        #expect(article["url"] == "https://silent.example/news/a-silent1")
        #expect((article["excerpt"] ?? "").unicodeScalars.count <= 300)
        #expect(files.text("developments.atom").contains("SILENTWORDS") == showsTitle)
        let meeting = try #require(CSVReader(files.text("developments.csv"))).record("d-meetingaaaa")
        #expect(meeting["license_note"]?.contains("The Silent Times") == !showsTitle)
    }

    @Test("A long sentence is cut to 60 words and the note says so, unless the licence is full")
    func longSentences() throws {
        var publication = SamplePublication.many(1)
        let sentence = (1...100).map { "word\($0)" }.joined(separator: " ")
        publication.developments[0].reports[0].event.evidence.text = sentence
        for licence in [Source.Licence.link, .excerpt, .full] {
            publication.sources["gulf"]?.licence = licence
            let files = Publisher(settings: SamplePublication.settings()).files(for: publication)
            let record = try #require(CSVReader(files.text("developments.csv"))?.records.first)
            let words = try #require(record["evidence_sentence"]).split(separator: " ")
            #expect(words.count == (licence == .full ? 100 : 61))
            #expect(words.last == (licence == .full ? "word100" : "…"))
            #expect(record["license_note"]?.contains("shortened") == (licence != .full))
        }
    }

    @Test("A source of which nothing is known is withheld")
    func unknownSource() throws {
        var publication = SamplePublication.many(3)
        publication.sources["harbour"] = nil
        let files = Publisher(settings: SamplePublication.settings()).files(for: publication)
        #expect(try #require(CSVReader(files.text("articles.csv"))).records.count == 1)
        #expect(try #require(CSVReader(files.text("developments.csv"))).records.count == 1)
    }

    /// Sixty days of one source's reports, so that every kind of file is written from its words alone.
    private func ofOneSource(_ licence: Source.Licence, isPrivate: Bool = false) -> [OutputFile] {
        var publication = SamplePublication.many(60, apart: 86_400)
        for index in publication.articles.indices {
            let sentence = "SILENTWORDS said “We are ready” in Vienna on day \(index)."
            var event = SamplePublication.event(
                index % 2 == 0 ? .consult : .request, sentence, actors: ["IRN", "USA"])
            event.object = "SILENTWORDS"
            event.date = EventDate(
                start: SamplePublication.start.date, end: SamplePublication.start.date, precision: .day)
            var article = SamplePublication.article(
                "a-only\(index)", "silent", title: "SILENTWORDS title", text: sentence, at: 24 * index, event: event)
            article.published = publication.articles[index].published
            article.fetched = publication.articles[index].fetched
            article.language = "en"
            publication.articles[index] = article
            publication.developments[index].reports = [Report(article: article, event: event, prominence: .title)]
        }
        publication.changes = [
            Change(
                id: "c-only", when: publication.now.adding(seconds: 86_400),
                developmentID: publication.developments[59].id, revision: 2, field: "phase", old: "", new: "held",
                cause: .article, articleID: "a-only59")
        ]
        publication.sifted = Sifting(counts: [.dropped: publication.articles.count], latest: publication.articles)
        for index in publication.sifted.latest.indices {
            publication.sifted.latest[index].curated.decision = .dropped
        }
        publication.sources["silent"]?.licence = licence
        publication.sources["silent"]?.isPrivate = isPrivate
        publication.facts = RunFacts(failing: [.init(sourceID: "silent", lastSuccess: nil, words: "gone")])
        var settings = SamplePublication.settings()
        settings.also = Set(PublicationSettings.Extra.allCases)
        return Publisher(settings: settings).files(for: publication)
    }

    /// The kinds of files, by a name's beginning and end, and whether a source's words may stand in them.
    private static let kinds: [(prefix: String, suffix: String, hasWords: Bool)] = [
        ("index", ".html", true), ("d/", ".html", true), ("archive/2026-", ".html", false),
        ("developments", ".atom", true), ("changes", ".atom", true), ("archive/2026-", ".atom", true),
        ("developments", ".csv", true), ("articles", ".csv", true), ("changes", ".csv", false),
        ("archive/developments", ".csv", true), ("archive/articles", ".csv", true), ("links", ".csv", false),
        ("quotes", ".csv", true), ("meetings", ".csv", false), ("sources", ".csv", false), ("feed", ".json", true),
        ("meetings", ".ics", false), ("sources", ".opml", false), ("status", ".json", false),
        ("developments", ".csv-metadata.json", false),
    ]

    @Test("The licence binds each kind of file, and so does privacy")
    func everyFile() {
        let silent = ofOneSource(.none)
        let full = ofOneSource(.full)
        let hidden = ofOneSource(.full, isPrivate: true)
        for kind in Self.kinds {
            let isKind = { (file: OutputFile) in file.name.hasPrefix(kind.prefix) && file.name.hasSuffix(kind.suffix) }
            let open = full.filter(isKind).map { String(decoding: $0.bytes, as: UTF8.self) }
            let shut = silent.filter(isKind).map { String(decoding: $0.bytes, as: UTF8.self) }
            #expect(!open.isEmpty && open.count == shut.count, "\(kind)")
            if kind.hasWords {
                #expect(open.contains { $0.contains("SILENTWORDS") || $0.contains("We are ready") }, "\(kind)")
            }
            for text in shut {
                #expect(!text.contains("SILENTWORDS"), "\(kind)")
                #expect(!text.contains("We are ready"), "\(kind)")
            }
            for file in hidden.filter(isKind) {
                let text = String(decoding: file.bytes, as: UTF8.self)
                for word in ["SILENTWORDS", "ilent"] { #expect(!text.contains(word), "\(file.name)") }
            }
        }
        #expect(!hidden.contains { $0.name.hasPrefix("d/") })
        #expect(Set(full.map(\.name)) == Set(silent.map(\.name)))
        let known = full.filter { file in
            Self.kinds.contains { file.name.hasPrefix($0.prefix) && file.name.hasSuffix($0.suffix) }
                || file.name.hasSuffix(".csv-metadata.json")
        }
        #expect(known.map(\.name) == full.map(\.name), "a kind of file is missing in the table")
    }
}
