internal import Foundation

/// A row of a lexicon file.
struct LexiconRow {
    var fields: [String]
    var path: String
    var line: Int

    func field(_ index: Int) -> String { index < fields.count ? fields[index] : "" }

    /// The parts of the first field, between `|`.
    var spellings: [Substring] {
        field(0).utf8.split(separator: UInt8(ascii: "|")).map(Substring.init)
    }

    /// A mode, where `-` stands for none.
    func mode(_ index: Int) -> String { field(index) == "-" ? "" : field(index) }

    func error(_ problem: String) -> LexiconError { LexiconError(path: path, line: line, problem: problem) }

    /// Reads a file's rows; lines that start with `#` are comments.
    static func rows(_ folder: URL, _ name: String) throws(LexiconError) -> [LexiconRow] {
        let path = folder.appending(path: name + ".tsv").path
        guard let data = FileManager.default.contents(atPath: path) else {
            throw LexiconError(path: path, line: 0, problem: "cannot be read")
        }
        return [UInt8](data).withUnsafeBufferPointer { rows(of: $0, path: path) }
    }

    private static func rows(of bytes: UnsafeBufferPointer<UInt8>, path: String) -> [LexiconRow] {
        var rows: [LexiconRow] = []
        var (start, line) = (0, 0)
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            line += 1
            let isComment = end == start || bytes[start] == 0x23 || bytes[start] == 0x0D
            if !isComment {
                let last = bytes[end - 1] == 0x0D ? end - 1 : end
                rows.append(LexiconRow(fields: fields(of: bytes, start, last), path: path, line: line))
            }
            start = end + 1
        }
        return rows
    }

    private static func fields(of bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> [String] {
        var fields: [String] = []
        fields.reserveCapacity(8)
        var first = start
        for index in start...end where index == end || bytes[index] == 0x09 {
            fields.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[first..<index]), as: UTF8.self))
            first = index + 1
        }
        return fields
    }
}
