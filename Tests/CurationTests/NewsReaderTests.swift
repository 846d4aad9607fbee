import Foundation
import Notation
import Testing

@testable import Curation

@Suite("What the learned reader is shown, and what it says")
struct NewsReaderTests {
    private func opening(_ title: String, _ text: String, language: String = "en") -> Opening {
        let study = study(text, title: title, language: language)
        return Opening(title: study.title, body: study.body)
    }

    @Test(
        "headline and opening are one text, a headline that the body repeats stands once",
        arguments: [
            ("Peru and Chile hold talks", "They met in Lima.", "Peru and Chile hold talks. They met in Lima."),
            ("  Peru and Chile hold talks ", "", "Peru and Chile hold talks"),
            ("", "\n They met in Lima.", "They met in Lima."),
            (
                "Peru and Chile hold talks in the city of Arica today",
                "Peru and Chile hold talks in the city of Arica today, said Lima.",
                "Peru and Chile hold talks in the city of Arica today, said Lima."
            ),
            ("", "", ""),
        ])
    func text(_ title: String, _ text: String, _ expected: String) {
        #expect(opening(title, text).text == expected)
    }

    @Test("no more of the body is read than the reader was trained on")
    func limit() {
        let text = opening("Talks", String(repeating: "Türkei ", count: 200)).text
        #expect(text.unicodeScalars.count == "Talks. ".count + Opening.bodyLimit)
    }

    @Test(
        "each mention has its bytes in that text",
        arguments: [
            (
                "Peru and Chile hold talks", "Envoys of Bolivia met in Lima.", "en",
                ["Peru", "Chile", "Envoys of Bolivia", "Lima"]
            ),
            (" Peru’s neighbours", "  “Talks” with Chile go on.", "en", ["Peru", "Chile"]),
            ("", "Iran und Österreich reden.", "de", ["Iran", "Österreich"]),
        ])
    func mentions(_ title: String, _ text: String, _ language: String, _ expected: [String]) {
        let opening = opening(title, text, language: language)
        let found = opening.mentions.map { String(decoding: Array(opening.text.utf8)[$0.bytes], as: UTF8.self) }
        #expect(found == expected)
    }

    @Test("an answer's sides: of a joint act all are actors; else each is on the side that is likelier")
    func sides() {
        func role(_ code: String, _ actor: Double, _ recipient: Double) -> ReaderAnswer.Role {
            ReaderAnswer.Role(code: code, actor: actor, recipient: recipient, mediator: -3)
        }
        let answer = ReaderAnswer(
            relevance: 2, types: ReaderAnswer.types.map { $0 == .accuse ? 3 : 0 }, modalities: [2, 0, 0, 0],
            roles: [role("PER", 2, -1), role("CHL", 0.5, 1.5), role("BOL", -1, -2)])
        #expect(answer.type == .accuse)
        #expect(answer.modality == .occurred)
        #expect(answer.sides(of: .accuse) == (["PER"], ["CHL"]))
        #expect(answer.sides(of: .consult) == (["PER", "CHL"], []))
        #expect(answer.margin(of: EventType.accuse) == 3)
        #expect(answer.margin(of: EventType.reject) == -3)
    }

    @Test("the words that carried a decision are named with where they stand")
    func carriers() throws {
        let title = "Canada imposes sanctions on Belarus after plane diversion"
        let found = Curator(lexicon: lexicon).carriers(of: ArticleText(title: title, text: "", language: "en"))
        let first = try #require(found.first)
        #expect(found.count <= 6)
        #expect(found.contains { $0.weight > 0 })
        #expect(first.part == .title)
        for word in found { #expect(scalars(title, word.start ?? 0, word.end ?? 0) == word.text) }
    }

    @Test("a missing or broken reader's file is named")
    func broken() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "reader-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["weights.tsv", "lines.tsv"] { try Data().write(to: folder.appending(path: name)) }
        let missing = #expect(throws: (any Error).self) { try Lexicon.standard(reader: folder) }
        #expect("\(try #require(missing))".contains("reader.safetensors"))
        try Data("not tensors".utf8).write(to: folder.appending(path: "reader.safetensors"))
        let broken = #expect(throws: (any Error).self) { try Lexicon.standard(reader: folder) }
        #expect("\(try #require(broken))".contains("reader.safetensors"))
    }
}
