internal import Curation
internal import Developments
internal import Foundation
internal import GRDB
internal import Notation

/// How an article lies in its table; the order of `columns` is that of `article` and `add`.
enum ArticleRow {
    static let columns = [
        "id", "source", "entryKey", "url", "canonicalURL", "title", "titleFirstSeen", "authors", "language",
        "published",
        "publishedIsDay", "publishedIsClamped", "updated", "fetched", "revision", "changedFields", "wordCount",
        "extraction", "sha256", "duplicateOf", "time", "decision", "isGrouped", "story", "curated",
        "rights", "outlet",
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

    /// Gives the values of all columns but the id.
    static func add(
        _ article: Article, curated: String, outlet: String, isGrouped: Bool, story: String,
        to values: inout BulkStatement.Values
    ) {
        values.add(article.sourceID)
        values.add(article.entryKey)
        values.add(article.url)
        values.add(article.canonicalURL)
        values.add(article.title)
        values.add(article.titleFirstSeen)
        values.add(StoredList.text(article.authors))
        values.add(article.language)
        values.add(article.published?.seconds)
        values.add(article.publishedIsDay)
        values.add(article.publishedIsClamped)
        values.add(article.updated?.seconds)
        values.add(article.fetched.seconds)
        values.add(article.revision)
        values.add(StoredList.text(article.changedFields))
        values.add(article.wordCount)
        values.add(article.extraction.rawValue)
        values.add(article.sha256)
        values.add(article.duplicateOf)
        values.add(article.sortTime.seconds)
        values.add(article.curated.decision.rawValue)
        values.add(isGrouped)
        values.add(story)
        values.add(curated)
        values.add(article.rights)
        values.add(outlet)
    }

    /// Reads a row of ``selection(text:)``.
    static func article(_ row: Row) throws -> Article {
        let curated = try StoredJSON.curated(from: row[20])
        var article = Article(
            id: row[0], sourceID: row[1], entryKey: row[2], url: row[3], title: row[5], text: row[23] ?? "",
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
        article.outlet = try outlet(row[22])
        return article
    }

    /// Reads the outlet's facts; nil for the source's own.
    static func outlet(_ text: String) throws -> Outlet? {
        text.isEmpty ? nil : try StoredJSON.value(Outlet.self, from: text)
    }
}

/// An article with the forms of it that are stored beside its row.
struct PreparedArticle {
    let article: Article
    let curated: String
    /// The outlet's facts; empty for the source's own.
    let outlet: String
    let indexed: IndexedText
    let tags: [(kind: String, value: String)]

    init(_ article: Article) throws {
        self.article = article
        curated = try StoredJSON.text(curated: article.curated)
        outlet = try article.outlet.map(StoredJSON.text) ?? ""
        indexed = IndexedText(title: article.title, text: article.text, decision: article.curated.decision.rawValue)
        let curation = article.curated
        tags =
            curation.countries.map { ("country", $0) } + curation.topics.map { ("topic", $0) }
            + curation.events.map { ("type", $0.type.rawValue) }
    }
}
