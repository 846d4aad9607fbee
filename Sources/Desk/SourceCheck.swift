import ArticleExtraction
import Developments
import FeedParsing
import Fetching
import Foundation
public import Notation

/// What one fetch of a source says about it today.
public struct SourceCheck: Presentable, Sendable {
    let id: String
    let feedURL: String
    let format: String
    let entries: Int
    let newest: Timestamp?
    let problem: String?
    /// What a person should know although the source works.
    let warnings: [String]

    /// Whether the source gave a feed.
    public var isWell: Bool { problem == nil }

    /// Readable lines.
    public var text: String {
        let words = problem ?? "\(format), \(entries) entries, newest \(newest.map(\.description) ?? "undated")"
        return (["\(id.padded(to: 28)) \(isWell ? "ok" : "FAIL")  \(words)"] + warnings.map { "  \($0)" })
            .joined(separator: "\n")
    }
}

/// What a check works with.
private struct CheckTools: Sendable {
    let fetcher: Fetcher
    let parser = FeedParser()
    let extractor = ArticleExtractor()
}

extension Desk {
    /// Fetches each source once and says what is wrong; nothing is stored.
    ///
    /// - Parameters:
    ///   - names: ids of the only sources to check; empty for all.
    ///   - now: the desk's clock.
    /// - Returns: what is found, in the order of the sources.
    /// - Throws: ``UsageError`` for an unknown source.
    public func checkSources(_ names: [String], now: Timestamp) async throws -> [SourceCheck] {
        let wanted = names.isEmpty ? sources : try names.map { try source(named: $0) }
        let isKnown = FileManager.default.fileExists(atPath: folder.state.appending(path: "store.sqlite").path)
        let holds = isKnown ? try await withStore { try await $0.holds(now: now) } : HostHolds(now: now)
        let fetcher = Fetcher(configuration: try settings.fetchConfiguration(), logger: logger, holds: holds)
        let tools = CheckTools(fetcher: fetcher)
        defer { tools.fetcher.shutdown() }
        return await withTaskGroup(of: (Int, SourceCheck).self) { group in
            var checks: [SourceCheck?] = Array(repeating: nil, count: wanted.count)
            for (index, source) in wanted.enumerated() {
                group.addTask { (index, await check(source, tools, now: now)) }
            }
            for await (index, check) in group { checks[index] = check }
            return checks.compactMap { $0 }
        }
    }

    private func check(_ source: Source, _ tools: CheckTools, now: Timestamp) async -> SourceCheck {
        func bad(_ problem: String) -> SourceCheck {
            SourceCheck(
                id: source.id, feedURL: source.feedURL, format: "", entries: 0, newest: nil, problem: problem,
                warnings: [])
        }
        let access: SourceAccess.Resolved?
        do throws(SettingsError) { access = try self.access(to: source) } catch { return bad("\(error)") }
        var state = FetchState()
        state.subscribe(to: source.feedURL)
        let reading = SourceReading(
            source: source, fetcher: tools.fetcher, parser: tools.parser, extractor: tools.extractor, folder: folder,
            access: access)
        switch await reading.read(state) {
        case .failed(let error): return bad("\(error.reason)")
        case .unusable(let response, let why):
            state.recordUnusable(response, why: why, now: now, policy: FetchPolicy(), id: source.id)
            let isRefused = response.status == 401 || state.health(now: now) == .blocked
            let step = isRefused ? state.nextStep(now: now) : nil
            return bad([state.lastError, step].compactMap { $0 }.joined(separator: "; "))
        case .notModified: return bad("the server says that nothing has changed, but was not asked that")
        case .read(let response, let document):
            return SourceCheck(
                id: source.id, feedURL: source.feedURL, format: document.format.rawValue,
                entries: document.entries.count,
                newest: document.entries.compactMap { $0.published ?? $0.updated }.max(), problem: nil,
                warnings: Self.warnings(response, document, source: source, now: now))
        }
    }

    /// What a person should know of a source that works.
    private static func warnings(
        _ response: FetchResponse, _ document: ParsedDocument, source: Source, now: Timestamp
    ) -> [String] {
        var warnings: [String] = []
        if let moved = response.permanentURL {
            warnings.append("has moved for good to \(printable(moved)): change its xmlUrl")
        } else if response.url != source.feedURL, URLReference(source.feedURL).isHTTP {
            warnings.append("is answered by \(printable(response.url)) for now")
        }
        if response.validators.isEmpty {
            warnings.append("the server sends neither ETag nor Last-Modified, so each request brings the whole feed")
        }
        if document.isTruncated { warnings.append("the document ends before it is complete") }
        if document.entries.isEmpty { warnings.append("the feed has no entries") }
        let newest = document.entries.compactMap { $0.published ?? $0.updated }.max()
        if let newest, now.seconds - newest.seconds > 90 * 86_400 {
            warnings.append("nothing new for \((now.seconds - newest.seconds) / 86_400) days")
        }
        if !document.entries.isEmpty, newest == nil { warnings.append("no entry has a date that can be read") }
        let unlinked = document.entries.count { $0.link == nil }
        if unlinked > 0 { warnings.append("\(unlinked) of \(document.entries.count) entries have no link") }
        return warnings + document.problems.filter { !$0.isInformation }.map(\.message).prefix(3)
    }
}
