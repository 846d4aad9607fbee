import Markup
import Notation

/// Atom 1.0 (RFC 4287) and 0.3, as a format and inside others.
extension FeedReader {
    /// Reads the `feed` element.
    mutating func readAtomFeed(into parse: inout FeedParse) {
        let depth = depth
        var builder = LevelBuilder()
        builder.setLanguage(from: xml, .own)
        while let child = nextChild(of: depth) {
            switch (child.vocabulary, child.term) {
            case (.atom, .entry), (.atom, .item):
                let entry = readAtomEntry()
                add(entry, to: &parse)
            case (.atom, _):
                if !readAtomFeedMember(child.term, &parse.document.feed, &builder, .own) {
                    _ = readAtomMember(child.term, into: &builder, .own)
                }
            default:
                if !readModule(child, into: &builder) { readFeedModule(child, &parse.document.feed, &builder) }
            }
        }
        parse.document.feed.level = builder.level
    }

    /// Reads an `entry` element.
    mutating func readAtomEntry() -> Entry {
        let depth = depth
        var entry = Entry()
        var builder = LevelBuilder()
        builder.setLanguage(from: xml, .own)
        while let child = nextChild(of: depth) {
            guard child.vocabulary == .atom else {
                if !readModule(child, into: &builder) { readEntryModule(child, &entry, &builder) }
                continue
            }
            if child.term == .entry {
                let place = strayEntries.count
                let stray = readAtomEntry()
                keepStray(stray, at: place)
            } else {
                readAtomEntryMember(child.term, &entry, &builder, .own)
            }
        }
        builder.takeOwnAddress()
        Self.takeMediaText(for: &entry)
        entry.level = builder.level
        return entry
    }

    mutating func readAtomEntryMember(
        _ term: Term, _ entry: inout Entry, _ builder: inout LevelBuilder, _ rank: LevelBuilder.Rank
    ) {
        switch term {
        case .summary, .abstract:
            let text = atomText()
            if text != nil, builder.claim(.summary, rank) { entry.summary = text }
        case .content: if let content = atomText(isContent: true) { entry.content.append(content) }
        case .source: entry.source = readAtomSource()
        default: _ = readAtomMember(term, into: &builder, rank, enclosures: &entry.enclosures)
        }
    }

    /// Reads a `source`: a feed's own members without its entries.
    private mutating func readAtomSource() -> Level {
        let depth = depth
        var feed = Feed()
        var builder = LevelBuilder()
        builder.setLanguage(from: xml, .own)
        while let child = nextChild(of: depth) {
            if child.vocabulary == .atom {
                if !readAtomFeedMember(child.term, &feed, &builder, .own) {
                    _ = readAtomMember(child.term, into: &builder, .own)
                }
            } else {
                _ = readModule(child, into: &builder)
            }
        }
        builder.level.feedOnly = [
            Level.FeedOnly(subtitle: feed.subtitle, generator: feed.generator, icon: feed.icon, logo: feed.logo)
        ]
        return builder.level
    }

    /// Reads what only feeds have; false when an element is none of it.
    mutating func readAtomFeedMember(
        _ term: Term, _ feed: inout Feed, _ builder: inout LevelBuilder, _ rank: LevelBuilder.Rank
    ) -> Bool {
        switch term {
        case .subtitle, .tagline:
            let text = atomText()
            if text != nil, builder.claim(.subtitle, rank) { feed.subtitle = text }
        case .info: feed.info = atomText()
        case .generator:
            let uri = (attribute("uri") ?? attribute("url")).map(resolved) ?? ""
            let version = attribute("version") ?? ""
            feed.generator = feed.generator ?? Feed.Generator(name: text(), uri: uri, version: version)
        case .icon: feed.icon = resolved(text())
        case .logo: feed.logo = resolved(text())
        case .link:
            let link = readLinkAttributes()
            builder.addLink(link, rank)
            feed.take(link)
        default: return false
        }
        return true
    }

    /// Reads what feeds and entries have in common; false when an element is none of it.
    mutating func readAtomMember(
        _ term: Term, into builder: inout LevelBuilder, _ rank: LevelBuilder.Rank
    ) -> Bool {
        var enclosures: [Enclosure] = []
        return readAtomMember(term, into: &builder, rank, enclosures: &enclosures)
    }

    mutating func readAtomMember(
        _ term: Term, into builder: inout LevelBuilder, _ rank: LevelBuilder.Rank, enclosures: inout [Enclosure]
    ) -> Bool {
        switch term {
        case .id: builder.setID(text(), rank)
        case .title: builder.setTitle(atomText(), rank)
        case .rights, .copyright: builder.setRights(atomText(), rank)
        case .updated, .modified: builder.setDate(.updated, \.updatedDate, text(), rank)
        case .published, .issued: builder.setDate(.published, \.publishedDate, text(), rank)
        case .created: builder.setDate(.created, \.createdDate, text(), rank)
        case .author: builder.addAuthor(readPerson())
        case .contributor:
            let person = readPerson()
            if !person.isEmpty { builder.level.contributors.append(person) }
        case .category:
            var category = Category(
                term: attribute("term") ?? "", scheme: attribute("scheme") ?? "", label: attribute("label") ?? "")
            if category.term.isEmpty { category.term = text() }
            builder.addCategory(category)
        case .link:
            var link = readLinkAttributes()
            // RSS's way inside Atom.
            if attribute("href") == nil { link.href = resolved(text()) }
            builder.addLink(link, rank)
            if link.rel == "enclosure" {
                enclosures.append(Enclosure(url: link.href, type: link.type, length: link.length, title: link.title))
            }
        default: return false
        }
        return true
    }

    /// Reads a person construct (RFC 4287 section 3.2); characters without elements are the name.
    mutating func readPerson() -> Person {
        let depth = depth
        var person = Person()
        var loose: [UInt8] = []
        while true {
            switch xml.next() {
            case .text:
                if hasRoom(loose.count) { xml.appendText(to: &loose) }
                continue
            case .start:
                guard xml.depth == depth + 1 else { continue }
                switch element().term {
                case .name: person.name = text()
                case .email: person.email = text()
                case .uri, .url, .homepage: person.uri = resolved(text())
                default: continue
                }
                continue
            case .end: if xml.depth >= depth { continue }
            case .finished: break
            }
            break
        }
        if person.isEmpty { person = Person(written: Self.string(loose[...])) }
        return person
    }

    /// Reads the attributes of an Atom `link`.
    func readLinkAttributes() -> Link {
        let href = attribute("href")
        var link = Link(href: resolved(href ?? ""))
        if let rel = attribute("rel")?.trimmed, !rel.isEmpty { link.rel = Self.relation(rel) }
        // RFC 3986 section 4.4: an empty reference is the base; as the page to open, it is rather a slip.
        if href?.trimmed.isEmpty == true, link.rel != "alternate" { link.href = xml.base?.description ?? "" }
        link.type = attribute("type") ?? ""
        link.hreflang = attribute("hreflang") ?? ""
        link.title = attribute("title") ?? ""
        link.length = attribute("length") ?? ""
        return link
    }

    /// A relation by its short name (RFC 4287 section 4.2.7.2: the IANA address means the same).
    private static func relation(_ rel: String) -> String {
        let prefix = "http://www.iana.org/assignments/relation/"
        let name = rel.hasPrefix(prefix) ? String(rel.dropFirst(prefix.count)) : rel
        // RFC 8288 section 2.1.1: registered relations are compared without regard to case.
        return name.contains(":") ? name : name.lowercased()
    }
}

extension Feed {
    /// Takes what a link of the feed says: a hub, or another page of the feed (RFC 5005).
    mutating func take(_ link: Link) {
        guard !link.href.isEmpty else { return }
        switch link.rel {
        case "hub": if hubs.count < LevelBuilder.listLimit, !hubs.contains(link.href) { hubs.append(link.href) }
        case "first", "next", "last", "current", "previous": pages.append(Link(rel: link.rel, href: link.href))
        case "prev": pages.append(Link(rel: "previous", href: link.href))
        case "prev-archive": pages.append(Link(rel: "prevArchive", href: link.href))
        case "next-archive": pages.append(Link(rel: "nextArchive", href: link.href))
        default: return
        }
    }
}
