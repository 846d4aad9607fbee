import Markup
import Notation

/// RSS 0.90 to 2.01, RDF included: a channel and its items, wherever they stand.
extension FeedReader {
    /// Reads the root element: `rss`, `RDF`, or a bare `channel`.
    mutating func readRSS(into parse: inout FeedParse) {
        var builder = LevelBuilder()
        builder.setLanguage(from: xml, .inferred)
        readChannel(into: &parse, &builder)
        parse.document.feed.level = builder.level
    }

    private mutating func readChannel(into parse: inout FeedParse, _ builder: inout LevelBuilder) {
        let depth = depth
        while let child = nextChild(of: depth) {
            switch (child.vocabulary, child.term) {
            case (.rss, .channel):
                builder.setLanguage(from: xml, .inferred)
                if let about = rdfAbout { builder.setID(about, .inferred) }
                readChannel(into: &parse, &builder)
            case (.rss, .item), (.rss, .entry):
                let entry = readItem()
                add(entry, to: &parse)
            case (.rss, .items): readChannelItems(into: &parse)
            case (.rss, _): readChannelMember(child.term, &parse.document.feed, &builder)
            case (.atom, .entry):
                let entry = readAtomEntry()
                add(entry, to: &parse)
            case (.atom, _):
                if !readAtomFeedMember(child.term, &parse.document.feed, &builder, .foreign) {
                    _ = readAtomMember(child.term, into: &builder, .foreign)
                }
            default: if !readModule(child, into: &builder) { readFeedModule(child, &parse.document.feed, &builder) }
            }
        }
    }

    /// RSS 1.0's `items` is a table of contents; RSS 1.1's holds the items.
    private mutating func readChannelItems(into parse: inout FeedParse) {
        let depth = depth
        while let child = nextChild(of: depth) {
            guard child.term == .item else { continue }
            let entry = readItem()
            add(entry, to: &parse)
        }
    }

    private var rdfAbout: String? {
        attribute("about", namespace: "http://www.w3.org/1999/02/22-rdf-syntax-ns#")?.trimmed
    }

    // MARK: Channel

    private mutating func readChannelMember(_ term: Term, _ feed: inout Feed, _ builder: inout LevelBuilder) {
        if readMember(term, into: &builder) { return }
        switch term {
        case .description, .subtitle, .tagline:
            let text = looseText()
            if text != nil, builder.claim(.subtitle, term == .description ? .own : .foreign) { feed.subtitle = text }
        case .lastbuilddate: builder.setDate(.updated, \.updatedDate, text(), .own)
        case .managingeditor: builder.addAuthor(Person(written: text()))
        case .webmaster:
            let person = Person(written: text())
            if !person.isEmpty { builder.level.publisher = person }
        case .generator: feed.generator = Feed.Generator(name: text())
        case .docs: feed.docs = resolved(text())
        case .ttl: feed.ttl = Int(text())
        case .image: readImage(into: &builder)
        case .textinput:
            feed.textInput = readFields([.title: "title", .name: "name", .description: "description", .link: "link"])
        case .cloud:
            for name in ["domain", "port", "path", "registerProcedure", "protocol"] {
                feed.cloud[name] = attribute(name) ?? looseAttribute(name.lowercased())
            }
        case .skiphours: feed.skipHours = readList(.hour).compactMap { Int($0) }.filter { (0...24).contains($0) }
        case .skipdays: feed.skipDays = readList(.day)
        default: return
        }
    }

    private mutating func readList(_ term: Term) -> [String] {
        let depth = depth
        var result: [String] = []
        while let child = nextChild(of: depth) {
            if child.term == term, result.count < 32 { result.append(text()) }
        }
        return result
    }

    private mutating func readFields(_ names: [Term: String]) -> [String: String] {
        let depth = depth
        var result: [String: String] = [:]
        while let child = nextChild(of: depth) {
            guard let name = names[child.term], child.vocabulary == .rss, result[name] == nil else { continue }
            let isURL = child.term == .link || child.term == .url
            let value = isURL ? linkText() : text()
            if !value.isEmpty { result[name] = isURL ? resolved(value) : value }
        }
        return result
    }

    private mutating func linkText() -> String {
        let href = attribute("href")
        let written = text()
        return written.isEmpty ? href ?? "" : written
    }

    private mutating func readImage(into builder: inout LevelBuilder) {
        let resource =
            attribute("resource", namespace: "http://www.w3.org/1999/02/22-rdf-syntax-ns#") ?? attribute("href")
        let fields = readFields([
            .url: "url", .title: "title", .link: "link", .description: "description", .width: "width",
            .height: "height",
        ])
        let image = FeedImage(
            url: fields["url"] ?? resource.map(resolved) ?? "", title: fields["title"] ?? "",
            link: fields["link"] ?? "",
            description: fields["description"] ?? "", width: fields["width"].flatMap { Int($0) },
            height: fields["height"].flatMap { Int($0) })
        // RDF names the image in the channel and describes it beside; the description says more.
        guard image != FeedImage() else { return }
        if builder.claim(.image, .own) || builder.level.image?.title.isEmpty == true { builder.level.image = image }
    }

    // MARK: What channel and item have in common

    private mutating func readMember(_ term: Term, into builder: inout LevelBuilder) -> Bool {
        switch term {
        case .title: builder.setTitle(looseText(), .own)
        case .link:
            // Atom's way inside RSS without its namespace.
            if attribute("href") != nil {
                builder.addLink(readLinkAttributes(), .foreign)
                let written = text()
                if !written.isEmpty { builder.addLink(Link(href: resolved(written)), .own) }
            } else {
                builder.addLink(Link(href: resolved(text())), .own)
            }
        case .pubdate, .published, .date, .issued:
            builder.setDate(.published, \.publishedDate, text(), term == .pubdate ? .own : .foreign)
        case .updated, .modified: builder.setDate(.updated, \.updatedDate, text(), .foreign)
        case .created: builder.setDate(.created, \.createdDate, text(), .foreign)
        case .expirationdate: builder.setDate(.expired, \.expiredDate, text(), .own)
        case .author: builder.addAuthor(readPerson())
        case .contributor:
            let person = readPerson()
            if !person.isEmpty { builder.level.contributors.append(person) }
        case .category:
            let scheme = attribute("domain") ?? attribute("scheme") ?? ""
            let term = attribute("term")
            let written = text()
            builder.addCategory(Category(term: written.isEmpty ? term ?? "" : written, scheme: scheme))
        case .copyright, .rights: builder.setRights(looseText(), .own)
        case .language: builder.setLanguage(text(), .own)
        default: return false
        }
        return true
    }

    // MARK: Item

    mutating func readItem() -> Entry {
        let depth = depth
        var entry = Entry()
        var builder = LevelBuilder()
        builder.setLanguage(from: xml, .inferred)
        if let about = rdfAbout { builder.setID(about, .inferred) }
        while let child = nextChild(of: depth) {
            switch child.vocabulary {
            case .rss where child.term == .item:
                let place = strayEntries.count
                let stray = readItem()
                keepStray(stray, at: place)
            case .rss: readItemMember(child.term, &entry, &builder)
            case .atom: readAtomEntryMember(child.term, &entry, &builder, .foreign)
            default: if !readModule(child, into: &builder) { readEntryModule(child, &entry, &builder) }
            }
        }
        Self.takeMediaText(for: &entry)
        entry.level = builder.level
        return entry
    }

    private mutating func readItemMember(_ term: Term, _ entry: inout Entry, _ builder: inout LevelBuilder) {
        if readMember(term, into: &builder) { return }
        switch term {
        case .description, .summary:
            let text = looseText()
            if text != nil, builder.claim(.summary, term == .description ? .own : .foreign) { entry.summary = text }
        case .guid, .id: readGUID(&entry, &builder)
        case .content, .fullitem: if let text = looseText() { entry.content.append(text) }
        case .body: if let text = looseText() { entry.content.append(text) }
        case .comments: entry.comments = resolved(text())
        case .enclosure: readEnclosure(&entry, &builder)
        case .image: readImage(into: &builder)
        case .source:
            let url = attribute("url").map(resolved) ?? ""
            var source = Level()
            source.title = looseText()
            entry.source = source
            entry.sourceURL = url.isEmpty ? nil : url
            if let href = entry.sourceURL {
                entry.source?.link = href
            }
        default: return
        }
    }

    /// A `guid` is a page's address unless it says that it is none, or is no address at all.
    private mutating func readGUID(_ entry: inout Entry, _ builder: inout LevelBuilder) {
        let isPermalink = looseAttribute("ispermalink")?.trimmed.lowercased() != "false"
        let base = xml.base
        let id = text()
        builder.setID(id, .own)
        guard isPermalink else { return }
        let url = URLReference(id)
        let absolute = base.map(url.resolved(against:)) ?? url
        guard url.isHTTP || (!url.isAbsolute && looksLikePath(id) && absolute.isHTTP) else { return }
        if builder.claim(.link, .inferred) {
            builder.level.link = absolute.description
            entry.idIsLink = true
        }
    }

    private func looksLikePath(_ id: String) -> Bool { id.hasPrefix("/") || id.hasPrefix("./") || id.hasPrefix("../") }

    private mutating func readEnclosure(_ entry: inout Entry, _ builder: inout LevelBuilder) {
        let url = resolved(attribute("url") ?? attribute("href") ?? "")
        guard !url.isEmpty else { return }
        var link = Link(rel: "enclosure", href: url)
        link.type = attribute("type") ?? ""
        link.length = attribute("length") ?? ""
        link.title = attribute("title") ?? ""
        builder.addLink(link, .own)
        entry.enclosures.append(Enclosure(url: url, type: link.type, length: link.length, title: link.title))
    }
}
