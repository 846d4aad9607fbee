import Markup
import Notation

/// Gathers a level; where several elements say the same, the format's own goes before a module's.
struct LevelBuilder {
    /// The members that several elements may give.
    enum Member: Int {
        case id, title, link, updated, published, created, expired, rights, language, image, subtitle, summary
    }

    /// How much an element's word counts: the format's own, Atom inside RSS, a module's, and what is inferred.
    enum Rank: UInt8, Comparable {
        case inferred = 1
        case module, foreign, own

        static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }

    var level = Level()
    /// The latitude or longitude of W3C geo that waits for the other.
    var position = FeedReader.Position()
    private var ranks = SIMD16<UInt8>(repeating: 0)
    /// Of the link that was taken.
    private var linkQuality = 0
    private var linkRank = Rank.inferred

    /// Tells whether an element of a rank may give a member, and remembers that it did.
    ///
    /// Of equals, the first counts; of dates the last, as the common readers have it.
    mutating func claim(_ member: Member, _ rank: Rank, isLastOfEquals: Bool = false) -> Bool {
        let present = ranks[member.rawValue]
        guard present < rank.rawValue || (isLastOfEquals && present == rank.rawValue) else { return false }
        ranks[member.rawValue] = rank.rawValue
        return true
    }

    mutating func setDate(_ member: Member, _ path: WritableKeyPath<Level, WrittenDate?>, _ raw: String, _ rank: Rank) {
        guard !raw.isEmpty else { return }
        let date = WrittenDate(raw)
        // A date that can be read goes before one that cannot.
        if level[keyPath: path] != nil, level[keyPath: path]?.instant == nil, date.instant != nil {
            level[keyPath: path] = date
            _ = claim(member, rank)
        } else if claim(member, rank, isLastOfEquals: true) {
            level[keyPath: path] = date
        }
    }

    mutating func setTitle(_ title: TextConstruct?, _ rank: Rank) {
        guard let title, claim(.title, rank) else { return }
        level.title = title
    }

    mutating func setRights(_ rights: TextConstruct?, _ rank: Rank) {
        guard let rights, claim(.rights, rank) else { return }
        level.rights = rights
    }

    mutating func setID(_ id: String, _ rank: Rank) {
        guard !id.isEmpty, claim(.id, rank) else { return }
        level.id = id
    }

    mutating func setLanguage(_ language: String?, _ rank: Rank) {
        guard let language, !language.isEmpty, claim(.language, rank) else { return }
        level.language = language
    }

    /// Takes over the language in scope at an element; the transport's word counts least.
    mutating func setLanguage(from xml: XMLReader, _ rank: Rank) {
        setLanguage(xml.language, xml.declaresLanguage ? rank : .inferred)
    }

    mutating func setLink(_ url: String, _ rank: Rank) {
        guard !url.isEmpty, claim(.link, rank) else { return }
        level.link = url
    }

    /// Adds a link, and takes it for the one page when its relation says so.
    mutating func addLink(_ link: Link, _ rank: Rank) {
        guard link != Link(href: "") else { return }
        level.links.append(link)
        guard link.rel == "alternate", !link.href.isEmpty else { return }
        let quality = Self.quality(of: link, language: level.language)
        if quality > linkQuality, linkRank == rank, level.link != nil {
            level.link = link.href
            linkQuality = quality
        } else if claim(.link, rank) {
            level.link = link.href
            (linkQuality, linkRank) = (quality, rank)
        }
    }

    /// How well a link serves as the one page to open: a page before other files, the entry's language before others.
    private static func quality(of link: Link, language: String?) -> Int {
        func primary(_ tag: String) -> String { tag.prefix { $0 != "-" && $0 != "_" }.lowercased() }
        let type = link.type.split(separator: ";").first.map { String($0).trimmed.lowercased() } ?? ""
        let isPage = ["", "text/html", "application/xhtml+xml", "text/xhtml", "html"].contains(type)
        let isForeign = !link.hreflang.isEmpty && language.map { primary($0) != primary(link.hreflang) } ?? false
        return (isPage ? 4 : 0) + (isForeign ? 0 : 2) + (type.isEmpty ? 0 : 1)
    }

    /// Takes an entry's own address for its page where it names none, unless that is a feed's document.
    mutating func takeOwnAddress() {
        guard level.link == nil, let own = level.links.first(where: { $0.rel == "self" }), !own.type.contains("xml")
        else { return }
        setLink(own.href, .inferred)
    }

    /// More of one kind than any entry has; each new one is compared with all before it.
    static let listLimit = 256

    mutating func addAuthor(_ person: Person) {
        guard !person.isEmpty, level.authors.count < Self.listLimit, !level.authors.contains(person) else { return }
        level.authors.append(person)
    }

    mutating func addCategory(_ category: Category) {
        guard category != Category(term: ""), level.categories.count < Self.listLimit,
            !level.categories.contains(category)
        else { return }
        level.categories.append(category)
    }
}

extension Person {
    /// Reads a person as RSS writes one: `name@host (Name)`, `Name <name@host>`, or either alone.
    init(written text: String) {
        self.init()
        guard text.utf8.count <= Self.lengthLimit else {
            name = text.trimmed
            return
        }
        let words = text.split {
            $0 == " " || $0 == "(" || $0 == ")" || $0 == "<" || $0 == ">" || $0 == "," || $0.isNewline
        }
        guard let mail = words.first(where: { Person.isEmail($0.hasPrefix("mailto:") ? $0.dropFirst(7) : $0) }) else {
            name = text.trimmed
            return
        }
        email = String(mail.hasPrefix("mailto:") ? mail.dropFirst(7) : mail)
        let start = mail.startIndex
        let rest = text[..<start] + " " + text[mail.endIndex...]
        name = String(rest.map { "()<>,\"".contains($0) ? " " : $0 }).whiteSpaceFolded.trimmed
    }

    /// No name and address are as long; a longer text is not taken apart.
    private static let lengthLimit = 1000

    private static func isEmail(_ word: Substring) -> Bool {
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && !word.contains("/")
    }
}
