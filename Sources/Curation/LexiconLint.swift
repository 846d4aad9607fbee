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
    /// Those of them that are rows of the desk's own.
    public var expiredOwn: [String] = []
    /// Offices of states whose last holder's term has ended and whose next holder is not known.
    public var vacant: [String] = []
    /// States, and which of head of state, head of government and foreign minister each has.
    public var coverage: [String: [String]] = [:]
    /// Envoys, ambassadors, spokespeople and heads of international bodies, in office at any time.
    public var envoys = 0
    /// Rows drawn at random, for a person to check.
    public var sample: [String] = []

    /// States without any of the three offices.
    public var uncovered: [String] { coverage.filter { $0.value.isEmpty }.map(\.key).sorted() }

    /// States without one of the three offices.
    public func lacking(_ office: String) -> [String] {
        coverage.filter { !$0.value.contains(office) }.map(\.key).sorted()
    }
}

extension LexiconLint {
    private static let files = ["countries", "governments", "places", "organisations", "persons", "others"]
    private static let envoyWords: Set<String> = [
        "envoy", "ambassador", "representative", "coordinator", "secretary-general", "spokesman", "spokeswoman",
        "spokesperson", "commissioner", "director-general", "negotiator", "rapporteur", "prosecutor",
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
        let own = try overlay.map { overlay throws(LexiconError) in try LexiconRow.desk(overlay) } ?? []
        rows += own
        self.rows = rows.count
        for row in rows where row.field(7).isEmpty {
            withoutSource.append("\(row.place): \(row.field(0))")
        }
        sample = Array(rows.shuffled().prefix(count)).map { "\($0.place): \($0.fields.joined(separator: " | "))" }
        findCollisions(rows)
        readOffices(rows.filter { $0.field(2) == "person" }, day: today.description)
        expiredOwn = own.filter { $0.field(2) == "person" && $0.term.isOver(on: today.description) }.map(\.ended)
            .sorted()
        readStates(rows.filter { $0.field(2) == "country" && $0.field(1) == $0.field(3) })
        vacant = vacant.filter { coverage[String($0.prefix(3))] != nil }.sorted()
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

    private mutating func readOffices(_ rows: [LexiconRow], day: String) {
        var holders: [String: Set<String>] = [:]
        var filled: Set<String> = []
        var left: [String: (name: String, to: String)] = [:]
        for row in rows {
            let (name, term) = (row.name, row.term)
            if !term.role.isEmpty, !Self.envoyWords.isDisjoint(with: term.role.split(separator: " ").map(String.init)) {
                envoys += 1
            }
            guard let kind = OfficeKind(term.role), kind.isCounted else { continue }
            let office = "\(term.country) \(kind.words)"
            if term.holds(on: day) {
                holders["\(term.country) \(term.role)", default: []].insert(name)
                filled.insert(office)
                if coverage[term.country]?.contains(kind.rawValue) != true {
                    coverage[term.country, default: []].append(kind.rawValue)
                }
            } else if term.isOver(on: day) {
                expired.append(row.ended)
                if left[office]?.to ?? "" < term.to { left[office] = (name, term.to) }
            }
        }
        doubleOffices = holders.filter { $0.value.count > 1 && OfficeKind.isOfOne(String($0.key.dropFirst(4))) }
            .map { "\($0.key): \($0.value.sorted().joined(separator: ", "))" }.sorted()
        vacant = left.filter { !filled.contains($0.key) }.map { "\($0.key): \($0.value.name) to \($0.value.to)" }
        expired.sort()
    }

    /// Keeps the states among the codes, and counts a head of state who governs, and the king of the realms.
    private mutating func readStates(_ rows: [LexiconRow]) {
        var states: [String: [String]] = [:]
        for row in rows {
            let (code, role) = (row.field(3), row.field(4))
            var offices = Set(coverage[code] ?? []).union(states[code] ?? [])
            var extra: OfficeKind?
            if role == "realm" { extra = .state }
            if role == "presidential", offices.contains(OfficeKind.state.rawValue) { extra = .government }
            if let extra {
                offices.insert(extra.rawValue)
                vacant.removeAll { $0.hasPrefix("\(code) \(extra.words)") }
            }
            states[code] = offices.sorted()
        }
        coverage = states
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

    /// The first alias, which is the name.
    var name: String { field(0).split(separator: "|").first.map(String.init) ?? "" }

    /// Who held which office to when, for people.
    var ended: String { "\(name), \(term.role) \(term.country), to \(term.to)" }

    /// The office of a person's row.
    var term: Term { Term(role: field(4), country: field(3), from: field(5), to: field(6)) }
}
