import Developments
import Foundation

/// A desk's `Feeds/corrections.tsv`: one line for each decision of a person, in the order in which they were made.
///
/// People may edit it: a line that is taken out is undone by the next run. Empty lines and lines that begin with `#` are
/// left alone.
struct CorrectionsFile: Sendable {
    private let url: URL

    init(_ folder: DeskFolder) { url = folder.corrections }

    /// Returns what the lines amount to; nothing when there is no file.
    ///
    /// - Throws: `CorrectionError`, naming the line, or an error of the disk.
    func corrections() throws -> Corrections { Corrections(try lines()) }

    private func lines() throws -> [Correction] {
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        return try text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
            index, line in
            let isBlank = line.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" }
            if isBlank || line.hasPrefix("#") || line.hasPrefix("when\t") { return nil }
            do throws(CorrectionError) {
                return try Correction(line: line)
            } catch {
                throw CorrectionError(error.problem, place: "\(url.relativePath):\(index + 1)")
            }
        }
    }

    /// Adds a line; what is in the file stays as it is.
    ///
    /// - Throws: ``DeskError`` when the file cannot be written.
    func append(_ correction: Correction) throws {
        let isNew = !FileManager.default.fileExists(atPath: url.path)
        let descriptor = open(url.path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var text = isNew ? Correction.columns.joined(separator: "\t") + "\n" : endsWithinLine(descriptor) ? "\n" : ""
        text += correction.line + "\n"
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else { throw failure() }
    }

    /// Whether an editor left the last line without its end.
    private func endsWithinLine(_ descriptor: Int32) -> Bool {
        let size = lseek(descriptor, 0, SEEK_END)
        var last: UInt8 = 0
        return size > 0 && pread(descriptor, &last, 1, size - 1) == 1 && last != UInt8(ascii: "\n")
    }

    private func failure() -> DeskError {
        DeskError("cannot write \(url.relativePath): \(String(cString: strerror(errno)))")
    }
}
