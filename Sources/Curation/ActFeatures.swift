/// What speaks for and against the coding of an article's primary act: how it was read, and what the words alone say.
struct ActFeatures {
    let study: Study
    let event: Event
    /// What the linear model says of headline and opening.
    let answer: LinearAnswer

    /// Returns the features by which the model tells whether type, modality and parties are right.
    func features() -> [Feature] {
        var features: [Feature] = []
        func add(_ name: String, _ value: Double = 1) { features.append(Feature(name: name, value: value)) }
        let (type, modality) = (event.type.rawValue, event.modality.rawValue)
        let typeMargin = answer.margin(of: event.type)
        let modalityMargin = answer.margin(of: event.modality)
        add("act-type-margin", typeMargin)
        add("act-modality-margin", modalityMargin)
        add("act-relevance", answer.relevance)
        if typeMargin > 0 { add("act-type-agrees") }
        if modalityMargin > 0 { add("act-modality-agrees") }
        if typeMargin > 0, modalityMargin > 0 { add("act-agrees") }
        add("act-is-\(type)")
        add("act-is-\(modality)")
        add("act-is-\(type)-\(modality)")
        add("act-mode-\(type)-\(event.mode)")
        add("act-words-say-\(answer.type.rawValue)")
        let sides = "\(min(event.actors.count, 3))-\(min(event.recipients.count, 3))"
        add("act-sides-\(sides)")
        add("act-sides-\(type)-\(sides)")
        add("act-status-\(event.status.rawValue)")
        if let channel = event.channel { add("act-channel-\(channel.rawValue)") }
        add(event.evidence.part == .title ? "act-in-title" : event.evidence.start == 0 ? "act-in-lead" : "act-in-body")
        addReading(&features)
        addOthers(&features)
        return features
    }

    /// How headline and lead go together, and in which kind of clause the act stands.
    private func addReading(_ features: inout [Feature]) {
        func add(_ name: String, _ value: Double = 1) { features.append(Feature(name: name, value: value)) }
        let title = study.coded.titleFrames.first
        let lead = study.coded.told.first { !$0.isBoilerplate }?.frames.first
        for (name, frame) in [("title", title), ("lead", lead)] {
            guard let frame else {
                add("act-\(name)-silent")
                continue
            }
            if frame.type == event.type { add("act-\(name)-has-type") }
            if frame.modality == event.modality { add("act-\(name)-has-modality") }
            if frame.actors == event.actors, frame.recipients == event.recipients { add("act-\(name)-has-sides") }
            if Set(frame.parties) == Set(event.actors + event.recipients) { add("act-\(name)-has-parties") }
            if !frame.actors.isEmpty, frame.actors == event.recipients { add("act-\(name)-reversed") }
        }
        guard let primary = study.coded.primary else { return }
        if primary.isNominal { add("act-noun") }
        if primary.isPassive { add("act-passive") }
        if primary.isSubordinate { add("act-subordinate") }
        if primary.isOwnType { add("act-own-type") }
        if primary.isByUnnamedStates { add("act-by-unnamed-states") }
        if primary.speaker != nil { add("act-said") }
        add("act-reads-well", min(max(primary.score, -4), 4) / 4)
        if let other = (study.coded.titleFrames.dropFirst().first), other.type != event.type { add("act-rival") }
    }

    /// The states that the headline and the evidence name beside the parties.
    private func addOthers(_ features: inout [Feature]) {
        let parties = Set(event.actors + event.recipients + event.mediators)
        let named = Set(study.title.mentions.filter { !$0.code.isEmpty }.map(\.code))
        features.append(Feature(name: "act-title-others", value: Double(min(named.subtracting(parties).count, 3))))
        let absent = parties.subtracting(named)
        features.append(Feature(name: "act-title-misses", value: Double(min(absent.count, 3))))
        let opening = Set(
            study.body.mentions.filter { !$0.code.isEmpty && $0.first < WordPairs.window / 2 }.map(\.code))
        features.append(
            Feature(name: "act-lead-others", value: Double(min(opening.subtracting(parties).count, 3))))
    }
}
