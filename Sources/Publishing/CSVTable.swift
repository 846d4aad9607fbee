/// Writes a table by RFC 4180 with CRLF, in UTF-8, so that a spreadsheet takes no cell for a formula.
struct CSVTable {
    /// One cell.
    enum Cell {
        /// Free text, guarded against formulas.
        case text(String)
        /// Several values, joined by `|`; empty ones are skipped.
        case list([String])
        /// A number, never guarded; empty when nil.
        case number(Double?)
        case count(Int)
        /// A claim, `yes` or `no`.
        case claim(Bool)
    }

    /// The characters of a spreadsheet's cell at most; counted in UTF-16 units, as Excel does.
    static let cellLimit = 32_767

    private(set) var bytes: [UInt8]
    private let format: CSVFormat

    /// Starts a table with its header row.
    init(columns: [String], format: CSVFormat) {
        self.format = format
        bytes = format.bom ? [0xEF, 0xBB, 0xBF] : []
        append(columns.map { .text($0) })
    }

    /// Starts no table, for a row that stands alone.
    private init(format: CSVFormat) {
        self.format = format
        bytes = []
    }

    /// Returns one row, which ``append(row:)`` adds to a table of the same format.
    static func row(_ cells: [Cell], format: CSVFormat) -> [UInt8] {
        var table = CSVTable(format: format)
        table.append(cells)
        return table.bytes
    }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// Adds a written row.
    mutating func append(row: [UInt8]) { bytes.append(contentsOf: row) }

    /// Adds a row.
    mutating func append(_ cells: [Cell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(format.delimiter.byte) }
            switch cell {
            case .text(let text): write(guarded(PlainText.line(text)))
            case .list(let values): write(guarded(joined(values)))
            case .number(let value): bytes.append(contentsOf: (value.map(decimal) ?? "").utf8)
            case .count(let value): bytes.append(contentsOf: String(value).utf8)
            case .claim(let value): bytes.append(contentsOf: (value ? "yes" : "no").utf8)
            }
        }
        bytes.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
    }

    /// A list's members keep no `|` of their own, which would read as one member more.
    private func joined(_ values: [String]) -> String {
        values.lazy.map { PlainText.line($0.contains("|") ? $0.replacing("|", with: "/") : $0) }
            .filter { !$0.isEmpty }.joined(separator: "|")
    }

    /// Returns the text with a leading `'` where a spreadsheet would run it, and no longer than a cell may be.
    private func guarded(_ text: String) -> String {
        var text = text
        if !format.raw, isFormula(text) { text = "'" + text }
        guard text.utf8.count > Self.cellLimit, text.utf16.count > Self.cellLimit else { return text }
        // Half a limit of scalars has at most a limit of UTF-16 units.
        let scalars = text.utf16.count == text.unicodeScalars.count ? Self.cellLimit : Self.cellLimit / 2
        return PlainText.cut(text, to: scalars)
    }

    private func isFormula(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\u{A0}", "\u{200B}", "\u{FEFF}": continue
            case "=", "+", "-", "@", "|", "%", "\t", "\r", "＝", "＋", "－", "＠": return true
            default: return false
            }
        }
        return false
    }

    private mutating func write(_ text: String) {
        let quote = UInt8(ascii: "\"")
        let needsQuotes = text.utf8.contains { $0 == quote || $0 == format.delimiter.byte || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
        bytes.append(quote)
        for byte in text.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}

/// Writes a number with at most two decimals and none that are zero: `0.5`, `2`, `-3.25`.
func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "" }
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
