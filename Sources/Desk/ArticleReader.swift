import ArticleExtraction
import Curation
import Developments
import Fetching
import Foundation
import Notation

/// Makes an article of an entry: fetches its page, extracts the text, curates it.
struct ArticleReader: Sendable {
    let settings: Settings
    let extractor: ArticleExtractor
    let curator: Curator
    let pages: PageRoom
    let now: Timestamp

    /// An article, and whether its page is worth another try.
    struct Outcome: Sendable {
        var article: Article
        var pageProblem: PageProblem?
    }

    /// Reads an entry; whatever fails, the article holds what is known of it.
    func read(_ draft: EntryDraft, of source: Source) async -> Outcome {
        var page: ExtractedArticle?
        var problem: PageProblem?
        if settings.pages, URLReference(draft.url).isHTTP {
            do throws(PageProblem) {
                page = try await pages.article(at: draft.url)
            } catch {
                problem = error
            }
        }
        return Outcome(article: article(of: draft, page: page, source: source), pageProblem: problem)
    }

    private func article(of draft: EntryDraft, page: ExtractedArticle?, source: Source) -> Article {
        let (text, extraction) = Self.text(of: draft, page: page)
        let title = draft.title.isEmpty ? page?.title ?? "" : draft.title
        var published = draft.published ?? page?.published ?? draft.updated
        let isClamped = published.map { $0 > now } ?? false
        if isClamped { published = now }
        let curated = curator.curate(
            ArticleText(
                title: title, text: text, published: published, offset: source.offset(at: published ?? now),
                url: draft.url, language: Self.language(draft: draft, page: page, source: source)))
        var article = Article(
            id: draft.articleID(in: source), sourceID: source.id, entryKey: draft.key, url: draft.url, title: title,
            text: text, fetched: now, extraction: extraction,
            sha256: ContentHash.sha256(Array("\(title)\u{0}\(text)".utf8)), curated: curated)
        if let canonical = page?.canonicalURL, URLReference(canonical).isHTTP { article.canonicalURL = canonical }
        article.authors = draft.authors.isEmpty ? page?.authors ?? [] : draft.authors
        article.published = published
        article.publishedIsDay = draft.published == nil && page?.publishedPrecision == .day
        article.publishedIsClamped = isClamped
        article.updated = draft.updated ?? page?.updated
        return article
    }

    /// The page's text, unless the feed's is there and the page's is missing or only its beginning.
    private static func text(of draft: EntryDraft, page: ExtractedArticle?) -> (String, Article.Extraction) {
        let feed = draft.text
        guard let page, page.extraction != .failed, !page.text.isEmpty else {
            return feed.isEmpty ? ("", .failed) : (feed, .feed)
        }
        if page.extraction == .lead, feed.utf8.count > page.text.utf8.count { return (feed, .feed) }
        return (page.text, page.extraction == .lead ? .lead : .full)
    }

    private static func language(draft: EntryDraft, page: ExtractedArticle?, source: Source) -> String? {
        [page?.language ?? "", draft.language, source.language].first { !$0.isEmpty }
    }
}

extension Source {
    /// The publisher's offset from UTC in seconds at an instant; 0 when its zone is unknown.
    func offset(at instant: Timestamp) -> Int {
        guard !timeZone.isEmpty, let zone = TimeZone(identifier: timeZone) else { return 0 }
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds)))
    }
}
