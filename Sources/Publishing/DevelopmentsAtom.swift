/// Writes `developments.atom`: one entry per development, updated in place.
enum DevelopmentsAtom {
    /// Returns the feed of the developments that its window holds, given with the newest change first.
    static func bytes(_ shown: [PublishedDevelopment], settings: PublicationSettings) -> [UInt8] {
        let stories = Dictionary(grouping: shown, by: \.storyID)
        let tags = TagURI(authority: settings.authority)
        let feed = AtomFeed(settings: settings, file: "developments.atom", title: settings.feedTitle)
        return feed.bytes(
            updated: shown.first?.lastChanged,
            entries: shown.lazy.map { development in
                AtomEntry(development: development, related: stories[development.storyID] ?? [], tags: tags).write
            })
    }
}
