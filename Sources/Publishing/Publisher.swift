public import Developments
import Notation

/// Turns what a desk has into the files that the world sees.
///
/// A pure function: the same publication and settings give the same bytes, and only `status.json` says when the last
/// run was. Windows count back from the newest item, not from the clock, so that nothing changes while nothing happens.
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
        /// How many developments are shown.
        public var developments: Int
        /// How many articles are shown.
        public var articles: Int
    }

    /// Returns the files in the order in which they are to be written.
    public func files(for publication: Publication) -> [OutputFile] { edition(of: publication).files }

    /// Returns the files, and how much they show.
    public func edition(of publication: Publication) -> Edition {
        let gate = LicenceGate(sources: publication.sources, audience: settings.audience)
        let view = PublicationView(publication, gate: gate, settings: settings)
        let tables = tables(of: view, sources: gate.sources, facts: publication.facts)
        let (developments, articles) = (view.developments.count, view.articles.count)
        let status = statusFile(
            publication.facts, developments: developments, articles: articles, sources: publication.sources)
        return Edition(files: tables + feeds(of: view) + [status], developments: developments, articles: articles)
    }

    /// Returns `status.json` alone, for a run that changed nothing else.
    ///
    /// - Parameters:
    ///   - facts: how the runs went.
    ///   - developments: how many developments are published.
    ///   - articles: how many articles are published.
    ///   - sources: every source by its id.
    /// - Returns: the file.
    public func statusFile(
        _ facts: RunFacts, developments: Int, articles: Int, sources: [String: Source]
    ) -> OutputFile {
        let gate = LicenceGate(sources: sources, audience: settings.audience)
        let bytes = StatusJSON.bytes(
            facts, developments: developments, articles: articles, sources: gate.sources, version: settings.version)
        return OutputFile(name: "status.json", bytes: bytes)
    }

    private func tables(of view: PublicationView, sources: [String: Source], facts: RunFacts) -> [OutputFile] {
        let calendar = DeskCalendar(zone: settings.timeZone)
        let format = settings.csv
        let developments = recent(view.developments, days: settings.csvDays, by: { $0.lastChanged })
        let changes = recent(view.changes, days: settings.csvDays, by: { $0.change.when })
        var files: [OutputFile] = []
        func add(_ extra: PublicationSettings.Extra, _ bytes: () -> [UInt8]) {
            if settings.also.contains(extra) { files.append(OutputFile(name: extra.rawValue, bytes: bytes())) }
        }
        func add(_ name: String, _ bytes: [UInt8]) { files.append(OutputFile(name: name, bytes: bytes)) }
        add(.sources) { SourcesCSV.bytes(sources, facts: facts, calendar: calendar, format: format) }
        add("articles.csv", ArticlesCSV.bytes(view.articles, calendar: calendar, format: format))
        add("developments.csv", DevelopmentsCSV.bytes(developments, calendar: calendar, format: format))
        add(.links) { LinksCSV.bytes(developments, format: format) }
        add(.quotes) { QuotesCSV.bytes(developments, format: format) }
        add(.meetings) { MeetingsCSV.bytes(developments, format: format) }
        add("changes.csv", ChangesCSV.bytes(changes, calendar: calendar, format: format))
        return files
    }

    private func feeds(of view: PublicationView) -> [OutputFile] {
        let shown = settings.feedWindow.select(view.developments)
        var feeds = [
            OutputFile(name: "developments.atom", bytes: DevelopmentsAtom.bytes(shown, settings: settings)),
            OutputFile(name: "changes.atom", bytes: ChangesAtom.bytes(view.changes, settings: settings)),
        ]
        if settings.also.contains(.jsonFeed) {
            let name = PublicationSettings.Extra.jsonFeed.rawValue
            feeds.append(OutputFile(name: name, bytes: JSONFeed.bytes(shown, settings: settings)))
        }
        return feeds
    }
}
