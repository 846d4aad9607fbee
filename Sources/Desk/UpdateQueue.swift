import Developments
import Storage

/// Stores what visits bring, several visits at a time, while others go on.
struct UpdateQueue {
    private let store: Store
    private var updates: [SourceUpdate] = []
    private var articles = 0
    private var textBytes = 0
    private var lastStart = ContinuousClock.now
    private var writing: Task<Int, any Error>?
    /// How many articles are known to have been revised.
    private(set) var revised = 0

    /// Visits, articles and bytes of text that are stored at once, and for how long the first of them waits for others.
    ///
    /// Each transaction writes the pages of all indexes again.
    private static let limits = (updates: 200, articles: 1200, textBytes: 2_000_000, wait: Duration.milliseconds(500))

    init(store: Store) {
        self.store = store
    }

    /// Takes an update in; waits when the disk does not keep up.
    mutating func add(_ update: SourceUpdate) async throws {
        updates.append(update)
        articles += update.articles.count
        textBytes += update.articles.reduce(0) { $0 + $1.text.utf8.count }
        let isFull =
            updates.count >= Self.limits.updates || articles >= Self.limits.articles
            || textBytes >= Self.limits.textBytes
        if isFull || ContinuousClock.now - lastStart > Self.limits.wait { try await write() }
    }

    /// Stores what is left.
    mutating func finish() async throws {
        try await write()
        try await wait()
    }

    private mutating func write() async throws {
        try await wait()
        lastStart = .now
        guard !updates.isEmpty else { return }
        writing = Task { [store, updates] in try await store.save(updates).revised.count }
        updates = []
        articles = 0
        textBytes = 0
    }

    private mutating func wait() async throws {
        revised += try await writing?.value ?? 0
        writing = nil
    }
}
