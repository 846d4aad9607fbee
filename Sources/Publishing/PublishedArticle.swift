import Curation
import Developments
import Notation

/// A kept article as the outputs show it, past the licence gate.
struct PublishedArticle {
    var id: String
    var sourceID: String
    var outlet: Outlet
    var published: Timestamp?
    var publishedPrecision: String
    var updated: Timestamp?
    var fetched: Timestamp
    var title: String
    var titleFirstSeen: String
    var url: String
    var canonicalURL: String
    var language: String
    var authors: [String]
    var countries: [String]
    var organisations: [String]
    var persons: [String]
    var topics: [String]
    var types: [String]
    var developmentIDs: [String]
    var decision: Decision
    var relevance: Double
    var why: String
    var revision: Int
    var changedFields: [String]
    var wordCount: Int
    var extraction: Article.Extraction
    var duplicateOf: String
    var excerpt: String
    var sha256: String
    var licenceNote: String

    /// Creates the article as its source allows it, or nil when the source may not be shown.
    init?(_ article: Article, developmentIDs: [String], gate: LicenceGate, labels: Labels) {
        guard gate.shows(article.sourceID) else { return nil }
        let curated = article.curated
        let words = { gate.words($0, of: article) }
        id = article.id
        sourceID = article.sourceID
        outlet = gate.sources.outlet(of: article)
        published = article.published
        publishedPrecision =
            article.published == nil
            ? "" : article.publishedIsClamped ? "clamped" : article.publishedIsDay ? "day" : "time"
        updated = article.updated
        fetched = article.fetched
        title = words(article.title)
        titleFirstSeen = words(article.titleFirstSeen)
        url = gate.link(article.url, of: article)
        canonicalURL = gate.link(article.canonicalURL, of: article)
        language = article.language
        authors = article.authors.map(words)
        countries = curated.countries.filter { !Labels.bodies.contains($0) }
        organisations = unique(
            curated.countries.filter(Labels.bodies.contains).map { labels($0) } + curated.organisations.map(words))
        persons = unique(curated.persons.map { words($0.name) })
        topics = curated.topics
        types = unique(curated.events.map(\.type.rawValue))
        self.developmentIDs = developmentIDs
        decision = curated.decision
        relevance = curated.score
        why = ReasonWords.text(curated.why, of: article, gate: gate, labels: labels)
        revision = article.revision
        changedFields = article.changedFields
        wordCount = article.wordCount
        extraction = article.extraction
        duplicateOf = article.duplicateOf ?? ""
        excerpt = gate.excerpt(article.text, of: article)
        sha256 = article.sha256.isEmpty ? "" : "sha256:\(article.sha256)"
        licenceNote =
            switch gate.licence(of: article) {
            case .none: "words withheld by the source's licence: codes and link only"
            case .link: "excerpt withheld by the source's licence"
            case .excerpt, .full: ""
            }
    }
}
