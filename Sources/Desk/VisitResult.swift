import Developments
import Fetching
import Notation
import Storage

/// What a visit brought.
struct VisitResult: Sendable {
    let sourceID: String
    /// The feed's address, as it may be printed.
    let address: String
    var state: StoredFetchState
    /// Whether the feed was asked.
    var wasAsked = false
    /// Whether the server said that the feed is as it was.
    var isNotModified = false
    /// Whether nothing is to be stored but the state.
    var isUnchanged = false
    /// Whether the run ended before the visit did, so that nothing is known of the feed.
    var isCancelled = false
    /// Why the feed could not be read.
    var failure: String?
    var articles: [Article] = []
    /// The entries that were read.
    var read: [EntryDraft] = []
    var seen: [EntryDraft] = []
    /// The marks of known entries that have others now, by key.
    var remarked: [String: KnownEntry.Marks] = [:]
    /// The pages to be asked for later.
    var pending: [PendingPage] = []
    /// How many pages were looked at again for silent edits.
    var revisited = 0
    /// How many of the articles are such edits.
    var silentEdits = 0
    /// How many entries are to be read later.
    var putOffCount: Int { waiting.count }
    var pageProblems: [String] = []
    /// The keys of the feed's entries that were known before.
    var changed: Set<String> = []
    /// The keys of the entries that are not done.
    private var waiting: Set<String> = []

    init(source: Source, state: StoredFetchState) {
        self.state = state
        sourceID = source.id
        address = printable(source.feedURL)
    }

    /// Notes that an entry is to be read later.
    mutating func putOff(_ draft: EntryDraft, attempts: Int, due: Timestamp) {
        if draft.revisit == nil { waiting.insert(draft.key) }
        pending.append(
            PendingPage(sourceID: sourceID, key: draft.key, attempts: attempts, due: due, entry: draft.stored))
    }

    /// Notes that the page of an entry that is done is to be looked at again.
    mutating func lookAgain(_ draft: EntryDraft, _ revisit: Revisit, after now: Timestamp) {
        guard let due = revisit.due(after: now) else { return }
        var draft = draft
        draft.revisit = revisit
        putOff(draft, attempts: 0, due: due)
    }

    /// Everything to be stored, in one transaction.
    func update(at now: Timestamp) -> SourceUpdate {
        let ids = Dictionary(articles.map { ($0.entryKey, $0.id) }, uniquingKeysWith: { first, _ in first })
        func entry(_ draft: EntryDraft, _ standing: KnownEntry.Standing) -> KnownEntry {
            KnownEntry(
                key: draft.key, contentHash: draft.contentHash, standing: standing, articleID: ids[draft.key] ?? "",
                marks: KnownEntry.Marks(draft))
        }
        var entries = seen.map { entry($0, .seen) }
        entries += read.map { entry($0, waiting.contains($0.key) ? .pending : .done) }
        let readKeys = Set(read.map(\.key))
        for page in pending where !readKeys.contains(page.key) {
            guard let draft = EntryDraft(stored: page.entry) else { continue }
            entries.append(entry(draft, waiting.contains(page.key) ? .pending : .done))
        }
        var update = SourceUpdate(
            sourceID: sourceID, state: state, entries: entries, articles: articles, pendingPages: pending, now: now)
        update.marks = remarked
        return update
    }
}
