internal import Markup
internal import Notation

/// What a page's JSON-LD (https://schema.org/Article) says about its article.
struct LinkedData {
    var headline: String?
    var description: String?
    var body: String?
    var authors: [String] = []
    /// The ``authors`` that the page types as persons.
    var persons: Set<String> = []
    var published: String?
    var updated: String?
    var language: String?
    var publisher: String?
    var provider: String?
    var siteName: String?
    var isFree: Bool?
    var types: Set<String> = []
    /// The ``authors`` that the page types as organisations.
    var organisations: Set<String> = []
    /// The type of the node that the rest was read from.
    var isArticle = false

    /// Reads all scripts of a page; of the nodes that describe this page's article, the one that does so best wins.
    ///
    /// - Parameters:
    ///   - scripts: what they hold.
    ///   - page: tells the page's own article from others.
    init(_ scripts: [[UInt8]], of page: PageIdentity) {
        var nodes: [JSONValue] = []
        for script in scripts.prefix(20) {
            guard let value = LenientJSONReader.read(script) else { continue }
            Self.gather(value, into: &nodes, depth: 0)
        }
        var named: [String: JSONValue] = [:]
        for node in nodes {
            if let id = node["@id"]?.line, node["name"] != nil { named[id] = node }
        }
        let ranked = Self.own(nodes.map { (node: $0, rank: Self.rank($0)) }.filter { $0.rank > 0 }, of: page)
        guard let best = ranked.max(by: { $0.rank < $1.rank }) else { return }
        for (node, _) in ranked { types.formUnion(Self.types(node)) }
        isArticle = best.rank >= Self.articleRank
        read(best.node, named: named)
        for (node, rank) in ranked where rank < best.rank || rank == best.rank { fill(node, named: named) }
        siteName = nodes.first { Self.types($0).contains("WebSite") }?["name"]?.line
    }

    /// The nodes without the articles of other pages: those of teasers, of parts and of what is read next.
    private static func own(
        _ ranked: [(node: JSONValue, rank: Int)], of page: PageIdentity
    ) -> [(node: JSONValue, rank: Int)] {
        let verdicts = ranked.map { $0.rank >= articleRank ? verdict(on: $0.node, page) : .unknown }
        let hasOwn = verdicts.contains(.own)
        return zip(ranked, verdicts).filter { ranked, verdict in
            verdict == .own || ranked.rank < articleRank || (verdict == .unknown && !hasOwn)
        }.map(\.0)
    }

    /// Whether a node is about the page: its address or its headline is the page's.
    private static func verdict(on node: JSONValue, _ page: PageIdentity) -> PageIdentity.Verdict {
        let pages = [node["url"], node["mainEntityOfPage"], node["@id"]].compactMap { $0?.line ?? $0?["@id"]?.line }
        return page.verdict(addresses: pages, headline: (node["headline"]?.line ?? node["name"]?.line).map(unescaped))
    }

    /// From this rank on a node is an article.
    private static let articleRank = 10

    private mutating func read(_ node: JSONValue, named: [String: JSONValue]) {
        headline = (node["headline"]?.line ?? (isArticle ? node["name"]?.line : nil)).map(Self.unescaped)
        description = node["description"]?.line
        body = node["articleBody"]?.string
        readAuthors(node["author"] ?? node["creator"], named: named)
        published =
            node["datePublished"]?.line
            ?? (isArticle ? node["dateCreated"]?.line ?? node["uploadDate"]?.line : nil)
        updated = node["dateModified"]?.line
        language = node["inLanguage"]?.line ?? node["inLanguage"]?["name"]?.line
        publisher = Self.names(node["publisher"], named: named).first
        provider = Self.names(node["provider"] ?? node["sourceOrganization"], named: named).first
        switch node["isAccessibleForFree"] {
        case .bool(let free): isFree = free
        case .string(let text): isFree = text.lowercased() != "false"
        default: break
        }
    }

    /// Takes from a lesser node what the best one lacks.
    private mutating func fill(_ node: JSONValue, named: [String: JSONValue]) {
        if authors.isEmpty { readAuthors(node["author"], named: named) }
        if published == nil { published = node["datePublished"]?.line }
        if updated == nil { updated = node["dateModified"]?.line }
        if body == nil { body = node["articleBody"]?.string }
        if language == nil { language = node["inLanguage"]?.line }
    }

    /// The text without the character references that some pages write into their JSON.
    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: ";")) else { return text }
        let document = HTMLDocument(page: Array(text.utf8))
        return document.count > 0 ? document.text(inside: 0) : text
    }

    private mutating func readAuthors(_ value: JSONValue?, named: [String: JSONValue]) {
        authors = Self.names(value, named: named)
        for element in value?.list.prefix(40) ?? [] {
            let node = element["name"] == nil ? element["@id"]?.line.flatMap { named[$0] } : element
            guard let node, let names = node["name"]?.list.compactMap(\.line) else { continue }
            let types = Self.types(node)
            if types.contains("Person") { persons.formUnion(names) }
            if types.contains(where: { $0.hasSuffix("Organization") }) { organisations.formUnion(names) }
        }
    }

    private static func gather(_ value: JSONValue, into nodes: inout [JSONValue], depth: Int) {
        guard depth < 6, nodes.count < 400 else { return }
        for element in value.list {
            guard case .object = element else { continue }
            nodes.append(element)
            if let graph = element["@graph"] { gather(graph, into: &nodes, depth: depth + 1) }
            for name in ["mainEntity", "mainEntityOfPage", "hasPart", "author", "publisher"] {
                if let part = element[name] { gather(part, into: &nodes, depth: depth + 1) }
            }
        }
    }

    static func types(_ node: JSONValue) -> [String] {
        (node["@type"]?.list ?? []).compactMap(\.line)
    }

    private static func rank(_ node: JSONValue) -> Int {
        var rank = 0
        for type in types(node) {
            switch type {
            case "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
                "BackgroundNewsArticle",
                "LiveBlogPosting", "ReviewNewsArticle":
                rank = max(rank, 20)
            case "Article", "BlogPosting", "TechArticle", "ScholarlyArticle", "Report", "AdvertiserContentArticle",
                "SatiricalArticle", "Review", "Recipe":
                rank = max(rank, 15)
            case "SocialMediaPosting", "DiscussionForumPosting", "CreativeWork", "PodcastEpisode": rank = max(rank, 10)
            case "WebPage", "ItemPage", "VideoObject", "MediaObject": rank = max(rank, 2)
            default: break
            }
        }
        guard rank > 0 else { return 0 }
        if node["headline"] != nil { rank += 2 }
        if node["datePublished"] != nil { rank += 2 }
        if node["author"] != nil { rank += 1 }
        return rank
    }

    /// The names of persons or organisations, given as text, object, reference or a list of these.
    private static func names(_ value: JSONValue?, named: [String: JSONValue]) -> [String] {
        guard let value else { return [] }
        var names: [String] = []
        for element in value.list.prefix(40) {
            switch element {
            case .string: names += [element.line].compactMap { $0 }
            case .object:
                if let name = element["name"] {
                    names += name.list.compactMap(\.line)
                } else if let id = element["@id"]?.line, let name = named[id]?["name"]?.line {
                    names.append(name)
                }
            default: break
            }
        }
        return names.filter { !$0.isEmpty }
    }
}

extension JSONValue {
    /// The string, or nil when the value is none or empty.
    fileprivate var string: String? {
        guard case .string(let text) = self else { return nil }
        return text.nonEmpty
    }

    /// A string that may be a title, a name or a date; a longer one is none of these.
    fileprivate var line: String? {
        guard case .string(let text) = self, text.utf8.count <= 2000 else { return nil }
        return text.nonEmpty
    }

    /// The elements of an array, or the value itself: what schema.org allows once it allows several times.
    fileprivate var list: [JSONValue] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }
}
