import Notation
import Storage

/// Which of a feed's entries are read, which are only remembered, and which are known.
struct EntrySelection {
    /// New or changed: an article is to be made.
    var wanted: [EntryDraft] = []
    /// Remembered, so that they never return as new.
    var seen: [EntryDraft] = []
    /// Not seen before though their dates are older than what is read, in a source that was watched all the while.
    private(set) var late: [EntryDraft] = []

    /// Sorts the entries of a feed.
    ///
    /// At first sight of a source, and when none of its entries is known any more (changed guids), only what is younger
    /// than `backfill` is read, and of undated entries the first ten, which feeds list newest first. Later the age is
    /// counted from the last success, so that nothing is lost while the desk was down. What is older and comes only now
    /// though the source was watched is ``late``.
    ///
    /// - Parameters:
    ///   - drafts: the feed's entries in document order.
    ///   - known: what the store knows of them.
    ///   - isFirstSight: whether the source never succeeded before.
    ///   - lastSuccess: when the source last succeeded.
    ///   - now: the desk's clock.
    ///   - rules: the desk's backfill, and the one that the user asked for.
    init(
        _ drafts: [EntryDraft], known: [String: KnownEntry], isFirstSight: Bool, lastSuccess: Timestamp?,
        now: Timestamp, rules: Rules
    ) {
        let isFirst = isFirstSight || (known.isEmpty && !drafts.isEmpty)
        let anchor = isFirst ? now : min(lastSuccess ?? now, now)
        let oldest = anchor.adding(seconds: -max(rules.backfill, rules.asked ?? 0))
        let asked = rules.asked.map { now.adding(seconds: -$0) }
        var undated = 0
        for draft in drafts {
            if let entry = known[draft.key] {
                switch entry.standing {
                case .pending: break
                case .seen:
                    if let asked, let dated = draft.dated, dated >= asked { wanted.append(draft) }
                case .done:
                    if entry.contentHash != draft.contentHash { wanted.append(draft) }
                }
                continue
            }
            if let dated = draft.dated {
                if dated >= oldest {
                    wanted.append(draft)
                } else if !isFirst, let lastSuccess, lastSuccess >= now.adding(seconds: -rules.backfill) {
                    late.append(draft)
                } else {
                    seen.append(draft)
                }
            } else {
                undated += 1
                if isFirst, undated > Self.undatedAtFirstSight { seen.append(draft) } else { wanted.append(draft) }
            }
        }
    }

    /// Decides about the late ones: they are new, but for an archive that was opened, and for what stood below the feed's
    /// end and came into sight when an entry above it was deleted.
    ///
    /// - Parameters:
    ///   - drafts: the feed's entries in document order.
    ///   - known: what the store knows of them.
    ///   - haveLeft: whether entries that the store knows are no longer in the feed.
    mutating func takeLate(of drafts: [EntryDraft], known: [String: KnownEntry], haveLeft: Bool) {
        let end = drafts.lastIndex { known[$0.key] != nil } ?? -1
        let below = Set(drafts.dropFirst(end + 1).map(\.key))
        let oldest = drafts.compactMap { known[$0.key] == nil ? nil : $0.dated }.min()
        for draft in late {
            let wasBelow = haveLeft && below.contains(draft.key) && draft.dated.map { $0 < oldest ?? $0 } ?? false
            if late.count > Self.lateAtOnce || wasBelow { seen.append(draft) } else { wanted.append(draft) }
        }
        late = []
    }

    /// How far back entries are read.
    struct Rules: Sendable {
        /// Seconds: the desk's setting.
        var backfill: Int
        /// Seconds: what `run --backfill` asks for, also of entries that were only remembered.
        var asked: Int?
    }

    private static let undatedAtFirstSight = 10
    /// More late entries than this at once are an archive.
    private static let lateAtOnce = 10
}
