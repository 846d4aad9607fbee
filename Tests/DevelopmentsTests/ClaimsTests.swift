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
        #expect(facts.title == "United States and Iran to hold talks")
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
        #expect(facts.title == "Houthis threaten United States")
        #expect(facts.partyLabels["YEM"] == "Houthis")
    }

    @Test(
        "the title keeps object, condition and doubt, and fits in 120 characters",
        arguments: [
            (
                Invented.event(
                    .reject, ["IRN"], to: ["USA"], modality: .occurred,
                    change: {
                        $0.object = "its missiles"; $0.cameo = ["CAMEO:125"]
                    }), "Iran rejects talks with United States on its missiles"
            ),
            (
                Invented.event(.consult, ["USA", "IRN"], modality: .hypothetical),
                "United States and Iran may hold talks"
            ),
            (
                Invented.event(.consult, ["USA", "IRN"], status: .unconfirmed),
                "United States and Iran reportedly to hold talks"
            ),
            (Invented.event(.consult, ["USA", "IRN"], modality: .negated), "United States and Iran do not hold talks"),
            (
                Invented.event(
                    .consult, ["USA", "IRN"], modality: .negated, status: .denied, change: { $0.statusBasis = ["IRN"] }),
                "Iran denies talks with United States"
            ),
            (
                Invented.event(
                    .consult, ["USA", "IRN"], venue: "Ankara/TUR", change: { $0.mediators = ["TUR", "EGY"] }),
                "United States and Iran to hold talks in Ankara with Türkiye and Egypt mediating"
            ),
        ])
    func title(_ event: Event, expected: String) throws {
        let facts = try facts([("post", "2026-02-02", event)])
        #expect(facts.title == expected)
        var long = event
        long.object = String(repeating: "a very long object ", count: 3)
        long.actorLabels = ["USA": String(repeating: "Long Name ", count: 9)]
        #expect(try self.facts([("post", "2026-02-02", long)]).title.count <= 120)
    }

    @Test(
        "visitor and host, parties and mediators are told apart",
        arguments: [
            (
                Invented.event(.consult, ["NOR", "CHL"], venue: "Santiago/CHL") { $0.mode = "visit" },
                "Norway to visit Chile"
            ),
            (
                Invented.event(.consult, ["EGY", "NOR", "CHL"], modality: .occurred) { $0.mediators = ["EGY"] },
                "Norway and Chile hold talks with Egypt mediating"
            ),
            (
                Invented.event(.consult, ["EGY"], to: ["NOR", "CHL"], modality: .occurred) {
                    $0.mediators = ["EGY"]
                    $0.mode = "mediation"
                }, "Egypt mediates between Norway and Chile"
            ),
            (
                Invented.event(.sanction, ["NOR"], to: ["CHL"]) { $0.mode = "tariffs" },
                "Norway to impose tariffs on Chile"
            ),
            (Invented.event(.request, ["NOR"], modality: .occurred), "Norway makes an appeal"),
        ])
    func sides(_ event: Event, expected: String) throws {
        #expect(try facts([("post", "2026-02-02", event)]).title == expected)
    }

    @Test("the title tells the act in the words of the evidence, unless these say what not all reports say")
    func titleInOwnWords() throws {
        let event = Invented.event(.reject, ["IRN"], to: ["USA"], modality: .occurred) {
            $0.predicate = Predicate(actors: ["IRN"], verb: "turn down", rest: "the offer to meet in Ankara")
            $0.venue = Venue(place: "Ankara", country: "TUR")
        }
        #expect(
            try facts([("post", "2026-02-02", event)]).title
                == "Iran turns down United States' offer to meet in Ankara")
        var other = event
        other.predicate = nil
        other.venue = Venue(place: "Muscat", country: "OMN")
        let disputed = try facts([("post", "2026-02-02", event), ("wire", "2026-02-02", other)])
        #expect(!disputed.title.contains("Ankara"))
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
        let one = try facts([("post", "2026-02-02", talks(""))]).confidence
        let two = try facts([("post", "2026-02-02", talks("")), ("herald", "2026-02-02", talks(""))]).confidence
        let disputed = try facts([
            ("post", "2026-02-02", talks("Ankara/TUR")), ("herald", "2026-02-02", talks("Istanbul/TUR")),
        ])
        let unconfirmed = try facts([("post", "2026-02-02", talks("", status: .unconfirmed))]).confidence
        #expect(unconfirmed < one && one < two && disputed.confidence < two)
    }
}
