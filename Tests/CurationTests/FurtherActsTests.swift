import Testing

@testable import Curation
import Notation

/// Acts beside the primary one, and what their sentences leave to be understood.
@Suite("Further acts")
struct FurtherActsTests {
    @Test(
        "are told by their sentence, whatever older things it adds",
        arguments: [
            (
                "In a video released late on Sunday, Kenyan President William Ruto accused Uganda of closing a crossing.",
                "ACCUSE KEN>UGA occurred on_record"
            ),
            (
                "European Union ministers failed on Monday to approve sanctions against Belarus.",
                "SANCTION EUU>BLR negated reported"
            ),
            (
                "Chile urged Peru on Tuesday to respect the harbour accord, signed 25 years ago.",
                "REQUEST CHL>PER occurred reported"
            ),
            (
                "Japan is considering a visa ban on officials of Fiji, two Japanese officials told a news agency.",
                "SANCTION JPN>FJI hypothetical unconfirmed"
            ),
            (
                "Ghana declared Togo's ambassador and the whole staff of the mission persona non grata and gave them 48 hours.",
                "SANCTION GHA>TGO occurred on_record"
            ),
        ])
    func acts(_ sentence: String, _ expected: String) {
        let events = study(sentence).coded.events.map {
            "\($0.type.rawValue) \($0.actors.joined(separator: "+"))>\($0.recipients.joined(separator: "+")) "
                + "\($0.modality.rawValue) \($0.status.rawValue)"
        }
        #expect(events.first == expected)
    }

    @Test("what one side says to nobody in particular is an act; hosts of two sides bring them together")
    func oneSided() throws {
        let text = """
            The foreign ministers of Chile and Peru agreed in Arica on Monday to reopen the railway.

            Bolivia's foreign ministry condemned the decision as a breach of trust.

            Brazil will host the presidents of both countries in Manaus on Friday.
            """
        let events = study(text, title: "Chile and Peru agree to reopen railway").coded.events
        let condemning = try #require(events.first { $0.type == .accuse })
        #expect(condemning.actors == ["BOL"])
        let meeting = try #require(events.first { $0.type == .consult })
        #expect(Set(meeting.actors) == ["CHL", "PER"] && meeting.mediators == ["BRA"])
    }

    @Test("the day on which a plan is told is not the plan's")
    func dayOfSaying() throws {
        let text = "Later on Tuesday, officials said Chile and Peru would hold talks in Arica on Saturday."
        let event = try #require(study(text, published: "2026-03-04").coded.events.first)
        #expect(event.date?.start?.description == "2026-03-07")
        let bare = "On Tuesday, Chile said it may hold talks with Peru."
        #expect(study(bare, published: "2026-03-04").coded.events.first?.date == nil)
    }

    @Test(
        "a quote is whose who says so",
        arguments: [
            (
                "Kenyan President William Ruto spoke in Nairobi.\n\n\"We shall not be moved by any threats,\" Mr Ruto said.",
                "William Ruto"
            ),
            (
                "Kenyan President William Ruto, who met envoys, said Nairobi was \"deeply worried by all of these new steps\".",
                "William Ruto"
            ),
        ])
    func quotes(_ text: String, _ speaker: String) {
        #expect(
            Curator(lexicon: lexicon).curate(ArticleText(title: "", text: text, language: "en")).quotes.map(\.speaker)
                == [speaker])
    }
}
