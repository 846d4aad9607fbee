internal import Curation
internal import Notation

extension GroupingSession {
    /// Brings the developments to what the corrections say, also where a correction was taken back.
    ///
    /// What already is as it should be stays untouched, so every run can do this.
    mutating func followCorrections() {
        let all = developments.keys.sorted()
        for id in all { partAgain(id) }
        for separation in corrections.splits.sorted(by: {
            ($0.developmentID, $0.articleID) < ($1.developmentID, $1.articleID)
        }) {
            split(separation)
        }
        for (id, target) in corrections.merges.sorted(by: { $0.key < $1.key }) { merge(id, into: target, for: id) }
        for id in all { setFields(of: id) }
    }

    /// Undoes a merge that no correction asks for any more, and puts back what no correction splits any more.
    private mutating func partAgain(_ id: String) {
        guard let development = developments[id] else { return }
        let isSplit = corrections.splits.contains { separation in
            separation.developmentID == development.splitFrom && Self.newID(after: separation) == id
        }
        if let target = development.mergedInto {
            let isAsked = corrections.merges[id] == target
            let isRejoined = development.splitFrom == target && !isSplit
            if !isAsked && !isRejoined { part(id, from: target) }
        } else if !development.splitFrom.isEmpty, !isSplit {
            merge(id, into: development.splitFrom, for: id)
        }
    }

    /// Takes an article's reports out of a development, into one of their own.
    private mutating func split(_ separation: Corrections.Separation) {
        guard var development = developments[separation.developmentID] else { return }
        let taken = development.reports.filter { $0.articleID == separation.articleID }
        // The last report stays: there is nothing to part it from.
        guard !taken.isEmpty, taken.count < development.reports.count else { return }
        changes.remember(development)
        development.reports.removeAll { $0.articleID == separation.articleID }
        store(development)
        let id = Self.newID(after: separation)
        var own = developments[id] ?? Development(id: id, storyID: development.storyID, firstSeen: now, reports: [])
        if developments[id] == nil { changes.open(id) } else { changes.remember(own) }
        own.splitFrom = development.id
        own.mergedInto = nil
        own.reports = taken
        store(own)
        index(own)
        developmentsOfArticle[separation.articleID]?.removeAll { $0 == development.id }
        changes.note("split", value: id, of: developments[development.id])
        changes.note(own, cause: .correction, articleID: "")
    }

    /// The id of the development that takes in what is split off.
    private static func newID(after separation: Corrections.Separation) -> String {
        ContentHash.identifier("d", [separation.developmentID, separation.articleID, "split"])
    }

    /// Makes a development part of another; it keeps its id, its reports and its row.
    private mutating func merge(_ id: String, into targetID: String, for reason: String) {
        guard var development = developments[id], var target = developments[targetID], id != targetID,
            development.mergedInto != targetID, target.mergedInto == nil
        else { return }
        changes.remember(development)
        changes.remember(target)
        let known = Set(target.reports.map { [$0.articleID, $0.event.evidence.text] })
        target.reports += development.reports.filter { !known.contains([$0.articleID, $0.event.evidence.text]) }
        target.firstSeen = min(target.firstSeen, development.firstSeen)
        development.mergedInto = targetID
        store(target)
        store(development)
        for report in development.reports { developmentsOfArticle[report.articleID]?.removeAll { $0 == id } }
        index(target)
        changes.note(target, cause: .correction, articleID: "")
        changes.note(development, cause: .correction, articleID: "")
    }

    /// Gives a merged development its reports back, as they read now.
    private mutating func part(_ id: String, from targetID: String) {
        guard var development = developments[id] else { return }
        changes.remember(development)
        development.mergedInto = nil
        if var target = developments[targetID] {
            changes.remember(target)
            func isOwn(_ report: Report) -> Bool {
                development.reports.contains {
                    $0.articleID == report.articleID && $0.event.type == report.event.type
                }
            }
            let own = target.reports.filter(isOwn)
            // Where nothing would be left, both told it from the beginning.
            if own.count < target.reports.count {
                target.reports.removeAll(where: isOwn)
                if !own.isEmpty { development.reports = own }
                for report in own { developmentsOfArticle[report.articleID]?.removeAll { $0 == targetID } }
            }
            store(target)
            changes.note(target, cause: .correction, articleID: "")
        }
        store(development)
        index(development)
        changes.note(development, cause: .correction, articleID: "")
    }

    private mutating func setFields(of id: String) {
        let wanted = corrections.fields[id] ?? []
        guard var development = developments[id], development.corrections != wanted else { return }
        changes.remember(development)
        development.corrections = wanted
        store(development)
        changes.note(development, cause: .correction, articleID: "")
    }
}
