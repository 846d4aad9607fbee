import Curation
import Developments
import Notation
import Publishing

/// An invented publication: outlets, persons and statements are ours, and the values are as awkward as the web's.
struct SamplePublication {
    static let start = Timestamp(seconds: 1_769_990_400)  // 2026-02-02T00:00:00Z

    /// Texts that would break a file that trusts them.
    static let awkwardTitles = [
        "Talks & \"ceasefire\": <first> round's end",
        "=HYPERLINK(\"https://evil.example\",\"click\")",
        "\u{200B}@SUM(1+1)*cmd|' /C calc'!A0",
        "\t+1 for talks\r\nSecond line\u{0}\u{7}\u{FFFD}\u{85}end",
        "محادثات في الدوحة بين وزيري الخارجية",
        "\u{202E}reversed\u{2066} and not \u{FEFF}closed",
        "2026 in review",
        "Türkiye, Ægir; 中法外长举行会谈 | пять",
    ]

    static func source(
        _ id: String, _ title: String, licence: Source.Licence = .link, kind: Source.Kind = .newspaper, country: String,
        feedURL: String? = nil, owner: String = "", isPrivate: Bool = false
    ) -> Source {
        Source(
            id: id, title: title, feedURL: feedURL ?? "https://\(id).example/feed.xml",
            siteURL: "https://\(id).example/",
            language: "en", country: country, kind: kind, owner: owner, licence: licence, isPrivate: isPrivate)
    }

    static let sources: [String: Source] = [
        source("harbour", "Harbour Post & Mail", country: "GBR"),
        source("gulf", "Gulf Wire", licence: .excerpt, kind: .agency, country: "QAT"),
        source("ministry", "Foreign Ministry of Iran", licence: .full, kind: .official, country: "IRN"),
        source("silent", "The Silent Times", licence: .none, country: "USA"),
        source(
            "vault", "Vault Letter", country: "CHE",
            feedURL: "https://reader:hunter2@vault.example/rss?key=s3cr3tk3y99&section=world", isPrivate: true),
        source(
            "paid", "Paid Digest", country: "FRA",
            feedURL: "https://me:pw@paid.example/f?token=abcdef0123456789&lang=en"),
    ].reduce(into: [:]) { $0[$1.id] = $1 }

    static func article(
        _ id: String, _ sourceID: String, title: String, text: String, at hours: Int, event: Event?, url: String? = nil,
        language: String = "en"
    ) -> Article {
        var curated = CuratedArticle(
            language: language, relevant: true, score: 0.83, decision: .kept,
            why: [
                Reason(rule: "officials", weight: 2, text: "Iran"),
                Reason(rule: "desk/keep", weight: 1, text: "HIDDENWORD"),
            ])
        curated.events = event.map { [$0] } ?? []
        curated.countries = event.map { $0.actors + $0.recipients } ?? []
        curated.topics = ["nuclear_programme"]
        curated.persons = [
            Person(
                id: "p-rahimi", name: "Dara Rahimi", asWritten: ["Rahimi"], office: "Foreign Minister", country: "IRN"),
            Person(name: "Nobody Here", asWritten: ["Nobody"]),
        ]
        if let event, let quote = event.evidence.text.unicodeScalars.firstIndex(of: "“") {
            let offset = event.evidence.text.unicodeScalars.distance(
                from: event.evidence.text.unicodeScalars.startIndex, to: quote)
            curated.quotes = [
                Quote(
                    speaker: "Dara Rahimi", speakerID: "p-rahimi", asWritten: "Rahimi", office: "Foreign Minister",
                    text: "We are ready", start: event.evidence.start + offset, end: event.evidence.end)
            ]
        }
        var article = Article(
            id: id, sourceID: sourceID, entryKey: id, url: url ?? "https://\(sourceID).example/news/\(id)",
            title: title,
            text: text, fetched: start.adding(seconds: hours * 3600 + 600), extraction: .full,
            sha256: ContentHash.sha256(Array((title + text).utf8)), curated: curated)
        article.published = start.adding(seconds: hours * 3600)
        article.authors = ["A. Writer"]
        return article
    }

    static func event(
        _ type: EventType, _ sentence: String, actors: [String], recipients: [String] = [], status: Status = .reported
    ) -> Event {
        var event = Event(
            type: type, actors: actors, recipients: recipients, status: status,
            evidence: Evidence(text: sentence, start: 0, end: sentence.unicodeScalars.count))
        event.isPrimary = true
        event.shows = [.type, .modality, .parties]
        event.pairs = actors.count > 1 ? [[actors[0], actors[1]]] : []
        return event
    }

    /// Three outlets on one meeting, of which they name two venues; a copy; a private and a silent source.
    static func meeting() -> (Development, [Article]) {
        func told(_ place: String, _ country: String, _ sentence: String) -> Event {
            var event = event(.consult, sentence, actors: ["USA", "IRN"], status: .unconfirmed)
            event.phase = .scheduled
            event.modality = .future
            event.cameo = ["CAMEO:046"]
            event.mediators = ["TUR", "EUU"]
            event.venue = Venue(place: place, country: country)
            event.date = EventDate(
                start: CalendarDate(year: 2026, month: 2, day: 6), end: CalendarDate(year: 2026, month: 2, day: 6),
                precision: .day)
            return event
        }
        let reports = [
            (
                "a-harbour1", "harbour", "Ankara", "TUR",
                "Envoys of the two states will meet in Ankara on Friday, Rahimi said: “We are ready”."
            ),
            ("a-gulf1", "gulf", "Istanbul", "TUR", "The meeting takes place in Istanbul, Gulf Wire has learned."),
            (
                "a-silent1", "silent", "Ankara", "TUR",
                "SILENTWORDS the envoys of both sides are to convene in Ankara this week."
            ),
            ("a-vault1", "vault", "Geneva", "CHE", "VAULTWORDS a subscriber knows that it is Geneva."),
        ]
        var articles: [Article] = []
        var development = Development(id: "d-meetingaaaa", storyID: "s-talksaaaaaa", firstSeen: start, reports: [])
        for (index, (id, sourceID, place, country, sentence)) in reports.enumerated() {
            let words = sourceID == "silent" ? "SILENTWORDS" : sourceID == "vault" ? "VAULTWORDS" : "Envoys to meet"
            let article = article(
                id, sourceID, title: "\(words) in \(place)",
                text: sentence + "\n\n" + String(repeating: "\(words) BODYWORDS go on. ", count: 40), at: index,
                event: told(place, country, sentence))
            articles.append(article)
            development.reports.append(
                Report(article: article, event: article.curated.events[0], prominence: .title))
        }
        development.lastChanged = start.adding(seconds: 7200)
        development.revision = 2
        return (development, articles)
    }

    /// One development for each awkward title, from an outlet whose links carry its subscriber's key.
    static func awkward() -> [(Development, Article)] {
        awkwardTitles.enumerated().map { index, title in
            let id = "a-awkward\(index)"
            let sentence = title + " Rahimi told reporters."
            var event = event(.request, sentence, actors: ["IRN"], recipients: ["USA", "UNO"], status: .onRecord)
            event.statusBasis = ["IRN"]
            event.object = title
            event.date = EventDate(start: nil, end: nil, precision: .unknown)
            event.score = -3.5
            let article = article(
                id, "paid", title: title, text: title, at: 10 + index, event: event,
                url: "https://paid.example/n/\(index)?a=1&token=abcdef0123456789#\(index == 2 ? "sec <x>" : "")",
                language: index == 4 ? "ar" : "en")
            let development = Development(
                id: "d-awkward\(["a", "b", "c", "d", "e", "f", "g", "h"][index])", storyID: "s-awkward",
                firstSeen: article.fetched, reports: [Report(article: article, event: event, prominence: .lead)])
            return (development, article)
        }
    }

    /// A headline of 1 MB in a full licence, with a time of publication far in the future.
    static func huge() -> (Development, Article) {
        let title = String(repeating: "very long ", count: 100_000)
        let event = event(.statement, title, actors: ["IRN"])
        let article = article("a-huge", "ministry", title: title, text: title, at: 30, event: event)
        return (
            Development(
                id: "d-huge", storyID: "s-huge", firstSeen: article.fetched,
                reports: [Report(article: article, event: event, prominence: .title)]), article
        )
    }

    static func publication() -> Publication {
        let (meeting, articles) = meeting()
        let (hugeDevelopment, hugeArticle) = huge()
        let awkward = awkward()
        let stories = [
            Story(id: "s-talksaaaaaa", title: "US–Iran talks 2026", lastReport: start),
            Story(id: "s-awkward", title: "=cmd|' /C calc'!A0", lastReport: start),
        ]
        return Publication(
            developments: [meeting, hugeDevelopment] + awkward.map(\.0),
            stories: stories.reduce(into: [:]) { $0[$1.id] = $1 },
            articles: articles + [hugeArticle] + awkward.map(\.1), sources: sources, changes: changes(),
            facts: RunFacts(
                lastRun: start.adding(seconds: 90_000), lastSuccess: start.adding(seconds: 90_000), sourcesOK: 4,
                sourcesFailing: 2, oldestSuccess: start,
                failing: [
                    .init(sourceID: "vault", lastSuccess: start, words: "wants a password"),
                    .init(
                        sourceID: "paid", lastSuccess: nil,
                        words: "server error at https://me:pw@paid.example/f?token=abcdef0123456789 (503)"),
                ]),
            now: start.adding(seconds: 90_000))
    }

    static func changes() -> [Change] {
        func change(_ id: String, _ field: String, _ old: String, _ new: String, _ article: String, _ hour: Int)
            -> Change
        {
            Change(
                id: id, when: start.adding(seconds: hour * 3600), developmentID: "d-meetingaaaa", revision: 2,
                field: field,
                old: old, new: new, cause: .article, articleID: article)
        }
        return [
            change("c-one", "venue_place", "Ankara", "Istanbul", "a-gulf1", 2),
            change("c-two", "contradiction", "no", "yes", "a-gulf1", 2),
            change("c-three", "venue_place", "Istanbul", "VAULTWORDS", "a-vault1", 3),
        ]
    }

    /// Many plain developments, each of one report; fifty an hour, or so many seconds apart.
    static func many(_ count: Int, apart seconds: Int? = nil) -> Publication {
        var publication = Publication(developments: [], sources: sources, now: start)
        for index in 0..<count {
            let sentence =
                "Minister Rahimi of state number \(index) asked the other side to return to talks on its missiles."
            let event = event(.request, sentence, actors: ["IRN"], recipients: ["USA"])
            let article = article(
                ContentHash.identifier("a", ["many", String(index)]), index % 3 == 0 ? "gulf" : "harbour",
                title: "State number \(index) asks for talks", text: String(repeating: sentence + " ", count: 20),
                at: (seconds ?? 72) * index / 3600, event: event)
            publication.articles.append(article)
            publication.developments.append(
                Development(
                    id: ContentHash.identifier("d", ["many", String(index)]), storyID: "s-many\(index / 20)",
                    firstSeen: article.fetched, reports: [Report(article: article, event: event, prominence: .title)]))
        }
        return publication
    }

    static func settings(baseURL: String? = "https://desk.example/out") -> PublicationSettings {
        PublicationSettings(
            feedTitle: "Desk <of> tests & \"checks\"", deskName: "Test desk", authority: "desk.example,2026",
            baseURL: baseURL,
            labels: [
                "IRN": "Iran", "USA": "United States", "TUR": "Türkiye", "EUU": "European Union",
                "UNO": "United Nations",
            ],
            version: "0.1.0")
    }
}

extension [OutputFile] {
    /// The text of a file; empty when there is none of that name.
    func text(_ name: String) -> String {
        String(decoding: first { $0.name == name }?.bytes ?? [], as: UTF8.self)
    }
}
