internal import Curation
internal import Notation

extension Event {
    /// Whether it tells that a planned act is off: cancelled, or put off without a new day.
    var isOff: Bool { modality == .negated && (phase == .cancelled || phase == .postponed) && !isDenial }

    /// Whether it tells that a planned act is moved to a new day.
    var isMoved: Bool { modality == .future && phase == .postponed }
}

/// How an act that is done together went, report by report: planned, off, planned again, held.
///
/// | after | a report that tells | makes it |
/// |---|---|---|
/// | nothing, a plan | that it is off | off |
/// | nothing, a plan | that it is moved to another day | planned anew |
/// | off | a plan for another day, or on a later day than it was called off | planned anew |
/// | anything | that it was done | done |
///
/// A plan that is told on the day on which the act was called off is the older word and contradicts it. What was told of day
/// and place before an act was planned anew no longer holds.
struct Course {
    /// How it stands.
    enum State {
        case open, planned, off, done
    }

    private(set) var state = State.open
    /// When it was last planned anew; nil when it never was.
    private(set) var renewed: Timestamp?
    private var calledOff: Report?

    /// Follows reports, none of them taken back, in any order.
    init(_ reports: [Report]) {
        let told = reports.enumerated().filter { SameAct.mutual.contains($0.element.event.type) }
            .sorted { ($0.element.published, $0.offset) < ($1.element.published, $1.offset) }
        for (_, report) in told { follow(report) }
    }

    private mutating func follow(_ report: Report) {
        let event = report.event
        if event.modality == .occurred {
            state = .done
        } else if state == .done || event.isDenial {
            return
        } else if event.isOff {
            state = .off
            calledOff = report
        } else if event.isMoved {
            state = .planned
            renewed = report.published
        } else if event.modality.isPlan, state != .off || isPlannedAgain(by: report) {
            if state == .off { renewed = report.published }
            state = .planned
        }
    }

    /// Whether a plan is newer than the word that it is off.
    func isPlannedAgain(by report: Report) -> Bool {
        guard let calledOff, report.event.modality.isPlan else { return false }
        if report.published.date > calledOff.published.date { return true }
        guard let old = calledOff.actInterval, let new = report.actInterval else { return false }
        return report.published >= calledOff.published && !old.overlaps(new)
    }

    /// Whether what a report tells of day and place was overtaken when the act was planned anew.
    func isOvertaken(_ report: Report) -> Bool {
        guard let renewed else { return false }
        return report.published < renewed || report.event.isOff && report.published <= renewed
    }

    /// The reports that tell how the act stands now.
    func current(_ reports: [Report]) -> [Report] {
        let newest = reports.filter { !isOvertaken($0) }
        let telling = state == .off ? newest.filter(\.event.isOff) : newest
        return telling.isEmpty ? reports : telling
    }

    // MARK: Contradictions

    /// What two origins tell on the newest day that cannot both hold: "planned (X, 3 Feb) against cancelled (Y, 3 Feb)"; empty
    /// when they agree.
    static func note(_ voices: Voices, sources: [String: Source]) -> String {
        let told = voices.all.compactMap { voice in word(voice.report.event).map { (word: $0, voice: voice) } }
        guard let day = told.last?.voice.report.published.date else { return "" }
        let ofDay = told.filter { $0.voice.report.published.date == day }
        guard let off = ofDay.last(where: { $0.word == .off }),
            let rival = ofDay.last(where: { $0.word != .off && $0.voice.origin != off.voice.origin })
        else { return "" }
        return [off, rival].sorted { $0.voice.report.published < $1.voice.report.published }
            .map { "\(words($0.voice.report.event)) (\(ClaimWords.credit($0.voice, sources)))" }
            .joined(separator: " against ")
    }

    private static func word(_ event: Event) -> State? {
        guard SameAct.mutual.contains(event.type), !event.isDenial else { return nil }
        switch event.modality {
        case .occurred: return .done
        case .negated: return .off
        case .future, .hypothetical: return .planned
        }
    }

    private static func words(_ event: Event) -> String {
        switch event.modality {
        case .occurred: "took place"
        case .future, .hypothetical: "planned"
        case .negated where event.isOff: event.phase?.rawValue ?? "off"
        case .negated: "did not take place"
        }
    }
}
