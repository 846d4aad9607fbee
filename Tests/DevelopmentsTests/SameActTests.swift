import Curation
import Developments
import Testing

@Suite("Which reports tell one act")
struct SameActTests {
    struct Pair: CustomTestStringConvertible, Sendable {
        var name: String
        var first: Event
        var second: Event
        var isOne: Bool
        var secondDay = "2026-02-11"
        var testDescription: String { name }
    }

    static let talks = Invented.event(.consult, ["NOR", "CHL"], venue: "Oslo/NOR", date: "2026-02-20")

    static let pairs: [Pair] = [
        Pair(name: "same parties, day and venue", first: talks, second: talks, isOne: true),
        Pair(
            name: "two plans for one day that differ on the venue", first: talks,
            second: Invented.event(.consult, ["NOR", "CHL"], venue: "Lima/PER", date: "2026-02-20"), isOne: true),
        Pair(
            name: "different exact days", first: talks,
            second: Invented.event(.consult, ["NOR", "CHL"], venue: "Oslo/NOR", date: "2026-02-21"), isOne: false),
        Pair(
            name: "a day within the other's week", first: talks,
            second: Invented.event(.consult, ["NOR", "CHL"], date: "2026-02-16", until: "2026-02-22"), isOne: true),
        Pair(
            name: "a week that does not hold the day", first: talks,
            second: Invented.event(.consult, ["NOR", "CHL"], date: "2026-02-23", until: "2026-03-01"), isOne: false),
        Pair(
            name: "party sets of which neither holds the other", first: talks,
            second: Invented.event(.consult, ["NOR", "EGY"], venue: "Oslo/NOR", date: "2026-02-20"), isOne: false),
        Pair(
            name: "one party named of two, same day", first: talks,
            second: Invented.event(.consult, ["NOR"], date: "2026-02-20"), isOne: true),
        Pair(
            name: "a mediator the other does not name", first: talks,
            second: Invented.event(.consult, ["NOR", "CHL"], date: "2026-02-20") { $0.mediators = ["EGY"] }, isOne: true
        ),
        Pair(
            name: "a mediator that the other counts among the parties", first: talks,
            second: Invented.event(.consult, ["EGY", "NOR", "CHL"], date: "2026-02-20") { $0.mediators = ["EGY"] },
            isOne: true),
        Pair(
            name: "meetings held at two places",
            first: Invented.event(
                .consult, ["NOR", "CHL"], venue: "Oslo/NOR", date: "2026-02-10", modality: .occurred),
            second: Invented.event(
                .consult, ["NOR", "CHL"], venue: "Lima/PER", date: "2026-02-10", modality: .occurred),
            isOne: false),
        Pair(
            name: "a plan after the meeting was held",
            first: Invented.event(.consult, ["NOR", "CHL"], modality: .occurred) { $0.phase = .held },
            second: Invented.event(.consult, ["NOR", "CHL"], modality: .future), isOne: false),
        Pair(
            name: "a second round",
            first: Invented.event(.consult, ["NOR", "CHL"], sentence: "Norway and Chile will meet on fishing rights."),
            second: Invented.event(
                .consult, ["NOR", "CHL"], sentence: "Norway and Chile will meet for a second round on fishing rights."),
            isOne: false),
        Pair(
            name: "a call and a visit",
            first: Invented.event(.consult, ["NOR", "CHL"], modality: .occurred) { $0.mode = "call" },
            second: Invented.event(.consult, ["NOR", "CHL"], modality: .occurred) { $0.mode = "visit" }, isOne: false),
        Pair(
            name: "another type", first: talks,
            second: Invented.event(.agree, ["NOR", "CHL"], venue: "Oslo/NOR", date: "2026-02-20"), isOne: false),
        Pair(
            name: "one demand in other words",
            first: Invented.event(
                .request, ["NOR"], to: ["CHL"], date: "2026-02-10", modality: .occurred,
                sentence: "Norway urged Chile to reopen the northern trawling grounds."),
            second: Invented.event(
                .request, ["NOR"], to: ["CHL"], date: "2026-02-10", modality: .occurred,
                sentence: "Oslo called on Chile to reopen trawling grounds in the north."), isOne: true),
        Pair(
            name: "two demands of one day",
            first: Invented.event(
                .request, ["NOR"], to: ["CHL"], date: "2026-02-10", modality: .occurred,
                sentence: "Norway urged Chile to reopen the northern trawling grounds."
            ) { $0.isPrimary = false },
            second: Invented.event(
                .request, ["NOR"], to: ["CHL"], date: "2026-02-10", modality: .occurred,
                sentence: "The minister asked Santiago for the release of four sailors."), isOne: false),
        Pair(
            name: "the other direction",
            first: Invented.event(.accuse, ["NOR"], to: ["CHL"], date: "2026-02-10", modality: .occurred),
            second: Invented.event(.accuse, ["CHL"], to: ["NOR"], date: "2026-02-10", modality: .occurred), isOne: false
        ),
        Pair(
            name: "undated meetings reported nine days apart",
            first: Invented.event(.consult, ["NOR", "CHL"]), second: Invented.event(.consult, ["NOR", "CHL"]),
            isOne: false, secondDay: "2026-02-19"),
    ]

    @Test("reports of one act become one development, others stay apart", arguments: pairs)
    func joins(_ pair: Pair) {
        // One story for both: the headline and most words are shared.
        let setting =
            "Fishing rights in the northern waters have divided the two coastal states for years, say captains."
        let outcome = Invented.group([
            [
                Invented.article(
                    "1", "post", "2026-02-10", [pair.first], text: pair.first.evidence.text + "\n\n" + setting),
                Invented.article(
                    "2", "herald", pair.secondDay, [pair.second],
                    text: setting + " Nets were cut.\n\n" + pair.second.evidence.text),
            ]
        ])
        #expect(outcome.stories.count == 1)
        #expect(outcome.developments.count == (pair.isOne ? 1 : 2))
    }

    @Test("an act told beyond doubt brings an article into its story, whatever else the article is about")
    func storyOfSameAct() {
        let text = "Coffee growers in the highlands fear a late harvest. The delegations meet on 20 February."
        let outcome = Invented.group([
            [Invented.article("1", "post", "2026-02-10", [Self.talks])],
            [
                Invented.article(
                    "2", "herald", "2026-02-11", [Self.talks], title: "Highland growers wait for rain", text: text)
            ],
        ])
        #expect(outcome.stories.count == 1)
        #expect(outcome.developments.count == 1)
    }
}
