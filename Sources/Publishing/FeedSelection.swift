import Developments
import Notation

extension FeedWindow {
    /// Returns the items that a feed holds, newest first: the last days, within the window's limits.
    func select<Item>(_ items: [Item], by time: (Item) -> Timestamp, id: (Item) -> String) -> [Item] {
        let recentCount = recent(items, days: days, by: time).count
        return Array(newestFirst(items, by: time, id: id).prefix(min(max(recentCount, minimum), maximum)))
    }

    /// The developments that the feeds hold.
    ///
    /// An act told further down in the articles of one origin only is in the CSV, not in a feed.
    func select(_ developments: [PublishedDevelopment]) -> [PublishedDevelopment] {
        select(
            developments.filter(\.isProminent), by: { $0.lastChanged },
            id: { $0.id })
    }
}
