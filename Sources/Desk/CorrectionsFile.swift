import Developments
import Foundation

/// A desk's `Feeds/corrections.tsv`: one line for each decision of a person, in the order in which they were made.
///
/// People may edit it: a line that is taken out is undone by the next run. Empty lines and lines that begin with `#` are
/// left alone.
struct CorrectionsFile: Sendable {
    private let file: LineFile

    init(_ folder: DeskFolder) {
        file = LineFile(url: folder.corrections, header: Correction.columns.joined(separator: "\t"))
    }

    /// Returns what the lines amount to; nothing when there is no file.
    ///
    /// - Throws: `CorrectionError`, naming the line, or an error of the disk.
    func corrections() throws -> Corrections {
        Corrections(
            try file.lines().map { number, line in
                do throws(CorrectionError) {
                    return try Correction(line: line)
                } catch {
                    throw CorrectionError(error.problem, place: "\(file.url.relativePath):\(number)")
                }
            })
    }

    /// Adds lines, all or none; what is in the file stays as it is.
    ///
    /// - Throws: ``DeskError`` when the file cannot be written.
    func append(_ corrections: [Correction]) throws { try file.append(corrections.map(\.line)) }
}
