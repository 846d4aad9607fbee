/// Feeds of every format that the benchmark writes itself, the same ones each time.
///
/// Entries hold 2 KB of HTML and more, with links, images, lists, references and relative URLs. A tenth of the feeds is
/// not in Latin letters, a twentieth has a defect that feeds in the wild have.
struct FeedCorpus {
    /// A feed, and what a reader ought to find in it.
    struct Document {
        var bytes: [UInt8]
        var entries: Int
        var isXML = true
    }

    /// The feeds.
    private(set) var documents: [Document] = []

    /// Writes a corpus.
    ///
    /// - Parameters:
    ///   - feeds: how many feeds.
    ///   - size: the bytes of one feed, about.
    init(feeds: Int, size: Int) {
        documents.reserveCapacity(feeds)
        for number in 0..<feeds {
            var prose = FeedProse(seed: UInt64(number) + 1, isLatin: number % 10 != 3)
            var document = Self.document(number, size, &prose)
            if number % 20 == 7 { FeedDefect.allCases[number / 20 % FeedDefect.allCases.count].apply(to: &document) }
            documents.append(document)
        }
    }

    private static func document(_ number: Int, _ size: Int, _ prose: inout FeedProse) -> Document {
        // Shifted by one each twenty, so that other letters and defects come upon every form.
        let form = FeedForm.allCases[(number + number / 20) % FeedForm.allCases.count]
        var text = form.head(title: prose.words(3))
        var entries = 0
        while text.utf8.count < size {
            if entries > 0 { text += form.separator }
            text += form.entry(number * 1000 + entries, title: prose.words(8), html: prose.html(), prose.words(20))
            entries += 1
        }
        text += form.tail
        return Document(bytes: Array(text.utf8), entries: entries, isXML: form != .json)
    }
}

/// Invented sentences and HTML; a given seed gives the same ones.
struct FeedProse {
    private var state: UInt64
    private let vocabulary: [String]

    private static let latin = """
        the envoys of two sides met on Thursday to talk about fishing rights in strait and agreed that a joint committee \
        should report before summer while ministers recalled their pledge minister café résumé ambassador treaty signed \
        council region border trade talks ceasefire delegation statement spokesperson “quoted” protocol naïve 1,200 2026
        """.split(separator: " ").map(String.init)
    private static let others = """
        посланники встретились в четверг и договорились о совместной комиссии переговоры граница министр договор пролив \
        οι απεσταλμένοι συμφώνησαν την Πέμπτη για κοινή επιτροπή συνομιλίες σύνορα υπουργός συνθήκη στενά \
        特使 星期四 会谈 联合委员会 边境 部长 条约 海峡 外交 声明 المبعوثون اتفقوا الخميس على لجنة مشتركة محادثات الحدود
        """.split(separator: " ").map(String.init)

    init(seed: UInt64, isLatin: Bool) {
        state = seed &* 0x9E37_79B9_7F4A_7C15
        vocabulary = isLatin ? Self.latin : Self.others
    }

    /// A number below a bound (SplitMix64).
    mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 31) >> 1) % bound
    }

    mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in vocabulary[number(below: vocabulary.count)] }.joined(separator: " ")
    }

    /// At least 2 KB of HTML as newsrooms' systems write it, well-formed as XHTML too.
    mutating func html() -> String {
        var html = ""
        while html.utf8.count < 2048 {
            let id = number(below: 100_000)
            html +=
                "<p class=\"body\">\(words(30)) <a href=\"/news/\(id)?a=1&amp;b=2\" title=\"\(words(3))\">\(words(4))</a>, "
            html += "<em>\(words(3))</em> &#8211; \(words(25)) &amp; \(words(6)).</p>\n"
            if id % 3 == 0 {
                html += "<figure><img src=\"images/\(id).jpg\" srcset=\"images/\(id)-2x.jpg 2x, /i/\(id).webp 3x\" "
                html +=
                    "alt=\"\(words(5))\" width=\"640\" height=\"360\" /><figcaption>\(words(8))</figcaption></figure>\n"
            }
            if id % 4 == 0 {
                html += "<ul><li><strong>\(words(2))</strong> \(words(8))</li><li>\(words(9))</li></ul>\n"
            }
            if id % 5 == 0 {
                html += "<blockquote cite=\"https://wire.example/\(id)\"><p>\(words(20))</p></blockquote>\n"
            }
            if id % 7 == 0 { html += "<h3 style=\"color: red\">\(words(4))</h3><script>track(\(id))</script>\n" }
        }
        return html
    }
}
