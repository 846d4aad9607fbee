import ArticleExtraction
import Developments
import FeedParsing
import Fetching
import Foundation
import Notation

/// A source that lies on this machine: a feed in a file, or a folder of feeds, pages and texts.
struct LocalSource: Sendable {
    private let path: URL
    private let source: Source

    /// The most files of a folder that are read, the newest first.
    private static let fileLimit = 1000
    /// The longest file in bytes.
    private static let byteLimit = 10 << 20
    private static let feeds: Set<String> = ["xml", "rss", "atom", "rdf", "json"]
    private static let pages: Set<String> = ["html", "htm", "xhtml"]
    private static let texts: Set<String> = ["txt", "text"]

    /// Creates the source; nil when its address is no file's.
    ///
    /// - Parameters:
    ///   - source: its address is a `file:` URL, or a path that starts at the desk's folder.
    ///   - folder: the desk's.
    init?(_ source: Source, in folder: DeskFolder) {
        guard Self.isLocal(source.feedURL) else { return nil }
        self.source = source
        let reference = URLReference(source.feedURL)
        guard reference.isAbsolute else {
            path = folder.root.appending(path: source.feedURL)
            return
        }
        // RFC 8089: another host than this machine has no files for us.
        guard ["", "localhost"].contains(reference.host ?? "") else { return nil }
        path = URL(filePath: reference.path.removingPercentEncoding ?? reference.path)
    }

    /// Whether an address is a file's.
    static func isLocal(_ address: String) -> Bool {
        let scheme = URLReference(address).scheme
        return scheme == nil || scheme == "file"
    }

    private struct File {
        var url: URL
        var size: Int
        var modified: Double
        var kind: String { url.pathExtension.lowercased() }
    }

    /// Reads what is new; files as they were are not opened again.
    func read(
        validators: Validators, parser: FeedParser, extractor: ArticleExtractor
    ) async -> SourceReading.Outcome {
        // Disks may be slow: not on a thread of the cooperative pool.
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: outcome(validators, parser, extractor))
            }
        }
    }

    private func outcome(
        _ validators: Validators, _ parser: FeedParser, _ extractor: ArticleExtractor
    ) -> SourceReading.Outcome {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path.path, isDirectory: &isFolder) else {
            return .unusable(response(200), why: "there is no file \(path.path)")
        }
        let files = isFolder.boolValue ? list() : [Self.file(path)].compactMap { $0 }
        let mark = ContentHash.sha256(files.map { "\($0.url.path)\u{0}\($0.size)\u{0}\($0.modified)\n" }.joined().utf8)
        if validators.etag == mark { return .notModified(response(304, mark)) }
        var document = ParsedDocument()
        for file in files {
            guard file.size <= Self.byteLimit, let data = try? Data(contentsOf: file.url) else {
                let what = file.size > Self.byteLimit ? "is longer than 10 MiB" : "cannot be read"
                document.problems.append(.init(code: .notAFeed, message: "\(file.url.lastPathComponent) \(what)"))
                continue
            }
            if isFolder.boolValue, !Self.feeds.contains(file.kind) {
                document.entries.append(entry(file, Array(data), extractor))
                document.format = .listing
            } else {
                add(parse(Array(data), parser), of: file, to: &document, isFolder: isFolder.boolValue)
            }
        }
        if isFolder.boolValue, files.isEmpty || document.isFeed { document.format = .listing }
        if let problem = document.problem { return .unusable(response(200), why: problem) }
        return .read(response(200, mark), document)
    }

    private func response(_ status: Int, _ mark: String? = nil) -> FetchResponse {
        let headers = mark.map { [(name: "ETag", value: $0)] } ?? []
        return FetchResponse(url: path.absoluteString, status: status, headers: HeaderFields(headers))
    }

    // MARK: Files

    /// The folder's files that we can read, the newest first; hidden ones and folders in it are left alone.
    private func list() -> [File] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path.path)) ?? []
        let known = Self.feeds.union(Self.pages).union(Self.texts)
        return names.filter { !$0.hasPrefix(".") }.compactMap { Self.file(path.appending(path: $0)) }
            .filter { known.contains($0.kind) }
            .sorted { ($1.modified, $0.url.path) < ($0.modified, $1.url.path) }
            .prefix(Self.fileLimit).map { $0 }
    }

    private static func file(_ url: URL) -> File? {
        var facts = stat()
        guard stat(url.path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
        let modified = Double(facts.st_mtim.tv_sec) + Double(facts.st_mtim.tv_nsec) * 1e-9
        return File(url: url, size: Int(facts.st_size), modified: modified)
    }

    // MARK: Contents

    private func parse(_ bytes: [UInt8], _ parser: FeedParser) -> ParsedDocument {
        guard let listing = source.listing else { return parser.parse(bytes) }
        let rules = ListingRules(linkPattern: listing.links, titlePath: listing.title, datePath: listing.date)
        return ListingParser(rules).parse(bytes, context: ParseContext(url: source.siteURL))
    }

    private func add(_ other: ParsedDocument, of file: File, to document: inout ParsedDocument, isFolder: Bool) {
        guard isFolder else {
            document = other
            return
        }
        guard other.isFeed else {
            let why = other.problem ?? "not a feed"
            document.problems.append(.init(code: .notAFeed, message: "\(file.url.lastPathComponent): \(why)"))
            return
        }
        document.format = .listing
        document.feed.level.language = document.feed.level.language ?? other.feed.language
        let known = Set(document.entries.map(\.key))
        document.entries += other.entries.filter { !known.contains($0.key) }
    }

    /// A page or text as an entry that holds it whole.
    private func entry(_ file: File, _ bytes: [UInt8], _ extractor: ArticleExtractor) -> Entry {
        var entry = Entry()
        entry.key = "file:" + file.url.lastPathComponent
        if Self.pages.contains(file.kind) {
            let article = extractor.extract(bytes, url: nil)
            entry.level.title = TextConstruct(value: article.title ?? file.url.lastPathComponent)
            entry.level.language = article.language
            entry.level.authors = article.authors.map { Person(name: $0) }
            entry.content = [TextConstruct(value: article.text)]
            entry.level.publishedDate = article.published.map { WrittenDate(instant: $0) }
            if let link = article.canonicalURL, URLReference(link).isHTTP { entry.level.link = link }
        } else {
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", maxSplits: 1)
            entry.level.title = TextConstruct(value: lines.first.map { $0.trimmingCharacters(in: .whitespaces) } ?? "")
            entry.content = [TextConstruct(value: lines.count > 1 ? String(lines[1]) : "")]
        }
        if entry.level.publishedDate == nil {
            entry.level.publishedDate = WrittenDate(instant: Timestamp(seconds: Int(file.modified)))
        }
        return entry
    }
}
