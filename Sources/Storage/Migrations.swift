internal import GRDB

/// A step from one format of the store to the next.
///
/// The list is append-only: a step that was released is never changed, and its place in the list is its version.
struct Migration: Sendable {
    let statements: String

    static let all: [Migration] = [
        Migration(statements: version1), Migration(statements: siteMemory), Migration(statements: corrections),
        Migration(statements: rights), Migration(statements: printed), Migration(statements: shortCuration),
        Migration(statements: onRecord), Migration(statements: outlet), Migration(statements: entryMarks),
        Migration(statements: reversals),
        Migration(statements: following),
    ]

    /// What this program writes.
    static var currentVersion: Int { all.count }

    /// Marks the file as ours (`PRAGMA application_id`): the letters `demr`.
    static let applicationID: Int32 = 0x6465_6D72
}

/// Makes the tables.
///
/// Times are seconds since 1970; lists within a cell are parted by U+001F. Ids and hashes of entries stay for ever; everything large hangs on rows that retention deletes.
private let version1 = """
    CREATE TABLE source (
        id TEXT PRIMARY KEY, facts TEXT NOT NULL, isSubscribed INTEGER NOT NULL, isFirstSight INTEGER NOT NULL,
        due INTEGER, state BLOB
    ) WITHOUT ROWID;

    CREATE TABLE entry (
        source TEXT NOT NULL REFERENCES source(id), key TEXT NOT NULL, contentHash TEXT NOT NULL,
        standing INTEGER NOT NULL, article TEXT NOT NULL, PRIMARY KEY (source, key)
    ) WITHOUT ROWID;

    CREATE TABLE pendingPage (
        source TEXT NOT NULL, key TEXT NOT NULL, attempts INTEGER NOT NULL, due INTEGER NOT NULL, entry BLOB NOT NULL,
        PRIMARY KEY (source, key), FOREIGN KEY (source, key) REFERENCES entry(source, key)
    ) WITHOUT ROWID;

    CREATE TABLE article (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL REFERENCES source(id),
        entryKey TEXT NOT NULL, url TEXT NOT NULL, canonicalURL TEXT NOT NULL, title TEXT NOT NULL,
        titleFirstSeen TEXT NOT NULL, authors TEXT NOT NULL, language TEXT NOT NULL, published INTEGER,
        publishedIsDay INTEGER NOT NULL, publishedIsClamped INTEGER NOT NULL, updated INTEGER, fetched INTEGER NOT NULL,
        revision INTEGER NOT NULL, changedFields TEXT NOT NULL, wordCount INTEGER NOT NULL, extraction TEXT NOT NULL,
        sha256 TEXT NOT NULL, duplicateOf TEXT, time INTEGER NOT NULL, decision TEXT NOT NULL, isGrouped INTEGER NOT NULL,
        story TEXT NOT NULL, curated TEXT NOT NULL
    );
    CREATE INDEX article_decision ON article(decision, time);
    CREATE INDEX article_fetched ON article(fetched);
    CREATE INDEX article_address ON article(canonicalURL);
    CREATE INDEX article_source ON article(source, time);
    CREATE INDEX article_ungrouped ON article(time, source, id) WHERE isGrouped = 0;

    CREATE TABLE articleText (
        article INTEGER PRIMARY KEY REFERENCES article(number) ON DELETE CASCADE, text TEXT NOT NULL
    );

    CREATE TABLE articleRevision (
        article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, revision INTEGER NOT NULL,
        seen INTEGER NOT NULL, title TEXT NOT NULL, text TEXT, sha256 TEXT NOT NULL, PRIMARY KEY (article, revision)
    );

    CREATE TABLE articleTag (
        kind TEXT NOT NULL, value TEXT NOT NULL, article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE,
        PRIMARY KEY (kind, value, article)
    ) WITHOUT ROWID;
    CREATE INDEX articleTag_article ON articleTag(article);

    CREATE VIRTUAL TABLE search USING fts5 (
        title, text, content = '', tokenize = 'unicode61 remove_diacritics 2'
    );

    CREATE TABLE story (id TEXT PRIMARY KEY, title TEXT NOT NULL, lastReport INTEGER NOT NULL) WITHOUT ROWID;

    CREATE TABLE development (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, story TEXT NOT NULL REFERENCES story(id),
        firstSeen INTEGER NOT NULL, lastChanged INTEGER NOT NULL, lastReport INTEGER NOT NULL, revision INTEGER NOT NULL,
        mergedInto TEXT, reports TEXT NOT NULL
    );
    CREATE INDEX development_lastChanged ON development(lastChanged);
    CREATE INDEX development_firstSeen ON development(firstSeen);
    CREATE INDEX development_lastReport ON development(lastReport);
    CREATE INDEX development_story ON development(story);

    CREATE TABLE developmentArticle (
        article TEXT NOT NULL, position INTEGER NOT NULL, development TEXT NOT NULL REFERENCES development(id),
        PRIMARY KEY (article, position)
    ) WITHOUT ROWID;
    CREATE INDEX developmentArticle_development ON developmentArticle(development);

    CREATE TABLE developmentTag (
        kind TEXT NOT NULL, value TEXT NOT NULL,
        development INTEGER NOT NULL REFERENCES development(number) ON DELETE CASCADE,
        PRIMARY KEY (kind, value, development)
    ) WITHOUT ROWID;
    CREATE INDEX developmentTag_development ON developmentTag(development);

    CREATE TABLE trace (article TEXT PRIMARY KEY, time INTEGER NOT NULL, bytes BLOB NOT NULL) WITHOUT ROWID;
    CREATE INDEX trace_time ON trace(time);

    CREATE TABLE change (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, time INTEGER NOT NULL,
        development TEXT NOT NULL REFERENCES development(id), revision INTEGER NOT NULL, field TEXT NOT NULL,
        old TEXT NOT NULL, new TEXT NOT NULL, cause TEXT NOT NULL, article TEXT NOT NULL
    );
    CREATE INDEX change_time ON change(time);
    CREATE INDEX change_development ON change(development);

    CREATE TABLE run (
        number INTEGER PRIMARY KEY, started INTEGER NOT NULL, finished INTEGER, exitCode INTEGER, report BLOB NOT NULL
    );
    CREATE TABLE published (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE alarm (source TEXT PRIMARY KEY, kind TEXT NOT NULL, since INTEGER NOT NULL, told INTEGER) WITHOUT ROWID;
    """

/// Makes the table of what sites repeat on their pages.
private let siteMemory = """
    CREATE TABLE siteMemory (site TEXT PRIMARY KEY, time INTEGER NOT NULL, bytes BLOB NOT NULL) WITHOUT ROWID;
    """

/// Makes room for what people decide: corrected fields, parted developments, decided articles, and what is in doubt.
private let corrections = """
    ALTER TABLE development ADD COLUMN corrections TEXT NOT NULL DEFAULT '';
    ALTER TABLE development ADD COLUMN splitFrom TEXT NOT NULL DEFAULT '';
    CREATE INDEX development_corrected ON development(id)
        WHERE corrections <> '' OR splitFrom <> '' OR mergedInto IS NOT NULL;

    ALTER TABLE article ADD COLUMN isCorrected INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX article_corrected ON article(id) WHERE isCorrected = 1;

    CREATE TABLE doubt (
        kind TEXT NOT NULL, development TEXT NOT NULL, other TEXT NOT NULL, article TEXT NOT NULL, note TEXT NOT NULL,
        seen INTEGER NOT NULL, PRIMARY KEY (kind, development, other, article)
    ) WITHOUT ROWID;
    """

/// Makes room for what feeds say of the rights in an article.
private let rights = """
    ALTER TABLE article ADD COLUMN rights TEXT NOT NULL DEFAULT '';
    """

/// Keeps what editions are made of, and notes what differs from it.
///
/// Triggers note it, so that no verb can forget to; only a new article is noted by the verb, since a trigger would make
/// each insertion a transaction of its own, before which the search index writes all it has. In their statements `ON CONFLICT` stands after the values: an `OR
/// IGNORE` would give way to the conflict clause of the statement that fired them
/// (https://www.sqlite.org/lang_createtrigger.html).
private let printed = """
    CREATE TABLE unprinted (kind INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
    CREATE TABLE printed (
        number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, id TEXT NOT NULL, time INTEGER NOT NULL,
        reach INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE (kind, id)
    );
    CREATE INDEX printed_reach ON printed(kind, reach);

    CREATE TRIGGER article_updated AFTER UPDATE ON article WHEN new.decision = 'kept' OR old.decision = 'kept' BEGIN
        INSERT INTO unprinted (kind, id) VALUES (1, new.id) ON CONFLICT DO NOTHING;
        INSERT INTO unprinted (kind, id) SELECT 0, development FROM developmentArticle WHERE article = new.id
            ON CONFLICT DO NOTHING;
    END;
    CREATE TRIGGER development_inserted AFTER INSERT ON development BEGIN
        INSERT INTO unprinted (kind, id) VALUES (0, new.id) ON CONFLICT DO NOTHING;
    END;
    CREATE TRIGGER development_updated AFTER UPDATE ON development BEGIN
        INSERT INTO unprinted (kind, id) VALUES (0, new.id) ON CONFLICT DO NOTHING;
        INSERT INTO unprinted (kind, id) SELECT 1, article FROM developmentArticle WHERE development = new.id
            ON CONFLICT DO NOTHING;
    END;
    CREATE TRIGGER story_retitled AFTER UPDATE ON story WHEN new.title <> old.title BEGIN
        INSERT INTO unprinted (kind, id) SELECT 0, id FROM development WHERE story = new.id ON CONFLICT DO NOTHING;
    END;
    -- Nobody asks by it.
    DROP INDEX article_address;
    DELETE FROM published WHERE key IN ('key', 'isComplete');
    """

/// Keeps older programs away.
///
/// What curation says of most articles is from now on written as ``ShortCuration``, which they cannot read. What they wrote
/// is read as it is.
private let shortCuration = ""

/// Calls `on_record` in the history what was called `confirmed`; stored reports and corrections are read so.
///
/// What editions were made of is printed anew.
private let onRecord = """
    UPDATE change SET field = 'on_record_by' WHERE field = 'confirmed_by';
    UPDATE change SET old = 'on_record' WHERE field = 'status' AND old = 'confirmed';
    UPDATE change SET new = 'on_record' WHERE field = 'status' AND new = 'confirmed';
    DELETE FROM published WHERE key = 'key';
    """

/// Makes room for the outlet of an article that is not its source's own, and for whose words titles are.
private let outlet = """
    ALTER TABLE article ADD COLUMN outlet TEXT NOT NULL DEFAULT '';
    ALTER TABLE development ADD COLUMN titleArticle TEXT NOT NULL DEFAULT '';
    ALTER TABLE story ADD COLUMN source TEXT NOT NULL DEFAULT '';
    """

/// Keeps by what else an entry is known when its identifier changes, and what a source's identifiers are worth.
private let entryMarks = """
    ALTER TABLE entry ADD COLUMN guid INTEGER;
    ALTER TABLE entry ADD COLUMN page INTEGER;
    ALTER TABLE entry ADD COLUMN headline INTEGER;
    ALTER TABLE entry ADD COLUMN text INTEGER;
    CREATE INDEX entry_guid ON entry(source, guid) WHERE guid IS NOT NULL;
    CREATE INDEX entry_page ON entry(source, page) WHERE page IS NOT NULL;
    ALTER TABLE source ADD COLUMN guids INTEGER NOT NULL DEFAULT 0;
    """

/// Ties a development to the one, done before, that it undoes.
private let reversals = """
    ALTER TABLE development ADD COLUMN supersedes TEXT NOT NULL DEFAULT '';
    ALTER TABLE development ADD COLUMN supersededBy TEXT NOT NULL DEFAULT '';
    DELETE FROM published WHERE key = 'key';
    """

/// Keeps what each correction changed, so that it can be taken back row by row, and which entries left the feed for it.
private let following = """
    CREATE TABLE following (
        step INTEGER PRIMARY KEY, lines TEXT NOT NULL, time INTEGER NOT NULL, isWhole INTEGER NOT NULL
    );
    CREATE TABLE journal (
        number INTEGER PRIMARY KEY, step INTEGER NOT NULL REFERENCES following(step) ON DELETE CASCADE,
        place TEXT NOT NULL, row TEXT NOT NULL, before TEXT, after TEXT
    );
    CREATE INDEX journal_step ON journal(step);
    CREATE TABLE tombstone (development TEXT PRIMARY KEY, time INTEGER NOT NULL, ended INTEGER) WITHOUT ROWID;
    """
