import Curation
import Foundation
import Testing

@testable import Developments

@Suite("Headlines as titles")
struct HeadlineTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var outlet: Outlet
        var title: String
        var text: String
        var genre: String
        var testDescription: String { title }
    }

    private static let table = (try? OutletTable.standard()) ?? OutletTable()
    private static let reader = (try? HeadlineReader.standard(table)) ?? HeadlineReader()

    /// The rows of `headlines.tsv`: an outlet (its host, or host=name), a headline, what is shown of it, its genre.
    private static let cases: [Case] = {
        let file = Bundle.module.url(forResource: "headlines", withExtension: "tsv", subdirectory: "Fixtures")
        let text = file.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let parts = cells[0].split(separator: "=").map(String.init)
            var outlet = table.outlet(ofHost: parts[0])
            if parts.count > 1 { outlet.name = parts[1] }
            return Case(outlet: outlet, title: cells[1], text: cells[2], genre: cells[3])
        }
    }()

    @Test("There are two hundred and more") func count() { #expect(Self.cases.count >= 200) }

    @Test(
        "lose their outlet's name, its section and LIVE, and nothing of who says it or what genre it is",
        arguments: cases)
    func read(_ given: Case) {
        let headline = Self.reader.read(given.title, of: given.outlet)
        #expect(headline.text == given.text)
        #expect(headline.genre.rawValue == given.genre)
        #expect(headline.isBarred == ["opinion", "digest"].contains(given.genre))
    }

    @Test("A feed's own title is cut like its outlet's name")
    func feedTitle() {
        let outlet = Outlet(id: "s-1", name: "Quay Herald")
        let read = Self.reader.read(
            "Peru recalls envoy from Chile | Quay Herald Español", of: outlet, called: "Quay Herald Español")
        #expect(read.text == "Peru recalls envoy from Chile")
    }

    @Test(
        "Labels of any length and shape leave a headline whole",
        arguments: [
            "", " ", ":", " - ", "| | |", ": : :", "- Reuters", "Reuters - ", "LIVE", "LIVE:", "()", "[",
            "a - b - c - d",
            String(repeating: "World | ", count: 300), String(repeating: "a: ", count: 2_000),
        ])
    func odd(_ title: String) {
        let read = Self.reader.read(title, of: Self.table.outlet(ofHost: "reuters.com"))
        let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(read.text.isEmpty ? words.isEmpty : words.contains(read.text), "\(title.prefix(40))")
    }
}

@Suite("Tag lines")
struct TagLineTests {
    @Test(
        "say in words what was read, and leave out what is not shown",
        arguments: [
            (
                TagLine(
                    type: .sanction, mode: "sanctions", modality: .future, actors: ["United States"],
                    recipients: ["Iran"]),
                "sanction · United States → Iran · planned (tagged by demarche)"
            ),
            (
                TagLine(type: .consult, actors: ["Iran", "Oman"], direction: .among),
                "talks · Iran – Oman (tagged by demarche)"
            ),
            (
                TagLine(type: .accuse, modality: .occurred, actors: ["Chile"], recipients: ["Peru"], direction: .among),
                "criticism · Chile – Peru · said (tagged by demarche)"
            ),
            (TagLine(modality: .negated, actors: ["Peru"]), "Peru · not done (tagged by demarche)"),
            (
                TagLine(actors: ["Peru", "Chile"], recipients: ["Bolivia", "Brazil"]),
                "Peru, Chile → Bolivia, Brazil (tagged by demarche)"
            ),
            (TagLine(type: .aid, recipients: ["Mali"]), "aid · → Mali (tagged by demarche)"),
            (TagLine(type: .consult, mode: "call"), "call (tagged by demarche)"),
            (TagLine(modality: .occurred), ""), (TagLine(), ""),
        ])
    func text(_ line: TagLine, _ expected: String) { #expect(line.text == expected) }

    @Test("Each type has a word", arguments: EventType.allCases)
    func types(_ type: EventType) { #expect(!TagLine(type: type).words.isEmpty) }
}

@Suite("Long sentences as titles")
struct TitleSentenceTests {
    @Test(
        "are cut at a clause that says neither who says so nor that it is not",
        arguments: [
            (
                "Peru and Chile will open a joint customs post at Tacna before the end of the year and close two others in the desert, which lie forty kilometres from the sea.",
                "Peru and Chile will open a joint customs post at Tacna before the end of the year and close two others in the desert…"
            ),
            (
                "Peru and Chile will open a joint customs post at Tacna before the end of the year and close two others in the desert, as a spokesman in Lima said.",
                ""
            ),
            (
                "Peru and Chile will open a joint customs post at Tacna before the end of the year and close two others in the desert, which has not been settled.",
                ""
            ),
            ("Peru and Chile met in Tacna, which lies by the border.", ""),
            ("LIMA, March 3 (Delta Wire) - Peru and Chile met in Tacna.", "Peru and Chile met in Tacna."),
            ("LIMA/SANTIAGO (Delta Wire) — Peru and Chile met.", "Peru and Chile met."),
            ("SANTIAGO — Peru and Chile met.", "Peru and Chile met."),
            ("Peru - and only Peru - met them.", ""),
            ("The envoy (a former minister) - now retired - met them.", ""),
        ])
    func cut(_ sentence: String, _ expected: String) {
        #expect(TitleSentence.cut(sentence) == (expected.isEmpty ? sentence : expected))
    }
}
