import ArticleExtraction
import Developments
import FeedParsing
import Fetching
import Notation

/// Asks a source for what it has now: a feed, a page that lists articles, or files.
struct SourceReading: Sendable {
    let source: Source
    let fetcher: Fetcher
    let parser: FeedParser
    let extractor: ArticleExtractor
    let folder: DeskFolder
    /// What the desk's settings say of this source.
    let access: SourceAccess.Resolved?

    /// What came of it.
    enum Outcome: Sendable {
        case read(FetchResponse, ParsedDocument)
        case notModified(FetchResponse)
        /// Another status, or a body that is of no use; says why when the status does not.
        case unusable(FetchResponse, why: String?)
        case failed(FetchError)
    }

    /// Reads the source, from where it has moved to if it has.
    func read(_ state: FetchState) async -> Outcome {
        if let local = LocalSource(source, in: folder) {
            return await local.read(validators: state.validators, parser: parser, extractor: extractor)
        }
        let plain = FetchRequest(
            url: state.requestURL ?? source.feedURL, purpose: source.listing == nil ? .feed : .page,
            validators: state.validators, refreshesCaches: state.wantsFreshCopy)
        let response: FetchResponse
        do throws(FetchError) {
            response = try await fetcher.fetch(access?.applied(to: plain) ?? plain)
        } catch {
            return .failed(error)
        }
        if response.isNotModified { return .notModified(response) }
        guard response.isSuccess else { return .unusable(response, why: nil) }
        let document = parse(response)
        if document.format == .html, source.listing == nil,
            let target = Autodiscovery.refresh(inPage: response.body, url: response.url), target != response.url,
            let (next, other) = await follow(target, from: response), other.problem == nil
        {
            return .read(next, other)
        }
        if let problem = document.problem { return .unusable(response, why: problem) }
        return .read(response, document)
    }

    /// Asks for the feed where a page that came in its place sends its reader, once; nil when that fails.
    private func follow(_ target: String, from page: FetchResponse) async -> (FetchResponse, ParsedDocument)? {
        var plain = FetchRequest(url: target, purpose: .feed)
        plain.redirects = page.redirects + 1
        plain.cookies = page.cookies
        guard var next = try? await fetcher.fetch(access?.applied(to: plain) ?? plain), next.isSuccess else {
            return nil
        }
        // The page may send its readers elsewhere tomorrow.
        next.permanentURL = nil
        return (next, parse(next))
    }

    private func parse(_ response: FetchResponse) -> ParsedDocument {
        let context = ParseContext(url: response.url, contentType: response.contentType)
        return parse(response.body, context)
    }

    private func parse(_ body: [UInt8], _ context: ParseContext) -> ParsedDocument {
        guard let listing = source.listing else { return parser.parse(body, context: context) }
        let rules = ListingRules(
            linkPattern: listing.links, titlePath: listing.title, datePath: listing.date,
            offset: source.offset(at: Timestamp(seconds: 0)))
        return ListingParser(rules).parse(body, context: context)
    }
}
