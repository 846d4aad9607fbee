public import Foundation
internal import Notation

extension Lexicon {
    /// Returns what ``labels`` of the standard lexicon is, without loading the rest of it.
    ///
    /// - Parameter overlay: a desk's folder, whose `labels.tsv` (code, label) outranks ours.
    /// - Returns: the label of each code.
    /// - Throws: `DataFilesMissing` or ``LexiconError``.
    public static func standardLabels(overlay: URL? = nil) throws -> [String: String] {
        let rows = try LexiconRow.rows(try DataFiles.folder(of: "Curation"), "countries")
        return labels(
            of: rows.lazy.filter { $0.field(2) == Entity.Kind.country.rawValue && $0.field(1) == $0.field(3) }
                .map { (code: $0.field(1), name: String($0.field(0).prefix { $0 != "|" })) },
            own: try overlay.map { overlay throws(LexiconError) in try ownLabels(overlay) } ?? [:])
    }

    /// Returns the codes of states and bodies by the names that people write for them, folded: labels, and names in all
    /// languages that the lexicon has.
    ///
    /// - Parameter overlay: a desk's folder, whose `labels.tsv` counts too.
    /// - Returns: the codes of each name; several where two share it.
    /// - Throws: `DataFilesMissing` or ``LexiconError``.
    public static func standardCodes(overlay: URL? = nil) throws -> [String: Set<String>] {
        let folder = try DataFiles.folder(of: "Curation")
        let labels = try standardLabels(overlay: overlay)
        var codes: [String: Set<String>] = [:]
        func add(_ name: some StringProtocol, _ code: String) {
            codes[TextFolding.folded(name), default: []].insert(code)
        }
        for (code, label) in labels { add(label, code) }
        let languages = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted().filter {
            $0.hasPrefix("names.") && $0.hasSuffix(".tsv")
        }
        for file in ["countries"] + languages.map({ String($0.dropLast(4)) }) {
            for row in try LexiconRow.rows(folder, file)
            where row.field(2) == Entity.Kind.country.rawValue && row.field(1) == row.field(3) {
                for name in row.field(0).split(separator: "|") where !name.hasPrefix("~") { add(name, row.field(3)) }
            }
        }
        // Of the bodies themselves, not of their organs.
        for row in try LexiconRow.rows(folder, "organisations") where labels[row.field(3)] == row.field(1) {
            for name in row.field(0).split(separator: "|") where !name.hasPrefix("~") { add(name, row.field(3)) }
        }
        return codes
    }

    /// The labels of a desk's `labels.tsv`; none without the file.
    static func ownLabels(_ folder: URL) throws(LexiconError) -> [String: String] {
        guard FileManager.default.fileExists(atPath: folder.appending(path: "labels.tsv").path) else { return [:] }
        var labels: [String: String] = [:]
        for row in try LexiconRow.rows(folder, "labels") {
            guard row.fields.count >= 2, row.field(0).utf8.count == 3, !row.field(1).isEmpty else {
                throw row.error("a label is a code of three letters, a tab, and what people read for it")
            }
            labels[row.field(0)] = row.field(1)
        }
        return labels
    }

    /// What people read for a code: short, neutral English names of countries, and of the bodies among the codes.
    public var labels: [String: String] {
        Self.labels(
            of: tables.entities.lazy.filter { $0.kind == .country && $0.id == $0.country }.map { ($0.id, $0.name) },
            own: tables.ownLabels)
    }

    private static func labels(
        of countries: some Sequence<(code: String, name: String)>, own: [String: String]
    ) -> [String: String] {
        var labels = ["EUU": "EU", "UNO": "UN", "NAT": "NATO"]
        for country in countries { labels[country.code] = labels[country.code] ?? country.name }
        return labels.merging(own) { $1 }
    }

    /// The names of states, their adjectives and their capitals, in all languages, in the order of the files.
    public var stateNames: [StateName] { tables.stateNames }
}

/// A name by which texts speak of a state: `Peru`, `Peruvian`, `Lima`.
public struct StateName: Hashable, Sendable {
    /// The name as it is written.
    public var name: String
    /// ISO 3166-1 alpha-3, or XKX.
    public var code: String

    /// Creates a name.
    public init(name: String, code: String) {
        self.name = name
        self.code = code
    }
}
