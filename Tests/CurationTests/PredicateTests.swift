import Testing

@testable import Curation

/// Acts in the words of their sentences: who | verb | the words after it; `-` where the words cannot stand alone.
@Suite("An act's own words")
struct PredicateTests {
    @Test(
        "say what was done, without days and without what others add",
        arguments: [
            (
                "Oman has rejected Qatar's demand that it return the survey maps lodged in Geneva, insisting that they are copies.",
                "OMN | reject | Qatar's demand that it return the survey maps lodged in Geneva"
            ),
            (
                "Peru will impose a 12.5% tariff on semi-finished copper from Chile on Monday, the ministry said.",
                "PER | impose | a 12.5% tariff on semi-finished copper from Chile"
            ),
            (
                "Kenya and Uganda agreed on Tuesday to send a joint team of surveyors to Migingo, officials said.",
                "KEN+UGA | agree | to send a joint team of surveyors to Migingo"
            ),
            (
                "Norway thanked Sweden for what she called a neighbour's help.", "NOR | thank | Sweden"
            ),
            (
                "Fourteen Thai soldiers were freed by Cambodia at a border crossing on Friday.",
                "KHM | free | fourteen Thai soldiers"
            ),
            (
                "Chinese Foreign Minister Wang Yi will visit Nepal from Monday to Wednesday for talks on a railway.",
                "CHN | visit | Nepal for talks on a railway"
            ),
            ("Ghana dismissed the complaint from Togo as a joke.", "GHA | dismiss | the complaint from Togo"),
            ("Ghana dismissed it as a joke after Togo had complained.", "-"),
            ("Chile told Peru that it was sorry and urged both to sign.", "-"),
            ("Talks between Chile and Peru resumed in Arica.", "-"),
        ])
    func words(_ sentence: String, _ expected: String) throws {
        let event = try #require(study(sentence).coded.events.first)
        let told = event.predicate.map { "\($0.actors.joined(separator: "+")) | \($0.verb) | \($0.rest)" }
        #expect((told ?? "-") == expected)
    }
}
