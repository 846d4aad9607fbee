public import Developments
import Notation

/// Turns what a desk has into the files that the world sees.
///
/// A pure function: the same publication and settings give the same bytes, and only `index.html` and `status.json` say
/// when the last run was. Windows count back from the newest item, not from the clock, so that nothing changes while
/// nothing happens.
public struct Publisher: Sendable {
    private let settings: PublicationSettings

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
        /// How many developments are shown.
        public var developments: Int
        /// How many articles are shown.
        public var articles: Int
    }

    /// Returns the files in the order in which they are to be written.
    public func files(for publication: Publication) -> [OutputFile] { edition(of: publication).files }

    /// Returns the files, and how much they show.
    ///
    /// - Parameters:
    ///   - publication: everything that the desk has.
    ///   - earlier: the names of the files that are there already and were made by the same settings; months that are
    ///     over are not archived again.
    /// - Returns: the edition.
    public func edition(of publication: Publication, earlier: Set<String> = []) -> Edition {
        let gate = LicenceGate(sources: publication.sources, audience: settings.audience)
        let view = PublicationView(publication, gate: gate, settings: settings)
        let site = Site(view, publication, gate: gate, settings: settings)
        let (developments, articles) = (view.developments.count, view.articles.count)
        let archived = earlier.filter { $0.hasPrefix("archive/") && !$0.hasSuffix(".html") }
        let isPartial = publication.touched != nil
        // One that differs and may no longer be shown loses its page.
        let differing = Set((publication.touched ?? []).map(Site.page))
        let pages = earlier.filter {
            isPartial && $0.hasSuffix(".html") && $0.contains("/") && !differing.contains($0)
        }
        let files =
            self.pages(of: site, touched: publication.touched)
            + Tables(view, gate.sources, publication.facts, settings).files(archived: archived)
            + feeds(of: site, archived: archived)
        return Edition(
            files: files + clockFiles(site, developments: developments, articles: articles, publication),
            kept: archived.union(pages), developments: developments, articles: articles)
    }

    /// Returns the files that say when the last run was, for a run that changed nothing else.
    ///
    /// - Parameter publication: everything that the desk has.
    /// - Returns: `index.html` and `status.json`.
    public func clockFiles(of publication: Publication) -> [OutputFile] {
        let gate = LicenceGate(sources: publication.sources, audience: settings.audience)
        let view = PublicationView(publication, gate: gate, settings: settings)
        let site = Site(view, publication, gate: gate, settings: settings)
        return clockFiles(
            site, developments: view.developments.count, articles: view.articles.count, publication)
    }

    private func clockFiles(
        _ site: Site, developments: Int, articles: Int, _ publication: Publication
    ) -> [OutputFile] {
        let gate = LicenceGate(sources: publication.sources, audience: settings.audience)
        let status = StatusJSON.bytes(
            publication.facts, developments: developments, articles: articles, sources: gate.sources,
            version: settings.version)
        return [
            OutputFile(name: "index.html", bytes: FrontPage(site: site).bytes()),
            OutputFile(name: "status.json", bytes: status),
        ]
    }

    private func pages(of site: Site, touched: Set<String>?) -> [OutputFile] {
        func isWanted(_ item: PublishedDevelopment) -> Bool { touched?.contains(item.id) ?? true }
        // The oldest first, since a page links to what came before, and merged ones last, since they link to another.
        let ordered =
            site.developments.reversed().filter(\.mergedInto.isEmpty)
            + site.developments.filter { !$0.mergedInto.isEmpty }
        let developments = ordered.filter(isWanted).map { item in
            OutputFile(name: Site.page(of: item.id)) { DevelopmentPage(item: item, site: site).bytes() }
        }
        let months = site.months.filter { $0.items.contains(where: isWanted) }.map { part in
            OutputFile(name: part.name) { MonthPage.bytes(part, site: site) }
        }
        return developments + months
    }

    private func feeds(of site: Site, archived: Set<String>) -> [OutputFile] {
        let shown = settings.feedWindow.select(site.developments)
        let earlier = archived.filter { $0.hasSuffix(".atom") }
        var files = AtomArchive(settings: settings).documents(site.prominent, earlier: Array(earlier))
        let archive = AtomArchive.newest(files.map(\.name) + earlier)
        files += [
            OutputFile(
                name: "developments.atom",
                bytes: DevelopmentsAtom.bytes(shown, archive: archive, settings: settings)),
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
