/// Reads a date from its numbers, words and signs, in whatever order they stand.
struct DateWords {
    private enum Token {
        case number(value: Int, digits: Int)
        case word(String)
        case sign(UInt8)
    }

    private var tokens: [Token] = []
    /// Whether white space stood before a token.
    private var isSpaced: [Bool] = []
    var parts = DateParts()
    /// The numbers that are neither time nor zone, as indices of tokens.
    var numbers: [Int] = []
    private var isAfternoon: Bool?
    private var failed = false
    /// Whether the month came before any number.
    private var monthIsLeading = false

    init(_ text: ArraySlice<UInt8>) {
        tokenize(text)
    }

    /// Returns the parts, or nil when there is a word that nobody knows or a number too many.
    mutating func read() -> DateParts? {
        var index = 0
        while index < tokens.count, !failed {
            switch tokens[index] {
            case .number: index = readNumber(index)
            case .word: index = readWord(index)
            case .sign(let byte): index = readSign(byte, index)
            }
        }
        guard !failed, assignNumbers() else { return nil }
        if let isAfternoon, let hour = parts.hour {
            guard (1...12).contains(hour) || (hour == 0 && !isAfternoon) || (hour > 12 && isAfternoon) else {
                return nil
            }
            parts.hour = isAfternoon ? (hour < 12 ? hour + 12 : hour) : hour % 12
        }
        return parts
    }

    // MARK: Tokens

    private mutating func tokenize(_ text: ArraySlice<UInt8>) {
        var spaced = false
        var word = ""
        func flush(_ words: inout DateWords) {
            guard !word.isEmpty else { return }
            words.append(.word(word), spaced)
            word = ""
            spaced = false
        }
        for character in String(decoding: text, as: UTF8.self).lowercased().unicodeScalars {
            if let digit = Self.digit(character) {
                flush(&self)
                if !spaced, case .number(let value, let digits)? = tokens.last {
                    tokens[tokens.count - 1] = .number(
                        value: min(value, 1_000_000_000) * 10 + digit, digits: digits + 1)
                } else {
                    append(.number(value: digit, digits: 1), spaced)
                }
                spaced = false
            } else if Self.isIdeograph(character) {
                flush(&self)
                append(.word(String(character)), spaced)
                spaced = false
            } else if Self.isLetter(character) {
                word.unicodeScalars.append(character)
            } else {
                flush(&self)
                if character.properties.isWhitespace || Self.isIgnorable(character) {
                    spaced = true
                } else {
                    append(.sign(character.isASCII ? UInt8(character.value) : Self.ascii(character)), spaced)
                    spaced = false
                }
            }
        }
        flush(&self)
    }

    private mutating func append(_ token: Token, _ spaced: Bool) {
        tokens.append(token)
        isSpaced.append(spaced)
    }

    private static func digit(_ character: Unicode.Scalar) -> Int? {
        switch character.value {
        case 0x30...0x39: Int(character.value - 0x30)
        case 0x660...0x669: Int(character.value - 0x660)  // Arabic
        case 0x6F0...0x6F9: Int(character.value - 0x6F0)  // Persian
        case 0xFF10...0xFF19: Int(character.value - 0xFF10)  // full width
        default: nil
        }
    }

    private static func isLetter(_ character: Unicode.Scalar) -> Bool {
        character.isASCII
            ? (0x61...0x7A).contains(character.value)
            : character.properties.isAlphabetic || character.properties.generalCategory == .nonspacingMark
    }

    private static func isIdeograph(_ character: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(character.value) }

    /// Direction marks, joiners and the byte order mark.
    private static func isIgnorable(_ character: Unicode.Scalar) -> Bool {
        character.properties.generalCategory == .format
    }

    /// Dashes, full-width colons and the Arabic comma as their ASCII kin; anything else as a comma, which says nothing.
    private static func ascii(_ character: Unicode.Scalar) -> UInt8 {
        switch character.value {
        case 0x2010...0x2012, 0x2212: UInt8(ascii: "-")
        case 0xFF1A: UInt8(ascii: ":")
        case 0xFF0F: UInt8(ascii: "/")
        case 0xFF08: UInt8(ascii: "(")
        case 0xFF09: UInt8(ascii: ")")
        default: UInt8(ascii: ",")
        }
    }

    func sign(_ index: Int) -> UInt8? {
        guard index < tokens.count, case .sign(let byte) = tokens[index] else { return nil }
        return byte
    }

    func number(_ index: Int) -> (value: Int, digits: Int)? {
        guard tokens.indices.contains(index), case .number(let value, let digits) = tokens[index] else { return nil }
        return (value, digits)
    }

    func word(_ index: Int) -> String? {
        guard index < tokens.count, case .word(let word) = tokens[index] else { return nil }
        return word
    }

    // MARK: Numbers and times

    private mutating func readNumber(_ index: Int) -> Int {
        guard let number = number(index) else { return index + 1 }
        if parts.hour == nil, number.digits <= 2 {
            if sign(index + 1) == UInt8(ascii: ":"), let minute = self.number(index + 2), minute.digits <= 2 {
                return readClock(index)
            }
            if word(index + 1) == "h", let minute = self.number(index + 2), minute.digits == 2 {  // 12h30
                (parts.hour, parts.minute) = (number.value, minute.value)
                return index + 3
            }
        }
        if let word = word(index + 1), let unit = DateUnit(word) { return readUnit(unit, number.value, index) }
        if parts.hour == nil, number.digits <= 2, let word = word(index + 1), let half = Self.halves[word] {  // 3 pm
            (parts.hour, isAfternoon) = (number.value, half)
            return index + 2
        }
        numbers.append(index)
        return index + 1
    }

    /// `hh:mm`, `hh:mm:ss`, `hh:mm:ss.fff`.
    private mutating func readClock(_ index: Int) -> Int {
        parts.hour = number(index)?.value
        parts.minute = number(index + 2)?.value ?? 0
        var next = index + 3
        if sign(next) == UInt8(ascii: ":"), let second = number(next + 1) {
            parts.second = second.value
            next += 2
            // Some write the fraction after a comma or a fourth colon.
            if let mark = sign(next),
                mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") || mark == UInt8(ascii: ":"),
                number(next + 1) != nil, !isSpaced[next + 1]
            {
                next += 2
            }
        }
        return next
    }

    private mutating func readUnit(_ unit: DateUnit, _ value: Int, _ index: Int) -> Int {
        switch unit {
        case .year: parts.year = value
        case .month: parts.month = value
        case .day: parts.day = value
        case .hour: parts.hour = value
        case .minute: parts.minute = value
        case .second: parts.second = value
        }
        if word(index + 1) == "년" || word(index + 1) == "월" { parts.impliedOffset = 9 * 3600 }  // Korea has one zone.
        return index + 2
    }

    // MARK: Signs and zones

    private mutating func readSign(_ byte: UInt8, _ index: Int) -> Int {
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            // After the time, a sign that touches a number is a zone; before it, a separator.
            if parts.hour != nil, parts.offset == nil || parts.offset == 0, let next = zoneOffset(index) { return next }
            return index + 1
        case UInt8(ascii: "("):  // RFC 822 comment, or a weekday.
            var end = index + 1
            while end < tokens.count, sign(end) != UInt8(ascii: ")") { end += 1 }
            return end + 1
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "$"),
            UInt8(ascii: "@"):
            failed = true
            return index
        default: return index + 1
        }
    }

    /// Reads `+0100`, `-5:00`, `+01`; nil when the sign at `index` starts no zone.
    private mutating func zoneOffset(_ index: Int) -> Int? {
        guard let sign = sign(index), let hours = number(index + 1), !isSpaced[index + 1], hours.digits <= 4 else {
            return nil
        }
        var minutes = hours.digits <= 2 ? hours.value * 60 : hours.value / 100 * 60 + hours.value % 100
        var next = index + 2
        if hours.digits <= 2, self.sign(next) == UInt8(ascii: ":"), let rest = number(next + 1) {
            minutes += rest.value
            next += 2
        }
        parts.offset = minutes * (sign == UInt8(ascii: "-") ? -60 : 60)
        return next
    }

    // MARK: Words

    private mutating func readWord(_ index: Int) -> Int {
        guard let word = word(index) else { return index + 1 }
        let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
        if let next = self.word(index + 1), let month = MonthNames.month(of: "\(bare) \(next)") {
            set(month)
            return index + 2
        }
        if let month = MonthNames.month(of: bare) {
            set(month)
            return index + 1
        }
        if let next = readIdeographs(index) { return next }
        if let half = halfOfDay(index) {
            isAfternoon = half.isAfternoon
            return half.next
        }
        if bare == "etc", sign(index + 1) == UInt8(ascii: "/") { return index + 2 }
        if parts.hour != nil, let offset = ZoneNames.offset(of: bare) {
            parts.offset = parts.offset ?? offset
            return index + 1
        }
        // A word before the date is a weekday in some language, or a label; after the time, a zone that nobody knows,
        // which RFC 2822 section 4.3 takes for UTC. Anywhere else it might be a month.
        let isLeading = numbers.isEmpty && parts.hour == nil
        if isLeading || parts.hour != nil || MonthNames.fillers.contains(bare) { return index + 1 }
        failed = true
        return index
    }

    private mutating func set(_ month: MonthNames.Month) {
        // "mar" is also a Tuesday: before the day, where another month follows it.
        let isLeading = numbers.isEmpty && parts.hour == nil && parts.day == nil
        guard parts.month == nil || (monthIsLeading && !isLeading) else {
            failed = parts.month != month.number
            return
        }
        monthIsLeading = isLeading
        parts.month = month.number
        parts.isSolarHijri = month.isSolarHijri
    }

    /// `五月`, `十二月`; the numerals of a weekday are no month.
    private mutating func readIdeographs(_ index: Int) -> Int? {
        guard let word = word(index), let first = Self.numerals[word] else {
            return word(index).flatMap { $0.unicodeScalars.first }.map(Self.isIdeograph) == true
                && halfOfDay(index) == nil ? index + 1 : nil
        }
        var (value, next) = (first, index + 1)
        if first == 10, let unit = self.word(next).flatMap({ Self.numerals[$0] }), unit < 3 {
            (value, next) = (10 + unit, next + 1)
        }
        guard self.word(next) == "月" else { return index + 1 }
        parts.month = value
        return next + 1
    }

    private static let numerals = [
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    ]

    private static let halves: [String: Bool] = [
        "am": false, "pm": true, "오전": false, "오후": true, "πμ": false, "μμ": true, "ص": false, "م": true,
        "صباحا": false, "مساء": true, "öö": false, "ös": true,
    ]

    private func halfOfDay(_ index: Int) -> (isAfternoon: Bool, next: Int)? {
        guard let word = word(index) else { return nil }
        if let half = Self.halves[word] { return (half, index + 1) }
        let next = self.word(index + 1)
        if word == "午" { return next == "前" ? (false, index + 2) : next == "後" ? (true, index + 2) : nil }
        if next == "午" { return word == "上" ? (false, index + 2) : word == "下" ? (true, index + 2) : nil }
        // a.m., p. m., ق.ظ
        guard sign(index + 1) == UInt8(ascii: "."), let second = self.word(index + 2) else { return nil }
        switch (word, second) {
        case ("a", "m"), ("π", "μ"), ("ق", "ظ"): return (false, index + 3)
        case ("p", "m"), ("μ", "μ"), ("ب", "ظ"): return (true, index + 3)
        default: return nil
        }
    }
}
