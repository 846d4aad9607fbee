public import Developments
internal import Foundation
internal import GRDB
public import Notation

extension Store {
    /// Registers all subscriptions; sources that are no longer among them keep what is known of them.
    ///
    /// - Parameter sources: every subscription of the desk.
    /// - Returns: what is known of them, and the sources that were once among them.
    /// - Throws: ``StoreError``.
    @discardableResult
    public func sync(sources: [Source]) async throws(StoreError) -> Standing {
        let (standing, changed, gone) = try await standing(of: sources)
        if changed.isEmpty && gone.isEmpty { return standing }
        try await write { database in
            let insertion = try database.cachedStatement(
                sql: """
                    INSERT INTO source (id, facts, isSubscribed, isFirstSight) VALUES (?, ?, 1, 1)
                    ON CONFLICT (id) DO UPDATE SET facts = excluded.facts, isSubscribed = 1
                    """)
            for place in changed {
                let source = sources[place]
                try insertion.execute(arguments: [source.id, StoredJSON.text(source: source)])
            }
            let removal = try database.cachedStatement(sql: "UPDATE source SET isSubscribed = 0 WHERE id = ?")
            for id in gone { try removal.execute(arguments: [id]) }
        }
        return standing
    }

    /// How the store knows a desk's sources.
    public struct Standing: Sendable {
        /// The sources that were subscribed to once.
        public var former: [Source]
        /// The fetch states of the subscriptions by the source's id.
        public var states: [String: StoredFetchState]

        /// Creates a standing.
        public init(former: [Source] = [], states: [String: StoredFetchState] = [:]) {
            self.former = former
            self.states = states
        }
    }

    /// What is stored of some subscriptions and others, the places of the subscriptions that are to be written, and the
    /// ids of those that are no longer subscribed to.
    private func standing(
        of sources: [Source]
    ) async throws(StoreError) -> (Standing, changed: [Int], gone: [String]) {
        let places = Dictionary(
            sources.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        return try await read { database in
            var standing = Standing()
            standing.states.reserveCapacity(sources.count)
            var isKept = [Bool](repeating: false, count: sources.count)
            var gone: [String] = []
            // One after the other: thousands need not lie in memory twice. Writing a source takes a tenth of reading it.
            let rows = try Row.fetchCursor(
                database, sql: "SELECT \(Self.stateColumns), facts, isSubscribed FROM source ORDER BY id")
            while let row = try rows.next() {
                let id: String = row[0]
                let facts: String = row[6]
                if let place = places[id] {
                    isKept[place] = row[7] && facts == StoredJSON.text(source: sources[place])
                    standing.states[id] = Self.state(row)
                } else {
                    standing.former.append(try StoredJSON.value(Source.self, from: facts))
                    if row[7] { gone.append(id) }
                }
            }
            for source in sources where standing.states[source.id] == nil {
                var state = StoredFetchState()
                state.hasEntries = false
                standing.states[source.id] = state
            }
            return (standing, isKept.indices.filter { !isKept[$0] }, gone)
        }
    }

    /// Id and state of a row of `source`; whether a source has entries is asked only of one that never succeeded.
    private static let stateColumns = """
        id, due, isFirstSight, state,
            NOT isFirstSight OR EXISTS (SELECT 1 FROM entry WHERE entry.source = source.id), guids
        """

    private static func state(_ row: Row) -> StoredFetchState {
        let bytes: Data? = row[3]
        var state = StoredFetchState(
            due: (row[1] as Int?).map(Timestamp.init), isFirstSight: row[2], bytes: bytes.map(Array.init) ?? [])
        state.hasEntries = row[4]
        state.guids = GUIDWorth(rawValue: row[5])
        return state
    }

    /// Returns every source ever subscribed to by its id.
    ///
    /// - Throws: ``StoreError``.
    public func sourcesByID() async throws(StoreError) -> [String: Source] {
        Dictionary(try await sources().map { ($0.source.id, $0.source) }, uniquingKeysWith: { first, _ in first })
    }

    /// Returns every source ever subscribed to, and whether it still is.
    ///
    /// - Throws: ``StoreError``.
    public func sources() async throws(StoreError) -> [(source: Source, isSubscribed: Bool)] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT facts, isSubscribed FROM source ORDER BY id")
                .map { row in (try StoredJSON.value(Source.self, from: row[0]), row[1]) }
        }
    }

    /// Returns the fetch states of all subscriptions by the source's id.
    ///
    /// - Throws: ``StoreError``.
    public func fetchStates() async throws(StoreError) -> [String: StoredFetchState] {
        try await read { database in
            var states: [String: StoredFetchState] = [:]
            let rows = try Row.fetchCursor(
                database, sql: "SELECT \(Self.stateColumns) FROM source WHERE isSubscribed = 1")
            while let row = try rows.next() { states[row[0]] = Self.state(row) }
            return states
        }
    }

    /// Forgets how to fetch a source and its failed pages; its articles and the ids of its entries stay.
    ///
    /// - Parameter id: the source's id; an unknown one is no error.
    /// - Throws: ``StoreError``.
    public func forget(source id: String) async throws(StoreError) {
        try await write { database in
            try database.execute(sql: "DELETE FROM pendingPage WHERE source = ?", arguments: [id])
            try database.execute(sql: "DELETE FROM alarm WHERE source = ?", arguments: [id])
            try database.execute(
                sql: "UPDATE source SET isSubscribed = 0, isFirstSight = 1, due = NULL, state = NULL WHERE id = ?",
                arguments: [id])
        }
    }

    /// Returns the pages that failed and are due, the longest due first.
    ///
    /// - Parameters:
    ///   - now: the clock's time.
    ///   - limit: how many at most.
    /// - Returns: the pages of sources that are subscribed to.
    /// - Throws: ``StoreError``.
    public func pendingPages(due now: Timestamp, limit: Int = 1000) async throws(StoreError) -> [PendingPage] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT p.source, p.key, p.attempts, p.due, p.entry FROM pendingPage p
                    JOIN source s ON s.id = p.source WHERE p.due <= ? AND s.isSubscribed = 1
                    ORDER BY p.due, p.source, p.key LIMIT ?
                    """, arguments: [now.seconds, limit]
            ).map { row in
                PendingPage(
                    sourceID: row[0], key: row[1], attempts: row[2], due: Timestamp(seconds: row[3]),
                    entry: Array(row[4] as Data))
            }
        }
    }
}
