import ArticleExtraction
import Curation
import Desk
import Developments
import Foundation
import Notation
import Testing

/// What the three seeds amount to when they are grouped: product.md's last section.
@Suite("The seeds as developments", .enabled(if: Seed.areHere, "the shared seeds are not here (DEMARCHE_SHARED)"))
struct SeedGroupingTests {
    private static let result = Result { try SeedGroupingTests.group() }
    private static let labels = ["USA": "United States", "IRN": "Iran", "TUR": "Türkiye"]

    private static func group() throws -> GroupingResult {
        let curator = Curator(lexicon: try Lexicon.standard())
        let fetched = Timestamp(seconds: 1_770_300_000)
        var articles: [Article] = []
        for seed in Seed.allCases {
            let page = ArticleExtractor().extract(Array(try seed.barePage().utf8), url: nil)
            let published = seed.published.flatMap(CalendarDate.init(iso:)).map {
                Timestamp(date: $0, secondOfDay: 43_200)
            }
            let curated = curator.curate(
                ArticleText(title: try seed.title(), text: page.text, published: published, language: "en"))
            var article = Article(
                id: "a-\(seed.rawValue)", sourceID: "outlet-\(seed.rawValue)", entryKey: seed.rawValue, url: "",
                title: try seed.title(), text: page.text, fetched: fetched, extraction: .full, sha256: "",
                curated: curated)
            article.published = published
            articles.append(article)
        }
        let stateWords = StateWords(try Lexicon.standard().stateNames)
        let grouper = Grouper(labels: labels, commonness: try Commonness.standard(), stateWords: stateWords) {
            article, day in
            curator.curate(
                ArticleText(
                    title: article.title, text: article.text, published: Timestamp(date: day, secondOfDay: 43_200),
                    language: "en"))
        }
        return grouper.group(articles, sources: [:], into: GroupingState(), now: fetched)
    }

    private func meeting() throws -> (development: Development, facts: DevelopmentFacts) {
        let development = try #require(
            try Self.result.get().developments.first { development in
                development.reports.contains { $0.event.venue?.place == "Ankara" }
            })
        return (development, try #require(development.facts(sources: [:], labels: Self.labels)))
    }

    @Test("they are one story")
    func story() throws {
        #expect(Set(try Self.result.get().placements.map(\.storyID)).count == 1)
    }

    @Test("the meeting is one development: Ankara against Istanbul, mediated, unconfirmed")
    func contradiction() throws {
        let (development, facts) = try meeting()
        #expect(Set(development.reports.map(\.articleID)) == ["a-003", "a-004"])
        #expect(Set([facts.venue?.place] + facts.venueAlternatives.map(\.place)) == ["Ankara", "Istanbul"])
        #expect(facts.contradictionNote.contains("Ankara (") && facts.contradictionNote.contains(" against Istanbul ("))
        #expect(Set(facts.mediators).isSuperset(of: ["TUR", "EGY", "QAT"]))
        #expect(facts.status == .unconfirmed)
        // One says that it may take place, the other that it will; shown is what the surer one says.
        #expect(facts.modality == .future || facts.modality == .hypothetical)
        let venues = development.claims(sources: [:]).filter { $0.attribute == "venue" }
        #expect(venues.count == 2 && venues.allSatisfy { !$0.evidence.text.isEmpty })
    }

    @Test("the article without a dateline takes its days from the story, marked as inferred")
    func inferred() throws {
        let dates = try Self.result.get().developments.flatMap(\.reports).filter { $0.articleID == "a-004" }
            .compactMap(\.event.date)
        #expect(!dates.isEmpty)
        #expect(dates.allSatisfy { $0.inferred })
        #expect(dates.contains { $0.start == CalendarDate(iso: "2026-02-03") })
    }

    @Test("what the president suggests, what his rival rejects and what the neighbours urge are acts of their own")
    func others() throws {
        let (meeting, _) = try meeting()
        let others = try Self.result.get().developments.filter { $0.id != meeting.id }
        #expect(!meeting.reports.contains { $0.articleID == "a-000" })
        #expect(others.contains { $0.reports.contains { $0.event.type == .reject && $0.event.actors == ["IRN"] } })
        #expect(others.contains { $0.reports.contains { $0.event.mode == "call" } })
        #expect(others.contains { $0.reports.contains { $0.event.type == .request && $0.articleID == "a-004" } })
        #expect(!others.contains { $0.reports.contains { $0.event.evidence.text.contains("in June") } })
    }
}
