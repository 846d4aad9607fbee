import Curation
import Developments
import Notation
import Testing

@testable import Desk

@Suite("The note on an article's decision")
struct ExplanationTests {
    private static let labels = ["ETH": "Ethiopia", "ERI": "Eritrea", "OMN": "Oman", "DJI": "Djibouti"]

    private static func article(_ decision: Decision, score: Double, why: [Reason] = []) -> Article {
        let evidence = Evidence(text: "Ethiopia and Eritrea may meet in Djibouti next week.", start: 0, end: 52)
        var event = Event(
            type: .consult, actors: ["ETH", "ERI"], modality: .hypothetical, status: .unconfirmed, evidence: evidence)
        event.mode = "meeting"
        event.isPrimary = true
        event.shows = [.type, .modality, .parties]
        event.venue = Venue(
            place: "", country: "DJI", evidence: Evidence(text: "Djibouti offered its port.", start: 60, end: 86))
        event.date = EventDate(
            start: CalendarDate(iso: "2026-03-16"), end: CalendarDate(iso: "2026-03-22"), precision: .week)
        var curated = CuratedArticle(language: "en", relevant: true, score: score, decision: decision, why: why)
        curated.events = decision == .dropped ? [] : [event]
        curated.earlier = Timestamp(rfc3339: "2026-03-11T08:00:00Z").map {
            [EarlierDecision(decision: .review, score: 0.46, until: $0, cause: .edit)]
        }
        return Article(
            id: "a-1", sourceID: "herald", entryKey: "1", url: "https://herald.example/1", title: "A meeting, perhaps",
            text: "x", fetched: Timestamp(seconds: 1_773_000_000), extraction: .lead, sha256: "",
            curated: curated)
    }

    private static func note(_ article: Article) -> String {
        Explanation(
            article, source: nil, developments: ["d-1"], cuts: [], carriers: [], settings: Settings(), labels: labels
        ).text
    }

    @Test("it says what the act is, who, on whose word, when and where, in sentences, with the sentences")
    func act() {
        let text = Self.note(
            Self.article(
                .kept, score: 0.93,
                why: [
                    Reason(rule: "title-act-both", weight: 1.28, text: "meet", part: .title),
                    Reason(rule: "act-CONSULT-both", weight: 0.73, text: "meet", part: .title),
                    Reason(rule: "act-CONSULT-both", weight: 0.5, text: "talks"),
                    Reason(rule: "actors-2", weight: 0.58, text: "ERI ETH"),
                    Reason(rule: "veto-sport", weight: -0.2, text: "match"),
                ]))
        for words in [
            "Kept: its relevance is 0.93, and 0.50 is enough. A clear case.",
            "meeting · Ethiopia – Eritrea · possible (CONSULT, meeting: ETH, ERI)",
            "The article tells it as possible, not as planned, in Djibouti, in the week of 16 March 2026. It rests on unnamed "
                + "sources or other reports; no party is on record.",
            "The sentence: “Ethiopia and Eritrea may meet in Djibouti next week.” (characters 0 to 52)",
            "The place: “Djibouti offered its port.”",
            "An act between two parties in the headline: “meet” (title-act-both +1.28)",
            "“meet” in the headline and “talks” (act-CONSULT-both +0.73 and +0.50)",
            "Two or more states or organisations: Eritrea and Ethiopia (actors-2 +0.58)",
            "Words of sport: “match” (veto-sport -0.20)",
            "Only the beginning of the article could be read.",
            "Until 11 March 2026: for review at 0.46; then the publisher changed the text.",
            "demarche drop a-1", "demarche show d-1",
        ] {
            #expect(text.contains(words), "\(words)\n---\n\(text)")
        }
    }

    @Test(
        "it says what decided",
        arguments: [
            (Decision.review, 0.46, [], "For review. Its relevance is 0.46: 0.50 would keep it"),
            (
                .review, 0.9, [Reason(rule: "act-one-sided", weight: 0)],
                "only one party to the act is named (act-one-sided)"
            ),
            (
                .review, 0.9, [Reason(rule: "language-unmeasured", weight: 0, text: "en")],
                "written in English, whose decisions are not measured on news (language-unmeasured)"
            ),
            (.dropped, 0.33, [], "Dropped: its relevance is 0.33, and below 0.35 nothing is reviewed. A close call"),
            (.dropped, 0.4, [Reason(rule: "review-expired", weight: 0)], "nobody reviewed it in time (review-expired)"),
            (
                .dropped, 0.9, [Reason(rule: "desk-rule-drop", weight: 0, text: "gas")],
                "Dropped, because of this desk's rule for “gas” (desk-rule-drop). By its relevance of 0.90 it would be kept."
            ),
            (
                .kept, 0.1, [Reason(rule: "desk-rule-keep", weight: 1)],
                "Kept, because a person of this desk decided so."
            ),
        ])
    func decision(_ decision: Decision, _ score: Double, _ why: [Reason], _ words: String) {
        let text = Self.note(Self.article(decision, score: score, why: why))
        #expect(text.contains(words), "\(text)")
    }
}
