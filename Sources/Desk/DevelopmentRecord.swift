import Curation
import Developments
import Notation

/// A development with its reports and its history.
public struct DevelopmentRecord: Presentable, Sendable {
    let id: String
    let title: String
    let story: String
    let type: String
    let actors: [String]
    let recipients: [String]
    let mediators: [String]
    let modality: Modality?
    let status: Status?
    let onRecordBy: [String]
    let phase: Phase?
    let venue: Venue?
    let venueWords: String
    let venueAlternatives: [Venue]
    let date: EventDate?
    let contradiction: String
    let confidence: Double?
    /// The fields that are guesses, not sure enough to be published.
    let unsure: [String]
    let isPublished: Bool
    let firstSeen: Timestamp
    let lastChanged: Timestamp
    let revision: Int
    let mergedInto: String?
    let supersedes: String
    let supersededBy: String
    let corrected: [FieldCorrection]
    let prominence: Prominence
    let articleCount: Int
    let ownerCount: Int
    let originCount: Int
    let claims: [Claim]
    let quotes: [QuoteLine]
    let reports: [Line]
    let changes: [Change]

    /// What somebody said in the sentence that tells the act.
    struct QuoteLine: Encodable, Sendable {
        let speaker: String
        let text: String
        let article: String
    }

    /// What one article says of the act.
    struct Line: Encodable, Sendable {
        let article: String
        let source: String
        let published: Timestamp
        let title: String
        let url: String
        let isCopy: Bool
        let event: Event
    }

    init?(
        _ development: Development, sources: [String: Source], articles: [Article], changes: [Change],
        labels: [String: String]
    ) {
        guard let facts = development.guess(sources: sources, labels: labels),
            let shown = development.facts(sources: sources, labels: labels)
        else { return nil }
        unsure = shown.unsure
        isPublished = shown.isPublished
        id = development.id
        title = facts.title
        story = development.storyID
        type = (facts.type?.rawValue ?? "") + (facts.mode.isEmpty ? "" : " (\(facts.mode))")
        func people(_ codes: [String]) -> [String] { codes.map { facts.partyLabels[$0] ?? $0 } }
        actors = people(facts.actors)
        recipients = people(facts.recipients)
        mediators = people(facts.mediators)
        modality = facts.modality
        status = facts.status
        onRecordBy = people(facts.onRecordBy)
        phase = facts.phase
        venue = facts.venue
        venueWords = [venue?.place ?? "", venue.map { labels[$0.country] ?? $0.country } ?? ""]
            .filter { !$0.isEmpty }.joined(separator: ", ")
        venueAlternatives = facts.venueAlternatives
        date = facts.date
        contradiction = facts.contradictionNote
        confidence = facts.confidence
        firstSeen = development.firstSeen
        lastChanged = development.lastChanged
        revision = development.revision
        mergedInto = development.mergedInto
        (supersedes, supersededBy) = (development.supersedes, development.supersededBy)
        corrected = development.corrections
        prominence = facts.prominence
        (articleCount, ownerCount, originCount) = (facts.articleCount, facts.ownerCount, facts.originCount)
        claims = development.claims(sources: sources, labels: labels)
        quotes = Self.quotes(of: development, in: articles)
        self.changes = changes
        reports = development.reports.map {
            Line(
                article: $0.articleID, source: sources.outlet(of: $0).name, published: $0.published,
                title: $0.title, url: $0.url, isCopy: $0.isCopy, event: $0.event)
        }
    }

    /// Readable lines.
    public var text: String {
        var lines = [title, ""]
        func add(_ name: String, _ value: String, _ column: String = "") {
            let guess = unsure.contains(column) ? "  (a guess, not published)" : ""
            if !value.isEmpty { lines.append("\(name.padded(to: 13)) \(value)\(guess)") }
        }
        add("id", mergedInto.map { "\(id), merged into \($0)" } ?? id)
        add("story", story)
        add("undoes", supersedes)
        add("since undone", supersededBy)
        if !isPublished { add("published", "no: neither its act nor its relevance is sure enough") }
        add("act", "\(type), \(modality?.rawValue ?? "")", "type")
        add("who", actors.joined(separator: ", "), "actors")
        add("towards", recipients.joined(separator: ", "), "recipients")
        add("mediators", mediators.joined(separator: ", "), "mediators")
        add("status", statusWords, "status")
        add("phase", phase?.rawValue.replacing("_", with: " ") ?? "", "phase")
        add("venue", venueWords, "venue_place")
        add(
            "date",
            date?.start.map { start in
                date?.end == start ? "\(start)" : "\(start) to \(date?.end.map(String.init(describing:)) ?? "?")"
            } ?? "", "event_date_start")
        add("disagreement", contradiction)
        add("first seen", firstSeen.description)
        add("last changed", "\(lastChanged), revision \(revision)")
        for field in corrected { add("corrected", "\(field.field) = \(field.value)") }
        add(
            "told",
            "\(prominence.rawValue), \(articleCount) articles of \(ownerCount) publishers, \(originCount) origins")
        lines += claimLines
        if !quotes.isEmpty { lines += ["", "what was said"] }
        lines += quotes.map { "  “\($0.text)” — \($0.speaker)  (\($0.article))" }
        lines += ["", "who says so"]
        for report in reports.sorted(by: { $0.published < $1.published }) {
            lines.append(
                "  \(report.published.date)  \(report.source)\(report.isCopy ? " (copy)" : ""): \(report.title)")
            lines.append("              “\(report.event.evidence.text)”")
            let origin = report.event.origin.isEmpty ? "" : "via \(report.event.origin)  "
            lines.append("              \(origin)\(report.article)  \(report.url)")
        }
        if !changes.isEmpty { lines += ["", "what changed"] }
        lines += changes.reversed().map { change in
            "  \(change.when)  \(change.words)  (\(change.articleID.isEmpty ? change.cause.rawValue : change.articleID))"
        }
        return lines.joined(separator: "\n")
    }

    /// What the origins say, where an attribute has a value: each origin once, with the sentence where they
    /// differ or where it is not the one that tells the act.
    private var claimLines: [String] {
        var lines: [String] = []
        for attribute in ["venue", "date", "status", "phase", "modality", "mediators"] {
            let told = claims.filter { $0.attribute == attribute }
            guard !told.isEmpty else { continue }
            if lines.isEmpty { lines = ["", "what each origin says"] }
            let differ = Set(told.map(\.value)).count > 1
            for claim in told {
                lines.append(
                    "  \(attribute.padded(to: 10)) \(claim.value)  (\(claim.origin), \(claim.published.date), \(claim.articleID))"
                )
                let isElsewhere = !reports.contains { $0.event.evidence.text == claim.evidence.text }
                if differ || isElsewhere { lines.append("             “\(claim.evidence.text)”") }
            }
        }
        return lines
    }

    private static func quotes(of development: Development, in articles: [Article]) -> [QuoteLine] {
        let byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return development.reports.filter { !$0.isCopy }.flatMap { report in
            (byID[report.articleID]?.curated.quotes ?? []).filter { quote in
                let evidence = report.event.evidence
                return evidence.part == nil && quote.start < evidence.end && quote.end > evidence.start
            }.map { QuoteLine(speaker: $0.speaker, text: $0.text, article: report.articleID) }
        }
    }

    /// `on_record` is never shown without who is: it means that they said so, not that it is true.
    private var statusWords: String {
        let who = onRecordBy.isEmpty ? "" : ": \(onRecordBy.joined(separator: ", "))"
        return switch status {
        case .onRecord: "on record\(who)"
        case .denied: "denied\(who)"
        default: status?.rawValue ?? ""
        }
    }
}
