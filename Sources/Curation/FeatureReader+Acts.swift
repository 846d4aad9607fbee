/// What the acts of title and opening speak for: who does them, to whom, in which kind of clause.
extension FeatureReader {
    /// How many acts of a sentence are asked.
    private static let reach = 3

    func addActs(_ features: inout [Feature]) {
        let lead = coded.told.first { !$0.isBoilerplate }
        addActs(coded.titleFrames, "title", in: title, &features)
        addActs(lead?.frames ?? [], "lead", in: body, &features)
        if coded.titleFrames.isEmpty, lead?.frames.isEmpty ?? true {
            features.append(Feature(name: "no-act", value: 1))
        }
        let best = [coded.titleFrames.first, lead?.frames.first].reduce(0.0) { best, frame in
            frame.map { $0.type == .assault ? best : max(best, $0.score) } ?? best
        }
        features.append(Feature(name: "act-clear", value: min(best, 4) / 4))
        let others = coded.told.dropFirst().prefix(5).filter {
            $0.sentence.tokens.lowerBound < Self.window && !$0.isBackground
                && ($0.frames.first?.isComplete ?? false)
        }
        if !others.isEmpty { features.append(Feature(name: "acts-later", value: Double(min(others.count, 3)))) }
    }

    private func addActs(_ frames: [Frame], _ place: String, in reading: Reading, _ features: inout [Feature]) {
        guard let first = frames.first else {
            features.append(Feature(name: "\(place)-silent", value: 1))
            return
        }
        add(first, place, in: reading, &features)
        let warlike: Set<EventType> = [.assault, .coerce, .mobilize]
        let acts = frames.prefix(Self.reach)
        if let act = acts.first(where: { $0.isComplete && !$0.isSubordinate && !warlike.contains($0.type) }) {
            features.append(feature("\(place)-diplomacy", act, in: reading))
        }
        if let act = acts.first(where: { $0.isComplete && $0.type.isMutual }) {
            features.append(feature("\(place)-joint-act", act, in: reading))
        }
    }

    private func add(_ frame: Frame, _ place: String, in reading: Reading, _ features: inout [Feature]) {
        let sides = frame.isComplete ? "both" : "one"
        // An attack is no diplomacy, whoever carries it out on whom.
        guard frame.type != .assault else {
            features.append(feature("\(place)-attack", frame, in: reading))
            return
        }
        var names = ["\(place)-act-\(sides)", "act-\(frame.type.rawValue)-\(sides)"]
        if frame.isNominal { names.append("\(place)-act-noun") }
        if frame.isSubordinate { names.append("\(place)-act-subordinate") }
        names.append("\(place)-\(frame.isNominal ? "noun" : "verb")-by-\(doer(of: frame, in: reading))-\(sides)")
        names.append("mode-\(frame.type.rawValue)-\(frame.mode)")
        if let speaker = frame.speaker, !speaker.code.isEmpty {
            names.append(frame.actors.contains(speaker.code) ? "\(place)-said" : "\(place)-said-of-others")
        }
        for name in names { features.append(feature(name, frame, in: reading)) }
    }

    private func feature(_ name: String, _ frame: Frame, in reading: Reading) -> Feature {
        let token = reading.tokens[frame.trigger]
        return Feature(
            name: name, value: 1,
            text: reading.text(frame.trigger..<(frame.trigger + max(1, reading.lengths[frame.trigger]))),
            part: reading.isTitle ? .title : nil, start: token.scalarStart, end: token.scalarEnd)
    }

    /// What stands as the doer: a state, body or person that can act, one in the possessive, a mere adjective, nobody.
    private func doer(of frame: Frame, in reading: Reading) -> String {
        let doers = frame.actorMentions.filter { $0 < reading.mentions.count }.map {
            reading.mentions[$0].standing(in: lexicon)
        }
        if frame.isByUnnamedStates { return "states-unnamed" }
        if doers.contains(where: Self.agents.contains) { return "state" }
        if doers.contains("state-of") || doers.contains("person-of") { return "owner" }
        return doers.isEmpty ? "nobody" : "adjective"
    }

    private static let agents: Set<String> = [
        "state", "person", "office", "official", "body", "organisation", "movement",
    ]

    /// Who or what the main clause of the headline, or of the lead, opens with.
    func addOpening(_ features: inout [Feature]) {
        let reading = title.sentences.isEmpty ? body : title
        guard let sentence = reading.sentences.first else { return }
        let range = mainClause(of: sentence, in: reading)
        var opening = "others"
        var index = range.lowerBound
        while index < range.upperBound, index < range.lowerBound + 6 {
            if reading.mentionAt[index] >= 0 {
                opening = reading.mentions[reading.mentionAt[index]].standing(in: lexicon)
                break
            }
            let isLight = reading.tokens[index].kind != .word || reading.cues[index].contains(.determiner)
            if !isLight, index >= range.lowerBound + 3 { break }
            index += 1
        }
        features.append(Feature(name: "opens-with-" + opening, value: 1, part: reading.isTitle ? .title : nil))
    }

    /// A sentence up to "as", "after", "amid", or behind the comma where it starts with one.
    private func mainClause(of sentence: Sentence, in reading: Reading) -> Range<Int> {
        let range = sentence.bodyStart..<sentence.tokens.upperBound
        guard
            let cut = range.first(where: {
                reading.cues[$0].contains(.subordinate) && reading.cues[$0].isDisjoint(with: .against)
            })
        else { return range }
        guard cut == range.lowerBound else { return range.lowerBound..<cut }
        let comma = range.first { reading.tokens[$0].kind == .comma }
        return comma.map { ($0 + 1)..<range.upperBound } ?? range
    }
}
