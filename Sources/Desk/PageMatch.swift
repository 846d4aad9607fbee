import ArticleExtraction
import Developments
import Notation

/// Whether a page is the one that an entry speaks of, or another that came in its place: a consent page, a notice that the
/// story is gone, the home page, another article at the end of a redirect.
struct PageMatch {
    let draft: EntryDraft
    /// Where the page was asked for.
    let link: String
    let page: PageRoom.Page
    let article: ExtractedArticle
    /// Whether the entry's title is a link's text on a page that lists articles, which may say anything.
    let isListed: Bool

    /// Whether headline or opening words of the entry are found on the page, or it names the entry's address as its own.
    ///
    /// Where the entry says too little to tell, the page is believed.
    var holds: Bool {
        if Self.leadsToFront(from: link, to: page.url) { return false }
        let headline = WordSet(draft.title), opening = WordSet(draft.text, limit: Self.openingLength)
        let title = WordSet(article.title ?? ""), text = WordSet(article.text, reach: Self.shownLength)
        let isTitled = headline.count >= 2 && headline.resemblance(to: title) >= Self.likeness
        if isTitled {
            // A wall may stand under the article's own title.
            let isTold = headline.share(in: text) >= Self.trace || opening.share(in: text) >= Self.trace
            return isTold || (article.kind != .notice && article.text.utf8.count > Self.noticeLength)
        }
        if page.isStandIn || draft.sharesLink == true || article.kind == .index { return false }
        if isListed { return article.kind != .notice }
        guard headline.count >= 2 || opening.count >= Self.fewestOpeningWords else { return article.kind != .notice }
        if namesEntry { return true }
        return isFound(headline, in: text.union(title), atLeast: 3) || isFound(opening, in: text, atLeast: 8)
    }

    private func isFound(_ words: WordSet, in shown: WordSet, atLeast least: Int) -> Bool {
        words.count >= 2 && words.common(with: shown) >= min(least, words.count) && words.share(in: shown) >= Self.share
    }

    /// Whether the page, an article and no mere notice, calls the entry's address its own.
    private var namesEntry: Bool {
        guard article.extraction == .full, let canonical = article.canonicalURL else { return false }
        let address = PageAddress.normal(link)
        return !address.isEmpty && PageAddress.normal(canonical) == address
    }

    /// Whether an address deeper in a site led to a front page: of the site, of one of its sections.
    static func leadsToFront(from link: String, to target: String) -> Bool {
        let (from, to) = (URLReference(link).canonical, URLReference(target).canonical)
        let (start, end) = (segments(of: from), segments(of: to))
        guard start.count + (from.query == nil ? 0 : 1) > end.count + (to.query == nil ? 0 : 1), to.query == nil else {
            return false
        }
        if end.isEmpty { return true }
        if end.count == 1, fronts.contains(end[0]) { return true }
        return from.host == to.host && start.starts(with: end) && !isSlug(end[end.count - 1])
    }

    /// Whether a part of a path names an article rather than a section or a month.
    private static func isSlug(_ segment: String) -> Bool {
        let digits = segment.utf8.count { (0x30...0x39).contains($0) }
        return segment.contains(".") || segment.utf8.count { $0 == 0x2D } >= 2 || digits >= 5
            || digits > 0 && digits < segment.utf8.count
    }

    private static func segments(of reference: URLReference) -> [String] {
        reference.path.split(separator: "/").map { $0.lowercased() }
    }

    /// The names of a site's own page, and those of its editions by language.
    private static let fronts: Set<String> = [
        "index.html", "index.htm", "index.php", "index.jsp", "default.aspx", "home", "home.html", "homepage", "start",
        "startseite", "accueil", "inicio", "news", "latest", "404", "error", "not-found", "page-not-found", "en", "fr",
        "de", "es", "pt", "it", "nl", "ru", "uk", "tr", "ar", "fa", "zh", "ja", "ko", "pl", "sv", "int", "world",
    ]

    /// Which part of two headlines' words must be the same for one to be the other with edits.
    private static let likeness = 0.6
    /// Which part of the entry's words must be found.
    private static let share = 0.67
    /// Which part of them must be in the text of a page that bears the entry's headline.
    private static let trace = 0.25
    /// Bytes: a longer text is no notice.
    private static let noticeLength = 1200
    /// How many words of the entry's text are its opening.
    private static let openingLength = 60
    /// Fewer words tell nothing.
    private static let fewestOpeningWords = 8
    /// How many characters of the page are looked at.
    private static let shownLength = 15_000
}
