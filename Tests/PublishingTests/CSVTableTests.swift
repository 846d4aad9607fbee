import Testing

@testable import Publishing

@Suite struct CSVTableTests {
    private func written(_ cells: [CSVTable.Cell], format: CSVFormat = CSVFormat()) -> String {
        var table = CSVTable(columns: cells.indices.map { "c\($0)" }, format: format)
        table.append(cells)
        return String(decoding: table.bytes, as: UTF8.self).split(separator: "\r\n").dropFirst().joined(separator: "/")
    }

    @Test(
        "A cell that a spreadsheet would run gets an apostrophe before it",
        arguments: [
            ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"), ("|cmd", "'|cmd"),
            ("%x", "'%x"), (" =1", "'=1"), ("\u{A0}\u{200B}=1", "'\u{200B}=1"), ("\u{FEFF}=1", "'=1"), ("\t=1", "'=1"),
            ("＝1", "'＝1"), ("＠x", "'＠x"), ("-3.5", "'-3.5"), ("a=1", "a=1"), ("", ""), ("'=1", "'=1"),
        ])
    func guards(text: String, expected: String) {
        #expect(written([.text(text)]) == expected)
    }

    @Test("A raw table leaves cells as they are")
    func raw() {
        #expect(written([.text("=1+1")], format: CSVFormat(raw: true)) == "=1+1")
    }

    @Test(
        "Cells with quotes or the delimiter are quoted, and line breaks become spaces",
        arguments: [
            ("say \"hi\"", "\"say \"\"hi\"\"\""), ("a,b", "\"a,b\""),
            ("two\r\nlines\nand\u{2028}three", "two lines and three"),
            ("a;b", "a;b"), ("bell\u{7}nul\u{0}fffd\u{FFFD}c1\u{90}", "bellnulfffdc1"),
        ])
    func quotes(text: String, expected: String) {
        #expect(written([.text(text)]) == expected)
    }

    @Test("The delimiter of the settings parts and quotes the cells")
    func delimiters() {
        #expect(written([.text("a;b"), .count(1)], format: CSVFormat(delimiter: .semicolon)) == "\"a;b\";1")
        #expect(written([.text("a,b"), .count(1)], format: CSVFormat(delimiter: .tab)) == "a,b\t1")
    }

    @Test(
        "A number is written with a point, at most two decimals, and no apostrophe",
        arguments: [
            (-3.5, "-3.5"), (0.0, "0"), (2.0, "2"), (0.125, "0.13"), (-0.05, "-0.05"), (9.999, "10"), (.nan, ""),
            (1e300, ""),
            (-0.001, "0"),
        ] as [(Double, String)])
    func numbers(value: Double, expected: String) {
        #expect(written([.number(value)]) == expected)
    }

    @Test("A list is joined by bars, without empty members, and its members keep no bar")
    func lists() {
        #expect(written([.list(["a", "", " ", "b|c"])]) == "a|b/c")
        #expect(written([.list([])]) == "")
        #expect(written([.claim(true), .claim(false)]) == "yes,no")
    }

    @Test("No cell is longer than a spreadsheet's", arguments: ["a", "é", "😀", "word "])
    func longCells(unit: String) throws {
        let cell = written([.text("=" + String(repeating: unit, count: 60_000))])
        #expect(cell.utf16.count <= 32_767)
        #expect(cell.utf16.count > 16_000)
        #expect(cell.hasSuffix("…"))
    }

    @Test("A byte order mark is written when it is asked for")
    func bom() {
        #expect(CSVTable(columns: ["a"], format: CSVFormat(bom: true)).bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
        #expect(CSVTable(columns: ["a"], format: CSVFormat()).bytes == Array("a\r\n".utf8))
    }
}
