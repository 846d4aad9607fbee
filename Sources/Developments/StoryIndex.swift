internal import Foundation
internal import Notation

/// Finds the story to which an article belongs, by the words and parties of the stories' articles and by their age.
struct StoryIndex {
    /// An article joins the story of a past article that is at least this similar.
    static let threshold: Float = 0.24
    /// The share of the parties in the likeness; the words have the rest.
    static let partyShare: Float = 0.3
    /// The likeness of the words that is needed beside that of the parties: two states have more than one affair.
    static let leastWords: Float = 0.06
    /// The days after which a likeness counts for 1/e of itself.
    static let fading: Float = 20
    /// How strongly rarity counts: 1 for the usual inverse document frequency, less where few articles are known.
    static let rarityPower: Float = 0.7
    /// Terms that more than this many articles hold are too common to look articles up by.
    static let commonest = 400

    private struct Known {
        var story: String
        var time: Timestamp
        var hasParties: Bool
    }

    private struct Holder {
        var article: Int32
        var weight: Float
    }

    private let rarity: [UInt64: Float]
    private var articles: [Known] = []
    private var wordHolders: [UInt64: [Holder]] = [:]
    private var partyHolders: [UInt64: [Holder]] = [:]

    /// Creates an index that knows how rare terms are among past and new articles; none of them is in it yet.
    init(traces: [ArticleTrace]) {
        var counts: [UInt64: Int] = [:]
        for trace in traces {
            for term in trace.words.terms + trace.parties.terms { counts[term.hash, default: 0] += 1 }
        }
        // A floor on the number of articles, so that a new desk's first ones are not all found alike.
        let total = Float(max(traces.count, 50))
        rarity = counts.mapValues { pow(log(1 + total / Float($0)), Self.rarityPower) }
    }

    /// Adds an article of a story.
    mutating func add(_ trace: ArticleTrace) {
        guard !trace.storyID.isEmpty else { return }
        let index = Int32(truncatingIfNeeded: articles.count)
        let parties = normed(trace.parties)
        articles.append(Known(story: trace.storyID, time: trace.time, hasParties: !parties.isEmpty))
        for term in normed(trace.words) {
            wordHolders[term.hash, default: []].append(Holder(article: index, weight: term.weight))
        }
        for term in parties { partyHolders[term.hash, default: []].append(Holder(article: index, weight: term.weight)) }
    }

    /// Returns the story of the most similar past article, or nil when none is similar enough.
    func story(of trace: ArticleTrace) -> String? {
        let words = products(normed(trace.words), wordHolders)
        let terms = normed(trace.parties)
        let parties = products(terms, partyHolders)
        var best: (story: String, score: Float)?
        for (index, likeness) in words where likeness >= Self.leastWords {
            let known = articles[Int(index)]
            let isComparable = known.hasParties && !terms.isEmpty
            let whole =
                isComparable
                ? (1 - Self.partyShare) * likeness + Self.partyShare * (parties[index] ?? 0) : likeness
            let days = abs(Float(trace.time.seconds - known.time.seconds)) / 86_400
            let score = whole * exp(-days / Self.fading)
            guard score >= Self.threshold else { continue }
            // The smaller id wins between equals, so that the order in a dictionary decides nothing.
            if let present = best, (present.score, known.story) >= (score, present.story) { continue }
            best = (known.story, score)
        }
        return best?.story
    }

    /// The cosines with the articles that share a term.
    private func products(_ terms: [TermVector.Term], _ holders: [UInt64: [Holder]]) -> [Int32: Float] {
        var products: [Int32: Float] = [:]
        for term in terms {
            guard let holders = holders[term.hash], holders.count <= Self.commonest else { continue }
            for holder in holders { products[holder.article, default: 0] += term.weight * holder.weight }
        }
        return products
    }

    /// The terms weighted by rarity, of length 1.
    private func normed(_ vector: TermVector) -> [TermVector.Term] {
        var sum: Float = 0
        let terms = vector.terms.map { term in
            let weight = term.weight * (rarity[term.hash] ?? 1)
            sum += weight * weight
            return TermVector.Term(hash: term.hash, weight: weight)
        }
        let norm = sum.squareRoot()
        return norm > 0 ? terms.map { TermVector.Term(hash: $0.hash, weight: $0.weight / norm) } : []
    }
}
