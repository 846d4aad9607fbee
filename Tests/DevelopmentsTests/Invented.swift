import Curation
import Developments
import Notation

/// Invented articles and events for tables.
enum Invented {
    static let labels = [
        "USA": "United States", "IRN": "Iran", "TUR": "Türkiye", "EGY": "Egypt", "NOR": "Norway", "CHL": "Chile",
        "UNO": "United Nations",
    ]

    /// With the words that come with the program, as in a run.
    static let grouper = Grouper(
        labels: labels, commonness: (try? Commonness.standard()) ?? Commonness(),
        stateWords: StateWords((try? Lexicon.standard())?.stateNames ?? []))

    static let sources = Dictionary(
        uniqueKeysWithValues: [
            Source(id: "post", title: "Harbour Post", feedURL: "", country: "CHL", kind: .newspaper),
            Source(id: "post-world", title: "Harbour Post World", feedURL: "", country: "CHL", owner: "post"),
            Source(id: "herald", title: "Fjord Herald", feedURL: "", country: "NOR", kind: .newspaper),
            Source(id: "wire", title: "Delta Wire", feedURL: "", country: "EGY", kind: .agency),
            Source(id: "ministry", title: "Ministry", feedURL: "", country: "NOR", kind: .official),
            Source(id: "institute", title: "Quay Institute", feedURL: "", country: "EGY", kind: .thinkTank),
        ].map { ($0.id, $0) })

    static func time(_ text: String) -> Timestamp {
        Timestamp(rfc3339: text) ?? Timestamp(rfc3339: "\(text)T12:00:00Z") ?? Timestamp(seconds: 0)
    }

    static func event(
        _ type: EventType = .consult, _ actors: [String], to recipients: [String] = [], venue: String = "",
        date: String = "", until end: String = "", modality: Modality = .future, status: Status = .reported,
        sentence: String = "The two delegations are to meet to talk about fishing rights in the northern waters.",
        change: (inout Event) -> Void = { _ in }
    ) -> Event {
        var event = Event(
            type: type, actors: actors, recipients: recipients, modality: modality, status: status,
            evidence: Evidence(text: sentence, start: 0, end: sentence.unicodeScalars.count))
        event.isPrimary = true
        event.shows = [.type, .modality, .parties]
        if !venue.isEmpty {
            let parts = venue.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            event.venue = Venue(place: parts[0], country: parts.count > 1 ? parts[1] : "")
        }
        if let start = CalendarDate(iso: date) {
            let last = CalendarDate(iso: end) ?? start
            event.date = EventDate(start: start, end: last, precision: start == last ? .day : .range)
        }
        change(&event)
        return event
    }

    static func article(
        _ id: String, _ source: String, _ published: String, _ events: [Event], title: String = "",
        text: String? = nil, decision: Decision = .kept, url: String = ""
    ) -> Article {
        var curated = CuratedArticle(language: "en", relevant: true, score: 0.8, decision: decision)
        curated.events = events
        curated.countries = Set(events.flatMap { $0.actors + $0.recipients + $0.mediators }).sorted()
        let text = text ?? events.map(\.evidence.text).joined(separator: " ")
        var article = Article(
            id: "a-\(id)", sourceID: source, entryKey: id, url: url,
            title: title.isEmpty ? "Delegations to meet over fishing rights" : title, text: text,
            fetched: time(published), extraction: .full, sha256: ContentHash.sha256((title + text).utf8),
            curated: curated)
        article.published = time(published)
        return article
    }

    /// Groups articles one run after the other, as the store would remember them in between.
    static func group(
        _ runs: [[Article]], sources: [String: Source] = sources, corrections: [Corrections] = [],
        grouper: Grouper = grouper
    ) -> Outcome {
        var outcome = Outcome()
        var traces: [String: ArticleTrace] = [:]
        for (index, articles) in runs.enumerated() {
            let state = GroupingState(
                developments: outcome.order.compactMap { outcome.developments[$0] },
                stories: outcome.stories.values.sorted { $0.id < $1.id },
                traces: traces.values.sorted { ($0.time, $0.articleID) < ($1.time, $1.articleID) })
            let now = time("2026-03-01T00:00:00Z").adding(seconds: 86_400 * index)
            let result = grouper.group(
                articles, sources: sources, into: state, corrections: corrections[safe: index] ?? Corrections(),
                now: now)
            for development in result.developments {
                if outcome.developments.updateValue(development, forKey: development.id) == nil {
                    outcome.order.append(development.id)
                }
            }
            for story in result.stories { outcome.stories[story.id] = story }
            for trace in result.traces { traces[trace.articleID] = trace }
            outcome.doubts.append(result.doubts)
            for placement in result.placements { outcome.placements[placement.articleID] = placement }
            outcome.changes.append(result.changes)
        }
        return outcome
    }

    struct Outcome {
        var developments: [String: Development] = [:]
        var order: [String] = []
        var stories: [String: Story] = [:]
        var placements: [String: GroupingResult.Placement] = [:]
        var changes: [[Change]] = []
        var doubts: [[Doubt]] = []

        var first: Development? { order.first.flatMap { developments[$0] } }

        func facts(_ index: Int = 0, sources: [String: Source] = Invented.sources) -> DevelopmentFacts? {
            order.indices.contains(index)
                ? developments[order[index]]?.facts(sources: sources, labels: Invented.labels) : nil
        }
    }
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
