import Foundation
import Notation
import Testing

@testable import Curation

@Suite("The lexicon's names and offices")
struct LexiconTests {
    private static let lint = Result {
        guard let day = CalendarDate(iso: "2026-07-15") else { throw CocoaError(.formatting) }
        return try LexiconLint(overlay: nil, today: day)
    }

    private static func rows(_ file: String) throws -> [LexiconRow] {
        try LexiconRow.rows(try DataFiles.folder(of: "Curation"), file)
    }

    @Test("every state has a head of state, a head of government and a foreign minister, but for known gaps")
    func coverage() throws {
        let lint = try Self.lint.get()
        #expect(lint.coverage.count >= 197)
        for office in ["state", "government", "foreign"] {
            #expect(lint.lacking(office).count <= 6, "\(office): \(lint.lacking(office))")
        }
        #expect(lint.uncovered.isEmpty)
        #expect(lint.envoys >= 150)
    }

    @Test("the labels that are read alone are those of the whole lexicon")
    func labelsAlone() throws {
        let labels = try Lexicon.standardLabels()
        #expect(labels == (try Lexicon.standard().labels))
        #expect(labels["KEN"] == "Kenya" && labels["UNO"] == "UN")
    }

    @Test("no name collides, no office has two holders, no row lacks a source")
    func clean() throws {
        let lint = try Self.lint.get()
        #expect(lint.collisions.isEmpty)
        #expect(lint.withoutSource.isEmpty)
        #expect(lint.doubleOffices.isEmpty, "\(lint.doubleOffices)")
    }

    @Test("every date of an office is a day, month or year, and no term ends before it begins")
    func dates() throws {
        func isDate(_ text: String) -> Bool {
            CalendarDate(iso: text + "-01-01".suffix(10 - min(10, text.utf8.count))) != nil
        }
        let broken = try Self.rows("persons").filter { row in
            let term = row.term
            let (from, to) = (term.from, term.to)
            let length = min(from.utf8.count, to.utf8.count)
            return (!from.isEmpty && !isDate(from)) || (!to.isEmpty && !isDate(to)) || term.role.isEmpty
                || (!to.isEmpty && !from.isEmpty && from.prefix(length) > to.prefix(length))
        }
        #expect(broken.isEmpty, "\(broken.prefix(5).map(\.place))")
    }

    @Test(
        "the office is that of the article's day, a former one when it has ended, and none before it began",
        arguments: [
            ("Rumen Radev", "2025-06-01", "president", "BGR"), ("Rumen Radev", "2026-03-01", "former president", "BGR"),
            ("Rumen Radev", "2026-06-01", "prime minister", "BGR"),
            ("Jens Stoltenberg", "2023-01-01", "secretary general", "NAT"),
            ("Jens Stoltenberg", "2025-06-01", "finance minister", "NOR"),
            ("Annalena Baerbock", "2024-02-01", "foreign minister", "DEU"),
            ("Annalena Baerbock", "2025-10-01", "president of the General Assembly", "UNO"),
            ("Barack Obama", "2026-02-01", "former president", "USA"),
            ("Kaja Kallas", "2023-02-01", "prime minister", "EST"),
            ("Antonio Jose Seguro", "2025-01-01", "", "PRT"), ("Antonio Jose Seguro", "2026-04-01", "president", "PRT"),
        ])
    func officeOnTheDay(_ name: String, _ day: String, _ office: String, _ country: String) {
        let found = study("\(name) spoke on Monday.", published: day).register.records.map(\.person)
        #expect(found.map(\.office) == [office])
        #expect(found.map(\.country) == [country])
    }

    @Test("an office that the text states outranks the lexicon, unless it is one of the person's own")
    func statedOffice() {
        let found = study("Foreign Minister Jens Stoltenberg met President Barack Obama.").register.records.map(
            \.person)
        #expect(found.map(\.office) == ["foreign minister", "former president"])
    }

    @Test("a surname after an office that is not the person's is another person's name")
    func otherOffice() {
        let found = study("King Hussein opened the park. Foreign Minister Hussein left.").register.records.map(\.person)
        #expect(!found.contains { $0.id == "p-fuad-hussein" && $0.office.contains("king") })
    }

    @Test("who contradicts the lexicon is told from who does not")
    func contradictions() throws {
        let day = CalendarDate(iso: "2026-03-05")
        func person(_ name: String, _ office: String, _ country: String, id: String = "") -> Person {
            Person(id: id, name: name, asWritten: [name], office: office, country: country)
        }
        #expect(
            lexicon.contradiction(of: person("Otto Beispiel", "president", "FRA"), on: day)
                == .anotherHolder(known: ["Emmanuel Macron"]))
        #expect(
            lexicon.contradiction(
                of: person("Emmanuel Macron", "foreign minister", "FRA", id: "p-emmanuel-macron"), on: day)
                == .anotherOffice(known: "president"))
        #expect(lexicon.contradiction(of: person("Otto Beispiel", "president", "XXX"), on: day) == .noHolder)
        #expect(lexicon.contradiction(of: person("E. Macron", "president", "FRA"), on: day) == nil)
        #expect(lexicon.contradiction(of: person("Otto Beispiel", "deputy foreign minister", "FRA"), on: day) == nil)
        #expect(lexicon.contradiction(of: person("Beispiel", "president", "FRA"), on: day) == nil)
        #expect(lexicon.contradiction(of: person("Otto Beispiel", "secretary of state", "NOR"), on: day) == nil)
    }

    @Test("a desk's own row of a person outranks ours for the same days")
    func overlay() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "terms-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try "Jens Stoltenberg\tp-jens-stoltenberg\tperson\tNOR\tspecial envoy\t2026-01\t\tdesk\n".write(
            to: folder.appending(path: "own.tsv"), atomically: true, encoding: .utf8)
        let own = try Lexicon.standard(overlay: folder)
        let day = CalendarDate(iso: "2026-03-05").map { Timestamp(date: $0, secondOfDay: 0) }
        let found = Study(
            ArticleText(title: "", text: "Jens Stoltenberg spoke on Monday.", published: day, language: "en"),
            lexicon: own.tables)
        #expect(found.register.records.map(\.person.office) == ["special envoy"])
    }

    @Test("a desk's labels outrank ours; a row that is none is refused with file and line")
    func labels() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "labels-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try Lexicon.standardLabels(overlay: folder)["TUR"] == "Turkey")
        let file = folder.appending(path: "labels.tsv")
        try "# ours\nTUR\tTürkiye\nUNO\tUnited Nations\n".write(to: file, atomically: true, encoding: .utf8)
        let labels = try Lexicon.standardLabels(overlay: folder)
        #expect([labels["TUR"], labels["UNO"], labels["FRA"]] == ["Türkiye", "United Nations", "France"])
        #expect(try Lexicon.standard(overlay: folder).labels == labels)
        try "TUR\n".write(to: file, atomically: true, encoding: .utf8)
        let error = #expect(throws: LexiconError.self) { try Lexicon.standardLabels(overlay: folder) }
        #expect(error?.line == 1)
    }

    @Test(
        "each language names every state, and nearly every state's adjective",
        arguments: ["ar", "de", "es", "fa", "fr", "pt", "ru", "tr"])
    func languages(_ language: String) throws {
        let states = Set(
            try Self.rows("countries").filter { $0.field(2) == "country" && $0.field(1) == $0.field(3) }.map {
                $0.field(3)
            })
        let rows = try Self.rows("names.\(language)")
        let named = Set(rows.filter { $0.field(2) == "country" }.map { $0.field(3) })
        let described = Set(rows.filter { $0.field(2) == "adjective" }.map { $0.field(3) })
        #expect(states.subtracting(named).isEmpty)
        #expect(states.subtracting(described).count <= 28, "\(states.subtracting(described).sorted())")
        let persons = try Self.rows("persons").map { $0.field(1) }
        #expect(Set(rows.filter { $0.field(2) == "person" }.map { $0.field(1) }).isSubset(of: Set(persons)))
    }
}
