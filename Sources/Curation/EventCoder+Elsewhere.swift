internal import Notation

/// What other sentences tell of the primary act: where, when, and who vouches for it.
extension EventCoder {
    /// How many sentences are asked.
    private static let reach = 9

    /// The two states that a title names, when they are just two.
    static func pair(of title: Reading) -> [String] {
        var codes: [String] = []
        for mention in title.mentions where !mention.code.isEmpty && !mention.isPlace && !codes.contains(mention.code) {
            codes.append(mention.code)
        }
        return codes.count == 2 ? codes : []
    }

    /// In an article whose title and lead name two states, the other one is the other side.
    func withOtherState(_ frame: Frame, besides known: [String]) -> Frame {
        let words = lexicon.words
        var others: [String] = []
        let lead = body.sentences.prefix(2).last?.tokens.upperBound ?? 0
        for (reading, end) in [(title, title.tokens.count), (body, lead)] {
            for mention in reading.mentions where mention.first < end && !mention.code.isEmpty && !mention.isPlace {
                guard !known.contains(mention.code), !others.contains(mention.code),
                    ![words.in, words.at, words.near].contains(mention.preposition)
                else { continue }
                others.append(mention.code)
            }
        }
        guard others.count == 1, let other = others.first else { return frame }
        var frame = frame
        if frame.type.isMutual {
            frame.actors.append(other)
        } else if frame.recipients.isEmpty {
            frame.recipients = [other]
        } else {
            frame.actors = [other]
        }
        return frame
    }

    /// Place and day of a meeting that a later sentence on the same parties and the same kind of act gives.
    func addPlace(_ event: inout Event, _ told: [Told]) {
        guard event.type == .consult || event.type == .agree, event.mode != "call", event.venue == nil else { return }
        let parties = Set(event.actors + event.recipients + event.mediators)
        for told in told.prefix(Self.reach) where !told.isBoilerplate && !told.isBackground {
            guard body.evidence(told.sentence).start != event.evidence.start || event.evidence.part == .title,
                let frame = meeting(in: told), parties.isSuperset(of: frame.parties),
                var venue = VenueFinder(reading: body, lexicon: lexicon).venue(of: frame, in: told.sentence),
                !venue.place.isEmpty
            else { continue }
            venue.evidence = body.evidence(told.sentence)
            event.venue = venue
            return
        }
    }

    /// The frame of a sentence's meeting, or that of "the talks", whose sides are understood.
    private func meeting(in told: Told) -> Frame? {
        if let frame = told.frames.first(where: { $0.type == .consult }) { return frame.mode == "call" ? nil : frame }
        guard let noun = told.sentence.tokens.first(where: { isConsultNoun($0) }),
            told.frames.allSatisfy({ !$0.isComplete })
        else { return nil }
        return Frame(
            type: .consult, mode: "meeting", trigger: noun, lemma: "", actors: [], recipients: [], modality: .occurred,
            isSubordinate: false, isNominal: true, score: 0)
    }

    /// Mediators that one of the first sentences names, when it tells of mediating and of no other parties.
    func addMediators(_ event: inout Event, _ told: [Told]) {
        guard event.mediators.isEmpty, event.type == .consult, event.mode != "call" else { return }
        for told in told.prefix(event.modality == .occurred ? 6 : 3) where !told.isBoilerplate && !told.isBackground {
            let range = told.sentence.bodyStart..<told.sentence.tokens.upperBound
            let found = MediatorFinder(reading: body).mediators(in: range).filter {
                !event.actors.contains($0) && !event.recipients.contains($0)
            }
            guard !found.isEmpty, event.modality != .occurred || tellsOnly(of: found, or: event, in: range) else {
                continue
            }
            event.mediators = found
            event.mediatorsEvidence = body.evidence(told.sentence)
            return
        }
    }

    private func tellsOnly(of mediators: [String], or event: Event, in range: Range<Int>) -> Bool {
        range.allSatisfy { index in
            let mention = body.mentionAt[index]
            guard mention >= 0 else { return true }
            let code = body.mentions[mention].code
            return code.isEmpty || mediators.contains(code) || event.actors.contains(code)
        }
    }

    /// A party that denies the reports of the act makes it denied, with that sentence as evidence.
    func addDenial(_ event: inout Event, _ told: [Told]) {
        guard event.status == .unconfirmed || event.status == .reported else { return }
        for told in told.prefix(12) where !told.isBoilerplate {
            guard let frame = told.frames.first(where: { $0.lemma == "deny" || $0.lemma == "refute" }),
                frame.type == event.type
                    || frame.type == .reject
                        && !body.cues(in: told.sentence.tokens).isDisjoint(with: [.rumour, .media]),
                frame.actors.contains(where: event.actors.contains),
                body.evidence(told.sentence).start != event.evidence.start
            else { continue }
            event.status = .denied
            event.statusBasis = frame.actors.filter(event.actors.contains)
            event.statusEvidence = body.evidence(told.sentence)
            return
        }
        // "Neither Tehran nor Washington has officially confirmed": nobody speaks for it.
        if event.status == .reported,
            let doubt = told.prefix(12).first(where: { body.isUnconfirmed(in: $0.sentence.tokens) }),
            event.modality != .occurred
        {
            event.status = .unconfirmed
            event.statusEvidence = body.evidence(doubt.sentence)
        }
    }

    /// A named voice of an actor that speaks of the act in one of the first sentences vouches for what the article tells in
    /// its own voice.
    func addVoucher(_ event: inout Event, _ told: [Told]) {
        guard event.status == .reported, event.channel == nil, event.modality != .hypothetical else { return }
        for told in told.prefix(5) where !told.isBoilerplate && !told.isBackground && isOn(event, told) {
            let range = told.sentence.bodyStart..<told.sentence.tokens.upperBound
            let cues = body.cues(in: range)
            guard cues.isDisjoint(with: [.denial, .rumour, .anonymous]), !body.isUnconfirmed(in: range) else {
                continue
            }
            let voice = Voice(reading: body, register: register)
            guard
                let voucher = told.speakers.first(where: {
                    event.actors.contains($0.code) && voice.isOnRecord($0, in: range)
                })
            else { continue }
            event.status = .onRecord
            event.statusBasis = [voucher.code]
            event.channel = cues.contains(.social) ? .socialPost : .onRecord
            let evidence = body.evidence(told.sentence)
            if evidence.start != event.evidence.start || event.evidence.part != nil { event.statusEvidence = evidence }
            return
        }
    }

    /// Whether a sentence speaks of an act: it is the one that tells it, tells one of its kind, or names all its
    /// parties and tells nothing else of them.
    private func isOn(_ event: Event, _ told: Told) -> Bool {
        if event.evidence.part == nil, body.evidence(told.sentence).start == event.evidence.start { return true }
        if told.frames.contains(where: { $0.type == event.type && $0.parties.allSatisfy(event.parties.contains) }) {
            return true
        }
        let named = Set(body.mentions.lazy.filter { told.sentence.tokens.contains($0.first) }.map(\.code))
        if event.parties.count > 1, event.parties.allSatisfy(named.contains) {
            return told.frames.allSatisfy { $0.type == event.type }
        }
        // "said it was done", "the visit", "the talks"
        return told.sentence.tokens.dropFirst().contains { index in
            let before = body.cues[index - 1]
            if body.cues[index].contains(.pronoun), !before.isDisjoint(with: [.says, .that]) {
                return ["it", "this"].contains(body.text(index..<(index + 1)).lowercased())
            }
            return body.nouns[index] >= 0 && lexicon.nouns[Int(body.nouns[index])].type == event.type
                && before.contains(.determiner)
        }
    }

    /// "There was no confirmation from Tehran": whoever is named there is not on record by what another sentence says.
    func withdrawVouchers(_ event: inout Event, _ told: [Told]) {
        guard event.status == .onRecord else { return }
        for told in told.prefix(12) where !told.isBoilerplate && body.isUnconfirmed(in: told.sentence.tokens) {
            let silent = body.mentions.filter { told.sentence.tokens.contains($0.first) }.map(\.code)
            guard event.statusBasis.contains(where: silent.contains) else { continue }
            event.statusBasis.removeAll(where: silent.contains)
            guard event.statusBasis.isEmpty else { continue }
            event.status = event.modality == .occurred ? .reported : .unconfirmed
            event.channel = nil
            event.statusEvidence = body.evidence(told.sentence)
            return
        }
    }
}
