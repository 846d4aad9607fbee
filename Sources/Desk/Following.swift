import Developments
import Notation
import Storage

/// Brings the store to the corrections that stand, step by step, so that each can be taken back as if it had never been made.
///
/// A step is what one command wrote down. The store keeps what the rows that it changed were before. When a correction is
/// taken back, that step and all later ones are, the last first, and the later ones are followed again with the times that
/// they had. Where articles that came since changed the same rows, a step's effects are left to grouping, whose rules undo what
/// no correction asks for.
struct Following: Sendable {
    let store: Store
    /// Every source by its id.
    let sources: [String: Source]
    let corrections: Corrections
    let curation: Late<CorrectedCuration>
    let now: Timestamp

    /// Follows what is new, and takes back what no longer stands.
    ///
    /// - Returns: what that did.
    /// - Throws: a lexicon's error or one of the store.
    func perform() async throws -> Grouping.Outcome {
        var outcome = Grouping.Outcome()
        let wanted = corrections.borne
        let steps = try await store.followedSteps()
        var done = 0
        let standing = steps.prefix { step in
            let lines = wanted.dropFirst(done).prefix(step.lines.count).map(\.line)
            guard step.isWhole, lines == step.lines else { return false }
            done += lines.count
            return true
        }
        let overdue = steps.dropFirst(standing.count)
        for step in overdue.reversed() {
            let isRestored = try await store.takeBack(step)
            outcome.isRestored = outcome.isRestored && isRestored
        }
        let earlier = Dictionary(
            overdue.flatMap { step in step.lines.map { ($0, step.time) } }, uniquingKeysWith: { first, _ in first })
        while done < wanted.count {
            // What one command wrote bears one time.
            let lines = wanted.dropFirst(done).prefix { $0.when == wanted[done].when }.map(\.line)
            done += lines.count
            let prefix = Corrections(Array(wanted.prefix(done)))
            let time = lines.compactMap { earlier[$0] }.max() ?? now
            try await follow(Array(wanted.prefix(done).suffix(lines.count)), in: prefix, at: time, &outcome)
        }
        let now = Set(wanted.filter(\.isDecision).map(\.line))
        let before = Set(overdue.flatMap(\.lines)).filter { (try? Correction(line: $0))?.isDecision == true }
        let kept = Set(standing.flatMap(\.lines))
        outcome.decided = now.subtracting(kept).symmetricDifference(before).count
        return outcome
    }

    private func follow(
        _ step: [Correction], in corrections: Corrections, at time: Timestamp, _ outcome: inout Grouping.Outcome
    ) async throws {
        let grouping = Grouping(
            store: store, sources: sources, corrections: corrections, curation: curation, now: time)
        let ids = Set(step.filter(\.isDecision).map(\.target))
        outcome = try await store.follow(step.map(\.line), time: time) { [outcome] in
            var outcome = outcome
            try await grouping.decide(ids.sorted(), isCorrected: true)
            let articles = ids.isEmpty ? [] : try await store.ungroupedArticles().filter { ids.contains($0.id) }
            try await grouping.group(articles, into: &outcome)
            return outcome
        }
    }
}

extension Correction {
    /// Whether it decides on an article.
    fileprivate var isDecision: Bool { verb == .keep || verb == .drop }
}
