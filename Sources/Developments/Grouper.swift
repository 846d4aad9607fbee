public import Curation
public import Notation

/// Puts articles into stories and their events into developments.
///
/// A pure function: the articles in the order (time, source, id), the same state, corrections and clock give the same
/// result. What is not reported by the new articles is left as it was.
public struct Grouper: Sendable {
    /// Reads an article again as if it had been published on a day.
    public typealias Reread = @Sendable (Article, CalendarDate) -> CuratedArticle

    /// The days of the past that a new article is compared with.
    public static let windowDays = 14

    let labels: [String: String]
    let commonness: Commonness
    let stateWords: StateWords
    let headlines: HeadlineReader
    let titles: TitleRules
    let reread: Reread?

    /// Creates a grouper.
    ///
    /// - Parameters:
    ///   - labels: the short neutral names of country codes and bodies.
    ///   - commonness: how common words are in news.
    ///   - stateWords: the words that name states.
    ///   - headlines: reads what may be titles.
    ///   - titles: what the desk wants of titles.
    ///   - reread: dates the acts of articles without a date of their own; nil leaves them undated.
    public init(
        labels: [String: String] = [:], commonness: Commonness = Commonness(), stateWords: StateWords = StateWords(),
        headlines: HeadlineReader = HeadlineReader(), titles: TitleRules = TitleRules(), reread: Reread? = nil
    ) {
        self.labels = labels
        self.commonness = commonness
        self.stateWords = stateWords
        self.headlines = headlines
        self.titles = titles
        self.reread = reread
    }

    /// Groups articles that are new or changed, and brings developments to what the corrections say.
    ///
    /// - Parameters:
    ///   - articles: the articles; one that is no longer kept takes its reports back.
    ///   - sources: the facts of all sources by id.
    ///   - state: what is remembered of the past.
    ///   - corrections: what people decided, which outranks every rule.
    ///   - now: the clock's time, at which developments are first seen and change.
    /// - Returns: what is new or differs, to be stored at once.
    public func group(
        _ articles: [Article], sources: [String: Source], into state: GroupingState,
        corrections: Corrections = Corrections(), now: Timestamp
    ) -> GroupingResult {
        let ordered = articles.sorted { ($0.sortTime, $0.sourceID, $0.id) < ($1.sortTime, $1.sourceID, $1.id) }
        var session = GroupingSession(
            articles: ordered, sources: sources, state: state, corrections: corrections, grouper: self, now: now)
        session.followCorrections()
        for article in ordered { session.place(article) }
        return session.result()
    }
}
