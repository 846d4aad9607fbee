internal import Curation
internal import Developments
internal import Foundation
internal import GRDB
internal import Notation

/// How an article lies in its table; the order of `columns` is that of `init` and `values`.
enum ArticleRow {
    static let columns = [
        "id", "source", "entryKey", "url", "canonicalURL", "title", "titleFirstSeen", "authors", "language",
        "published",
        "publishedIsDay", "publishedIsClamped", "updated", "fetched", "revision", "changedFields", "wordCount",
        "extraction", "sha256", "duplicateOf", "time", "decision", "isGrouped", "story", "curated",
        "rights",
    ]

    /// The columns for `SELECT`, of a table named `a`, without those that only Storage uses; then the text.
    static func selection(text: String) -> String {
        columns.filter { !["time", "decision", "isGrouped", "story"].contains($0) }.map { "a.\($0)" }
            .joined(separator: ", ") + ", \(text)"
    }

    static let insertion = """
        INSERT INTO article (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", "))) ON CONFLICT (id) DO NOTHING
        """

    static let update = """
        UPDATE article SET \(columns.dropFirst().map { "\($0) = ?" }.joined(separator: ", ")) WHERE number = ?
        """

    static func values(
        of article: Article, curated: String, isGrouped: Bool, story: String
    ) -> [(any DatabaseValueConvertible)?] {
        [
            article.id, article.sourceID, article.entryKey, article.url, article.canonicalURL, article.title,
            article.titleFirstSeen, StoredList.text(article.authors), article.language, article.published?.seconds,
            article.publishedIsDay, article.publishedIsClamped, article.updated?.seconds, article.fetched.seconds,
            article.revision, StoredList.text(article.changedFields), article.wordCount, article.extraction.rawValue,
            article.sha256, article.duplicateOf, article.sortTime.seconds, article.curated.decision.rawValue, isGrouped,
            story, curated, article.rights,
        ]
    }

    /// Reads a row of ``selection(text:)``.
    static func article(_ row: Row) throws -> Article {
        let curated = try StoredJSON.value(CuratedArticle.self, from: row[20])
        var article = Article(
            id: row[0], sourceID: row[1], entryKey: row[2], url: row[3], title: row[5], text: row[22] ?? "",
            fetched: Timestamp(seconds: row[13]), extraction: Article.Extraction(rawValue: row[17]) ?? .failed,
            sha256: row[18], curated: curated)
        article.canonicalURL = row[4]
        article.titleFirstSeen = row[6]
        article.authors = StoredList.list(row[7])
        article.language = row[8]
        article.published = (row[9] as Int?).map(Timestamp.init)
        article.publishedIsDay = row[10]
        article.publishedIsClamped = row[11]
        article.updated = (row[12] as Int?).map(Timestamp.init)
        article.revision = row[14]
        article.changedFields = StoredList.list(row[15])
        article.wordCount = row[16]
        article.duplicateOf = row[19]
        article.rights = row[21]
        return article
    }
}

/// An article with everything about it that can be prepared before the transaction.
struct PreparedArticle: Sendable {
    let article: Article
    let curated: String
    let indexed: IndexedText
    let tags: [[String]]

    init(_ article: Article) throws {
        self.article = article
        curated = try StoredJSON.text(curated: article.curated)
        indexed = IndexedText(title: article.title, text: article.text, decision: article.curated.decision.rawValue)
        let curation = article.curated
        tags =
            curation.countries.map { ["country", $0] } + curation.topics.map { ["topic", $0] }
            + curation.events.map { ["type", $0.type.rawValue] }
    }
}
