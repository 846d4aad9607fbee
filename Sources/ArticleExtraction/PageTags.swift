internal import Markup

/// The elements of a page that describe it, gathered in one pass.
struct PageTags {
    var meta = MetaTags()
    /// All `article:author` and `author` values in order.
    var metaAuthors: [String] = []
    var title: String?
    /// The page's `h1` elements.
    var headings: [(node: Int, text: String)] = []
    /// Its first `h2` and `h3` elements.
    var subheadings: [(node: Int, text: String)] = []
    var canonical: String?
    var base: String?
    var language: String?
    var alternatives: [(role: ExtractedArticle.Alternative.Role, url: String)] = []
    /// `time` elements and others that say a date by markup: what kind of date, the machine-readable or shown form.
    var times: [Time] = []
    /// An element that says a date by markup.
    struct Time {
        var node: Int
        var isPublished: Bool
        var isUpdated: Bool
        var text: String
    }

    /// Elements marked as naming an author.
    var authors: [(node: Int, text: String)] = []

    init(_ document: HTMLDocument) {
        var node = 0
        while node < document.count {
            read(node, in: document)
            node += 1
        }
    }

    private mutating func read(_ node: Int, in document: HTMLDocument) {
        switch document.tag(of: node) {
        case .text: return
        case .html:
            if language == nil { language = document.string(.lang, of: node) ?? document.string(.xmlLang, of: node) }
        case .meta: readMeta(node, in: document)
        case .title: if title == nil { title = Self.line(inside: node, in: document) }
        case .base: if base == nil { base = document.string(.href, of: node) }
        case .link: readLink(node, in: document)
        case .h1:
            if headings.count < 8, let text = Self.line(inside: node, in: document) { headings.append((node, text)) }
        case .h2, .h3:
            if subheadings.count < 12, let text = Self.line(inside: node, in: document) {
                subheadings.append((node, text))
            }
        case .time:
            if times.count < 60 { addTime(node, in: document) }
        default: break
        }
        readMarks(node, in: document)
    }

    /// A text that may be a title or a name; one longer than a paragraph is neither, and would be compared at length.
    private static func line(_ text: String?) -> String? {
        text.flatMap { $0.utf8.count <= lineLimit ? $0.nonEmpty : nil }
    }

    /// The text of an element that may be one line; elements nested in each other must not be read over and over.
    private static func line(inside node: Int, in document: HTMLDocument) -> String? {
        let nodes = node..<document.end(of: node)
        guard nodes.count <= 400, nodes.reduce(0, { $0 + document.textRange(of: $1).count }) <= lineLimit * 2 else {
            return nil
        }
        return line(document.text(inside: node))
    }

    private static let lineLimit = 2000

    private mutating func readMeta(_ node: Int, in document: HTMLDocument) {
        guard let content = Self.line(document.string(.content, of: node)),
            let key = document.string(.property, of: node) ?? document.string(.name, of: node)
                ?? document.string(.itemprop, of: node) ?? document.string(.httpEquiv, of: node)
        else { return }
        let name = key.lowercased().trimmed
        if name.hasSuffix("author") || name == "dc.creator" || name == "dcterms.creator" || name == "byl" {
            if metaAuthors.count < 20 { metaAuthors.append(content) }
        }
        meta.add(content, named: key)
    }

    private mutating func readLink(_ node: Int, in document: HTMLDocument) {
        guard alternatives.count < 20, let rel = document.string(.rel, of: node)?.lowercased(),
            let href = document.string(.href, of: node)
        else { return }
        switch rel {
        case "canonical": if canonical == nil { canonical = href }
        case "amphtml": alternatives.append((.amp, href))
        case "next": alternatives.append((.next, href))
        case "alternate": if document.string(.type, of: node) == "text/print" { alternatives.append((.print, href)) }
        default: break
        }
    }

    private mutating func addTime(_ node: Int, in document: HTMLDocument) {
        guard
            let text = document.string(.datetime, of: node)?.nonEmpty ?? document.string(.content, of: node)?.nonEmpty
                ?? Self.line(inside: node, in: document), text.utf8.count < 120
        else { return }
        var hints = ""
        var position = node
        for _ in 0..<3 where position >= 0 {
            for name in [HTMLAttributeName.class, .itemprop, .id, .property] {
                if let value = document.string(name, of: position) { hints += value.lowercased() + " " }
            }
            position = document.parent(of: position)
        }
        let isUpdated = hints.contains("updat") || hints.contains("modif")
        let isPublished = hints.contains("publi") || hints.contains("entry-date") || hints.contains("created")
        times.append(Time(node: node, isPublished: isPublished, isUpdated: isUpdated, text: text))
    }

    /// Microdata, RDFa and `rel=author`.
    private mutating func readMarks(_ node: Int, in document: HTMLDocument) {
        if let property = document.attribute(.itemprop, of: node) {
            switch String(decoding: property, as: UTF8.self).lowercased() {
            case "datepublished", "datecreated", "datemodified":
                if document.tag(of: node) != .time, document.tag(of: node) != .meta { addTime(node, in: document) }
            case "author", "creator":
                if let text = Self.line(inside: node, in: document), text.utf8.count < 200, authors.count < 40 {
                    authors.append((node, text))
                }
            default: break
            }
        } else if let rel = document.attribute(.rel, of: node), document.tag(of: node) == .a,
            rel.elementsEqual("author".utf8), let text = Self.line(inside: node, in: document), text.utf8.count < 100,
            authors.count < 40
        {
            authors.append((node, text))
        }
    }
}
