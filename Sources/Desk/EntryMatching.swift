import Notation
import Storage

/// Tells which entries of a feed are known, whatever became of their identifiers.
///
/// An identifier is believed while it behaves: the entry that had it before must have the same page, headline or text.
/// One that several entries share, or that a new story takes over, is none. An entry with a new identifier is a known one
/// when page and headline, or page and text, are the same; its page alone is enough where no other entry has it and the
/// headline was only edited, or the source is known to change its identifiers.
struct EntryMatching {
    /// The entries, each once, with the keys under which they are stored or will be.
    private(set) var drafts: [EntryDraft] = []
    /// What is known of them, by key.
    private(set) var known: [String: KnownEntry] = [:]
    /// The marks of known entries that read as before and have others now, by key.
    private(set) var remarked: [String: KnownEntry.Marks] = [:]
    /// What the source's identifiers are worth, as far as is known now.
    private(set) var worth: GUIDWorth

    /// A draft with what tells it apart.
    private struct Candidate {
        var draft: EntryDraft
        var marks: KnownEntry.Marks
        var sharesGUID = false
        var sharesPage = false
    }

    /// Finds the known ones.
    ///
    /// - Parameters:
    ///   - entries: the feed's entries in document order.
    ///   - worth: what the source's identifiers were worth so far.
    ///   - byKey: gets known entries by their keys.
    ///   - byMarks: gets those that have an identifier or a page of these.
    /// - Throws: what the two throw.
    init(
        _ entries: [EntryDraft], worth: GUIDWorth,
        byKey: ([String]) async throws -> [String: KnownEntry],
        byMarks: ([KnownEntry.Marks]) async throws -> [KnownEntry]
    ) async throws {
        self.worth = worth
        var candidates = Self.withoutRepetitions(entries)
        noteShared(&candidates)
        // Nearly all entries of nearly all feeds are under their first key and as they were.
        var found = try await byKey(candidates.compactMap { $0.draft.possibleKeys.first })
        var matches = candidates.map { Self.unchanged($0, in: found) }
        var open = candidates.indices.filter { matches[$0] == nil }
        if !open.isEmpty {
            found.merge(try await byKey(open.flatMap { candidates[$0].draft.possibleKeys })) { first, _ in first }
            for index in open { matches[index] = Self.unchanged(candidates[index], in: found) }
            open.removeAll { matches[$0] != nil }
        }
        if !open.isEmpty {
            for entry in try await byMarks(open.map { candidates[$0].marks }) { found[entry.key] = entry }
        }
        match(open, candidates, with: found, into: &matches)
        settle(candidates, matches, taken: Set(found.keys))
    }

    /// Leaves out entries that are listed again: with the same headline, and two of page, identifier and text.
    private static func withoutRepetitions(_ entries: [EntryDraft]) -> [Candidate] {
        var seen: Set<[String]> = []
        return entries.compactMap { draft in
            let marks = KnownEntry.Marks(draft)
            let headline = "\(marks.headline ?? 0)", page = marks.page.map { "\($0)" }
            let guid = marks.guid.map { "\($0)" }, text = marks.text.map { "\($0)" }
            let isSame: [[String]?] = [
                page.flatMap { page in guid.map { ["guid", headline, page, $0] } },
                page.map { ["page", headline, $0, draft.text] },
                guid.flatMap { guid in text.map { ["text", headline, guid, $0] } },
            ]
            let identities = isSame.compactMap(\.self)
            if identities.contains(where: seen.contains) { return nil }
            seen.formUnion(identities)
            return Candidate(draft: draft, marks: marks)
        }
    }

    /// Notes which entries share identifier or page with others.
    private mutating func noteShared(_ candidates: inout [Candidate]) {
        let guids = Dictionary(candidates.compactMap { $0.marks.guid.map { ($0, 1) } }, uniquingKeysWith: +)
        let pages = Dictionary(candidates.compactMap { $0.marks.page.map { ($0, 1) } }, uniquingKeysWith: +)
        for index in candidates.indices {
            candidates[index].sharesGUID = candidates[index].marks.guid.map { guids[$0] ?? 0 > 1 } ?? false
            candidates[index].sharesPage = candidates[index].marks.page.map { pages[$0] ?? 0 > 1 } ?? false
            if candidates[index].sharesGUID { worth.insert(.reused) }
        }
    }

    /// The entry stored under a key of the candidate that reads as it does.
    private static func unchanged(_ candidate: Candidate, in stored: [String: KnownEntry]) -> KnownEntry? {
        for key in candidate.draft.possibleKeys {
            if let entry = stored[key], entry.contentHash == candidate.draft.contentHash { return entry }
        }
        return nil
    }

    /// Gives each open candidate the likeliest of the known entries that it may be; none gets one that another has.
    private mutating func match(
        _ open: [Int], _ candidates: [Candidate], with found: [String: KnownEntry], into matches: inout [KnownEntry?]
    ) {
        var taken = Set(matches.compactMap { $0?.key })
        let current = Set(candidates.compactMap(\.marks.guid))
        let byGUID = Self.grouped(found, by: \.marks.guid), byPage = Self.grouped(found, by: \.marks.page)
        var pairs: [(score: Int, index: Int, entry: KnownEntry)] = []
        for index in open {
            var candidate = candidates[index]
            let onPage = candidate.marks.page.flatMap { byPage[$0] } ?? []
            if onPage.count > 1 { candidate.sharesPage = true }
            let named = candidate.marks.guid.flatMap { byGUID[$0] } ?? []
            let keyed = candidate.draft.possibleKeys.compactMap { found[$0] }
            var seen: Set<String> = []
            for entry in named + onPage + keyed where !taken.contains(entry.key) && seen.insert(entry.key).inserted {
                if let score = likeness(candidate, entry, current: current) { pairs.append((score, index, entry)) }
            }
        }
        pairs.sort { ($1.score, $0.index, $0.entry.key) < ($0.score, $1.index, $1.entry.key) }
        for pair in pairs where matches[pair.index] == nil && !taken.contains(pair.entry.key) {
            matches[pair.index] = pair.entry
            taken.insert(pair.entry.key)
        }
    }

    private static func grouped(
        _ entries: [String: KnownEntry], by mark: KeyPath<KnownEntry, Int64?>
    ) -> [Int64: [KnownEntry]] {
        var groups: [Int64: [KnownEntry]] = [:]
        for entry in entries.values {
            if let value = entry[keyPath: mark] { groups[value, default: []].append(entry) }
        }
        return groups
    }

    /// How surely a candidate is a known entry; nil when it is another.
    private mutating func likeness(_ candidate: Candidate, _ entry: KnownEntry, current: Set<Int64>) -> Int? {
        let (draft, marks) = (candidate.draft, candidate.marks)
        // Stored by a version that knew no marks.
        if entry.marks == KnownEntry.Marks() {
            return draft.possibleKeys.contains(entry.key) && !candidate.sharesGUID ? 1 : nil
        }
        let hasGUID = marks.guid != nil && (marks.guid == entry.marks.guid || draft.guid == entry.key)
        let hasPage = marks.page != nil && marks.page == entry.marks.page
        let hasHeadline = marks.headline == entry.marks.headline
        let hasText = marks.text != nil && marks.text == entry.marks.text
        let isLike = hasHeadline || hasText
        let score = (hasGUID ? 8 : 0) + (hasPage ? 4 : 0) + (hasHeadline ? 2 : 0) + (hasText ? 1 : 0)
        // Of many entries on one page, comments say, an identifier of its own parts those of one headline.
        let isOwn = hasText || !candidate.sharesPage || hasGUID || marks.guid == entry.marks.guid
        if hasPage && isLike && isOwn { return score }
        if hasGUID, !candidate.sharesGUID, !worth.contains(.reused) {
            if hasPage || isLike || marks.page == nil && isEdit(draft, of: entry) { return score }
            worth.insert(.reused)
            return nil
        }
        if hasGUID, isLike, !candidate.sharesPage, !candidate.sharesGUID { return score }
        guard hasPage, !candidate.sharesPage else { return nil }
        // The identifier that it had is still there: that is another entry.
        if let old = entry.marks.guid, !hasGUID, current.contains(old) { return nil }
        let isNameless = marks.guid == nil || entry.marks.guid == nil
        return hasGUID || isNameless || worth.contains(.changed) || isEdit(draft, of: entry) ? score : nil
    }

    /// Whether a headline is that of a known entry with edits, as far as that is known.
    private func isEdit(_ draft: EntryDraft, of entry: KnownEntry) -> Bool {
        entry.title.isEmpty || WordSet(draft.title).resemblance(to: WordSet(entry.title)) >= Self.edited
    }

    /// Gives each entry its key.
    private mutating func settle(_ candidates: [Candidate], _ matches: [KnownEntry?], taken: Set<String>) {
        var taken = taken
        for (candidate, match) in zip(candidates, matches) {
            var draft = candidate.draft
            if candidate.sharesPage, !draft.url.isEmpty { draft.sharesLink = true }
            if let entry = match {
                if let old = entry.marks.guid, let new = candidate.marks.guid, old != new { worth.insert(.changed) }
                draft.key = entry.key
                known[entry.key] = entry
                let marks = kept(candidate.marks, entry.marks)
                if entry.marks != marks { remarked[entry.key] = marks }
            } else {
                draft.key = freeKey(candidate, taken)
                taken.insert(draft.key)
            }
            drafts.append(draft)
        }
    }

    /// The marks to be stored: identifiers that are new each time are not worth writing.
    private func kept(_ marks: KnownEntry.Marks, _ old: KnownEntry.Marks) -> KnownEntry.Marks {
        guard worth.contains(.changed), old.guid != nil else { return marks }
        var marks = marks
        marks.guid = old.guid
        return marks
    }

    /// A key for a new entry that no other has.
    private func freeKey(_ candidate: Candidate, _ taken: Set<String>) -> String {
        let keys = candidate.draft.possibleKeys.filter { !candidate.sharesGUID || $0 != candidate.draft.guid }
        if let free = keys.first(where: { !taken.contains($0) }) { return free }
        let stem = keys.last ?? candidate.draft.key
        var number = 2
        while taken.contains("\(stem) #\(number)") { number += 1 }
        return "\(stem) #\(number)"
    }

    /// Which part of two headlines' words must be the same for one to be an edit of the other.
    private static let edited = 0.5
}
