internal import Foundation
internal import Notation

/// Finds the story to which an article belongs, by words, names and age of the articles of each story.
///
/// The weights and the threshold were set on the sample newsroom, on some hundred items of other news and on half of the
/// invented stories of `Tests/DeskTests/Fixtures`; what they reach on the other half is held by a test.
struct StoryIndex {
    /// An article joins a story that is at least this much like it.
    static let threshold: Float = 0.12
    /// The days after which a likeness counts for 1/e of itself.
    static let fading: Float = 25
    /// How much likeness in words counts when no name is shared, and how much more when all names are.
    static let (nameless, named): (Float, Float) = (0.6, 0.8)
    /// How much it counts when an article names nobody.
    static let unknown: Float = 0.8
    /// Articles of this many telling words and more are long: one word alone does not make two of them alike.
    static let longWords = 40
    /// How often the likeness without the one state that two articles name most may go into their likeness, and that
    /// without the most telling word into that of long articles.
    static let withoutOne: Float = 3
    /// How much likeness counts between long articles on what one state does with different others.
    static let otherParties: Float = 0.6
    /// The articles whose worth what is known beforehand of words has (see ``Commonness``).
    static let priorArticles: Float = 2000
    /// Terms that more than this many articles hold find no article; they still count in the likeness.
    static let commonest = 500
    /// The articles that are compared at most, the ones that share most.
    static let compared = 200

    private struct Entry {
        var term: Int32
        var weight: Float
    }

    private struct Known {
        var story: String
        var time: Timestamp
        var fetched: Timestamp
        var isDated: Bool
        var parties: Set<String>
        var pairs: Set<String>
        var words: [Entry]
        var names: [Entry]
    }

    private let numbers: [UInt64: Int32]
    private let rarity: [Float]
    private var articles: [Known] = []
    /// The articles that hold a term, for the terms of the articles that look for their story.
    private var holders: [[Int32]]
    private let isSought: [Bool]
    /// The state that a term names; 0 for none.
    private let states: [Int32]
    /// How much of a likeness is due to each state, while two articles are compared.
    private var stateParts: [Float]
    private var shared: [Float] = []
    private var sizes: [String: Int] = [:]
    private var latest: [String: Timestamp] = [:]

    /// Creates an index that knows how rare terms are; no article is in it yet.
    ///
    /// - Parameters:
    ///   - past: the articles that are in stories.
    ///   - new: the articles that look for their story.
    ///   - commonness: what is known beforehand.
    ///   - stateWords: the words that name states.
    init(past: [ArticleTrace], new: [ArticleTrace], commonness: Commonness, stateWords: StateWords) {
        var numbers: [UInt64: Int32] = [:]
        var (counts, shares): ([Float], [Float]) = ([], [])
        var states: [Int32] = []
        var sought = 0
        for (isNew, traces) in [(true, new), (false, past)] {
            for trace in traces {
                for (vector, unlisted) in [
                    (trace.words, Commonness.unlistedWord), (trace.parties, Commonness.unlistedName),
                ] {
                    for term in vector.terms {
                        if let number = numbers[term.hash] {
                            counts[Int(number)] += 1
                        } else {
                            numbers[term.hash] = Int32(truncatingIfNeeded: counts.count)
                            counts.append(1)
                            states.append(stateWords.state(of: term.hash))
                            shares.append(commonness.share(of: term.hash) ?? unlisted)
                        }
                    }
                }
            }
            if isNew { sought = counts.count }
        }
        let total = Float(past.count + new.count) + Self.priorArticles
        rarity = zip(counts, shares).map { log(1 + total / ($0 + Self.priorArticles * $1)) }
        isSought = counts.indices.map { $0 < sought }
        holders = Array(repeating: [], count: sought)
        self.states = states
        stateParts = Array(repeating: 0, count: stateWords.count + 1)
        self.numbers = numbers
    }

    /// Adds an article of a story.
    mutating func add(_ trace: ArticleTrace) {
        guard !trace.storyID.isEmpty else { return }
        let index = Int32(truncatingIfNeeded: articles.count)
        let known = Known(
            story: trace.storyID, time: trace.time, fetched: trace.fetched, isDated: trace.isDated,
            parties: Set(trace.primaryParties), pairs: Set(trace.pairs), words: normed(trace.words),
            names: normed(trace.parties))
        for entry in known.words where isSought[Int(entry.term)] { holders[Int(entry.term)].append(index) }
        articles.append(known)
        shared.append(0)
        sizes[trace.storyID, default: 0] += 1
        if trace.isDated { latest[trace.storyID] = max(latest[trace.storyID] ?? trace.time, trace.time) }
    }

    /// The time of a story's newest article that has a date of its own; nil when none has.
    func latestDate(of story: String) -> Timestamp? { latest[story] }

    /// Returns the story that is most like an article, or nil when none is enough like it.
    ///
    /// Half of a story's likeness is that of its nearest article, half the mean of its four nearest: so that one odd
    /// article does not draw others after it.
    mutating func story(of trace: ArticleTrace) -> String? {
        let (words, names) = (normed(trace.words), normed(trace.parties))
        var scores: [String: [Float]] = [:]
        for index in candidates(words) {
            let known = articles[Int(index)]
            scores[known.story, default: []].append(likeness(of: trace, words, names, to: known))
        }
        var best: (story: String, score: Float)?
        for (story, unsorted) in scores {
            let nearest = unsorted.sorted(by: >).prefix(4)
            let count = min(sizes[story] ?? 1, 4)
            let score = ((nearest.first ?? 0) + nearest.reduce(0, +) / Float(count)) / 2
            guard score >= Self.threshold else { continue }
            // The smaller id wins between equals, so that the order in a dictionary decides nothing.
            if let present = best, (present.score, story) >= (score, present.story) { continue }
            best = (story, score)
        }
        return best?.story
    }

    private mutating func likeness(of trace: ArticleTrace, _ words: [Entry], _ names: [Entry], to known: Known) -> Float
    {
        var (inWords, largest, ofOneState) = likeness(words, known.words)
        inWords = min(inWords, Self.withoutOne * (inWords - ofOneState))
        if min(words.count, known.words.count) >= Self.longWords {
            inWords = min(inWords, Self.withoutOne * (inWords - largest))
            if Self.tellOfOthers(trace, known) { inWords *= Self.otherParties }
        }
        let areNamed = !names.isEmpty && !known.names.isEmpty
        let weight = areNamed ? Self.nameless + Self.named * likeness(names, known.names).sum : Self.unknown
        // Without a date of its own an article is as old as what was fetched with it.
        let seconds =
            trace.isDated && known.isDated
            ? trace.time.seconds - known.time.seconds : trace.fetched.seconds - known.fetched.seconds
        return inWords * weight * exp(-abs(Float(seconds)) / 86_400 / Self.fading)
    }

    /// Whether two articles are news of what one state does with different others, and tell of no pair that both know.
    private static func tellOfOthers(_ trace: ArticleTrace, _ known: Known) -> Bool {
        let parties = Set(trace.primaryParties)
        return parties.count > 1 && known.parties.count > 1 && !parties.isDisjoint(with: known.parties)
            && !parties.isSubset(of: known.parties) && !known.parties.isSubset(of: parties)
            && known.pairs.isDisjoint(with: trace.pairs)
    }

    /// The articles that share the most telling words, in their order.
    private mutating func candidates(_ words: [Entry]) -> [Int32] {
        var found: [Int32] = []
        for entry in words where isSought[Int(entry.term)] {
            let list = holders[Int(entry.term)]
            guard list.count <= Self.commonest else { continue }
            for index in list {
                if shared[Int(index)] == 0 { found.append(index) }
                shared[Int(index)] += entry.weight
            }
        }
        if found.count > Self.compared {
            found.sort { (shared[Int($1)], $0) < (shared[Int($0)], $1) }
        }
        for index in found.dropFirst(Self.compared) { shared[Int(index)] = 0 }
        let chosen = found.prefix(Self.compared).sorted()
        for index in chosen { shared[Int(index)] = 0 }
        return chosen
    }

    /// The product of two vectors, the largest part that one term has in it, and the largest that the words of one state
    /// have.
    private mutating func likeness(_ left: [Entry], _ right: [Entry]) -> (sum: Float, largest: Float, ofState: Float) {
        var (sum, largest, ofState, i, j): (Float, Float, Float, Int, Int) = (0, 0, 0, 0, 0)
        var met: [Int] = []
        while i < left.count && j < right.count {
            if left[i].term == right[j].term {
                let part = left[i].weight * right[j].weight
                sum += part
                largest = max(largest, part)
                let state = Int(states[Int(left[i].term)])
                if state > 0 {
                    stateParts[state] += part
                    ofState = max(ofState, stateParts[state])
                    met.append(state)
                }
                i += 1
                j += 1
            } else if left[i].term < right[j].term {
                i += 1
            } else {
                j += 1
            }
        }
        for state in met { stateParts[state] = 0 }
        return (sum, largest, ofState)
    }

    /// The terms weighted by rarity, of length 1, by their numbers.
    private func normed(_ vector: TermVector) -> [Entry] {
        var sum: Float = 0
        var entries: [Entry] = []
        entries.reserveCapacity(vector.terms.count)
        for term in vector.terms {
            guard let number = numbers[term.hash] else { continue }
            let weight = term.weight * rarity[Int(number)]
            sum += weight * weight
            entries.append(Entry(term: number, weight: weight))
        }
        entries.sort { $0.term < $1.term }
        let norm = sum.squareRoot()
        guard norm > 0 else { return [] }
        for index in entries.indices { entries[index].weight /= norm }
        return entries
    }
}
