import Curation
import Developments
import Notation
import Testing

@Suite("Grouping over runs")
struct GrouperTests {
    private let plan = Invented.event(.consult, ["NOR", "CHL"], venue: "Oslo/NOR", date: "2026-02-20")
    private let moved = Invented.event(.consult, ["NOR", "CHL"], venue: "Lima/PER", date: "2026-02-20")

    @Test("a new article that changes something raises the revision once, with a row for each field")
    func changes() throws {
        let outcome = Invented.group([
            [Invented.article("1", "post", "2026-02-10", [plan])],
            [
                Invented.article(
                    "2", "herald", "2026-02-11", [moved], title: "Fishing rights: delegations to meet in Lima"),
                Invented.article(
                    "3", "wire", "2026-02-11T14:00:00Z", [moved], title: "Lima to host delegations over fishing rights"),
            ],
        ])
        let development = try #require(outcome.first)
        #expect(outcome.developments.count == 1)
        #expect(development.reports.count == 3)
        #expect(development.revision == 2)
        #expect(development.lastChanged == Invented.time("2026-03-02T00:00:00Z"))
        #expect(outcome.changes[0].isEmpty)
        let fields = Dictionary(uniqueKeysWithValues: outcome.changes[1].map { ($0.field, $0) })
        #expect(Set(fields.keys) == ["venue_place", "venue_country", "contradiction"])
        #expect(fields["venue_place"]?.old == "Oslo" && fields["venue_place"]?.new == "Lima")
        #expect(fields["venue_place"]?.cause == .article)
        #expect(fields.values.allSatisfy { $0.revision == 2 && $0.developmentID == development.id })
    }

    @Test("a report that adds nothing leaves revision and changes alone")
    func silent() throws {
        let outcome = Invented.group([
            [Invented.article("1", "post", "2026-02-10", [plan])],
            [Invented.article("2", "herald", "2026-02-11", [plan], title: "Delegations meet over fishing rights soon")],
        ])
        #expect(outcome.first?.revision == 1)
        #expect(outcome.first?.reports.count == 2)
        #expect(outcome.changes[1].isEmpty)
    }

    @Test("an edited article replaces its report, and what differs is a change by edit")
    func edit() throws {
        let outcome = Invented.group([
            [Invented.article("1", "post", "2026-02-10", [plan])],
            [Invented.article("1", "post", "2026-02-10", [moved])],
        ])
        let development = try #require(outcome.first)
        #expect(outcome.developments.count == 1)
        #expect(development.reports.map { $0.event.venue?.place } == ["Lima"])
        #expect(outcome.changes[1].map(\.field) == ["venue_place", "venue_country"])
        #expect(outcome.changes[1].allSatisfy { $0.cause == .edit && $0.articleID == "a-1" })
        #expect(outcome.facts()?.isContradicted == false)
    }

    @Test("placing the same article again changes nothing")
    func again() throws {
        let article = Invented.article("1", "post", "2026-02-10", [plan])
        let outcome = Invented.group([[article], [article]])
        #expect(outcome.first?.revision == 1)
        #expect(outcome.first?.reports.count == 1)
        #expect(outcome.changes[1].isEmpty)
    }

    @Test("an act that its source tells no more is withdrawn, and retracted when nobody else tells it")
    func withdrawal() throws {
        var gone = Invented.article("1", "post", "2026-02-10", [plan], decision: .dropped)
        gone.revision = 2
        gone.curated.earlier = [
            EarlierDecision(decision: .kept, score: 1, until: gone.fetched, cause: .edit)
        ]
        let alone = Invented.group([[Invented.article("1", "post", "2026-02-10", [plan])], [gone]])
        #expect(alone.facts()?.status == .retracted)
        #expect(alone.changes[1].contains { $0.field == "status" && $0.new == "retracted" })
        let told = Invented.group([
            [
                Invented.article("1", "post", "2026-02-10", [plan]),
                Invented.article(
                    "2", "herald", "2026-02-10", [plan], title: "Delegations soon to meet over fishing rights"),
            ], [gone],
        ])
        #expect(told.first?.reports.map(\.articleID) == ["a-2"])
        #expect(told.facts()?.status == .reported)
    }

    @Test("what only other rules or a person dropped is not retracted: nothing of it stays", arguments: [true, false])
    func dropped(_ isByPerson: Bool) throws {
        let first = Invented.article("1", "post", "2026-02-10", [plan])
        var gone = Invented.article("1", "post", "2026-02-10", [plan], decision: .dropped)
        if isByPerson { gone.revision = 2 }
        let drop = Correction(when: gone.fetched, verb: .drop, target: "a-1")
        let outcome = Invented.group(
            [[first], [gone]], corrections: [Corrections(), Corrections(isByPerson ? [drop] : [])])
        #expect(outcome.first?.reports == [])
        #expect(outcome.facts() == nil)
        #expect(!outcome.changes[1].contains { $0.new == "retracted" })
    }

    @Test("a think tank's article joins the story and opens or supports no development")
    func analysis() throws {
        let outcome = Invented.group([
            [
                Invented.article("1", "post", "2026-02-10", [plan]),
                Invented.article(
                    "2", "institute", "2026-02-11", [plan], title: "What delegations that meet over fishing rights want"
                ),
            ]
        ])
        #expect(outcome.developments.count == 1)
        #expect(outcome.first?.reports.map(\.articleID) == ["a-1"])
        #expect(outcome.placements["a-2"]?.storyID == outcome.placements["a-1"]?.storyID)
        #expect(outcome.placements["a-2"]?.developmentIDs == [])
    }

    private static let long = """
        The two delegations are to meet on Friday to talk about fishing rights, the harbour master said on Tuesday, after weeks \
        in which trawlers of both states had cut one another's nets. Captains on either side of the strait hope for a quota that \
        leaves the spawning grounds alone, while canners ask for a longer season and cheaper diesel for the winter months.
        """

    @Test(
        "copies are found by address and by nearly equal words, over runs, and point to the first",
        arguments: [
            (
                "https://post.example/a?utm_source=feed",
                "Another text altogether, which shares not a single run of words with it."
            ),
            ("https://herald.example/b", "OSLO - \(long) Our own reporter adds a line."),
        ])
    func copies(_ url: String, _ text: String) {
        let original = Invented.article(
            "1", "post", "2026-02-10", [plan], text: Self.long, url: "https://post.example/a")
        let copy = Invented.article("2", "herald", "2026-02-11", [plan], text: text, url: url)
        let third = Invented.article("3", "wire", "2026-02-12", [plan], text: text, url: url)
        let outcome = Invented.group([[original], [copy], [third]])
        #expect(outcome.placements["a-1"]?.duplicateOf == nil)
        #expect(outcome.placements["a-2"]?.duplicateOf == "a-1")
        #expect(outcome.placements["a-3"]?.duplicateOf == "a-1")
        #expect(outcome.facts()?.originCount == 1)
    }

    @Test("an article on the same subject in its own words is no copy")
    func notACopy() {
        let other = """
            Boats from both coasts stayed in port on Wednesday while negotiators packed for the meeting on fishing rights. \
            "We want our nets back", said a skipper, who has lost three since autumn and doubts that delegations can help.
            """
        let outcome = Invented.group([
            [
                Invented.article("1", "post", "2026-02-10", [plan], text: Self.long),
                Invented.article("2", "herald", "2026-02-10", [plan], text: other),
            ]
        ])
        #expect(outcome.placements["a-2"]?.duplicateOf == nil)
    }

    @Test("articles on other affairs are other stories, even between the same states")
    func stories() {
        let sentence = "Norway returned three stolen altar pieces to Chile on Monday."
        let other = Invented.article(
            "2", "herald", "2026-02-11",
            [Invented.event(.cooperate, ["NOR", "CHL"], modality: .occurred, sentence: sentence)],
            title: "Stolen altar pieces go home",
            text: sentence + " Museum staff in Valparaiso unpacked the carved saints behind closed doors.")
        let outcome = Invented.group([[Invented.article("1", "post", "2026-02-10", [plan]), other]])
        #expect(outcome.stories.count == 2)
    }

    @Test("a trace survives being written and read, and damaged bytes are refused")
    func traceBytes() throws {
        let result = Grouper().group(
            [Invented.article("1", "post", "2026-02-10", [plan], text: Self.long, url: "https://post.example/ä")],
            sources: Invented.sources, into: GroupingState(), now: Timestamp(seconds: 0))
        let trace = try #require(result.traces.first)
        #expect(ArticleTrace(bytes: trace.bytes) == trace)
        for length in 0..<trace.bytes.count { #expect(ArticleTrace(bytes: Array(trace.bytes.prefix(length))) == nil) }
        #expect(ArticleTrace(bytes: [9] + trace.bytes.dropFirst()) == nil)
        #expect(ArticleTrace(bytes: [1] + [UInt8](repeating: 0xFF, count: 64)) == nil)
    }
}
