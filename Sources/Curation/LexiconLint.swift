public import Foundation
public import Notation

/// What a check of the lexicon's names found.
public struct LexiconLint: Encodable, Sendable {
    /// How many rows there are.
    public var rows = 0
    /// Rows without a source, by file and line.
    public var withoutSource: [String] = []
    /// Spellings that stand for more than one thing.
    public var collisions: [String] = []
    /// Offices that the lexicon gives to two people at once.
    public var doubleOffices: [String] = []
    /// Holders whose office has ended; they are kept for older articles.
    public var expired: [String] = []
    /// States, and which of head of state, head of government and foreign minister each has.
    public var coverage: [String: [String]] = [:]
    /// Rows drawn at random, for a person to check.
    public var sample: [String] = []
    /// Who holds each office now, by `CODE office`.
    public var holders: [String: [String]] = [:]

    /// States without any of the three offices.
    public var uncovered: [String] { coverage.filter { $0.value.isEmpty }.map(\.key).sorted() }
}

extension LexiconLint {
    private static let files = ["countries", "governments", "places", "organisations", "persons", "others"]

    /// Offices that one person at a time holds.
    private static let singular: Set<String> = [
        "president", "prime minister", "foreign minister", "chancellor", "premier", "king", "defence minister",
    ]

    private static let heads: [(name: String, words: [String])] = [
        (
            "state",
            [
                "president", "king", "emir", "sultan", "prince", "supreme leader", "pope", "grand duke",
                "governor-general",
            ]
        ),
        ("government", ["prime minister", "premier", "chancellor", "taoiseach", "chief adviser"]),
        ("foreign", ["foreign", "secretary of state"]),
    ]

    /// Checks the lexicon that comes with the program and a desk's own rows.
    ///
    /// - Parameters:
    ///   - overlay: the desk's folder of `*.tsv` files; nil for none.
    ///   - today: tells which offices have ended.
    ///   - count: how many rows to draw.
    /// - Throws: `DataFilesMissing` or ``LexiconError``.
    public init(overlay: URL?, today: CalendarDate, sample count: Int = 50) throws {
        let folder = try DataFiles.folder(of: "Curation")
        var rows: [LexiconRow] = []
        for file in Self.files { rows += try LexiconRow.rows(folder, file) }
        if let overlay { rows += try LexiconRow.desk(overlay) }
        self.rows = rows.count
        for row in rows where row.field(7).isEmpty {
            withoutSource.append("\(row.place): \(row.field(0))")
        }
        sample = Array(rows.shuffled().prefix(count)).map { "\($0.place): \($0.fields.joined(separator: " | "))" }
        findCollisions(rows)
        readOffices(rows, today: today)
    }

    private mutating func findCollisions(_ rows: [LexiconRow]) {
        var ids: [String: Set<String>] = [:]
        for row in rows where row.field(2) != "adjective" {
            for alias in row.field(0).split(separator: "|") where !alias.hasPrefix("~") && !alias.hasPrefix("-") {
                ids[TextFolding.folded(String(alias)), default: []].insert("\(row.field(1)) (\(row.field(2)))")
            }
        }
        collisions = ids.filter { $0.value.count > 1 }
            .map { "\($0.key): \($0.value.sorted().joined(separator: ", "))" }.sorted()
    }

    private mutating func readOffices(_ rows: [LexiconRow], today: CalendarDate) {
        let day = today.description
        for row in rows where row.field(2) == "country" && row.field(1) == row.field(3) { coverage[row.field(3)] = [] }
        for row in rows where row.field(2) == "person" {
            let (name, code, role) = (Self.name(row), row.field(3), row.field(4))
            let (from, to) = (row.field(5), row.field(6))
            // "2025-01" covers its whole month: what has begun to end counts as ended.
            guard to.isEmpty || to >= String(day.prefix(to.utf8.count)) else {
                expired.append("\(name), \(role) \(code), to \(to)")
                continue
            }
            guard from <= day else { continue }
            holders["\(code) \(role)", default: []].append(name)
            for head in Self.heads where head.words.contains(where: role.hasPrefix) {
                if coverage[code]?.contains(head.name) == false { coverage[code]?.append(head.name) }
            }
        }
        doubleOffices = holders.filter { key, names in
            names.count > 1 && Self.singular.contains(String(key.dropFirst(4)))
        }.map { "\($0.key): \($0.value.joined(separator: ", "))" }.sorted()
        expired.sort()
    }

    private static func name(_ row: LexiconRow) -> String {
        row.field(0).split(separator: "|").first.map(String.init) ?? ""
    }
}

extension LexiconRow {
    /// The rows of a desk's own files.
    static func desk(_ folder: URL) throws(LexiconError) -> [LexiconRow] {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        var rows: [LexiconRow] = []
        for name in names where name.hasSuffix(".tsv") && name != "labels.tsv" {
            rows += try LexiconRow.rows(folder, String(name.dropLast(4)))
        }
        return rows
    }

    /// File and line, for people.
    var place: String { "\(path.split(separator: "/").last.map(String.init) ?? path):\(line)" }
}

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
