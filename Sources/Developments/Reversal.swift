internal import Curation
internal import Notation

/// Tells which act, done before, a report undoes: a deal that collapses, a sanction lifted or put back, a visit cut short.
///
/// | a report of | undoes, of the same parties in the same direction, told as done on an earlier day |
/// |---|---|
/// | a deal that ends | a deal, a ceasefire |
/// | a visit cut short | a visit or meeting |
/// | an easing or a release | a sanction, a seizure that speaks of the same thing |
/// | a sanction put back | an easing that speaks of the same thing |
///
/// What is told on one day is a contradiction and no reversal.
struct Reversal {
    private let report: Report
    private let things: Set<String>

    /// Creates the search for what a report undoes; nil when it undoes nothing.
    init?(_ report: Report) {
        let event = report.event
        guard event.status != .retracted, event.modality == .occurred, event.parties.count > 1 else { return nil }
        things = Self.things(in: event.evidence.text)
        let isUndoing =
            switch event.type {
            case _ where event.undoes != nil: true
            case .concede: !things.isEmpty
            case .sanction: !things.isEmpty && Self.putsBack(event.evidence.text)
            default: false
            }
        guard isUndoing else { return nil }
        self.report = report
    }

    /// All parties of the act, in alphabetical order.
    var parties: [String] { Self.parties(report.event) }

    /// The parties of an act in the form by which it is found.
    static func parties(_ event: Event) -> [String] { Set(event.parties).sorted() }

    /// Whether a development tells what the report undoes.
    func undoes(_ development: Development) -> Bool {
        let reports = development.reports.filter { $0.event.status != .retracted }
        guard let first = reports.map(\.published).min(), first.date < report.published.date,
            let told = reports.last(where: { $0.event.modality == .occurred && isOpposite($0.event) })
        else { return false }
        return isOfSameParties(told.event)
    }

    /// How much two sentences share speaks for one of several.
    func rank(_ development: Development) -> (Int, Timestamp, String) {
        let shared = development.reports.map { Self.things(in: $0.event.evidence.text).intersection(things).count }
            .max()
        return (shared ?? 0, development.reports.map(\.published).max() ?? development.firstSeen, development.id)
    }

    private func isOpposite(_ event: Event) -> Bool {
        let isOfThing = !things.isDisjoint(with: Self.things(in: event.evidence.text))
        switch report.event.undoes {
        case .agree?: return event.type == .agree || event.type == .retreat && event.mode == "ceasefire"
        case let type?: return event.type == type && event.phase != .cancelled
        case nil: break
        }
        switch (report.event.type, event.type) {
        case (.concede, .sanction), (.concede, .coerce): return isOfThing
        case (.sanction, .concede): return isOfThing
        default: return false
        }
    }

    private func isOfSameParties(_ event: Event) -> Bool {
        if report.event.undoes != nil { return Set(event.parties) == Set(report.event.parties) }
        return Set(event.actors) == Set(report.event.actors) && Set(event.recipients) == Set(report.event.recipients)
    }

    // MARK: Words

    /// What a sentence speaks of, among what is imposed, closed or taken and given back.
    private static func things(in sentence: String) -> Set<String> {
        let words = FoldedWords.words(of: sentence)
        return Set(
            thingWords.filter { _, stems in words.contains { word in stems.contains { word.hasPrefix($0) } } }.map(
                \.key))
    }

    private static let thingWords: [String: [String]] = [
        "sanctions": ["sanction", "embargo", "blacklist"], "tariffs": ["tariff", "duty", "duties", "levy", "levies"],
        "visas": ["visa"], "passage": ["border", "crossing", "airspace", "strait", "blockade"],
        "trade": ["ban", "export", "import", "curb", "restriction"],
        "custody": ["detain", "arrest", "jail", "prison", "hostage", "release", "freed", "frees"],
        "vessels": ["tanker", "vessel", "ship", "boat", "crew", "trawler"],
        "envoys": ["ambassador", "envoy", "embassy"],
        "assets": ["asset", "fund", "account"],
    ]

    private static func putsBack(_ sentence: String) -> Bool {
        FoldedWords.words(of: sentence).contains { word in
            ["reimpos", "reinstat", "restor", "again", "resum", "snapback"].contains { word.hasPrefix($0) }
        } || sentence.lowercased().contains("re-impos")
    }
}

extension Grouper {
    /// Returns the parties of the acts that articles undo, for what was done too long ago to lie in the window.
    ///
    /// - Parameter articles: the articles to be grouped.
    /// - Returns: codes in alphabetical order, each set once.
    public static func partiesOfUndone(by articles: [Article]) -> [[String]] {
        let parties = articles.lazy.filter { $0.curated.decision == .kept }.flatMap { article in
            article.curated.events.compactMap { event in
                Reversal(Report(article: article, event: event, prominence: .body))?.parties
            }
        }
        return Set(parties).sorted { $0.lexicographicallyPrecedes($1) }
    }
}

extension GroupingSession {
    /// Ties developments to what they undo, after an article was placed in them.
    ///
    /// A development undoes one other at most, and is undone by one; a tie whose report was taken back is untied.
    mutating func tie(_ ids: [String]) {
        for id in ids {
            guard var development = developments[id] else { continue }
            let reversals = development.reports.compactMap(Reversal.init)
            if let old = developments[development.supersedes] {
                if reversals.contains(where: { $0.undoes(old) }) {
                    // What is shown of it may say more of this one now.
                    changes.remember(old)
                    store(old)
                    continue
                }
                untie(development, from: old)
                development.supersedes = ""
            }
            guard development.mergedInto == nil, let undone = undone(by: reversals, besides: id) else { continue }
            changes.remember(undone)
            development.supersedes = undone.id
            store(development)
            var old = undone
            old.supersededBy = id
            store(old)
            changes.note(old, cause: .article, articleID: development.reports.last?.articleID ?? "")
        }
    }

    private mutating func untie(_ development: Development, from old: Development) {
        changes.remember(old)
        var (development, old) = (development, old)
        development.supersedes = ""
        store(development)
        if old.supersededBy == development.id { old.supersededBy = "" }
        store(old)
        changes.note(old, cause: .edit, articleID: development.reports.last?.articleID ?? "")
    }

    /// The one development that reports undo: of several, the one whose sentences share most with theirs, then the latest.
    private func undone(by reversals: [Reversal], besides id: String) -> Development? {
        for reversal in reversals {
            let found = (developmentsOfParties[reversal.parties] ?? []).compactMap { developments[$0] }.filter {
                $0.id != id && $0.mergedInto == nil && $0.supersededBy.isEmpty && reversal.undoes($0)
            }
            if let best = found.max(by: { reversal.rank($0) < reversal.rank($1) }) { return best }
        }
        return nil
    }
}
