import Curation
import Desk
import Developments
import Foundation
import Notation
import Storage
import Testing

/// What people reported of feeds and their servers to feed readers, through a whole run.
@Suite("Reported sources", .serialized)
struct ReportedSourceTests {
    private static func item(_ number: Int, title: String, text: String, link: String? = nil) -> String {
        "<item><title>\(title)</title><guid isPermaLink=\"false\">n\(number)</guid><link>\(link ?? "/n/\(number)")</link>"
            + "<description>\(text)</description><pubDate>Tue, 10 Mar 2026 20:00:00 GMT</pubDate></item>"
    }

    @Test("names survive a header that names another encoding", arguments: ["ISO-8859-1", "us-ascii", "windows-1251"])
    func encoding(charset: String) async throws {
        let outlet = try Outlet(settings: "pages: false")
        let title = "Türkiye and Côte d’Ivoire open a joint port office"
        outlet.set(
            "/feed", headers: ["Content-Type: application/rss+xml; charset=\(charset)"],
            Outlet.feed(Self.item(1, title: title, text: "\(title), both governments said on Tuesday.")))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        #expect(try await outlet.articles().map(\.title) == [title])
    }

    @Test("names that are written with a document type's entities are whole, and their states found")
    func entities() async throws {
        let outlet = try Outlet(settings: "pages: false")
        let title = "T&uuml;rkiye and C&ocirc;te d’Ivoire sign a pact on ports"
        let feed = Outlet.feed(
            Self.item(
                1, title: title,
                text:
                    "The foreign ministers of T&uuml;rkiye and C&ocirc;te d’Ivoire signed the pact in Abidjan on Tuesday."
            ))
        let type = "<!DOCTYPE rss [<!ENTITY uuml \"&#252;\"><!ENTITY ocirc '&#xF4;'>]>"
        outlet.set("/feed", "<?xml version=\"1.0\"?>\(type)" + feed.drop { $0 != "<" })
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        let article = try #require(try await outlet.articles().first)
        #expect(article.title == "Türkiye and Côte d’Ivoire sign a pact on ports")
        #expect(Set(article.curated.countries).isSuperset(of: ["TUR", "CIV"]))
    }

    @Test("a feed that came cut and then whole gives each entry once, whole", arguments: ["", "ETag: \"t\""])
    func cut(header: String) async throws {
        let outlet = try Outlet(settings: "pages: false\ninterval: 0s")
        let items = (1...3).map {
            Self.item(
                $0, title: "Harbour note \($0) of the week",
                text: "The office wrote note \($0) on Tuesday and hung it at the quay.")
        }
        let whole = Outlet.feed(items.joined())
        let half = try #require(whole.range(of: "The office wrote note 3"))
        let headers = header.isEmpty ? [] : [header]
        outlet.set("/feed", headers: headers, String(whole[..<half.upperBound]))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        #expect(try await outlet.articles().map(\.entryKey) == ["n1", "n2"])
        outlet.set("/feed", headers: headers, whole)
        try await outlet.run(hour: 1) { $0.isForced = true }
        let articles = try await outlet.articles()
        #expect(articles.map(\.entryKey) == ["n1", "n2", "n3"])
        #expect(articles.allSatisfy { $0.revision == 1 && $0.text.hasSuffix("at the quay.") })
    }

    @Test("a page in a feed's place that sends its readers on is followed once", arguments: [1, 2])
    func refresh(steps: Int) async throws {
        let outlet = try Outlet(settings: "pages: false")
        let signpost = { (target: String) in
            "<html><head><meta http-equiv=\"refresh\" content=\"0; url=\(target)\"></head><body>This way</body></html>"
        }
        outlet.set("/feed", headers: ["Set-Cookie: seen=1"], signpost(steps == 1 ? "/real" : "/half"))
        outlet.set("/half", signpost("/real"))
        outlet.set(
            "/real", Outlet.feed(Self.item(1, title: "Harbour note of the week", text: "The office wrote on Tuesday.")))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        let report = try await outlet.run()
        #expect(try await outlet.articles().count == (steps == 1 ? 1 : 0))
        #expect(report.sources.failed == steps - 1)
        if steps == 1 { #expect(outlet.server.requests.last?.header("cookie") == "seen=1") }
    }

    @Test(
        "characters that nobody sees hide no word from search, and stand in no output",
        arguments: [
            "Nor&amp;shy;way and Tu&amp;shy;nisia sign a light&amp;shy;house pact",
            "Nor\u{AD}way and Tu\u{AD}nisia sign a lighthouse pact",
            "Nor\u{200B}way and Tunisia sign a light\u{200B}house pact",
            "\u{2060}Norway and Tunisia\u{FEFF} sign a lighthouse pact",
            "Nor\u{200D}way and Tu\u{200C}nisia sign a lighthouse pact", "Ｎｏｒｗａｙ and Tunisia sign a lighthouse pact",
        ])
    func invisible(title: String) async throws {
        let outlet = try Outlet(settings: "pages: false")
        let text =
            "The foreign ministers of Nor\u{AD}way and Tu\u{200B}nisia signed the pact in Oslo on Tuesday, the Norwegian foreign ministry said."
        outlet.set("/feed", Outlet.feed(Self.item(1, title: title, text: text)))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        let article = try #require(try await outlet.articles().first)
        #expect(article.title == "Norway and Tunisia sign a lighthouse pact")
        #expect(article.text.contains("Norway and Tunisia signed"))
        #expect(article.curated.countries.contains("NOR") && article.curated.countries.contains("TUN"))
        let store = try await Store.open(folder: outlet.desk.state)
        defer { try? store.close() }
        #expect(try await store.articles(matching: "lighthouse norway").count == 1)
        for name in try FileManager.default.subpathsOfDirectory(atPath: outlet.desk.output.path) {
            guard let output = try? String(contentsOf: outlet.desk.output.appending(path: name), encoding: .utf8) else {
                continue
            }
            let hidden = output.unicodeScalars.dropFirst().contains {
                [0xAD, 0x200B, 0x2060, 0xFEFF].contains($0.value)
            }
            #expect(!hidden, "\(name)")
        }
    }

    @Test("joiners that shape letters stay where they shape them")
    func joiners() {
        #expect("می\u{200C}خواهم".readable == "می\u{200C}خواهم")
        #expect("👩\u{200D}🚀".readable == "👩\u{200D}🚀")
        #expect("\u{FB01}sh and ﬄ".readable == "fish and ffl")
    }

    @Test(
        "the language is the text's, whatever the feed is marked with",
        arguments: [
            (
                "en",
                "Die Außenminister von Norwegen und Tunesien haben am Dienstag in Oslo ein Abkommen über Leuchttürme unterzeichnet, das auch für die Häfen der beiden Länder gilt und nach einem Jahr wieder geprüft wird.",
                "de"
            ),
            (
                "de-DE",
                "The foreign ministers of Norway and Tunisia signed an agreement on lighthouses in Oslo on Tuesday, which is also about the ports of the two countries and will be looked at again after a year.",
                "en"
            ),
            (
                "",
                "Les ministres des affaires étrangères de la Norvège et de la Tunisie ont signé mardi à Oslo un accord sur les phares, qui sera revu dans un an et concerne aussi les ports des deux pays.",
                "fr"
            ),
            (
                "en-GB",
                "The foreign ministers of Norway and Tunisia signed an agreement on lighthouses in Oslo on Tuesday, which is also about the ports of the two countries.",
                "en"
            ),
            (
                "it",
                "I ministri degli esteri di Norvegia e Tunisia hanno firmato martedì a Oslo un accordo sui fari, che sarà rivisto fra un anno e riguarda anche i porti.",
                "it"
            ),
        ])
    func language(mark: String, text: String, language: String) async throws {
        let outlet = try Outlet(settings: "pages: false")
        outlet.set(
            "/feed",
            Outlet.feed(
                Self.item(1, title: "Oslo", text: text), head: mark.isEmpty ? "" : "<language>\(mark)</language>"))
        try outlet.subscribe("xmlUrl=\"\(outlet.origin)/feed\"")
        try await outlet.run()
        #expect(try await outlet.articles().first?.language.hasPrefix(language) == true)
    }
}
