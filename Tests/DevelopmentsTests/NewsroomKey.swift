import Curation
import Developments
import Foundation
import Notation

/// The sample newsroom's key: its articles with the events, developments and stories that are right.
struct NewsroomKey {
    struct Line: Decodable {
        struct Event: Decodable {
            struct Place: Decodable {
                var place: String
                var country: String
            }
            struct Day: Decodable {
                var start: String?
                var end: String?
                var precision: String?
            }
            var primary: Bool
            var type: EventType
            var actors: [String]
            var recipients: [String]
            var mediators: [String]
            var modality: Modality
            var status: Status
            var venue: Place
            var date: Day
            var evidence: String
            var development: String
            var story: String
        }
        var snapshot: Int
        var outlet: String
        var id: String
        var title: String
        var language: String
        var published: String
        var body: String
        var decision: String
        var events: [Event]
        var copyOf: String?
    }

    let lines: [Line]
    let sources: [String: Source]

    /// The folder of the sample newsroom, or nil where only the tests are.
    static var folder: URL? {
        let here = URL(filePath: #filePath).resolvingSymlinksInPath()
        let folder = here.deletingLastPathComponent().appending(path: "../../Feeds/sample").standardizedFileURL
        return FileManager.default.fileExists(atPath: folder.appending(path: "key.jsonl").path) ? folder : nil
    }

    init(folder: URL) throws {
        let text = try String(contentsOf: folder.appending(path: "key.jsonl"), encoding: .utf8)
        lines = try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
        var sources: [String: Source] = [:]
        for outlet in Set(lines.map(\.outlet)) {
            sources[outlet] = Source(
                id: outlet, title: outlet, feedURL: "",
                kind: outlet.hasSuffix("institute") ? .thinkTank : outlet.hasSuffix("mfa") ? .official : .newspaper)
        }
        self.sources = sources
    }

    /// The kept articles of a snapshot, curated as the key says.
    func articles(snapshot: Int, decisions: Set<String> = ["kept"]) -> [Article] {
        lines.filter { $0.snapshot == snapshot && decisions.contains($0.decision) }.map { line in
            var curated = CuratedArticle(language: line.language, relevant: true, score: 0.9, decision: .kept)
            curated.events = line.events.map { Self.event($0, body: line.body) }
            curated.countries = curated.events.flatMap { $0.actors + $0.recipients + $0.mediators }
                .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            var article = Article(
                id: "a-\(line.id)", sourceID: line.outlet, entryKey: line.id, url: "", title: line.title,
                text: line.body,
                fetched: Timestamp(seconds: 0), extraction: .full,
                sha256: ContentHash.sha256((line.title + "\n" + line.body).utf8), curated: curated)
            article.published = Timestamp(rfc3339: line.published)
            return article
        }
    }

    private static func event(_ line: Line.Event, body: String) -> Event {
        let whole = body.unicodeScalars.count
        let start = body.range(of: line.evidence).map {
            body.unicodeScalars.distance(from: body.startIndex, to: $0.lowerBound)
        }
        let evidence = Evidence(
            text: line.evidence, start: start ?? 0, end: min(whole, (start ?? 0) + line.evidence.unicodeScalars.count))
        var event = Event(
            type: line.type, actors: line.actors, recipients: line.recipients, modality: line.modality,
            status: line.status, evidence: evidence)
        event.mediators = line.mediators
        event.isPrimary = line.primary
        event.shows = [.type, .modality, .parties]
        if !line.venue.place.isEmpty || !line.venue.country.isEmpty {
            event.venue = Venue(place: line.venue.place, country: line.venue.country)
        }
        if let start = line.date.start.flatMap({ CalendarDate(iso: $0) }) {
            event.date = EventDate(
                start: start, end: line.date.end.flatMap { CalendarDate(iso: $0) } ?? start,
                precision: line.date.precision.flatMap(EventDate.Precision.init) ?? .day)
        }
        if line.status == .onRecord || line.status == .denied { event.statusBasis = Array(line.actors.prefix(1)) }
        return event
    }
}
