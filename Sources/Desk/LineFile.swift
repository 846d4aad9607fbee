import Foundation

/// A file of a desk to which lines are added, and which people may edit.
struct LineFile: Sendable {
    let url: URL
    /// The first line of a new file.
    let header: String

    /// Returns the lines with their numbers, without the header, empty ones and those that begin with `#`.
    func lines() throws -> [(number: Int, line: Substring)] {
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let first = header.prefix { $0 != "\t" } + "\t"
        return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.enumerated().compactMap {
            index, line in
            let isBlank = line.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" }
            return isBlank || line.hasPrefix("#") || line.hasPrefix(first) ? nil : (index + 1, line)
        }
    }

    /// Adds lines, all or none; what is in the file stays as it is.
    ///
    /// - Throws: ``DeskError`` when the file cannot be written.
    func append(_ lines: [String]) throws {
        if lines.isEmpty { return }
        let isNew = !FileManager.default.fileExists(atPath: url.path)
        let descriptor = open(url.path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var text = isNew ? header + "\n" : endsWithinLine(descriptor) ? "\n" : ""
        text += lines.map { $0 + "\n" }.joined()
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
