import Curation
public import Developments
public import Notation

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
    ///   - today: the desk's day, after which a plan that nobody told of reads as passed.
    /// - Throws: an error when another version printed them.
    public init(_ printed: [Printed], changes: [Change], today: CalendarDate) throws {
        self.init(
            try printed.map { try Unpacking.value(PublishedDevelopment.self, from: $0.bytes) }, changes: changes,
            today: today)
    }

    init(_ items: [PublishedDevelopment], changes: [Change], today: CalendarDate) {
        let ordered = Self.withOwnLinks(newestFirst(items, by: { $0.firstSeen }, id: { $0.id }))
        let tied = Self.tied(ordered)
        let developments = tied.map { item in
            guard let lapse = item.lapse, lapse <= today else { return item }
            var item = item
            item.hasLapsed = true
            item.summary = SummaryWords.text(item)
            return item
        }
        self.developments = developments
        self.changes = PublishedChange.all(changes, of: tied)
        var reported: [String: [String]] = [:]
        for development in developments where development.mergedInto.isEmpty {
            for claim in development.claims where reported[claim.articleID]?.last != development.id {
                reported[claim.articleID, default: []].append(development.id)
            }
        }
        self.reported = reported
    }

    /// The plans that read as passed since a day.
    ///
    /// - Parameter day: the day of the last edition.
    /// - Returns: their ids; their pages are to be written anew.
    public func lapsed(since day: CalendarDate) -> [String] {
        developments.filter { $0.hasLapsed && ($0.lapse.map { $0 > day } ?? false) }.map(\.id)
    }

    /// Says of developments what undid them.
    private static func tied(_ items: [PublishedDevelopment]) -> [PublishedDevelopment] {
        let named = Set(items.flatMap { [$0.supersedes, $0.supersededBy] })
        let titles = Dictionary(
            items.lazy.filter { named.contains($0.id) }.map { ($0.id, $0.title) },
            uniquingKeysWith: { first, _ in first })
        return items.map { item in
            var item = item
            if titles[item.supersedes] == nil { item.supersedes = "" }
            item.overtakenBy = titles[item.supersededBy] ?? ""
            if titles[item.supersededBy] == nil { item.supersededBy = "" }
            if !item.overtakenBy.isEmpty { item.summary = SummaryWords.text(item) }
            return item
        }
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
