import Notation

/// Writes `NAME.csv-metadata.json` (CSV on the Web, W3C): what each column of a table holds.
struct CSVMetadata {
    /// How a column's cells are read.
    enum Kind {
        case text, day, stamp, count, number, claim, address
        /// Members parted by `|`.
        case list
    }

    /// The table's name without its ending.
    let name: String
    let columns: [String]
    /// The column whose cells name the rows.
    let key: String
    let format: CSVFormat

    /// The name of the file.
    var fileName: String { "\(name).csv-metadata.json" }

    func bytes() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("@context", "http://www.w3.org/ns/csvw")
            json.member("url", "\(name).csv")
            json.object("dialect") { dialect in
                dialect.member("encoding", "utf-8")
                dialect.member("delimiter", format.delimiter.rawValue)
                dialect.member("lineTerminators", ["\r\n"])
                dialect.member("header", true)
                dialect.member("doubleQuote", true)
            }
            json.object("tableSchema") { schema in
                schema.array("columns") { list in
                    for column in columns { list.object { self.column(column, &$0) } }
                }
                schema.member("primaryKey", key)
            }
        }
        json.endLine()
        return json.bytes
    }

    private func column(_ name: String, _ json: inout JSONWriter) {
        let (kind, words) = Self.meaning(of: name)
        json.member("name", name)
        json.member("titles", name)
        if !words.isEmpty { json.member("dc:description", words) }
        if kind == .list { json.member("separator", "|") }
        if name == key { json.member("required", true) }
        switch kind {
        case .text, .list: json.member("datatype", "string")
        case .day: json.member("datatype", "date")
        case .stamp: json.member("datatype", "dateTime")
        case .count: json.member("datatype", "integer")
        case .number: json.member("datatype", "decimal")
        case .address: json.member("datatype", "anyURI")
        case .claim:
            json.object("datatype") { datatype in
                datatype.member("base", "boolean")
                datatype.member("format", "yes|no")
            }
        }
    }

    /// What a column means; a column of one name means the same in every table.
    static func meaning(of column: String) -> (kind: Kind, words: String) {
        meanings[column] ?? (.text, "")
    }

    private static let meanings: [String: (Kind, String)] = [
        "dev_id": (.text, "the development; it never changes"),
        "supersedes": (.text, "the development, done before, that this one undoes"),
        "superseded_by": (.text, "the development that undid this one"),
        "event_date_start": (.day, "first day of the act, local"),
        "event_date_end": (.day, "last day of the act, local"),
        "title": (.text, "a source's own words"), "title_source": (.text, "the outlet whose words the title is"),
        "countries_basis": (.text, "whether the countries act or are only mentioned"),
        "unsure": (.list, "columns that have a guess which is not sure enough to be published"),
        "countries": (.list, "states that take part, ISO 3166-1 alpha-3"),
        "actor_labels": (.list, "names of all parties"), "type": (.text, "PLOVER event type, or STATEMENT"),
        "modality": (.text, "occurred, future, hypothetical or negated"),
        "status": (.text, "reported, unconfirmed, on_record (a party spoke of it), denied or retracted"),
        "on_record_by": (.list, "the parties on record"), "phase": (.text, "how far a meeting or deal has come"),
        "venue_place": (.text, "town, region or strait"), "venue_country": (.text, "ISO 3166-1 alpha-3"),
        "mediators": (.list, "third parties that bring the others together"),
        "evidence_sentence": (.text, "the sentence that tells the act, as its source's licence allows"),
        "evidence_language": (.text, "BCP 47"), "url": (.address, "the article"),
        "story_title": (.text, "developments that belong together"),
        "n_owners": (.count, "publishers, each owner once"),
        "contradiction": (.claim, "whether origins disagree"), "contradiction_note": (.text, "where they disagree"),
        "summary": (.text, "a few sentences that read alone"),
        "event_date_precision": (.text, "day, range, week, month, year or unknown"),
        "event_date_inferred": (.claim, "whether another article gave the anchor"),
        "first_seen_date": (.day, "day in the desk's zone"), "last_changed_date": (.day, "day in the desk's zone"),
        "first_seen": (.stamp, "UTC"), "last_changed": (.stamp, "UTC"),
        "revision": (.count, "1 at first sight, one more with each material change"), "story_id": (.text, ""),
        "mode": (.text, "grade or kind within the type"), "cameo": (.list, "CAMEO codes"),
        "score": (.number, "conflict to cooperation, of acts that occurred"), "actors": (.list, "codes of who acts"),
        "recipients": (.list, "codes of whom the act is aimed at"), "organisations": (.list, "names"),
        "persons": (.list, "names"), "topics": (.list, ""), "venue_alternatives": (.list, "rival venues"),
        "status_basis": (.text, "the sentence that gives the status"), "channel": (.text, "how the source knows"),
        "n_articles": (.count, ""), "n_sources": (.count, ""), "n_countries": (.count, "countries of the sources"),
        "n_official": (.count, "official sources"), "prominence": (.text, "title, lead or body"),
        "relevance": (.number, "0 to 1"), "confidence": (.number, "0 to 1"), "why": (.text, "why it was kept"),
        "evidence_article": (.text, ""), "first_source": (.text, ""), "sources": (.list, "names"),
        "license_note": (.text, "what is withheld by licence"), "corrected": (.list, "fields set by the desk"),
        "merged_into": (.text, "the development that has its reports now"),
        "article_id": (.text, "the article; it never changes"), "published_date": (.day, "day in the desk's zone"),
        "source": (.text, ""), "language": (.text, "BCP 47"), "types": (.list, ""), "dev_ids": (.list, ""),
        "decision": (.text, ""), "authors": (.list, ""), "source_country": (.text, "ISO 3166-1 alpha-3"),
        "source_kind": (.text, ""), "owner": (.text, "the publisher's group"), "canonical_url": (.address, ""),
        "feed_id": (.text, "the source's id"), "title_first_seen": (.text, ""), "published": (.stamp, "UTC"),
        "published_precision": (.text, "time, day or clamped"), "updated": (.stamp, "UTC"), "fetched": (.stamp, "UTC"),
        "changed_fields": (.list, ""), "word_count": (.count, ""), "extraction": (.text, "full, lead, feed or failed"),
        "duplicate_of": (.text, "the article of which it is a copy"), "excerpt": (.text, ""), "sha256": (.text, ""),
        "change_id": (.text, ""), "when_date": (.day, "day in the desk's zone"), "when": (.stamp, "UTC"),
        "field": (.text, "the column of developments.csv"), "old": (.text, ""), "new": (.text, ""),
        "cause": (.text, "article, edit, correction or recode"), "link_id": (.text, ""), "date": (.day, "local"),
        "from_id": (.text, ""), "from_label": (.text, ""), "from_country": (.text, ""), "to_id": (.text, ""),
        "to_label": (.text, ""), "to_country": (.text, ""), "role": (.text, "what the two are to each other"),
        "directed": (.claim, "whether the act goes from the one to the other"), "quote_id": (.text, ""),
        "speaker_id": (.text, ""), "speaker_as_written": (.text, ""), "office": (.text, ""),
        "text": (.text, "the words, as the source's licence allows"), "parties": (.list, "codes"),
        "start": (.day, "local"), "end": (.day, "local"), "precision": (.text, ""), "feed_url": (.address, ""),
        "site_url": (.address, ""), "country": (.text, "ISO 3166-1 alpha-3"), "kind": (.text, ""),
        "licence": (.text, "none, link, excerpt or full"), "health": (.text, ""), "last_error": (.text, ""),
        "last_new_date": (.day, "day in the desk's zone"),
    ]
}
