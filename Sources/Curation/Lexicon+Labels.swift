internal import Foundation
internal import Notation

extension Lexicon {
    /// Returns what ``labels`` of the standard lexicon is, without loading the rest of it.
    ///
    /// - Throws: `DataFilesMissing` or ``LexiconError``.
    public static func standardLabels() throws -> [String: String] {
        let rows = try LexiconRow.rows(try DataFiles.folder(of: "Curation"), "countries")
        return labels(
            of: rows.lazy.filter { $0.field(2) == Entity.Kind.country.rawValue && $0.field(1) == $0.field(3) }
                .map { (code: $0.field(1), name: String($0.field(0).prefix { $0 != "|" })) })
    }

    /// What people read for a code: short, neutral English names of countries, and of the bodies among the codes.
    public var labels: [String: String] {
        Self.labels(
            of: tables.entities.lazy.filter { $0.kind == .country && $0.id == $0.country }.map { ($0.id, $0.name) })
    }

    private static func labels(of countries: some Sequence<(code: String, name: String)>) -> [String: String] {
        var labels = ["EUU": "EU", "UNO": "UN", "NAT": "NATO"]
        for country in countries { labels[country.code] = labels[country.code] ?? country.name }
        return labels
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
