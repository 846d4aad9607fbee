internal import Curation
internal import Notation

/// What an article is about: the terms by which stories are told apart.
enum StoryTerms {
    /// The beginnings of the words of the headline and of the first paragraphs, where news tells what it is about.
    ///
    /// Names tell most. They are known by a capital within a sentence; a headline in which most words have one does not
    /// tell names from other words.
    static func words(of article: Article) -> TermVector {
        let text = counted(FoldedWords.scan(article.text, limit: textWords))
        let headline = FoldedWords.scan(article.title)
        let long = headline.filter { $0.text.utf8.count >= 4 }
        let isCapitalised = Float(long.count { $0.isCapital }) > 0.7 * Float(max(1, long.count))
        var titleNames: [Substring: Float] = [:]
        var titleCounts: [Substring: Int] = [:]
        for word in headline where isTelling(word.text) {
            let stem = stem(word.text)
            titleCounts[stem, default: 0] += 1
            if word.isCapital, !isCapitalised, !word.isOpening {
                titleNames[stem] = nameWeight
            } else if isCapitalised || word.isOpening {
                let isPlainWord = text[stem].map { !$0.isName } ?? false
                titleNames[stem] = max(titleNames[stem] ?? 1, isPlainWord ? 1 : doubtfulNameWeight)
            }
        }
        var terms: [TermVector.Term] = []
        for (stem, known) in text {
            let often: Float = known.count > 3 ? 2 : known.count > 1 ? 1.5 : 1
            terms.append(term(stem, often * (known.isName ? nameWeight : titleNames[stem] ?? 1)))
        }
        for (stem, count) in titleCounts {
            let isName = text[stem]?.isName ?? false
            terms.append(term(stem, titleWeight * Float(count) * (isName ? nameWeight : titleNames[stem] ?? 1)))
        }
        return TermVector(terms)
    }

    /// Who and where: the parties, the pairs of them (which tell more than each alone), places, persons and bodies.
    static func names(of article: Article) -> TermVector {
        let curated = article.curated
        let codes = Set(curated.countries + curated.places.map(\.country)).filter { !$0.isEmpty }
        let named = curated.places.map(\.name) + curated.organisations + curated.persons.map(\.name)
        let folded = Set(named.map { FoldedWords.words(of: $0).joined(separator: " ") }).filter { !$0.isEmpty }
        return TermVector(
            codes.map { term($0, 1) } + folded.map { term($0, 1) } + pairs(of: curated.events).map { term($0, 2) })
    }

    static func pairs(of events: [Event]) -> Set<String> {
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

    private struct Counted {
        var count = 0
        var isName = false
    }

    private static func counted(_ words: [FoldedWords.Word]) -> [Substring: Counted] {
        var counts: [Substring: Counted] = [:]
        for word in words where isTelling(word.text) {
            counts[stem(word.text), default: Counted()].count += 1
            if word.isCapital, !word.isOpening { counts[stem(word.text)]?.isName = true }
        }
        return counts
    }

    private static func term(_ text: some StringProtocol, _ weight: Float) -> TermVector.Term {
        TermVector.Term(hash: FoldedWords.hash(text), weight: weight)
    }

    private static let titleWeight: Float = 2
    private static let nameWeight: Float = 2
    private static let doubtfulNameWeight: Float = 1.4
    private static let textWords = 160

    /// The hash under which a word of a headline or text is counted.
    static func hash(ofWord word: String) -> UInt64 { FoldedWords.hash(stem(word)) }

    /// The first letters of a word, so that most endings do not count.
    private static func stem(_ word: String) -> Substring { Substring(word.unicodeScalars.prefix(6)) }

    /// Whether a word can tell one story from another; the rarity of words does the rest.
    static func isTelling(_ word: String) -> Bool {
        let count = word.utf8.count
        return count >= 3 && count <= 40 && !common.contains(word)
    }

    private static let common: Set<String> = [
        "the", "and", "for", "that", "with", "has", "have", "had", "was", "were", "will", "would", "could",
        "should", "been", "being", "from", "this", "these", "those", "they", "them", "their", "there", "then",
        "than", "which", "who", "whom", "what", "when", "where", "while", "after", "before", "between", "about",
        "over", "under", "into", "said", "says", "say", "told", "also", "not", "but", "are", "its", "his", "her",
        "our", "your", "you", "she", "any", "all", "one", "two", "three", "more", "most", "some", "such", "other",
        "others", "against", "during", "may", "might", "can", "new", "first", "last", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june",
        "july", "august", "september", "october", "november", "december", "week", "year", "day", "today",
        "yesterday", "according", "added", "out",
    ]
}
