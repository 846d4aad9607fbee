import Curation
import Developments
import Foundation
import Notation

/// Grouping alone: articles given as JSON lines, without a desk or a store.
///
/// Every article is put into a story, whatever curation decides; the times of publication are the only clock.
public struct ArticleGrouping: Sendable {
    private let curator: Curator
    private let grouper: Grouper
    private let outlets: OutletTable
    private var lines: [Line] = []

    private enum Line: Sendable {
        case article(Article)
        case unreadable
    }

    private struct Input: Decodable {
        var id: String
        var title: String?
        var text: String?
        var published: String?
        var url: String?
        var language: String?
    }

    /// Loads what curation and grouping need.
    ///
    /// - Throws: a lexicon's error, or one of the data files, when the installation is not whole.
    public init() throws {
        let lexicon = try Lexicon.standard()
        let curator = Curator(lexicon: lexicon)
        self.curator = curator
        outlets = try OutletTable.standard()
        grouper = Grouper(
            labels: lexicon.labels, commonness: try Commonness.standard(),
            stateWords: StateWords(lexicon.stateNames)
        ) { article, day in
            curator.curate(
                ArticleText(
                    title: article.title, text: article.text, published: Timestamp(date: day, secondOfDay: 43_200),
                    url: article.url))
        }
    }

    /// Adds the article of a line: `id`, `title`, `text`, `published`, `url`, `language`.
    public mutating func add(line: some Collection<UInt8>) {
        guard let input = try? JSONDecoder().decode(Input.self, from: Data(line)) else {
            lines.append(.unreadable)
            return
        }
        let (title, text, url) = (input.title ?? "", input.text ?? "", input.url ?? "")
        let written = input.published ?? ""
        // Noon stands for a day, so that no zone moves it.
        let published =
            Timestamp(rfc3339: written) ?? CalendarDate(iso: written).map { Timestamp(date: $0, secondOfDay: 43_200) }
        var curated = curator.curate(
            ArticleText(title: title, text: text, published: published, url: url, language: input.language))
        curated.decision = .kept
        var article = Article(
            id: input.id, sourceID: URLReference(url).host ?? input.id, entryKey: input.id, url: url, title: title,
            text: text, fetched: published ?? Timestamp(seconds: 0), extraction: .full, sha256: "", curated: curated)
        article.published = published
        article.outlet = outlets.outlet(ofAddress: url)
        lines.append(.article(article))
    }

    /// Returns one JSON line for each line added, in their order: `{id, cluster, development}`.
    public func output() -> [UInt8] {
        // Ids need not be unique in the input: each line is an article of its own.
        var articles: [Article] = []
        for case .article(let article) in lines {
            var article = article
            article.id = "\(articles.count)"
            articles.append(article)
        }
        // What has no date is placed last, when the stories are known.
        let newest = articles.compactMap(\.published).max() ?? Timestamp(seconds: 0)
        for index in articles.indices where articles[index].published == nil { articles[index].fetched = newest }
        let result = grouper.group(articles, sources: [:], into: GroupingState(), now: newest)
        let placements = Dictionary(
            result.placements.map { ($0.articleID, $0) }, uniquingKeysWith: { first, _ in first })
        var bytes: [UInt8] = []
        var number = 0
        for line in lines {
            var json = JSONWriter()
            switch line {
            case .unreadable: json.object { $0.member("error", "not a JSON object with an id") }
            case .article(let article):
                let id = "\(number)"
                number += 1
                json.object {
                    $0.member("id", article.id)
                    $0.member("cluster", placements[id]?.storyID ?? ContentHash.identifier("s", [id]))
                    $0.member("development", Self.development(of: id, placements))
                }
            }
            bytes += json.bytes + [UInt8(ascii: "\n")]
        }
        return bytes
    }

    /// The development of the act that an article is news about; one of its own where no act was read.
    private static func development(of id: String, _ placements: [String: GroupingResult.Placement]) -> String {
        let own = placements[id]
        let original = own?.duplicateOf.flatMap { placements[$0] }
        return own?.developmentIDs.first ?? original?.developmentIDs.first
            ?? ContentHash.identifier("d", [own?.duplicateOf ?? id])
    }
}
