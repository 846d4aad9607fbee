import Curation
import Developments
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
            "hidden",
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
}
