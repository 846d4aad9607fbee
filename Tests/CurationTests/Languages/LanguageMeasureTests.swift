import Notation
import Testing

@testable import Curation

@Suite("How well other languages are read")
struct LanguageMeasureTests {
    /// Relevance, type and parties over a language's items.
    struct Measure {
        var found = 0
        var wrong = 0
        var missed = 0
        var types = 0
        var parties = 0
        var relevant = 0

        var precision: Double { Double(found) / Double(max(1, found + wrong)) }
        var recall: Double { Double(found) / Double(max(1, relevant)) }

        init(_ items: [LabelledItem], language: String) {
            let curator = Curator(lexicon: lexicon)
            let day = CalendarDate(iso: "2026-03-05").map { Timestamp(date: $0, secondOfDay: 43_200) }
            for item in items {
                let read = curator.curate(
                    ArticleText(title: item.title, text: item.text, published: day, language: language))
                if item.isRelevant { relevant += 1 }
                guard read.relevant else {
                    missed += item.isRelevant ? 1 : 0
                    continue
                }
                guard item.isRelevant else {
                    wrong += 1
                    continue
                }
                found += 1
                let event = read.events.first
                types += event?.type.rawValue == item.type ? 1 : 0
                parties += Set((event?.actors ?? []) + (event?.recipients ?? [])) == item.parties ? 1 : 0
            }
        }
    }

    @Test(
        "nearly all that is found is diplomacy, and most diplomacy is found",
        arguments: LabelledItem.byLanguage.keys.sorted())
    func measure(_ language: String) throws {
        let lines = try #require(LabelledItem.byLanguage[language]).split(separator: "\n")
        let items = lines.compactMap(LabelledItem.init)
        #expect(items.count == lines.count && items.count >= 30)
        #expect((15...items.count - 15).contains(items.count(where: \.isRelevant)))
        let measure = Measure(items, language: language)
        #expect(measure.precision >= 0.95, "\(language): \(measure)")
        #expect(measure.recall >= 0.65, "\(language): \(measure)")
        #expect(Double(measure.types) >= 0.8 * Double(measure.found), "\(language): \(measure)")
        #expect(Double(measure.parties) >= 0.8 * Double(measure.found), "\(language): \(measure)")
    }
}
