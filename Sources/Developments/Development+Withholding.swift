internal import Curation

/// What is not shown of a development, since no report is sure of it.
extension Development {
    /// Empties what no report is sure of and no person set; where the act is not shown, so is nothing that only describes it.
    func withhold(from facts: inout DevelopmentFacts, _ labels: [String: String]) {
        let standing = reports.filter { $0.event.status != .retracted }
        let isActShown = Course.isCurrentActShown(in: standing) || facts.corrected.contains("type")
        let arePartiesShown =
            isActShown && standing.contains { $0.event.shows.contains(.parties) }
            || facts.corrected.contains("actors") || facts.corrected.contains("recipients")
        facts.isPublished =
            isActShown || !facts.corrected.isEmpty || standing.isEmpty
            || reports.contains { $0.prominence == .title && $0.surelyRelevant == true }
        if !isActShown { facts.withholdAct() }
        if !arePartiesShown { withholdParties(from: &facts, labels) }
    }

    /// Names in the place of the parties the states and bodies that the articles name first.
    private func withholdParties(from facts: inout DevelopmentFacts, _ labels: [String: String]) {
        facts.withhold("actors", \.actors, [])
        facts.withhold("recipients", \.recipients, [])
        let news = reports.filter { $0.prominence == .title }
        let named = (news.isEmpty ? reports : news).flatMap { $0.named ?? [] }
        let codes = named.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.prefix(Self.namedLimit)
        facts.countriesBasis = .mentioned
        (facts.countries, facts.organisations) = Parties.sorted(Array(codes) + facts.mediators)
        for code in codes where facts.partyLabels[code] == nil { facts.partyLabels[code] = labels[code] ?? code }
    }

    /// As many as are named without being parties.
    private static let namedLimit = 3
}

extension DevelopmentFacts {
    /// Empties what describes the act; that its source took it back is shown whatever the act was.
    fileprivate mutating func withholdAct() {
        withhold("type", \.type, nil)
        withhold("mode", \.mode, "")
        withhold("modality", \.modality, nil)
        withhold("phase", \.phase, nil)
        withhold("mediators", \.mediators, [])
        if status != .retracted { withhold("status", \.status, nil) }
        withhold("on_record_by", \.onRecordBy, [])
        if !corrected.contains(where: { $0.hasPrefix("venue_") }) { withhold("venue_place", \.venue, nil) }
        if !corrected.contains(where: { $0.hasPrefix("event_date_") }) { withhold("event_date_start", \.date, nil) }
        (cameo, score, deniedBy, venueAlternatives, channel, contradictionNote) = ([], nil, [], [], nil, "")
        confidence = nil
    }

    /// Empties a field, and notes that it has a guess.
    fileprivate mutating func withhold<Value: Equatable>(
        _ column: String, _ field: WritableKeyPath<DevelopmentFacts, Value>, _ empty: Value
    ) {
        guard self[keyPath: field] != empty, !corrected.contains(column) else { return }
        self[keyPath: field] = empty
        unsure.append(column)
    }
}

extension Course {
    /// Whether a report is sure of the act as it now stands: that it is off, or on again, must be sure itself.
    static func isCurrentActShown(in reports: [Report]) -> Bool {
        Course(reports).current(reports).contains { $0.event.showsAct }
    }
}
