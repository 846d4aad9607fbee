internal import Curation
public import Developments
internal import Foundation
internal import GRDB
public import Notation

extension Store {
    /// Stores everything that a fetch of a source brought, in one transaction.
    ///
    /// An article known before becomes a new revision when its title or text changed; its revision number, first
    /// headline and first fetch are the store's to give, whatever the argument says.
    ///
    /// - Parameter update: what the fetch brought.
    /// - Returns: what became of the articles.
    /// - Throws: ``StoreError``; nothing of the update is stored then.
    @discardableResult
    public func save(_ update: SourceUpdate) async throws(StoreError) -> SaveOutcome { try await save([update]) }

    /// Stores what fetches of several sources brought, in one transaction: many small ones cost more than their content.
    ///
    /// - Parameter updates: what each fetch brought.
    /// - Returns: what became of all articles.
    /// - Throws: ``StoreError``; nothing of the updates is stored then.
    @discardableResult
    public func save(_ updates: [SourceUpdate]) async throws(StoreError) -> SaveOutcome {
        try await write { database in
            var outcome = SaveOutcome()
            for update in updates {
                try Self.save(update.state, of: update.sourceID, in: database)
                try Self.save(update.marks, of: update.sourceID, in: database)
                try Self.save(update.entries, of: update.sourceID, in: database)
                try Self.save(update.pendingPages, in: database)
                for article in update.articles {
                    try Self.save(PreparedArticle(article), now: update.now, in: database, outcome: &outcome)
                }
            }
            return outcome
        }
    }

    /// Stores what curating stored articles anew found, in one transaction; those whose coding differs are grouped again.
    ///
    /// - Throws: ``StoreError``; nothing is stored then.
    public func save(recurated articles: [Article], now: Timestamp) async throws(StoreError) {
        if articles.isEmpty { return }
        try await write { database in
            var outcome = SaveOutcome()
            try Self.forgetPruning(of: articles.map(\.fetched.seconds).min() ?? 0, in: database)
            for article in articles {
                try Self.save(PreparedArticle(article), now: now, in: database, outcome: &outcome)
            }
        }
    }

    /// Stores the fetch states of sources that brought nothing new, in one transaction.
    ///
    /// - Parameter states: the states after the fetch, by the source's id.
    /// - Throws: ``StoreError``.
    public func save(unchanged states: [String: StoredFetchState]) async throws(StoreError) {
        if states.isEmpty { return }
        try await write { database in
            for (id, state) in states { try Self.save(state, of: id, in: database) }
        }
    }

    private static func save(_ state: StoredFetchState, of id: String, in database: Database) throws {
        let sql = "UPDATE source SET due = ?, isFirstSight = ?, state = ?, guids = guids | ? WHERE id = ?"
        try BulkStatement(sql, in: database).execute {
            $0.add(state.due?.seconds)
            $0.add(state.isFirstSight)
            $0.add(state.bytes)
            $0.add(state.guids.rawValue)
            $0.add(id)
        }
    }

    private static func save(_ entries: [KnownEntry], of sourceID: String, in database: Database) throws {
        let insertion = try BulkStatement(
            """
            INSERT INTO entry (source, key, contentHash, standing, article, guid, page, headline, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (source, key) DO UPDATE SET contentHash = excluded.contentHash, standing = excluded.standing,
                article = CASE excluded.article WHEN '' THEN article ELSE excluded.article END,
                guid = coalesce(excluded.guid, guid), page = coalesce(excluded.page, page),
                headline = coalesce(excluded.headline, headline), text = coalesce(excluded.text, text)
            """, in: database)
        let release = try BulkStatement("DELETE FROM pendingPage WHERE source = ? AND key = ?", in: database)
        let question = try database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM pendingPage WHERE source = ?)")
        let hasPending = try Bool.fetchOne(question, arguments: [sourceID]) ?? true
        for entry in entries {
            try insertion.execute {
                $0.add(sourceID)
                $0.add(entry.key)
                $0.add(entry.contentHash)
                $0.add(entry.standing.rawValue)
                $0.add(entry.articleID)
                $0.add(entry.marks)
            }
            guard hasPending, entry.standing != .pending else { continue }
            try release.execute {
                $0.add(sourceID)
                $0.add(entry.key)
            }
        }
    }

    private static func save(_ marks: [String: KnownEntry.Marks], of sourceID: String, in database: Database) throws {
        if marks.isEmpty { return }
        let sql = "UPDATE entry SET guid = ?, page = ?, headline = ?, text = ? WHERE source = ? AND key = ?"
        let statement = try BulkStatement(sql, in: database)
        for (key, marks) in marks {
            try statement.execute {
                $0.add(marks)
                $0.add(sourceID)
                $0.add(key)
            }
        }
    }

    private static func save(_ pages: [PendingPage], in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO pendingPage (source, key, attempts, due, entry) VALUES (?, ?, ?, ?, ?)")
        for page in pages {
            try statement.execute(
                arguments: [page.sourceID, page.key, page.attempts, page.due.seconds, Data(page.entry)])
        }
    }

    private static func save(
        _ prepared: PreparedArticle, now: Timestamp, in database: Database, outcome: inout SaveOutcome
    ) throws {
        let id = prepared.article.id
        if try insert(prepared, in: database) {
            outcome.new.append(id)
            return
        }
        let statement = try database.cachedStatement(sql: StoredArticle.selection)
        guard let old = try Row.fetchOne(statement, arguments: [id]).map(StoredArticle.init) else { return }
        if try isEdited(old, by: prepared.article, in: database) {
            try revise(old, to: prepared, now: now, in: database)
            outcome.revised.append(id)
        } else {
            // What only looks different stays as it was, and with it the places of its sentences.
            if old.sha256 == prepared.article.sha256 {
                try refresh(old, to: prepared, cause: .recode, now: now, in: database)
            }
            outcome.unchanged.append(id)
        }
    }

    /// Whether title or text read differently; white space and the forms of quotation marks and dashes do not count.
    private static func isEdited(_ old: StoredArticle, by new: Article, in database: Database) throws -> Bool {
        if old.sha256 == new.sha256 && old.title == new.title { return false }
        if ReadForm.of(old.title) != ReadForm.of(new.title) { return true }
        guard let text = try text(of: old, in: database) else { return old.sha256 != new.sha256 }
        return ReadForm.of(text) != ReadForm.of(new.text)
    }

    /// Stores an article that was not known; false when it was.
    private static func insert(_ prepared: PreparedArticle, in database: Database) throws -> Bool {
        let article = prepared.article
        let isGrouped = article.curated.decision != .kept
        try BulkStatement(ArticleRow.insertion, in: database).execute {
            $0.add(article.id)
            ArticleRow.add(
                article, curated: prepared.curated, outlet: prepared.outlet, isGrouped: isGrouped, story: "", to: &$0)
        }
        guard database.changesCount > 0 else { return false }
        let number = database.lastInsertedRowID
        if !isGrouped {
            // A new article that is kept is to be printed.
            let sql = "INSERT INTO unprinted (kind, id) VALUES (?, ?) ON CONFLICT DO NOTHING"
            try BulkStatement(sql, in: database).execute {
                $0.add(StoredPrint.Kind.article.rawValue)
                $0.add(article.id)
            }
        }
        try BulkStatement("INSERT INTO articleText (article, text) VALUES (?, ?)", in: database).execute {
            $0.add(number)
            $0.add(article.text)
        }
        try insertTags(prepared.tags, of: number, in: database)
        try addToSearch(prepared.indexed, number: number, in: database)
        return true
    }

    /// Keeps the old title and text as a revision and puts the new ones in their place.
    private static func revise(
        _ old: StoredArticle, to prepared: PreparedArticle, now: Timestamp, in database: Database
    ) throws {
        let oldText = try text(of: old, in: database)
        var article = old.carriedOver(to: prepared.article)
        article.revision = old.revision + 1
        article.changedFields =
            (old.title != article.title ? ["title"] : []) + (oldText != article.text ? ["text"] : [])
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO articleRevision (article, revision, seen, title, text, sha256)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [old.number, old.revision, now.seconds, old.title, oldText, old.sha256])
        let curated = try old.withHistory(prepared, cause: .edit, now: now)
        try update(old, to: article, curated: curated, regroup: true, in: database)
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO articleText (article, text) VALUES (?, ?)")
            .execute(arguments: [old.number, article.text])
        try replaceTags(prepared.tags, of: old.number, in: database)
        if let oldText {
            try removeFromSearch(old.indexed(oldText), number: old.number, in: database)
        } else {
            // Its text was deleted for its age, and is again some day.
            try forgetPruning(of: old.fetched, in: database)
        }
        try addToSearch(prepared.indexed, number: old.number, in: database)
    }

    /// Takes over what changed beside title and text; an article whose text was pruned stays pruned.
    static func refresh(
        _ old: StoredArticle, to prepared: PreparedArticle, cause: EarlierDecision.Cause, now: Timestamp,
        in database: Database
    ) throws {
        let curated = try old.withHistory(prepared, cause: cause, now: now)
        var article = old.carriedOver(to: prepared.article)
        article.revision = old.revision
        article.changedFields = old.changedFields
        let isRecoded = old.curated != curated
        try update(old, to: article, curated: curated, regroup: isRecoded, in: database)
        guard isRecoded else { return }
        try replaceTags(prepared.tags, of: old.number, in: database)
        if old.decision != prepared.article.curated.decision.rawValue, let text = try text(of: old, in: database) {
            try removeFromSearch(old.indexed(text), number: old.number, in: database)
            try addToSearch(prepared.indexed, number: old.number, in: database)
        }
    }

    /// The stored text; nil when it was deleted for its age.
    private static func text(of old: StoredArticle, in database: Database) throws -> String? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT text FROM articleText WHERE article = ?"), arguments: [old.number])
    }

    private static func update(
        _ old: StoredArticle, to article: Article, curated: String, regroup: Bool, in database: Database
    ) throws {
        // An article that is no longer kept is grouped once more, so that its reports are taken back.
        let concernsGrouping = article.curated.decision == .kept || !old.story.isEmpty
        let isGrouped = regroup ? !concernsGrouping : old.isGrouped
        let outlet = try article.outlet.map(StoredJSON.text) ?? ""
        try BulkStatement(ArticleRow.update, in: database).execute {
            ArticleRow.add(article, curated: curated, outlet: outlet, isGrouped: isGrouped, story: old.story, to: &$0)
            $0.add(old.number)
        }
    }

    private static func replaceTags(_ tags: [(kind: String, value: String)], of number: Int64, in database: Database)
        throws
    {
        try database.cachedStatement(sql: "DELETE FROM articleTag WHERE article = ?").execute(arguments: [number])
        try insertTags(tags, of: number, in: database)
    }

    private static func insertTags(_ tags: [(kind: String, value: String)], of number: Int64, in database: Database)
        throws
    {
        if tags.isEmpty { return }
        let statement = try BulkStatement(
            "INSERT OR IGNORE INTO articleTag (kind, value, article) VALUES (?, ?, ?)", in: database)
        for tag in tags {
            try statement.execute {
                $0.add(tag.kind)
                $0.add(tag.value)
                $0.add(number)
            }
        }
    }
}

/// What is to be known of a stored article before it is changed.
struct StoredArticle {
    static let selection = """
        SELECT number, revision, title, titleFirstSeen, fetched, sha256, changedFields, duplicateOf, isGrouped, story,
            curated, decision FROM article WHERE id = ?
        """

    let number: Int64
    let revision: Int
    let title: String
    let titleFirstSeen: String
    let fetched: Int
    let sha256: String
    let changedFields: [String]
    let duplicateOf: String?
    let isGrouped: Bool
    let story: String
    let curated: String
    let decision: String

    init(_ row: Row) {
        number = row[0]
        revision = row[1]
        title = row[2]
        titleFirstSeen = row[3]
        fetched = row[4]
        sha256 = row[5]
        changedFields = StoredList.list(row[6])
        duplicateOf = row[7]
        isGrouped = row[8]
        story = row[9]
        curated = row[10]
        decision = row[11]
    }

    /// What the search index holds of it.
    func indexed(_ text: String) -> IndexedText { IndexedText(title: title, text: text, decision: decision) }

    /// Returns an article with the members that belong to the store.
    func carriedOver(to article: Article) -> Article {
        var result = article
        result.titleFirstSeen = titleFirstSeen
        result.fetched = Timestamp(seconds: fetched)
        result.duplicateOf = article.duplicateOf ?? duplicateOf
        return result
    }
}

extension BulkStatement.Values {
    /// Adds identifier, page, headline and text.
    fileprivate mutating func add(_ marks: KnownEntry.Marks) {
        for mark in [marks.guid, marks.page, marks.headline, marks.text] { add(mark.map { Int($0) }) }
    }
}
