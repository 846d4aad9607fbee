import Curation
import Developments
import Notation
import Publishing

/// A published entry as a person judges it: what is shown, and what its sources say.
public struct AuditItem: Encodable, Sendable {
    /// What is shown of one field.
    public struct Field: Encodable, Sendable {
        /// `title type parties modality status venue date`.
        public let name: String
        /// Its value in words.
        public let shown: String
        /// What is asked.
        public let question: String
        /// `yes` or `no`; nil while nobody judged it.
        public let verdict: String?
    }

    /// What one article says.
    struct Report: Encodable, Sendable {
        let source: String
        let published: String
        let headline: String
        let url: String
        /// The sentence of the act, then those that tell where, when and on whose word.
        let sentences: [String]
    }

    /// The development.
    public let id: String
    /// The fields that are shown.
    public let fields: [Field]
    let reports: [Report]

    /// The reports that one screen holds.
    private static let reportLimit = 3
    /// The characters of a sentence that one screen holds.
    private static let sentenceLimit = 400

    init(
        _ entry: ShownEntry, reports: [Developments.Report], sources: [String: Source], verdicts: [AuditVerdict]
    ) {
        id = entry.id
        fields = entry.fields.map { field in
            let shown = AuditFile.cell(field.shown)
            let last = verdicts.last { $0.field == field.name && $0.shown == shown }
            return Field(
                name: field.name, shown: shown, question: Self.questions[field.name] ?? "Is it right?",
                verdict: last.map { $0.isRight ? "yes" : "no" })
        }
        self.reports = reports.sorted { $0.prominence < $1.prominence }.map { report in
            let event = report.event
            let further = [
                event.venue?.evidence, event.date?.evidence, event.mediatorsEvidence, event.statusEvidence,
            ].compactMap { $0?.text }
            let sentences = ([event.evidence.text] + further).reduce(into: [String]()) {
                if !$1.isEmpty, !$0.contains($1) { $0.append($1) }
            }
            return Report(
                source: sources.outlet(of: report).name, published: report.published.date.description,
                headline: report.title, url: report.url,
                sentences: sentences)
        }
    }

    private static let questions = [
        "title": "Is the title a source's own, and about the act?",
        "type": "Is this the kind of act?",
        "parties": "Are these the parties, on the right sides?",
        "modality": "Is it so, as sources tell it: done or said, planned, possible, not done?",
        "status": "Is it shown rightly who vouches for it?",
        "venue": "Is this the place of this act?",
        "date": "Is this the day of this act?",
    ]

    /// The fields that nobody judged.
    public var open: [Field] { fields.filter { $0.verdict == nil } }

    /// One screen: what is shown and what the sources say.
    public var lines: [String] {
        let width = (fields.map(\.name.count).max() ?? 0) + 2
        func short(_ text: String) -> String {
            text.count > Self.sentenceLimit ? text.prefix(Self.sentenceLimit) + "…" : text
        }
        var lines = [id] + fields.map { "  \($0.name.padded(to: width))\(short($0.shown))" }
        for report in reports.prefix(Self.reportLimit) {
            lines += [
                "", "\(report.source), \(report.published), \(report.url)", "  headline  \(short(report.headline))",
            ]
            lines += report.sentences.map { "  “\(short($0))”" }
        }
        if reports.count > Self.reportLimit {
            lines += ["", "and \(reports.count - Self.reportLimit) more reports: demarche show \(id)"]
        }
        return lines.map { Terminal.line($0) }
    }
}
