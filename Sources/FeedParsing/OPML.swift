import Markup

/// A list of subscriptions (OPML 2.0), as it is read.
public struct OPML: Sendable {
    /// The namespace of our attributes of an outline: `id country language kind owner licence timeZone private`.
    public static let sourceNamespace = "https://demarche.example/ns/source/1"

    /// An outline: a subscription, or a group of outlines.
    public struct Outline: Hashable, Sendable {
        /// The attributes without a namespace, by name as written.
        public var attributes: [String: String] = [:]
        /// The attributes of ``OPML/sourceNamespace``, by local name.
        public var facts: [String: String] = [:]
        /// The groups that it lies in, from the outermost.
        public var groups: [String] = []
        /// Where it stands among all outlines, groups included.
        public var position = 0

        /// The feed's URL; empty for a group.
        public var feedURL: String {
            OPML.webAddress(of: (attributes["xmlUrl"] ?? attributes["xmlurl"] ?? attributes["xmlURL"] ?? "").trimmed)
        }
        /// The site's URL; empty when not given.
        public var siteURL: String {
            (attributes["htmlUrl"] ?? attributes["htmlurl"] ?? attributes["htmlURL"] ?? "").trimmed
        }
        /// What people read: `title`, else `text`.
        public var title: String { [attributes["title"], attributes["text"]].compactMap { $0?.presence }.first ?? "" }
    }

    /// The title of the list; empty when it has none.
    public internal(set) var title = ""
    /// The subscriptions in document order, those in groups included.
    public internal(set) var subscriptions: [Outline] = []
    /// The faults that were read over.
    public internal(set) var problems: [ParsedDocument.Problem] = []

    /// Reads a list.
    ///
    /// - Parameter bytes: the document as received.
    /// - Throws: ``OPMLError`` when it is no OPML, or so broken that outlines may be lost.
    public init(_ bytes: [UInt8]) throws(OPMLError) {
        let decoding = Decoding.document(bytes)
        var xml = XMLReader(decoding.utf8, wellKnown: ["d": Self.sourceNamespace])
        guard case .start = xml.next() else { throw OPMLError(reason: .empty, line: 1) }
        guard xml.name(xml.element).local.lowercased() == "opml" else {
            let isPage = Autodiscovery.looksLikePage(decoding.utf8)
            throw OPMLError(reason: isPage ? .page : .otherFormat(xml.name(xml.element).qualified), line: 1)
        }
        read(&xml)
        // Within a subscription list a fault in the nesting could drop or regroup sources without anyone noticing.
        if let problem = xml.problems.first(where: { $0.kind == .notWellFormed && !$0.message.contains("&") }) {
            throw OPMLError(reason: .broken(problem.message), line: problem.line)
        }
        problems = xml.problems.map {
            .init(
                code: $0.kind == .notWellFormed ? .notWellFormed : .undeclaredNamespace, message: $0.message,
                line: $0.line)
        }
    }

    private mutating func read(_ xml: inout XMLReader) {
        var groups: [String] = []
        var isGroup: [Bool] = []
        var position = 0
        var titleBytes: [UInt8] = []
        var isInTitle = false
        while true {
            switch xml.next() {
            case .start:
                let name = xml.name(xml.element).local.lowercased()
                if name == "title", groups.isEmpty, xml.depth == 3 { isInTitle = true }
                guard name == "outline" else { continue }
                let outline = Self.outline(xml, groups, position)
                position += 1
                if !outline.feedURL.isEmpty { subscriptions.append(outline) }
                isGroup.append(outline.feedURL.isEmpty)
                if outline.feedURL.isEmpty { groups.append(outline.title) }
            case .end:
                let name = xml.name(xml.element).local.lowercased()
                if name == "title", isInTitle {
                    title = String(decoding: titleBytes, as: UTF8.self).trimmed
                    isInTitle = false
                }
                if name == "outline", isGroup.popLast() == true { groups.removeLast() }
            case .text: if isInTitle { xml.appendText(to: &titleBytes) }
            case .finished: return
            }
        }
    }

    /// The address on the web that a `feed:` or `rss:` address means (`feed://host/path`, `feed:https://host/path`, and the
    /// like of programs for podcasts); any other address as it is.
    public static func webAddress(of address: String) -> String {
        guard let colon = address.firstIndex(of: ":"),
            ["feed", "feeds", "rss", "itpc", "pcast", "podcast"].contains(address[..<colon].lowercased())
        else { return address }
        let rest = address[address.index(after: colon)...]
        let inner = rest.hasPrefix("//") ? rest.dropFirst(2) : rest
        for scheme in ["http://", "https://"] where inner.lowercased().hasPrefix(scheme) { return String(inner) }
        // A colon lost on the way: feed://https//host/path.
        for scheme in ["http", "https"] where inner.lowercased().hasPrefix(scheme + "//") {
            return scheme + ":" + inner.dropFirst(scheme.count)
        }
        guard !inner.isEmpty, !inner.hasPrefix("/") else { return address }
        return (address.lowercased().hasPrefix("feeds:") ? "https://" : "http://") + inner
    }

    static func outline(_ xml: XMLReader, _ groups: [String], _ position: Int) -> Outline {
        var outline = Outline(groups: groups, position: position)
        for attribute in xml.attributes {
            let name = xml.name(attribute.name)
            if name.namespace == Self.sourceNamespace {
                outline.facts[name.local] = xml.value(of: attribute)
            } else {
                outline.attributes[name.qualified] = xml.value(of: attribute)
            }
        }
        return outline
    }
}

/// Why a document cannot be read as a list of subscriptions, or cannot be edited.
public struct OPMLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of faults.
    public enum Reason: Hashable, Sendable {
        /// There is nothing in it.
        case empty
        /// It is an HTML page.
        case page
        /// Its root is another element.
        case otherFormat(String)
        /// It is not well-formed.
        case broken(String)
        /// It has no `body` to add to.
        case noBody
        /// There is no outline at that position.
        case noSuchOutline
    }

    /// What is wrong.
    public let reason: Reason
    /// The line, from 1.
    public let line: Int

    /// One line that says what to look at.
    public var description: String {
        switch reason {
        case .empty: "the OPML file is empty"
        case .page: "line \(line): an HTML page, not OPML; export the list again from the feed reader"
        case .otherFormat(let name): "line \(line): the root element is <\(name)>, not <opml>"
        case .broken(let message): "line \(line): not well-formed: \(message)"
        case .noBody: "line \(line): no <body> to add an outline to"
        case .noSuchOutline: "line \(line): no such outline"
        }
    }
}
