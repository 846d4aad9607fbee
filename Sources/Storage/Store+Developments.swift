public import Curation
public import Developments
internal import GRDB
public import Notation

/// Which developments are wanted.
public struct DevelopmentQuery: Sendable {
    /// By what the newest come first, and what `since` speaks of.
    public enum Order: String, Hashable, Sendable {
        case firstSeen, lastChanged, lastReport
    }

    /// The alpha-3 code of a country that takes part; nil: any.
    public var country: String?
    /// The type of one of the reports; nil: any.
    public var type: EventType?
    /// The story; nil: any.
    public var storyID: String?
    /// The earliest time, by `order`.
    public var since: Timestamp?
    /// The time before which they must lie, by `order`.
    public var until: Timestamp?
    /// By what the newest come first.
    public var order: Order
    /// How many at most; nil: all.
    public var limit: Int?
    /// Whether those that were merged into others are wanted too.
    public var includesMerged: Bool

    /// Creates a query for all developments that stand alone.
    public init(
        since: Timestamp? = nil, until: Timestamp? = nil, order: Order = .lastChanged, limit: Int? = nil,
        includesMerged: Bool = false
    ) {
        self.since = since
        self.until = until
        self.order = order
        self.limit = limit
        self.includesMerged = includesMerged
    }
}

extension Store {
    /// Returns the developments that a query wants, newest first.
    ///
    /// - Throws: ``StoreError``.
    public func developments(_ query: DevelopmentQuery) async throws(StoreError) -> [Development] {
        var terms = [query.includesMerged ? "1" : "d.mergedInto IS NULL"]
        var arguments: [DatabaseValue] = []
        func add(_ term: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            terms.append(term)
            arguments.append(value.databaseValue)
        }
        let tagged = "d.number IN (SELECT development FROM developmentTag WHERE kind ="
        add("\(tagged) 'country' AND value = ?)", query.country)
        add("\(tagged) 'type' AND value = ?)", query.type?.rawValue)
        add("d.story = ?", query.storyID)
        add("d.\(query.order.rawValue) >= ?", query.since?.seconds)
        add("d.\(query.order.rawValue) < ?", query.until?.seconds)
        let sql = """
            \(DevelopmentRow.selection) WHERE \(terms.joined(separator: " AND "))
            ORDER BY d.\(query.order.rawValue) DESC, d.id LIMIT ?
            """
        let all = StatementArguments(arguments) + [query.limit ?? -1]
        return try await read { database in
            try Row.fetchAll(database, sql: sql, arguments: all).map(DevelopmentRow.development)
        }
    }

    /// Returns developments by their ids, in the order of the ids; unknown ones are left out.
    ///
    /// - Throws: ``StoreError``.
    public func developments(_ ids: [String]) async throws(StoreError) -> [Development] {
        try await read { database in
            let statement = try database.cachedStatement(sql: "\(DevelopmentRow.selection) WHERE d.id = ?")
            return try ids.compactMap { try Row.fetchOne(statement, arguments: [$0]).map(DevelopmentRow.development) }
        }
    }

    /// Returns a development by its whole id, or nil.
    ///
    /// - Throws: ``StoreError``.
    public func development(_ id: String) async throws(StoreError) -> Development? {
        try await developments([id]).first
    }

    /// Returns the developments that an article reports, in the order of its events.
    ///
    /// - Throws: ``StoreError``.
    public func developments(telling articleID: String) async throws(StoreError) -> [Development] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    \(DevelopmentRow.selection) JOIN developmentArticle r ON r.development = d.id
                    WHERE r.article = ? ORDER BY r.position
                    """, arguments: [articleID]
            ).map(DevelopmentRow.development)
        }
    }

    /// Returns the developments that articles report, by the article's id, in the order of its events.
    ///
    /// - Parameter since: the earliest time that orders the articles; nil: all.
    /// - Returns: the ids; an article without developments is missing.
    /// - Throws: ``StoreError``.
    public func developmentIDs(since: Timestamp? = nil) async throws(StoreError) -> [String: [String]] {
        try await read { database in
            var ids: [String: [String]] = [:]
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT r.article, r.development FROM developmentArticle r JOIN article a ON a.id = r.article
                    WHERE a.time >= ? ORDER BY r.article, r.position
                    """, arguments: [since?.seconds ?? Int.min])
            while let row = try rows.next() { ids[row[0], default: []].append(row[1]) }
            return ids
        }
    }

    /// Returns the stories with a report since a time, the latest first.
    ///
    /// - Throws: ``StoreError``.
    public func stories(since: Timestamp? = nil) async throws(StoreError) -> [Story] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql:
                    "SELECT id, title, lastReport, source FROM story WHERE lastReport >= ? ORDER BY lastReport DESC, id",
                arguments: [since?.seconds ?? Int.min]
            ).map(DevelopmentRow.story)
        }
    }

    /// Returns stories by their ids; unknown ones are left out.
    ///
    /// - Throws: ``StoreError``.
    public func stories(_ ids: Set<String>) async throws(StoreError) -> [String: Story] {
        try await read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT id, title, lastReport, source FROM story WHERE id = ?")
            var stories: [String: Story] = [:]
            for id in ids { stories[id] = try Row.fetchOne(statement, arguments: [id]).map(DevelopmentRow.story) }
            return stories
        }
    }

    /// Returns the newest developments between given parties that can be undone.
    ///
    /// - Parameter parties: sets of codes.
    /// - Returns: the ids of those that stand, at most twenty of each set.
    /// - Throws: ``StoreError``.
    public func undoable(between parties: [[String]]) async throws(StoreError) -> Set<String> {
        try await read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT d.id FROM developmentTag a
                    JOIN developmentTag b ON b.kind = 'country' AND b.value = ? AND b.development = a.development
                    JOIN development d ON d.number = a.development AND d.supersededBy = '' AND d.mergedInto IS NULL
                    WHERE a.kind = 'country' AND a.value = ? AND EXISTS (
                        SELECT 1 FROM developmentTag t WHERE t.development = a.development AND t.kind = 'type'
                            AND t.value IN ('AGREE', 'SANCTION', 'COERCE', 'CONCEDE', 'RETREAT', 'CONSULT'))
                    ORDER BY a.development DESC LIMIT 20
                    """)
            var ids: Set<String> = []
            for codes in parties where codes.count > 1 {
                ids.formUnion(try String.fetchAll(statement, arguments: [codes[1], codes[0]]))
            }
            return ids
        }
    }

    /// Returns the changes since a time, the latest first.
    ///
    /// - Parameters:
    ///   - since: the earliest time; nil: all.
    ///   - developmentID: the development; nil: all.
    ///   - limit: how many at most; nil: all.
    /// - Returns: the changes.
    /// - Throws: ``StoreError``.
    public func changes(
        since: Timestamp? = nil, of developmentID: String? = nil, limit: Int? = nil
    ) async throws(StoreError) -> [Change] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id, time, development, revision, field, old, new, cause, article FROM change
                    WHERE time >= ? AND (? IS NULL OR development = ?) ORDER BY time DESC, number DESC LIMIT ?
                    """, arguments: [since?.seconds ?? Int.min, developmentID, developmentID, limit ?? -1]
            ).map(DevelopmentRow.change)
        }
    }
}
