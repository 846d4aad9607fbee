import Developments
public import Notation

/// Turns what a desk has into the files that the world sees.
///
/// A pure function: the same publication and settings give the same bytes, and only `index.html` and `status.json` say
/// when the last run was. Windows count back from the newest item, not from the clock, so that nothing changes while
/// nothing happens.
public struct Publisher: Sendable {
    let settings: PublicationSettings

    /// Creates a publisher.
    public init(settings: PublicationSettings) {
        self.settings = settings
    }

    /// What is to be written, and how much it shows.
    public struct Edition: Sendable {
        /// The files in the order in which they are to be written: what is referred to comes before what refers to it.
        public var files: [OutputFile]
        /// The files of an earlier edition that stay as they are.
        public var kept: Set<String>
        /// What the front page tells of the developments, for ``Publisher/clockFiles(_:of:)``.
        public var front: FrontMatter
    }

    /// Returns the files in the order in which they are to be written.
    public func files(for publication: Publication) -> [OutputFile] { edition(of: publication).files }

    /// Returns the files of an edition of which nothing is printed yet.
    ///
    /// - Parameters:
    ///   - publication: everything that the desk has.
    ///   - earlier: the names of the files that are there already and were made by the same settings; months that are
    ///     over are not archived again.
    /// - Returns: the edition.
    public func edition(of publication: Publication, earlier: Set<String> = []) -> Edition {
        let view = PublicationView(
            items(
                publication.developments, stories: publication.stories, articles: publication.articles,
                sources: publication.sources), changes: publication.changes, today: day(of: publication.now))
        let articles = printed(publication.articles, in: view, sources: publication.sources)
        return edition(of: view, articles: articles, publication, earlier: earlier)
    }

    /// Returns the files of an edition.
    ///
    /// - Parameters:
    ///   - view: what may be shown of the developments.
    ///   - articles: what ``printed(_:in:sources:)`` returned, in any order.
    ///   - publication: what else belongs to it; its own developments and articles are not looked at.
    ///   - earlier: the names of the files that are there already and were made by the same settings.
    /// - Returns: the edition.
    public func edition(
        of view: PublicationView, articles: [Printed], _ publication: Publication, earlier: Set<String> = []
    ) -> Edition {
        let gate = LicenceGate(sources: publication.sources, audience: settings.audience)
        let site = site(view, articles: articles.count, publication)
        let archived = earlier.filter { $0.hasPrefix("archive/") && !$0.hasSuffix(".html") }
        let isPartial = publication.touched != nil
        // One that differs and may no longer be shown loses its page.
        let differing = Set((publication.touched ?? []).map(Site.page))
        let pages = earlier.filter {
            isPartial && $0.hasSuffix(".html") && $0.contains("/") && !differing.contains($0)
        }
        let ordered = newestFirst(articles, by: { $0.time }, id: { $0.id })
        let files =
            self.pages(of: site, touched: publication.touched.map(site.listing))
            + Tables(view, ordered, gate.sources, publication.facts, settings).files(archived: archived)
            + feeds(of: site, archived: archived, tombstones: publication.tombstones)
        let front = FrontMatter(site)
        return Edition(
            files: files + clockFiles(front, of: publication), kept: archived.union(pages), front: front)
    }

    /// Returns what the front page tells of the developments, for a run on a new day in which nothing else changed.
    public func front(of view: PublicationView, articles: Int, _ publication: Publication) -> FrontMatter {
        FrontMatter(site(view, articles: articles, publication))
    }

    /// Returns the files that say when the last run was, for a run that changed nothing else.
    ///
    /// - Parameters:
    ///   - front: what the front page tells of the developments.
    ///   - publication: the run; its developments, articles and changes are not looked at.
    /// - Returns: `index.html` and `status.json`.
    public func clockFiles(_ front: FrontMatter, of publication: Publication) -> [OutputFile] {
        let gate = LicenceGate(sources: publication.sources, audience: settings.audience)
        let run = RunView(publication.facts, sifted: publication.sifted, gate: gate, settings: settings)
        let status = StatusJSON.bytes(
            publication.facts, developments: front.developments, articles: front.articles, sources: gate.sources,
            version: settings.version)
        return [
            OutputFile(name: "index.html", bytes: FrontPage(matter: front, run: run).bytes()),
            OutputFile(name: "status.json", bytes: status),
        ]
    }

    /// The desk's day of an instant.
    public func day(of stamp: Timestamp) -> CalendarDate { DeskCalendar(zone: settings.timeZone).day(stamp) }

    private func site(_ view: PublicationView, articles: Int, _ publication: Publication) -> Site {
        Site(view, articles: articles, facts: publication.facts, now: publication.now, settings: settings)
    }

    private func pages(of site: Site, touched: Set<String>?) -> [OutputFile] {
        func isWanted(_ item: PublishedDevelopment) -> Bool { touched?.contains(item.id) ?? true }
        // The oldest first, since a page links to what came before, and last those that link to what came after: what was
        // undone or merged.
        func linksAhead(_ item: PublishedDevelopment) -> Bool { !item.mergedInto.isEmpty || !item.supersededBy.isEmpty }
        let ordered = site.developments.reversed().filter { !linksAhead($0) } + site.developments.filter(linksAhead)
        let developments = ordered.filter(isWanted).map { item in
            OutputFile(name: Site.page(of: item.id)) { DevelopmentPage(item: item, site: site).bytes() }
        }
        // Of one that is gone nobody knows which month listed it.
        let isGone = !(touched ?? []).isSubset(of: site.developments.map(\.id))
        let months = site.months.filter { isGone || $0.items.contains(where: isWanted) }.map { part in
            OutputFile(name: part.name) { MonthPage.bytes(part, site: site) }
        }
        return developments + months
    }

    private func feeds(of site: Site, archived: Set<String>, tombstones: [Tombstone]) -> [OutputFile] {
        let shown = settings.feedWindow.select(site.developments)
        let earlier = archived.filter { $0.hasSuffix(".atom") }
        var files = AtomArchive(settings: settings).documents(site.prominent, earlier: Array(earlier))
        let archive = AtomArchive.newest(files.map(\.name) + earlier)
        files += [
            OutputFile(
                name: "developments.atom",
                bytes: DevelopmentsAtom(archive: archive, tombstones: tombstones, settings: settings).bytes(shown)),
            OutputFile(
                name: "changes.atom",
                bytes: ChangesAtom.bytes(site.revisions, outages: site.facts.outages, settings: settings)),
        ]
        if settings.also.contains(.jsonFeed) {
            let name = PublicationSettings.Extra.jsonFeed.rawValue
            files.append(OutputFile(name: name, bytes: JSONFeed.bytes(shown, settings: settings)))
        }
        return files
    }
}
