internal import Notation

/// The act that an article is news about: kind, modality and sides as the learned reader says, and what the rules read of the same
/// act besides (venue, date, status, object).
struct PrimaryEvent {
    let study: Study
    let answer: ReaderAnswer

    /// How many sentences of the body tell the article's own news.
    private static let opening = 3

    /// Returns the events of the article, the primary one first.
    func events() -> [Event] {
        var events = study.coded.events
        // Where the rules read another kind, it is still the same act that their sentence, venue and day are of.
        let own =
            events.firstIndex { $0.type == answer.type && isOpening($0) }
            ?? events.firstIndex { $0.isPrimary && isOpening($0) }
        guard var primary = own.map({ events[$0] }) ?? blank() else { return events }
        revise(&primary)
        if let own { events.remove(at: own) }
        for index in events.indices { events[index].isPrimary = false }
        return [primary] + events
    }

    private func isOpening(_ event: Event) -> Bool {
        guard event.evidence.part == nil else { return true }
        let told = study.coded.told.filter { !$0.isBoilerplate }.prefix(Self.opening)
        return told.contains { study.body.evidence($0.sentence).start == event.evidence.start }
    }

    /// An act of which no rule read anything, told by the lead or the headline.
    private func blank() -> Event? {
        let lead = study.coded.told.first { !$0.isBoilerplate }?.sentence ?? study.body.sentences.first
        let evidence =
            lead.map { study.body.evidence($0) } ?? study.title.sentences.first.map { study.title.evidence($0) }
        return evidence.map { Event(type: answer.type, actors: [], evidence: $0) }
    }

    /// Sets modality and sides, and takes back what was read of others.
    private func revise(_ event: inout Event) {
        let (type, modality) = (answer.type, answer.modality)
        if event.type != type {
            (event.type, event.mode, event.object) = (type, "", "")
            event.phase = nil
            event.undoes = nil
        }
        event.isPrimary = true
        (event.actors, event.recipients) = answer.sides(of: type)
        let parties = event.parties
        let mediators = answer.mediators(besides: parties)
        // Further sentences name mediators that headline and opening leave out.
        event.mediators =
            mediators + event.mediators.filter { !parties.contains($0) && !mediators.contains($0) }
        event.actorLabels = event.actorLabels.filter { parties.contains($0.key) }
        event.setPairs()
        event.statusBasis = event.statusBasis.filter { (parties + event.mediators).contains($0) }
        if event.statusBasis.isEmpty, event.status == .onRecord || event.status == .denied {
            event.status = .reported
            event.statusEvidence = nil
        }
        if event.modality != modality {
            event.modality = modality
            // A day ahead of a planned act is none behind a done one.
            event.date = nil
            event.phase = nil
            event.undoes = nil
        }
        event.score = modality == .occurred ? EventScale.score(type, mode: event.mode) : nil
        event.cameo = EventScale.cameo(type, mode: event.mode, modality: modality)
    }
}
