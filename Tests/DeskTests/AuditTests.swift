import Desk
import Foundation
import Notation
import Testing

@Suite("Auditing what is published")
struct AuditTests {
    private let newsroom: FinishedNewsroom
    private static let now = SampleDesk.Step.later.time.adding(seconds: 600)

    init() async throws { newsroom = try await FinishedNewsroom() }

    private func page(_ name: String) throws -> String {
        try String(contentsOf: newsroom.folder.output.appending(path: name), encoding: .utf8)
    }

    private func lines() throws -> [String] {
        try String(contentsOf: newsroom.folder.audits, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test("a drawing is the same for its name, shows only what is published, and asks for each shown field")
    func drawing() async throws {
        let desk = try newsroom.desk()
        let first = try await desk.audit(count: 20, sample: "spring", now: Self.now)
        let again = try await desk.audit(count: 20, sample: "spring", now: Self.now.adding(seconds: 86_400))
        let other = try await desk.audit(count: 20, sample: "autumn", now: Self.now)
        #expect(first.entries.map(\.id) == again.entries.map(\.id))
        #expect(first.entries.map(\.id) != other.entries.map(\.id))
        #expect(first.entries.count == 20 && Set(first.entries.map(\.id)).count == 20)
        let feed = try page("developments.atom")
        for entry in first.entries {
            #expect(feed.contains(":\(entry.id)<"), "\(entry.id) is in no feed")
            #expect(entry.fields.first?.name == "title")
            #expect(entry.fields.allSatisfy { !$0.shown.isEmpty && $0.question.hasSuffix("?") && $0.verdict == nil })
            #expect(entry.lines.joined().contains("headline"))
        }
        #expect(first.checked == nil)
        #expect(!(try page("index.html")).contains("hecked here"))
        #expect(!(try page("status.json")).contains("checked"))
    }

    @Test("verdicts are kept, counted once for a shown value, and printed at the page's foot and in status.json")
    func verdicts() async throws {
        let desk = try newsroom.desk()
        let audit = try await desk.audit(count: 12, sample: nil, now: Self.now)
        #expect(audit.sample == "2026-03-13")
        // Of most entries the act is not sure, so that they show their title alone.
        let typed = audit.entries.filter { entry in entry.fields.contains { $0.name == "type" } }
        try #require(typed.count >= 2)
        let (first, second) = (typed[0], typed[1])
        let given = try AuditAnswer.answers(
            "\(first.id)\ttitle\tyes\n\n# later\n\(first.id) type no\r\n\(second.id)\ttitle\ty\n\(first.id)\ttype\tyes\n"
                + "\(second.id)\ttype\tn\n")
        try desk.keep(given, of: audit, now: Self.now)
        #expect(try lines().count == 6)
        #expect(try await desk.publishAudit(now: Self.now) == "checked here: 75 % of 4 right")
        #expect(try page("index.html").contains("Checked here: 75 % of 4 right."))
        #expect(
            try page("status.json").contains(
                #""checked":{"fields":4,"right":3,"words":"checked here: 75 % of 4 right"}"#))
        // Another day goes on with what is left.
        let rest = try await desk.audit(count: 12, sample: nil, now: Self.now.adding(seconds: 86_400))
        #expect(rest.entries.map(\.id) == audit.entries.map(\.id))
        for (id, verdict) in [(first.id, "yes"), (second.id, "no")] {
            let entry = try #require(rest.entries.first { $0.id == id })
            #expect(entry.open.count == entry.fields.count - 2)
            #expect(entry.fields.first { $0.name == "type" }?.verdict == verdict)
        }
        let answers = rest.entries.flatMap { entry in
            entry.open.map { AuditAnswer(development: entry.id, field: $0.name, isRight: true) }
        }
        try desk.keep(answers, of: rest, now: Self.now)
        let next = try await desk.audit(count: 12, sample: nil, now: Self.now.adding(seconds: 86_400))
        #expect(next.sample == "2026-03-14")
        #expect(Set(next.entries.map(\.id)).isDisjoint(with: audit.entries.map(\.id)))
    }

    @Test("a verdict on what is not shown is refused, and with it all that came with it")
    func refused() async throws {
        let desk = try newsroom.desk()
        let audit = try await desk.audit(count: 1, sample: "one", now: Self.now)
        let right = AuditAnswer(development: audit.entries[0].id, field: "title", isRight: true)
        for wrong in [("d-none", "title"), (audit.entries[0].id, "colour")] {
            let answers = [right, AuditAnswer(development: wrong.0, field: wrong.1, isRight: true)]
            #expect(throws: UsageError.self) { try desk.keep(answers, of: audit, now: Self.now) }
        }
        #expect(!FileManager.default.fileExists(atPath: newsroom.folder.audits.path))
        #expect(throws: UsageError.self) { try AuditAnswer.answers("d-kq7 title perhaps") }
    }

    @Test("a broken line of the file stops no run; verify names it")
    func broken() async throws {
        try Data("when\tdevelopment\nnonsense\n".utf8).write(to: newsroom.folder.audits)
        _ = try await newsroom.desk().publish(now: Self.now)
        let error = await #expect(throws: UsageError.self) { try await newsroom.desk().verify() }
        #expect(error?.description.contains("audits.tsv:2") == true)
    }
}
