internal import Markup
internal import Notation

/// The article's text where a page shows none of it, or its first lines, until a script has run.
struct HiddenText {
    /// The paragraphs.
    let paragraphs: [String]
    let origin: ExtractedArticle.TextOrigin

    var text: String { paragraphs.joined(separator: "\n\n") }

    /// Finds the text: in JSON-LD, else in a long string of a script whose name says that it is a body.
    ///
    /// - Parameters:
    ///   - page: the page in UTF-8.
    ///   - stated: the `articleBody` of the page's JSON-LD.
    init?(page: [UInt8], stated: String?) {
        if let stated, stated.utf8.count >= Self.shortest {
            self.init(stated, .linkedData)
        } else if let found = Self.longestBody(in: page) {
            self.init(found, .script)
        } else {
            return nil
        }
        if text.utf8.count < Self.shortest { return nil }
    }

    private init(_ written: String, _ origin: ExtractedArticle.TextOrigin) {
        self.origin = origin
        let isMarkup = ["<p", "<br", "<div", "</"].contains { written.contains($0) }
        if isMarkup {
            let list = BlockList(HTMLDocument(page: Array(written.utf8))) { _ in false }
            paragraphs = list.blocks.filter { $0.form != .caption }.map { list.string($0) }
        } else {
            let plain = HTMLDocument(page: Array(written.replacing("\n", with: "<br><br>").utf8))
            let list = BlockList(plain) { _ in false }
            paragraphs = list.blocks.map { list.string($0) }
        }
    }

    /// Whether it is the whole of what a page shows the beginning of.
    ///
    /// - Parameter shown: the text that was found on the page.
    /// - Returns: whether it is much longer and holds the shown text's beginning.
    func completes(_ shown: String) -> Bool {
        if shown.isEmpty { return true }
        guard shown.utf8.count * 3 <= text.utf8.count * 2, let whole = StatedText(text) else { return false }
        return whole.holds(Array(shown.utf8.prefix { $0 != 0x0A })[...])
    }

    /// The longest string of running text that is the value of a member named like a body.
    private static func longestBody(in page: [UInt8]) -> String? {
        var best: String?
        for place in memberValues(in: page) {
            guard let literal = stringLiteral(in: page, at: place), literal.count >= shortest,
                let text = (try? JSONReader.read(literal))?.text, text.utf8.count > best?.utf8.count ?? 0,
                isProse(text)
            else { continue }
            best = text
        }
        return best
    }

    /// Where the values begin of members whose name is one of ``names``.
    private static func memberValues(in page: [UInt8]) -> [Int] {
        page.withUnsafeBufferPointer { page in
            var places: [Int] = []
            var quote = 0
            for index in page.indices where page[index] == 0x22 {
                let length = index - quote - 1
                if index + 1 < page.count, page[index + 1] == 0x3A, (shortestName...longestName).contains(length),
                    names.contains(where: { $0.elementsEqual(page[(quote + 1)..<index]) })
                {
                    places.append(index + 2)
                }
                quote = index
            }
            return places
        }
    }

    /// The JSON string that begins at a place, with its quotation marks.
    private static func stringLiteral(in page: [UInt8], at place: Int) -> [UInt8]? {
        var index = place
        while index < page.count, page[index] <= 0x20 { index += 1 }
        guard index < page.count, page[index] == 0x22 else { return nil }
        let start = index
        index += 1
        while index < page.count, page[index] != 0x22, index - start < longest {
            index += page[index] == 0x5C ? 2 : 1
        }
        guard index < page.count, page[index] == 0x22 else { return nil }
        return Array(page[start...index])
    }

    /// Several sentences: code and lists of links have other marks.
    private static func isProse(_ text: String) -> Bool {
        let words = text.split(separator: " ").count
        let ends = text.utf8.count { $0 == 0x2E || $0 == 0x3F || $0 == 0x21 }
        return words >= 50 && ends >= 3 && words >= ends * 3
    }

    /// What programs call the text of an article.
    private static let names = [
        "articleBody", "body", "bodyHtml", "bodyHTML", "body_html", "bodyText", "content", "contentHtml",
        "content_html",
        "fullText", "full_text", "html", "rendered", "storyBody", "story", "text", "articleText", "article_body",
        "mainContent", "description_html",
    ].map { Array($0.utf8) }
    private static let shortestName = names.map(\.count).min() ?? 0
    private static let longestName = names.map(\.count).max() ?? 0
    /// Bytes: a shorter text is a teaser.
    private static let shortest = 300
    /// Bytes: a longer string is no article.
    private static let longest = 400_000
}

extension ExtractedArticle {
    /// Takes a text that the page does not show.
    mutating func take(_ hidden: HiddenText) {
        text = hidden.text.withoutInvisibles
        textOrigin = hidden.origin
        extraction = .full
        html = hidden.paragraphs.map { "<p>\($0.htmlEscaped)</p>\n" }.joined()
    }
}

extension String {
    fileprivate var htmlEscaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
