import Notation
import Testing

@Suite("Folding of case, accents and letter forms")
struct FoldingTests {
    @Test(
        "spellings of one name fold to one form",
        arguments: [
            ("Türkiye", "Turkiye"), ("İSTANBUL", "istanbul"), ("Pınar", "pinar"), ("Łódź", "Lodz"), ("Støre", "store"),
            ("Straße", "STRASSE"),
            ("إيران", "ايران"), ("ایران", "ايران"), ("القاهرة", "القاهره"), ("کویت", "كويت"), ("مُحَمَّد", "محمد"),
            ("Sana’a", "Sana'a"), ("е\u{301}лка", "ёлка"),
            ("١٢٣", "123"), ("می\u{200C}شود", "میشود"), ("e\u{301}", "é"),
        ])
    func same(_ one: String, _ other: String) { #expect(TextFolding.folded(one) == TextFolding.folded(other)) }

    @Test("different letters stay different", arguments: [("Iran", "Iraq"), ("مصر", "قطر"), ("Чад", "Чили")])
    func different(_ one: String, _ other: String) { #expect(TextFolding.folded(one) != TextFolding.folded(other)) }
}
