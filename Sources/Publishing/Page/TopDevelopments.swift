import Curation
import Developments
import Notation

/// Chooses what stands at the top of the front page.
enum TopDevelopments {
    static let limit = 7
    /// The days back from the newest change from which they are taken.
    private static let days = 3

    /// Returns the developments that most origins tell and that nothing has undone, one of each story, the most told first.
    static func choose(_ items: [PublishedDevelopment]) -> [PublishedDevelopment] {
        let candidates = recent(items.filter(\.supersededBy.isEmpty), days: days, by: { $0.lastChanged })
            .sorted { rank($0) > rank($1) }
        var stories: Set<String> = []
        return Array(candidates.filter { stories.insert($0.storyID).inserted }.prefix(limit))
    }

    private static func rank(_ item: PublishedDevelopment) -> (Int, Int, Double, Timestamp, String) {
        let standing = item.facts.status == .retracted ? -1 : 0
        let place = item.facts.prominence == .title ? 1 : 0
        return (
            standing + item.facts.originCount, place + (item.facts.isContradicted ? 1 : 0), item.facts.relevance,
            item.lastChanged, item.id
        )
    }
}
