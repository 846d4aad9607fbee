import Curation
import Developments
import Notation

/// All that may be shown of a publication, in the outputs' order: newest first, and by id where the time is the same.
struct PublicationView {
    /// The developments that a table or a feed may hold.
    let developments: [PublishedDevelopment]
    /// The articles that a table holds.
    let articles: [PublishedArticle]
    /// The changes that a table or a feed may hold.
    let changes: [PublishedChange]

    init(_ publication: Publication, gate: LicenceGate, settings: PublicationSettings) {
        let labels = Labels(settings.labels)
        let articles = Dictionary(publication.articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let deriver = DevelopmentDeriver(gate: gate, labels: labels, stories: publication.stories, articles: articles)
        let shown = Self.window(publication.developments.filter(gate.shows), settings)
        developments = Self.withOwnLinks(
            newestFirst(shown, by: { $0.firstSeen }, id: { $0.id }).compactMap(deriver.published))
        changes = PublishedChange.all(publication.changes, of: developments)
        var developmentIDs: [String: [String]] = [:]
        for development in developments where development.mergedInto.isEmpty {
            for claim in development.claims { developmentIDs[claim.articleID, default: []].append(development.id) }
        }
        let recentArticles = recent(
            publication.articles.filter { $0.curated.decision == .kept && gate.shows($0.sourceID) },
            days: settings.csvDays, by: { $0.fetched })
        self.articles = newestFirst(recentArticles, by: { $0.sortTime }, id: { $0.id }).compactMap { article in
            PublishedArticle(article, developmentIDs: developmentIDs[article.id] ?? [], gate: gate, labels: labels)
        }
    }

    /// Gives a development whose link an older one has, since their sentences begin and end alike, another of its own.
    private static func withOwnLinks(_ developments: [PublishedDevelopment]) -> [PublishedDevelopment] {
        var result = developments
        var taken: Set<String> = []
        for index in result.indices.reversed() where !taken.insert(result[index].link).inserted {
            let url = (result[index].claims.first ?? result[index].evidence).url
            result[index].link = PublicURL.link(url, toPlace: result[index].id)
        }
        return result
    }

    /// What a table holds, and what a feed holds although it is older: nothing is derived of anything else.
    private static func window(_ developments: [Development], _ settings: PublicationSettings) -> [Development] {
        let inTables = recent(developments, days: settings.csvDays, by: { $0.lastChanged })
        guard inTables.count < settings.feedWindow.maximum, inTables.count < developments.count else { return inTables }
        return Array(
            newestFirst(developments, by: { $0.lastChanged }, id: { $0.id }).prefix(settings.feedWindow.maximum))
    }
}
