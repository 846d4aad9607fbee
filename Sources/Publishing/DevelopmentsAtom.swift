import Developments
import Notation

/// Writes `developments.atom`: one entry per development, updated in place, and what is left of those that were taken out.
struct DevelopmentsAtom {
    /// The newest archive document; nil when there is none.
    let archive: String?
    /// The entries that were taken out, also those that came back.
    let tombstones: [Tombstone]
    let settings: PublicationSettings

    /// Returns the feed of the developments that its window holds, given with the newest change first.
    func bytes(_ shown: [PublishedDevelopment]) -> [UInt8] {
        let stories = Dictionary(grouping: shown, by: \.storyID)
        let returned = Dictionary(
            tombstones.map { ($0.developmentID, $0.ended) }, uniquingKeysWith: { first, _ in first })
        let entries = shown.map { development in
            AtomEntry(
                development: development, related: stories[development.storyID] ?? [],
                returned: returned[development.id] ?? nil, settings: settings)
        }
        let newest = entries.map(\.updated).max()
        let gone = standing(since: newest)
        var feed = AtomFeed(
            settings: settings, file: "developments.atom", id: "developments", title: settings.feedTitle,
            relations: archive.map { [("prev-archive", $0)] } ?? [])
        feed.tombstones = gone
        return feed.bytes(
            updated: ([newest] + gone.map(\.time)).compactMap { $0 }.max(),
            entries: entries.lazy.map { entry in
                var xml = XMLWriter()
                entry.write(&xml)
                return xml
            })
    }

    /// The tombstones of the last days, which count back from the newest item as all windows do, the newest first.
    private func standing(since newest: Timestamp?) -> [Tombstone] {
        let gone = tombstones.filter { $0.ended == nil }
        guard let last = ([newest] + gone.map(\.time)).compactMap({ $0 }).max() else { return [] }
        let recent = gone.filter { $0.time >= last.adding(seconds: -86_400 * Tombstone.days) }
        return Array(
            newestFirst(recent, by: { $0.time }, id: { $0.developmentID }).prefix(settings.feedWindow.maximum))
    }
}
