import Curation
import Developments
import Notation
import Testing

@Suite("What is joined, left apart and inferred")
struct DoubtTests {
    /// Texts of one story in words of their own, so that none is a copy of another.
    private static let settings = [
        "Fishing rights in the northern waters have divided the two coastal states for years, say captains of trawlers.",
        "For years the two coastal states have been at odds: captains want fishing rights in northern waters settled.",
        "Captains of both coastal states complain that nobody has settled who may fish; northern waters divide them.",
    ]

    private func article(_ id: String, _ source: String, _ day: String, _ events: [Event]) -> Article {
        let setting = Self.settings[(Int(id) ?? 0) % Self.settings.count]
        return Invented.article(
            id, source, day, events, text: setting + "\n\n" + events.map(\.evidence.text).joined(separator: " "))
    }

    @Test("talks in general are not a meeting on a day: they stay apart, and the pair is left to a person")
    func vague() throws {
        let meeting = Invented.event(.consult, ["NOR", "CHL"], venue: "Oslo/NOR", date: "2026-02-20")
        let wish = Invented.event(
            .consult, ["NOR", "CHL"], sentence: "Chile has told its envoys to seek an understanding with Norway.")
        let outcome = Invented.group([
            [article("1", "post", "2026-02-10", [meeting])],
            [article("2", "herald", "2026-02-11", [wish])],
        ])
        #expect(outcome.stories.count == 1)
        #expect(outcome.developments.count == 2)
        let doubt = try #require(outcome.doubts[1].first)
        #expect(doubt.kind == .pair)
        #expect(Set([doubt.developmentID, doubt.otherID]) == Set(outcome.order))
    }

    @Test("what one article tells after two origins is one development, and what it tells twice itself is two")
    func origins() {
        let own = Invented.event(.consult, ["NOR", "CHL"], venue: "Oslo/NOR", date: "2026-02-20")
        let credited = Invented.event(
            .consult, ["NOR", "CHL"], date: "2026-02-20", sentence: "The two will meet, Delta Wire reported."
        ) { $0.origin = "Delta Wire" }
        let one = Invented.group([[article("1", "post", "2026-02-10", [own, credited])]])
        #expect(one.developments.count == 1)
        #expect(one.first?.reports.count == 2)
        #expect(one.facts()?.articleCount == 1)
        #expect(one.facts()?.originCount == 2)
        let again = Invented.event(
            .consult, ["NOR", "CHL"], date: "2026-02-20", sentence: "The two ministers will also meet in the evening.")
        #expect(Invented.group([[article("1", "post", "2026-02-10", [own, again])]]).developments.count == 2)
    }

    @Test(
        "credits of one agency are one origin, however they are worded",
        arguments: [
            ("Norway’s state news agency NRB", "NRB", 1), ("Delta Wire", "the Delta Wire news agency", 2),
            ("Tasman News Agency", "Tasman", 1), ("US media", "Chilean media", 2), ("NRB", "Delta Wire", 2),
        ])
    func credits(_ first: String, _ second: String, _ count: Int) {
        let events = [first, second].map { origin in
            Invented.event(.consult, ["NOR", "CHL"], date: "2026-02-20") { $0.origin = origin }
        }
        let outcome = Invented.group([
            [
                article("1", "post", "2026-02-10", [events[0]]),
                article("2", "herald", "2026-02-10", [events[1]]),
            ]
        ])
        #expect(outcome.developments.count == 1)
        #expect(outcome.facts()?.originCount == count)
    }

    @Test("each origin's claim comes with its sentence, newest word first to go")
    func claims() throws {
        let oslo = Invented.event(.consult, ["NOR", "CHL"], venue: "Oslo/NOR", date: "2026-02-20")
        let lima = Invented.event(.consult, ["NOR", "CHL"], venue: "Lima/PER", date: "2026-02-20")
        let outcome = Invented.group([
            [
                article("1", "post", "2026-02-10", [oslo]), article("2", "herald", "2026-02-11", [lima]),
                article("3", "post-world", "2026-02-12", [lima]),
            ]
        ])
        let claims = try #require(outcome.first).claims(sources: Invented.sources, labels: Invented.labels)
        let venues = claims.filter { $0.attribute == "venue" }
        #expect(venues.map(\.value) == ["Lima, PER", "Lima, PER"])
        #expect(venues.map(\.origin) == ["Fjord Herald", "Harbour Post World"])
        #expect(claims.filter { $0.attribute == "date" }.map(\.value) == ["20 Feb", "20 Feb"])
        #expect(claims.allSatisfy { !$0.evidence.text.isEmpty })
    }

    @Test("an article without a date takes its days from its story, and they are marked as inferred")
    func inferred() throws {
        let dated = Invented.article(
            "1", "post", "2026-02-09",
            [Invented.event(.consult, ["NOR", "CHL"], venue: "Oslo/NOR", date: "2026-02-09", until: "2026-02-15")])
        let event = Invented.event(
            .consult, ["NOR", "CHL"], venue: "Oslo/NOR",
            sentence:
                "The harbour master said on Wednesday that the two delegations meet on Friday over fishing rights.")
        var undated = Invented.article("2", "herald", "2026-02-10", [event], title: "Delegations to meet on Friday")
        undated.published = nil
        let anchors = Anchors()
        let grouper = Grouper(labels: Invented.labels) { article, day in
            anchors.note(day)
            var curated = article.curated
            let friday = day.adding(days: 4 - day.weekday)
            curated.events[0].date = EventDate(start: friday, end: friday, precision: .day)
            return curated
        }
        let outcome = Invented.group([[dated, undated]], grouper: grouper)
        // The first Wednesday after Monday, 9 February.
        #expect(anchors.days == [CalendarDate(iso: "2026-02-11")])
        let report = try #require(outcome.first?.reports.last)
        #expect(outcome.developments.count == 1)
        #expect(report.event.date?.start == CalendarDate(iso: "2026-02-13"))
        #expect(report.event.date?.inferred == true)
    }

    @Test(
        "an article with a date joins the act that one without a date told before, whatever day that was fetched on",
        arguments: ["2026-02-10", "2026-02-20", "2026-02-26"])
    func undatedFirst(day: String) throws {
        let first = "Delegates of Norway and Chile sat down over the krill quotas of the southern sea."
        var undated = Invented.article(
            "1", "herald", day, [Invented.event(.consult, ["NOR", "CHL"], modality: .occurred, sentence: first)],
            title: "Krill quotas: delegates sit down")
        undated.published = nil
        let second = "The delegates of Norway and Chile sat down on Tuesday over krill quotas in the southern sea."
        let dated = Invented.article(
            "2", "post", "2026-02-10",
            [Invented.event(.consult, ["NOR", "CHL"], date: "2026-02-10", modality: .occurred, sentence: second)],
            title: "Delegates sit down over krill quotas")
        var later = dated
        later.fetched = undated.fetched.adding(seconds: 3600)
        let outcome = Invented.group([[undated], [later]])
        #expect(outcome.developments.count == 1)
        #expect(outcome.first?.reports.map(\.articleID) == ["a-1", "a-2"])
        // Another day's act in other words stays apart, though nobody knows how old the first article is.
        var other = Invented.article(
            "3", "post", "2026-01-20",
            [
                Invented.event(
                    .consult, ["NOR", "CHL"], date: "2026-01-20", modality: .occurred,
                    sentence: "Envoys signed up for a seminar about harbour cranes in Bergen.")
            ], title: "Krill quotas: delegates sit down")
        other.fetched = undated.fetched.adding(seconds: 3600)
        #expect(Invented.group([[undated], [other]]).developments.count == 2)
    }

    /// The days as which an article was read again.
    private final class Anchors: @unchecked Sendable {
        // Grouping is synchronous, on one thread.
        private(set) var days: [CalendarDate?] = []
        func note(_ day: CalendarDate) { days.append(day) }
    }

    @Test(
        "one page under several addresses is one article and its copies",
        arguments: [
            ("https://post.example/a/talks", "https://amp.post.example/a/talks", true),
            ("https://post.example/a/talks", "http://www.post.example/a/talks/amp/", true),
            ("https://post.example/a/talks.html", "https://post.example/a/talks.amp.html?utm_medium=x", true),
            ("https://post.example/a/talks", "https://post-example.cdn.ampproject.org/c/s/post.example/a/talks", true),
            ("https://post.example/a/talks", "https://m.post.example/a/talks?outputType=amp", true),
            ("https://post.example/story?id=1", "https://post.example/story?id=2", false),
            ("https://post.example/", "https://post.example/", false),
        ])
    func addresses(_ first: String, _ second: String, _ isCopy: Bool) {
        let event = Invented.event(.consult, ["NOR", "CHL"], date: "2026-02-20")
        let outcome = Invented.group([
            [
                Invented.article("1", "post", "2026-02-10", [event], text: "One text of its own.", url: first),
                Invented.article("2", "herald", "2026-02-11", [event], text: "Quite another one.", url: second),
            ]
        ])
        #expect((outcome.placements["a-2"]?.duplicateOf == "a-1") == isCopy)
    }
}
