import ArticleExtraction
import Developments
import FeedParsing
import Foundation
import Notation

/// What a feed says of one entry, as far as an article needs it.
///
/// It is stored when the entry's page has to be tried again, since the entry may have left its feed by then.
struct EntryDraft: Codable, Sendable {
    var key: String
    var url: String
    var title: String
    /// The feed's own text: its content, else its summary, in paragraphs.
    var text: String
    var published: Timestamp?
    var updated: Timestamp?
    var authors: [String] = []
    var language = ""
    /// Who holds which rights; nil when neither entry nor feed says.
    var rights: String?
    /// Whether ``published`` is known to the day only; nil: it is not.
    var publishedIsDay: Bool?
    /// What the item's `source` element says; nil when it has none.
    var credit: Credit?
    /// The page that the feed says it is of; nil when it says none.
    var home: String?
    /// The identifier that the feed gives it; nil: none.
    var guid: String?
    /// Whether other entries have the same link.
    var sharesLink: Bool?
    /// Set when the page was read and is to be looked at again for silent edits.
    var revisit: Revisit?

    /// The feed that an item was taken from (RSS 2.0 `source`, RFC 4287 section 4.2.11).
    struct Credit: Codable, Sendable {
        var name: String
        var url: String
    }

    /// When the publisher dates the entry; nil when it does not.
    var dated: Timestamp? { published ?? updated }

    /// By which an edit is noticed.
    ///
    /// The time of an update counts not: many publishers touch it without an edit. Nor do words in the link that track.
    var contentHash: String {
        ContentHash.sha256(joining: [URLReference(url).withoutTracking.description, title, text], digits: 32)
    }

    /// The id of the article that is made of it.
    func articleID(in source: Source) -> String { ContentHash.identifier("a", [source.id, key]) }
}

extension EntryDraft {
    /// Takes from an entry what an article needs.
    ///
    /// - Parameters:
    ///   - entry: the entry.
    ///   - feed: the feed's own statements, for entries that make none.
    ///   - extractor: strips what is no text from the entry's markup.
    init(_ entry: Entry, feed: Level, extractor: ArticleExtractor) {
        let bodies = entry.content + [entry.summary].compactMap { $0 }
        let longest = bodies.max { $0.text.utf8.count < $1.text.utf8.count }
        let link = entry.link ?? ""
        self.init(
            key: entry.key, url: URLReference(link).isHTTP ? link : "", title: entry.title?.text.readable ?? "",
            text: longest.map { Self.paragraphs($0, extractor: extractor).readable } ?? "",
            published: Self.date(entry.published) ?? Self.date(entry.createdDate?.instant),
            updated: Self.date(entry.updated),
            authors: entry.authors.map { $0.name.isEmpty ? $0.email : $0.name }.filter { !$0.isEmpty }.map(\.readable),
            language: entry.language ?? feed.language ?? "", rights: Self.rights(entry.rights ?? feed.rights),
            publishedIsDay: entry.publishedDate?.isDayOnly == true ? true : nil, credit: Credit(entry),
            home: feed.link,
            guid: entry.id?.trimmingCharacters(in: .whitespacesAndNewlines).nonEmpty ?? Self.fileName(entry.key))
    }

    /// A time that is one.
    private static func date(_ time: Timestamp?) -> Timestamp? { time.flatMap { $0.isPlaceholder ? nil : $0 } }

    /// The name of the file that an entry is, as its source keys it.
    private static func fileName(_ key: String) -> String? { key.hasPrefix("file:") ? key : nil }

    /// A line of it: some feeds put their terms of use there.
    private static func rights(_ rights: TextConstruct?) -> String? {
        let text = rights?.text.prefix(rightsLength) ?? ""
        return text.isEmpty ? nil : String(text)
    }

    private static let rightsLength = 300

    /// Feeds carry boilerplate too, and plain text would lose the paragraphs.
    private static func paragraphs(_ text: TextConstruct, extractor: ArticleExtractor) -> String {
        guard text.type != "text", text.value.contains("<p") || text.value.contains("<br") else {
            // Some programs escape their markup twice.
            guard text.text.contains("</"), text.text.contains("<p") || text.text.contains("<a ") else {
                return text.text
            }
            let inner = extractor.extract(Array("<article>\(text.text)</article>".utf8), url: nil)
            return inner.text.isEmpty ? text.text : inner.text
        }
        let article = extractor.extract(Array("<article>\(text.value)</article>".utf8), url: nil)
        let stamped = article.removed.filter { $0.reason == .template }.reduce(0) { $0 + $1.text.utf8.count }
        // An extractor made for pages may take a short text for furniture; what the publisher's program adds to each is.
        return article.text.utf8.count * 2 < text.text.utf8.count - stamped ? text.text : article.text
    }

    /// Reads a draft that was stored; nil when another version wrote it.
    init?(stored bytes: [UInt8]) {
        guard let draft = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
        self = draft
    }

    /// The draft as it is stored.
    var stored: [UInt8] { (try? JSONEncoder().encode(self)).map(Array.init) ?? [] }
}

extension EntryDraft.Credit {
    fileprivate init?(_ entry: Entry) {
        name = entry.source?.title?.text ?? ""
        url = entry.source?.link ?? entry.sourceURL ?? ""
        if name.isEmpty && url.isEmpty { return nil }
    }
}

extension String {
    /// The text, or nil when it is empty.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
