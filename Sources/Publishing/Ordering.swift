import Notation

/// Returns the items newest first, and by id where the time is the same.
///
/// Sorts small keys, since our items are large and each swap would copy one.
func newestFirst<Item>(_ items: [Item], by time: (Item) -> Timestamp, id: (Item) -> String) -> [Item] {
    let keys = items.indices.map { (time: time(items[$0]), id: id(items[$0]), index: $0) }
    return keys.sorted { ($1.time, $0.id) < ($0.time, $1.id) }.map { items[$0.index] }
}

/// Returns the items of the last days before the newest one; the clock has no say, so that nothing changes while nothing
/// happens.
func recent<Item>(_ items: [Item], days: Int, by time: (Item) -> Timestamp) -> [Item] {
    guard let newest = items.lazy.map(time).max() else { return [] }
    let start = newest.adding(seconds: -86_400 * days)
    return items.filter { time($0) >= start }
}

/// Returns the values in their order, each once and none empty.
func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { !$0.isEmpty && seen.insert($0).inserted }
}
