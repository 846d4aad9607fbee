import Testing

@testable import Curation

@Suite("Words that can stand alone")
struct StandingWordsTests {
    @Test(
        "What one side says counts below the opening where its words mean something by themselves",
        arguments: [
            ("Ghana dismissed the complaint from Togo as a joke.", true),
            ("Norway thanked Sweden for what she called a neighbour's help.", true),
            ("Ghana condemned the raid on the customs post.", true),
            ("Ghana condemned it.", false),
            ("Ghana condemned both as a joke.", false),
        ])
    func words(_ sentence: String, _ isTold: Bool) {
        let text = "Peru and Chile signed a treaty on fishing in Arica on Monday.\n\n\(sentence)"
        let events = study(text).coded.events
        #expect(events.contains { $0.evidence.text == sentence } == isTold)
    }
}
