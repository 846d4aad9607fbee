import ArticleExtraction
import Curation
import Developments
import Foundation
import Notation

/// Why an article was kept or dropped, for a person.
public struct Explanation: Presentable, Sendable {
    let id: String
    let title: String
    let url: String
    let source: String
    let sourceTitle: String
    let published: CalendarDate?
    let developments: [String]
    let labels: [String: String]
    let sentences: [String]
    let language: String
    let extraction: Article.Extraction
    let decision: Decision
    let relevance: Double
    let keepThreshold: Double
    let reviewThreshold: Double
    let why: [Reason]
    /// The words without which the learned reader would think otherwise.
    let carriers: [Reason]
    let events: [Event]
    let background: [Evidence]
    let earlier: [EarlierDecision]
    let cuts: [Cut]

    private enum CodingKeys: String, CodingKey {
        case id, title, url, source, language, extraction, decision, relevance, keepThreshold, reviewThreshold, why,
            carriers,
            events
        case background, earlier, cuts, developments, published
    }

    /// A line of the page that is not in the text.
    struct Cut: Encodable, Sendable {
        let reason: String
        let text: String
    }

    /// Gathers what is known of an article's decision.
    ///
    /// - Parameters:
    ///   - article: the article.
    ///   - source: where it was published.
    ///   - developments: the developments whose acts it tells.
    ///   - cuts: what was cut from its page.
    ///   - carriers: the words that carried the decision.
    ///   - settings: the desk's.
    ///   - labels: what people read for codes.
    init(
        _ article: Article, source: Source?, developments: [String], cuts: [Removal], carriers: [Reason],
        settings: Settings,
        labels: [String: String]
    ) {
        sourceTitle = article.outlet?.name ?? source?.title ?? article.sourceID
        published = article.published.map { $0.date(offset: source?.offset(at: $0) ?? 0) }
        self.developments = developments
        self.labels = labels
        sentences = article.curated.events.map { ActSentence.title($0, in: article, labels: labels) }
        self.cuts = cuts.map { Cut(reason: $0.explanation, text: $0.text) }
        id = article.id
        title = article.title
        url = article.url
        self.source = article.sourceID
        language = article.curated.language
        extraction = article.extraction
        decision = article.curated.decision
        relevance = article.curated.score
        keepThreshold = settings.keepThreshold
        reviewThreshold = settings.reviewThreshold
        why = article.curated.why
        self.carriers = carriers
        events = article.curated.events
        background = article.curated.background
        earlier = article.curated.earlier ?? []
    }

    /// Readable lines.
    public var text: String { ExplanationNote(self).text }
}
