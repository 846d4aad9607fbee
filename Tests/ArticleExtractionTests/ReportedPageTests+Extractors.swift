import Testing

/// Public reports of other extractors.
extension ReportedPageTests {
    @Test("trafilatura #569: a text in an aside goes before a question about cookies")
    func textInAside() {
        let page =
            "<div class=\"cookie-notice\"><p>\(Self.asking)</p></div><aside class=\"wide\"><h1>\(Self.headline)</h1>\(Self.body())</aside>"
        expectWhole(extract(page), without: ["cookies"])
    }

    @Test("readable-app #12: a banner about cookies above a short statement is not its text")
    func bannerAboveStatement() {
        let banner =
            "<div class=\"cookie__wrapper\"><h2>Our use of cookies</h2><p>\(Self.asking)</p><p>\(Self.asking)</p><button>Accept</button></div>"
        expectWhole(
            extract(
                banner
                    + "<main id=\"main-content\"><h1>\(Self.headline)</h1><div class=\"page-content\">\(Self.body(2))</div></main>"
            ), 2, without: ["cookies"])
    }

    @Test("Purify #3, mozilla/readability #286: a first paragraph in a container of its own is in")
    func firstParagraphApart() {
        let page =
            "<div class=\"story\"><h1>\(Self.headline)</h1><div class=\"box-1\"><p>\(Self.paragraphs[0])</p></div><div class=\"ad-slot\"></div><div class=\"box-2\">\(Self.body(from: 1))</div></div>"
        expectWhole(extract(page))
    }
}
