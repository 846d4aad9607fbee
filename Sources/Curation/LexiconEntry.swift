internal import Notation

/// A row for a desk's own lexicon.
public struct LexiconEntry: Sendable {
    /// Spellings; the first is the name.
    public var aliases: [String]
    /// The id; empty to make one of the name.
    public var id: String
    /// `person`, `organisation`, `movement`, `government`, `place`, `country`, `adjective`, `capital` or `other`.
    public var type: String
    /// The code that the name stands for.
    public var country: String
    /// The office of a person.
    public var role: String
    /// Since when, as a day, month or year.
    public var from: String
    /// Until when.
    public var to: String
    /// Where the row was learned.
    public var source: String

    /// Creates a row.
    public init(
        aliases: [String], id: String = "", type: String, country: String = "", role: String = "", from: String = "",
        to: String = "", source: String
    ) {
        self.aliases = aliases
        self.id = id
        self.type = type
        self.country = country
        self.role = role
        self.from = from
        self.to = to
        self.source = source
    }

    /// The row as a file holds it; nil with the problem when it is no row.
    public func line() -> Result<String, LexiconError> {
        func refuse(_ problem: String) -> Result<String, LexiconError> {
            .failure(LexiconError(path: "lexicon", line: 0, problem: problem))
        }
        guard let name = aliases.first, !name.isEmpty else { return refuse("a row needs a name") }
        guard Entity.Kind(rawValue: type) != nil else {
            return refuse(
                "no type `\(type)`; there are person, organisation, movement, government, place, country, adjective, capital, other"
            )
        }
        guard country.isEmpty || country.utf8.count == 3 && country.utf8.allSatisfy({ (65...90).contains($0) }) else {
            return refuse("`\(country)` is no code of three capitals")
        }
        guard [from, to].allSatisfy({ $0.isEmpty || Self.isDate($0) }) else {
            return refuse("a date is written 2026, 2026-03 or 2026-03-05")
        }
        guard !source.isEmpty else { return refuse("a row needs a source: an address, or `own`") }
        let prefix = type == "person" ? "p-" : ""
        let key = id.isEmpty ? prefix + Self.slug(name) : id
        let fields = [aliases.joined(separator: "|"), key, type, country, role, from, to, source]
        guard fields.allSatisfy({ !$0.contains("\t") && !$0.contains("\n") }) else {
            return refuse("tabs and line ends part the columns and rows")
        }
        return .success(fields.joined(separator: "\t"))
    }

    private static func isDate(_ text: String) -> Bool {
        let padded = text.utf8.count == 4 ? text + "-01-01" : (text.utf8.count == 7 ? text + "-01" : text)
        return CalendarDate(iso: padded) != nil
    }

    private static func slug(_ name: String) -> String {
        String(TextFolding.folded(name).split { !$0.isLetter && !$0.isNumber }.joined(separator: "-"))
    }
}
