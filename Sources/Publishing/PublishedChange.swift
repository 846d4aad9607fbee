import Curation
import Developments
import Notation

/// A material change as the outputs show it, past the licence gate.
struct PublishedChange {
    var change: Change
    var development: PublishedDevelopment
    /// The value before, empty when there was none or it is withheld.
    var old: String
    /// The value after, empty when there is none or it is withheld.
    var new: String
    /// What the causing article says; nil for a correction.
    var claim: PublishedDevelopment.Claim?

    /// Returns the changes that may be shown, newest first.
    ///
    /// A change is withheld when the article that brought it may not be shown. Where a development has reports that are
    /// withheld, its changes are listed without their values, which may be what the withheld reports said.
    static func all(_ changes: [Change], of developments: [PublishedDevelopment]) -> [PublishedChange] {
        let changed = Set(changes.map(\.developmentID))
        let byID = Dictionary(
            developments.lazy.filter { changed.contains($0.id) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let shown = changes.compactMap { change -> PublishedChange? in
            guard let development = byID[change.developmentID] else { return nil }
            let claim = development.claims.first { $0.articleID == change.articleID }
            guard claim != nil || change.articleID.isEmpty else { return nil }
            let values = development.hidesSources ? ("", "") : (PlainText.line(change.old), PlainText.line(change.new))
            return PublishedChange(
                change: change, development: development, old: values.0, new: values.1, claim: claim)
        }
        return newestFirst(shown, by: { $0.change.when }, id: { $0.change.id })
    }

    /// The change as people read it: `venue place: Ankara → Istanbul`.
    var words: String {
        if change.field == "superseded_by" {
            guard !change.new.isEmpty else { return "no longer overtaken" }
            return development.overtakenBy.isEmpty ? "since overtaken" : "since overtaken: \(development.overtakenBy)"
        }
        let field = Self.fields[change.field] ?? Labels.words(change.field)
        switch (readable(old), readable(new)) {
        case ("", ""): return "\(field) changed"
        case ("", let new): return "\(field): \(new)"
        case (let old, ""): return "\(field): no longer \(old)"
        case (let old, let new): return "\(field): \(old) → \(new)"
        }
    }

    /// The columns whose names people would stumble over.
    private static let fields = [
        "on_record_by": "on record", "event_date_start": "day", "event_date_end": "last day",
        "venue_place": "venue", "venue_country": "country of the venue",
    ]

    /// Codes of parties read as their names, days as days, other codes as words.
    private func readable(_ value: String) -> String {
        Labels.prose(
            value.split(separator: "|").map { part in
                let code = String(part)
                if let day = CalendarDate(iso: code) { return DateWords.day(day) }
                return development.facts.partyLabels[code].map { PlainText.line($0) } ?? Labels.words(code)
            })
    }
}
