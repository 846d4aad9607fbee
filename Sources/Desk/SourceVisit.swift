import Curation
import Developments
import FeedParsing
import Fetching
import Notation
import Storage

/// One source's turn in a run: its feed, its new entries, their pages.
struct SourceVisit: Sendable {
    let source: Source
    let stored: StoredFetchState
    /// Whether the feed itself is asked; else only pages are.
    let isDue: Bool
    /// The pages that are to be tried or looked at again.
    let pending: [PendingPage]
    let desk: Desk
    let store: Store
    let tools: RunTools
    let rules: EntrySelection.Rules
    let now: Timestamp

    /// Visits the source; what fails is said in the result, and only the store's errors are thrown.
    func perform() async throws -> VisitResult {
        var result = VisitResult(source: source, state: stored)
        let access: SourceAccess.Resolved?
        do throws(SettingsError) {
            access = try desk.access(to: source)
        } catch {
            // Nothing was asked: the source's own state stays as it is.
            result.wasAsked = isDue
            result.failure = error.description
            result.isUnchanged = true
            return result
        }
        let wanted = isDue ? try await askFeed(access, &result) : []
        try await read(wanted, access, into: &result)
        return result
    }

    /// Asks for the feed and returns the entries to be read.
    private func askFeed(_ access: SourceAccess.Resolved?, _ result: inout VisitResult) async throws -> [EntryDraft] {
        var state = FetchState(stored: stored.bytes, of: source)
        let lastSuccess = state.lastSuccess
        result.wasAsked = true
        var wanted: [EntryDraft] = []
        var guids = stored.guids
        let reading = SourceReading(
            source: source, fetcher: tools.fetcher, parser: tools.parser, extractor: tools.extractor,
            folder: desk.folder, access: access)
        switch await reading.read(state) {
        case .failed(let error):
            if case .cancelled = error.reason {
                result.isCancelled = true
                result.isUnchanged = true
                return []
            }
            state.record(error, now: now, policy: tools.policy, id: source.id)
            result.failure = "\(error)"
            result.isUnchanged = true
        case .unusable(let response, let why):
            state.recordUnusable(response, why: why, now: now, policy: tools.policy, id: source.id)
            result.failure = state.lastError ?? "status \(response.status)"
            result.isUnchanged = true
        case .notModified(let response):
            state.record(response, content: nil, now: now, policy: tools.policy, id: source.id)
            result.failure = state.lastError
            result.isUnchanged = true
            result.isNotModified = state.lastError == nil
        case .read(let response, let document):
            let matching = try await matching(of: document)
            var selection = EntrySelection(
                matching.drafts, known: matching.known, isFirstSight: stored.isFirstSight, lastSuccess: lastSuccess,
                now: now, rules: rules)
            if !selection.late.isEmpty {
                let count = try await store.entryCount(of: source.id)
                selection.takeLate(of: matching.drafts, known: matching.known, haveLeft: count > matching.known.count)
            }
            wanted = selection.wanted
            result.seen = selection.seen
            result.remarked = matching.remarked
            result.isUnchanged = wanted.isEmpty && selection.seen.isEmpty && result.remarked.isEmpty
            result.changed = Set(matching.known.keys)
            guids = matching.worth
            let content = FetchState.Content(
                newEntries: wanted.count, interval: document.feed.interval, skipTimes: document.feed.skipTimes,
                isWhole: !document.isTruncated)
            state.record(response, content: content, now: now, policy: tools.policy, id: source.id)
        }
        result.state = StoredFetchState(
            due: state.dueColumn, isFirstSight: stored.isFirstSight && state.lastSuccess == nil, bytes: state.blob)
        result.state.guids = guids
        return wanted
    }

    /// Tells which of a feed's entries are known.
    private func matching(of document: ParsedDocument) async throws -> EntryMatching {
        try await EntryMatching(drafts(of: document), worth: stored.guids) { keys in
            stored.hasEntries ? try await store.knownEntries(keys, of: source.id) : [:]
        } byMarks: { marks in
            stored.hasEntries ? try await store.knownEntries(marked: marks, of: source.id) : []
        }
    }

    private func drafts(of document: ParsedDocument) -> [EntryDraft] {
        var feed = document.feed.level
        feed.language = feed.language ?? source.language
        return document.entries.map { EntryDraft($0, feed: feed, extractor: tools.extractor) }
    }

    // MARK: Pages

    /// An entry to be read, or to be looked at again.
    private struct Item: Sendable {
        var draft: EntryDraft
        var attempts = 0
        /// Whether it was read before.
        var isChanged = false
    }

    /// Reads new entries, then those that are to be tried again, then those that are to be looked at again; at most so
    /// many in one run.
    private func read(
        _ wanted: [EntryDraft], _ access: SourceAccess.Resolved?, into result: inout VisitResult
    ) async throws {
        let new = Set(wanted.map(\.key))
        var work = wanted.map { Item(draft: $0, isChanged: result.changed.contains($0.key)) }
        let again = pending.filter { !new.contains($0.key) }.compactMap { page in
            EntryDraft(stored: page.entry).map { Item(draft: $0, attempts: page.attempts, isChanged: true) }
        }
        work += again.filter { $0.draft.revisit == nil } + again.filter { $0.draft.revisit != nil }
        if work.isEmpty { return }
        let limit = desk.settings.pages ? desk.settings.pagesPerSource : work.count
        for item in work.dropFirst(limit) { result.putOff(item.draft, attempts: item.attempts, due: now) }
        let items = work.prefix(limit)
        let outcomes = await readAll(items, try await tools.reader.value(), access)
        for (item, outcome) in zip(items, outcomes) { take(item, outcome, into: &result) }
        if !result.articles.isEmpty || !result.pending.isEmpty || !items.isEmpty { result.isUnchanged = false }
    }

    private func take(_ item: Item, _ outcome: ArticleReader.Outcome, into result: inout VisitResult) {
        if let problem = outcome.pageProblem, case .putOff = problem {
            return result.putOff(item.draft, attempts: item.attempts, due: now)
        }
        let isRevisit = item.draft.revisit != nil
        if isRevisit { result.revisited += 1 }
        if let article = outcome.article {
            result.articles.append(article)
            if isRevisit { result.silentEdits += 1 }
        }
        result.read.append(item.draft)
        if let revisit = outcome.revisit { result.lookAgain(item.draft, revisit, after: now) }
        guard let problem = outcome.pageProblem else { return }
        result.pageProblems.append(problem.kind)
        if problem.isTransient, item.attempts < Self.retryDelays.count {
            let due = now.adding(seconds: Self.retryDelays[item.attempts])
            result.putOff(item.draft, attempts: item.attempts + 1, due: due)
        }
    }

    /// Reads some entries at once, and returns the outcomes in their order.
    private func readAll(
        _ items: ArraySlice<Item>, _ reader: ArticleReader, _ access: SourceAccess.Resolved?
    ) async -> [ArticleReader.Outcome] {
        let items = Array(items)
        if items.allSatisfy({ $0.draft.revisit == nil && !reader.wantsPage($0.draft, of: source) }) {
            return items.map { reader.readWithoutPage($0.draft, of: source) }
        }
        return await withTaskGroup(of: (Int, ArticleReader.Outcome).self) { group in
            var outcomes: [ArticleReader.Outcome?] = Array(repeating: nil, count: items.count)
            var next = 0
            func start(_ group: inout TaskGroup<(Int, ArticleReader.Outcome)>) {
                guard next < items.count else { return }
                let index = next
                next += 1
                group.addTask { (index, await read(items[index], reader, access)) }
            }
            for _ in 0..<Self.pagesAtOnce { start(&group) }
            while let (index, outcome) = await group.next() {
                outcomes[index] = outcome
                start(&group)
            }
            return outcomes.compactMap { $0 }
        }
    }

    private func read(
        _ item: Item, _ reader: ArticleReader, _ access: SourceAccess.Resolved?
    ) async -> ArticleReader.Outcome {
        if let revisit = item.draft.revisit {
            return await reader.readAgain(item.draft, revisit, of: source, access: access)
        }
        return await reader.read(item.draft, of: source, isChanged: item.isChanged, access: access)
    }

    /// Bounds the pages held in memory: the sources visited at once times this.
    private static let pagesAtOnce = 4
    /// Seconds after which a page that failed is tried again: an hour, six hours, a day.
    private static let retryDelays = [3600, 6 * 3600, 86_400]
}
