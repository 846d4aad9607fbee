internal import Foundation
internal import Notation

/// How common words and names are in world news, so that a desk's first articles are not all found alike.
///
/// Rarity cannot be learned from a few dozen articles; this is what is known before the first.
public struct Commonness: Sendable {
    /// The share of articles that have a term which is not listed.
    static let unlistedWord: Float = 0.000_27
    /// The share of articles that have a state, person, place or body which is not listed.
    static let unlistedName: Float = 0.01

    private let shares: [UInt64: Float]

    /// Knows no word: all are rare until they are met.
    public init() { shares = [:] }

    /// Reads the list that comes with the program.
    ///
    /// - Throws: `DataFilesMissing`, or an error of the disk, when the installation is not whole.
    public static func standard() throws -> Commonness {
        let file = try DataFiles.folder(of: "Developments").appending(path: "commonness.tsv")
        return Commonness(table: try String(contentsOf: file, encoding: .utf8))
    }

    /// Reads rows of a share in 10,000 and, after a tab, the words; `+` stands for a blank within a name.
    init(table: String) {
        var shares: [UInt64: Float] = [:]
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t", maxSplits: 1)
            guard cells.count == 2, let share = Float(cells[0]) else { continue }
            for word in cells[1].split(separator: " ") {
                shares[FoldedWords.hash(word.replacing("+", with: " "))] = share / 10_000
            }
        }
        self.shares = shares
    }

    /// The share of articles that have a term, 0...1; nil when it is not listed.
    func share(of term: UInt64) -> Float? { shares[term] }
}
