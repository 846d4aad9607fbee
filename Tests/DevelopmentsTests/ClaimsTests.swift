import Curation
import Developments
import Notation
import Testing

@Suite("What a development shows of its reports")
struct ClaimsTests {
    /// A development made of reports as they stand, without grouping.
    private func development(_ reports: [(source: String, day: String, event: Event)], copies: Set<Int> = [])
        -> Development
    {
        let all = reports.enumerated().map { index, report in
            var article = Invented.article("\(index)", report.source, report.day, [report.event])
            if copies.contains(index) { article.duplicateOf = "a-0" }
            return Report(article: article, event: report.event, prominence: .title)
        }
        return Development(id: "d-x", storyID: "s-x", firstSeen: Timestamp(seconds: 0), reports: all)
    }

    private func facts(_ reports: [(source: String, day: String, event: Event)], copies: Set<Int> = []) throws
        -> DevelopmentFacts
    {
        try #require(development(reports, copies: copies).facts(sources: Invented.sources, labels: Invented.labels))
    }

    private func talks(_ venue: String, status: Status = .reported, date: String = "", until end: String = "") -> Event
    {
        Invented.event(.consult, ["USA", "IRN"], venue: venue, date: date, until: end, status: status)
    }

    @Test("venues that exclude each other are a contradiction, told with who said so and when")
    func venueContradiction() throws {
        let facts = try facts([
            ("post", "2026-02-02", talks("Ankara/TUR")), ("herald", "2026-02-03", talks("Istanbul/TUR")),
        ])
        #expect(facts.isContradicted)
        #expect(facts.contradictionNote == "Ankara (Harbour Post, 2 Feb) against Istanbul (Fjord Herald, 3 Feb)")
        #expect(facts.venue?.place == "Istanbul")
        #expect(facts.venueAlternatives.map(\.place) == ["Ankara"])
    }

    @Test("values that contain each other, or a newer word of one origin, are no contradiction")
    func containment() throws {
        let country = try facts([
            ("post", "2026-02-02", talks("/TUR")), ("herald", "2026-02-03", talks("Istanbul/TUR")),
        ])
        #expect(!country.isContradicted)
        #expect(country.venue?.place == "Istanbul")
        let week = try facts([
            ("post", "2026-02-02", talks("", date: "2026-02-02", until: "2026-02-08")),
            ("herald", "2026-02-03", talks("", date: "2026-02-06")),
        ])
        #expect(!week.isContradicted)
        #expect(week.date?.start == CalendarDate(iso: "2026-02-06"))
        let newer = try facts([
            ("post", "2026-02-02", talks("Ankara/TUR")), ("post-world", "2026-02-03", talks("Istanbul/TUR")),
        ])
        #expect(!newer.isContradicted)
        #expect(newer.venue?.place == "Istanbul")
    }

    @Test("most origins decide, and papers that credit one agency are one origin")
    func origins() throws {
        let credited = Invented.event(.consult, ["USA", "IRN"], venue: "Ankara/TUR") { $0.origin = "Delta Wire" }
        let quoted = try facts([
            ("post", "2026-02-02", credited), ("herald", "2026-02-02", credited),
            ("wire", "2026-02-03", talks("Istanbul/TUR")),
        ])
        #expect(quoted.originCount == 2)
        #expect(quoted.venue?.place == "Istanbul")
        let independent = try facts([
            ("post", "2026-02-02", talks("Ankara/TUR")), ("herald", "2026-02-02", talks("Ankara/TUR")),
            ("wire", "2026-02-03", talks("Istanbul/TUR")),
        ])
        #expect(independent.venue?.place == "Ankara")
        #expect(independent.ownerCount == 3)
    }

    @Test("a copy counts as an article, not as a publisher or origin")
    func copies() throws {
        let facts = try facts(
            [
                ("wire", "2026-02-02", talks("")), ("post", "2026-02-02", talks("")),
                ("herald", "2026-02-02", talks("")),
            ],
            copies: [1, 2])
        #expect(facts.articleCount == 3)
        #expect(facts.sourceCount == 3)
        #expect(facts.ownerCount == 1)
        #expect(facts.originCount == 1)
    }

    static let statuses:
        [(events: [(source: String, event: Event)], status: Status, onRecord: [String], denied: [String])] = {
            func event(_ status: Status, basis: [String] = [], explicit: Bool = false) -> Event {
                Invented.event(.consult, ["NOR", "CHL"], status: status) {
                    $0.statusBasis = basis
                    if explicit { $0.statusEvidence = Evidence(text: "Neither side has confirmed.", start: 0, end: 1) }
                }
            }
            return [
                ([("post", event(.reported)), ("herald", event(.unconfirmed))], .reported, [], []),
                ([("post", event(.reported)), ("herald", event(.unconfirmed, explicit: true))], .unconfirmed, [], []),
                (
                    [("post", event(.unconfirmed)), ("herald", event(.onRecord, basis: ["CHL"]))], .onRecord, ["CHL"],
                    []
                ),
                ([("post", event(.unconfirmed)), ("ministry", event(.reported))], .onRecord, ["NOR"], []),
                (
                    [("post", event(.onRecord, basis: ["NOR"])), ("herald", event(.denied, basis: ["CHL"]))], .denied,
                    ["NOR"], ["CHL"]
                ),
                (
                    [("post", event(.denied, basis: ["CHL"])), ("herald", event(.onRecord, basis: ["CHL"]))],
                    .onRecord, ["CHL"], []
                ),
            ]
        }()

    @Test("the status follows the table, and says who is on record", arguments: statuses.indices)
    func status(_ index: Int) throws {
        let row = Self.statuses[index]
        let facts = try facts(row.events.enumerated().map { ($1.source, "2026-02-0\($0 + 1)", $1.event) })
        #expect(facts.status == row.status)
        #expect(facts.onRecordBy == row.onRecord)
        #expect(facts.deniedBy == row.denied)
        #expect(facts.isContradicted == (!row.onRecord.isEmpty && !row.denied.isEmpty))
    }

    @Test(
        "the phase goes forward only, but a plan can end",
        arguments: [
            ([Phase.proposed, .scheduled], Phase.scheduled), ([.scheduled, .proposed], .scheduled),
            ([.scheduled, .cancelled], .cancelled), ([.held, .announced], .held),
            ([.postponed, .scheduled], .scheduled), ([.cancelled, .announced], .cancelled),
            ([.cancelled, .held], .held), ([.held, .cancelled], .held), ([.underWay, .failed], .failed),
        ])
    func phase(_ phases: [Phase], result: Phase) throws {
        let reports = phases.enumerated().map { index, phase in
            (
                ["post", "herald"][index], "2026-02-0\(index + 1)",
                Invented.event(.consult, ["NOR", "CHL"]) { $0.phase = phase }
            )
        }
        #expect(try facts(reports).phase == result)
    }

    @Test("a movement is called by its name and not by its country's")
    func labels() throws {
        let facts = try facts([
            (
                "post", "2026-02-02",
                Invented.event(.threaten, ["YEM"], to: ["USA"], modality: .occurred) {
                    $0.actorLabels = ["YEM": "Houthis"]
                }
            )
        ])
        #expect(facts.tagLine.words == "threat · Houthis → United States · said")
        #expect(facts.partyLabels["YEM"] == "Houthis")
    }

    @Test(
        "visitor and host, parties and mediators are told apart in the tags",
        arguments: [
            (
                Invented.event(.consult, ["NOR"], to: ["CHL"], venue: "Santiago/CHL") { $0.mode = "visit" },
                "visit · Norway → Chile · planned"
            ),
            (
                Invented.event(.consult, ["EGY", "NOR", "CHL"], modality: .occurred) { $0.mediators = ["EGY"] },
                "talks · Norway – Chile · done"
            ),
            (
                Invented.event(.sanction, ["NOR"], to: ["CHL"]) { $0.mode = "tariffs" },
                "tariffs · Norway → Chile · planned"
            ),
            (Invented.event(.request, ["NOR"], modality: .occurred), "appeal · Norway · said"),
        ])
    func tags(_ event: Event, expected: String) throws {
        #expect(try facts([("post", "2026-02-02", event)]).tagLine.words == expected)
    }

    @Test("the sentence that is shown says what the title says")
    func evidence() throws {
        func said(_ sentence: String, _ modality: Modality, _ status: Status = .reported) -> Event {
            Invented.event(.consult, ["NOR", "CHL"], modality: modality, status: status, sentence: sentence) {
                $0.statusBasis = status == .denied ? ["CHL"] : []
            }
        }
        let plan = said("They will meet.", .future)
        let done = development([("post", "2026-02-02", plan), ("herald", "2026-02-05", said("They met.", .occurred))])
        let denied = development([
            ("post", "2026-02-02", plan), ("herald", "2026-02-05", said("There is no meeting.", .negated, .denied)),
        ])
        for (development, sentence) in [(done, "They met."), (denied, "There is no meeting.")] {
            let facts = try #require(development.facts(sources: Invented.sources, labels: Invented.labels))
            #expect(development.reports[facts.evidenceReport].event.evidence.text == sentence)
        }
    }

    @Test("confidence rises with independent origins and falls with doubt")
    func confidence() throws {
        func confidence(_ told: [(String, String, Event)]) throws -> Double {
            let facts = try facts(told)
            return try #require(facts.confidence)
        }
        let one = try confidence([("post", "2026-02-02", talks(""))])
        let two = try confidence([("post", "2026-02-02", talks("")), ("herald", "2026-02-02", talks(""))])
        let disputed = try confidence([
            ("post", "2026-02-02", talks("Ankara/TUR")), ("herald", "2026-02-02", talks("Istanbul/TUR")),
        ])
        let unconfirmed = try confidence([("post", "2026-02-02", talks("", status: .unconfirmed))])
        #expect(unconfirmed < one && one < two && disputed < two)
    }
}
