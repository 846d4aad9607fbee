import Curation
import Developments
import Notation

/// Writes a development's summary: a few sentences that read alone, as plain text.
enum SummaryWords {
    static func text(_ item: PublishedDevelopment) -> String {
        let tags = item.title == item.tagLine ? "" : item.tagLine
        var sentences = [
            sentence(item.title), sentence(tags), sentence(capitalised(facts(item).joined(separator: "; "))),
        ]
        if !item.contradictionNote.isEmpty { sentences.append(sentence("Sources disagree: \(item.contradictionNote)")) }
        sentences.append(reportedBy(item))
        if !item.overtakenBy.isEmpty { sentences.append(overtaken(item)) }
        return sentences.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The summary without what stands beside it on a page: title, status, disagreement, and the source of the evidence where
    /// it is the only one.
    static func circumstances(_ item: PublishedDevelopment) -> String {
        let facts = facts(item).filter { $0 != item.statusWords }
        let reporters = item.outletNames.count > 1 ? reportedBy(item) : ""
        let sentences = [sentence(capitalised(facts.joined(separator: "; "))), reporters]
        return sentences.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What became of an act that was undone.
    static func overtaken(_ item: PublishedDevelopment) -> String { sentence("Since overtaken: \(item.overtakenBy)") }

    private static func reportedBy(_ item: PublishedDevelopment) -> String {
        "Reported by \(reporters(item.outletNames))."
    }

    /// Who vouches for the act, how far it has come, where and when it takes place, and who mediates.
    static func facts(_ item: PublishedDevelopment) -> [String] {
        let facts = item.facts
        let mediators = Labels.prose(facts.mediators.map(item.label))
        return [
            item.statusWords, item.course, item.venueWords, DateWords.text(facts.date),
            mediators.isEmpty ? "" : "mediated by \(mediators)",
        ].filter { !$0.isEmpty }
    }

    private static func reporters(_ titles: [String]) -> String {
        titles.count <= 3
            ? Labels.prose(titles) : "\(titles.prefix(2).joined(separator: ", ")) and \(titles.count - 2) other sources"
    }

    private static func sentence(_ text: String) -> String {
        guard let last = text.unicodeScalars.last else { return "" }
        return ".!?…".unicodeScalars.contains(last) ? text : text + "."
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
