internal import Curation
internal import Notation

/// The rules by which a report tells the act that a development tells, all of them.
///
/// To join two acts wrongly is worse than to leave one act in two developments, so what is doubtful stays apart. A report
/// is compared with each report of the development: one that contradicts it forbids the join, unless it is an older word of
/// the same publisher; one that matches is needed.
struct SameAct {
    private let sources: [String: Source]
    /// The articles that do not say when they were published: their age tells nothing.
    private let undated: Set<String>
    private var sentences = SentenceCache()

    init(sources: [String: Source], undated: Set<String> = []) {
        self.sources = sources
        self.undated = undated
    }

    /// How well a report fits a development.
    enum Verdict: Hashable {
        /// They cannot be one act.
        case different
        /// They could be, but too little speaks for it; a higher number says that more does.
        case doubtful(Int)
        /// They are one act; a higher number fits better.
        case same(Int)
    }

    /// Days between two reports of one act whose day neither tells.
    static let undatedDays = 5
    /// Days between two reports of one utterance whose day neither tells: positions are repeated.
    static let utteranceDays = 2
    /// Days after its day within which a dated act is still reported without a date.
    static let afterwardDays = 4
    /// The share of telling words that two evidence sentences of a one-sided act must have in common.
    static let likeness = 0.34

    /// Compares a report with a development.
    ///
    /// - Parameters:
    ///   - report: the report.
    ///   - development: the development.
    ///   - isMerged: whether a person made it of several: its reports may contradict each other.
    /// - Returns: whether they are one act.
    mutating func compare(_ report: Report, with development: Development, isMerged: Bool = false) -> Verdict {
        let sources = sources
        func publisher(_ report: Report) -> String { sources.outlet(of: report).ownerGroup }
        if let score = turn(report, of: development) { return .same(score) }
        let standing = development.reports.filter { $0.event.status != .retracted }
        let course = Course(standing)
        // Days that a later plan replaced forbid nothing.
        let holding = standing.filter { !course.isOvertaken($0) }
        var (best, doubt) = (-1, -1)
        for known in holding.isEmpty ? standing : holding {
            switch compare(report, known) {
            case .different where publisher(known) == publisher(report) && known.published < report.published: continue
            case .different where isMerged: continue
            case .different: return .different
            case .doubtful(let score): doubt = max(doubt, score)
            case .same(let score): best = max(best, score)
            }
        }
        return best >= 0 ? .same(best) : doubt >= 0 ? .doubtful(doubt) : .different
    }

    /// How well a report fits as the next turn of a planned meeting: that it is off, moved, or planned again once it was off.
    ///
    /// The parties are the same, and so is the venue as far as one is told; what is only called off is what was planned for
    /// that day.
    private mutating func turn(_ report: Report, of development: Development) -> Int? {
        let event = report.event
        let reports = development.reports.filter {
            $0.event.status != .retracted && Self.mutual.contains($0.event.type)
        }
        guard Self.mutual.contains(event.type), Self.partyCount(event) >= 2, let last = reports.last,
            reports.allSatisfy({ $0.published <= report.published }), last.event.type == event.type,
            Self.modesAgree(last.event, event)
        else { return nil }
        let course = Course(reports)
        guard reports.contains(where: { Self.compareParties($0.event, event) == .equal }) else { return nil }
        let holding = reports.filter { !course.isOvertaken($0) }
        let venues = holding.compactMap(\.event.venue)
        if let venue = event.venue, !venues.isEmpty, venues.allSatisfy({ $0.relation(to: venue) == .apart }) {
            return nil
        }
        let planned = holding.compactMap(\.actInterval).last
        let isOfDay = planned.flatMap { day in report.actInterval.map(day.overlaps) }
        switch course.state {
        case .planned where event.isMoved: break
        case .planned where event.isOff, .off where event.isOff:
            guard isOfDay != false, planned.map({ $0.end >= report.published.date.adding(days: -1) }) ?? true else {
                return nil
            }
        case .off where event.modality.isPlan && (event.isMoved || course.isPlannedAgain(by: report)): break
        default: return nil
        }
        let likeness = sentences.words(of: last.event.evidence.text).likeness(
            to: sentences.words(of: event.evidence.text))
        return 20 + (isOfDay == true ? 8 : 0) + Int(likeness * 10)
    }

    /// Whether a report tells a development's act beyond doubt, whatever else its article is about: two parties or more, who
    /// are the same, and the same days.
    mutating func isPinned(_ report: Report, to development: Development) -> Bool {
        guard Self.mutual.contains(report.event.type), Self.partyCount(report.event) >= 2,
            let interval = report.actInterval, development.reports.contains(where: { $0.actInterval == interval }),
            case .same = compare(report, with: development)
        else { return false }
        return true
    }

    /// Returns how alike two sentences are, 0...1.
    mutating func likeness(_ left: String, _ right: String) -> Double {
        sentences.words(of: left).likeness(to: sentences.words(of: right))
    }

    /// Compares two reports.
    private mutating func compare(_ left: Report, _ right: Report) -> Verdict {
        let (first, second) = (left.event, right.event)
        guard first.type == second.type, Self.modesAgree(first, second),
            let parties = Self.compareParties(first, second), let dates = compareDates(left, right),
            let venues = Self.compareVenues(first, second, parties: parties), !Self.isPlanAfterTheAct(left, right)
        else { return .different }
        let (here, there) = (sentences.words(of: first.evidence.text), sentences.words(of: second.evidence.text))
        guard here.speaksOfAnother == there.speaksOfAnother else { return .different }
        let likeness = here.likeness(to: there)
        let score = parties.rawValue * 4 + dates.rawValue * 4 + venues.rawValue * 3 + Int(likeness * 10)
        if Self.mutual.contains(first.type) {
            // A meeting is known by who meets and when; with one party named, the day or the words must help.
            if dates == .equal || likeness >= Self.likeness {
                return parties == .open ? .doubtful(score) : .same(score)
            }
            let areKnown = Self.partyCount(first) >= 2 && parties == .equal && dates != .unknown
            return areKnown && !Self.isVague(left, right) ? .same(score) : .doubtful(score)
        }
        // Acts of one side repeat themselves: same sides and same day may still be two demands, unless both articles
        // are news about it.
        let isNews =
            first.isPrimary && second.isPrimary && parties == .equal && dates == .equal && Self.partyCount(first) >= 2
        return likeness >= Self.likeness || isNews ? .same(score) : .doubtful(score)
    }

    // MARK: Parts

    /// How far two values agree.
    enum Agreement: Int {
        /// One may be of any age.
        case unknown = -1
        /// One or both say nothing.
        case open = 0
        /// One contains the other.
        case nested = 1
        case equal = 2
    }

    /// Acts done together, where all parties are actors.
    static let mutual: Set<EventType> = [.consult, .agree, .cooperate]

    /// Whether two kinds can be one act: a call is no meeting, tariffs are no expulsion.
    private static func modesAgree(_ left: Event, _ right: Event) -> Bool {
        if left.mode == right.mode || left.mode.isEmpty || right.mode.isEmpty { return true }
        switch left.type {
        case .consult: return left.mode != "call" && right.mode != "call"
        case .sanction, .coerce, .mobilize: return false
        default: return true
        }
    }

    private static func partyCount(_ event: Event) -> Int { Set(event.actors + event.recipients).count }

    /// Nil when neither party set holds the other, or a side of a one-sided act differs.
    private static func compareParties(_ left: Event, _ right: Event) -> Agreement? {
        if mutual.contains(left.type) {
            // One report's mediator may be another's party.
            let mediators = Set(left.mediators + right.mediators)
            return nesting(parties(of: left, without: mediators), parties(of: right, without: mediators))
        }
        guard let actors = nesting(Set(left.actors), Set(right.actors)) else { return nil }
        if left.recipients.isEmpty || right.recipients.isEmpty {
            return left.recipients.isEmpty && right.recipients.isEmpty ? actors : .nested
        }
        guard let recipients = nesting(Set(left.recipients), Set(right.recipients)) else { return nil }
        return actors == .equal && recipients == .equal ? .equal : .nested
    }

    private static func parties(of event: Event, without mediators: Set<String>) -> Set<String> {
        let all = Set(event.actors + event.recipients)
        let others = all.subtracting(mediators)
        return others.isEmpty ? all : others
    }

    private static func nesting(_ left: Set<String>, _ right: Set<String>) -> Agreement? {
        guard !left.isEmpty, !right.isEmpty else { return nil }
        if left == right { return .equal }
        return left.isSubset(of: right) || right.isSubset(of: left) ? .nested : nil
    }

    /// Nil when the acts lie on different days, or were told too far apart to be one without a day.
    private func compareDates(_ left: Report, _ right: Report) -> Agreement? {
        let gap = abs(left.published.date.dayNumber - right.published.date.dayNumber)
        let isNear: Bool
        switch (left.actInterval, right.actInterval) {
        case (let first?, let second?):
            if first == second { return .equal }
            return first.contains(second) || second.contains(first) ? .nested : nil
        case (let known?, nil): isNear = Self.isNear(right.published.date, known)
        case (nil, let known?): isNear = Self.isNear(left.published.date, known)
        case (nil, nil):
            let isMeeting = Self.mutual.contains(left.event.type)
            isNear = gap <= (isMeeting ? Self.undatedDays : Self.utteranceDays)
        }
        // What was fetched long after the act may have been written on its day.
        let isOfAnyAge = undated.contains(left.articleID) || undated.contains(right.articleID)
        return isNear ? .open : isOfAnyAge ? .unknown : nil
    }

    private static func isNear(_ day: CalendarDate, _ interval: DayInterval) -> Bool {
        day.dayNumber >= interval.start.dayNumber - 14 && day.dayNumber <= interval.end.dayNumber + afterwardDays
    }

    /// Nil when the venues exclude each other, unless both are plans for one and the same meeting.
    private static func compareVenues(_ left: Event, _ right: Event, parties: Agreement) -> Agreement? {
        guard let first = left.venue, let second = right.venue else { return .open }
        switch first.relation(to: second) {
        case .equal: return .equal
        case .contains, .isContained: return .nested
        case .apart:
            let arePlans = [left.modality, right.modality].allSatisfy { $0 == .future || $0 == .hypothetical }
            return arePlans && mutual.contains(left.type) && partyCount(left) >= 2 && parties != .open ? .open : nil
        }
    }

    /// Whether one tells of a meeting with its day or town, and the other of talks in general.
    ///
    /// Two states that are ready to talk have not yet agreed to meet on Friday.
    private static func isVague(_ left: Report, _ right: Report) -> Bool {
        func isFixed(_ report: Report) -> Bool {
            if let place = report.event.venue?.place, !place.isEmpty { return true }
            guard let interval = report.actInterval else { return false }
            // The day of the report itself is mostly that of the saying, not of the plan.
            let isDayOfReport = interval.start == interval.end && interval.start == report.published.date
            return report.event.modality == .occurred || !isDayOfReport
        }
        return isFixed(left) != isFixed(right)
    }

    /// Whether one plans what the other, told before it, has as done: then the plan is for another time.
    private static func isPlanAfterTheAct(_ left: Report, _ right: Report) -> Bool {
        let (earlier, later) = left.published <= right.published ? (left.event, right.event) : (right.event, left.event)
        let isDone = earlier.phase == .held || (earlier.modality == .occurred && mutual.contains(earlier.type))
        return isDone && (later.modality == .future || later.modality == .hypothetical)
    }
}
