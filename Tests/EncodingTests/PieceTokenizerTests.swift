import Testing

@testable import Encoding

@Suite("Pieces of a text")
struct PieceTokenizerTests {
    /// Pieces with scores; the first three are those around a text and the unknown one.
    static let pieces: [(String, Float)] = [
        ("<s>", 0), ("</s>", 0), ("<unk>", 0), ("▁", -3), ("a", -4), ("b", -4), ("c", -4), ("ab", -5), ("bc", -5),
        ("▁a", -5), ("▁Rat", -6), ("haus", -6), ("▁über", -6), ("ü", -7), ("وزير", -5), ("▁ال", -4), ("外相", -6),
        ("会談", -6), ("外", -7), ("x", -4), ("xx", -8), ("xxx", -12), ("2", -5), ("⁄", -5), ("1", -5), (":", -2),
        ("▁q", -3), ("t", -6), ("s", -6),
    ]
    static let map: [(Character, String)] = [
        ("\t", " "), ("\u{1}", ""), ("\u{A0}", " "), ("½", "1⁄2"), ("Ａ", "a"), ("ﷺ", " ab "),
    ]

    static func tokenizer(prefix: String = "") throws -> PieceTokenizer {
        let texts = pieces.map { Array($0.0.utf8) }
        let offsets = texts.reduce(into: [UInt32(0)]) { $0.append(($0.last ?? 0) + UInt32($1.count)) }
        let entries = map.sorted { $0.0.unicodeScalars.first?.value ?? 0 < $1.0.unicodeScalars.first?.value ?? 0 }
            .flatMap { from, to in
                from.unicodeScalars.flatMap { bytes(of: $0.value) } + [UInt8(to.unicodeScalars.count)]
                    + to.unicodeScalars.flatMap { bytes(of: $0.value) }
            }
        return PieceTokenizer(
            table: try #require(
                PieceTable(
                    offsets: offsets, bytes: Array(texts.joined()), scores: pieces.map(\.1), hidden: [0, 1, 2])),
            map: try #require(CharacterMap(entries)), prefix: prefix, unknown: 2, unknownScore: -25)
    }

    /// The pieces with what they came from: `piece=source`, parted by `|`.
    static func shown(_ text: String, prefix: String = "", limit: Int = 100) throws -> String {
        let utf8 = Array(text.utf8)
        return try tokenizer(prefix: prefix).tokens(of: text, limit: limit).map { token in
            let source = token.source.map { String(decoding: utf8[$0], as: UTF8.self) } ?? "-"
            return "\(pieces[Int(token.number)].0)=\(source)"
        }.joined(separator: "|")
    }

    @Test(
        "The best parting, with the bytes that each piece came from",
        arguments: [
            ("", "▁=-"),
            ("a", "▁a=a"),
            // Runs of spaces are one; it belongs to the piece after it.
            ("ab  a ", "▁=-|ab=ab|▁a=  a|▁= "),
            ("  a", "▁a=  a"),
            ("b\t \u{A0}a", "▁=-|b=b|▁a=\t \u{A0}a"),
            // Of equal sums the one that was reached first: its last piece is longer.
            ("babc", "▁=-|b=b|a=a|bc=bc"),
            ("bxx", "▁=-|b=b|xx=xx"),
            ("bxxx", "▁=-|b=b|xxx=xxx"),
            // Characters without a piece, neighbours joined.
            ("a??b", "▁a=a|<unk>=??|b=b"),
            ("?", "▁=-|<unk>=?"),
            ("🇩🇪a", "▁=-|<unk>=🇩🇪|a=a"),
            // Mapped characters keep their place; those that vanish belong to nobody.
            ("½", "▁=-|1=½|⁄=½|2=½"),
            ("a\u{1}c", "▁a=a|c=c"),
            ("a\u{1}b", "▁=-|ab=a\u{1}b"),
            ("bＡb", "▁=-|b=b|ab=Ａb"),
            ("cﷺc", "▁=-|c=c|▁=ﷺ|ab=ﷺ|▁=ﷺ|c=c"),
            // Words of other scripts.
            ("Rathaus über", "▁Rat=Rat|haus=haus|▁über= über"),
            ("الوزير", "▁ال=ال|وزير=وزير"),
            ("外相会談", "▁=-|外相=外相|会談=会談"),
            ("外外相", "▁=-|外=外|外相=外相"),
            // A text cannot write the pieces that stand around it.
            ("</s>", "▁=-|<unk>=</|s=s|<unk>=>"),
        ])
    func partings(text: String, expected: String) throws {
        #expect(try Self.shown(text) == expected)
    }

    @Test(
        "A prefix is read with the text but is no part of it",
        arguments: [("a", "▁q=-|:=-|▁a=a"), ("  a", "▁q=-|:=-|▁a=  a"), ("ac", "▁q=-|:=-|▁a=a|c=c")])
    func prefix(text: String, expected: String) throws {
        #expect(try Self.shown(text, prefix: "q: ") == expected)
    }

    @Test("No more tokens than asked for are read, however long the text is")
    func limits() throws {
        #expect(try Self.shown("a c c c c", limit: 3) == "▁a=a|▁= |c=c")
        #expect(try Self.shown("a ????????", limit: 3) == "▁a=a|▁= |<unk>=????????")
        let long = String(repeating: "ab c ", count: 200_000)
        #expect(
            try Self.tokenizer().tokens(of: long, limit: 5)
                == Self.tokenizer().tokens(of: String(long.prefix(50)), limit: 5))
    }

    @Test("The encoder reads the first positions - 1 tokens and the closing one")
    func cut() throws {
        let encoder = try TinyModel(positions: 8).encoder()
        let short = encoder.encode("c c")
        let long = encoder.encode("c c c c c c c c")
        #expect(short.numbers.count == 6)
        #expect(long.numbers.count == 8)
        #expect(long.numbers.prefix(5) == short.numbers.prefix(5))
        #expect(long.numbers.first == 0 && long.numbers.last == 2)
        #expect(long.tokens.first == .some(nil) && long.tokens.last == .some(nil))
    }

    @Test(
        "Tables that do not fit are none",
        arguments: [
            ([0, 1], [97, 98], [0]), ([1, 2], [97, 98], [0]), ([0, 2, 1, 2], [97, 98], [0, 0, 0]),
            ([0, 2], [97, 98], [.nan]), ([0, 2], [97, 98], [0, 0]), ([0, 900], [97, 98], [0]),
        ] as [([UInt32], [UInt8], [Float])])
    func badTables(offsets: [UInt32], bytes: [UInt8], scores: [Float]) {
        #expect(PieceTable(offsets: offsets, bytes: bytes, scores: scores, hidden: []) == nil)
    }

    @Test(
        "Maps with an entry that is cut, out of order or no code point are none",
        arguments: [
            [9, 0, 0], [9, 0, 0, 0], [9, 0, 0, 0, 1, 32], [9, 0, 0, 0, 2, 32, 0, 0, 0],
            [9, 0, 0, 0, 0, 8, 0, 0, 0, 0], [9, 0, 0, 0, 0, 9, 0, 0, 0, 0], [9, 0, 0, 0, 1, 0, 0xD8, 0, 0],
        ] as [[UInt8]])
    func badMaps(table: [UInt8]) {
        #expect(CharacterMap(table) == nil)
    }
}
