import Notation
import Testing

@testable import Curation

@Suite("Names, dates, quotes and places in a text")
struct ReadingTests {
    @Test(
        "a name counts only where it means the state",
        arguments: [
            ("The turkey was roasted while Kuwait and Oman met.", "TUR"),
            ("They told us that Kuwait and Oman met.", "USA"),
            ("Elections in Latin America were discussed by Kuwait and Oman.", "USA"),
            ("Melania Trump opened a school as Kuwait and Oman met.", "USA"),
        ])
    func ambiguity(_ sentence: String, _ code: String) {
        #expect(!study(sentence).body.mentions.contains { $0.code == code })
    }

    @Test("spellings of one name are one person", arguments: ["Araghchi", "Arakchi", "Abbas Araqchi"])
    func persons(_ spelling: String) {
        let persons = study("Iranian Foreign Minister \(spelling) arrived in Muscat.").register.records.map(\.person)
        #expect(persons.map(\.name) == ["Abbas Araghchi"])
        #expect(persons.first?.country == "IRN")
    }

    @Test("title and name give a person that no lexicon knows")
    func unknownPerson() throws {
        let found = study(
            "Latvian Defence Minister Ilze Kalnina said on Friday that Riga would help. Kalnina met reporters.")
        let person = try #require(found.register.records.first?.person)
        #expect((person.name, person.country, person.office) == ("Ilze Kalnina", "LVA", "defence minister"))
    }

    @Test(
        "dates are resolved against the publication",
        arguments: [
            ("Kenya and Ghana met on Tuesday.", "2026-03-03", "2026-03-03", EventDate.Precision.day),
            ("Kenya and Ghana will meet on Tuesday.", "2026-03-10", "2026-03-10", .day),
            ("Kenya and Ghana will meet on Tuesday, March 24, in Accra.", "2026-03-24", "2026-03-24", .day),
            ("Kenya and Ghana will meet on Tuesday 24 March.", "2026-03-24", "2026-03-24", .day),
            ("Kenya and Ghana will meet next week.", "2026-03-09", "2026-03-15", .week),
            ("Kenya and Ghana will meet on March 20.", "2026-03-20", "2026-03-20", .day),
            ("Kenya and Ghana will meet from March 20 to 22.", "2026-03-20", "2026-03-22", .range),
            ("Kenya and Ghana will meet this month.", "2026-03-01", "2026-03-31", .month),
        ])
    func dates(_ sentence: String, _ start: String, _ end: String, _ precision: EventDate.Precision) throws {
        let date = try #require(study(sentence).coded.events.first?.date)
        #expect(date.start?.description == start)
        #expect(date.end?.description == end)
        #expect(date.precision == precision)
    }

    @Test("without a day of publication weekdays stay unknown")
    func noAnchor() {
        #expect(study("Kenya and Ghana will meet on Tuesday.", published: "").coded.events.first?.date == nil)
    }

    @Test(
        "the venue is the town, else the country",
        arguments: [
            ("Kenya and Ghana held talks in Geneva on Tuesday.", "Geneva", "CHE"),
            ("Kenya and Ghana held talks in Norway on Tuesday.", "", "NOR"),
        ])
    func venue(_ sentence: String, _ place: String, _ country: String) throws {
        let venue = try #require(study(sentence).coded.events.first?.venue)
        #expect((venue.place, venue.country) == (place, country))
    }

    @Test("a quote has its speaker, its office and its place in the text")
    func quotes() throws {
        let text =
            "Kenya welcomed the vote.\n\n\u{201C}We have waited eleven years for this day,\u{201D} Foreign Minister Musalia Mudavadi said."
        let found = study(text)
        let quote = try #require(
            QuoteFinder(reading: found.body, register: found.register, lexicon: lexicon.tables).quotes().first)
        #expect(quote.speaker == "Musalia Mudavadi")
        #expect(quote.text == "We have waited eleven years for this day,")
        #expect(scalars(text, quote.start, quote.end) == "\u{201C}" + quote.text + "\u{201D}")
    }

    @Test("sentences end at stops, not at abbreviations")
    func sentences() {
        let found = study("U.S. envoys met Gen. Kabir in St. Petersburg on Jan. 5. They left at noon.")
        #expect(found.body.sentences.count == 2)
    }

    @Test("what follows the article on a page gives no names")
    func boilerplate() {
        let text =
            "Kenya and Ghana signed a treaty.\nIt enters into force in May.\nDon't Miss\nPeru accuses Chile of theft"
        let found = study(text)
        #expect(found.coded.events.count == 1)
        #expect(!found.body.mentions.contains { $0.code == "PER" })
    }
}
