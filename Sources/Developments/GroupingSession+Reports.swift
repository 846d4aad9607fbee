internal import Curation
internal import Notation

extension GroupingSession {
    /// Puts an article's events in the place of what it reported before.
    ///
    /// - Returns: the developments that the article reports, in the order of its events, each once.
    mutating func report(_ events: [Event], of article: Article, in storyID: String) -> [String] {
        let isDropped = corrections.decisions[article.id] == .dropped
        let before = isDropped ? allDevelopments(telling: article.id) : developmentsOfArticle[article.id] ?? []
        let cause: Change.Cause = isDropped ? .correction : before.isEmpty ? .article : .edit
        for id in before { changes.remember(developments[id]) }
        let headline = headline(of: article)
        let reports = events.map { event in
            Report(article: article, event: event, prominence: article.prominence(of: event), headline: headline)
        }
        var placed = assigned(reports, in: storyID, own: before)
        var doubts: [Int: Doubt] = [:]
        for (index, report) in reports.enumerated() where placed[index] == nil {
            placed[index] = sameTold(report, among: placed.compactMap { $0 }, reports, placed)
            if placed[index] == nil { doubts[index] = doubt(about: report, in: storyID) }
            let id = placed[index] ?? Self.newID(of: report)
            placed[index] = id
            open(id, for: report, in: storyID)
            doubts[index]?.developmentID = id
        }
        let told = zip(reports, placed.compactMap { $0 })
        for id in before + placed.compactMap({ $0 }).filter({ !before.contains($0) }) {
            put(told.filter { $0.1 == id }.map(\.0), of: article, into: id)
        }
        output.doubts += doubts.sorted { $0.key < $1.key }.map(\.value)
        let ids = placed.compactMap { $0 }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        developmentsOfArticle[article.id] = ids
        let concerned = Set(before + ids).sorted()
        for id in concerned {
            changes.note(developments[id], cause: cause, articleID: isDropped ? "" : article.id)
        }
        tie(concerned)
        return ids
    }

    private static func newID(of report: Report) -> String {
        ContentHash.identifier("d", [report.articleID, report.event.evidence.text, report.event.type.rawValue])
    }

    // MARK: Finding

    /// The developments that reports continue or join, the best fitting first, each development at most once.
    private mutating func assigned(_ reports: [Report], in storyID: String, own: [String]) -> [String?] {
        var placed: [String?] = Array(repeating: nil, count: reports.count)
        for (index, report) in reports.enumerated() {
            placed[index] = continued(report, own: own, taken: placed.compactMap { $0 })
        }
        var fits: [(score: Int, report: Int, id: String)] = []
        for (index, report) in reports.enumerated() where placed[index] == nil {
            for id in developmentsOfStory[storyID] ?? [] where !own.contains(id) {
                guard let development = candidate(id, for: report),
                    case .same(let score) = sameAct.compare(
                        report, with: development, isMerged: mergeTargets.contains(id))
                else { continue }
                fits.append((score, index, id))
            }
        }
        // Stable, so that equals go by the order of the events and the age of the developments.
        let ranked = fits.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
        for (_, fit) in ranked where placed[fit.report] == nil && !placed.contains(fit.id) {
            placed[fit.report] = fit.id
        }
        return placed
    }

    /// A development that a report may join: it stands alone, and nobody took the article out of it.
    private func candidate(_ id: String, for report: Report) -> Development? {
        let separation = Corrections.Separation(developmentID: id, articleID: report.articleID)
        guard let development = developments[id], development.mergedInto == nil,
            !corrections.splits.contains(separation), !isOvertaken(development, at: report.published)
        else { return nil }
        return development
    }

    /// Whether an act was undone on an earlier day: what is told after that is another act.
    private func isOvertaken(_ development: Development, at time: Timestamp) -> Bool {
        guard let first = developments[development.supersededBy]?.reports.map(\.published).min() else { return false }
        return time.date > first.date
    }

    /// The development in which this article told the same act before it was edited, whatever else it says of it now.
    private mutating func continued(_ report: Report, own: [String], taken: [String]) -> String? {
        let parties = Set(report.event.actors + report.event.recipients)
        var best: (id: String, likeness: Double)?
        for id in own where !taken.contains(id) {
            for old in developments[id]?.reports ?? []
            where old.articleID == report.articleID && old.event.type == report.event.type {
                let likeness = sameAct.likeness(old.event.evidence.text, report.event.evidence.text)
                let hasSameParties = parties == Set(old.event.actors + old.event.recipients)
                guard hasSameParties || likeness >= SameAct.likeness else { continue }
                let rank = likeness + (hasSameParties ? 1 : 0)
                if let present = best, present.likeness >= rank { continue }
                best = (id, rank)
            }
        }
        return best?.id
    }

    /// The development of another event of the same article that tells the act after another origin.
    private mutating func sameTold(
        _ report: Report, among ids: [String], _ reports: [Report], _ placed: [String?]
    ) -> String? {
        for (other, id) in zip(reports, placed) {
            guard let id, other.event.origin != report.event.origin, candidate(id, for: report) != nil else { continue }
            let single = Development(id: id, storyID: "", firstSeen: now, reports: [other])
            if case .same = sameAct.compare(report, with: single) { return id }
        }
        return nil
    }

    /// What speaks for a development that a report does not join.
    private mutating func doubt(about report: Report, in storyID: String) -> Doubt? {
        var best: (id: String, score: Int)?
        for id in developmentsOfStory[storyID] ?? [] {
            guard let development = candidate(id, for: report),
                !development.reports.contains(where: { $0.articleID == report.articleID }),
                case .doubtful(let score) = sameAct.compare(report, with: development), score > (best?.score ?? -1)
            else { continue }
            best = (id, score)
        }
        return best.map {
            Doubt(
                kind: .pair, developmentID: "", otherID: $0.id, articleID: report.articleID,
                note: report.event.evidence.text)
        }
    }

    // MARK: Placing

    private mutating func open(_ id: String, for report: Report, in storyID: String) {
        guard developments[id] == nil else { return }
        developments[id] = Development(id: id, storyID: storyID, firstSeen: now, reports: [])
        developmentsOfStory[storyID, default: []].append(id)
        changes.open(id)
    }

    /// Puts what an article says now of a development in the place of what it said before.
    ///
    /// Where its source took back what was told, the last report stays, marked as retracted; where the desk or its rules
    /// decided, nothing stays.
    private mutating func put(_ reports: [Report], of article: Article, into id: String) {
        guard var development = developments[id] else { return }
        changes.remember(development)
        let articleID = article.id
        let place = development.reports.firstIndex { $0.articleID == articleID } ?? development.reports.count
        let old = development.reports.filter { $0.articleID == articleID }
        // A headline that its source changed may no longer tell the act.
        if development.titleArticleID == articleID, Set(old.map(\.title)) != Set(reports.map(\.title)) {
            development.titleArticleID = ""
        }
        development.reports.removeAll { $0.articleID == articleID }
        if reports.isEmpty, development.reports.isEmpty, isTakenBack(article) {
            development.reports = old
            for index in development.reports.indices { development.reports[index].event.status = .retracted }
        } else {
            development.reports.insert(contentsOf: reports, at: min(place, development.reports.count))
        }
        for report in reports {
            index(id, by: report)
            noteContradiction(of: report, old, with: development)
        }
        store(development)
    }

    /// Whether an article that tells an act no more does so because its source changed it.
    private func isTakenBack(_ article: Article) -> Bool {
        guard article.revision > 1, corrections.decisions[article.id] != .dropped else { return false }
        return article.curated.decision == .kept || article.curated.earlier?.last?.cause == .edit
    }

    /// All developments that hold a report of an article, those that are merged into others included.
    private func allDevelopments(telling articleID: String) -> [String] {
        developments.values.filter { $0.reports.contains { $0.articleID == articleID } }.map(\.id).sorted()
    }

    /// A new claim against a corrected field is reported, and not applied.
    private mutating func noteContradiction(of report: Report, _ old: [Report], with development: Development) {
        for correction in development.corrections {
            let alone = Development(id: "", storyID: "", firstSeen: now, reports: [report])
            let said = MaterialFacts(alone.facts(sources: sources, labels: labels)).values[correction.field] ?? ""
            let isKnown = old.contains { $0.event == report.event }
            guard !said.isEmpty, said != correction.value, !isKnown else { continue }
            let name = sources.outlet(of: report).name
            output.doubts.append(
                Doubt(
                    kind: .claim, developmentID: development.id, articleID: report.articleID,
                    note: "\(correction.field) is corrected to \(correction.value); \(name) says \(said)"))
        }
    }
}

extension Article {
    /// Where in the article an event is told; the lead is the first two paragraphs.
    func prominence(of event: Event) -> Prominence {
        if event.isPrimary || event.evidence.part == .title { return .title }
        var (paragraphs, offset) = (1, 0)
        var isBreak = false
        for scalar in text.unicodeScalars {
            if offset >= event.evidence.start { break }
            if scalar == "\n" {
                if isBreak { paragraphs += 1 }
                isBreak.toggle()
            } else {
                isBreak = false
            }
            offset += 1
        }
        return paragraphs <= 2 ? .lead : .body
    }
}
