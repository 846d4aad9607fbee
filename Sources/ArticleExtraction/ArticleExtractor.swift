internal import Markup
internal import Notation

/// Turns a page's bytes into the article that it holds.
///
///     let article = ArticleExtractor().extract(bytes, url: "https://example.org/talks")
///     print(article.title ?? "", article.text)
///
/// The work goes in stages, a file each: decode, prune and parse (`Markup`), metadata, blocks, zones, body, verdicts,
/// output. Nothing is fetched, nothing is thrown; what went wrong is said in the value.
public struct ArticleExtractor: Sendable {
    /// Pages of more bytes are refused.
    public static let byteLimit = 5 * 1024 * 1024

    /// Nil for those that the program was installed with, which are read when the first page is.
    private let ownWords: WordLists?

    private var wordLists: Result<WordLists, ExtractionError> { ownWords.map { .success($0) } ?? WordLists.shipped }

    /// Creates an extractor with the word lists that the program was installed with.
    public init() {
        ownWords = nil
    }

    /// Creates an extractor with other word lists.
    init(words: WordLists) {
        ownWords = words
    }

    /// Extracts the article of one page.
    ///
    /// - Parameters:
    ///   - bytes: the page as it was received, unpacked.
    ///   - url: where the page came from; links are made absolute against it.
    ///   - memory: what the page's site is known to repeat.
    /// - Returns: the article; where there is none, ``ExtractedArticle/error`` or ``ExtractedArticle/extraction`` says so.
    public func extract(_ bytes: [UInt8], url: String?, memory: SiteMemory? = nil) -> ExtractedArticle {
        var article = ExtractedArticle(url: url)
        let words: WordLists
        switch wordLists {
        case .success(let lists): words = lists
        case .failure(let error):
            article.error = error
            return article
        }
        guard bytes.count <= Self.byteLimit else {
            article.error = .tooLarge(limit: Self.byteLimit)
            return article
        }
        let page = Decoding.page(bytes).utf8
        let document = HTMLDocument(page: page)
        guard document.count > 0 else {
            article.error = .noContent
            return article
        }
        guard !document.isTruncated else {
            article.error =
                document.count < HTMLDocument.nodeLimit
                ? .tooDeep(limit: HTMLDocument.depthLimit) : .tooManyElements(limit: HTMLDocument.nodeLimit)
            return article
        }
        let metadata = Metadata(document, url: url, words: words)
        var body = Body(document, metadata: metadata, words: words)
        if let memory { body.remember(memory, url: url ?? metadata.canonicalURL) }
        body.judge()
        metadata.describe(&article, body: body)
        body.write(to: &article, metadata: metadata)
        // What is kept for those who pay is not taken by a back door.
        if article.extraction != .full, metadata.isFree != false,
            let hidden = HiddenText(page: page, stated: metadata.statedBody), hidden.completes(article.text)
        {
            article.take(hidden)
        }
        if article.kind == .article, let kind = body.otherKind(words: words) { article.kind = kind }
        return article
    }
}
