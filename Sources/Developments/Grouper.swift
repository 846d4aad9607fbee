internal import Curation
public import Notation

/// Puts articles into stories and their events into developments.
///
/// A pure function: the articles in the order (time, source, id), the same state and clock give the same result. What is
/// not reported by the new articles is left as it was.
public struct Grouper: Sendable {
    /// The days of the past that a new article is compared with.
    public static let windowDays = 14

    private let labels: [String: String]

    /// Creates a grouper.
    ///
    /// - Parameter labels: the short neutral names of country codes and bodies.
    public init(labels: [String: String] = [:]) {
        self.labels = labels
    }

    /// Groups articles that are new or changed.
    ///
    /// - Parameters:
    ///   - articles: the articles; one that is no longer kept takes its reports back.
    ///   - sources: the facts of all sources by id.
    ///   - state: what is remembered of the past.
    ///   - now: the clock's time, at which developments are first seen and change.
    /// - Returns: what is new or differs, to be stored at once.
    public func group(
        _ articles: [Article], sources: [String: Source], into state: GroupingState, now: Timestamp
    ) -> GroupingResult {
        let ordered = articles.sorted { ($0.sortTime, $0.sourceID, $0.id) < ($1.sortTime, $1.sourceID, $1.id) }
        var session = GroupingSession(articles: ordered, sources: sources, state: state, labels: labels, now: now)
        for article in ordered { session.place(article) }
        return session.result()
    }
}
