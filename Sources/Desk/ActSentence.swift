import Curation
import Developments
import Notation
import Publishing

/// Says one act of one article in sentences: what, who towards whom, when and where, and on whose word.
struct ActSentence {
    let event: Event
    let labels: [String: String]

    /// Returns what we read in the act.
    static func title(_ event: Event, in article: Article, labels: [String: String]) -> String {
        let report = Report(article: article, event: event, prominence: .title)
        let alone = Development(id: "", storyID: "", firstSeen: article.sortTime, reports: [report])
        return alone.guess(sources: [:], labels: labels)?.tagLine.words ?? event.type.rawValue
    }

    /// The codes as the CSV has them: `CONSULT, visit: ETH, ERI; mediated by OMN`.
    var codes: String {
        let kind = event.type.rawValue + (event.mode.isEmpty ? "" : ", \(Self.words(event.mode))")
        let actors = event.actors.isEmpty ? "nobody named" : event.actors.joined(separator: ", ")
        let recipients = event.recipients.isEmpty ? "" : " towards \(event.recipients.joined(separator: ", "))"
        let mediators = event.mediators.isEmpty ? "" : "; mediated by \(event.mediators.joined(separator: ", "))"
        return "\(kind): \(actors)\(recipients)\(mediators)"
    }

    /// Whether, where and when it takes place.
    var course: String {
        let phase = event.phase.map { " (\(Self.words($0.rawValue)))" } ?? ""
        let course =
            switch event.modality {
            case .occurred: isUtterance ? "said" : "done or under way\(event.phase == .held ? "" : phase)"
            case .future: "planned\(phase)"
            case .hypothetical: "possible, not as planned"
            case .negated: "not taking place"
            }
        let place = event.venue.map { [$0.place, labels[$0.country] ?? $0.country].filter { !$0.isEmpty } } ?? []
        let parts = [
            "The article tells it as \(course)", place.isEmpty ? "" : "in \(place.joined(separator: ", "))", day,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ") + "."
    }

    /// Who vouches for it.
    var word: String {
        let names = event.statusBasis.map(name)
        let who = Self.prose(names)
        let isPlural =
            names.count > 1 || names.first?.hasSuffix("s") == true && event.actorLabels[event.statusBasis[0]] != nil
        var words: String
        switch event.status {
        case .onRecord where isUtterance && !who.isEmpty:
            words = "\(who) said so on record: that it was said is sure, what was said is not"
        case .onRecord where who.isEmpty: words = "It is told on record"
        case .onRecord:
            let isAlone = names.count == 1 && Set(event.actors + event.recipients).count > 1
            words = "\(who)\(isAlone ? " alone" : "") \(isPlural ? "are" : "is") on record for it"
        case .denied: words = who.isEmpty ? "It is denied" : "\(who) \(isPlural ? "deny" : "denies") it"
        case .reported: words = "The article says so in its own voice; no party is on record"
        case .unconfirmed: words = "It rests on unnamed sources or other reports; no party is on record"
        case .retracted: words = "It was taken back by those who told it"
        }
        if let channel = event.channel, channel != .onRecord, channel != .anonymous {
            words += " (\(Self.words(channel.rawValue)))"
        }
        return words + (event.origin.isEmpty ? "." : "; it credits \(event.origin).")
    }

    /// The other sentences that gave place, date, mediators or status.
    var otherSentences: [String] {
        let sources: [(String, Evidence?)] = [
            ("place", event.venue?.evidence), ("date", event.date?.evidence), ("mediators", event.mediatorsEvidence),
            ("word for it", event.statusEvidence),
        ]
        var lines: [String] = []
        for case (let fact, let evidence?) in sources where evidence.text != event.evidence.text {
            lines.append("The \(fact): “\(evidence.text)”")
        }
        return lines
    }

    /// Joins words as prose does: `A`, `A and B`, `A, B and C`.
    static func prose(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    private var isUtterance: Bool {
        [.request, .accuse, .reject, .threaten, .support, .statement].contains(event.type)
    }

    private var day: String {
        let words = DateWords.text(event.date)
        switch event.date?.precision {
        case nil, .unknown: return ""
        case .day: return "on \(words)"
        case .range: return words.contains(" to ") ? "from \(words)" : "on \(words)"
        case .week: return "in the \(words)"
        case .month, .year: return "in \(words)"
        }
    }

    private func name(_ code: String) -> String { event.actorLabels[code] ?? labels[code] ?? code }

    private static func words(_ code: String) -> String { String(code.map { $0 == "_" ? " " : $0 }) }
}
