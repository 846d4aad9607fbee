/// Which events an article has, and what of them is sure enough to be published.
extension Curator {
    /// The events that the rules coded; where they found none, the model's guess at the headline's act.
    func events(of study: Study, _ answer: LinearAnswer) -> [Event] {
        var events = study.coded.events
        guard let primary = events.first(where: \.isPrimary) ?? events.first else {
            return Self.guess(study, answer).map { [$0] } ?? []
        }
        let sums = fieldSums(of: primary, study, answer)
        events[0].confidence = confidence(sums)
        events[0].shows = shown(primary, events[0].confidence, study)
        return events
    }

    /// What the model says of the fields of the primary event.
    func fieldSums(of event: Event, _ study: Study, _ answer: LinearAnswer) -> LinearAnswer {
        let features = study.features() + ActFeatures(study: study, event: event, answer: answer).features()
        return LinearAnswer(lexicon.model.sums(inputs(study, features)))
    }

    private func confidence(_ sums: LinearAnswer) -> Event.Confidence {
        func probability(_ field: Event.Field) -> Double {
            (LinearModel.probability(sums.sum(.field(field))) * 1000).rounded() / 1000
        }
        return Event.Confidence(
            type: probability(.type), modality: probability(.modality), parties: probability(.parties))
    }

    /// Type and modality are shown together or not at all, and parties only with them: "Iran – Oman" without its act says
    /// nothing, and an act without its modality says that it was done.
    private func shown(_ event: Event, _ confidence: Event.Confidence?, _ study: Study) -> Set<Event.Field> {
        guard let confidence, event.type != .statement else { return [] }
        let act = confidence.type * confidence.modality
        guard act >= lexicon.lines.act,
            !ActDoubt(coded: study.coded, title: study.title, body: study.body).doubts(event)
        else { return [] }
        let hasParties = !event.actors.isEmpty || !event.recipients.isEmpty
        let isWhole = hasParties && act * confidence.parties >= lexicon.lines.whole
        return isWhole ? [.type, .modality, .parties] : [.type, .modality]
    }

    /// The act of an article in which the rules read none: what the words say, of the states that the headline names.
    private static func guess(_ study: Study, _ answer: LinearAnswer) -> Event? {
        let named = study.namedCodes().prefix(2)
        let place: (Reading, Sentence)? =
            study.body.sentences.first.map { (study.body, $0) } ?? study.title.sentences.first.map { (study.title, $0) }
        guard let (reading, sentence) = place else { return nil }
        let type = answer.type
        var event = Event(
            type: type, actors: type.isMutual ? Array(named) : Array(named.prefix(1)),
            recipients: type.isMutual ? [] : Array(named.dropFirst()), modality: answer.modality,
            evidence: reading.evidence(sentence))
        event.isPrimary = true
        return event
    }

    /// The parties where they are shown, else the three states and bodies that headline and opening name first.
    static func countries(_ primary: Event?, _ study: Study) -> [String] {
        guard let primary, primary.shows.contains(.parties) else { return Array(study.namedCodes().prefix(3)) }
        return (primary.actors + primary.recipients + primary.mediators).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }
}
