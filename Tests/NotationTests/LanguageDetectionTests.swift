import Notation
import Testing

@Suite("Detection of a text's language")
struct LanguageDetectionTests {
    @Test(
        "a paragraph tells its language",
        arguments: [
            (
                "en",
                "The ministers of the two countries met in Oslo and said that talks will be resumed after the vote."
            ),
            (
                "fr",
                "Les ministres des deux pays se sont rencontrés à Oslo et ont déclaré que les discussions reprendront."
            ),
            (
                "es",
                "Los ministros de los dos países se reunieron en Oslo y dijeron que las conversaciones se reanudarán."
            ),
            (
                "de",
                "Die Minister der beiden Länder trafen sich in Oslo und sagten, dass die Gespräche nach der Wahl weitergehen."
            ),
            (
                "pt",
                "Os ministros dos dois países reuniram-se em Oslo e disseram que as conversações serão retomadas após a votação."
            ),
            ("tr", "İki ülkenin bakanları Oslo'da bir araya geldi ve görüşmelerin daha sonra devam edeceğini dedi."),
            ("ar", "التقى وزيرا خارجية البلدين في أوسلو وقالا إن المحادثات ستستأنف بعد التصويت."),
            ("fa", "وزیران خارجه دو کشور در اسلو دیدار کردند و گفتند که گفتگوها پس از رأی‌گیری از سر گرفته می‌شود."),
            ("ru", "Министры двух стран встретились в Осло и заявили, что переговоры возобновятся после голосования."),
        ])
    func detects(_ language: String, _ text: String) { #expect(LanguageDetection.language(of: text) == language) }

    @Test("what is no language of ours gives nothing", arguments: ["", "12345 %%%", "東京で会談が行われた"])
    func nothing(_ text: String) { #expect(LanguageDetection.language(of: text) == nil) }
}
