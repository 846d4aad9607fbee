import Curation
import Developments
import Notation

/// What `demarche show` shows.
public enum Record: Presentable, Sendable {
    case article(ArticleRecord)
    case development(DevelopmentRecord)
    case story(StoryRecord)

    /// Readable lines.
    public var text: String {
        switch self {
        case .article(let record): record.text
        case .development(let record): record.text
        case .story(let record): record.text
        }
    }

    /// Writes the record alone.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .article(let record): try record.encode(to: encoder)
        case .development(let record): try record.encode(to: encoder)
        case .story(let record): try record.encode(to: encoder)
        }
    }
}

/// An article whole.
public struct ArticleRecord: Presentable, Sendable {
    let article: Article
    let developments: [String]

    init(_ article: Article, developmentIDs: [String]) {
        self.article = article
        developments = developmentIDs
    }

    /// Readable lines.
    public var text: String {
        let curated = article.curated
        var lines = [article.title, "\(article.sourceID), \(article.url)", ""]
        func add(_ name: String, _ value: String) {
            if !value.isEmpty { lines.append("\(name.padded(to: 13)) \(value)") }
        }
        add("id", article.id)
        add("published", article.published.map { article.publishedIsDay ? $0.date.description : $0.description } ?? "")
        add("fetched", article.fetched.description)
        add("authors", article.authors.joined(separator: ", "))
        add("language", article.language)
        add("decision", "\(curated.decision.rawValue) (demarche why \(article.id))")
        add("countries", curated.countries.joined(separator: ", "))
        add("organisations", curated.organisations.joined(separator: ", "))
        add("topics", curated.topics.joined(separator: ", "))
        add(
            "persons",
            curated.persons.map { $0.office.isEmpty ? $0.name : "\($0.name) (\($0.office))" }.joined(separator: ", "))
        add("developments", developments.joined(separator: ", "))
        add("copy of", article.duplicateOf ?? "")
        add(
            "revision",
            article.revision > 1 ? "\(article.revision), changed \(article.changedFields.joined(separator: ", "))" : "")
        return (lines + ["", article.text]).joined(separator: "\n")
    }
}

/// A story with its developments.
public struct StoryRecord: Presentable, Sendable {
    let id: String
    let developments: [Line]

    /// A development on one line.
    struct Line: Encodable, Sendable {
        let id: String
        let title: String
        let lastChanged: Timestamp
    }

    init(id: String, developments: [Development], sources: [String: Source], labels: [String: String]) {
        self.id = id
        self.developments = developments.map {
            Line(id: $0.id, title: $0.facts(sources: sources, labels: labels)?.title ?? "", lastChanged: $0.lastChanged)
        }
    }

    /// Readable lines.
    public var text: String {
        (["story \(id)"] + developments.map { "\($0.id)  \($0.lastChanged.date)  \($0.title)" }).joined(separator: "\n")
    }
}
