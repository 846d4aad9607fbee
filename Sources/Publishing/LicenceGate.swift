import Curation
import Developments

/// Decides what of a source's words may be published; every output is made of what this lets through.
///
/// | licence | what may be shown |
/// |---|---|
/// | `none` | codes, dates, names of places, and the link |
/// | `link` | also the title, our summary, evidence sentences of at most 60 words, quotes of at most 40 |
/// | `excerpt` | also the first 300 characters |
/// | `full` | also longer sentences and quotes |
struct LicenceGate {
    /// The words that a sentence of evidence has at most below `full`.
    static let evidenceWords = 60
    /// The words that a quote has at most below `full`.
    static let quoteWords = 40
    /// The characters of an excerpt at most.
    static let excerptLength = 300
    /// What a title or sentence is cut to whatever the licence: no outlet has longer ones, broken pages do.
    static let lengthLimit = 1_000

    /// The sources that may be shown, by id.
    let sources: [String: Source]
    private let audience: PublicationSettings.Audience

    init(sources: [String: Source], audience: PublicationSettings.Audience) {
        // Mostly none is: a copy of thousands would lie in memory for nothing.
        let hidesSome = audience != .private && sources.values.contains { $0.isPrivate }
        self.sources = hidesSome ? sources.filter { !$0.value.isPrivate } : sources
        self.audience = audience
    }

    /// Whether anything of a source may be shown: not when it is private, nor when nothing is known of it.
    func shows(_ sourceID: String) -> Bool { sources[sourceID] != nil }

    /// Whether a source of the development may be shown.
    func shows(_ development: Development) -> Bool { development.reports.contains { shows($0.sourceID) } }

    /// The licence that binds: the narrower of the outlet's and of the source's that carried it; `full` where the outputs
    /// are the desk's own.
    func licence(of item: some Credited) -> Source.Licence {
        if audience == .private { return .full }
        guard let carrier = sources[item.sourceID]?.licence else { return .none }
        guard let own = item.outlet?.licence else { return carrier }
        let order = Source.Licence.allCases
        return [own, carrier].min { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) } ?? carrier
    }

    /// An article's address without what the source's feed keeps for its subscriber.
    func link(_ address: String, of item: some Credited) -> String {
        PublicURL.link(address, without: sources[item.sourceID].map { PublicURL.secrets(of: $0.feedURL) } ?? [])
    }

    /// A title, name or other short text of the source's own.
    func words(_ text: String, of item: some Credited) -> String {
        licence(of: item) == .none ? "" : line(text, atMost: Self.lengthLimit)
    }

    /// A sentence of evidence.
    func sentence(_ text: String, of item: some Credited) -> String {
        cut(text, of: item, words: Self.evidenceWords)
    }

    /// The words of a quote.
    func quote(_ text: String, of item: some Credited) -> String {
        cut(text, of: item, words: Self.quoteWords)
    }

    /// The beginning of a body.
    func excerpt(_ text: String, of item: some Credited) -> String {
        switch licence(of: item) {
        case .none, .link: ""
        case .excerpt, .full:
            line(text, atMost: Self.excerptLength)
        }
    }

    /// A story's title as the source of its words allows it.
    func title(of story: Story?) -> String {
        guard let story else { return "" }
        guard !story.sourceID.isEmpty, audience != .private else { return PlainText.line(story.title) }
        return sources[story.sourceID].map { $0.licence == .none ? "" : PlainText.line(story.title) } ?? ""
    }

    /// Returns a development as its sources allow it, or nil when none of them may be shown.
    ///
    /// What is withheld is withheld from each report, before anything is derived from the reports: no rule above can let a
    /// word through.
    func development(_ development: Development) -> Development? {
        var result = development
        result.reports = development.reports.filter { shows($0.sourceID) }.map(report)
        return result.reports.isEmpty ? nil : result
    }

    private func report(_ report: Report) -> Report {
        let original = report
        var report = report
        report.title = words(report.title, of: original)
        report.url = link(report.url, of: original)
        report.event.object = words(report.event.object, of: original)
        report.headline = report.title.isEmpty ? nil : report.headline
        report.event.evidence = evidence(report.event.evidence, of: original)
        report.event.mediatorsEvidence = report.event.mediatorsEvidence.map { evidence($0, of: original) }
        report.event.statusEvidence = report.event.statusEvidence.map { evidence($0, of: original) }
        if let venue = report.event.venue {
            report.event.venue?.evidence = venue.evidence.map { evidence($0, of: original) }
        }
        if let date = report.event.date {
            report.event.date?.evidence = date.evidence.map { evidence($0, of: original) }
        }
        return report
    }

    private func evidence(_ evidence: Evidence, of item: some Credited) -> Evidence {
        var evidence = evidence
        evidence.text = sentence(evidence.text, of: item)
        return evidence
    }

    /// Text on one line, cut; of a long one only the beginning is read.
    private func line(_ text: String, atMost limit: Int) -> String {
        let head = text.utf8.count > 16 * limit ? String(text.unicodeScalars.prefix(4 * limit)) : text
        return PlainText.cut(PlainText.line(head), to: limit)
    }

    private func cut(_ text: String, of item: some Credited, words: Int) -> String {
        let line = self.words(text, of: item)
        return licence(of: item) == .full ? line : PlainText.cut(line, toWords: words)
    }
}
