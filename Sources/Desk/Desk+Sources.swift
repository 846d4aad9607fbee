import ArticleExtraction
import Developments
import FeedParsing
import Fetching
public import Foundation
import Notation
import Storage

extension Desk {
    /// Lists the subscriptions.
    public func sourceList() -> [SourceLine] { sources.map(SourceLine.init) }

    /// Subscribes to a feed, to the first feed that a page names, or to a file or folder of this machine.
    ///
    /// - Parameters:
    ///   - url: the address of a feed or of a page, or a path.
    ///   - title: what to call it; nil for the feed's own title.
    /// - Returns: one line that says what was added.
    /// - Throws: ``UsageError`` when there is no feed or it is there already.
    public func addSource(_ url: String, title: String?) async throws -> String {
        let url = OPML.webAddress(of: url)
        if LocalSource.isLocal(url) { return try await addLocalSource(url, title: title) }
        let fetcher = Fetcher(configuration: try settings.fetchConfiguration(), logger: logger)
        defer { fetcher.shutdown() }
        var asked = url
        var (response, document) = try await feedDocument(at: url, fetcher: fetcher)
        if document.format == .html {
            // A server may name the feed in its header as well (RFC 8288).
            let links = response.headers.links.filter { $0.isRelated(as: "alternate") && $0.type.contains("+xml") }
                .map { URLReference($0.target).resolved(against: URLReference(response.url)).description }
            guard let found = document.alternates.map(\.href).first ?? links.first else {
                throw UsageError(
                    "\(printable(url)) is a page that names no feed; look for one on the site and add its address")
            }
            asked = found
            (response, document) = try await feedDocument(at: found, fetcher: fetcher)
        }
        // Only a permanent redirect changes what is subscribed to.
        let address = response.permanentURL.map { MovedAddress.address($0, movedFrom: asked) } ?? asked
        if let problem = document.problem { throw UsageError("\(printable(address)): \(problem)") }
        return try subscribe(to: address, document, title: title ?? document.feed.title?.text ?? printable(address))
    }

    private func subscribe(to address: String, _ document: ParsedDocument, title: String) throws -> String {
        if let known = sources.first(where: { $0.feedURL == address }) {
            throw UsageError("\(printable(address)) is subscribed to already, as \(known.id)")
        }
        let id = freeID(for: title, url: address)
        try edit(addingTo: "subscriptions.opml") { list in
            let site = document.feed.link.map { [("htmlUrl", $0)] } ?? []
            let language = document.feed.language.map { [("language", $0)] } ?? []
            try list.add(
                attributes: [("text", title), ("type", "rss"), ("xmlUrl", address)] + site,
                facts: [("id", id)] + language)
        }
        return "added \(id): \(title), \(document.entries.count) entries (\(printable(address)))"
    }

    /// Subscribes to a file or folder, of which a path counts from the working folder.
    private func addLocalSource(_ address: String, title: String?) async throws -> String {
        let isPath = URLReference(address).scheme == nil
        let named = isPath ? URL(filePath: address) : URL(string: address)
        guard let file = named?.standardizedFileURL, FileManager.default.fileExists(atPath: file.path) else {
            throw UsageError("\(address): there is no such file, and an address on the web starts with https://")
        }
        let source = Source(id: "local", title: "", feedURL: file.absoluteString)
        guard let local = LocalSource(source, in: folder) else { throw UsageError("\(address) is not on this machine") }
        switch await local.read(validators: Validators(), parser: FeedParser(), extractor: ArticleExtractor()) {
        case .read(_, let document):
            let name = title ?? document.feed.title?.text ?? file.deletingPathExtension().lastPathComponent
            return try subscribe(to: file.absoluteString, document, title: name)
        case .unusable(_, let why): throw UsageError("\(address): \(why ?? "not a feed")")
        default: throw UsageError("\(address) cannot be read")
        }
    }

    /// Unsubscribes; what the source brought stays stored.
    ///
    /// - Returns: one line that says what was removed.
    /// - Throws: ``UsageError`` when there is no such source.
    public func removeSource(_ name: String) throws -> String {
        let source = try self.source(named: name)
        for var list in try Subscriptions(folder: folder).lists() {
            guard let outline = list.document.subscriptions.first(where: { $0.feedURL == source.feedURL }) else {
                continue
            }
            try list.document.remove(at: outline.position)
            try write(list.document, to: list.file)
        }
        return "removed \(source.id) (\(source.feedURL)); its articles stay stored"
    }

    /// Takes over the subscriptions of an OPML file that are not there yet.
    ///
    /// - Returns: a line that says how many were taken, and one for each that is no address on the web.
    /// - Throws: ``SubscriptionError`` when the file is no OPML.
    public func importSources(from file: URL) throws -> String {
        let outlines = try Subscriptions.document(at: file).subscriptions
        // Other readers run programs and filters as feeds; and a list from elsewhere must not make us read this
        // machine's files.
        let refused = outlines.filter { !URLReference($0.feedURL).isHTTP }
        var known = Set(sources.map { Self.plainAddress($0.feedURL) })
        var new: [OPML.Outline] = []
        for outline in outlines where URLReference(outline.feedURL).isHTTP {
            _ = try Subscriptions.source(outline, in: file)
            if known.insert(Self.plainAddress(outline.feedURL)).inserted { new.append(outline) }
        }
        if !new.isEmpty {
            try edit(addingTo: "subscriptions.opml") { list in
                for outline in new { try list.add(copyOf: outline) }
            }
        }
        let old = outlines.count - new.count - refused.count
        var lines = ["took over \(new.count) of \(outlines.count) subscriptions"]
        if old > 0 { lines[0] += "; \(old) \(old == 1 ? "was" : "were") there already" }
        if !refused.isEmpty { lines[0] += "; \(refused.count) refused:" }
        lines += refused.map { "  \($0.title.isEmpty ? "" : "\($0.title): ")\(Self.refusal(of: $0.feedURL))" }
        return lines.joined(separator: "\n")
    }

    /// An address in the form in which the ways to write it are equal.
    private static func plainAddress(_ url: String) -> Substring {
        URLReference(url).normal.description.prefix { $0 != "#" }
    }

    private static func refusal(of url: String) -> String {
        let address = printable(url)
        if LocalSource.isLocal(url) { return "\(address) is a file of a machine; add it with `demarche sources add`" }
        return "\(address) is no address on the web (http or https)"
    }

    /// Writes the new addresses of sources that have moved for good to the subscription lists.
    ///
    /// - Returns: a line for each source that has moved, or one that says that none has.
    /// - Throws: ``SubscriptionError``; ``DeskError`` when a list cannot be written; an error of the store.
    public func applyMoves() async throws -> String {
        let states = try await withStore { try await $0.fetchStates() }
        var moves: [String: (source: Source, url: String)] = [:]
        for source in sources {
            guard let bytes = states[source.id]?.bytes else { continue }
            let state = FetchState(stored: bytes, of: source)
            guard state.movedTo != nil, let url = state.requestURL, URLReference(url).isHTTP else { continue }
            moves[source.feedURL] = (source, url)
        }
        var lines: [String] = []
        for var list in try Subscriptions(folder: folder).lists() {
            var isChanged = false
            for outline in list.document.subscriptions {
                guard let move = moves[outline.feedURL] else { continue }
                let name = ["xmlUrl", "xmlurl", "xmlURL"].first { outline.attributes[$0] != nil } ?? "xmlUrl"
                try list.document.setAttribute(name, to: move.url, at: outline.position)
                // An id that comes from the address would change with it, and the source begin anew.
                try list.document.setAttribute("id", isFact: true, to: move.source.id, at: outline.position)
                lines.append("\(move.source.id): \(printable(outline.feedURL)) is now \(printable(move.url))")
                isChanged = true
            }
            if isChanged { try write(list.document, to: list.file) }
        }
        return lines.isEmpty ? "no source has moved" : lines.joined(separator: "\n")
    }

    /// Returns all subscriptions as one OPML document.
    ///
    /// - Throws: ``SubscriptionError``.
    public func exportSources() throws -> String {
        var document = OPMLDocument(title: settings.title)
        for list in try Subscriptions(folder: folder).lists() {
            for outline in list.document.subscriptions { try document.add(copyOf: outline) }
        }
        return String(decoding: document.bytes, as: UTF8.self)
    }

    private func feedDocument(at url: String, fetcher: Fetcher) async throws -> (FetchResponse, ParsedDocument) {
        let response: FetchResponse
        do throws(FetchError) {
            response = try await fetcher.fetch(FetchRequest(url: url, purpose: .feed))
        } catch {
            throw UsageError("\(error)")
        }
        guard response.isSuccess else { throw UsageError("\(url): the server answered with status \(response.status)") }
        let context = ParseContext(url: response.url, contentType: response.contentType)
        return (response, FeedParser().parse(response.body, context: context))
    }

    /// An id that people can read, made from the title; the URL's hash where the title gives none or it is taken.
    private func freeID(for title: String, url: String) -> String {
        let words = title.lowercased().folding(options: .diacriticInsensitive, locale: nil)
            .split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let slug = words.prefix(5).joined(separator: "-")
        let isFree = !sources.contains { $0.id == slug }
        return slug.first?.isLetter == true && isFree ? slug : Subscriptions.id(for: url)
    }

    private func edit(addingTo name: String, _ change: (inout OPMLDocument) throws -> Void) throws {
        let file = folder.feeds.appending(path: name)
        var document =
            FileManager.default.fileExists(atPath: file.path)
            ? try Subscriptions.document(at: file)
            : OPMLDocument(title: "Subscriptions")
        try change(&document)
        try write(document, to: file)
    }

    private func write(_ document: OPMLDocument, to file: URL) throws {
        do {
            try Data(document.bytes).write(to: file, options: .atomic)
        } catch {
            throw DeskError("cannot write \(file.path): \(error.localizedDescription)")
        }
    }
}

/// A subscription on one line.
public struct SourceLine: Presentable, Sendable {
    let id: String
    let title: String
    let feedURL: String
    let siteURL: String
    let language: String
    let country: String
    let kind: String
    let owner: String
    let licence: String
    let isPrivate: Bool

    init(_ source: Source) {
        id = source.id
        title = source.title
        feedURL = source.feedURL
        siteURL = source.siteURL
        language = source.language
        country = source.country
        kind = source.kind?.rawValue ?? ""
        owner = source.owner
        licence = source.licence.rawValue
        isPrivate = source.isPrivate
    }

    /// Readable lines.
    public var text: String { "\(id.padded(to: 28)) \(country.padded(to: 3)) \(title)  \(feedURL)" }
}
