import Testing

@testable import Publishing

@Suite struct NameSearchTests {
    @Test(
        "A name is found as a whole word only",
        arguments: [
            ("Li", "They believe him.", false), ("Li", "They believe Li.", true), ("Li", "“Li”, they said", true),
            ("Li", "Liège and Ali", false), ("Li", "Éli", false), ("Li", "Li", true),
            ("Rahimi", "Rahimi'nin sözü", true),
            ("Türkiye", "In Türkiye, talks", true), ("", "anything", false), ("long name", "long", false),
            ("عراقچی", "گفت عراقچی.", true), ("Li", "Ali Li", true),
        ])
    func finds(name: String, sentence: String, expected: Bool) {
        #expect(NameSearch.finds([name], in: sentence) == expected)
    }
}
