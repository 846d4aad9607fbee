public import Curation

/// The words that name a state: "Peru", "Peruvian", "Lima".
///
/// News of one country is seldom one story, so that such words alone make no two articles alike.
public struct StateWords: Sendable {
    private var states: [UInt64: Int32] = [:]
    /// The number of states, from 1 on.
    let count: Int

    /// Creates the words of names; without any, all words tell alike.
    public init(_ names: [StateName] = []) {
        var numbers: [String: Int32] = [:]
        for name in names {
            let number = numbers[name.code] ?? Int32(truncatingIfNeeded: numbers.count + 1)
            numbers[name.code] = number
            for word in FoldedWords.words(of: name.name) where StoryTerms.isTelling(word) {
                let hash = StoryTerms.hash(ofWord: word)
                if states[hash] == nil { states[hash] = number }
            }
        }
        count = numbers.count
    }

    /// The number of the state that a term names; 0 when it names none.
    func state(of term: UInt64) -> Int32 { states[term] ?? 0 }
}
