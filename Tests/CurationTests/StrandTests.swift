import Testing

@testable import Curation

/// Articles of many strands, in sentences that we made up: each act an event of its own, the same act one event.
@Suite("The further events of an article")
struct StrandTests {
    /// An article on Peru and Chile, with one sentence more.
    private func events(_ sentence: String) -> [Event] {
        let lead =
            "Peru said on Monday it will hold talks with Chile on the canal next month. Both sides were calm. Nothing else was known. "
        return Array(study(lead + sentence, title: "Peru and Chile to talk about canal").coded.events.dropFirst())
    }

    @Test("a threat in a clause that is added to a manner of speaking")
    func defiance() throws {
        let event = try #require(
            events("Peru's president Rosa Quispe struck a sombre tone, warning that any raid would lead to a long war.")
                .first)
        #expect((event.type, event.actors, event.recipients) == (.threaten, ["PER"], ["CHL"]))
        #expect(event.modality == .occurred)
        #expect(event.status == .onRecord)
    }

    @Test("readiness for war that somebody else passes on is a threat, reported")
    func readiness() throws {
        let event = try #require(
            events(
                "Chilean Foreign Minister Luis Prado reportedly sent word to the US press, stating, “We are ready for war.”"
            )
            .first)
        #expect((event.type, event.actors, event.recipients) == (.threaten, ["CHL"], ["PER"]))
        #expect(event.status == .reported)
    }

    @Test("initiatives that mediators bring to one of two states are talks between the two, not yet taken up")
    func initiatives() throws {
        let event = try #require(
            events(
                "Lima said it was reviewing several initiatives proposed by regional mediators — including Brazil, Bolivia and Mexico."
            ).first)
        #expect((event.type, event.modality) == (.consult, .hypothetical))
        #expect(Set(event.actors) == ["PER", "CHL"])
        #expect(event.mediators == ["BRA", "BOL", "MEX"])
    }

    @Test("troops that one of them brings up, told together with something else")
    func presence() throws {
        let event = try #require(
            events(
                "Quispe noted that Peru has increased its military presence in the south but stressed that it wants peace."
            ).first)
        #expect((event.type, event.actors, event.recipients) == (.mobilize, ["PER"], ["CHL"]))
    }

    @Test("an appeal of states without a name, once although the standfirst says it too")
    func appeal() {
        let appeal = "Several South American countries have called on both Lima and Santiago to show restraint."
        let text = appeal + "\nPeru said on Monday it will hold talks with Chile on the canal next month.\n" + appeal
        let appeals = study(text, title: "Peru and Chile to talk about canal").coded.events.filter {
            $0.type == .request
        }
        #expect(appeals.count == 1)
        #expect(appeals.first?.actors == [])
        #expect(Set(appeals.first?.recipients ?? []) == ["PER", "CHL"])
        #expect(appeals.first?.status == .reported)
    }

    @Test("talks under way are not the talks to come")
    func underWay() throws {
        let event = try #require(
            events("Peru's foreign ministry spokesman Juan Salas said indirect negotiations were already under way.")
                .first)
        #expect((event.type, event.modality) == (.consult, .occurred))
        #expect(Set(event.actors) == ["PER", "CHL"])
    }

    @Test(
        "who only helps, what is only hoped for, and efforts of nobody are no events",
        arguments: [
            "Brazil, Bolivia and Mexico are playing key roles in facilitating contacts.",
            "Officials spoke of hopes of reaching a deal between Peru and Chile.",
            "The plan underscores efforts to ease sanctions between Peru and Chile.",
        ])
    func noise(_ sentence: String) { #expect(events(sentence).isEmpty) }

    @Test("the subject of an added clause is that of the sentence, whatever name stands before the comma")
    func addedClause() throws {
        let frames = study("Kenya met Uganda, urging Rwanda to act.").coded.told[0].frames
        let request = try #require(frames.first { $0.type == .request })
        #expect((request.actors, request.recipients) == (["KEN"], ["RWA"]))
    }

    @Test("a phrase that is quoted from nobody is no quote")
    func commonSaying() {
        let text =
            "Peru's president Rosa Quispe praised a method often described as “building bridges before walls are ever built”."
        #expect(study(text).quotes.isEmpty)
    }
}

extension Study {
    fileprivate var quotes: [Quote] { QuoteFinder(reading: body, register: register, lexicon: lexicon).quotes() }
}
