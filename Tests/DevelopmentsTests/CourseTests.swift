import Curation
import Developments
import Notation
import Testing

@Suite("Plans that are called off, moved and made again")
struct CourseTests {
    private static func plan(_ date: String = "2026-02-20", venue: String = "Oslo/NOR") -> Event {
        Invented.event(.consult, ["NOR", "CHL"], venue: venue, date: date) { $0.phase = .announced }
    }

    private static func off(_ phase: Phase = .cancelled, date: String = "", venue: String = "") -> Event {
        Invented.event(
            .consult, ["CHL", "NOR"], venue: venue, date: date, modality: .negated,
            sentence: "Chile has called off its meeting with Norway."
        ) { $0.phase = phase }
    }

    private static func moved(to date: String) -> Event {
        Invented.event(.consult, ["NOR", "CHL"], date: date, sentence: "The meeting was postponed.") {
            $0.phase = .postponed
        }
    }

    private static let held = Invented.event(
        .consult, ["NOR", "CHL"], date: "2026-02-20", modality: .occurred, sentence: "The two ministers met in Oslo."
    ) { $0.phase = .held }

    private func group(_ told: [(source: String, day: String, event: Event)]) -> Invented.Outcome {
        Invented.group(
            told.enumerated().map { index, report in
                [Invented.article("\(index)", report.source, report.day, [report.event])]
            })
    }

    typealias Told = [(source: String, day: String, event: Event)]
    static let turns: [(told: Told, modality: Modality, phase: Phase, day: String)] = [
        ([("post", "2026-02-10", plan()), ("herald", "2026-02-12", off())], .negated, .cancelled, "2026-02-20"),
        (
            [("post", "2026-02-10", plan()), ("herald", "2026-02-12", off(.postponed, date: "2026-02-20"))], .negated,
            .postponed, "2026-02-20"
        ),
        (
            [("post", "2026-02-10", plan()), ("herald", "2026-02-12", moved(to: "2026-02-27"))], .future, .postponed,
            "2026-02-27"
        ),
        (
            [
                ("post", "2026-02-10", plan()), ("herald", "2026-02-12", off()),
                ("wire", "2026-02-14", plan("2026-02-26")),
            ],
            .future, .announced, "2026-02-26"
        ),
        (
            [("post", "2026-02-10", plan()), ("herald", "2026-02-12", off()), ("wire", "2026-02-14", plan())], .future,
            .announced, "2026-02-20"
        ),
        (
            [
                ("post", "2026-02-10", plan()), ("herald", "2026-02-12", off()), ("wire", "2026-02-14", plan()),
                ("post", "2026-02-15", off()),
            ], .negated, .cancelled, "2026-02-20"
        ),
        (
            [
                ("post", "2026-02-10", plan()), ("herald", "2026-02-12", off()), ("wire", "2026-02-14", plan()),
                ("post", "2026-02-21", held),
            ], .occurred, .held, "2026-02-20"
        ),
    ]

    @Test("planned, off, moved, on again and held is one development in its true state", arguments: turns.indices)
    func turn(_ index: Int) throws {
        let (told, modality, phase, day) = Self.turns[index]
        let outcome = group(told)
        #expect(outcome.developments.count == 1)
        let facts = try #require(outcome.facts())
        #expect(facts.modality == modality && facts.phase == phase)
        #expect(facts.date?.start?.description == day)
        #expect(facts.contradictionNote == "")
        #expect(outcome.first?.revision == told.count)
        let last = try #require(outcome.changes.last)
        #expect(last.contains { ["modality", "phase", "event_date_start"].contains($0.field) })
        #expect(last.allSatisfy { $0.articleID == "a-\(told.count - 1)" })
    }

    @Test("a meeting of others, in another town or on another day is not called off")
    func others() {
        let other = Invented.event(
            .consult, ["NOR", "PER"], modality: .negated, sentence: "Peru has called off its meeting with Norway."
        ) { $0.phase = .cancelled }
        for event in [other, Self.off(venue: "Lima/PER"), Self.off(date: "2026-02-27")] {
            #expect(
                group([("post", "2026-02-10", Self.plan()), ("herald", "2026-02-12", event)]).developments.count == 2)
        }
    }

    @Test("what two origins tell of one day is a contradiction until one of them is borne out")
    func contradiction() throws {
        let day: Told = [
            ("post", "2026-02-10", Self.plan()), ("herald", "2026-02-12T09:00:00Z", Self.off()),
            ("wire", "2026-02-12T15:00:00Z", Self.plan()),
        ]
        let facts = try #require(group(day).facts())
        #expect(facts.modality == .negated)
        #expect(facts.contradictionNote == "cancelled (Fjord Herald, 12 Feb) against planned (Delta Wire, 12 Feb)")
        let later = try #require(group(day + [("post", "2026-02-13", Self.off())]).facts())
        #expect(!later.isContradicted && later.phase == .cancelled)
    }
}

@Suite("Acts that are undone")
struct ReversalTests {
    private static func event(
        _ type: EventType, _ sentence: String, _ actors: [String] = ["NOR"], to recipients: [String] = ["CHL"],
        undoes: EventType? = nil
    ) -> Event {
        Invented.event(type, actors, to: recipients, modality: .occurred, sentence: sentence) { $0.undoes = undoes }
    }

    private static let deal = event(.agree, "Norway and Chile signed a fishing agreement.", ["NOR", "CHL"], to: [])
    private static let end = event(
        .reject, "Norway tore up its fishing agreement with Chile.", undoes: .agree)
    private static let sanction = event(.sanction, "Norway imposed sanctions on Chilean banks.")
    private static let lifted = event(.concede, "Norway lifted its sanctions on Chilean banks.")
    private static let back = event(.sanction, "Norway reimposed its sanctions on Chilean banks.")

    private func group(_ told: [(day: String, event: Event)]) -> Invented.Outcome {
        Invented.group(
            told.enumerated().map { index, report in
                [Invented.article("\(index)", index % 2 == 0 ? "post" : "wire", report.day, [report.event])]
            })
    }

    @Test(
        "a deal that ends, a sanction lifted or put back is a development of its own that supersedes the one before",
        arguments: [[deal, end], [sanction, lifted], [lifted, back]])
    func pairs(_ events: [Event]) throws {
        let outcome = group([("2026-02-10", events[0]), ("2026-02-14", events[1])])
        #expect(outcome.developments.count == 2)
        let (old, new) = (outcome.developments[outcome.order[0]], outcome.developments[outcome.order[1]])
        #expect(old?.supersededBy == new?.id && new?.supersedes == old?.id)
        #expect(old?.supersedes == "" && new?.supersededBy == "")
        #expect(old?.revision == 2)
        #expect(outcome.changes[1].map(\.field) == ["superseded_by"])
        #expect(outcome.facts(0)?.modality == .occurred)
    }

    @Test("a chain leads from each act to the next, and none is undone twice")
    func chain() {
        let outcome = group([("2026-02-10", Self.sanction), ("2026-02-12", Self.lifted), ("2026-02-14", Self.back)])
        let all = outcome.order.compactMap { outcome.developments[$0] }
        #expect(all.map(\.supersedes) == ["", all[0].id, all[1].id])
        #expect(all.map(\.supersededBy) == [all[1].id, all[2].id, ""])
    }

    @Test(
        "what is told of one day, of another thing, of others or only planned undoes nothing",
        arguments: [
            ("2026-02-10", lifted), ("2026-02-14", event(.concede, "Norway eased its visa rules for Chileans.")),
            ("2026-02-14", event(.concede, "Norway lifted its sanctions on Peruvian banks.", to: ["PER"])),
            ("2026-02-14", event(.concede, "Chile lifted its sanctions on Norway.", ["CHL"], to: ["NOR"])),
        ])
    func unrelated(_ day: String, _ event: Event) {
        let outcome = group([("2026-02-10", Self.sanction), (day, event)])
        #expect(outcome.developments.values.allSatisfy { $0.supersedes.isEmpty && $0.supersededBy.isEmpty })
        var plan = Self.lifted
        plan.modality = .future
        let planned = group([("2026-02-10", Self.sanction), ("2026-02-14", plan)])
        #expect(planned.developments.values.allSatisfy { $0.supersededBy.isEmpty })
    }

    @Test("when the report that undoes is taken back, the act stands again")
    func untied() {
        let outcome = Invented.group([
            [Invented.article("1", "post", "2026-02-10", [Self.sanction])],
            [Invented.article("2", "wire", "2026-02-14", [Self.lifted])],
            [Invented.article("2", "wire", "2026-02-14", [Self.lifted], decision: .dropped)],
        ])
        #expect(outcome.developments.values.allSatisfy { $0.supersedes.isEmpty && $0.supersededBy.isEmpty })
    }
}
