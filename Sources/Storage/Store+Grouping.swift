internal import Curation
public import Developments
internal import Foundation
internal import GRDB
public import Notation

extension Store {
    /// Returns the articles that are to be grouped, in the order in which they must be.
    ///
    /// These are the kept articles that are new or changed, and the ones that were grouped and are no longer kept.
    ///
    /// - Throws: ``StoreError``.
    public func ungroupedArticles() async throws(StoreError) -> [Article] {
        try await read { database in
            let sql = Self.selection(.full, where: "a.isGrouped = 0 ORDER BY a.time, a.source, a.id")
            return try Row.fetchAll(database, sql: sql).map(ArticleRow.article)
        }
    }

    /// Returns what the ungrouped articles could belong to.
    ///
    /// - Parameters:
    ///   - since: the beginning of the window; older developments that an ungrouped article already reports are returned
    ///     too, and those that a person corrected.
    ///   - ids: further developments.
    /// - Returns: developments, stories and traces.
    /// - Throws: ``StoreError``.
    public func groupingState(
        since: Timestamp, including ids: Set<String> = []
    ) async throws(StoreError) -> GroupingState {
        let named =
            "["
            + ids.sorted().map { "\"\($0.filter { $0.isLetter || $0.isNumber || $0 == "-" })\"" }.joined(separator: ",")
            + "]"
        return try await read { database in
            let concerned = """
                SELECT r.development FROM developmentArticle r JOIN article a ON a.id = r.article WHERE a.isGrouped = 0
                """
            let developments = try Row.fetchAll(
                database,
                sql: """
                    \(DevelopmentRow.selection)
                    WHERE d.number IN (
                        SELECT number FROM development WHERE lastReport >= ?
                        UNION SELECT number FROM development WHERE id IN (\(concerned))
                        UNION SELECT number FROM development WHERE id IN (
                            SELECT supersedes FROM development WHERE lastReport >= ? OR id IN (\(concerned)))
                        UNION SELECT number FROM development
                            WHERE corrections <> '' OR splitFrom <> '' OR mergedInto IS NOT NULL
                        UNION SELECT number FROM development WHERE id IN (SELECT value FROM json_each(?)))
                    ORDER BY d.number
                    """, arguments: [since.seconds, since.seconds, named]
            ).map(DevelopmentRow.development)
            let traces = try Row.fetchAll(
                database,
                sql: """
                    SELECT bytes FROM (SELECT time, article, bytes FROM trace WHERE time >= ? ORDER BY time DESC LIMIT ?)
                    ORDER BY time, article
                    """, arguments: [since.seconds, Self.mostTraces]
            ).compactMap { row in ArticleTrace(bytes: Array(row[0] as Data)) }
            let named = Set(developments.map(\.storyID)).union(traces.map(\.storyID))
            let statement = try database.cachedStatement(
                sql: "SELECT id, title, lastReport, source FROM story WHERE id = ?")
            let stories = try named.sorted().compactMap { id in
                try Row.fetchOne(statement, arguments: [id]).map(DevelopmentRow.story)
            }
            return GroupingState(developments: developments, stories: stories, traces: traces)
        }
    }

    /// Returns what some articles could belong to: the window before the first of them, at most ``longestLook`` days
    /// before the last.
    ///
    /// - Parameters:
    ///   - articles: what ``ungroupedArticles()`` returned.
    ///   - ids: further developments.
    /// - Returns: developments, stories and traces.
    /// - Throws: ``StoreError``.
    public func groupingState(
        for articles: [Article], including ids: Set<String> = []
    ) async throws(StoreError) -> GroupingState {
        let times = articles.map(\.sortTime)
        guard let first = times.min(), let last = times.max() else {
            return try await groupingState(since: Timestamp(seconds: Int(Int32.max) << 16), including: ids)
        }
        let window = first.adding(seconds: -86_400 * Grouper.windowDays)
        return try await groupingState(
            since: max(window, last.adding(seconds: -86_400 * Self.longestLook)), including: ids)
    }

    /// The days of the past that are compared at most, however old an article is that was taken up late.
    static let longestLook = 45

    /// The articles of the past that are compared at most, the newest: a bound on time and memory for the largest desks.
    static let mostTraces = 20_000

    /// Stores what a run of grouping found out, in one transaction, and marks its articles as grouped.
    ///
    /// - Parameters:
    ///   - result: what was found out.
    ///   - now: the clock's time, by which what is in doubt expires.
    /// - Throws: ``StoreError``; nothing of the result is stored then.
    public func save(_ result: GroupingResult, now: Timestamp = Timestamp(seconds: 0)) async throws(StoreError) {
        let reports: [String]
        let corrections: [String]
        do {
            reports = try result.developments.map { try StoredJSON.text($0.reports) }
            corrections = try result.developments.map {
                $0.corrections.isEmpty ? "" : try StoredJSON.text($0.corrections)
            }
        } catch {
            throw StoreError(error, path: path)
        }
        try await write { database in
            for story in result.stories { try Self.save(story, in: database) }
            let placed = Set(result.placements.map(\.articleID))
            for (index, development) in result.developments.enumerated() {
                try Self.save(development, reports: reports[index], corrections: corrections[index], in: database)
                try Self.saveTelling(of: development, except: placed, in: database)
            }
            for doubt in result.doubts { try Self.save(doubt, now: now, in: database) }
            for change in result.changes { try Self.save(change, in: database) }
            for placement in result.placements { try Self.save(placement, in: database) }
            let statement = try database.cachedStatement(
                sql: "INSERT OR REPLACE INTO trace (article, time, bytes) VALUES (?, ?, ?)")
            for trace in result.traces {
                try statement.execute(arguments: [trace.articleID, trace.time.seconds, Data(trace.bytes)])
            }
        }
    }

    private static func save(_ story: Story, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO story (id, title, source, lastReport) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET title = excluded.title, source = excluded.source,
                    lastReport = excluded.lastReport
                """)
        try statement.execute(arguments: [story.id, story.title, story.sourceID, story.lastReport.seconds])
    }

    private static func save(
        _ development: Development, reports: String, corrections: String, in database: Database
    ) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO development (id, story, firstSeen, lastChanged, lastReport, revision, mergedInto, reports,
                    corrections, splitFrom, titleArticle, supersedes, supersededBy)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET story = excluded.story, firstSeen = excluded.firstSeen,
                    lastChanged = excluded.lastChanged, lastReport = excluded.lastReport, revision = excluded.revision,
                    mergedInto = excluded.mergedInto, reports = excluded.reports, corrections = excluded.corrections,
                    splitFrom = excluded.splitFrom, titleArticle = excluded.titleArticle,
                    supersedes = excluded.supersedes, supersededBy = excluded.supersededBy
                RETURNING number
                """)
        let lastReport = development.reports.map(\.published).max() ?? development.lastChanged
        let number = try Int64.fetchOne(
            statement,
            arguments: [
                development.id, development.storyID, development.firstSeen.seconds, development.lastChanged.seconds,
                lastReport.seconds, development.revision, development.mergedInto, reports, corrections,
                development.splitFrom, development.titleArticleID, development.supersedes, development.supersededBy,
            ])
        try database.cachedStatement(sql: "DELETE FROM developmentTag WHERE development = ?")
            .execute(arguments: [number])
        let insertion = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO developmentTag (kind, value, development) VALUES (?, ?, ?)")
        for event in development.reports.map(\.event) {
            for code in event.actors + event.recipients + event.mediators {
                try insertion.execute(arguments: ["country", code, number])
            }
            try insertion.execute(arguments: ["type", event.type.rawValue, number])
        }
    }

    /// Brings what articles tell to the reports of a development that a correction may have moved; of articles that are placed
    /// just now it is stored with their places.
    private static func saveTelling(
        of development: Development, except placed: Set<String>, in database: Database
    ) throws {
        let standing = development.reports.filter { $0.event.status != .retracted }
        let wanted = Set(development.mergedInto == nil ? standing.map(\.articleID) : []).subtracting(placed)
        let statement = try database.cachedStatement(
            sql: "SELECT article FROM developmentArticle WHERE development = ?")
        let known = try Set(String.fetchAll(statement, arguments: [development.id])).subtracting(placed)
        for article in known.subtracting(wanted) {
            try database.execute(
                sql: "DELETE FROM developmentArticle WHERE article = ? AND development = ?",
                arguments: [article, development.id])
        }
        for article in wanted.subtracting(known).sorted() {
            try database.execute(
                sql: """
                    INSERT INTO developmentArticle (article, position, development)
                    SELECT ?, coalesce(max(position) + 1, 0), ? FROM developmentArticle WHERE article = ?
                    """, arguments: [article, development.id, article])
        }
    }

    private static func save(_ change: Change, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO change (id, time, development, revision, field, old, new, cause, article)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            change.id, change.when.seconds, change.developmentID, change.revision, change.field, change.old, change.new,
            change.cause.rawValue, change.articleID,
        ])
    }

    private static func save(_ placement: GroupingResult.Placement, in database: Database) throws {
        try database.cachedStatement(
            sql: "UPDATE article SET isGrouped = 1, story = ?, duplicateOf = ? WHERE id = ?"
        ).execute(arguments: [placement.storyID, placement.duplicateOf, placement.articleID])
        try database.cachedStatement(sql: "DELETE FROM developmentArticle WHERE article = ?")
            .execute(arguments: [placement.articleID])
        let insertion = try database.cachedStatement(
            sql: "INSERT INTO developmentArticle (article, position, development) VALUES (?, ?, ?)")
        for (position, development) in placement.developmentIDs.enumerated() {
            try insertion.execute(arguments: [placement.articleID, position, development])
        }
    }
}
