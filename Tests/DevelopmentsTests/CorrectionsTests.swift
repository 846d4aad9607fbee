import Curation
import Developments
import Foundation
import Notation
import Testing

@Suite("What people decide")
struct CorrectionsTests {
    private static let time = Invented.time("2026-03-01")
    private let plan = Invented.event(.consult, ["NOR", "CHL"], venue: "Oslo/NOR", date: "2026-02-20")
    private let moved = Invented.event(.consult, ["NOR", "CHL"], venue: "Lima/PER", date: "2026-02-20")

    private static func correction(
        _ verb: Correction.Verb, _ target: String = "", _ detail: String = "", _ value: String = ""
    ) -> Correction {
        Correction(when: time, verb: verb, target: target, detail: detail, value: value, because: "we asked")
    }

    private func correction(
        _ verb: Correction.Verb, _ target: String = "", _ detail: String = "", _ value: String = ""
    ) -> Correction { Self.correction(verb, target, detail, value) }

    @Test("a line is read as it was written, and its cells hold no line breaks")
    func line() throws {
        let written = Correction(
            when: Self.time, verb: .set, target: "d-x", detail: "venue_place", value: "Oslo",
            because: "by\tphone\nagain")
        #expect(written.line.split(separator: "\t").count == 6)
        var read = try Correction(line: written.line + "\r")
        #expect(read.because == "by phone again")
        read.because = written.because
        #expect(read == written)
        #expect(try Correction(line: "2026-03-01\tdrop\ta-x").verb == .drop)
    }

    @Test(
        "a line that no rule could follow is refused and says what is allowed",
        arguments: [
            ("yesterday\tkeep\ta-x", "2026-03-12"), ("2026-03-01\tforget\ta-x", "keep, drop"),
            ("2026-03-01\tkeep\t", "no target"), ("2026-03-01\tset\td-x\tcolour\tred", "venue_place"),
            ("2026-03-01\tset\td-x\tstatus\tperhaps", "on_record"), ("2026-03-01\tset\td-x\tactors\tNorway", "USA|IRN"),
            ("2026-03-01\tset\td-x\tevent_date_start\tFriday", "2026-03-12"),
            ("2026-03-01\tmute\tballet\tword\tnever", "2026-03-12"), ("2026-03-01\tmerge\td-x\td-x", "two different"),
        ])
    func refused(_ line: String, _ words: String) {
        let error = #expect(throws: CorrectionError.self) { try Correction(line: line) }
        #expect(error?.problem.contains(words) == true)
    }

    @Test("a correction in the words of earlier programs, which said confirmed, means on record")
    func formerWords() throws {
        let article = Invented.article("1", "post", "2026-02-10", [plan])
        let id = try #require(Invented.group([[article]]).first?.id)
        let lines = try ["status\tconfirmed", "confirmed_by\tNOR"].map {
            try Correction(line: "2026-03-01\tset\t\(id)\t\($0)")
        }
        let facts = try #require(
            Invented.group([[article], []], corrections: [Corrections(), Corrections(lines)]).facts())
        #expect(facts.status == .onRecord && facts.onRecordBy == ["NOR"])
        #expect(facts.corrected == ["status", "on_record_by"])
        let stored = Data(#"[{"field":"confirmed_by","value":"NOR"},{"field":"status","value":"confirmed"}]"#.utf8)
        #expect(
            try JSONDecoder().decode([FieldCorrection].self, from: stored) == [
                FieldCorrection(field: "on_record_by", value: "NOR"),
                FieldCorrection(field: "status", value: "on_record"),
            ])
    }

    @Test("undo takes back the last correction of its target, or the last of all")
    func undo() {
        let lines = [
            correction(.keep, "a-1"), correction(.drop, "a-1"), correction(.drop, "a-2"), correction(.undo, "a-1"),
        ]
        #expect(Corrections(lines).decisions == ["a-1": .kept, "a-2": .dropped])
        #expect(Corrections(lines + [correction(.undo)]).decisions == ["a-1": .kept])
        #expect(Corrections([correction(.undo), correction(.undo, "a-9")]).standing.isEmpty)
    }

    @Test("merges lead to the last target, and a circle is not followed")
    func merges() {
        let chain = Corrections([correction(.merge, "d-b", "d-a"), correction(.merge, "d-c", "d-b")])
        #expect(chain.merges == ["d-a": "d-c", "d-b": "d-c"])
        let circle = Corrections([correction(.merge, "d-b", "d-a"), correction(.merge, "d-a", "d-b")])
        #expect(circle.merges == ["d-a": "d-b"])
    }

    static let fields: [(field: String, value: String, shown: @Sendable (DevelopmentFacts) -> String)] = [
        ("venue_place", "Quito", { $0.venue?.place ?? "" }), ("venue_place", "", { $0.venue?.place ?? "" }),
        ("venue_country", "ECU", { $0.venue?.country ?? "" }), ("status", "denied", { $0.status?.rawValue ?? "" }),
        ("on_record_by", "NOR|CHL", { $0.onRecordBy.joined(separator: "|") }),
        ("actors", "NOR|PER", { $0.countries.prefix(2).joined(separator: "|") }),
        ("mediators", "EGY", { $0.mediators.joined() }), ("modality", "negated", { $0.modality?.rawValue ?? "" }),
        ("phase", "postponed", { $0.phase?.rawValue ?? "" }), ("type", "AGREE", { $0.type?.rawValue ?? "" }),
        ("event_date_start", "2026-02-18", { $0.date?.start?.description ?? "" }),
        ("event_date_end", "2026-02-22", { $0.date?.end?.description ?? "" }),
        ("title", "Norway and Chile to meet at sea", { $0.title }), ("recipients", "PER", { $0.recipients.joined() }),
        ("mode", "visit", { $0.mode }),
    ]

    @Test("a field that is set shows the value, is marked, and is one change with its cause", arguments: fields.indices)
    func set(_ index: Int) throws {
        let (field, value, shown) = Self.fields[index]
        let article = Invented.article("1", "post", "2026-02-10", [plan])
        let id = try #require(Invented.group([[article]]).first?.id)
        let corrections = Corrections([correction(.set, id, field, value)])
        let outcome = Invented.group([[article], [], []], corrections: [Corrections(), corrections, corrections])
        let facts = try #require(outcome.facts())
        #expect(shown(facts) == value)
        #expect(facts.corrected == [field])
        #expect(outcome.changes[1].contains { $0.field == field && $0.new == value && $0.cause == .correction })
        #expect(outcome.changes[1].allSatisfy { $0.articleID.isEmpty && $0.revision == 2 })
        #expect(outcome.changes[2].isEmpty)
        #expect(outcome.first?.revision == 2)
    }

    @Test("a new claim against a corrected field is reported and not applied")
    func contradiction() throws {
        let first = Invented.article("1", "post", "2026-02-10", [plan])
        let second = Invented.article(
            "2", "herald", "2026-02-11", [moved], title: "Fishing rights: delegations to meet in Lima")
        let id = try #require(Invented.group([[first]]).first?.id)
        let corrections = Corrections([correction(.set, id, "venue_place", "Oslo")])
        let outcome = Invented.group([[first], [second]], corrections: [corrections, corrections])
        #expect(outcome.first?.reports.count == 2)
        #expect(outcome.facts()?.venue?.place == "Oslo")
        #expect(outcome.facts()?.isContradicted == false)
        #expect(outcome.doubts[1].map(\.kind) == [.claim])
        #expect(outcome.doubts[1].first?.note == "venue_place is corrected to Oslo; Fjord Herald says Lima")
        #expect(outcome.changes[1].allSatisfy { $0.field != "venue_place" })
    }

    @Test("a correction that is taken back leaves what the reports tell")
    func unset() throws {
        let article = Invented.article("1", "post", "2026-02-10", [plan])
        let id = try #require(Invented.group([[article]]).first?.id)
        let set = correction(.set, id, "venue_place", "Quito")
        let outcome = Invented.group(
            [[article], []], corrections: [Corrections([set]), Corrections([set, correction(.undo)])])
        #expect(outcome.facts()?.venue?.place == "Oslo")
        #expect(outcome.facts()?.corrected == [])
    }

    /// Two developments of one story: meetings on two days.
    private var twoActs: [Article] {
        let other = Invented.event(.consult, ["NOR", "CHL"], date: "2026-02-25")
        return [
            Invented.article("1", "post", "2026-02-10", [plan]),
            Invented.article("2", "herald", "2026-02-11", [other], title: "Delegations soon meet over fishing rights"),
        ]
    }

    @Test("merged developments keep their ids, later reports go to the one that stands, and undo parts them")
    func merge() throws {
        let ids = Invented.group([twoActs]).order
        try #require(ids.count == 2)
        let merge = correction(.merge, ids[0], ids[1])
        let merged = Corrections([merge])
        let later = Invented.article("3", "wire", "2026-02-11", [plan], title: "Delegations to meet on fishing rights")
        let outcome = Invented.group(
            [twoActs, [], [later], []],
            corrections: [Corrections(), merged, merged, Corrections([merge, correction(.undo, ids[1])])])
        #expect(
            outcome.changes[1].contains { $0.developmentID == ids[1] && $0.field == "merged_into" && $0.new == ids[0] })
        #expect(outcome.changes[2].allSatisfy { $0.cause == .article })
        #expect(outcome.developments[ids[0]]?.reports.map(\.articleID) == ["a-1", "a-3"])
        #expect(outcome.developments[ids[1]]?.mergedInto == nil)
        #expect(outcome.developments[ids[1]]?.reports.map(\.articleID) == ["a-2"])
        let during = Invented.group([twoActs, []], corrections: [Corrections(), merged])
        #expect(during.developments[ids[0]]?.reports.map(\.articleID) == ["a-1", "a-2"])
        #expect(during.developments[ids[1]]?.mergedInto == ids[0])
    }

    @Test("an article that was split off stays apart when it is edited, and undo puts it back")
    func split() throws {
        let first = Invented.article("1", "post", "2026-02-10", [plan])
        let second = Invented.article(
            "2", "herald", "2026-02-11", [plan], title: "Delegations soon to meet over fishing rights")
        let edited = Invented.article(
            "2", "herald", "2026-02-11", [plan], title: "Delegations to meet at last over fishing rights")
        let id = try #require(Invented.group([[first, second]]).first?.id)
        let split = Corrections([correction(.split, id, "a-2")])
        let undone = Corrections([correction(.split, id, "a-2"), correction(.undo)])
        let outcome = Invented.group(
            [[first, second], [], [edited], []], corrections: [Corrections(), split, split, undone])
        let other = try #require(outcome.order.first { $0 != id })
        #expect(outcome.changes[1].contains { $0.field == "split" && $0.new == other })
        #expect(outcome.developments[id]?.reports.map(\.articleID) == ["a-1", "a-2"])
        #expect(outcome.developments[other]?.mergedInto == id)
        let during = Invented.group([[first, second], [], [edited]], corrections: [Corrections(), split, split])
        #expect(during.developments.count == 2)
        #expect(during.developments[id]?.reports.map(\.articleID) == ["a-1"])
        #expect(during.developments[other]?.reports.map(\.articleID) == ["a-2"])
        #expect(during.changes[2].isEmpty)
        let again = Invented.group(
            [[first, second], [], [], []], corrections: [Corrections(), split, undone, split])
        #expect(again.developments[other]?.mergedInto == nil)
        #expect(again.developments[id]?.reports.map(\.articleID) == ["a-1"])
    }

    @Test("what is corrected outlives a store made anew: the same articles give the same ids")
    func remade() throws {
        let ids = Invented.group([twoActs]).order
        try #require(ids.count == 2)
        let corrections = Corrections([
            correction(.merge, ids[0], ids[1]), correction(.set, ids[0], "venue_place", "Quito"),
        ])
        let outcome = Invented.group([twoActs, []], corrections: [corrections, corrections])
        #expect(outcome.developments[ids[1]]?.mergedInto == ids[0])
        #expect(outcome.developments[ids[0]]?.facts(sources: Invented.sources)?.venue?.place == "Quito")
    }
}
