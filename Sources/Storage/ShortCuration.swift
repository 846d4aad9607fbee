internal import Curation
internal import Notation

/// The written form of what curation says of an article of which it has nothing to say but a score and its reasons, as of
/// most that are dropped: half as long as JSON, and written and read in a fraction of the time.
///
/// Records are parted by U+001E, the first for the article and one for each reason; their fields by U+001F, the members of
/// a list by U+001D. A number that is whole in ten-thousandths is written as so many of them.
enum ShortCuration {
    private static let record: UInt8 = 0x1E
    private static let field: UInt8 = 0x1F
    private static let member: UInt8 = 0x1D

    /// Whether a stored text is of this form; JSON begins with a brace.
    static func isForm(of text: String) -> Bool { text.utf8.first == mark }

    /// Begins each text, so that another form may come some day.
    private static let mark = UInt8(ascii: "s")

    // MARK: Writing

    /// Returns the written form, or nil when there is more to say.
    static func text(_ curated: CuratedArticle) -> String? {
        guard curated.events.isEmpty, curated.background.isEmpty, curated.persons.isEmpty, curated.places.isEmpty,
            curated.quotes.isEmpty, curated.earlier == nil
        else { return nil }
        var writer = Writer()
        writer.bytes.append(mark)
        writer.add(curated.language)
        writer.add(curated.decision.rawValue)
        writer.add((curated.relevant ? "1" : "0") + (curated.surelyRelevant.map { $0 ? "s" : "n" } ?? ""))
        writer.add(curated.score)
        for list in [curated.countries, curated.organisations, curated.topics] { writer.add(list) }
        for reason in curated.why { writer.add(reason) }
        return writer.isPossible ? String(decoding: writer.bytes, as: UTF8.self) : nil
    }

    private struct Writer {
        var bytes: [UInt8] = []
        /// Whether no text holds one of the separators.
        var isPossible = true

        init() { bytes.reserveCapacity(320) }

        mutating func add(_ text: String) {
            bytes.append(field)
            append(text)
        }

        mutating func add(_ list: [String]) {
            bytes.append(field)
            for (index, text) in list.enumerated() {
                if index > 0 { bytes.append(member) }
                // An empty list and a list of one empty text would read the same.
                if text.isEmpty { isPossible = false }
                append(text)
            }
        }

        mutating func add(_ number: Double) {
            bytes.append(field)
            let scaled = (number * ShortCuration.scale).rounded()
            if abs(scaled) < 1e9, scaled / ShortCuration.scale == number {
                bytes.append(contentsOf: String(Int(scaled)).utf8)
            } else {
                bytes.append(contentsOf: "\(number)".utf8)
            }
        }

        mutating func add(_ number: Int?) {
            bytes.append(field)
            if let number { bytes.append(contentsOf: String(number).utf8) }
        }

        mutating func add(_ reason: Reason) {
            bytes.append(record)
            append(reason.rule)
            add(reason.weight)
            if reason.part == nil, reason.start == nil, reason.end == nil, reason.text == nil { return }
            add(reason.part?.rawValue ?? "")
            if reason.start == nil, reason.end == nil, reason.text == nil { return }
            add(reason.start)
            add(reason.end)
            if let text = reason.text { add(text) }
        }

        private mutating func append(_ text: String) {
            var text = text
            text.withUTF8 { utf8 in
                if utf8.contains(where: { 0x1D...0x1F ~= $0 }) { isPossible = false }
                bytes.append(contentsOf: utf8)
            }
        }
    }

    private static let scale = 10_000.0

    // MARK: Reading

    /// Returns what curation said, or nil when the text is not of this form.
    static func curated(from text: String) -> CuratedArticle? {
        var reader = Reader(text)
        guard let language = reader.text(), let decision = reader.text().flatMap(Decision.init),
            let relevant = reader.text(), let score = reader.number(), let countries = reader.list(),
            let organisations = reader.list(), let topics = reader.list()
        else { return nil }
        var curated = CuratedArticle(
            language: language, relevant: relevant.hasPrefix("1"), score: score, decision: decision)
        curated.surelyRelevant = relevant.hasSuffix("s") ? true : relevant.hasSuffix("n") ? false : nil
        curated.countries = countries
        curated.organisations = organisations
        curated.topics = topics
        while let rule = reader.text(after: record) {
            guard let weight = reader.number() else { return nil }
            var reason = Reason(rule: rule, weight: weight)
            reason.part = reader.text().flatMap(Evidence.Part.init)
            reason.start = reader.text().flatMap { Int($0) }
            reason.end = reader.text().flatMap { Int($0) }
            reason.text = reader.text()
            curated.why.append(reason)
        }
        return reader.isAtEnd ? curated : nil
    }

    /// Reads one field after the other.
    private struct Reader {
        private let bytes: [UInt8]
        /// At a separator, or at the end.
        private var place = 1

        init(_ text: String) { bytes = Array(text.utf8) }

        var isAtEnd: Bool { place >= bytes.count }

        /// Returns the text up to the next separator; nil where another separator stands, or none.
        mutating func text(after separator: UInt8 = field) -> String? {
            guard place < bytes.count, bytes[place] == separator else { return nil }
            let start = place + 1
            place = start
            while place < bytes.count, !(0x1D...0x1F).contains(bytes[place]) { place += 1 }
            return String(decoding: bytes[start..<place], as: UTF8.self)
        }

        mutating func number() -> Double? {
            text().flatMap { text in Int(text).map { Double($0) / scale } ?? Double(text) }
        }

        mutating func list() -> [String]? {
            guard let first = text() else { return nil }
            var list = first.isEmpty ? [] : [first]
            while let next = text(after: member) { list.append(next) }
            return list
        }
    }
}
