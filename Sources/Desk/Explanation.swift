import ArticleExtraction
import Curation
import Developments
import Foundation
import Notation

/// Why an article was kept or dropped, for a person.
public struct Explanation: Presentable, Sendable {
    let id: String
    let title: String
    let url: String
    let source: String
    let language: String
    let extraction: Article.Extraction
    let decision: Decision
    let relevance: Double
    let keepThreshold: Double
    let reviewThreshold: Double
    let why: [Reason]
    let events: [Event]
    let background: [Evidence]
    let earlier: [EarlierDecision]
    let cuts: [Cut]

    /// A line of the page that is not in the text.
    struct Cut: Encodable, Sendable {
        let reason: String
        let text: String
    }

    init(_ article: Article, cuts: [Removal], settings: Settings) {
        self.cuts = cuts.map { Cut(reason: $0.explanation, text: $0.text) }
        id = article.id
        title = article.title
        url = article.url
        source = article.sourceID
        language = article.curated.language
        extraction = article.extraction
        decision = article.curated.decision
        relevance = article.curated.score
        keepThreshold = settings.keepThreshold
        reviewThreshold = settings.reviewThreshold
        why = article.curated.why
        events = article.curated.events
        background = article.curated.background
        earlier = article.curated.earlier ?? []
    }

    /// Readable lines.
    public var text: String {
        var lines = [title, "\(source), \(url)", ""]
        let score = String(format: "%.2f", relevance)
        lines.append(
            "\(decision.rawValue.uppercased()): relevance \(score); kept from \(keepThreshold), reviewed from \(reviewThreshold)"
        )
        lines += earlier.reversed().map {
            "  before \($0.until.description.prefix(10)): \($0.decision.rawValue) at \(String(format: "%.2f", $0.score))"
        }
        lines += Self.rules(why.filter { $0.weight == 0 })
        lines += Self.pushes(why.filter { $0.weight > 0 }, "for keeping it")
        lines += Self.pushes(why.filter { $0.weight < 0 }, "against it")
        if !events.isEmpty { lines += ["", "acts it reports"] }
        for event in events { lines += Self.lines(of: event) }
        if !background.isEmpty {
            lines += ["", "held for background, so no act of its own"]
            lines += background.map { "  “\($0.text)”" }
        }
        if !cuts.isEmpty { lines += ["", "cut from the page"] }
        lines += cuts.map { "  \($0.reason): \($0.text)" }
        return lines.joined(separator: "\n")
    }

    /// What decided without a weight: the desk's rules, and doubts that ask for a person.
    private static func rules(_ reasons: [Reason]) -> [String] {
        reasons.map { "  decided by: \($0.words)\($0.text.map { " “\($0)”" } ?? "")" }
    }

    private static func pushes(_ reasons: [Reason], _ side: String) -> [String] {
        if reasons.isEmpty { return [] }
        return ["", "what spoke \(side)"]
            + reasons.map { reason in
                let weight = String(format: "%+.2f", reason.weight)
                let words = reason.text.map { " “\($0)”" } ?? ""
                return "  \(weight)  \(reason.words)\(words)\(reason.part == .title ? " (title)" : "")"
            }
    }

    private static func lines(of event: Event) -> [String] {
        var facts = [event.type.rawValue + (event.mode.isEmpty ? "" : " (\(event.mode))")]
        facts.append(event.actors.joined(separator: ", "))
        if !event.recipients.isEmpty { facts.append("towards \(event.recipients.joined(separator: ", "))") }
        if !event.mediators.isEmpty { facts.append("mediated by \(event.mediators.joined(separator: ", "))") }
        facts.append(event.modality.rawValue)
        facts.append(event.statusWords)
        if let venue = event.venue {
            facts.append("in \([venue.place, venue.country].filter { !$0.isEmpty }.joined(separator: ", "))")
        }
        if let start = event.date?.start { facts.append("on \(start)") }
        return ["  \(event.isPrimary ? "*" : "-") \(facts.joined(separator: "; "))", "    “\(event.evidence.text)”"]
    }
}

extension Event {
    /// The status with who is on record; `confirmed` alone is never shown, since it means on record and not true.
    var statusWords: String {
        switch status {
        case .confirmed, .denied:
            let who = statusBasis.isEmpty ? "" : ": \(statusBasis.joined(separator: ", "))"
            return status == .denied ? "denied\(who)" : "on record\(who)"
        default: return status.rawValue
        }
    }
}
