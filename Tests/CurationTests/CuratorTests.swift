import Foundation
import Notation
import Testing

@testable import Curation

@Suite("Decisions and the JSON Lines interface")
struct CuratorTests {
    private func curate(
        _ title: String, _ text: String = "", settings: CurationSettings = CurationSettings(), language: String? = "en"
    ) -> CuratedArticle {
        Curator(lexicon: lexicon, settings: settings).curate(
            ArticleText(title: title, text: text, language: language, source: "s1"))
    }

    @Test(
        "diplomacy is kept",
        arguments: [
            "Japan's prime minister meets Indonesian president in Jakarta to discuss sea lanes",
            "Canada imposes sanctions on Belarus after plane diversion",
            "Egypt rejects Ethiopian proposal in talks over Nile dam",
            "Moldova accuses Russia of violating its airspace, summons ambassador",
        ])
    func kept(_ title: String) { #expect(curate(title).decision == .kept) }

    @Test(
        "sport, business, courts and home politics are dropped",
        arguments: [
            "Ghana beat Kenya 2-1 in Africa Cup semi-final as striker scores late",
            "Shares in Norwegian retailer fall after quarterly profit warning",
            "Court sentences three men over Lisbon jewel robbery",
            "Trade union elects new ambassador for its football league",
            "Opposition party wins mayor election in Chilean town",
        ])
    func dropped(_ title: String) { #expect(curate(title).decision == .dropped) }

    @Test("an article without an act that the rules can read has a guess, of which nothing is shown")
    func guess() throws {
        var settings = CurationSettings()
        settings.keepThreshold = 0
        let article = curate("The presidents of Peru, Chile and Ecuador", settings: settings)
        let event = try #require(article.events.first)
        #expect(event.isPrimary)
        #expect(event.shows.isEmpty)
        #expect(article.countries == ["PER", "CHL", "ECU"])
    }

    @Test("an article dropped has no events")
    func noEvents() {
        #expect(curate("Shares in Norwegian retailer fall after quarterly profit warning").events.isEmpty)
    }

    @Test("a language whose precision is unmeasured goes to review", arguments: ["tr", "ar"])
    func languages(_ language: String) {
        let title =
            language == "tr"
            ? "Fidan, Erakçi ile Ankara'da görüştü" : "وزير الخارجية المصري يلتقي نظيره القطري في الدوحة"
        let text =
            language == "tr"
            ? "Dışişleri Bakanı Hakan Fidan, İran Dışişleri Bakanı Abbas Arakçi ile bir araya geldi."
            : "التقى وزير الخارجية المصري بدر عبد العاطي نظيره القطري في الدوحة اليوم."
        let article = curate(title, text, language: nil)
        #expect(article.language == language)
        #expect(article.decision == .review)
        var settings = CurationSettings()
        settings.languages.append(language)
        #expect(curate(title, text, settings: settings, language: nil).decision == .kept)
    }

    @Test("a desk's rule decides and says so")
    func rules() {
        var settings = CurationSettings()
        settings.rules = [
            CurationRule(action: .drop, field: .word, value: "sea lanes"),
            CurationRule(action: .keep, field: .source, value: "s2"),
        ]
        let article = curate(
            "Japan's prime minister meets Indonesian president to discuss sea lanes", settings: settings)
        #expect(article.relevant)
        #expect(article.decision == .dropped)
        #expect(article.why.first?.rule == "desk-rule-drop")
    }

    @Test("every decision lists what pushed it")
    func reasons() { #expect(!curate("Canada imposes sanctions on Belarus after plane diversion").why.isEmpty) }

    @Test("a line of input is answered with one line")
    func line() throws {
        let curator = Curator(lexicon: lexicon)
        let input =
            #"{"id":"a1","title":"Kenya and Ghana sign defence treaty after talks","text":"Kenya and Ghana signed a defence treaty in Nairobi, their foreign ministers said.","published":"2026-03-05","gold":{"x":1}}"#
        let output = curator.curateLine(Array(input.utf8))
        #expect(!output.contains(10))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
        #expect(object["id"] as? String == "a1")
        #expect(object["decision"] as? String == "kept")
        let events = try #require(object["events"] as? [[String: Any]])
        #expect(events.first?["type"] as? String == "AGREE")
        #expect(events.first?["primary"] as? Bool == true)
    }

    @Test(
        "an unreadable line is answered too", arguments: ["", "{", "[]", #"{"id":7}"#, #"{"title":"x"}"#, "\u{0}\u{1}"])
    func unreadable(_ line: String) throws {
        let output = Curator(lexicon: lexicon).curateLine(Array(line.utf8))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
        #expect(object["id"] is NSNull)
        #expect(object["relevant"] as? Bool == false)
        #expect(object["error"] is String)
    }

    /// Named by number in the test, so that a failure does not print a megabyte.
    private static let endlessTexts = [
        (String(repeating: "talks ", count: 200_000), "Iran and Oman agreed to hold talks."),
        ("Talks", String(repeating: "Chile and Peru agreed to hold talks in Lima. ", count: 50_000)),
        ("Talks", String(repeating: "Chile, Peru and Iran met ", count: 50_000)),
    ]

    @Test("texts without end cost a bounded time and tell a bounded number of acts", arguments: endlessTexts.indices)
    func endless(number: Int) {
        let (title, text) = Self.endlessTexts[number]
        var events = 0
        let spent = ContinuousClock().measure { events = curate(title, text).events.count }
        // Some tenths of a second in a release build; tests are slower, and run beside others.
        #expect(spent < .seconds(60))
        #expect(events <= 64)
    }

    @Test(
        "nothing that a page can hold stops the program",
        arguments: [
            "", "\u{2028}\u{85}", "\"\"\"“““", "U.S.", "''''s's", "....", String(repeating: "Iran, ", count: 3000),
            "\u{301}\u{301}", "A.B.C.D.E.",
        ])
    func hostile(_ text: String) {
        for article in [curate(text, text), curate("", text, language: nil)] {
            #expect((0...1).contains(article.score))
            #expect(article.decision != .kept)
        }
    }

    @Test("a desk's lexicon adds names and takes names away")
    func overlay() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "lexicon-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try "Ruritania\tRUR\tcountry\tRUR\t\t\t\tdesk\n-Holland\tNLD\tcountry\tNLD\t\t\t\tdesk\n".write(
            to: folder.appending(path: "own.tsv"), atomically: true, encoding: .utf8)
        let own = try Lexicon.standard(overlay: folder)
        let found = Study(
            ArticleText(title: "", text: "Ruritania accused Peru of theft. Holland was calm.", language: "en"),
            lexicon: own.tables)
        #expect(found.coded.events.first?.actors == ["RUR"])
        #expect(!found.body.mentions.contains { $0.code == "NLD" })
    }

    @Test("a lexicon file that cannot be read names file and line")
    func lexiconError() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "lexicon-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try "# ours\nRuritania\tRUR\tkingdom\n".write(
            to: folder.appending(path: "own.tsv"), atomically: true, encoding: .utf8)
        #expect(throws: LexiconError.self) { try Lexicon.standard(overlay: folder) }
    }
}
