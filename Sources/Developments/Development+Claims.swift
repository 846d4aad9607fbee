internal import Curation
internal import Notation

extension Development {
    /// Derives what is shown of the development from its reports.
    ///
    /// - Parameters:
    ///   - sources: the facts of all sources by id; an unknown source counts as one of its own.
    ///   - labels: the short neutral names of codes; a code without one is shown as it is.
    ///   - titles: what the desk wants of titles.
    /// - Returns: the facts without what no report is sure of; nil for a development without reports.
    public func facts(
        sources: [String: Source], labels: [String: String] = [:], titles: TitleRules = TitleRules()
    ) -> DevelopmentFacts? {
        guard var facts = guess(sources: sources, labels: labels, titles: titles) else { return nil }
        withhold(from: &facts, labels)
        // Our own tags stand for a title only as far as they are shown.
        if facts.titleReport == nil, !facts.corrected.contains("title") {
            let tags = facts.tagLine.text
            facts.title = tags.isEmpty ? "Report by \(sources.outlet(of: reports[facts.evidenceReport]).name)" : tags
        }
        return facts
    }

    /// Derives what the reports say of the development, sure or not.
    ///
    /// Parameters and result are those of ``facts(sources:labels:titles:)``; reports that are sure of a field outrank the
    /// others.
    public func guess(
        sources: [String: Source], labels: [String: String] = [:], titles: TitleRules = TitleRules()
    ) -> DevelopmentFacts? {
        let standing = reports.filter { $0.event.status != .retracted }
        let counted = standing.isEmpty ? reports : standing
        guard !counted.isEmpty else { return nil }
        let course = Course(counted)
        let voices = Voices(counted, sources: sources)
        let outlets = counted.map { sources.outlet(of: $0) }
        // What was told before it was planned anew no longer holds; what is off keeps the day and place of the plan.
        let holding = Voices(counted.filter { !course.isOvertaken($0) }, sources: sources)
        let now = Voices(course.current(counted), sources: sources)
        let acting = Voices(Self.preferring(course.current(counted)) { $0.event.showsAct }, sources: sources)
        let type = acting.mostTold { $0.type } ?? .statement
        let parties = Parties(Self.preferring(counted) { $0.event.shows.contains(.parties) })
        let venue = VenueClaims(holding)
        let date = DateClaims(holding)
        let standingStatus = Standing(now, actors: Set(parties.actors + parties.recipients), sources: sources)
        let modality = course.state == .off ? .negated : Self.modality(acting)
        let shown = evidenceReport(
            among: now.all.map(\.report), modality: modality, isDenied: standingStatus.status == .denied)
        // A movement is called by its name, in notes too.
        let named = Parties.labels(of: parties.actors + parties.recipients, labels, reports: counted)
        var facts = DevelopmentFacts(
            type: type, mode: voices.mostTold { $0.type == type && !$0.mode.isEmpty ? $0.mode : nil } ?? "",
            cameo: voices.mostTold { $0.cameo.isEmpty ? nil : $0.cameo } ?? [],
            score: modality == .occurred ? voices.mostTold { $0.score } : nil, actors: parties.actors,
            recipients: parties.recipients, mediators: parties.mediators, countries: parties.states,
            organisations: parties.bodies, partyLabels: [:], venue: venue.best, venueAlternatives: venue.rivals,
            date: date.best, modality: modality,
            status: standing.isEmpty ? .retracted : standingStatus.status, onRecordBy: standingStatus.onRecord,
            deniedBy: standingStatus.denying,
            phase: Standing.phase(now),
            channel: voices.all.compactMap(\.report.event.channel).min(by: Self.isStronger),
            title: "", evidenceReport: shown,
            contradictionNote: [
                isCorrected(.venuePlace, .venueCountry) ? "" : venue.note(sources, labels),
                isCorrected(.dateStart, .dateEnd) ? "" : date.note(sources),
                isCorrected(.modality, .phase) ? "" : Course.note(voices, sources: sources),
                isCorrected(.status, .onRecordBy) ? "" : standingStatus.note(labels.merging(named) { $1 }),
            ].filter { !$0.isEmpty }.joined(separator: "; "),
            articleCount: Set(counted.map(\.articleID)).count, sourceCount: Set(outlets.map(\.id)).count,
            ownerCount: Set(voices.all.map { sources.outlet(of: $0.report).ownerGroup }).count,
            originCount: voices.newest.count,
            countryCount: Set(outlets.map(\.country).filter { !$0.isEmpty }).count,
            officialCount: Set(outlets.filter { $0.kind == .official }.map(\.id)).count,
            prominence: counted.map(\.prominence).min() ?? .body, relevance: counted.map(\.relevance).max() ?? 0,
            confidence: 0)
        facts.apply(corrections)
        if isCorrected(.actors, .recipients, .mediators) {
            (facts.countries, facts.organisations) = Parties.sorted(facts.actors + facts.recipients + facts.mediators)
        }
        facts.partyLabels = Parties.labels(
            of: facts.actors + facts.recipients + facts.mediators, labels, reports: counted)
        if facts.title.isEmpty {
            let choice = DevelopmentTitle(sources: sources, rules: titles, course: course)
                .choice(of: facts, in: reports, keeping: titleArticleID)
            (facts.title, facts.titleReport) = (choice.text, choice.report)
        }
        facts.confidence = Confidence.of(facts)
        return facts
    }

    /// The reports for which something holds; all where it holds for none.
    private static func preferring(_ reports: [Report], _ holds: (Report) -> Bool) -> [Report] {
        let found = reports.filter(holds)
        return found.isEmpty ? reports : found
    }

    /// Whether a person gave one of some fields a value; who disagrees with it is no contradiction any more.
    private func isCorrected(_ fields: CorrectedField...) -> Bool {
        corrections.contains { correction in fields.contains { $0.rawValue == correction.field } }
    }

    /// The report whose sentence is shown: no copy, saying what the title says (that it is denied, that it was done), told
    /// as prominently as any, the earliest.
    private func evidenceReport(among counted: [Report], modality: Modality, isDenied: Bool) -> Int {
        let candidates = reports.indices.filter { counted.contains(reports[$0]) }
        func rank(_ index: Int) -> (Int, Int, Int, Timestamp, Int) {
            let report = reports[index]
            let isWordless = report.event.evidence.text.isEmpty || report.isCopy
            let event = report.event
            let isAgreed =
                (event.status == .denied) == isDenied
                && (isDenied || event.modality.isPlan == modality.isPlan)
            return (
                isWordless ? 1 : 0, isAgreed ? 0 : 1,
                report.prominence == .title ? 0 : report.prominence == .lead ? 1 : 2,
                report.published, index
            )
        }
        return candidates.min { rank($0) < rank($1) } ?? 0
    }

    /// The modality by the table: done once told as done, unless a later report says that it was not; else what most
    /// origins tell, the surer word between equals.
    ///
    /// A denial is a matter of status as long as others tell the act.
    private static func modality(_ voices: Voices) -> Modality {
        let told = voices.newest.map(\.report.event).filter { !$0.isDenial }
        guard !told.isEmpty else { return .negated }
        let newest = told.map(\.modality)
        if let last = newest.lastIndex(where: { $0 == .occurred || $0 == .negated }) {
            let negated = newest.count { $0 == .negated }
            return newest[last] == .negated && negated >= newest.count { $0 == .occurred }
                ? .negated
                : newest.contains(.occurred) ? .occurred : .negated
        }
        let future = newest.count { $0 == .future }
        return future >= newest.count - future ? .future : .hypothetical
    }

    private static func isStronger(_ left: Channel, than right: Channel) -> Bool {
        let order: [Channel] = [.onRecord, .document, .socialPost, .agencyReport, .anonymous]
        return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
}

/// Who takes part, of all reports: a fuller set holds the others, since contradictory ones are never joined.
struct Parties {
    var actors: [String] = []
    var recipients: [String] = []
    var mediators: [String] = []

    init(_ reports: [Report]) {
        for report in reports.sorted(by: { $0.event.actors.count > $1.event.actors.count }) {
            actors += report.event.actors.filter { !actors.contains($0) }
        }
        for report in reports.sorted(by: { $0.event.recipients.count > $1.event.recipients.count }) {
            recipients += report.event.recipients.filter { !recipients.contains($0) && !actors.contains($0) }
        }
        for report in reports { mediators += report.event.mediators.filter { !mediators.contains($0) } }
    }

    private static let bodyCodes: Set<String> = ["EUU", "UNO", "NAT"]

    var states: [String] { Self.sorted(actors + recipients + mediators).states }
    var bodies: [String] { Self.sorted(actors + recipients + mediators).bodies }

    /// Tells states from bodies, each once.
    static func sorted(_ codes: [String]) -> (states: [String], bodies: [String]) {
        let all = codes.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return (all.filter { !bodyCodes.contains($0) }, all.filter(bodyCodes.contains))
    }

    /// A name in the reports goes before the common one: a movement is not its country.
    static func labels(of codes: [String], _ names: [String: String], reports: [Report]) -> [String: String] {
        var labels: [String: String] = [:]
        for code in codes where labels[code] == nil {
            let written = reports.lazy.compactMap { $0.event.actorLabels[code] }.first { !$0.isEmpty }
            labels[code] = written ?? names[code] ?? code
        }
        return labels
    }
}
