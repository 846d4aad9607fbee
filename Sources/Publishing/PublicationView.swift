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
        let deriver = DevelopmentDeriver(
            gate: gate, labels: labels, stories: publication.stories, articles: articles,
            prominence: settings.prominence)
        let shown = publication.developments.filter(gate.shows)
        developments = Self.withOwnLinks(
            newestFirst(shown, by: { $0.firstSeen }, id: { $0.id }).compactMap(deriver.published))
        changes = PublishedChange.all(publication.changes, of: developments)
        var developmentIDs: [String: [String]] = [:]
        for development in developments where development.mergedInto.isEmpty {
            for claim in development.claims { developmentIDs[claim.articleID, default: []].append(development.id) }
        }
        let kept = publication.articles.filter { $0.curated.decision == .kept && gate.shows($0.sourceID) }
        self.articles = newestFirst(kept, by: { $0.sortTime }, id: { $0.id }).compactMap { article in
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
}
