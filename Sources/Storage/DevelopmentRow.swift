internal import Developments
internal import Foundation
internal import GRDB
internal import Notation

/// How a development lies in its table.
enum DevelopmentRow {
    static let selection = """
        SELECT d.id, d.story, d.firstSeen, d.lastChanged, d.revision, d.mergedInto, d.reports, d.corrections,
            d.splitFrom, d.titleArticle, d.supersedes, d.supersededBy FROM development d
        """

    static func development(_ row: Row) throws -> Development {
        var development = Development(
            id: row[0], storyID: row[1], firstSeen: Timestamp(seconds: row[2]),
            reports: try StoredJSON.value([Report].self, from: row[6]))
        development.lastChanged = Timestamp(seconds: row[3])
        development.revision = row[4]
        development.mergedInto = row[5]
        let corrections: String = row[7]
        if !corrections.isEmpty {
            development.corrections = try StoredJSON.value([FieldCorrection].self, from: corrections)
        }
        development.splitFrom = row[8]
        development.titleArticleID = row[9]
        development.supersedes = row[10]
        development.supersededBy = row[11]
        return development
    }

    static func story(_ row: Row) -> Story {
        Story(id: row[0], title: row[1], sourceID: row[3], lastReport: Timestamp(seconds: row[2]))
    }

    static func change(_ row: Row) -> Change {
        Change(
            id: row[0], when: Timestamp(seconds: row[1]), developmentID: row[2], revision: row[3], field: row[4],
            old: row[5], new: row[6], cause: Change.Cause(rawValue: row[7]) ?? .article, articleID: row[8])
    }
}
