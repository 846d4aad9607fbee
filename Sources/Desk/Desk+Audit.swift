import Developments
import Foundation
public import Notation
import Publishing
import Storage

extension Desk {
    /// Draws published entries for a person to judge, the same ones for the same name of the drawing.
    ///
    /// Entries of which all that is shown was judged in other drawings are left out, so that each drawing looks at something
    /// new.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - sample: names the drawing; nil for the last one while something of it is left, then for the desk's day.
    ///   - now: the desk's clock.
    /// - Returns: the entries, with what was judged of them already.
    /// - Throws: ``UsageError`` when nothing is published or the file of verdicts is broken; an error of the store.
    public func audit(count: Int, sample: String?, now: Timestamp) async throws -> Audit {
        let day = Mutes.day(now, in: settings.timeZone).description
        let verdicts = try AuditFile(folder).verdicts()
        let mutes = Mutes(try CorrectionsFile(folder).corrections(), timeZone: settings.timeZone, now: now)
        return try await withStore { store in
            let prints = try await store.printed(.development, days: settings.publish.days, now: now)
            let entries = try prints.compactMap { try ShownEntry(Printed($0)) }
            if entries.isEmpty { throw UsageError("nothing is published yet: `demarche run` publishes") }
            let sources = try await store.sourcesByID()
            func audit(_ sample: String) async throws -> Audit {
                let drawn = Self.draw(count, of: entries, verdicts, sample: sample)
                let reports = Dictionary(
                    mutes.shown(try await store.developments(drawn.map(\.id))).map { ($0.id, $0.reports) },
                    uniquingKeysWith: { first, _ in first })
                let items = drawn.map { entry in
                    AuditItem(
                        entry, reports: reports[entry.id] ?? [], sources: sources,
                        verdicts: verdicts.filter { $0.developmentID == entry.id })
                }
                return Audit(sample: sample, entries: items, checked: AuditTally(verdicts)?.words)
            }
            if let sample { return try await audit(AuditFile.cell(sample)) }
            let last = try await audit(verdicts.last?.sample ?? day)
            return last.entries.allSatisfy(\.open.isEmpty) ? try await audit(day) : last
        }
    }

    private static func draw(
        _ count: Int, of entries: [ShownEntry], _ verdicts: [AuditVerdict], sample: String
    ) -> [ShownEntry] {
        let judged = Set(verdicts.filter { $0.sample != sample }.map { [$0.developmentID, $0.field, $0.shown] })
        let open = entries.filter { entry in
            !entry.fields.allSatisfy { judged.contains([entry.id, $0.name, AuditFile.cell($0.shown)]) }
        }
        let ranked = open.map { (rank: ContentHash.sha256(joining: [sample, $0.id]), entry: $0) }
        return ranked.sorted { $0.rank < $1.rank }.prefix(count).map(\.entry)
    }

    /// Keeps verdicts on fields of drawn entries.
    ///
    /// - Parameters:
    ///   - answers: the verdicts.
    ///   - audit: what ``audit(count:sample:now:)`` returned.
    ///   - now: when they were given.
    /// - Throws: ``UsageError`` for a field that is not among the drawn ones, and then none is kept; ``DeskError`` when the
    ///   file cannot be written.
    public func keep(_ answers: [AuditAnswer], of audit: Audit, now: Timestamp) throws {
        try AuditFile(folder).append(
            try answers.map { answer in
                guard let entry = audit.entries.first(where: { $0.id == answer.development }) else {
                    throw UsageError("\(answer.development) is not among the entries drawn as “\(audit.sample)”")
                }
                guard let field = entry.fields.first(where: { $0.name == answer.field }) else {
                    throw UsageError(
                        "\(entry.id) shows no `\(answer.field)`: it shows "
                            + entry.fields.map(\.name).joined(separator: ", "))
                }
                return AuditVerdict(
                    when: now, developmentID: entry.id, field: field.name, shown: field.shown, isRight: answer.isRight,
                    coder: Version.current, sample: audit.sample)
            })
    }

    /// Publishes what people found so far; while a run holds the desk, that run or the next one does.
    ///
    /// - Parameter now: the desk's clock.
    /// - Returns: the line that readers see; nil where nobody looked.
    /// - Throws: an error of the store or of the disk.
    public func publishAudit(now: Timestamp) async throws -> String? {
        do {
            try await RunLock.hold(in: folder.state) {
                try await withStore { store in
                    _ = try await publish(
                        from: store, sources: try await store.sourcesByID(), states: try await store.fetchStates(),
                        now: now)
                }
            }
        } catch is DeskIsBusy {}
        return AuditFile(folder).tally?.words
    }
}

/// Entries that a person is to judge.
public struct Audit: Presentable, Sendable {
    /// Names the drawing.
    public let sample: String
    /// The entries, in the order in which they were drawn.
    public let entries: [AuditItem]
    /// What was found so far; nil where nobody looked.
    public let checked: String?

    /// Readable lines.
    public var text: String {
        (entries.map { $0.lines.joined(separator: "\n") } + (checked.map { [$0] } ?? [])).joined(separator: "\n\n")
    }
}

/// A verdict as a person gives it.
public struct AuditAnswer: Hashable, Sendable {
    /// The development.
    public var development: String
    /// The field.
    public var field: String
    /// Whether it is right.
    public var isRight: Bool

    /// Creates a verdict.
    public init(development: String, field: String, isRight: Bool) {
        self.development = development
        self.field = field
        self.isRight = isRight
    }

    /// Reads verdicts, a line each: development, field, and `yes` or `no`, parted by tabs or spaces.
    ///
    /// - Throws: ``UsageError``, naming the line.
    public static func answers(_ text: String) throws -> [AuditAnswer] {
        try text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.enumerated().compactMap {
            index, line in
            let cells = line.split { $0 == "\t" || $0 == " " || $0 == "\r" }
            if cells.isEmpty || line.hasPrefix("#") { return nil }
            guard cells.count == 3, let isRight = AuditFile.answer(cells[2]) else {
                throw UsageError("answer \(index + 1) is not development, field, and yes or no: “\(line)”")
            }
            return AuditAnswer(development: String(cells[0]), field: String(cells[1]), isRight: isRight)
        }
    }
}
