internal import Notation

/// The form in which texts are searched: letters folded, scripts without spaces parted into their characters.
///
/// FTS5's own folding ("ü" to "u") leaves letters such as "ı" and "ł" alone, and takes a run of Chinese for one word. Both
/// the index and the queries pass through here.
enum SearchText {
    /// Returns a text with its letters folded and its ideographs parted by spaces.
    static func folded(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            let isParted = isParted(scalar)
            if isParted { bytes.append(0x20) }
            TextFolding.append(scalar, to: &bytes)
            if isParted { bytes.append(0x20) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Names the folding: when it differs from the one an index was made with, the index is made anew, since rows are
    /// taken out of it by their folded text.
    static var version: String {
        var probe = String.UnicodeScalarView()
        for value in 0..<UInt32(0x2100) { if let scalar = Unicode.Scalar(value) { probe.append(scalar) } }
        return String(ContentHash.sha256(folded(String(probe)).utf8).prefix(16))
    }

    /// Returns the query in FTS5's language, or nil when no word is in it.
    ///
    /// Words are all to be found, `"two words"` in a row, `-word` not at all, `word*` as a beginning.
    static func query(_ written: String) -> String? {
        var wanted: [String] = []
        var unwanted: [String] = []
        for part in parts(of: folded(written)) {
            let isUnwanted = part.hasPrefix("-")
            let isBeginning = part.hasSuffix("*")
            let scalars = part.unicodeScalars.map { TextFolding.isWord($0) ? $0 : " " }
            let cleaned = String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
            if cleaned.isEmpty { continue }
            let phrase = "\"\(cleaned)\"" + (isBeginning ? "*" : "")
            if isUnwanted { unwanted.append(phrase) } else { wanted.append(phrase) }
        }
        if wanted.isEmpty { return nil }
        let conjunction = wanted.joined(separator: " AND ")
        return unwanted.isEmpty ? conjunction : "(\(conjunction)) NOT (\(unwanted.joined(separator: " OR ")))"
    }

    /// Splits at white space, except within quotation marks.
    private static func parts(of query: String) -> [String] {
        var parts: [String] = []
        for (index, piece) in query.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if index.isMultiple(of: 2) {
                parts += piece.split(whereSeparator: { $0.isWhitespace }).map(String.init)
            } else {
                parts.append(String(piece))
            }
        }
        return parts
    }

    /// Scripts that are written without spaces: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
    private static func isParted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3040...0x30FF, 0x0E00...0x0EFF,
            0x1780...0x17FF, 0x1000...0x109F:
            true
        default: false
        }
    }
}

/// What the search index holds of an article: of a dropped one the title only, which is most of what is dropped and little
/// of what is sought.
struct IndexedText: Sendable {
    let title: String
    let text: String

    init(title: String, text: String, decision: String) {
        self.title = SearchText.folded(title)
        self.text = decision == "dropped" ? "" : SearchText.folded(text)
    }
}
