public import Notation

/// What a run did.
public struct RunReport: Codable, Presentable, Sendable {
    /// The desk's clock at the start.
    public var started: Timestamp
    /// Whether nothing was stored or published.
    public var isDryRun = false
    /// Whether the run was told to end before it was done; what it had finished is stored, nothing is published.
    public var isInterrupted = false
    /// How the sources fared.
    public var sources = Sources()
    /// How the entries and their articles fared.
    public var entries = Entries()
    /// What became of the articles' events.
    public var developments = Developments()
    /// The published files that changed.
    public var written: [String] = []
    /// The sources that failed in this run, and why.
    public var failures: [Failure] = []
    /// What a person must know: a source failing for a day, moved, retired, or back again.
    public var notices: [String] = []
    /// Whether a source newly failed for so long that a person must know.
    public var hasNewAlarm = false
    /// Wall-clock milliseconds.
    public var milliseconds = 0

    /// How the sources fared.
    public struct Sources: Codable, Sendable {
        /// Subscribed to.
        public var subscribed = 0
        /// Due, and asked.
        public var asked = 0
        /// Answered that nothing changed.
        public var unchanged = 0
        /// Read.
        public var read = 0
        /// Failed.
        public var failed = 0
    }

    /// How the entries and their articles fared.
    public struct Entries: Codable, Sendable {
        /// New or changed.
        public var new = 0
        /// Older than the backfill: remembered, neither fetched nor published.
        public var remembered = 0
        /// Articles read again whose text or title differ.
        public var revised = 0
        /// Pages of kept articles looked at again for silent edits.
        public var revisited = 0
        /// Pages asked for.
        public var pages = 0
        /// Pages that gave no article, by what went wrong.
        public var pageProblems: [String: Int] = [:]
        /// Put off to the next run.
        public var pending = 0
        /// Decided by curation.
        public var kept = 0
        /// Decided by curation.
        public var dropped = 0
        /// Decided by curation.
        public var review = 0
        /// Stored articles decided anew: by a person, or because nobody reviewed them in time.
        public var redecided = 0
    }

    /// What became of the articles' events.
    public struct Developments: Codable, Sendable {
        /// Opened by this run.
        public var new = 0
        /// Told again, or changed.
        public var updated = 0
        /// Material differences.
        public var changes = 0
    }

    /// A source that failed.
    public struct Failure: Codable, Sendable {
        /// The source's id.
        public var source: String
        /// The feed's address.
        public var url: String
        /// What went wrong, without secrets.
        public var reason: String
    }

    /// Creates the report of a run that starts.
    public init(started: Timestamp) { self.started = started }

    /// How the program is to end.
    ///
    /// - Parameter isStrict: whether any failing source counts.
    /// - Returns: the status.
    public func exitStatus(isStrict: Bool) -> ExitStatus {
        let isBad = hasNewAlarm || (sources.failed * 2 > sources.asked) || (isStrict && sources.failed > 0)
        return isBad ? .sourcesFailing : .done
    }

    /// Readable lines.
    public var text: String {
        var lines = ["run of \(started)\(isDryRun ? " (dry run: nothing stored or published)" : "")"]
        if isInterrupted { lines.append("interrupted   what was finished is stored; the next run does the rest") }
        lines.append(
            "sources       \(sources.asked) asked of \(sources.subscribed): \(sources.read) read, "
                + "\(sources.unchanged) unchanged, \(sources.failed) failed")
        lines.append(
            "entries       \(entries.new) new or changed, \(entries.revised) revised, "
                + "\(entries.remembered) older ones remembered, \(entries.pending) put off")
        let problems = entries.pageProblems.values.reduce(0, +)
        lines.append(
            "pages         \(entries.pages) asked for, \(problems) without an article, "
                + "\(entries.revisited) looked at again")
        lines += entries.pageProblems.sorted { $0.key < $1.key }.map { "                \($0.value) × \($0.key)" }
        lines.append("articles      \(entries.kept) kept, \(entries.review) for review, \(entries.dropped) dropped")
        if entries.redecided > 0 { lines.append("corrected     \(entries.redecided) articles decided anew") }
        lines.append(
            "developments  \(developments.new) new, \(developments.updated) updated, \(developments.changes) changes")
        lines.append("published     \(writtenWords)")
        lines += failures.map { "failed        \($0.source) (\($0.url)): \($0.reason)" }
        lines += notices.map { "notice        \($0)" }
        return lines.joined(separator: "\n")
    }

    /// The files by name, but the pages of developments by their number.
    private var writtenWords: String {
        let pages = written.count { $0.hasPrefix("d/") }
        var words = written.filter { !$0.hasPrefix("d/") }
        if pages > 0 { words.insert("\(pages) \(pages == 1 ? "page" : "pages") in d/", at: 0) }
        return words.isEmpty ? "nothing changed" : words.joined(separator: ", ")
    }
}
