internal import Notation

/// The words and pairs of neighbouring words of headline and opening, with each name replaced by what it stands as, so that
/// no state weighs by itself.
struct WordPairs {
    let lexicon: LexiconTables
    let title: Reading
    let body: Reading

    /// How many tokens of the body count: relevance, type and modality are told by the beginning.
    static let window = 80

    /// A word, or what a name stands as.
    private struct Unit {
        var hash: UInt64
        /// Where the word stands in the text; nil for a name.
        var token: Int?
        var name: String
    }

    /// Calls a closure with the key of each word and pair, once each; those of the headline count for themselves too.
    func forEachKey(_ body: (UInt64) -> Void) {
        var seen = Set<UInt64>(minimumCapacity: 256)
        forEach { place, first, second, _ in
            let key = Self.key(place, first.hash, second?.hash)
            if seen.insert(key).inserted { body(key) }
        }
    }

    /// The names by which the file knows the words and pairs.
    func names() -> [String] {
        var names: [String] = []
        var seen = Set<String>()
        forEach { place, first, second, reading in
            let words = [first, second].compactMap { $0 }.map { unit in
                unit.token.map { folded(reading.text($0..<($0 + 1))) } ?? unit.name
            }
            let name = String(UnicodeScalar(place)) + ":" + words.joined(separator: " ")
            if seen.insert(name).inserted { names.append(name) }
        }
        return names
    }

    /// A word as the tokenizer folds it: "won't" is `wont`, "U.N." is `un`.
    private func folded(_ word: String) -> String { TextFolding.folded(word).filter { !"'’.".contains($0) } }

    private func forEach(_ call: (_ place: UInt8, _ first: Unit, _ second: Unit?, _ reading: Reading) -> Void) {
        for (reading, places) in [(title, [Self.anywhere, Self.headline]), (body, [Self.anywhere])] {
            var last: Unit?
            for unit in units(of: reading) {
                for place in places {
                    call(place, unit, nil, reading)
                    if let last { call(place, last, unit, reading) }
                }
                last = unit
            }
        }
    }

    private static let anywhere = UInt8(ascii: "w")
    private static let headline = UInt8(ascii: "t")

    private func units(of reading: Reading) -> [Unit] {
        var units: [Unit] = []
        var index = 0
        let end = reading.isTitle ? reading.tokens.count : min(reading.tokens.count, Self.window)
        while index < end {
            if reading.mentionAt[index] >= 0 {
                let mention = reading.mentions[reading.mentionAt[index]]
                units.append(Self.named("@" + mention.standing(in: lexicon)))
                index = max(mention.last, index) + 1
                continue
            }
            let token = reading.tokens[index]
            switch token.kind {
            case .word where token.end > token.start: units.append(Unit(hash: token.hash, token: index, name: ""))
            case .number: units.append(Self.named("@number"))
            case .openQuote, .quote: units.append(Self.named("\""))
            case .colon: units.append(Self.named(":"))
            case .stop where reading.bytes[Int(token.start)] == UInt8(ascii: "?"): units.append(Self.named("?"))
            default: break
            }
            index += 1
        }
        return units
    }

    private static func named(_ name: String) -> Unit { Unit(hash: Vocabulary.hash(name.utf8), token: nil, name: name) }

    // MARK: Keys

    private static func key(_ place: UInt8, _ first: UInt64, _ second: UInt64?) -> UInt64 {
        var key = mix(Vocabulary.hashSeed, UInt64(place))
        key = mix(key, first)
        if let second { key = mix(key, second) }
        return key
    }

    private static func mix(_ key: UInt64, _ part: UInt64) -> UInt64 {
        let value = (key ^ part) &* 0x9E37_79B9_7F4A_7C15
        return value ^ (value >> 29)
    }

    /// The key of a feature by its name: `w:halt talks` for words, `title-asks` for a rule's.
    static func key(ofName name: some StringProtocol) -> UInt64 {
        let bytes = name.utf8
        guard let place = bytes.first, bytes.dropFirst().first == UInt8(ascii: ":") else {
            return Vocabulary.hash(bytes)
        }
        let words = bytes.dropFirst(2).split(separator: UInt8(ascii: " "), maxSplits: 1).map { Vocabulary.hash($0) }
        guard let first = words.first else { return Vocabulary.hash(bytes) }
        return key(place, first, words.count > 1 ? words[1] : nil)
    }
}

extension Mention {
    /// What the mention stands as: who acts, whose something is, what only qualifies a noun, where something is.
    func standing(in lexicon: LexiconTables) -> String {
        if person >= 0 { return isPossessive ? "person-of" : "person" }
        if office >= 0 {
            switch lexicon.offices[Int(office)].rank {
            case .leader, .minister, .envoy: return "office"
            case .official: return "official"
            case .body: return "body"
            case .military: return "forces"
            case .lawmaker: return "lawmaker"
            }
        }
        guard entity >= 0 else { return "name" }
        switch lexicon.entities[Int(entity)].kind {
        case .organisation: return isStrong ? "organisation" : "adjective"
        case .movement: return "movement"
        case .place: return "place"
        case .other: return "name"
        case .adjective: return "adjective"
        case .person: return "person"
        case .country, .capital, .government:
            if isPlace { return "place" }
            return isPossessive ? "state-of" : isStrong ? "state" : "adjective"
        }
    }
}
