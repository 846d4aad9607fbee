import Curation
import Notation
import Testing

@testable import Developments

@Suite("The title of a development")
struct DevelopmentTitleTests {
    /// One report: its headline, its source, its day, and what differs from a planned meeting of Norway and Chile.
    struct Told: Sendable {
        var title: String
        var source = "herald"
        var day = "2026-02-02"
        var language = "en"
        var isInHeadline: Bool? = true
        var event = Invented.event(.consult, ["NOR", "CHL"])
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var says: String
        var told: [Told]
        var rules = TitleRules()
        var title: String
        var testDescription: String { says }
    }

    private static let sentence = "The two delegations are to meet to talk about fishing rights in the northern waters."

    private static let sources = Invented.sources.merging(
        [
            "state": Source(id: "state", title: "State Wire", feedURL: "", country: "EGY", kind: .agency),
            "quay": Source(id: "quay", title: "Quay Herald", feedURL: "", country: "PER", kind: .newspaper),
        ].mapValues { source in
            var source = source
            source.isStateMedia = source.id == "state"
            return source
        }
    ) { $1 }

    private static let cases: [Case] = [
        Case(
            says: "the headline that tells the act", told: [Told(title: "Norway and Chile to meet on fish")],
            title: "Norway and Chile to meet on fish"),
        Case(
            says: "the earliest of equals",
            told: [Told(title: "Second", source: "wire", day: "2026-02-03"), Told(title: "First", source: "wire")],
            title: "First"),
        Case(
            says: "news before a question, whatever came first",
            told: [
                Told(title: "Will Norway meet Chile?", source: "wire"),
                Told(title: "Norway to meet Chile", source: "quay", day: "2026-02-04"),
            ],
            title: "Norway to meet Chile"),
        Case(
            says: "news before a page that is added to",
            told: [
                Told(title: "LIVE: Norway to meet Chile on fish", source: "wire"),
                Told(title: "Norway to meet Chile", source: "quay", day: "2026-02-04"),
            ],
            title: "Norway to meet Chile"),
        Case(
            says: "LIVE is cut where there is nothing else",
            told: [Told(title: "LIVE: Norway to meet Chile on fish", source: "wire")],
            title: "Norway to meet Chile on fish"),
        Case(
            says: "an outlet of neither side before one of a party",
            told: [Told(title: "Ours", source: "herald"), Told(title: "Theirs", source: "wire", day: "2026-02-05")],
            title: "Theirs"),
        Case(
            says: "an outlet of a party before a state's",
            told: [Told(title: "State", source: "state"), Told(title: "Ours", source: "herald", day: "2026-02-05")],
            title: "Ours"),
        Case(
            says: "the desk's language first",
            told: [
                Told(title: "Norvège et Chili", source: "wire", language: "fr"),
                Told(title: "Norway and Chile", source: "quay", day: "2026-02-05"),
            ],
            title: "Norway and Chile"),
        Case(
            says: "the desk's language first, also when it is another",
            told: [
                Told(title: "Norvège et Chili", source: "wire", day: "2026-02-05", language: "fr"),
                Told(title: "Norway and Chile", source: "quay"),
            ],
            rules: TitleRules(language: "fr"), title: "Norvège et Chili"),
        Case(
            says: "what the desk prefers goes before all",
            told: [Told(title: "Early", source: "wire"), Told(title: "Liked", source: "state", day: "2026-02-09")],
            rules: TitleRules(prefer: ["State Wire"]), title: "Liked"),
        Case(
            says: "what the desk never wants is not taken",
            told: [Told(title: "Early", source: "wire"), Told(title: "Late", source: "quay", day: "2026-02-09")],
            rules: TitleRules(never: ["delta wire"]), title: "Late"),
        Case(
            says: "nor as the only one",
            told: [Told(title: "Early", source: "wire")], rules: TitleRules(never: ["wire"]), title: sentence),
        Case(
            says: "a headline that tells something else is none",
            told: [Told(title: "Fish prices rise", isInHeadline: false)], title: sentence),
        Case(
            says: "a headline that tells a denied act otherwise is none",
            told: [
                Told(title: "Norway to meet Chile"),
                Told(
                    title: "Chile denies plan to meet Norway", source: "quay", day: "2026-02-04",
                    event: Invented.event(.consult, ["NOR", "CHL"], modality: .negated, status: .denied) {
                        $0.statusBasis = ["CHL"]
                    }),
            ],
            title: "Chile denies plan to meet Norway"),
        Case(
            says: "the headline of who tells it as done, once it is done",
            told: [
                Told(title: "Norway to meet Chile"),
                Told(
                    title: "Norway meets Chile", source: "quay", day: "2026-02-04",
                    event: Invented.event(.consult, ["NOR", "CHL"], modality: .occurred)),
            ],
            title: "Norway meets Chile"),
        Case(
            says: "the headline stays when its source takes the act back",
            told: [
                Told(
                    title: "Norway to meet Chile", event: Invented.event(.consult, ["NOR", "CHL"], status: .retracted))
            ],
            title: "Norway to meet Chile"),
    ]

    private static func development(_ told: [Told]) -> Development {
        let reader = (try? HeadlineReader.standard(OutletTable())) ?? HeadlineReader()
        let reports = told.enumerated().map { index, told in
            var event = told.event
            event.isInHeadline = told.isInHeadline
            var article = Invented.article("\(index)", told.source, told.day, [event], title: told.title)
            article.language = told.language
            return Report(
                article: article, event: event, prominence: .title,
                headline: reader.read(told.title, of: sources.outlet(of: article)))
        }
        return Development(id: "d-x", storyID: "s-x", firstSeen: Timestamp(seconds: 0), reports: reports)
    }

    @Test("is a source's own words", arguments: cases)
    func chosen(_ given: Case) throws {
        let development = Self.development(given.told)
        let facts = try #require(
            development.facts(sources: Self.sources, labels: Invented.labels, titles: given.rules))
        #expect(facts.title == given.title)
        let report = try #require(facts.titleReport.map { development.reports[$0] })
        #expect(report.title.contains(given.title) || report.event.evidence.text == given.title)
    }

    @Test("is our tags where no words may be shown, and says so; without tags it names the outlet")
    func withheld() throws {
        var development = Self.development([Told(title: "", source: "wire")])
        development.reports[0].title = ""
        development.reports[0].headline = nil
        development.reports[0].event.evidence.text = ""
        let facts = try #require(development.facts(sources: Self.sources, labels: Invented.labels))
        #expect(facts.title == "talks · Norway – Chile · planned (tagged by demarche)")
        #expect(facts.titleReport == nil)
    }

    @Test("stays when another report comes, and changes with a material change or when its source changes it")
    func steady() throws {
        func article(_ id: String, _ source: String, _ day: String, _ title: String, _ event: Event) -> Article {
            var event = event
            event.isInHeadline = true
            return Invented.article(id, source, day, [event], title: title)
        }
        let plan = Invented.event(.consult, ["NOR", "CHL"], date: "2026-02-20")
        let met = Invented.event(.consult, ["NOR", "CHL"], date: "2026-02-20", modality: .occurred)
        let first = article("1", "herald", "2026-02-10", "Norway to meet Chile over fishing rights", plan)
        let second = article("2", "wire", "2026-02-10", "Fishing rights: Chile and Norway to meet", plan)
        let third = article("3", "wire", "2026-02-20", "Chile and Norway meet over fishing rights", met)
        let outcome = Invented.group([[first], [second]])
        #expect(outcome.order.count == 1)
        #expect(outcome.facts()?.title == "Norway to meet Chile over fishing rights")
        #expect(outcome.first?.lastChanged == outcome.first?.firstSeen)
        #expect(Invented.group([[first], [second], [third]]).facts()?.title == third.title)
        let edited = article("1", "herald", "2026-02-10", "Norway's envoys to meet Chile over fishing rights", plan)
        let later = Invented.group([[first], [edited]])
        #expect(later.facts()?.title == edited.title)
        #expect(later.first?.lastChanged == later.first?.firstSeen)
    }

    @Test(
        "is never taken from opinion or a round-up, which is no source of an act either",
        arguments: ["Opinion: Norway should meet Chile", "Roundup: Norway to meet Chile over fishing rights"])
    func barred(_ title: String) throws {
        let reader = try HeadlineReader.standard(OutletTable())
        let grouper = Grouper(labels: Invented.labels, headlines: reader)
        let article = Invented.article(
            "1", "wire", "2026-02-10", [Invented.event(.consult, ["NOR", "CHL"])], title: title)
        let outcome = Invented.group([[article]], grouper: grouper)
        #expect(outcome.order.isEmpty)
        #expect(outcome.placements["a-1"]?.storyID.isEmpty == false)
        #expect(outcome.stories.values.allSatisfy { $0.title.isEmpty })
        let news = Invented.article(
            "2", "herald", "2026-02-11", [Invented.event(.consult, ["NOR", "CHL"])],
            title: "Norway to meet Chile over fishing rights")
        let both = Invented.group([[article], [news]], grouper: grouper)
        #expect(both.stories.values.map(\.title) == ["Norway to meet Chile over fishing rights"])
    }
}
