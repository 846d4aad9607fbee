import Foundation
import Notation
import Publishing

/// What a person found of a field that is published.
struct AuditVerdict: Hashable, Sendable {
    /// When it was given.
    var when: Timestamp
    /// The development.
    var developmentID: String
    /// The field: `title type parties modality status venue date`.
    var field: String
    /// The value in words, as it was shown.
    var shown: String
    /// Whether it is right.
    var isRight: Bool
    /// The program that coded it, by its version.
    var coder: String
    /// The drawing to which the entry belongs.
    var sample: String
}

/// A desk's `Feeds/audits.tsv`: one line for each verdict on a published field, in the order in which they were given.
///
/// The last verdict on a shown value counts. Empty lines and lines that begin with `#` are left alone.
struct AuditFile: Sendable {
    static let columns = ["when", "development", "field", "shown", "verdict", "coder", "sample"]
    private let file: LineFile

    init(_ folder: DeskFolder) { file = LineFile(url: folder.audits, header: Self.columns.joined(separator: "\t")) }

    /// Returns the verdicts.
    ///
    /// - Throws: ``UsageError``, naming the line, or an error of the disk.
    func verdicts() throws -> [AuditVerdict] {
        try file.lines().map { number, line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
                String($0.drop { $0 == " " || $0 == "\r" }.reversed().drop { $0 == " " || $0 == "\r" }.reversed())
            }
            func cell(_ index: Int) -> String { cells.indices.contains(index) ? cells[index] : "" }
            guard let when = Timestamp(rfc3339: cell(0)), let isRight = Self.answer(cell(4)), !cell(1).isEmpty else {
                throw UsageError(
                    "\(file.url.relativePath):\(number): a verdict has \(Self.columns.joined(separator: ", ")), "
                        + "such as 2026-03-12T08:00:00Z, d-kq7, venue, Oslo, yes")
            }
            return AuditVerdict(
                when: when, developmentID: cell(1), field: cell(2), shown: cell(3), isRight: isRight, coder: cell(5),
                sample: cell(6))
        }
    }

    /// How much was found right; nil where nobody looked, or where the file is broken, which `verify` tells.
    var tally: AuditTally? { (try? verdicts()).flatMap(AuditTally.init) }

    /// Adds verdicts; what is in the file stays as it is.
    ///
    /// - Throws: ``DeskError`` when the file cannot be written.
    func append(_ verdicts: [AuditVerdict]) throws {
        try file.append(
            verdicts.map { verdict in
                [
                    verdict.when.description, verdict.developmentID, verdict.field, verdict.shown,
                    verdict.isRight ? "yes" : "no", verdict.coder, verdict.sample,
                ].map(Self.cell).joined(separator: "\t")
            })
    }

    /// A value as a cell holds it: on one line, without blanks around it.
    static func cell(_ value: String) -> String {
        let line = Terminal.line(value)
        return String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// Reads `yes` or `no`, also shortened.
    static func answer(_ word: some StringProtocol) -> Bool? {
        switch word.lowercased() {
        case "y", "yes": true
        case "n", "no": false
        default: nil
        }
    }
}

extension AuditTally {
    /// Counts verdicts; where several are on one shown value, the last.
    init?(_ verdicts: [AuditVerdict]) {
        var last: [[String]: Bool] = [:]
        for verdict in verdicts { last[[verdict.developmentID, verdict.field, verdict.shown]] = verdict.isRight }
        if last.isEmpty { return nil }
        self.init(count: last.count, right: last.values.count { $0 })
    }
}
