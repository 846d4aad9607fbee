import Curation
public import Developments
import Notation

extension Publisher {
    /// Returns developments as the outputs show them, in a form that is kept for the next edition.
    ///
    /// - Parameters:
    ///   - developments: the developments; those of which nothing may be shown are left out.
    ///   - stories: their stories, by id.
    ///   - articles: the kept articles that report them.
    ///   - sources: every source by its id.
    /// - Returns: what is kept, in any order.
    /// - Throws: an error when a value has a member that cannot be packed.
    public func printed(
        _ developments: [Development], stories: [String: Story], articles: [Article], sources: [String: Source]
    ) throws -> [Printed] {
        try items(developments, stories: stories, articles: articles, sources: sources).map { item in
            Printed(
                id: item.id, time: item.firstSeen, reach: item.lastChanged, bytes: try Packing.bytes(of: item))
        }
    }

    /// Returns the rows of articles, which are kept for the next edition.
    ///
    /// - Parameters:
    ///   - articles: the articles; those that are not kept or may not be shown are left out.
    ///   - view: the developments that they report.
    ///   - sources: every source by its id.
    /// - Returns: the rows, in the order of the articles.
    public func printed(
        _ articles: [Article], in view: PublicationView, sources: [String: Source]
    ) -> [Printed] {
        let gate = LicenceGate(sources: sources, audience: settings.audience)
        let labels = Labels(settings.labels)
        let calendar = DeskCalendar(zone: settings.timeZone)
        return articles.compactMap { article in
            guard article.curated.decision == .kept,
                let item = PublishedArticle(
                    article, developmentIDs: view.developmentIDs(of: article.id), gate: gate, labels: labels)
            else { return nil }
            return Printed(
                id: article.id, time: article.sortTime, reach: article.fetched,
                bytes: ArticlesCSV.row(item, calendar: calendar, format: settings.csv))
        }
    }

    func items(
        _ developments: [Development], stories: [String: Story], articles: [Article], sources: [String: Source]
    ) -> [PublishedDevelopment] {
        let gate = LicenceGate(sources: sources, audience: settings.audience)
        let deriver = DevelopmentDeriver(
            gate: gate, labels: Labels(settings.labels), stories: stories,
            articles: Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            prominence: settings.prominence, titles: settings.titles)
        return developments.filter(gate.shows).compactMap(deriver.published)
    }
}
