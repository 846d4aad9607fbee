import Developments
import Foundation
import FoundationXML
import Notation
import Publishing
import Testing

@Suite struct ArchiveTests {
    private let publisher = Publisher(settings: SamplePublication.settings(baseURL: EditionState.base))

    /// 1,300 developments over 13 weeks from 2 February.
    private func publication(weeks: Int = 13) -> Publication {
        SamplePublication.many(weeks * 100, apart: 6048)
    }

    @Test("From the feed a reader finds every earlier entry, document by document")
    func chain() throws {
        let files = publisher.files(for: publication())
        var found: Set<String> = []
        var next: String? = "developments.atom"
        var visited: [String] = []
        while let name = next {
            visited.append(name)
            let feed = try #require(XMLDocument(xmlString: files.text(name), options: []).rootElement(), "\(name)")
            let entries = feed.elements(forName: "entry")
            #expect(entries.count <= (name == "developments.atom" ? 500 : 400))
            #expect(feed.elements(forName: "id").first?.stringValue == "tag:desk.example,2026:developments")
            #expect(files.text(name).utf8.count <= 2_000_000)
            found.formUnion(entries.compactMap { $0.elements(forName: "id").first?.stringValue })
            let links = feed.elements(forName: "link").reduce(into: [String: String]()) { links, link in
                links[link.value("rel") ?? ""] = link.value("href")
            }
            #expect(links["self"] == EditionState.base + name)
            if name != "developments.atom" {
                #expect(links["current"] == EditionState.base + "developments.atom")
                #expect(files.text(name).contains("<fh:archive/>"))
            }
            next = links["prev-archive"].map { String($0.dropFirst(EditionState.base.count)) }
        }
        #expect(found.count == 1_300)
        #expect(visited.contains("archive/2026-03-2.atom"))
        #expect(visited.last == "archive/2026-02-1.atom")
    }

    @Test("A month that is archived is left alone, and the next one links to it")
    func leftAlone() throws {
        let first = publisher.edition(of: publication(weeks: 7))
        let names = Set(first.files.map(\.name))
        #expect(names.contains("archive/2026-02-1.atom") && names.contains("archive/developments-2026-02.csv"))
        #expect(!names.contains { $0.hasPrefix("archive/2026-03") && $0.hasSuffix(".atom") })
        let second = publisher.edition(of: publication(), earlier: names)
        let written = second.files.map(\.name).filter { $0.hasPrefix("archive/") && !$0.hasSuffix(".html") }
        #expect(
            written == [
                "archive/articles-2026-03.csv", "archive/articles-2026-04.csv", "archive/developments-2026-03.csv",
                "archive/developments-2026-04.csv", "archive/2026-03-1.atom", "archive/2026-03-2.atom",
                "archive/2026-04-1.atom", "archive/2026-04-2.atom",
            ])
        #expect(second.kept.contains("archive/2026-02-1.atom"))
        #expect(
            second.files.text("archive/2026-03-1.atom").contains(
                "rel=\"prev-archive\" type=\"application/atom+xml\" href=\"https://desk.example/out/archive/2026-02-1.atom\""
            ))
        #expect(
            second.files.text("developments.atom").contains("href=\"https://desk.example/out/archive/2026-04-2.atom\""))
    }

    @Test("A month's table has the month's rows")
    func tables() throws {
        let publication = publication()
        let files = publisher.files(for: publication)
        let table = try #require(CSVReader(files.text("archive/developments-2026-03.csv")))
        let expected = publication.developments.filter { $0.firstSeen.description.hasPrefix("2026-03") }
        #expect(Set(table.records.compactMap { $0["dev_id"] }) == Set(expected.map(\.id)))
    }

    @Test("Without a public address the documents are linked by relative addresses")
    func relative() {
        let files = Publisher(settings: SamplePublication.settings(baseURL: nil)).files(for: publication())
        #expect(
            files.text("archive/2026-03-1.atom").contains(
                "rel=\"current\" type=\"application/atom+xml\" href=\"../developments.atom\""))
    }
}

extension XMLElement {
    fileprivate func value(_ name: String) -> String? { attributes?.first { $0.name == name }?.stringValue }
}
