internal import Markup
internal import Notation

/// What a page says about its article outside the text.
struct Metadata {
    var title: String?
    var byline: String?
    var authors: [String] = []
    var dates: DatePair
    var published: DateReading?
    var updated: DateReading?
    /// Whether the page calls itself a site rather than an article.
    var isWebsite = false
    /// Whether the page says of itself what only articles have.
    var hasArticleMarks = false
    /// Whether the whole text is for everybody, as far as the page says.
    var isFree: Bool?
    var language: String?
    var siteName: String?
    var provider: String?
    var description: String?
    var canonicalURL: String?
    var alternatives: [ExtractedArticle.Alternative] = []
    var kind = ExtractedArticle.Kind.article
    /// What relative links are meant against.
    var base: URLReference?
    /// The article's text as JSON-LD has it.
    var statedBody: String?
    /// The element of the headline, if one was found.
    var headline: Int?

    /// Headline and description as compared with blocks.
    private var titleKeys: Set<[UInt8]> = []
    private var descriptionKeys: [[UInt8]] = []
    private var authorKeys: [[UInt8]] = []

    /// Reads a page's head and the marked-up parts of its body.
    init(_ document: HTMLDocument, url: String?, words: WordLists) {
        let tags = PageTags(document)
        let data = LinkedData(document.linkedData, of: PageIdentity(tags, url: url))
        dates = DatePair(tags, data, url: url)
        base = (tags.base ?? url).map { URLReference($0) }
        if let url, let written = tags.base { base = URLReference(written).resolved(against: URLReference(url)) }
        canonicalURL = (tags.canonical ?? tags.meta["og:url"]).map(absolute)
        statedBody = data.body
        isFree = data.isFree
        isWebsite = tags.meta["og:type"]?.lowercased() == "website"
        hasArticleMarks =
            data.isArticle || tags.meta["og:type"]?.lowercased() == "article"
            || tags.meta["article:published_time"] != nil
        siteName = Self.siteName(tags, data)
        provider = data.provider
        let titles = TitleReading(tags, data, siteName: siteName)
        title = titles.title
        headline = titles.headline
        description = tags.meta["og:description"] ?? tags.meta["description"] ?? data.description
        let authorReading = AuthorReading(tags, data, siteName: siteName)
        authors = authorReading.authors
        byline = authorReading.byline
        language = Self.language(tags, data)
        kind = Self.kind(tags, data)
        alternatives = tags.alternatives.map { .init(role: $0.role, url: absolute($0.url)) }

        titleKeys = Set(titles.all.map { Phrases.folded(Array($0.utf8)[...]) }.filter { $0.count > 3 })
        descriptionKeys = [description, tags.meta["description"], tags.meta["twitter:description"], data.description]
            .compactMap { $0.map { Phrases.folded(Array($0.utf8)[...]) } }.filter { $0.count > 20 }
        authorKeys = authors.map { Phrases.folded(Array($0.utf8)[...]) }.filter { $0.count > 4 }
    }

    /// Hands over what is known.
    func describe(_ article: inout ExtractedArticle, body: Body) {
        var known = self
        known.dates.complete { body.isOfArticle($0, headline: headline) }
        (known.published, known.updated) = (known.dates.published, known.dates.updated)
        known.complete(from: body)
        if known.published == nil { known.published = known.dates.inAddress }
        if known.authors.isEmpty { known.readSignature(from: body) }
        known.trimTitle(byLinesOf: body)
        if known.title == nil { known.title = Self.shownTitle(in: body) }
        known.checkLanguage(against: body)
        known.hand(to: &article)
    }

    /// Reads from the shown lines around the headline what the head of the page lacks.
    private mutating func complete(from body: Body) {
        guard authors.isEmpty || published == nil else { return }
        let start = body.blocks.firstIndex { $0.container >= (headline ?? 0) } ?? 0
        let kept = body.verdicts.firstIndex { $0 == .kept } ?? start
        let end = min(body.blocks.count, max(start, kept) + 4)
        let range = max(0, min(start, kept) - 6)..<end
        if authors.isEmpty { readMarkedAuthors(body, range) }
        for index in range {
            let block = body.blocks[index]
            guard block.text.count <= 160 else { continue }
            let line = body.list.string(block)
            if authors.isEmpty, AuthorReading.opensByline(line) || body.zones.isByline(block.container),
                !isTitle(Phrases.folded(body.list.text(block)))
            {
                var reading = AuthorReading()
                if reading.read(shown: line, siteName: siteName) {
                    (authors, byline) = (reading.authors, reading.byline)
                }
            }
            if published == nil, body.isOfArticle(block.container, headline: headline),
                let shown = DatePair.date(inLine: body.list.text(block)), dates.isNearAddress(shown)
            {
                published = shown
            }
        }
    }

    /// Takes the persons whom links to authors' pages name near the headline, else those in an element marked as a byline.
    private mutating func readMarkedAuthors(_ body: Body, _ range: Range<Int>) {
        guard let first = range.first, let last = range.last else { return }
        let nodes = body.blocks[first].container..<body.blocks[last].nodes.upperBound
        let document = body.document
        var reading = AuthorReading()
        let links = nodes.filter { document.tag(of: $0) == .a && Self.isAuthorPage(document.string(.href, of: $0)) }
        if !reading.read(links.prefix(12).map { document.text(inside: $0) }, siteName: siteName) {
            let marked = nodes.first { node in
                guard body.zones.isMarkedByline(node), document.end(of: node) - node <= 60 else { return false }
                let texts = (node..<document.end(of: node)).filter { document.tag(of: $0) == .text }
                return reading.read(texts.map { document.text(inside: $0) }, siteName: siteName)
            }
            guard marked != nil else { return }
        }
        (authors, byline) = (reading.authors, reading.byline)
    }

    /// Whether an address is that of an author's own page, such as `/author/ada-lovelace`.
    private static func isAuthorPage(_ href: String?) -> Bool {
        guard let href else { return false }
        let parts = URLReference(href).path.split(separator: "/")
        return parts.dropLast().contains { authorFolders.contains($0.lowercased()) }
    }

    private static let authorFolders: Set<String> = [
        "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "autore", "autori", "byline",
        "journalist", "journalists", "journaliste", "redakteur", "redakteure", "contributor", "contributors", "writer",
        "writers", "reporter", "reporters", "yazar", "yazarlar", "penulis",
    ]

    /// Where the title begins or ends with a line that the page shows, the rest of it is the site's name.
    private mutating func trimTitle(byLinesOf body: Body) {
        guard headline == nil, let whole = title, whole.utf8.count >= 30 else { return }
        for block in body.blocks.prefix(60) where (16..<whole.utf8.count).contains(block.text.count) {
            let line = body.list.string(block)
            guard whole.hasSuffix(line) || whole.hasPrefix(line), line.contains(" ") else { continue }
            let rest =
                whole.hasSuffix(line)
                ? whole.dropLast(line.count).trimmed.last : whole.dropFirst(line.count).trimmed.first
            if let rest, "|-–—*·•»:".contains(rest) {
                title = line
                return
            }
        }
    }

    /// The last line above the body that could be a headline, on a page that has none by markup.
    private static func shownTitle(in body: Body) -> String? {
        guard let first = body.verdicts.firstIndex(of: .kept) else { return nil }
        for index in body.blocks[..<first].indices.reversed().prefix(6) {
            let block = body.blocks[index]
            guard (20...200).contains(block.text.count), block.linkShare < 0.5 else { continue }
            let text = body.list.text(block)
            guard body.verdicts[index] == .cut(.other) || body.verdicts[index] == .outside, !text.endsSentence else {
                continue
            }
            if text.count(where: { $0 == 0x20 }) >= 2 || text.contains(where: { $0 >= 0xE0 }) {
                return body.list.string(block)
            }
        }
        return nil
    }

    /// Takes a name that stands alone below the last paragraph for the author's.
    private mutating func readSignature(from body: Body) {
        guard let last = body.verdicts.lastIndex(of: .kept) else { return }
        for block in body.blocks[max(0, last - 1)...min(last + 2, body.blocks.count - 1)] where block.text.count < 300 {
            guard let credit = AuthorReading.credit(body.list.string(block), siteName: siteName) else { continue }
            authors = credit
            byline = credit.joined(separator: ", ")
            return
        }
        guard last + 1 < body.blocks.count else { return }
        let block = body.blocks[last + 1]
        guard block.text.count <= 40, block.linkBytes == 0, block.form == .paragraph,
            body.verdicts[last + 1] == .cut(.other)
        else { return }
        let line = body.list.string(block)
        let words = line.split(separator: " ")
        guard (2...4).contains(words.count), words.allSatisfy({ $0.first?.isUppercase == true }),
            AuthorReading.isPerson(line, siteName: siteName)
        else { return }
        authors = [line]
        byline = line
    }

    private func hand(to article: inout ExtractedArticle) {
        article.title = title?.withoutInvisibles
        article.byline = byline?.withoutInvisibles
        article.authors = authors.map(\.withoutInvisibles)
        article.published = published?.instant
        article.publishedPrecision = published.map { $0.isDayOnly ? .day : .second }
        article.updated = updated?.instant
        article.language = language
        article.siteName = siteName
        article.provider = provider
        article.canonicalURL = canonicalURL
        if article.url == nil { article.url = canonicalURL }
        article.kind = kind
        article.alternatives = alternatives
    }

    /// Whether a block repeats the headline.
    ///
    /// - Parameter folded: the block's text as ``Phrases/folded(_:)`` gives it.
    /// - Returns: whether it is the headline in any of the forms that the page gives.
    func isTitle(_ folded: [UInt8]) -> Bool {
        !folded.isEmpty && titleKeys.contains(folded)
    }

    /// Whether a block is what the page gives as its description.
    func isDescription(_ text: ArraySlice<UInt8>) -> Bool {
        let folded = Phrases.folded(text.prefix(Phrases.lengthLimit))
        return descriptionKeys.contains { $0.starts(with: folded.prefix(90)) && folded.count > 20 }
    }

    /// Whether a block says who wrote the article and little else.
    func isByline(_ text: ArraySlice<UInt8>, folded: [UInt8]) -> Bool {
        guard text.count < 160, !authorKeys.isEmpty else { return false }
        return authorKeys.contains { folded.count <= $0.count + 30 && folded.holds($0) } && !text.endsSentence
    }

    /// Whether a short block is a date and little else.
    func isDateLine(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.contains(where: { $0 >= 0x30 && $0 <= 0x39 }), text.count >= 6 else { return false }
        return DateReader.read(utf8: Array(text)) != nil
    }

    private func absolute(_ url: String) -> String {
        let reference = URLReference(url)
        return (base.map { reference.resolved(against: $0) } ?? reference).description
    }

    private static func siteName(_ tags: PageTags, _ data: LinkedData) -> String? {
        tags.meta["og:site_name"] ?? data.siteName ?? data.publisher ?? tags.meta["application-name"]
    }

    private static func language(_ tags: PageTags, _ data: LinkedData) -> String? {
        let declared = tags.language ?? data.language ?? tags.meta["content-language"] ?? tags.meta["og:locale"]
        guard let tag = declared?.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }).first else {
            return nil
        }
        let parts = tag.split(whereSeparator: { $0 == "-" || $0 == "_" })
        guard let first = parts.first, (2...3).contains(first.utf8.count) else { return nil }
        let region = parts.dropFirst().first { $0.utf8.count == 2 }
        return first.lowercased() + (region.map { "-" + $0.uppercased() } ?? "")
    }

    private static func kind(_ tags: PageTags, _ data: LinkedData) -> ExtractedArticle.Kind {
        if data.types.contains("LiveBlogPosting") { return .liveBlog }
        if data.types.contains("AdvertiserContentArticle") { return .advertorial }
        if data.isFree == false { return .paywalled }
        if data.types.contains("ImageGallery") { return .gallery }
        if !data.isArticle, data.types.contains("VideoObject") || tags.meta["og:type"]?.hasPrefix("video") == true {
            return .video
        }
        return .article
    }
}
