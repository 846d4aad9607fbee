/// Which events an article has, and what of them is sure enough to be published.
extension Curator {
    /// The events, the primary one with how sure each of its fields is.
    func events(of study: Study, _ answer: ReaderAnswer) -> [Event] {
        var events = PrimaryEvent(study: study, answer: answer).events()
        guard let primary = events.first, primary.isPrimary else { return events }
        let act = ActFeatures(study: study, event: primary, answer: answer)
        let features = act.features()
        let confidence = Event.Confidence(
            type: lexicon.model.probability(.field(.type), features),
            modality: lexicon.model.probability(.field(.modality), features),
            parties: lexicon.model.probability(.field(.parties), features))
        events[0].confidence = confidence
        events[0].shows = act.isDoubted ? [] : shown(primary, confidence)
        if events[0].showsAct { events[0].isInHeadline = lexicon.reader.tells(study.title, primary) }
        return events
    }

    /// Type and modality are shown together or not at all, and parties only with them: "Iran – Oman" without its act says
    /// nothing, and an act without its modality says that it was done.
    private func shown(_ event: Event, _ confidence: Event.Confidence) -> Set<Event.Field> {
        let act = confidence.type * confidence.modality
        guard act >= lexicon.lines.act else { return [] }
        let hasParties = !event.actors.isEmpty || !event.recipients.isEmpty
        let isWhole = hasParties && act * confidence.parties >= lexicon.lines.whole
        return isWhole ? [.type, .modality, .parties] : [.type, .modality]
    }

    /// The parties where they are shown, else the three states and bodies that headline and opening name first.
    static func countries(_ primary: Event?, _ study: Study) -> [String] {
        guard let primary, primary.shows.contains(.parties) else { return Array(study.namedCodes().prefix(3)) }
        return (primary.actors + primary.recipients + primary.mediators).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }
}
