internal import Curation
internal import Notation

/// What a desk wants of titles.
public struct TitleRules: Hashable, Sendable {
    /// Ids or names of the outlets whose headlines go before all others.
    public var prefer: [String]
    /// Ids or names of the outlets whose headlines are never taken.
    public var never: [String]
    /// The language, BCP 47, whose headlines go before those in others.
    public var language: String

    /// Creates rules; by default they want nothing but English.
    public init(prefer: [String] = [], never: [String] = [], language: String = "en") {
        self.prefer = prefer
        self.never = never
        self.language = language
    }

    fileprivate func prefers(_ outlet: Outlet) -> Bool { Self.names(outlet, in: prefer) }
    fileprivate func refuses(_ outlet: Outlet) -> Bool { Self.names(outlet, in: never) }

    private static func names(_ outlet: Outlet, in list: [String]) -> Bool {
        list.contains { HeadlineReader.key($0) == HeadlineReader.key(outlet.name) || $0 == outlet.id }
    }
}

/// Chooses the title of a development among the words of its sources.
struct DevelopmentTitle {
    let sources: [String: Source]
    let rules: TitleRules
    /// How the act went: a headline that a later plan overtook tells it no more.
    let course: Course

    /// What a title was taken from.
    struct Choice: Hashable {
        var text: String
        /// The place of the report whose words it is; nil where it is nobody's.
        var report: Int?
    }

    /// The title: the headline of the report that gave it last while it is there, else the best headline that tells the
    /// act, else the sentence of evidence, else nothing.
    func choice(of facts: DevelopmentFacts, in reports: [Report], keeping articleID: String) -> Choice {
        let given = reports.indices.filter { reports[$0].articleID == articleID && !words(of: reports[$0]).isEmpty }
        if let index = given.first(where: { tellsAct(reports[$0], facts) }) ?? given.first, isWanted(reports[index]) {
            let isSentence = !tellsAct(reports[index], facts)
            if let text = isSentence ? sentence(of: reports[index]) : words(of: reports[index]) {
                return Choice(text: text, report: index)
            }
        }
        let telling = headlines(of: facts, in: reports)
        let ranked = telling.map { (rank: rank($0, in: reports, facts), index: $0) }
        if let best = ranked.min(by: { $0.rank.lexicographicallyPrecedes($1.rank) })?.index {
            return Choice(text: words(of: reports[best]), report: best)
        }
        let shown = facts.evidenceReport
        if reports.indices.contains(shown), let text = sentence(of: reports[shown]) {
            return Choice(text: text, report: shown)
        }
        return Choice(text: "", report: nil)
    }

    /// The reports whose headline tells the act; where none is sure of it, those whose headline is news of it.
    private func headlines(of facts: DevelopmentFacts, in reports: [Report]) -> [Int] {
        let telling = reports.indices.filter { tellsAct(reports[$0], facts) }
        if !telling.isEmpty || Course.isCurrentActShown(in: reports) { return telling }
        return reports.indices.filter {
            reports[$0].prominence == .title && !words(of: reports[$0]).isEmpty
                && reports[$0].headline?.isBarred != true
                && !rules.refuses(sources.outlet(of: reports[$0]))
        }
    }

    /// What may be shown of a report's headline; empty where its licence withholds it.
    private func words(of report: Report) -> String {
        report.title.isEmpty ? "" : report.headline?.text ?? report.title
    }

    /// Whether a report's headline itself tells the act, as all reports together tell it, and names a party.
    private func tellsAct(_ report: Report, _ facts: DevelopmentFacts) -> Bool {
        let event = report.event
        let isInHeadline = event.isInHeadline ?? (report.prominence == .title)
        guard isInHeadline || event.evidence.part == .title, !words(of: report).isEmpty,
            report.headline?.isBarred != true, event.type == facts.type,
            (event.status == .retracted) == (facts.status == .retracted), isWanted(report),
            !course.isOvertaken(report)
        else { return false }
        let parties = Set(facts.actors + facts.recipients + facts.mediators)
        let isDenied = facts.status == .denied
        return (event.status == .denied) == isDenied
            && (isDenied
                || event.modality.isPlan == facts.modality?.isPlan
                    && (event.modality == .negated) == (facts.modality == .negated))
            && (parties.isEmpty || !parties.isDisjoint(with: event.actors + event.recipients + event.mediators))
    }

    private func isWanted(_ report: Report) -> Bool {
        rules.never.isEmpty || !rules.refuses(sources.outlet(of: report))
    }

    private func rank(_ index: Int, in reports: [Report], _ facts: DevelopmentFacts) -> [Int] {
        let report = reports[index]
        let outlet = sources.outlet(of: report)
        let parties = facts.actors + facts.recipients
        let genres: [Headline.Genre] = [.news, .question, .live, .digest, .opinion]
        let language = report.language.lowercased().split(separator: "-").first.map(String.init) ?? ""
        return [
            rules.prefers(outlet) ? 0 : 1, report.isCopy ? 1 : 0,
            genres.firstIndex(of: report.headline?.genre ?? .news) ?? 0,
            outlet.isStateMedia ? 2 : parties.contains(outlet.country) ? 1 : 0,
            language.isEmpty || language == rules.language.lowercased() ? 0 : 1, report.published.seconds, index,
        ]
    }

    /// The sentence that tells the act, without a clause behind it that says nothing of who says so and whether.
    private func sentence(of report: Report) -> String? {
        report.event.evidence.text.isEmpty ? nil : TitleSentence.cut(report.event.evidence.text)
    }
}

extension Modality {
    /// Whether an act is still to come, if it comes.
    var isPlan: Bool { self == .future || self == .hypothetical }
}

extension DevelopmentFacts {
    /// What we read in the development, in words.
    public var tagLine: TagLine {
        func names(_ codes: [String]) -> [String] { codes.map { partyLabels[$0] ?? $0 } }
        let parties = actors.filter { !mediators.contains($0) }
        let isMutual = [EventType.consult, .agree, .cooperate].contains(type ?? .statement) && mode != "visit"
        return TagLine(
            type: type, mode: mode, modality: modality,
            actors: names(parties.count > 1 ? parties : actors), recipients: names(recipients),
            direction: isMutual ? .among : .towards)
    }
}
