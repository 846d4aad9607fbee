/// Finds third parties that bring others together (guidelines E4.3).
struct MediatorFinder {
    let reading: Reading

    /// Returns the codes that a sentence's words of mediating belong to.
    func mediators(in range: Range<Int>) -> [String] {
        var codes: [String] = []
        let words = reading.lexicon.words
        for index in range where isMediating(index, range) {
            let found: [Int]
            if reading.tokens[index].isJoined, index > range.lowerBound, reading.mentionAt[index - 1] >= 0 {
                found = listed(endingAt: index - 1, range)
            } else if words.mediators.contains(reading.tokens[index].word), isNameAhead(index + 1, range) {
                found = listed(startingAt: index + 1, range)
            } else if index + 1 < range.upperBound, reading.tokens[index + 1].word == words.by {
                found = listed(startingAt: index + 2, range)
            } else if let before = mentionBefore(index, range) {
                found = listed(endingAt: before, range)
            } else {
                found = listed(startingAt: index + 1, range)
            }
            for mention in found
            where !reading.mentions[mention].code.isEmpty && !codes.contains(reading.mentions[mention].code) {
                codes.append(reading.mentions[mention].code)
            }
        }
        return codes
    }

    /// A word of mediating; "negotiated by" is one of a plan that others carry out.
    private func isMediating(_ index: Int, _ range: Range<Int>) -> Bool {
        let words = reading.lexicon.words
        if words.mediating.contains(reading.tokens[index].word) { return true }
        return reading.tokens[index].word == words.negotiated && index + 1 < range.upperBound
            && (reading.tokens[index + 1].word == words.by || reading.tokens[index].isJoined)
    }

    /// The name that a word of mediating follows: "Qatar mediated", "Turkey, Egypt and Qatar playing key roles in facilitating".
    private func mentionBefore(_ index: Int, _ range: Range<Int>) -> Int? {
        var place = index - 1
        while place >= range.lowerBound, index - place <= 8 {
            if reading.mentionAt[place] >= 0 { return place }
            if [.comma, .semicolon, .stop].contains(reading.tokens[place].kind) { return nil }
            if reading.cues[place].contains(.says) || reading.cues[place].contains(.relative) && index - place > 3 {
                return nil
            }
            place -= 1
        }
        return nil
    }

    private func isLink(_ index: Int) -> Bool {
        reading.cues[index].contains(.and) || reading.tokens[index].kind == .comma
            || reading.tokens[index].word == reading.lexicon.words.the
    }

    private func listed(endingAt token: Int, _ range: Range<Int>) -> [Int] {
        var result: [Int] = []
        var place = token
        while place >= range.lowerBound {
            let mention = reading.mentionAt[place]
            if mention >= 0 {
                result.insert(mention, at: 0)
                place = reading.mentions[mention].first - 1
                guard reading.mentions[mention].governed.isEmpty else { break }
            } else if isLink(place) {
                place -= 1
            } else {
                break
            }
        }
        return result
    }

    private func listed(startingAt token: Int, _ range: Range<Int>) -> [Int] {
        var result: [Int] = []
        var place = token
        while place < range.upperBound, place < token + 24 {
            let mention = reading.mentionAt[place]
            if mention >= 0 {
                result.append(mention)
                place = reading.mentions[mention].last + 1
            } else if isLink(place) || result.isEmpty && isOpening(place) {
                place += 1
            } else {
                break
            }
        }
        return result
    }

    private func isNameAhead(_ index: Int, _ range: Range<Int>) -> Bool {
        var place = index
        while place < range.upperBound, place < index + 4, isOpening(place) || isLink(place) { place += 1 }
        return place < range.upperBound && reading.mentionAt[place] >= 0
            && !reading.mentions[reading.mentionAt[place]].isPlace
            && reading.mentions[reading.mentionAt[place]].first == place
    }

    /// "mediators — including Qatar and Oman": what may stand before a list of them.
    private func isOpening(_ index: Int) -> Bool {
        reading.tokens[index].kind == .dash || reading.lexicon.words.including.contains(reading.tokens[index].word)
    }
}
