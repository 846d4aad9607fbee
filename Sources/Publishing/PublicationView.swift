import Curation
public import Developments
import Notation

/// All that may be shown of the developments of a desk, in the outputs' order: newest first, and by id where the time is
/// the same.
public struct PublicationView: Sendable {
    /// The developments that a table or a feed may hold.
    let developments: [PublishedDevelopment]
    /// The changes that a table or a feed may hold.
    let changes: [PublishedChange]
    /// The developments that an article reports, newest first.
    private let reported: [String: [String]]

    /// Creates the view of what earlier editions and this one made of the developments.
    ///
    /// - Parameters:
    ///   - printed: what ``Publisher/printed(_:stories:articles:sources:)`` returned.
    ///   - changes: the material changes.
    /// - Throws: an error when another version printed them.
    public init(_ printed: [Printed], changes: [Change]) throws {
        self.init(try printed.map { try Unpacking.value(PublishedDevelopment.self, from: $0.bytes) }, changes: changes)
    }

    init(_ items: [PublishedDevelopment], changes: [Change]) {
        let developments = Self.withOwnLinks(newestFirst(items, by: { $0.firstSeen }, id: { $0.id }))
        self.developments = developments
        self.changes = PublishedChange.all(changes, of: developments)
        var reported: [String: [String]] = [:]
        for development in developments where development.mergedInto.isEmpty {
            for claim in development.claims where reported[claim.articleID]?.last != development.id {
                reported[claim.articleID, default: []].append(development.id)
            }
        }
        self.reported = reported
    }

    /// The developments that an article reports, newest first.
    func developmentIDs(of articleID: String) -> [String] { reported[articleID] ?? [] }

    /// Gives a development whose link an older one has, since their sentences begin and end alike, another of its own.
    private static func withOwnLinks(_ developments: [PublishedDevelopment]) -> [PublishedDevelopment] {
        var result = developments
        var taken: Set<String> = []
        for index in result.indices.reversed() where !taken.insert(result[index].link).inserted {
            let url = (result[index].claims.first ?? result[index].evidence).url
            result[index].link = PublicURL.link(url, toPlace: result[index].id)
        }
        return result
    }
}
