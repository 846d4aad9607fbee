/// What speaks for and against the primary act as it is coded: how sure the learned reader is, and whether the rules agree.
struct ActFeatures {
    let study: Study
    let event: Event
    let answer: ReaderAnswer
    /// Whether words in the act's clause end, undo or doubt it.
    let isDoubted: Bool

    init(study: Study, event: Event, answer: ReaderAnswer) {
        self.study = study
        self.event = event
        self.answer = answer
        isDoubted = ActDoubt(coded: study.coded, title: study.title, body: study.body).doubts(event)
    }

    /// Returns the features by which the linear models tell whether type, modality and parties are right.
    func features() -> [Feature] {
        var features: [Feature] = []
        func add(_ name: String, _ value: Double = 1) { features.append(Feature(name: name, value: value)) }
        let (type, modality) = (event.type.rawValue, event.modality.rawValue)
        add("act-relevance", min(max(answer.relevance, -ReaderAnswer.farthest), ReaderAnswer.farthest))
        add("act-type-margin", answer.margin(of: event.type))
        add("act-modality-margin", answer.margin(of: event.modality))
        add("act-sides-margin", answer.margin(ofSides: event.type))
        add("act-is-\(type)")
        add("act-is-\(modality)")
        let sides = "\(min(event.actors.count, 3))-\(min(event.recipients.count, 3))"
        add("act-sides-\(event.type.isMutual ? "joint-" : "")\(sides)")
        if isDoubted { add("act-doubted") }
        if study.body.sentences.isEmpty { add("act-without-lead") }
        addRules(&features)
        addOthers(&features)
        return features
    }

    /// Whether the rules read the same: as the act of the article, in the headline, in the lead.
    private func addRules(_ features: inout [Feature]) {
        let lead = study.coded.told.first { !$0.isBoilerplate }?.frames.first
        for (name, frame) in [("rules", study.coded.primary), ("title", study.coded.titleFrames.first), ("lead", lead)]
        {
            func add(_ what: String) { features.append(Feature(name: "act-\(name)-\(what)", value: 1)) }
            guard let frame else {
                add("silent")
                continue
            }
            if frame.type == event.type { add("type") }
            if frame.modality == event.modality { add("modality") }
            if Set(frame.actors) == Set(event.actors), Set(frame.recipients) == Set(event.recipients) { add("sides") }
            if Set(frame.parties) == Set(event.parties) { add("parties") }
            if !frame.actors.isEmpty, !event.type.isMutual, frame.actors == event.recipients { add("reversed") }
        }
    }

    /// The states that headline and opening name beside the parties.
    private func addOthers(_ features: inout [Feature]) {
        let parties = Set(event.parties + event.mediators)
        let named = Set(study.title.mentions.filter { !$0.code.isEmpty }.map(\.code))
        features.append(Feature(name: "act-title-others", value: Double(min(named.subtracting(parties).count, 3))))
        features.append(Feature(name: "act-title-misses", value: Double(min(parties.subtracting(named).count, 3))))
        let opening = Set(
            study.body.mentions.filter { !$0.code.isEmpty && $0.first < FeatureReader.window / 2 }.map(\.code))
        features.append(Feature(name: "act-lead-others", value: Double(min(opening.subtracting(parties).count, 3))))
    }
}
