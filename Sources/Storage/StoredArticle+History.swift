internal import Curation
internal import Developments
internal import Notation

extension StoredArticle {
    /// More decisions on one article are no history that anybody reads.
    private static let historyLimit = 20

    /// Returns a new coding as it is to be stored: with the decisions that it and earlier ones replaced.
    func withHistory(_ prepared: PreparedArticle, cause: EarlierDecision.Cause, now: Timestamp) throws -> String {
        let new = prepared.article.curated
        guard decision != new.decision.rawValue || curated.contains(#""earlier":["#) else {
            return prepared.curated
        }
        let old = try StoredJSON.curated(from: curated)
        var history = old.earlier ?? []
        if old.decision != new.decision {
            history.append(EarlierDecision(decision: old.decision, score: old.score, until: now, cause: cause))
        }
        var result = new
        result.earlier = history.isEmpty ? nil : history.suffix(Self.historyLimit)
        return try StoredJSON.text(curated: result)
    }
}
