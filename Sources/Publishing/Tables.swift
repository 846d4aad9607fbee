import Developments
import Notation

/// The tables of an edition, and the lists that are made of the same rows: CSV, CSVW metadata, calendar and OPML.
struct Tables {
    private let view: PublicationView
    private let articles: [Printed]
    private let sources: [String: Source]
    private let facts: RunFacts
    private let settings: PublicationSettings
    private let calendar: DeskCalendar

    init(
        _ view: PublicationView, _ articles: [Printed], _ sources: [String: Source], _ facts: RunFacts,
        _ settings: PublicationSettings
    ) {
        self.view = view
        self.articles = articles
        self.sources = sources
        self.facts = facts
        self.settings = settings
        calendar = DeskCalendar(zone: settings.timeZone)
    }

    /// Returns the files, archives first.
    ///
    /// - Parameter archived: the archive files that are there already.
    /// - Returns: the files.
    func files(archived: Set<String>) -> [OutputFile] {
        let format = settings.csv
        let developments = recent(view.developments, days: settings.csvDays, by: { $0.lastChanged })
        let articles = recent(self.articles, days: settings.csvDays, by: { $0.reach })
        let changes = recent(view.changes, days: settings.csvDays, by: { $0.change.when })
        var files = archives(archived)
        func add(_ name: String, _ columns: [String], _ bytes: [UInt8]) {
            files.append(OutputFile(name: "\(name).csv", bytes: bytes))
            guard settings.also.contains(.metadata) else { return }
            let key = name == "sources" ? "source" : columns[0]
            let metadata = CSVMetadata(name: name, columns: columns, key: key, format: format)
            files.append(OutputFile(name: metadata.fileName, bytes: metadata.bytes()))
        }
        func has(_ extra: PublicationSettings.Extra) -> Bool { settings.also.contains(extra) }
        if has(.sources) {
            let bytes = SourcesCSV.bytes(sources, facts: facts, calendar: calendar, format: format)
            add("sources", SourcesCSV.columns, bytes)
        }
        if has(.subscriptions) {
            let bytes = SourcesOPML.bytes(sources, title: settings.feedTitle)
            files.append(OutputFile(name: PublicationSettings.Extra.subscriptions.rawValue, bytes: bytes))
        }
        add("articles", ArticlesCSV.columns, ArticlesCSV.bytes(articles, format: format))
        add(
            "developments", DevelopmentsCSV.columns,
            DevelopmentsCSV.bytes(developments, calendar: calendar, format: format))
        if has(.links) { add("links", LinksCSV.columns, LinksCSV.bytes(developments, format: format)) }
        if has(.quotes) { add("quotes", QuotesCSV.columns, QuotesCSV.bytes(developments, format: format)) }
        if has(.meetings) { add("meetings", MeetingsCSV.columns, MeetingsCSV.bytes(developments, format: format)) }
        if has(.calendar) {
            let bytes = MeetingsCalendar(settings: settings).bytes(developments)
            files.append(OutputFile(name: PublicationSettings.Extra.calendar.rawValue, bytes: bytes))
        }
        add("changes", ChangesCSV.columns, ChangesCSV.bytes(changes, calendar: calendar, format: format))
        return files
    }

    /// The tables of the months that are over, as they were then.
    private func archives(_ archived: Set<String>) -> [OutputFile] {
        let format = settings.csv
        return months("articles", articles, by: { $0.reach }, archived) { ArticlesCSV.bytes($0, format: format) }
            + months("developments", view.developments, by: { $0.firstSeen }, archived) {
                DevelopmentsCSV.bytes($0, calendar: calendar, format: format)
            }
            + months("changes", view.changes, by: { $0.change.when }, archived) {
                ChangesCSV.bytes($0, calendar: calendar, format: format)
            }
    }

    /// A month is over when something newer than it is there.
    private func months<Item>(
        _ name: String, _ items: [Item], by time: (Item) -> Timestamp, _ archived: Set<String>,
        bytes: ([Item]) -> [UInt8]
    ) -> [OutputFile] {
        func month(_ item: Item) -> Int {
            let parts = time(item).date.parts
            return parts.year * 12 + parts.month
        }
        guard let current = items.map({ month($0) }).max() else { return [] }
        var missing: [Int: String] = [:]
        for item in items where month(item) < current && missing[month(item)] == nil {
            missing[month(item)] = "archive/\(name)-\(time(item).date.description.prefix(7)).csv"
        }
        return missing.filter { !archived.contains($0.value) }.sorted { $0.key < $1.key }.map { key, file in
            OutputFile(name: file, bytes: bytes(items.filter { month($0) == key }))
        }
    }
}
