import Foundation
import Notation
import Testing

@testable import ArticleExtraction

private let newsroom = try? DataFiles.companion("sample")

/// The sample newsroom read as if it were in a language of which no phrase is known: what the memory alone is worth.
@Suite("Site memory over the newsroom", .enabled(if: newsroom != nil, "no newsroom beside the build"))
struct NewsroomMemoryTests {
    private struct Line: Decodable {
        var snapshot: Int
        var outlet: String
        var url: String
        var body: String
        var removed: [String]
    }

    private let extractor: ArticleExtractor
    private let lines: [Line]
    private let folder: URL

    init() throws {
        var words = try WordLists.shipped.get()
        words.phrases = Phrases()
        extractor = ArticleExtractor(words: words)
        folder = try #require(newsroom)
        let key = try String(contentsOf: folder.appending(path: "key.jsonl"), encoding: .utf8)
        lines = try key.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    private func page(_ line: Line) throws -> [UInt8] {
        let path = URLReference(line.url).path
        return Array(try Data(contentsOf: folder.appending(path: "snapshot-\(line.snapshot)\(path)")))
    }

    @Test("What no phrase tells is learned from the first snapshot and gone in the second, with no word of the body")
    func newsroomBeforeAndAfter() throws {
        var memories: [String: SiteMemory] = [:]
        for line in lines where line.snapshot == 1 {
            let memory = memories[line.outlet] ?? SiteMemory()
            let article = extractor.extract(try page(line), url: line.url, memory: memory)
            memories[line.outlet, default: memory].learn(article)
        }
        var left = (before: 0, after: 0), lost = 0
        for line in lines where line.snapshot == 2 {
            let bytes = try page(line)
            let boilerplate = Set(line.removed), body = Set(line.body.components(separatedBy: "\n\n"))
            func blocks(_ memory: SiteMemory?) -> Set<String> {
                Set(extractor.extract(bytes, url: line.url, memory: memory).text.components(separatedBy: "\n\n"))
            }
            let (before, after) = (blocks(nil), blocks(memories[line.outlet]))
            left.before += before.intersection(boilerplate).subtracting(body).count
            left.after += after.intersection(boilerplate).subtracting(body).count
            lost += body.intersection(before).subtracting(after).count
        }
        #expect(left.before >= 20)
        #expect(left.after == 0)
        #expect(lost == 0)
    }
}
