internal import Foundation

/// Makes a title of a sentence: without its dateline, and where it is long cut at the end of a clause, where who says so and
/// every "not" stay in it.
enum TitleSentence {
    /// Shorter sentences stay whole.
    static let length = 140
    /// A title has at least so many words.
    static let words = 8

    /// Returns the sentence, or its beginning up to a clause that adds neither attribution nor doubt, with `…`.
    static func cut(_ written: String) -> String {
        let sentence = withoutDateline(written)
        guard sentence.count > length else { return sentence }
        var cut = sentence
        for mark in [", ", "; ", " — ", " – "] {
            guard let place = cut.range(of: mark, options: .backwards), place.lowerBound > cut.startIndex else {
                continue
            }
            let (head, rest) = (String(cut[..<place.lowerBound]), String(sentence[place.upperBound...]))
            guard head.split(separator: " ").count >= words, isBalanced(head), opensClause(rest),
                !FoldedWords.words(of: rest).contains(where: kept.contains)
            else { continue }
            cut = head
        }
        return cut == sentence ? sentence : cut + "…"
    }

    /// "LIMA, March 3 (Wire) - The two sides …": where and by whom it was written is no part of the sentence.
    private static func withoutDateline(_ sentence: String) -> String {
        let head = sentence.prefix(datelineLength)
        guard
            let end = [" - ", " — ", " – "].compactMap({ head.range(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }
            )
        else { return sentence }
        let dateline = head[..<end.lowerBound]
        let place = dateline.hasSuffix(")") ? dateline.prefix { $0 != "," && $0 != "(" } : dateline
        let isPlace = place.count { $0.isLetter } > 2 && place.allSatisfy { $0.isUppercase || !$0.isLetter }
        return isPlace ? String(sentence[end.upperBound...]) : sentence
    }

    /// The characters within which a dateline ends.
    private static let datelineLength = 60

    /// A list goes on behind its commas; a clause begins with one of these.
    private static func opensClause(_ rest: String) -> Bool {
        guard let first = FoldedWords.words(of: rest).first else { return false }
        return openers.contains(first)
    }

    private static func isBalanced(_ text: String) -> Bool {
        let count = { (mark: Character) in text.count { $0 == mark } }
        return count("“") == count("”") && count("(") == count(")") && count("\"").isMultiple(of: 2)
    }

    private static let openers: Set<String> = [
        "which", "who", "whose", "where", "while", "as", "after", "amid", "following", "when", "including", "with",
        "in",
        "since", "before", "during",
    ]

    /// Words with which a clause says who says it, or that it is not or may not be so.
    private static let kept: Set<String> = [
        "not", "no", "never", "none", "nobody", "without", "nor", "neither", "deny", "denied", "denies", "denying",
        "unless", "until", "if", "whether", "but", "however", "although", "though", "despite", "except", "may", "might",
        "could", "would", "allegedly", "reportedly", "unconfirmed", "disputed", "cancelled", "canceled", "postponed",
        "collapsed", "failed", "said", "says", "say", "saying", "told", "tells", "according", "reported", "reports",
        "announced", "announces", "confirmed", "confirms", "added", "claimed", "claims", "warned", "statement",
        "source",
        "sources", "quoted", "citing", "cited", "wrote", "t", "refused", "rejected", "rejects", "suspended", "ended",
    ]
}
