/// Writes `developments.atom`: one entry per development, updated in place.
enum DevelopmentsAtom {
    /// Returns the feed of the developments that its window holds, given with the newest change first.
    ///
    /// - Parameters:
    ///   - shown: the developments.
    ///   - archive: the newest archive document; nil when there is none.
    ///   - settings: the desk's.
    /// - Returns: the file.
    static func bytes(
        _ shown: [PublishedDevelopment], archive: String?, settings: PublicationSettings
    ) -> [UInt8] {
        let stories = Dictionary(grouping: shown, by: \.storyID)
        let feed = AtomFeed(
            settings: settings, file: "developments.atom", id: "developments", title: settings.feedTitle,
            relations: archive.map { [("prev-archive", $0)] } ?? [])
        return feed.bytes(
            updated: shown.first?.lastChanged,
            entries: shown.lazy.map { development in
                var xml = XMLWriter()
                AtomEntry(development: development, related: stories[development.storyID] ?? [], settings: settings)
                    .write(&xml)
                return xml
            })
    }
}
