public import Notation

/// A decision of a person that outranks every rule: a line of `Feeds/corrections.tsv`.
public struct Correction: Hashable, Sendable {
    /// What is done.
    public enum Verb: String, CaseIterable, Hashable, Sendable {
        /// Publish an article, whatever curation says of it.
        case keep
        /// Do not publish an article.
        case drop
        /// Give a field of a development a value.
        case set
        /// Publish nothing of a story, a source or with a word, until a day.
        case mute
        /// Make one development of two.
        case merge
        /// Take an article out of a development.
        case split
        /// Take back the last correction of the target, or the last of all.
        case undo
    }

    /// When it was made.
    public var when: Timestamp
    /// What is done.
    public var verb: Verb
    /// An article, a development, or what is muted; for `undo` the target of what is taken back, or empty.
    public var target: String
    /// The field (`set`), the development that is merged into the target (`merge`), the article (`split`), or what kind of
    /// thing the target is (`mute`: `story source word`).
    public var detail: String
    /// The value (`set`) or the last day (`mute`).
    public var value: String
    /// Why, in the desk's own words; never published.
    public var because: String

    /// Creates a correction.
    public init(
        when: Timestamp, verb: Verb, target: String, detail: String = "", value: String = "", because: String = ""
    ) {
        self.when = when
        self.verb = verb
        self.target = target
        self.detail = detail
        self.value = value
        self.because = because
    }

    /// The columns of the file.
    public static let columns = ["when", "verb", "target", "detail", "value", "because"]

    /// Reads a line of the file.
    ///
    /// - Parameter line: cells parted by tabs; cells that are missing at the end are empty.
    /// - Throws: ``CorrectionError`` without a place.
    public init(line: some StringProtocol) throws(CorrectionError) {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
            String(cell.drop { $0 == " " || $0 == "\r" }.reversed().drop { $0 == " " || $0 == "\r" }.reversed())
        }
        func cell(_ index: Int) -> String { cells.indices.contains(index) ? cells[index] : "" }
        guard let when = Timestamp(rfc3339: cell(0)) ?? CalendarDate(iso: cell(0)).map({ Timestamp(date: $0) }) else {
            throw CorrectionError("`\(cell(0))` is no time such as 2026-03-12T08:00:00Z")
        }
        guard let verb = Verb(rawValue: cell(1)) else {
            let verbs = Verb.allCases.map(\.rawValue).joined(separator: ", ")
            throw CorrectionError("`\(cell(1))` is no correction; there are \(verbs)")
        }
        self.init(when: when, verb: verb, target: cell(2), detail: cell(3), value: cell(4), because: cell(5))
        try check()
    }

    /// The line of the file, without its end.
    public var line: String {
        [when.description, verb.rawValue, target, detail, value, because].map { cell in
            String(String.UnicodeScalarView(cell.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
        }.joined(separator: "\t")
    }

    /// Refuses what no rule could follow.
    ///
    /// - Throws: ``CorrectionError`` without a place.
    public func check() throws(CorrectionError) {
        guard verb == .undo || !target.isEmpty else { throw CorrectionError("`\(verb.rawValue)` names no target") }
        switch verb {
        case .set:
            guard let field = CorrectedField(written: detail) else {
                let fields = CorrectedField.allCases.map(\.rawValue).joined(separator: ", ")
                throw CorrectionError("`\(detail)` cannot be set; there are \(fields)")
            }
            guard field.allows(value) else { throw CorrectionError("`\(value)` is no \(detail): \(field.allowed)") }
        case .mute:
            guard CalendarDate(iso: value) != nil else {
                throw CorrectionError("`\(value)` is no day such as 2026-03-12")
            }
            guard ["story", "source", "word"].contains(detail) else {
                throw CorrectionError("`\(detail)` is not what can be muted: story, source or word")
            }
        case .merge, .split:
            guard !detail.isEmpty, detail != target else {
                throw CorrectionError("`\(verb.rawValue)` needs two different ids")
            }
        case .keep, .drop, .undo: break
        }
    }
}

/// A correction that cannot be followed.
public struct CorrectionError: Error, Hashable, CustomStringConvertible {
    /// The file and line; empty when there is none.
    public var place: String
    /// What is wrong.
    public let problem: String

    /// Creates an error.
    public init(_ problem: String, place: String = "") {
        self.problem = problem
        self.place = place
    }

    /// One line for a person.
    public var description: String { place.isEmpty ? problem : "\(place): \(problem)" }
}
