/// Reads RFC 4180 strictly: CRLF ends rows, quotes only around whole cells.
struct CSVReader {
    let rows: [[String]]

    /// Nil when the text is not a table by RFC 4180 in which all rows have the header's width.
    init?(_ text: String, delimiter: UInt8 = UInt8(ascii: ",")) {
        let bytes = Array(text.utf8)
        var rows: [[String]] = []
        var row: [String] = []
        var index = 0
        while index < bytes.count {
            var cell: [UInt8] = []
            if bytes[index] == UInt8(ascii: "\"") {
                index += 1
                while true {
                    guard index < bytes.count else { return nil }
                    if bytes[index] == UInt8(ascii: "\"") {
                        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else { break }
                        index += 1
                    }
                    cell.append(bytes[index])
                    index += 1
                }
                index += 1
            } else {
                while index < bytes.count, bytes[index] != delimiter, bytes[index] != 0x0D {
                    guard bytes[index] != UInt8(ascii: "\""), bytes[index] != 0x0A else { return nil }
                    cell.append(bytes[index])
                    index += 1
                }
            }
            row.append(String(decoding: cell, as: UTF8.self))
            guard index < bytes.count else { return nil }
            if bytes[index] == delimiter {
                index += 1
                continue
            }
            guard bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A else { return nil }
            index += 2
            rows.append(row)
            row = []
        }
        guard row.isEmpty, let header = rows.first, rows.allSatisfy({ $0.count == header.count }) else { return nil }
        self.rows = rows
    }

    var header: [String] { rows.first ?? [] }

    /// The rows as dictionaries by the header's names.
    var records: [[String: String]] {
        rows.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }

    /// The first record whose cell in the first column is `key`.
    func record(_ key: String) -> [String: String] { records.first { $0[header.first ?? ""] == key } ?? [:] }
}
