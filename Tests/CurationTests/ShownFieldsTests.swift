import Notation
import Testing

@testable import Curation

@Suite("What of an act is sure enough to be shown")
struct ShownFieldsTests {
    @Test(
        "words that end, undo, doubt or deny in the act's clause hide it",
        arguments: [
            "Namibia terminates fishing deal with Spain",
            "Talks between Ghana and Togo collapse",
            "Doubts grow over Chile's treaty with Peru",
            "Did Latvia expel the Belarusian envoy?",
            "Former Malian foreign minister meets Algerian president",
        ])
    func doubted(_ title: String) throws { #expect(try isDoubted(title)) }

    @Test(
        "an act told plainly is not doubted",
        arguments: [
            "Chile imposes sanctions on Belarus",
            "Kenya and Ghana sign defence treaty",
            "Japanese prime minister meets Indonesian president in Jakarta",
            "Zambia lifts sanctions on Angola",
            "Bolivia frees detained Norwegian envoy",
        ])
    func plain(_ title: String) throws { #expect(try !isDoubted(title)) }

    private func isDoubted(_ title: String) throws -> Bool {
        let study = study("", title: title)
        let event = try #require(study.coded.events.first, "no act was read")
        return ActDoubt(coded: study.coded, title: study.title, body: study.body).doubts(event)
    }

    @Test("type and modality are shown together, parties only with them, and none of a statement")
    func together() {
        let curator = Curator(lexicon: lexicon)
        for title in [
            "Chile imposes sanctions on Belarus", "Kenya and Ghana sign defence treaty", "Peru condemns Fiji's attack",
            "Iran says it is ready", "Oman to mediate between Ghana and Togo",
        ] {
            for event in curator.guess(ArticleText(title: title, text: "", language: "en")).events {
                #expect(event.shows.contains(.type) == event.shows.contains(.modality))
                #expect(event.shows.contains(.type) || !event.shows.contains(.parties))
                #expect(event.type != .statement || event.shows.isEmpty)
            }
        }
    }

    @Test("the lines say what was measured, and keep what the issue of truth asks")
    func lines() {
        let lines = lexicon.tables.lines
        #expect(lines.act > 0.5 && lines.act < 1)
        #expect(lines.whole > 0.5 && lines.whole < 1)
        #expect(lines.surelyRelevant > 0.5 && lines.surelyRelevant < 1)
        #expect(lines.precision["act", default: 0] >= 0.75)
    }
}
