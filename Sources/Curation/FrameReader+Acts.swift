/// What act a verb tells with its subject, its object and the words around it.
extension FrameReader {
    /// To welcome a leader is to receive them, to welcome a decision is to praise it.
    func welcoming(_ index: Int, _ end: Int) -> (type: EventType, mode: String, lemma: String)? {
        guard reading.verbs[index].contains(where: { lexicon.verbFrames[Int($0)].lemma == "welcome" }) else {
            return nil
        }
        for place in (index + 1)..<max(index + 1, min(end, index + 5)) where reading.mentionAt[place] >= 0 {
            let mention = reading.mentions[reading.mentionAt[place]]
            let isLeader =
                mention.office >= 0 && [.leader, .minister].contains(lexicon.offices[Int(mention.office)].rank)
            return !mention.isPossessive && (mention.person >= 0 || isLeader) ? (.consult, "visit", "welcome") : nil
        }
        return nil
    }

    /// To send a person is to have them visit.
    func sending(_ index: Int, _ end: Int) -> (type: EventType, mode: String, lemma: String)? {
        let next = index + reading.lengths[index]
        guard next < end, reading.mentionAt[next] >= 0, reading.mentions[reading.mentionAt[next]].person >= 0,
            !reading.mentions[reading.mentionAt[next]].isPossessive,
            reading.verbs[index].contains(where: { ["send", "dispatch"].contains(lexicon.verbFrames[Int($0)].lemma) })
        else { return nil }
        return (.consult, "visit", "send")
    }

    /// Soldiers, ships or aircraft that leave withdraw, those that sail or arrive are deployed.
    func marching(_ index: Int, _ subject: [Int]) -> (type: EventType, mode: String, lemma: String)? {
        let isBare =
            index > 0 && reading.nouns[index - 1] >= 0
            && lexicon.officePhrases.longestMatch(in: reading.tokens, at: index - 1).flatMap {
                lexicon.officePhrases.entries(at: $0.node).first
            }.map { lexicon.offices[Int($0)].rank == .military } ?? false
        guard
            isBare
                || subject.contains(where: {
                    reading.mentions[$0].office >= 0
                        && lexicon.offices[Int(reading.mentions[$0].office)].rank == .military
                })
        else { return nil }
        for number in reading.verbs[index] {
            let lemma = lexicon.verbFrames[Int(number)].lemma
            if Self.leavingVerbs.contains(lemma) { return (.retreat, "withdrawal", lemma) }
            if Self.movingVerbs.contains(lemma) { return (.mobilize, "deployment", lemma) }
            if Self.fightingVerbs.contains(lemma) { return (.assault, "attack", lemma) }
        }
        return nil
    }

    private static let leavingVerbs: Set<String> = [
        "leave", "withdraw", "withdraw from", "pull out", "pull out of", "pull back", "exit", "retreat", "retreat from",
        "fall back", "vacate", "evacuate", "disengage",
    ]
    private static let movingVerbs: Set<String> = [
        "sail", "steam", "arrive in", "drill", "cruise", "fly", "fly over", "fly near", "patrol", "sail through",
        "pass through", "scramble", "scramble to",
    ]
    private static let fightingVerbs: Set<String> = [
        "clash", "clash with", "exchange fire", "exchange gunfire", "trade fire", "battle", "fight",
    ]

    /// To leave an organisation is to break with it, to leave its meeting is not.
    func leaving(_ index: Int, _ end: Int) -> (type: EventType, mode: String, lemma: String)? {
        guard
            let lemma = reading.verbs[index].lazy.map({ lexicon.verbFrames[Int($0)].lemma }).first(where: {
                ["leave", "quit", "exit", "withdraw from", "pull out of"].contains($0)
            })
        else { return nil }
        let next = index + reading.lengths[index]
        for place in next..<max(next, min(end, next + 3)) where reading.mentionAt[place] >= 0 {
            let mention = reading.mentions[reading.mentionAt[place]]
            guard mention.entity >= 0, lexicon.entities[Int(mention.entity)].kind == .organisation, mention.office < 0,
                mention.last + 1 >= end || reading.nouns[mention.last + 1] < 0
            else { return nil }
            return (.sanction, "leaving", lemma)
        }
        return nil
    }

    /// What takes effect is what stands before the verb: "the truce came into force".
    func takesEffect(_ index: Int) -> Bool {
        reading.verbs[index].contains { lexicon.verbFrames[Int($0)].takesEffect }
    }

    /// A denial is the denied act, negated (guidelines 2.2 and E5).
    func denied(_ index: Int, _ end: Int) -> (type: EventType, mode: String, lemma: String)? {
        guard reading.verbs[index].contains(where: { lexicon.verbFrames[Int($0)].lemma == "deny" }) else { return nil }
        for place in (index + 1)..<max(index + 1, end) where reading.nouns[place] >= 0 {
            let noun = lexicon.nouns[Int(reading.nouns[place])]
            if let type = noun.type, !type.isUtterance { return (type, noun.mode, "deny") }
        }
        return nil
    }

    /// The act that a verb tells with its object.
    func act(of index: Int, object: Int?, end: Int) -> (type: EventType, mode: String, lemma: String)? {
        guard var act = act(of: index, object: object), !isLeftToNextVerb(act.lemma, index, end) else { return nil }
        // Arms that one sends to a border are no gift.
        if act.type == .aid, act.mode == "arms",
            (index..<end).contains(where: { lexicon.words.borders.contains(reading.tokens[$0].word) })
        {
            (act.type, act.mode) = (.mobilize, "deployment")
        }
        return act
    }

    /// "offered to mediate", "agreed to send weapons": the act is the second verb's.
    private func isLeftToNextVerb(_ lemma: String, _ index: Int, _ end: Int) -> Bool {
        let next = index + reading.lengths[index]
        switch lemma {
        case "offer": return next < end && reading.cues[next].contains(.to)
        case "agree to":
            guard next < end, !reading.verbs[next].isEmpty else { return false }
            let object = ClauseReader(reading: reading, lexicon: lexicon, frames: self).objectNoun(of: next, end: end)
            return act(of: next, object: object)?.type == .aid
        default: return false
        }
    }

    private func act(of index: Int, object: Int?) -> (type: EventType, mode: String, lemma: String)? {
        let noun = object.map { lexicon.nouns[Int(reading.nouns[$0])] }
        for number in reading.verbs[index] {
            let frame = lexicon.verbFrames[Int(number)]
            if let noun, let act = frame.objects[noun.nounClass] {
                if act.mode == "-" { continue }
                if let type = act.type { return (type, act.mode, frame.lemma) }
                if let type = noun.type { return (type, noun.mode, frame.lemma) }
            }
        }
        for number in reading.verbs[index] {
            let frame = lexicon.verbFrames[Int(number)]
            if let noun, frame.objects[noun.nounClass]?.mode == "-" { continue }
            if let type = frame.type { return (type, frame.mode, frame.lemma) }
        }
        return nil
    }

    /// Whether a word for an office or a body of state starts here.
    func isOffice(_ index: Int) -> Bool { lexicon.officePhrases.longestMatch(in: reading.tokens, at: index) != nil }

    /// "The two leaders", "both sides": the subject of a verb is the two states that the article is about.
    func isPair(before index: Int, _ range: Range<Int>) -> Bool {
        var place = index - 1
        while place >= range.lowerBound, index - place < 7 {
            // "The sides agreed", "both countries", "the two leaders".
            if place > range.lowerBound, ["sides", "parties"].contains(reading.text(place..<(place + 1))),
                reading.tokens[place - 1].word == lexicon.words.the
            {
                return true
            }
            if lexicon.words.dual.contains(reading.tokens[place].word) {
                return (place + 1..<min(place + 4, index)).contains {
                    lexicon.words.pairs.contains(reading.tokens[$0].word)
                }
            }
            place -= 1
        }
        return false
    }

    /// "X will host the foreign ministers of both countries": the two meet, and X brings them together.
    func host(_ frame: inout Frame, _ range: Range<Int>) {
        guard frame.type == .consult, frame.actors.count == 1, pair.count == 2, !pair.contains(frame.actors[0]),
            ["host", "receive", "bring together", "convene"].contains(frame.lemma),
            range.contains(where: { place in
                lexicon.words.dual.contains(reading.tokens[place].word)
                    && (place + 1..<min(place + 4, range.upperBound)).contains {
                        lexicon.words.pairs.contains(reading.tokens[$0].word)
                    }
            })
        else { return }
        (frame.mediators, frame.actors) = (frame.actors, pair)
    }

    /// "Regional states urge restraint", "European leaders threatened": states that the text does not name do it.
    func isByUnnamedStates(_ index: Int, _ range: Range<Int>) -> Bool {
        var place = index - 1
        while place >= range.lowerBound, index - place < 5, reading.mentionAt[place] < 0 {
            let word = reading.tokens[place].word
            if lexicon.words.blocs.contains(word) { return true }
            if lexicon.words.pairs.contains(word) || lexicon.words.unnamed.contains(word) {
                let before = reading.previous(place, in: range)
                return before.map { lexicon.words.regions.contains(reading.tokens[$0].word) } ?? false
            }
            guard reading.tokens[place].kind == .word, reading.verbs[place].isEmpty else { return false }
            place -= 1
        }
        return false
    }

    // MARK: Second thoughts

    /// Acts that are another act by who tells them, and how.
    func reinterpret(_ frame: inout Frame, _ range: Range<Int>) {
        threaten(&frame, range)
        accuse(&frame)
        oblige(&frame, range)
        promise(&frame, range)
        promiseAid(&frame)
        offerMediation(&frame, range)
        confirmTalks(&frame, range)
        refuse(&frame, range)
        // What one studies one has not taken up.
        if frame.type == .consult, frame.modality == .occurred, Self.studying.contains(frame.lemma) {
            frame.modality = .hypothetical
        }
    }

    private static let studying: Set<String> = [
        "review", "study", "examine", "weigh", "look into", "look at", "assess",
    ]

    /// "We will strike if ...", told by the one who would: a threat (guidelines E3).
    private func threaten(_ frame: inout Frame, _ range: Range<Int>) {
        guard frame.modality == .future || frame.modality == .hypothetical, !frame.actors.isEmpty else { return }
        if isWarned(frame, range) {
            (frame.type, frame.mode, frame.modality) = (.threaten, "warning", .occurred)
            return
        }
        if [.assault, .sanction, .coerce].contains(frame.type), isThreatened(frame.trigger, range) {
            let mode = frame.type == .sanction ? "sanctions" : "force"
            (frame.type, frame.mode, frame.modality) = (.threaten, mode, .occurred)
            return
        }
        guard frame.type == .assault else { return }
        let isOwn = frame.speaker.map { frame.actors.contains($0.code) } ?? false
        guard isOwn || reading.cues(in: range).contains(.hypothetical) && frame.speaker == nil else { return }
        (frame.type, frame.mode, frame.modality) = (.threaten, "force", .occurred)
    }

    /// "X will close the border, its president warns": what one warns to do oneself.
    private func isWarned(_ frame: Frame, _ range: Range<Int>) -> Bool {
        guard frame.type != .threaten,
            let warning = range.last(where: {
                reading.verbs[$0].contains { lexicon.verbFrames[Int($0)].lemma == "warn" }
            }), warning > frame.trigger, range.upperBound - warning < 5,
            let comma = (frame.trigger..<warning).last(where: { reading.tokens[$0].kind == .comma })
        else { return false }
        return (comma..<warning).contains {
            reading.cues[$0].contains(.pronoun)
                || reading.mentionAt[$0] >= 0 && frame.actors.contains(reading.mentions[reading.mentionAt[$0]].code)
        }
    }

    /// "his threat to close the pipeline".
    private func isThreatened(_ index: Int, _ range: Range<Int>) -> Bool {
        guard let to = reading.previous(index, in: range), reading.cues[to].contains(.to),
            let noun = reading.previous(to, in: range), reading.nouns[noun] >= 0
        else { return false }
        return lexicon.nouns[Int(reading.nouns[noun])].type == .threaten
    }

    /// "X says Y must withdraw": a demand of X.
    private func oblige(_ frame: inout Frame, _ range: Range<Int>) {
        guard let speaker = frame.speaker, !speaker.code.isEmpty, !speaker.isMedia, !frame.actors.isEmpty,
            !frame.actors.contains(speaker.code), speaker.tokens.upperBound <= frame.trigger,
            (max(range.lowerBound, frame.trigger - 3)..<frame.trigger).contains(where: {
                lexicon.words.obliging.contains(reading.tokens[$0].word)
            })
        else { return }
        (frame.type, frame.mode, frame.modality) = (.request, "demand", .occurred)
        (frame.actors, frame.recipients) = ([speaker.code], frame.actors)
    }

    /// Cooperation to come is a promise, and so is what one "agrees to" do (guidelines, section 4).
    private func promise(_ frame: inout Frame, _ range: Range<Int>) {
        let isPlan =
            frame.type == .cooperate && frame.modality == .future
            && (["cooperate", "co-operate", "work together", "cooperate with"].contains(frame.lemma)
                || frame.object.map { lexicon.nouns[Int(reading.nouns[$0.lowerBound])].mode == "cooperation" } ?? false)
        let isAgreed =
            [.concede, .cooperate, .retreat].contains(frame.type) && frame.trigger > range.lowerBound
            && reading.verbs[previousVerb(frame.trigger, range)].contains {
                lexicon.verbFrames[Int($0)].lemma == "agree to"
            }
        guard isPlan || isAgreed else { return }
        // The promise itself is made.
        (frame.type, frame.mode, frame.modality) = (.agree, "promise", .occurred)
        frame.actors += frame.recipients
        frame.recipients = []
    }

    /// Aid that is promised is still to come (guidelines E3).
    private func promiseAid(_ frame: inout Frame) {
        guard frame.type == .aid, frame.modality == .occurred,
            ["pledge", "promise", "vow", "commit", "announce", "unveil", "earmark", "set aside", "agree to", "offer"]
                .contains(frame.lemma)
        else { return }
        frame.modality = .future
    }

    private func previousVerb(_ index: Int, _ range: Range<Int>) -> Int {
        reading.previous(index, in: range) ?? index
    }

    /// To agree to meet, and not to cancel a meeting, is a meeting to come; what one denies to have done is not done.
    private func confirmTalks(_ frame: inout Frame, _ range: Range<Int>) {
        let before = max(range.lowerBound, frame.trigger - 3)..<frame.trigger
        if frame.type == .reject, frame.mode == "cancellation", reading.cues(in: before).contains(.negation) {
            (frame.type, frame.mode, frame.modality) = (.consult, "meeting", .future)
            frame.actors += frame.recipients
            frame.recipients = []
        } else if frame.type == .reject, frame.mode == "cancellation", frame.lemma == "end", isRound(frame, range) {
            (frame.type, frame.mode) = (.consult, "negotiation")
            frame.actors += frame.recipients
            frame.recipients = []
        } else if frame.type == .agree, frame.lemma == "agree to", isToTalk(frame, range) {
            (frame.type, frame.mode) = (.consult, "meeting")
            if frame.modality == .occurred { frame.modality = .future }
        }
        guard frame.modality != .negated else { return }
        let clause = max(range.lowerBound, frame.trigger - 7)..<frame.trigger
        if clause.contains(where: { isDenialOfClause($0, range) }) { frame.modality = .negated }
    }

    /// Both sides end talks that were held, and so does who ends a round of them.
    private func isRound(_ frame: Frame, _ range: Range<Int>) -> Bool {
        if frame.actors.count >= 2 { return true }
        return (frame.trigger..<min(frame.trigger + 5, range.upperBound)).contains {
            lexicon.words.rounds.contains(reading.tokens[$0].word)
        }
    }

    /// "X will not sign": a refusal, not an act that did not happen (guidelines E5).
    private func refuse(_ frame: inout Frame, _ range: Range<Int>) {
        let refusable: Set<EventType> = [.support, .agree, .aid, .consult, .concede, .cooperate, .retreat]
        guard frame.modality == .negated, refusable.contains(frame.type), frame.lemma != "deny",
            let subject = frame.actors.first, frame.actorMentions.count <= 1,
            reading.cues(in: max(range.lowerBound, frame.trigger - 4)..<frame.trigger).contains(.negation),
            (max(range.lowerBound, frame.trigger - 4)..<frame.trigger).contains(where: {
                lexicon.words.wills.contains(reading.tokens[$0].word)
            })
        else { return }
        (frame.type, frame.mode, frame.modality) = (.reject, "refusal", .occurred)
        frame.recipients = (frame.actors + frame.recipients).filter { $0 != subject }
        frame.actors = [subject]
    }

    /// "agreed to meet", "agreed to any talks".
    private func isToTalk(_ frame: Frame, _ range: Range<Int>) -> Bool {
        let next = frame.trigger + reading.lengths[frame.trigger]
        guard next < range.upperBound else { return false }
        if reading.verbs[next].contains(where: { lexicon.verbFrames[Int($0)].type == .consult }) { return true }
        // "agreed to hold a joint cabinet meeting".
        let isHeld = reading.verbs[next].contains { lexicon.verbFrames[Int($0)].lemma == "hold" }
        guard let noun = frame.object?.first, noun - next <= (isHeld ? 5 : 2), isHeld || reading.verbs[next].isEmpty
        else {
            return false
        }
        return lexicon.nouns[Int(reading.nouns[noun])].type == .consult
    }

    /// "denied that it had ...", "denies it has ...".
    private func isDenialOfClause(_ index: Int, _ range: Range<Int>) -> Bool {
        guard reading.cues[index].contains(.denial), index + 1 < range.upperBound, !reading.verbs[index].isEmpty else {
            return false
        }
        let next = reading.cues[index + 1]
        return next.contains(.that) || next.contains(.pronoun)
    }

    /// Mediation offered and not accepted yet is the mediator's act towards the parties (guidelines E3, E4.3).
    ///
    /// Where it is settled, the parties meet, brought together by a third.
    private func offerMediation(_ frame: inout Frame, _ range: Range<Int>) {
        guard frame.type == .consult, frame.mode == "mediation", !frame.isNominal,
            ["mediate", "mediate between", "broker", "facilitate", "bring together"].contains(frame.lemma),
            let mediator = frame.mediators.first ?? (frame.actors.count >= 3 ? frame.actors.first : nil)
        else { return }
        let parties = frame.actors.filter { $0 != mediator && !frame.mediators.contains($0) }
        guard parties.count >= 2 else { return }
        if frame.mediators.isEmpty { frame.mediators = [mediator] }
        let isOffer = (max(range.lowerBound, frame.trigger - 4)..<frame.trigger).contains { place in
            reading.verbs[place].contains {
                ["offer", "propose"].contains(lexicon.verbFrames[Int($0)].lemma)
            }
        }
        if isOffer {
            (frame.actors, frame.recipients) = ([mediator], parties)
            frame.modality = .hypothetical
        } else {
            frame.actors = parties
            frame.mode = "meeting"
        }
    }

    /// "Berlin says Russia poisoned him": an attack that another state tells of is that state's accusation.
    func accuse(_ frame: inout Frame) {
        guard frame.type == .assault, let speaker = frame.speaker, !speaker.code.isEmpty, !speaker.isMedia,
            !frame.actors.isEmpty,
            !frame.actors.contains(speaker.code), speaker.code != "PSE"
        else { return }
        (frame.type, frame.mode, frame.recipients, frame.actors) = (.accuse, "criticism", frame.actors, [speaker.code])
        frame.modality = .occurred
    }
}
