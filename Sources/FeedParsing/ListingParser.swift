import Markup
import Notation

/// Where the entries of an HTML page are that lists articles, for publishers without a feed.
public struct ListingRules: Hashable, Sendable {
    /// What an article's address looks like, `*` standing for any characters: `/news/*`, or with scheme and host.
    public var linkPattern: String
    /// An XPath 1.0 expression for the title, evaluated at the link (`ancestor::li//h3`); empty: the link's own text.
    public var titlePath: String
    /// An XPath 1.0 expression for the date, evaluated at the link (`ancestor::li//time/@datetime`); empty: no date.
    public var datePath: String
    /// The zone of dates that name none, in seconds east of UTC.
    public var offset: Int

    /// Creates rules.
    public init(linkPattern: String, titlePath: String = "", datePath: String = "", offset: Int = 0) {
        self.linkPattern = linkPattern
        self.titlePath = titlePath
        self.datePath = datePath
        self.offset = offset
    }

    /// What is wrong with the rules, in words; nil when nothing is.
    public var problem: String? {
        for path in [titlePath, datePath] where !path.isEmpty {
            do throws(XPathError) {
                try PageLinks.check(path)
            } catch {
                return error.description
            }
        }
        return nil
    }
}

/// Reads the entries of an HTML page that lists articles.
public struct ListingParser: Sendable {
    private let rules: ListingRules
    /// The most entries that are read.
    public static let entryLimit = 200

    /// Creates a parser for the pages that rules are made for.
    public init(_ rules: ListingRules) {
        self.rules = rules
    }

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - bytes: the page as received, unpacked.
    ///   - context: where it came from.
    /// - Returns: a document of the format `listing`, one entry for each address; one of the format `unknown` that says
    ///   why when no link matches or an expression cannot be used.
    public func parse(_ bytes: [UInt8], context: ParseContext) -> ParsedDocument {
        var document = ParsedDocument()
        let charset = context.contentType.flatMap(Decoding.charset(ofContentType:))
        let (page, encoding) = Decoding.page(bytes, charset: charset)
        document.encoding = encoding
        let base = Self.base(of: page, url: context.url)
        let pattern = LinkPattern(rules.linkPattern)
        let expressions = [rules.titlePath, rules.datePath].filter { !$0.isEmpty }
        do throws(XPathError) {
            // Cards often link one article thrice: by its picture, its title and "read more".
            let links = try PageLinks(page: page)?.links(evaluating: expressions, limit: 4 * Self.entryLimit) {
                pattern.matches(URLReference($0).resolved(against: base))
            }
            add(links ?? [], base: base, to: &document)
        } catch {
            document.problems.append(.init(code: .notAFeed, message: "XPath \(error)"))
            return document
        }
        if document.entries.isEmpty {
            let message = "no link of the page matches \(rules.linkPattern)"
            document.problems.append(.init(code: .notAFeed, message: message))
        } else {
            document.format = .listing
        }
        return document
    }

    private func add(_ links: [PageLink], base: URLReference, to document: inout ParsedDocument) {
        var positions: [String: Int] = [:]
        for link in links {
            let url = URLReference(link.href).resolved(against: base).canonical.description
            let (title, date) = describe(link)
            if let position = positions[url] {
                if document.entries[position].level.title == nil { document.entries[position].level.title = title }
                if document.entries[position].level.publishedDate == nil {
                    document.entries[position].level.publishedDate = date
                }
                continue
            }
            guard document.entries.count < Self.entryLimit else { continue }
            positions[url] = document.entries.count
            var entry = Entry()
            entry.key = url
            entry.level.link = url
            entry.level.links = [Link(href: url)]
            entry.level.title = title
            entry.level.publishedDate = date
            document.entries.append(entry)
        }
    }

    private func describe(_ link: PageLink) -> (title: TextConstruct?, date: WrittenDate?) {
        var values = link.values[...]
        var title = rules.titlePath.isEmpty ? "" : values.popFirst() ?? ""
        if title.isEmpty { title = link.text }
        let written = rules.datePath.isEmpty ? "" : values.popFirst() ?? ""
        var date = WrittenDate(written)
        // A day alone is a day, whatever the zone; a time is one of the publisher's zone.
        if let reading = DateReader.read(written, offset: rules.offset) {
            date.instant = reading.instant
            date.isDayOnly = reading.isDayOnly
        }
        return (title.isEmpty ? nil : TextConstruct(value: title), date.instant == nil ? nil : date)
    }

    private static func base(of page: [UInt8], url: String?) -> URLReference {
        let own = URLReference(url ?? "")
        var tags = HTMLTagReader(page)
        var count = 0
        while count < 200, let tag = tags.next() {
            count += 1
            guard tag.name == "base", let href = tag.attributes["href"] else { continue }
            return URLReference(href).resolved(against: own)
        }
        return own
    }
}

/// A pattern for addresses: `*` stands for any characters, all else for itself.
struct LinkPattern {
    private let bytes: [UInt8]
    private let isPath: Bool

    /// Creates a pattern; one that begins with `/` or `*` is held against path and query, any other against the address.
    init(_ text: String) {
        bytes = Array(text.utf8)
        isPath = bytes.first == UInt8(ascii: "/") || bytes.first == UInt8(ascii: "*")
    }

    /// Whether a whole address matches, its fragment left out.
    func matches(_ url: URLReference) -> Bool {
        guard url.isHTTP else { return false }
        let path = url.path + (url.query.map { "?" + $0 } ?? "")
        guard !isPath else { return matches(Array((path.isEmpty ? "/" : path).utf8)) }
        return matches(Array(url.description.utf8.prefix { $0 != UInt8(ascii: "#") }))
    }

    /// Goes back to the last `*` only: time is bounded by the product of the lengths, without recursion.
    private func matches(_ text: [UInt8]) -> Bool {
        var (index, place) = (0, 0)
        var star: (index: Int, place: Int)?
        while true {
            if index == bytes.count, place == text.count { return true }
            if index < bytes.count, bytes[index] == UInt8(ascii: "*") {
                star = (index + 1, place)
                index += 1
            } else if index < bytes.count, place < text.count, bytes[index] == text[place] {
                index += 1
                place += 1
            } else if let last = star, last.place < text.count {
                star = (last.index, last.place + 1)
                (index, place) = (last.index, last.place + 1)
            } else {
                return false
            }
        }
    }
}
