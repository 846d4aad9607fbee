internal import Curation
internal import Notation

extension ArticleTrace {
    /// Creates the trace of an article that is not yet in a story.
    init(_ article: Article, ownerGroup: String) {
        let words = FoldedWords.words(of: article.text)
        let address = URLReference(article.canonicalURL)
        self.init(
            articleID: article.id, storyID: "", time: article.sortTime, ownerGroup: ownerGroup,
            address: address.isHTTP ? address.canonical.description : "", shingles: Fingerprint.shingles(of: words),
            words: Self.words(of: article, text: words), parties: Self.parties(of: article),
            duplicateOf: article.duplicateOf ?? "")
    }

    /// The beginnings of the words of the headline and of the first paragraphs, where news tells what it is about.
    private static func words(of article: Article, text: [String]) -> TermVector {
        var counts: [Substring: Int] = [:]
        for word in text.prefix(Weights.textWords) where Weights.isTelling(word) {
            counts[Weights.stem(word), default: 0] += 1
        }
        let body = counts.map { TermVector.Term(hash: FoldedWords.hash($0), weight: $1 > 3 ? 2 : $1 > 1 ? 1.5 : 1) }
        let title = FoldedWords.words(of: article.title).filter(Weights.isTelling)
            .map { TermVector.Term(hash: FoldedWords.hash(Weights.stem($0)), weight: Weights.title) }
        let topics = article.curated.topics
            .map { TermVector.Term(hash: FoldedWords.hash("topic:\($0)"), weight: Weights.topic) }
        return TermVector(body + title + topics)
    }

    /// The parties, and the pairs of them, which tell more than each alone.
    private static func parties(of article: Article) -> TermVector {
        let curated = article.curated
        let codes = Set(curated.countries).map { TermVector.Term(hash: FoldedWords.hash($0), weight: Weights.party) }
        let pairs = pairs(of: curated.events).map { TermVector.Term(hash: FoldedWords.hash($0), weight: Weights.pair) }
        return TermVector(codes + pairs)
    }

    private static func pairs(of events: [Event]) -> Set<String> {
        var pairs: Set<String> = []
        for event in events {
            let parties = Set(event.actors + event.recipients).sorted()
            // More than a handful of parties is a conference, whose pairs tell nothing.
            guard parties.count <= 5 else { continue }
            for (index, first) in parties.enumerated() {
                for second in parties[(index + 1)...] { pairs.insert("\(first)-\(second)") }
            }
        }
        return pairs
    }

    private enum Weights {
        static let title: Float = 2
        static let textWords = 160
        static let topic: Float = 1
        static let party: Float = 1
        static let pair: Float = 2

        /// The first letters of a word, so that most endings do not count.
        static func stem(_ word: String) -> Substring { Substring(word.unicodeScalars.prefix(6)) }

        /// Whether a word can tell one story from another; the rarity of words does the rest.
        static func isTelling(_ word: String) -> Bool {
            let count = word.utf8.count
            return count >= 3 && count <= 40 && !common.contains(word)
        }

        private static let common: Set<String> = [
            "the", "and", "for", "that", "with", "has", "have", "had", "was", "were", "will", "would", "could",
            "should",
            "been", "being", "from", "this", "these", "those", "they", "them", "their", "there", "then", "than",
            "which",
            "who", "whom", "what", "when", "where", "while", "after", "before", "between", "about", "over", "under",
            "into",
            "said", "says", "say", "told", "also", "not", "but", "are", "its", "his", "her", "our", "your", "you",
            "she",
            "any", "all", "one", "two", "three", "more", "most", "some", "such", "other", "others", "against", "during",
            "may", "might", "can", "new", "first", "last", "monday", "tuesday", "wednesday", "thursday", "friday",
            "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september",
            "october", "november", "december", "week", "year", "day", "today", "yesterday", "according", "added", "out",
        ]
    }
}
