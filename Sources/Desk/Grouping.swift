import Curation
import Developments
import Notation
import Storage

/// Brings the store's articles to what people decided, and joins those that are new to developments.
struct Grouping: Sendable {
    let store: Store
    /// Every source by its id.
    let sources: [String: Source]
    let corrections: Corrections
    /// Made when there is something to group or to decide.
    let curation: Late<CorrectedCuration>
    let now: Timestamp

    /// What grouping did.
    struct Outcome: Sendable {
        /// Articles that were decided anew.
        var decided = 0
        /// Developments that were opened.
        var new = 0
        /// Developments that were told again or corrected.
        var updated = 0
        /// Material differences.
        var changes = 0
        /// What articles say against corrected fields, in words.
        var contradictions: [String] = []
    }

    /// Groups what is to be grouped.
    ///
    /// - Parameter isAnnounced: whether the changes feed is told; not of what only new rules changed.
    /// - Returns: what grouping did.
    /// - Throws: a lexicon's error or one of the store.
    func perform(isAnnounced: Bool = true) async throws -> Outcome {
        let decided = try await decide()
        let articles = try await store.ungroupedArticles()
        let undone = try await store.undoable(between: Grouper.partiesOfUndone(by: articles))
        let state = try await store.groupingState(
            for: articles, including: corrections.developmentIDs.union(undone))
        if articles.isEmpty, state.developments.isEmpty { return Outcome(decided: decided) }
        let known = Set(state.developments.map(\.id))
        var result = try await curation.value().grouper().group(
            articles, sources: sources, into: state, corrections: corrections, now: now)
        if !isAnnounced { result.changes = [] }
        try await store.save(result, now: now)
        let new = result.developments.count { !known.contains($0.id) }
        return Outcome(
            decided: decided, new: new, updated: result.developments.count - new,
            changes: result.changes.count,
            contradictions: result.doubts.filter { $0.kind == .claim }.map { "\($0.developmentID): \($0.note)" })
    }

    /// Follows the decisions on articles, also those that were taken back, and drops what nobody reviewed in time.
    ///
    /// - Returns: how many articles were decided anew.
    private func decide() async throws -> Int {
        let stored = try await store.correctedArticles()
        let wanted = corrections.decisions
        let changed = wanted.filter { stored[$0.key] != $0.value }.keys.sorted()
        let released = stored.keys.filter { wanted[$0] == nil }.sorted()
        for (ids, isCorrected) in [(changed, true), (released, false)] where !ids.isEmpty {
            let curation = try await curation.value()
            let articles = try await store.articles(ids).map { curation.curatedAgain($0, of: sources[$0.sourceID]) }
            try await store.save(decided: articles, isCorrected: isCorrected, cause: .person, now: now)
        }
        let deadline = now.adding(seconds: -86_400 * Storage.Retention.reviewDays)
        let expired = try await store.articlesInReview(fetchedBefore: deadline, text: .full)
        try await store.save(
            decided: expired.map { article in
                var article = article
                article.curated.drop(because: "review-expired")
                return article
            }, isCorrected: false, cause: .expiry, now: now)
        return changed.count + released.count + expired.count
    }
}
