import Curation
import Developments
import Storage

/// Compares the store with what the corrections ask for: finds what a correction or its undoing left when it was broken off.
struct CorrectionCheck {
    let store: Store
    let corrections: Corrections

    /// Returns one line for each difference.
    ///
    /// - Throws: an error of the store.
    func defects() async throws -> [String] {
        let followed = try await store.followedSteps().flatMap(\.lines)
        let lines = corrections.borne.map(\.line)
        var defects: [String] = []
        if followed != lines {
            let (missing, extra) = (Set(lines).subtracting(followed), Set(followed).subtracting(lines))
            defects.append(
                "Feeds/corrections.tsv and the store differ: \(missing.count) lines are not followed yet, "
                    + "\(extra.count) no longer stand; the next run makes that good")
        }
        return defects + (try await articles()) + (try await developments())
    }

    private func articles() async throws -> [String] {
        let stored = try await store.correctedArticles()
        let wanted = corrections.decisions
        let known = Set(try await store.articles(Array(wanted.keys)).map(\.id))
        return Set(stored.keys).union(known).sorted().compactMap { id in
            stored[id] == wanted[id]
                ? nil : "article \(id) is \(words(stored[id])), the corrections say \(words(wanted[id]))"
        }
    }

    private func words(_ decision: Decision?) -> String {
        decision.map { "\($0.rawValue) by a person" } ?? "as curated"
    }

    private func developments() async throws -> [String] {
        // Grouping looks at the same ones: those that a person changed or wants to.
        let touched = try await store.groupingState(for: [], including: corrections.developmentIDs).developments
        return touched.flatMap { development in
            let (id, wanted) = (development.id, corrections.fields[development.id] ?? [])
            var defects: [String] = []
            if development.corrections != wanted {
                let fields = Set(development.corrections).symmetricDifference(wanted).map(\.field)
                defects.append("development \(id) has other values than the corrections set: \(fields.sorted())")
            }
            if development.splitFrom.isEmpty, development.mergedInto != corrections.merges[id] {
                let target = development.mergedInto ?? "none"
                defects.append("development \(id) is merged into \(target), the corrections say otherwise")
            }
            return defects
        }
    }
}
