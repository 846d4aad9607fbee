import ArticleExtraction
import Curation
import Foundation
import Notation
import Testing

/// The three articles of the kind our users read, found in the shared data; without them these tests are skipped.
@Suite("The seeds", .enabled(if: Seed.areHere, "the shared seeds are not here (DEMARCHE_SHARED)"))
struct SeedTests {
    private static let curator = Result { Curator(lexicon: try Lexicon.standard()) }

    @Test(
        "on a page of bare paragraphs every boilerplate line goes and every body line stays", arguments: Seed.allCases)
    func barePage(seed: Seed) throws {
        try expectWhole(ArticleExtractor().extract(Array(try seed.barePage().utf8), url: nil).text, seed)
    }

    @Test("in each of the newsroom's designs the same holds", arguments: Seed.allCases)
    func designs(seed: Seed) throws {
        let designs = try Design.all()
        #expect(designs.count >= 5)
        for design in designs {
            let page = design.page(title: try seed.title(), blocks: try seed.bodyLines())
            try expectWhole(ArticleExtractor().extract(Array(page.utf8), url: nil).text, seed, design.name)
        }
    }

    private func expectWhole(_ text: String, _ seed: Seed, _ place: String = "bare") throws {
        let lines = Set(text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
        for line in try seed.bodyLines() { #expect(lines.contains(line), "\(place): lost “\(line.prefix(60))”") }
        for line in seed.boilerplate { #expect(!lines.contains { $0.hasPrefix(line) }, "\(place): kept “\(line)”") }
    }

    private func curate(_ seed: Seed) throws -> CuratedArticle {
        let page = ArticleExtractor().extract(Array(try seed.barePage().utf8), url: nil)
        let published = seed.published.flatMap(CalendarDate.init(iso:)).map { Timestamp(date: $0) }
        return try Self.curator.get().curate(
            ArticleText(title: try seed.title(), text: page.text, published: published, language: "en"))
    }

    @Test("all three are kept, and teasers tag no country", arguments: Seed.allCases)
    func decisions(seed: Seed) throws {
        let curated = try curate(seed)
        #expect(curated.decision == .kept)
        #expect(Set(curated.countries).isSuperset(of: ["USA", "IRN"]))
        #expect(Set(curated.countries).isDisjoint(with: ["ZAF", "GRL", "DNK", "TZA"]))
        #expect(!curated.organisations.contains("G20"))
    }

    @Test("the meeting is in Ankara in one and in Istanbul in the other, and never told as held")
    func venues() throws {
        let ankara = try curate(.ankara).events.filter { $0.type == .consult && $0.venue?.place == "Ankara" }
        #expect(ankara.contains { $0.modality == .hypothetical || $0.modality == .future })
        #expect(ankara.contains { Set($0.mediators).isSuperset(of: ["EGY", "QAT", "TUR"]) })
        let istanbul = try curate(.istanbul).events.filter { $0.type == .consult && $0.venue?.place == "Istanbul" }
        #expect(istanbul.contains { $0.modality == .future })
        #expect(!(ankara + istanbul).contains { $0.modality == .occurred })
    }

    @Test("Iran's refusal keeps its object, and history is background")
    func refusal() throws {
        let curated = try curate(.trump)
        let refusal = curated.events.first { $0.type == .reject && $0.actors == ["IRN"] }
        #expect(refusal?.evidence.text.contains("missile") == true)
        #expect(!curated.events.contains { $0.evidence.text.contains("1979") })
        #expect(!(try curate(.istanbul)).events.contains { $0.evidence.text.contains("in June") })
    }

    @Test("spellings of one man are one person")
    func persons() throws {
        for seed in [Seed.ankara, .istanbul] {
            #expect(try curate(seed).persons.contains { $0.name == "Abbas Araghchi" && $0.country == "IRN" }, "\(seed)")
        }
    }
}

/// One of the three articles.
enum Seed: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case trump = "000", ankara = "003", istanbul = "004"

    var testDescription: String { rawValue }

    private static var folder: URL {
        URL(filePath: ProcessInfo.processInfo.environment["DEMARCHE_SHARED"] ?? "../shared").appending(path: "seeds")
    }

    static var areHere: Bool { allCases.allSatisfy { $0.file != nil } }

    private var file: URL? {
        let files = try? FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
        return files?.first { $0.lastPathComponent.hasPrefix(rawValue) && $0.pathExtension == "txt" }
    }

    /// The page's lines, as a reader sees them.
    func lines() throws -> [String] {
        let file = try #require(file)
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    func barePage() throws -> String {
        let paragraphs = try lines().map { "<p>\(Design.escaped($0))</p>" }.joined(separator: "\n")
        return
            "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><div>\n\(paragraphs)\n</div></body></html>"
    }

    /// The third article has no headline.
    func title() throws -> String {
        switch self {
        case .trump: try lines()[2]
        case .ankara: try lines()[0]
        case .istanbul: ""
        }
    }

    /// The days of the datelines; the third article has none.
    var published: String? {
        switch self {
        case .trump: "2026-02-01"
        case .ankara: "2026-02-02"
        case .istanbul: nil
        }
    }

    /// How the lines begin that are none of the article.
    var boilerplate: [String] {
        guard self == .trump else { return [] }
        return [
            "Dark", "Light", "Also Read", "Author", "Leave a Reply", "Your email address", "Don't Miss", "Don’t Miss",
            "Ramaphosa Urges", "South African President", "Europe Pushes", "European leaders have moved",
        ]
    }

    /// The lines of the article itself, without headline, standfirst and date.
    func bodyLines() throws -> [String] {
        let title = try title()
        return try lines().filter { line in
            line != title && line != "February 1, 2026" && !boilerplate.contains { line.hasPrefix($0) }
                && !(self == .trump && line.hasPrefix("Several Middle Eastern countries"))
        }
    }
}

/// One of the newsroom's page designs.
struct Design {
    let name: String
    private let template: String
    private var parts: [String: String] = [:]

    static func all() throws -> [Design] {
        let folder = try DataFiles.companion("sample").appending(path: "designs")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "html" }.sorted { $0.path < $1.path }.map(Design.init)
    }

    private init(_ file: URL) throws {
        name = file.deletingPathExtension().lastPathComponent
        let sections = try String(contentsOf: file, encoding: .utf8).split(separator: "\n%% ")
        template = String(sections.first ?? "")
        for section in sections.dropFirst() {
            let lines = section.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            parts[String(lines[0])] = lines.count > 1 ? String(lines[1]) : ""
        }
    }

    /// The page of an article, with the design's boilerplate between its blocks.
    func page(title: String, blocks: [String]) -> String {
        var body: [String] = []
        for (index, block) in blocks.enumerated() {
            let part = parts["paragraph"] ?? "<p>{{text}}</p>"
            body.append(part.replacing("{{text}}", with: Self.escaped(block)))
            if index + 1 < blocks.count, let insert = parts["insert \(index + 1)"] { body.append(insert) }
        }
        let values = [
            "title": Self.escaped(title), "site": "The Lantern", "authors": "Ada Holm",
            "published": "2026-02-03T09:00:00Z", "updated": "2026-02-03T09:00:00Z", "published_day": "2026-02-03",
            "published_text": "3 February 2026", "updated_text": "3 February 2026", "section": "World", "minutes": "4",
            "teaser": "Grain ship runs aground near the mouth of the river",
            "teaser2": "Watchdog fines ferry group over safety drills",
            "caption": "A view of the harbour. Photo: Lantern",
            "home": "/", "url": "http://lantern.example/a", "slug": "a", "feed": "/feed", "json_ld": "{}",
        ]
        let page = template.replacing("{{body}}", with: body.joined(separator: "\n"))
        return values.reduce(page) { $0.replacing("{{\($1.key)}}", with: $1.value) }
            .replacing(/\{\{\w+\}\}/, with: "")
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
