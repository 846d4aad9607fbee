/// Finds where an act takes place (guidelines E7.1).
struct VenueFinder {
    let reading: Reading
    let lexicon: LexiconTables

    /// Returns the town, strait or country that a sentence names as the place of an act.
    func venue(of frame: Frame, in sentence: Sentence) -> Venue? {
        switch frame.type {
        case .consult, .agree, .cooperate, .mobilize, .coerce, .retreat, .assault: break
        default: return nil
        }
        guard frame.mode != "call" else { return nil }
        var country: Venue?
        let range = sentence.bodyStart..<sentence.tokens.upperBound
        for mention in reading.mentions where range.contains(mention.first) {
            guard mention.entity >= 0, mention.person < 0, mention.office < 0, !mention.isPossessive else { continue }
            let entity = lexicon.entities[Int(mention.entity)]
            let words = lexicon.words
            let isAt = [words.in, words.at, words.near].contains(mention.preposition)
            let isGoal =
                frame.type == .consult
                && ["visit", "tour", "travel to", "fly to", "head to", "arrive in"].contains(frame.lemma)
            if let speaker = frame.speaker, speaker.tokens.contains(mention.first) { continue }
            if isOfOffice(mention) || isInOtherClause(mention, frame) { continue }
            switch entity.kind {
            case .place where isAt || frame.type == .mobilize || isGoal && mention.first > frame.trigger,
                .capital where isAt || isGoal && mention.first > frame.trigger:
                return Venue(place: lexicon.entities[Int(mention.entity)].name, country: entity.country)
            case .country
            where mention.isStrong
                && (isAt
                    || isGoal && mention.first > frame.trigger
                        && (mention.governed.isEmpty || mention.preposition == words.to))
                && country == nil:
                country = Venue(place: "", country: entity.country)
            default: break
            }
        }
        return country
    }

    /// "officials in Tehran": the place of the officials, not of the act.
    private func isOfOffice(_ mention: Mention) -> Bool {
        guard mention.first >= 2 else { return false }
        return lexicon.officePhrases.longestMatch(in: reading.tokens, at: mention.first - 2) != nil
    }

    /// "after a meeting in Hanoi": what is agreed and said there took place there.
    private func isOfMeeting(_ mention: Mention) -> Bool {
        guard mention.first >= 2, reading.nouns[mention.first - 2] >= 0 else { return false }
        return lexicon.nouns[Int(reading.nouns[mention.first - 2])].type == .consult
    }

    private func isInOtherClause(_ mention: Mention, _ frame: Frame) -> Bool {
        guard mention.first > frame.trigger + 1, !isOfMeeting(mention) else { return false }
        return (frame.trigger + 1..<mention.first).contains {
            reading.cues[$0].contains(.subordinate) && reading.cues[$0].isDisjoint(with: .against)
                || reading.cues[$0].contains(.relative)
        }
    }
}
