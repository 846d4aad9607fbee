import ArticleExtraction
import Curation
import Developments
import Fetching
import Foundation
import Notation

/// Makes an article of an entry: fetches its page, extracts the text, curates it.
struct ArticleReader: Sendable {
    let settings: Settings
    let outlets: OutletTable
    let curation: CorrectedCuration
    let pages: PageRoom
    let stop: StopSignal
    let now: Timestamp

    /// An article, and what became of its page.
    struct Outcome: Sendable {
        /// Nil when nothing new was found, or the entry is to be read later.
        var article: Article?
        var pageProblem: PageProblem?
        /// Set when the page is to be looked at again.
        var revisit: Revisit?
    }

    /// Reads an entry; whatever fails, the article holds what is known of it.
    ///
    /// - Parameters:
    ///   - draft: the entry.
    ///   - source: where it comes from.
    ///   - isChanged: whether it was read before, so that a copy of its page will not do.
    ///   - access: what the desk's settings say of the source.
    /// - Returns: the article, unless the run is to end.
    func read(
        _ draft: EntryDraft, of source: Source, isChanged: Bool, access: SourceAccess.Resolved?
    ) async -> Outcome {
        if stop.isSet { return Outcome(pageProblem: .putOff) }
        guard wantsPage(draft, of: source) else { return readWithoutPage(draft, of: source) }
        var page: PageRoom.Page?
        var problem: PageProblem?
        do throws(PageProblem) {
            page = try await pages.page(.init(url: Self.link(of: draft, source), takesCopy: !isChanged, access: access))
            if let found = page, await isStandIn(found, for: draft, of: source) { throw .notTheArticle }
        } catch {
            page = nil
            if case .putOff = error { return Outcome(pageProblem: error) }
            problem = error
        }
        let article = article(of: draft, page: page, source: source)
        return Outcome(article: article, pageProblem: problem, revisit: page.flatMap { revisit(of: article, $0) })
    }

    /// Whether a page is not the entry's; the site's memory is told so.
    private func isStandIn(_ page: PageRoom.Page, for draft: EntryDraft, of source: Source) async -> Bool {
        guard let article = page.article, article.extraction != .failed else { return false }
        let match = PageMatch(
            draft: draft, link: Self.link(of: draft, source), page: page, article: article,
            isListed: source.listing != nil)
        if match.holds { return false }
        await pages.note(standIn: article, for: draft.articleID(in: source))
        return true
    }

    /// Makes an article of what the feed says.
    func readWithoutPage(_ draft: EntryDraft, of source: Source) -> Outcome {
        stop.isSet
            ? Outcome(pageProblem: .putOff) : Outcome(article: article(of: draft, page: nil, source: source))
    }

    /// Looks at a page again; gives an article when its text differs from the one that we have.
    func readAgain(
        _ draft: EntryDraft, _ revisit: Revisit, of source: Source, access: SourceAccess.Resolved?
    ) async -> Outcome {
        var next = revisit
        do throws(PageProblem) {
            let page = try await pages.page(
                .init(
                    url: Self.link(of: draft, source), validators: revisit.validators, isRevisit: true, access: access))
            next.count += 1
            next.validators = page.validators
            guard page.article != nil, await !isStandIn(page, for: draft, of: source) else {
                return Outcome(revisit: next)
            }
            let article = article(of: draft, page: page, source: source)
            // A page that now shows less than before was put behind a wall, not edited.
            let isWhole = article.extraction == .full || article.extraction == revisit.extraction
            guard article.sha256 != revisit.sha256, isWhole else { return Outcome(revisit: next) }
            next.sha256 = article.sha256
            next.extraction = article.extraction
            return Outcome(article: article, revisit: article.curated.decision == .kept ? next : nil)
        } catch {
            if case .putOff = error { return Outcome(pageProblem: error) }
            next.count += 1
            return Outcome(revisit: error.isGone ? nil : next)
        }
    }

    /// Whether an entry's page is asked for.
    func wantsPage(_ draft: EntryDraft, of source: Source) -> Bool {
        guard URLReference(draft.url).isHTTP else { return false }
        switch source.text {
        case .feed: return draft.text.isEmpty
        case .page: return true
        case nil: return settings.pages
        }
    }

    private func revisit(of article: Article, _ page: PageRoom.Page) -> Revisit? {
        guard settings.revisit, article.curated.decision == .kept,
            article.extraction == .full || article.extraction == .lead
        else { return nil }
        return Revisit(validators: page.validators, sha256: article.sha256, extraction: article.extraction)
    }

    private func article(of draft: EntryDraft, page: PageRoom.Page?, source: Source) -> Article {
        let found = page?.article
        let (text, extraction) = Self.text(of: draft, page: found)
        let title = draft.title.isEmpty ? found?.title?.readable ?? "" : draft.title
        let isDay = draft.publishedIsDay == true
        var published = (isDay ? nil : draft.published) ?? found?.published ?? draft.published ?? draft.updated
        let isClamped = published.map { $0 > now } ?? false
        if isClamped { published = now }
        let url = Self.address(of: draft, page: page)
        let id = draft.articleID(in: source)
        let curated = curation.curate(
            ArticleText(
                title: title, text: text, published: published, offset: source.offset(at: published ?? now),
                url: url, language: Self.language(of: title, text, draft: draft, page: found, source: source),
                source: source.id),
            id: id)
        var article = Article(
            id: id, sourceID: source.id, entryKey: draft.key, url: url, title: title,
            text: text, fetched: now, extraction: extraction,
            sha256: ContentHash.sha256(joining: [title, text]), curated: curated)
        article.canonicalURL = outlets.original(of: url, stated: found?.canonicalURL)
        article.outlet = outlets.outlet(clues(of: article, draft, found), in: source)
        article.authors = draft.authors.isEmpty ? found?.authors ?? [] : draft.authors
        article.rights = draft.rights ?? ""
        article.published = published
        article.publishedIsDay =
            draft.published == nil || isDay
            ? found?.published == nil ? isDay : found?.publishedPrecision == .day : false
        article.publishedIsClamped = isClamped
        article.updated = draft.updated ?? found?.updated
        return article
    }

    /// What tells whose an article is.
    private func clues(of article: Article, _ draft: EntryDraft, _ page: ExtractedArticle?) -> OutletClues {
        var clues = OutletClues()
        clues.sourceName = draft.credit?.name ?? ""
        clues.sourceURL = draft.credit?.url ?? ""
        clues.publisher = page?.provider ?? page?.siteName ?? ""
        clues.title = article.title
        clues.addresses = [article.url, article.canonicalURL]
        clues.home = draft.home ?? ""
        return clues
    }

    /// Where the page is asked for.
    private static func link(of draft: EntryDraft, _ source: Source) -> String {
        source.kind == .aggregator ? WrappedLink.target(of: draft.url) ?? draft.url : draft.url
    }

    /// Where the article is: where its link leads to, when that is on another host, as an aggregator's does.
    private static func address(of draft: EntryDraft, page: PageRoom.Page?) -> String {
        guard let page, let article = page.article, article.extraction != .failed,
            URLReference(page.url).host != URLReference(draft.url).host
        else { return draft.url }
        return page.url
    }

    /// The page's text, unless the feed's is there and the page's is missing or only its beginning.
    private static func text(of draft: EntryDraft, page: ExtractedArticle?) -> (String, Article.Extraction) {
        let feed = draft.text
        guard let page, page.extraction != .failed, !page.text.isEmpty else {
            return feed.isEmpty ? ("", .failed) : (feed, .feed)
        }
        if page.extraction == .lead, feed.utf8.count > page.text.utf8.count { return (feed, .feed) }
        return (page.text.readable, page.extraction == .lead ? .lead : .full)
    }

    /// The language that the text is in; what page, feed and subscription say decides where the text is not clear.
    private static func language(
        of title: String, _ text: String, draft: EntryDraft, page: ExtractedArticle?, source: Source
    ) -> String? {
        let said = [page?.language ?? "", draft.language, source.language].first { !$0.isEmpty }
        let sample = text.utf8.count >= sampleLength ? String(text.prefix(2000)) : "\(title)\n\(text)"
        guard sample.utf8.count >= sampleLength, let told = LanguageDetection.language(of: sample) else { return said }
        guard let said else { return told }
        let primary = said.prefix { $0 != "-" && $0 != "_" }.lowercased()
        // Of a language that detection does not know, the nearest that it knows would be told.
        return primary == told || !LanguageDetection.knows(primary) ? said : told
    }

    /// Bytes: a shorter text's language is a guess.
    private static let sampleLength = 80
}

extension Source {
    /// The publisher's offset from UTC in seconds at an instant; 0 when its zone is unknown.
    func offset(at instant: Timestamp) -> Int {
        guard !timeZone.isEmpty, let zone = TimeZone(identifier: timeZone) else { return 0 }
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds)))
    }
}
