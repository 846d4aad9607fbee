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
    /// Whether the feed itself is asked; else only pages are tried again.
    let isDue: Bool
    let pending: [PendingPage]
    let store: Store
    let tools: RunTools
    let rules: EntrySelection.Rules
    let now: Timestamp

    /// Visits the source; what fails is said in the result, and only the store's errors are thrown.
    func perform() async throws -> VisitResult {
        var result = VisitResult(source: source, state: stored)
        let wanted = isDue ? try await askFeed(&result) : []
        try await read(wanted, into: &result)
        return result
    }

    /// Asks for the feed and returns the entries to be read.
    private func askFeed(_ result: inout VisitResult) async throws -> [EntryDraft] {
        var state = FetchState(stored: stored.bytes)
        let lastSuccess = state.lastSuccess
        result.wasAsked = true
        var wanted: [EntryDraft] = []
        if let (response, document) = await feed(&state, &result) {
            let drafts = self.drafts(of: document)
            let known = try await store.knownEntries(drafts.map(\.key), of: source.id)
            let selection = EntrySelection(
                drafts, known: known, isFirstSight: stored.isFirstSight, lastSuccess: lastSuccess, now: now,
                rules: rules)
            wanted = selection.wanted
            result.seen = selection.seen
            result.isUnchanged = wanted.isEmpty && selection.seen.isEmpty
            let content = FetchState.Content(
                newEntries: wanted.count, interval: document.feed.interval)
            state.record(response, content: content, now: now, policy: tools.policy, id: source.id)
        }
        result.state = StoredFetchState(
            due: state.dueColumn, isFirstSight: stored.isFirstSight && state.lastSuccess == nil, bytes: state.blob)
        return wanted
    }

    /// Fetches and parses the feed; nil when there is nothing new to read.
    private func feed(_ state: inout FetchState, _ result: inout VisitResult) async -> (FetchResponse, ParsedDocument)?
    {
        let response: FetchResponse
        do throws(FetchError) {
            response = try await tools.fetcher.fetch(
                FetchRequest(url: source.feedURL, purpose: .feed, validators: state.validators))
        } catch {
            state.record(error, now: now, policy: tools.policy, id: source.id)
            result.failure = "\(error)"
            return nil
        }
        if response.isNotModified {
            state.record(response, content: nil, now: now, policy: tools.policy, id: source.id)
            result.isUnchanged = true
            result.isNotModified = true
            return nil
        }
        guard response.isSuccess else {
            state.recordUnusable(response, now: now, policy: tools.policy, id: source.id)
            result.failure = state.lastError ?? "status \(response.status)"
            return nil
        }
        let document = tools.parser.parse(
            response.body, context: ParseContext(url: response.url, contentType: response.contentType))
        if let problem = document.problem {
            state.recordUnusable(response, why: problem, now: now, policy: tools.policy, id: source.id)
            result.failure = problem
            return nil
        }
        return (response, document)
    }

    private func drafts(of document: ParsedDocument) -> [EntryDraft] {
        let language = document.feed.language ?? source.language
        return document.entries.map {
            EntryDraft($0, feedLanguage: language, extractor: tools.reader.extractor)
        }
    }

    /// Reads entries and pages that are due again, at most so many pages in one run.
    private func read(_ wanted: [EntryDraft], into result: inout VisitResult) async throws {
        let new = Set(wanted.map(\.key))
        let again = pending.filter { !new.contains($0.key) }
        var work = wanted.map { (draft: $0, attempts: 0) }
        for page in again {
            guard let draft = EntryDraft(stored: page.entry) else { continue }
            work.append((draft, page.attempts))
        }
        let limit = tools.reader.settings.pages ? tools.reader.settings.pagesPerSource : work.count
        for item in work.dropFirst(limit) {
            result.putOff(item.draft, attempts: item.attempts, due: now)
        }
        let outcomes = await readAll(work.prefix(limit).map(\.draft))
        for (item, outcome) in zip(work, outcomes) {
            result.articles.append(outcome.article)
            result.read.append(item.draft)
            guard let problem = outcome.pageProblem else { continue }
            result.pageProblems.append(problem.kind)
            let attempts = item.attempts + 1
            if problem.isTransient, attempts <= Self.retryDelays.count {
                result.putOff(item.draft, attempts: attempts, due: now.adding(seconds: Self.retryDelays[attempts - 1]))
            }
        }
        if !result.articles.isEmpty || !result.pending.isEmpty { result.isUnchanged = false }
    }

    /// Reads some entries at once, and returns the outcomes in their order.
    private func readAll(_ drafts: [EntryDraft]) async -> [ArticleReader.Outcome] {
        await withTaskGroup(of: (Int, ArticleReader.Outcome).self) { group in
            var outcomes: [ArticleReader.Outcome?] = Array(repeating: nil, count: drafts.count)
            var next = 0
            func start(_ group: inout TaskGroup<(Int, ArticleReader.Outcome)>) {
                guard next < drafts.count else { return }
                let index = next
                next += 1
                group.addTask { [source, tools] in (index, await tools.reader.read(drafts[index], of: source)) }
            }
            for _ in 0..<Self.pagesAtOnce { start(&group) }
            while let (index, outcome) = await group.next() {
                outcomes[index] = outcome
                start(&group)
            }
            return outcomes.compactMap { $0 }
        }
    }

    /// Bounds the pages held in memory: the sources visited at once times this.
    private static let pagesAtOnce = 4
    /// Seconds after which a page that failed is tried again: an hour, six hours, a day.
    private static let retryDelays = [3600, 6 * 3600, 86_400]
}

/// What a visit brought.
struct VisitResult: Sendable {
    let sourceID: String
    /// The feed's address.
    let address: String
    var state: StoredFetchState
    /// Whether the feed was asked.
    var wasAsked = false
    /// Whether the server said that the feed is as it was.
    var isNotModified = false
    /// Whether nothing is to be stored but the state.
    var isUnchanged = false
    /// Why the feed could not be read.
    var failure: String?
    var articles: [Article] = []
    /// The drafts of the articles, in their order.
    var read: [EntryDraft] = []
    var seen: [EntryDraft] = []
    var pending: [PendingPage] = []
    var pageProblems: [String] = []
    private let source: Source

    init(source: Source, state: StoredFetchState) {
        self.source = source
        self.state = state
        sourceID = source.id
        address = source.feedURL
    }

    mutating func putOff(_ draft: EntryDraft, attempts: Int, due: Timestamp) {
        pending.append(
            PendingPage(sourceID: sourceID, key: draft.key, attempts: attempts, due: due, entry: draft.stored))
    }

    /// Everything to be stored, in one transaction.
    func update(at now: Timestamp) -> SourceUpdate {
        let waiting = Set(pending.map(\.key))
        let articleIDs = Set(articles.map(\.id))
        func entry(_ draft: EntryDraft, _ standing: KnownEntry.Standing) -> KnownEntry {
            let id = draft.articleID(in: source)
            return KnownEntry(
                key: draft.key, contentHash: draft.contentHash, standing: standing,
                articleID: articleIDs.contains(id) ? id : "")
        }
        var entries = seen.map { entry($0, .seen) }
        entries += read.map { entry($0, waiting.contains($0.key) ? .pending : .done) }
        let readKeys = Set(read.map(\.key))
        for page in pending where !readKeys.contains(page.key) {
            if let draft = EntryDraft(stored: page.entry) { entries.append(entry(draft, .pending)) }
        }
        return SourceUpdate(
            sourceID: sourceID, state: state, entries: entries, articles: articles, pendingPages: pending, now: now)
    }
}
