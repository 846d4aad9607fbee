import Testing

@testable import Curation

/// What headlines leave out, and what the body calls by an office or a group alone, in sentences that we made up.
@Suite("Acts whose doers are left to be understood")
struct HeadlineTests {
    @Test(
        "what is done stands before a headline's bare participle",
        arguments: [
            ToldEvent("Deal Reached With Peru on Chilean Sailors", .agree, ["PER", "CHL"]),
            ToldEvent("Talks Held in Oslo Between Peru and Chile", .consult, ["PER", "CHL"]),
        ])
    func passive(_ told: ToldEvent) throws {
        let event = try #require(study("", title: told.sentence).coded.events.first)
        #expect(event.type == told.type)
        #expect(Set(event.actors) == told.actors)
    }

    @Test(
        "states that the text does not name act without a code",
        arguments: [
            ToldEvent("Regional states urged restraint on Monday.", .request, []),
            ToldEvent(
                "European leaders threatened new sanctions unless Belarus freed the crew at once.", .threaten, [],
                to: ["BLR"]),
        ])
    func unnamed(_ told: ToldEvent) throws {
        let event = try #require(study(told.sentence).coded.events.first)
        #expect(event.type == told.type)
        #expect(event.actors.isEmpty)
        #expect(Set(event.recipients) == told.recipients)
        #expect(event.status == .reported)
    }

    @Test("who holds an office is found in the title or further down")
    func holder() throws {
        let text =
            "The president threatened Chile with a blockade on Monday. President Rosa Quispe of Peru also recalled the ambassador."
        let event = try #require(study(text).coded.events.first)
        #expect((event.actors, event.recipients) == (["PER"], ["CHL"]))
        let two = "President Rosa Quispe of Peru met President Luis Prado of Bolivia. The president threatened Chile."
        #expect(!study(two).coded.events.contains { $0.type == .threaten && !$0.actors.isEmpty })
    }

    @Test("what one warns to do oneself is a threat")
    func warning() throws {
        let event = try #require(
            study("", title: "Canada will halt aid to Peru if crew is held, Ottawa warns").coded.events.first)
        #expect((event.type, event.actors, event.recipients) == (.threaten, ["CAN"], ["PER"]))
        #expect(event.modality == .occurred)
    }

    @Test(
        "an act is the headline's where the same side does the same there",
        arguments: [
            ("Peru recalls its ambassador from Chile", "Peru recalled its ambassador from Chile on Monday.", true),
            ("Fishing boats stay in port at Arica", "Peru recalled its ambassador from Chile on Monday.", false),
            ("Chile condemns seizure of trawler", "Peru condemned the seizure of a trawler by Chile on Monday.", false),
            ("Peru and Chile hold talks in Arica", "Peru and Chile held talks in Arica on Monday.", true),
        ])
    func isInHeadline(_ title: String, _ text: String, _ isTold: Bool) throws {
        let event = try #require(
            study(text, title: title).coded.events.first { $0.evidence.text == text || $0.evidence.part == .title })
        #expect(event.isInHeadline == isTold, "\(event)")
    }

    @Test("the states that a headline names count as the article's, its places do not")
    func countries() {
        let codes = study("", title: "Peru and Chile hold talks in Ecuador amid Bolivian threats").namedCodes()
        #expect(Set(codes) == ["PER", "CHL", "BOL"])
    }
}
