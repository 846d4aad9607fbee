import Curation
import Developments
import Notation
import Storage

/// Brings the store to what people decided, and joins the articles that are new to developments.
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
        /// Whether what was taken back left the store as if it had never been done.
        var isRestored = true
    }

    /// Follows the corrections and groups what is to be grouped.
    ///
    /// - Parameter isAnnounced: whether the changes feed is told; not of what only new rules changed.
    /// - Returns: what grouping did.
    /// - Throws: a lexicon's error or one of the store.
    func perform(isAnnounced: Bool = true) async throws -> Outcome {
        var outcome = try await Following(
            store: store, sources: sources, corrections: corrections, curation: curation, now: now
        ).perform()
        // What could not be followed or taken back step by step is brought about by rules.
        outcome.decided += try await decide()
        let articles = try await store.ungroupedArticles()
        try await group(articles, into: &outcome, isAnnounced: isAnnounced)
        return outcome
    }

    /// Groups articles.
    func group(_ articles: [Article], into outcome: inout Outcome, isAnnounced: Bool = true) async throws {
        let undone = try await store.undoable(between: Grouper.partiesOfUndone(by: articles))
        let state = try await store.groupingState(
            for: articles, including: corrections.developmentIDs.union(undone))
        if articles.isEmpty, state.developments.isEmpty { return }
        let known = Set(state.developments.map(\.id))
        var result = try await curation.value().grouper().group(
            articles, sources: sources, into: state, corrections: corrections, now: now)
        if !isAnnounced { result.changes = [] }
        try await store.save(result, now: now)
        let new = result.developments.count { !known.contains($0.id) }
        outcome.new += new
        outcome.updated += result.developments.count - new
        outcome.changes += result.changes.count
        outcome.contradictions += result.doubts.filter { $0.kind == .claim }.map { "\($0.developmentID): \($0.note)" }
    }

    /// Stores what was decided of articles.
    ///
    /// - Parameters:
    ///   - ids: the articles; unknown ones are left out.
    ///   - isCorrected: whether a person decided; else curation decides again.
    /// - Throws: a lexicon's error or one of the store.
    func decide(_ ids: [String], isCorrected: Bool) async throws {
        if ids.isEmpty { return }
        var curation = try await curation.value()
        curation.corrections = corrections
        let articles = try await store.articles(ids).map { [curation] in
            curation.curatedAgain($0, of: sources[$0.sourceID])
        }
        try await store.save(decided: articles, isCorrected: isCorrected, cause: .person, now: now)
    }

    /// Follows the decisions on articles, also those that were taken back, and drops what nobody reviewed in time.
    ///
    /// - Returns: how many articles were decided anew.
    private func decide() async throws -> Int {
        let stored = try await store.correctedArticles()
        let wanted = corrections.decisions
        let changed = wanted.filter { stored[$0.key] != $0.value }.keys.sorted()
        let released = stored.keys.filter { wanted[$0] == nil }.sorted()
        try await decide(changed, isCorrected: true)
        try await decide(released, isCorrected: false)
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
