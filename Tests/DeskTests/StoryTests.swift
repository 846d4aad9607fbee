import Desk
import Foundation
import Testing

/// How well short news is put into stories, on articles that were kept back when the weights were set.
///
/// `Scripts/score-stories` tells the same figures at length.
@Suite("Stories of short news")
struct StoryTests {
    /// What is left of each article.
    enum Form: CaseIterable {
        case whole, undated, headlines, texts
    }

    private struct Row {
        var half, story, date, title, text: String
    }

    /// Precision, recall and F1 lie between what is reached and this much below it.
    @Test(
        "are told apart, also where dates, texts or headlines are missing",
        arguments: [
            (Form.whole, 0.90, 0.90, 0.70), (.undated, 0.87, 0.90, 0.60), (.headlines, 0.90, 0.74, 0.40),
            (.texts, 0.90, 0.72, 0.40),
        ])
    func stories(form: Form, precision: Double, recall: Double, pairs: Double) throws {
        let rows = try Self.rows().filter { $0.half == "b" }
        #expect(rows.count > 90)
        var grouping = try ArticleGrouping()
        for (index, row) in rows.enumerated() { grouping.add(line: try Self.line(row, index, form)) }
        let found = try String(decoding: grouping.output(), as: UTF8.self).split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
            return try #require(object?["cluster"])
        }
        let score = Score(right: rows.map(\.story), found: found)
        #expect(score.precision >= precision && score.recall >= recall && score.pairs >= pairs, "\(score)")
    }

    private static func rows() throws -> [Row] {
        let file = try #require(
            Bundle.module.url(forResource: "stories", withExtension: "tsv", subdirectory: "Fixtures"))
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return cells.count == 5
                ? Row(half: cells[0], story: cells[1], date: cells[2], title: cells[3], text: cells[4]) : nil
        }
    }

    private static func line(_ row: Row, _ index: Int, _ form: Form) throws -> Data {
        var object = ["id": "\(index)", "title": row.title, "text": row.text, "published": row.date]
        switch form {
        case .whole: break
        case .undated: object["published"] = nil
        case .headlines: if !row.title.isEmpty { object["text"] = "" }
        case .texts: if !row.text.isEmpty { object["title"] = "" }
        }
        return try JSONSerialization.data(withJSONObject: object)
    }
}

/// BCubed precision and recall (Bagga and Baldwin 1998), and F1 over pairs of articles.
private struct Score {
    var precision = 0.0
    var recall = 0.0
    var pairs = 0.0

    init(right: [String], found: [String]) {
        let both = Dictionary(grouping: zip(right, found).map { "\($0) \($1)" }, by: \.self).mapValues(\.count)
        let stories = Dictionary(grouping: right, by: \.self).mapValues(\.count)
        let clusters = Dictionary(grouping: found, by: \.self).mapValues(\.count)
        for (story, cluster) in zip(right, found) {
            let common = Double(both["\(story) \(cluster)"] ?? 0)
            precision += common / Double(clusters[cluster] ?? 1) / Double(right.count)
            recall += common / Double(stories[story] ?? 1) / Double(right.count)
        }
        func count(_ groups: [String: Int]) -> Double { Double(groups.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }) }
        pairs = 2 * count(both) / (count(stories) + count(clusters))
    }
}
