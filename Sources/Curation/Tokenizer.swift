internal import Notation

/// Cuts UTF-8 into words and marks in one pass, folding each word on the way.
///
/// `U.S.` is one word ("us", upper case); a hyphen joins two words; `'s` is a word of its own; an apostrophe elsewhere
/// belongs to its word, and where the lexicon does not know the whole, to its Turkish stem or French remainder.
struct Tokenizer {
    /// The most tokens that are read of a text: a news article has 300 to 3,000, and a page of more tells what it is
    /// about before.
    static let limit = 30_000

    let vocabulary: Vocabulary
    private var folded: [UInt8] = []

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// Returns the first tokens of a text, at most ``limit``.
    mutating func tokens(of text: String) -> [Token] {
        var text = text
        var result: [Token] = []
        text.withUTF8 { result = tokens(of: $0) }
        return result
    }

    private mutating func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(min(bytes.count / 5 + 8, Self.limit))
        var scan = Scan(bytes: bytes)
        while scan.index < bytes.count, tokens.count < Self.limit {
            let byte = bytes[scan.index]
            if Self.isASCIIWord(byte) || (byte >= 0x80 && TextFolding.isWord(scan.scalar().value)) {
                tokens.append(word(&scan, after: tokens.last))
            } else if let mark = mark(&scan) {
                tokens.append(mark)
            }
        }
        return tokens
    }

    private mutating func word(_ scan: inout Scan, after previous: Token?) -> Token {
        let start = scan.index
        let scalarStart = scan.scalars
        folded.removeAll(keepingCapacity: true)
        var uppers = 0
        var lowers = 0
        var digits = 0
        var isFirstUpper = false
        var apostrophe = -1
        var isRestUpper = false
        var (uppersBefore, lowersBefore) = (0, 0)
        var isPossessive = false
        loop: while scan.index < scan.bytes.count {
            let byte = scan.bytes[scan.index]
            switch byte {
            case 0x61...0x7A:
                folded.append(byte)
                lowers += 1
                scan.advance()
            case 0x41...0x5A:
                if folded.count == apostrophe { isRestUpper = true }
                folded.append(byte | 0x20)
                if uppers + lowers == 0 { isFirstUpper = true }
                uppers += 1
                scan.advance()
            case 0x30...0x39:
                folded.append(byte)
                digits += 1
                scan.advance()
            case 0x2E:  // U.S., U.N., D.C.: single letters with stops between
                guard folded.count == 1 || Self.isInitials(scan, from: start), uppers > 0, lowers == 0,
                    let next = scan.byte(1), (0x41...0x5A).contains(next) || Self.isInitials(scan, from: start)
                else { break loop }
                guard let next = scan.byte(1), (0x41...0x5A).contains(next) else {
                    scan.advance()
                    break loop
                }
                let after = scan.byte(2) ?? 0
                guard after == 0x2E || Self.isInitials(scan, from: start) || !Self.isASCIIWord(after) else {
                    break loop
                }
                scan.advance()
            case 0x27:
                guard Self.isWordAhead(scan, 1), !folded.isEmpty else { break loop }
                if isPossessiveAhead(scan, 1) {
                    break loop
                }
                apostrophe = folded.count
                (uppersBefore, lowersBefore) = (uppers, lowers)
                scan.advance()
            default:
                guard byte >= 0x80 else { break loop }
                let (scalar, length) = scan.scalar()
                if Self.isApostrophe(scalar) {
                    guard Self.isWordAhead(scan, length), !folded.isEmpty, !isPossessiveAhead(scan, length) else {
                        break loop
                    }
                    apostrophe = folded.count
                    (uppersBefore, lowersBefore) = (uppers, lowers)
                    scan.advance(length)
                    continue
                }
                guard TextFolding.isWord(scalar) else { break loop }
                if TextFolding.isUppercase(scalar) {
                    if folded.count == apostrophe { isRestUpper = true }
                    if uppers + lowers == 0 { isFirstUpper = true }
                    uppers += 1
                } else if TextFolding.isLowercase(scalar) {
                    lowers += 1
                }
                TextFolding.append(scalar, to: &folded)
                scan.advance(length)
            }
        }
        if scan.index == start { scan.advance(max(1, scan.scalar().length)) }
        if previous?.end == Int32(start) - 1, let last = previous, last.isWord, folded == [0x73], start > 0 {
            isPossessive = Self.endsWithApostrophe(scan.bytes, start)
        }
        if !isPossessive, folded == [0x73], start >= 3, Self.endsWithApostrophe(scan.bytes, start) {
            isPossessive = true
        }
        let (number, isRest) = isPossessive ? (-1, false) : number(apostrophe: apostrophe)
        if isRest {
            // "l'Érythrée", "d'ONU": the name decides, not the article before it.
            (uppers, lowers, isFirstUpper) = (uppers - uppersBefore, lowers - lowersBefore, isRestUpper)
        }
        let shape: Token.Shape =
            uppers + lowers == 0
            ? .uncased
            : (uppers > 0 && lowers == 0 && uppers + digits > 1 ? .upper : (isFirstUpper ? .capital : .lower))
        let isJoined =
            start > 0 && scan.bytes[start - 1] == 0x2D && previous?.isWord == true && previous?.end == Int32(start) - 1
        if folded.count <= 4, uppers > 0, scan.byte(0) == 0x2E, Self.abbreviations.contains(folded) { scan.advance() }
        return Token(
            kind: folded.isEmpty ? .other : (digits > 0 && uppers + lowers == 0 ? .number : .word), shape: shape,
            isJoined: isJoined,
            isPossessive: isPossessive, start: Int32(start), end: Int32(scan.index), scalarStart: Int32(scalarStart),
            scalarEnd: Int32(scan.scalars), word: number,
            hash: Vocabulary.hash(folded))
    }

    /// The number of the word, and whether it is that of what follows its apostrophe.
    private func number(apostrophe: Int) -> (number: Int32, isRest: Bool) {
        let whole = vocabulary.number(Vocabulary.hash(folded))
        if whole >= 0 { return (whole, false) }
        if apostrophe > 0 {
            if apostrophe > 2 {
                let stem = vocabulary.number(Vocabulary.hash(folded[..<apostrophe]))
                if stem >= 0 { return (stem, false) }
            }
            let rest = vocabulary.number(Vocabulary.hash(folded[apostrophe...]))
            return (rest, rest >= 0)
        }
        guard folded.count > 6, folded[0] == 0xD9 || folded[0] == 0xD8 else { return (-1, false) }
        return (withoutArabicPrefix(), false)
    }

    /// Arabic writes "and", "so", "in", "to", "as" and the article at the front of the word.
    private func withoutArabicPrefix() -> Int32 {
        let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]
        var rest = folded[...]
        for _ in 0..<2 {
            let prefixes: [[UInt8]] = [[0xD9, 0x88], [0xD9, 0x81], [0xD8, 0xA8], [0xD9, 0x84], [0xD9, 0x83]]
            guard rest.count > 6, prefixes.contains(Array(rest.prefix(2))) else { break }
            rest = rest.dropFirst(2)
            for candidate in [Array(rest), article + rest]
                + (rest.starts(with: [0xD9, 0x84]) ? [article + rest.dropFirst(2)] : [])
            {
                let number = vocabulary.number(Vocabulary.hash(candidate))
                if number >= 0 { return number }
            }
        }
        guard rest.starts(with: article) else { return -1 }
        return vocabulary.number(Vocabulary.hash(rest.dropFirst(4)))
    }

    private mutating func mark(_ scan: inout Scan) -> Token? {
        let (scalar, length) = scan.scalar()
        let start = scan.index
        let scalarStart = scan.scalars
        let kind: Token.Kind
        switch scalar {
        case " ", "\t", "\r", "\u{A0}", "\u{200B}", "\u{FEFF}":
            scan.advance(length)
            return nil
        case "\n", "\u{2028}", "\u{2029}", "\u{85}": kind = .lineEnd
        case ",", "،": kind = .comma
        case ":": kind = .colon
        case ";", "؛": kind = .semicolon
        case ".", "!", "?", "…", "؟", "。": kind = .stop
        case "\"", "＂": kind = .quote
        case "“", "„", "«": kind = .openQuote
        case "”", "»": kind = .closeQuote
        case "(", "[": kind = .openParenthesis
        case ")", "]": kind = .closeParenthesis
        case "—", "–", "―": kind = .dash
        case "/": kind = .slash
        case "-":
            let before = start > 0 ? scan.bytes[start - 1] : 0x20
            let after = scan.byte(1) ?? 0x20
            if !Self.isSpace(before) && !Self.isSpace(after) {
                scan.advance()
                return nil
            }
            kind = .dash
        case "'", "’", "‘":
            scan.advance(length)
            return nil
        default: kind = .other
        }
        scan.advance(length)
        return Token(
            kind: kind, shape: .uncased, isJoined: false, isPossessive: false, start: Int32(start),
            end: Int32(scan.index),
            scalarStart: Int32(scalarStart), scalarEnd: Int32(scan.scalars), word: -1)
    }

    // MARK: Bytes

    /// A place in the bytes, counted in scalars too.
    private struct Scan {
        let bytes: UnsafeBufferPointer<UInt8>
        var index = 0
        var scalars = 0

        func byte(_ ahead: Int) -> UInt8? { index + ahead < bytes.count ? bytes[index + ahead] : nil }

        mutating func advance(_ length: Int = 1) {
            index += length
            scalars += 1
        }

        /// The scalar here; a Swift string's UTF-8 is always well formed.
        func scalar(_ ahead: Int = 0) -> (value: Unicode.Scalar, length: Int) {
            let place = index + ahead
            guard place < bytes.count else { return ("\u{FFFD}", 1) }
            let first = UInt32(bytes[place])
            func low(_ offset: Int) -> UInt32 {
                place + offset < bytes.count ? UInt32(bytes[place + offset] & 0x3F) : 0
            }
            let value: UInt32
            let length: Int
            switch first {
            case ..<0x80: (value, length) = (first, 1)
            case ..<0xE0: (value, length) = ((first & 0x1F) << 6 | low(1), 2)
            case ..<0xF0: (value, length) = ((first & 0x0F) << 12 | low(1) << 6 | low(2), 3)
            default: (value, length) = ((first & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4)
            }
            return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
        }
    }

    private static func isASCIIWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0xA0
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "’" || scalar == "ʼ" || scalar == "‘"
    }

    private static func isWordAhead(_ scan: Scan, _ ahead: Int) -> Bool {
        scan.index + ahead < scan.bytes.count && TextFolding.isWord(scan.scalar(ahead).value)
    }

    private func isPossessiveAhead(_ scan: Scan, _ ahead: Int) -> Bool {
        guard scan.byte(ahead).map({ $0 | 0x20 }) == 0x73 else { return false }
        return !Self.isWordAhead(scan, ahead + 1)
    }

    private static func endsWithApostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        if bytes[end - 1] == 0x27 { return true }
        return end >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 && bytes[end - 1] | 1 == 0x99
    }

    /// Whether what was read since `start` is single letters parted by stops.
    private static func isInitials(_ scan: Scan, from start: Int) -> Bool {
        let length = scan.index - start
        guard length >= 3, length % 2 == 1 else { return false }
        for offset in 0..<length where (scan.bytes[start + offset] == 0x2E) != (offset % 2 == 1) { return false }
        return true
    }

    /// Words whose stop does not end a sentence.
    private static let abbreviations: Set<[UInt8]> = Set(
        "mr mrs ms dr st gen sen rep gov lt col maj capt sgt adm prof rev hon jr sr vs no jan feb aug sept sep oct nov dec inc ltd co"
            .split(separator: " ").map { Array($0.utf8) })
}
