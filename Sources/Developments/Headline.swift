internal import Foundation
internal import Notation

/// A source's headline as it may stand above a development: the outlet's own words, without its name.
public struct Headline: Hashable, Codable, Sendable {
    /// What kind of piece a headline announces.
    public enum Genre: String, CaseIterable, Hashable, Codable, Sendable {
        /// News told in a sentence.
        case news
        /// A question, or an answer to one ("Why …").
        case question
        /// A page that is added to through the day.
        case live
        /// Many things in one piece: a round-up, a briefing, a review of the press.
        case digest
        /// What somebody makes of the news: opinion, analysis, explanation.
        case opinion
    }

    /// The headline without the outlet's own name or domain, its section and "LIVE"; who says it and what genre it is stay.
    public var text: String
    /// What kind of piece it announces.
    public var genre: Genre

    /// Creates a headline.
    public init(_ text: String, genre: Genre = .news) {
        self.text = text
        self.genre = genre
    }

    /// Whether its article can be neither title nor source of an act.
    public var isBarred: Bool { genre == .digest || genre == .opinion }
}

/// Reads headlines: cuts what names their outlet, and tells what kind of piece they announce.
public struct HeadlineReader: Sendable {
    private var sections: Set<String> = []
    private var marks: Set<String> = []
    private var genres: [String: Headline.Genre] = [:]
    private var endings: [String: Headline.Genre] = [:]
    private var questionWords: Set<String> = []
    private var outlets = OutletTable()

    /// Knows no word: headlines stay as they are.
    public init() {}

    /// Reads the words that come with the program.
    ///
    /// - Parameter outlets: the outlets whose names are cut.
    /// - Returns: the reader.
    /// - Throws: `DataFilesMissing`, or an error of the disk, when the installation is not whole.
    public static func standard(_ outlets: OutletTable) throws -> HeadlineReader {
        let file = try DataFiles.folder(of: "Developments").appending(path: "headline-words.tsv")
        return HeadlineReader(table: try String(contentsOf: file, encoding: .utf8), outlets: outlets)
    }

    /// Reads rows of a kind and phrases parted by `|`; a phrase after `…` counts at the end of a label too.
    init(table: String, outlets: OutletTable) {
        self.outlets = outlets
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t", maxSplits: 1)
            guard cells.count == 2 else { continue }
            for phrase in cells[1].split(separator: "|").map(String.init) {
                switch cells[0] {
                case "section": sections.insert(phrase)
                case "mark": marks.insert(phrase)
                case "question": questionWords.insert(phrase)
                default:
                    guard let genre = Headline.Genre(rawValue: String(cells[0])) else { continue }
                    if phrase.hasPrefix("…") { endings[String(phrase.dropFirst())] = genre }
                    genres[phrase.replacing("…", with: "")] = genre
                }
            }
        }
    }

    /// Reads a headline.
    ///
    /// - Parameters:
    ///   - title: the headline as written.
    ///   - outlet: whose it is.
    ///   - name: what else the outlet is called, such as its feed's title.
    /// - Returns: what may be shown of it.
    public func read(_ title: String, of outlet: Outlet, called name: String = "") -> Headline {
        var names = outlets.names(of: outlet)
        if !name.isEmpty { names.insert(Self.key(name)) }
        var headline = Headline(title.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        // No outlet has longer ones; broken feeds do.
        guard headline.text.utf8.count <= Self.lengthLimit else { return headline }
        var isNameCut = false
        while cutEnd(of: &headline, names, &isNameCut) {}
        while cutStart(of: &headline, names) {}
        if headline.genre == .news { headline.genre = unlabelled(headline.text) }
        return headline
    }

    // MARK: The end

    /// Cuts a label behind the last dash or bar; false when there is nothing more to cut.
    private func cutEnd(of headline: inout Headline, _ names: Set<String>, _ isNameCut: inout Bool) -> Bool {
        let text = headline.text
        guard let place = Self.lastSeparator(of: text) else { return false }
        let (head, label) = (String(text[..<place.lowerBound]), String(text[place.upperBound...]))
        let isBar = text[place].contains("|") || text[place].contains("•") || text[place].contains("·")
        let key = Self.key(label)
        guard Self.isSentence(head) else {
            note(genre(of: key), in: &headline)
            return false
        }
        // Behind a dash a section may be who says it ("— Moscow"), but not before the outlet's own name.
        if names.contains(key) || sections.contains(key) && (isBar || isNameCut) {
            isNameCut = isNameCut || names.contains(key)
            headline.text = head
            return true
        }
        if let rest = withoutLive(label) {
            note(.live, in: &headline)
            let isLabel = rest.isEmpty || sections.contains(Self.key(rest))
            headline.text = isLabel ? head : head + text[place] + rest
            return isLabel
        }
        note(genre(of: key) ?? (isBar && Self.isPersonsName(label) ? .opinion : nil), in: &headline)
        return false
    }

    // MARK: The start

    /// Cuts a label before the first colon or bar; false when there is nothing more to cut.
    private func cutStart(of headline: inout Headline, _ names: Set<String>) -> Bool {
        let text = headline.text
        if let bracketed = Self.bracketed(text) { note(genre(of: Self.key(bracketed)), in: &headline) }
        guard let place = Self.firstSeparator(of: text) else { return false }
        let (label, rest) = (String(text[..<place.lowerBound]), String(text[place.upperBound...]))
        let key = Self.key(label)
        let isBar = text[place].contains("|")
        guard key.split(separator: " ").count <= Self.labelWords else { return false }
        if Self.isSentence(rest), names.contains(key) || isBar && sections.contains(key) {
            headline.text = rest
            return true
        }
        if let topic = withoutLive(label), Self.isSentence(rest) {
            note(.live, in: &headline)
            headline.text = topic.isEmpty || sections.contains(Self.key(topic)) ? rest : topic + text[place] + rest
            return topic.isEmpty
        }
        note(genre(of: key), in: &headline)
        return false
    }

    // MARK: Labels

    private func note(_ genre: Headline.Genre?, in headline: inout Headline) {
        guard let genre, headline.genre == .news || headline.genre == .live && genre != .question else { return }
        headline.genre = genre
    }

    private func genre(of key: String) -> Headline.Genre? {
        if let genre = genres[key] { return genre }
        let words = key.split(separator: " ")
        guard words.count <= Self.labelWords else { return nil }
        for count in stride(from: min(3, words.count - 1), to: 0, by: -1) {
            if let genre = endings[words.suffix(count).joined(separator: " ")] { return genre }
        }
        return nil
    }

    /// A label without "live" at its end, written as the outlet writes it; nil when it has none.
    private func withoutLive(_ label: String) -> String? {
        let words = label.split(separator: " ")
        guard words.count <= Self.labelWords, words.first?.lowercased() != "watch" else { return nil }
        for count in stride(from: min(3, words.count), to: 0, by: -1)
        where marks.contains(Self.key(words.suffix(count).joined(separator: " "))) {
            return words.dropLast(count).joined(separator: " ")
        }
        return nil
    }

    private func unlabelled(_ text: String) -> Headline.Genre {
        let end = text.last { !"\"'”’)»".contains($0) }
        let first = Self.key(text.split(separator: " ").first.map(String.init) ?? "")
        return end == "?" || end == "؟" || questionWords.contains(first) ? .question : .news
    }

    // MARK: Forms

    /// The bytes of a headline that is looked at, at most.
    private static let lengthLimit = 2_000

    /// The words that a label has at most.
    private static let labelWords = 5
    /// What is left of a headline has more words than a label.
    private static func isSentence(_ text: String) -> Bool { text.split(separator: " ").count >= 3 }

    private static func lastSeparator(of text: String) -> Range<String.Index>? {
        HeadlineAffix.separators.compactMap { text.range(of: $0, options: .backwards) }
            .max { $0.lowerBound < $1.lowerBound }
    }

    private static func firstSeparator(of text: String) -> Range<String.Index>? {
        ([": ", "：", "/ ", " / ", "-"].compactMap { text.range(of: $0) }.filter { range in
            // A hyphen parts only a label in capitals from its headline (EXPLAINER-Why), as agencies write it.
            text[range] != "-" || text[..<range.lowerBound].allSatisfy { $0.isUppercase || $0 == " " || $0.isNumber }
        } + capitals(of: text) + HeadlineAffix.separators.compactMap { text.range(of: $0) })
        .min { $0.lowerBound < $1.lowerBound }
    }

    /// The slash behind a word in capitals: `EXPLAINER/Why …`.
    private static func capitals(of text: String) -> [Range<String.Index>] {
        guard let slash = text.firstIndex(of: "/"), slash > text.startIndex,
            text[..<slash].allSatisfy({ $0.isUppercase || $0 == " " })
        else { return [] }
        return [slash..<text.index(after: slash)]
    }

    /// What stands in brackets at the beginning or the end.
    private static func bracketed(_ text: String) -> String? {
        for (open, close) in [("(", ")"), ("[", "]"), ("【", "】")] {
            if text.hasPrefix(open), let end = text.range(of: close) {
                return String(text[text.index(after: text.startIndex)..<end.lowerBound])
            }
            if text.hasSuffix(close), let start = text.range(of: open, options: .backwards) {
                return String(text[start.upperBound...].dropLast())
            }
        }
        return nil
    }

    /// Two or three words in capitals, as columns are signed.
    private static func isPersonsName(_ label: String) -> Bool {
        let words = label.split(separator: " ")
        return (2...3).contains(words.count)
            && words.allSatisfy { word in
                word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase)
                    && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
            }
    }

    static func key(_ label: String) -> String {
        let folded = TextFolding.folded(label).split(separator: " ").joined(separator: " ")
            .trimmingCharacters(in: CharacterSet(charactersIn: " :-–—|()[]"))
        return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
    }
}
