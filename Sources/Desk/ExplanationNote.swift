import Curation
import Developments
import Foundation
import Notation
import Publishing

/// Writes an explanation as an analyst's note.
struct ExplanationNote {
    private let note: Explanation

    init(_ explanation: Explanation) { note = explanation }

    var text: String {
        let when = note.published.map { ", \(DateWords.day($0))" } ?? ""
        var lines = [note.title, "\(note.sourceTitle)\(when), \(note.id)", note.url, "", verdict]
        func add(_ title: String, _ paragraphs: [String]) {
            if !paragraphs.isEmpty { lines += ["", title] + paragraphs.map { $0.isEmpty ? "" : "  \($0)" } }
        }
        add(note.events.count > 1 ? "The acts it tells" : "The act it tells", acts)
        add("What speaks for it", pushes { $0 > 0 })
        add("What speaks against it", pushes { $0 < 0 })
        add("The words that carried it", carriers)
        add("What to be careful about", cautions)
        add("Held for background, so no act of its own", note.background.map { "“\($0.text)”" })
        add("Earlier decisions", earlier)
        add("What you can do", remedies)
        add("Cut from the page", note.cuts.map { "\($0.reason): \($0.text)" })
        return lines.joined(separator: "\n")
    }

    // MARK: The decision

    private var score: String { number(note.relevance) }

    /// What was decided and what decided it.
    private var verdict: String {
        if let rule = note.why.first(where: { $0.rule.hasPrefix("desk-rule-") && $0.rule != "desk-rule-tag" }) {
            let decision = note.decision == .dropped ? "Dropped" : "Kept"
            guard let text = rule.text else {
                return "\(decision), because a person of this desk decided so. \(bySelf)"
            }
            return "\(decision), because of this desk's rule for “\(text)” (\(rule.rule)). \(bySelf)"
        }
        switch note.decision {
        case .kept: return "Kept: its relevance is \(score), and \(number(note.keepThreshold)) is enough. \(margin)"
        case .review: return "For review. \(doubt)"
        case .dropped:
            if note.why.contains(where: { $0.rule == "review-expired" }) {
                return "Dropped: it was for review, and nobody reviewed it in time (review-expired). \(bySelf)"
            }
            let line =
                "Dropped: its relevance is \(score), and below \(number(note.reviewThreshold)) nothing is reviewed."
            return "\(line) \(margin)"
        }
    }

    /// What the score alone would have decided.
    private var bySelf: String {
        let decision =
            note.relevance >= note.keepThreshold
            ? "kept" : (note.relevance >= note.reviewThreshold ? "put up for review" : "dropped")
        return "By its relevance of \(score) it would be \(decision)."
    }

    /// How near to another decision it was.
    private var margin: String {
        let line = note.decision == .kept ? note.keepThreshold : note.reviewThreshold
        let distance = abs(note.relevance - line)
        if distance < 0.05 { return "A close call: \(number(distance)) less or more would have decided otherwise." }
        return distance < 0.2 ? "Not a clear case." : "A clear case."
    }

    /// Why a person is asked.
    private var doubt: String {
        let enough = "its relevance of \(score) would be enough (\(number(note.keepThreshold)))"
        guard note.relevance >= note.keepThreshold else {
            return "Its relevance is \(score): \(number(note.keepThreshold)) would keep it, and below "
                + "\(number(note.reviewThreshold)) it would be dropped."
        }
        guard let reason = note.why.last(where: { $0.weight == 0 }) else { return "But \(enough)." }
        let name = "(\(reason.rule))"
        return switch reason.rule {
        case "language-unmeasured":
            "\(capitalised(enough)), but it is written in \(language), whose decisions are not measured on news \(name)."
        case "act-missing": "\(capitalised(enough)), but no sentence tells an act \(name)."
        case "act-battlefield": "\(capitalised(enough)), but its act is an attack and no more \(name)."
        case "act-explained": "\(capitalised(enough)), but it explains rather than tells news \(name)."
        case "act-one-sided": "\(capitalised(enough)), but only one party to the act is named \(name)."
        case "act-in-passing": "\(capitalised(enough)), but the act is told in passing \(name)."
        default: "\(capitalised(enough)), but: \(reason.words) \(name)."
        }
    }

    private var language: String {
        Locale(identifier: "en").localizedString(forLanguageCode: note.language) ?? note.language
    }

    // MARK: The acts

    private var acts: [String] {
        if note.events.isEmpty { return note.decision == .dropped ? [] : ["No sentence tells one."] }
        return zip(note.events, note.sentences).enumerated().flatMap { index, told in
            let (event, title) = told
            let act = ActSentence(event: event, labels: note.labels)
            let isNews = event.isPrimary && note.events.count > 1
            let place =
                event.evidence.part == .title
                ? "the headline" : "characters \(event.evidence.start) to \(event.evidence.end)"
            return (index > 0 ? [""] : [])
                + ["\(title)\(isNews ? " This is the news." : "") (\(act.codes))", "\(act.course) \(act.word)"]
                + ["The sentence: “\(event.evidence.text)” (\(place))"] + act.otherSentences
        }
    }

    /// What a reader should not take for sure.
    private var cautions: [String] {
        var lines: [String] = []
        if let event = note.events.first {
            if event.actors.isEmpty { lines.append("Nobody is named as acting.") }
            if event.evidence.part == .title {
                lines.append("Only the headline tells the act; no sentence of the text does.")
            }
            if event.modality == .future, event.date?.start == nil {
                lines.append("No day is told for what is planned.")
            }
            if event.date?.inferred == true { lines.append("The date was inferred from another article.") }
            if note.language != "en" {
                lines.append("\(language) is read by words, not by grammar: the first state named is taken to act.")
            }
        }
        switch note.extraction {
        case .full: break
        case .lead: lines.append("Only the beginning of the article could be read.")
        case .feed: lines.append("Only what the feed has of the article was read, not its page.")
        case .failed: lines.append("No text of the article could be read: the headline alone was judged.")
        }
        return lines
    }

    // MARK: Reasons

    private func pushes(_ side: (Double) -> Bool) -> [String] {
        let reasons = note.why.filter { $0.weight != 0 && side($0.weight) && !$0.rule.hasPrefix("desk-rule") }
        var rules: [String] = []
        for reason in reasons where !rules.contains(reason.rule) { rules.append(reason.rule) }
        return rules.compactMap { rule in
            let same = reasons.filter { $0.rule == rule }
            guard let first = same.first else { return nil }
            var matches: [String] = []
            for match in same.compactMap(matched) where !matches.contains(match) { matches.append(match) }
            let weights = same.map { String(format: "%+.2f", $0.weight) }.joined(separator: " and ")
            let words = capitalised(first.words) + (matches.isEmpty ? "" : ": \(ActSentence.prose(matches))")
            return "\(words) (\(rule) \(weights))"
        }
    }

    /// Each word and name by how much it raised or lowered the odds.
    private var carriers: [String] {
        note.carriers.map { "“\($0.text ?? "")” \(String(format: "%+.2f", $0.weight))" }
    }

    /// The words that matched in quotation marks; codes of states by their names.
    private func matched(_ reason: Reason) -> String? {
        guard let text = reason.text, !text.isEmpty else { return nil }
        let words = text.split(separator: " ").map(String.init)
        let names = words.compactMap { note.labels[$0] }
        if names.count == words.count { return ActSentence.prose(names) }
        let isNoted = reason.part == .title && !reason.rule.hasPrefix("title")
        return "“\(text)”\(isNoted ? " in the headline" : "")"
    }

    // MARK: History and remedies

    private var earlier: [String] {
        note.earlier.map { old in
            let cause =
                switch old.cause {
                case .edit: "; then the publisher changed the text"
                case .recode: "; then this desk's names, rules or thresholds changed"
                case .person: "; then a person of this desk decided"
                case .expiry: "; then its time for review was over"
                case nil: ""
                }
            return "Until \(DateWords.day(old.until.date)): \(past(old.decision)) at \(number(old.score))\(cause)."
        }
    }

    private func past(_ decision: Decision) -> String { decision == .review ? "for review" : decision.rawValue }

    private var remedies: [String] {
        var lines: [String] = []
        if note.decision != .kept { lines.append("demarche keep \(note.id)   publishes it all the same") }
        if note.decision != .dropped { lines.append("demarche drop \(note.id)   publishes nothing of it") }
        if note.why.contains(where: { $0.rule == "language-unmeasured" }) {
            lines.append("languages: [en, \(note.language)] in Feeds/desk.yml publishes this language without review")
        }
        if note.decision == .dropped {
            lines.append("keep: [\"word:…\"] under rules in Feeds/desk.yml keeps all articles with a word")
        }
        for id in note.developments { lines.append("demarche show \(id)   tells what all reports say of an act") }
        if let id = note.developments.first { lines.append("demarche set \(id) FIELD VALUE   corrects what was read") }
        return lines
    }

    private func number(_ value: Double) -> String { String(format: "%.2f", value) }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
