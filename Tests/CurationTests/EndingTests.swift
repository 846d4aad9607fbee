import Notation
import Testing

@testable import Curation

/// Invented headlines of Wednesday, 11 March 2026.
@Suite("Meetings called off, deals undone, and their days")
struct EndingTests {
    private func primary(_ title: String) throws -> Event {
        try #require(study("", title: title, published: "2026-03-11").coded.events.first)
    }

    static let meetings: [(String, Modality, Phase?, String)] = [
        ("Norway cancels Friday's meeting with Chile", .negated, .cancelled, "2026-03-13"),
        ("Norway on Tuesday cancelled talks with Chile set for Friday", .negated, .cancelled, "2026-03-13"),
        ("Friday's meeting between Norway and Chile in Lima has been cancelled", .negated, .cancelled, "2026-03-13"),
        ("Norway and Chile call off meeting in Lima", .negated, .cancelled, ""),
        ("Chile's president calls off visit to Norway", .negated, .cancelled, ""),
        ("Norway postpones talks with Chile", .negated, .postponed, ""),
        ("Norway postpones talks with Chile until March 20", .future, .postponed, "2026-03-20"),
        ("Talks between Norway and Chile postponed to March 20", .future, .postponed, "2026-03-20"),
        ("Norway-Chile talks back on for Friday", .future, .scheduled, "2026-03-13"),
        ("Norway and Chile will not meet on Friday", .negated, .cancelled, "2026-03-13"),
        (
            "Saturday's meeting between the presidents of Norway and Chile will not take place", .negated, .cancelled,
            "2026-03-14"
        ),
        ("Norway and Chile did not meet on Tuesday", .negated, .failed, "2026-03-10"),
        ("Norway and Chile to meet on Monday", .future, .announced, "2026-03-16"),
        ("Norway and Chile to meet on Wednesday", .future, .announced, "2026-03-11"),
        ("Norwegian and Chilean ministers met in Oslo on Monday", .occurred, .held, "2026-03-09"),
        ("Norway and Chile to meet this year", .future, .announced, ""),
    ]

    @Test("a meeting that is off is no meeting held, and its day lies ahead", arguments: meetings.indices)
    func meeting(_ index: Int) throws {
        let (title, modality, phase, day) = Self.meetings[index]
        let event = try primary(title)
        #expect(event.type == .consult && Set(event.actors) == ["NOR", "CHL"], "\(title)")
        #expect(event.modality == modality && event.phase == phase, "\(title)")
        #expect((event.date?.start?.description ?? "") == day, "\(title)")
    }

    @Test(
        "a deal that is undone is no deal",
        arguments: [
            "Norway terminates fishing agreement with Chile", "Norway's deal with Chile collapses",
            "Ceasefire between Norway and Chile collapses", "Norway tears up fishing deal with Chile",
        ])
    func undone(_ title: String) throws {
        let event = try primary(title)
        #expect([.reject, .sanction].contains(event.type) && event.modality == .occurred && event.undoes == .agree)
    }

    @Test(
        "what is threatened, asked for or denied is not undone",
        arguments: [
            "Norway threatens to tear up fishing deal with Chile", "Norway urges Chile not to cancel talks",
            "Norway's talks with Chile have not been cancelled", "Norway may cancel meeting with Chile",
        ])
    func standing(_ title: String) throws {
        let event = try primary(title)
        #expect(event.undoes == nil && event.phase != .cancelled)
    }

    @Test(
        "a verb of undoing alone tells no sanction and no coercion",
        arguments: [
            "Norway removes a limit on Chilean ships", "Norway removes barriers at its border with Chile",
            "Norway delists Chilean company from its register", "Norway lowers the cost of Chilean ships",
        ])
    func undoingAlone(_ title: String) {
        #expect(!study("", title: title).coded.events.contains { [.sanction, .coerce].contains($0.type) })
    }

    @Test("a visit cut short undoes the visit")
    func cutShort() throws {
        #expect(try primary("Chile's president cuts short visit to Norway").undoes == .consult)
    }
}
