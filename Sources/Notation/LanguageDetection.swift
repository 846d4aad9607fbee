/// Tells the language of a text by its script and its commonest words.
///
/// Meant for articles of the nine languages that curation reads; anything else gives nil rather than a guess.
public enum LanguageDetection {
    /// Returns the primary subtag (BCP 47) of a text's language, or nil when it is not clear.
    ///
    /// - Parameter text: a title, or better a paragraph; only the first 4,000 bytes are read.
    /// - Returns: such as `en`; nil too for a language that is not among the nine.
    public static func language(of text: String) -> String? {
        var counts = [Int](repeating: 0, count: languages.count)
        var arabic = 0
        var persian = 0
        var cyrillic = 0
        var ukrainian = 0
        var latin = 0
        var word: [UInt8] = []
        func endWord() {
            guard !word.isEmpty else { return }
            if word.count <= longest, let index = words[word] { for language in index { counts[language] += 1 } }
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars.prefix(4_000) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A:
                latin += 1
                word.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
                continue
            case 0xC0...0x24F: latin += 1
            case 0x67E, 0x686, 0x698, 0x6AF, 0x6CC, 0x6A9: persian += 1
            case 0x600...0x6FF: arabic += 1
            case 0x454, 0x456, 0x457, 0x491, 0x404, 0x406, 0x407: ukrainian += 1
            case 0x400...0x4FF: cyrillic += 1
            default: break
            }
            if TextFolding.isWord(scalar) { TextFolding.append(scalar, to: &word) } else { endWord() }
        }
        endWord()
        if arabic + persian > latin { return persian * 20 > arabic ? "fa" : "ar" }
        if cyrillic + ukrainian > latin { return ukrainian * 40 > cyrillic ? "uk" : "ru" }
        guard latin > 0, let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] > 0 else {
            return nil
        }
        let isTied = counts.indices.contains { $0 != best && counts[$0] == counts[best] }
        return isTied ? nil : languages[best]
    }

    /// Whether a language is among those that are told apart.
    ///
    /// - Parameter primary: its primary subtag, such as `en`.
    /// - Returns: whether a text in it is known as such.
    public static func knows(_ primary: String) -> Bool {
        languages.contains(primary) || ["ar", "fa", "ru", "uk"].contains(primary)
    }

    private static let languages = stopwords.map(\.0)

    /// The commonest function words of a language, folded, without those that two languages share often.
    private static let stopwords: [(String, String)] = [
        (
            "en",
            "the of and to in is for on that with as at by from has have was were will be said are it its after over us"
        ),
        (
            "fr",
            "le la les des du et est une un dans pour que qui sur avec par au aux ont ete ce cette son ses a selon entre"
        ),
        (
            "es",
            "el la los las del y en una un por con para que se su al como ha sido es tras sobre entre segun este esta"
        ),
        (
            "pt",
            "o a os as do da dos das e em uma um por com para que se no na ao nos nas foi sao nao apos sobre entre pelo pela"
        ),
        (
            "de",
            "der die das und in den von zu mit ist im auf fur des dem nicht ein eine sich nach bei auch hat wird sind einer"
        ),
        (
            "tr",
            "ve bir bu ile icin olarak da de daha gibi ise oldugu olan dedi turkiye sonra kadar konusunda etti edildi yeni"
        ),
        ("it", "il di che la e per un una con del della sono nel alla dei gli delle si non le lo ha anche dopo piu"),
        ("nl", "de het een van en in is dat op te voor met zijn niet aan er om ook als door naar heeft bij wordt uit"),
    ]

    private static let words: [[UInt8]: [Int]] = {
        var result: [[UInt8]: [Int]] = [:]
        for (index, (_, list)) in stopwords.enumerated() {
            for word in list.split(separator: " ") { result[Array(word.utf8), default: []].append(index) }
        }
        return result
    }()

    /// The bytes of the longest of the words.
    private static let longest = words.keys.map(\.count).max() ?? 0
}
