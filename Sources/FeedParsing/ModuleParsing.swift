import Markup
import Notation

/// Elements of the modules that feeds of all formats carry; false when an element is none of theirs.
extension FeedReader {
    private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

    mutating func readModule(_ element: FeedElement, into builder: inout LevelBuilder) -> Bool {
        switch element.vocabulary {
        case _ where element.term == .description || element.term == .abstract: return false
        case .dublinCore: readDublinCore(element.term, into: &builder)
        case .dcterms: readTerms(element.term, into: &builder)
        case .thread: readThread(element.term, into: &builder)
        case .slash:
            guard element.term == .comments else { return false }
            builder.level.commentCount = Int(text())
        case .license:
            guard element.term == .license else { return false }
            let url = attribute("resource", namespace: Self.rdf) ?? attribute("resource") ?? text()
            builder.addLink(Link(rel: "license", href: resolved(url)), .module)
        case .creativeCommons:
            guard element.term == .license else { return false }
            builder.addLink(Link(rel: "license", href: resolved(text())), .module)
        case .itunes: return readITunes(element.term, into: &builder)
        case .georss, .gml, .geo: return readGeography(element, into: &builder)
        case .media:
            if element.term == .title {
                builder.setTitle(looseText(), .inferred)
                return true
            }
            guard element.term == .category else { return false }
            let (scheme, label) = (attribute("scheme"), attribute("label"))
            builder.addCategory(Category(term: text(), scheme: scheme ?? "", label: label ?? ""))
        default: return false
        }
        return true
    }

    private mutating func readDublinCore(_ term: Term, into builder: inout LevelBuilder) {
        switch term {
        case .title: builder.setTitle(looseText(), .module)
        case .rights: builder.setRights(looseText(), .module)
        case .creator, .author: builder.addAuthor(Person(written: text()))
        case .contributor:
            let person = Person(written: text())
            if !person.isEmpty { builder.level.contributors.append(person) }
        case .publisher:
            let person = Person(written: text())
            if builder.level.publisher == nil, !person.isEmpty { builder.level.publisher = person }
        case .subject:
            // An RDF bag or topic holds the word deeper; the characters are what counts.
            builder.addCategory(Category(term: text()))
        case .date:
            // "A point of time associated with an event in the lifecycle of the resource": either.
            let date = text()
            builder.setDate(.published, \.publishedDate, date, .module)
            builder.setDate(.updated, \.updatedDate, date, .inferred)
        case .language: builder.setLanguage(text(), .module)
        case .identifier: builder.setID(text(), .inferred)
        default: return
        }
    }

    private mutating func readTerms(_ term: Term, into builder: inout LevelBuilder) {
        switch term {
        case .modified: builder.setDate(.updated, \.updatedDate, text(), .module)
        case .issued, .date: builder.setDate(.published, \.publishedDate, text(), .module)
        case .created: builder.setDate(.created, \.createdDate, text(), .module)
        case .valid: readValidity(text(), into: &builder)
        case .creator: builder.addAuthor(Person(written: text()))
        case .title: builder.setTitle(looseText(), .module)
        case .rights: builder.setRights(looseText(), .module)
        case .subject: builder.addCategory(Category(term: text()))
        case .language: builder.setLanguage(text(), .module)
        default: return
        }
    }

    /// Reads a period: `start=…; end=…; scheme=W3C-DTF` (DCMI Period), or a single date, its start.
    private func readValidity(_ text: String, into builder: inout LevelBuilder) {
        var validity = Level.Validity()
        for part in text.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            guard pair.count == 2 else { continue }
            if pair[0] == "start" { validity.start = WrittenDate(pair[1]) }
            if pair[0] == "end" { validity.end = WrittenDate(pair[1]) }
        }
        if validity.start == nil, validity.end == nil, !text.isEmpty { validity.start = WrittenDate(text) }
        guard validity.start != nil || validity.end != nil else { return }
        builder.level.validity = validity
        if let end = validity.end { builder.setDate(.expired, \.expiredDate, end.raw, .module) }
    }

    private mutating func readThread(_ term: Term, into builder: inout LevelBuilder) {
        switch term {
        case .inReplyTo:
            builder.level.inReplyTo.append(
                Reply(
                    ref: attribute("ref") ?? "", href: attribute("href").map(resolved) ?? "",
                    type: attribute("type") ?? "",
                    source: attribute("source").map(resolved) ?? ""))
        case .total: builder.level.commentCount = Int(text())
        default: return
        }
    }

    private mutating func readITunes(_ term: Term, into builder: inout LevelBuilder) -> Bool {
        switch term {
        case .author: builder.addAuthor(Person(written: text()))
        case .owner:
            var person = Person()
            let depth = depth
            while let child = nextChild(of: depth) {
                if child.term == .name { person.name = text() }
                if child.term == .email { person.email = text() }
            }
            if builder.level.publisher == nil, !person.isEmpty { builder.level.publisher = person }
        case .image:
            let url = resolved(attribute("href") ?? attribute("url") ?? "")
            if !url.isEmpty, builder.claim(.image, .foreign) { builder.level.image = FeedImage(url: url) }
        case .category:
            addITunesCategory(into: &builder)
            let depth = depth
            while let child = nextChild(of: depth) {
                if child.term == .category { addITunesCategory(into: &builder) }
            }
        case .keywords:
            for word in text().split(separator: ",") {
                builder.addCategory(Category(term: String(word).trimmed, scheme: "http://www.itunes.com/"))
            }
        case .link where attribute("rel") == "image":
            let url = resolved(attribute("href") ?? "")
            if !url.isEmpty, builder.claim(.image, .foreign) { builder.level.image = FeedImage(url: url) }
        case .title: builder.setTitle(looseText(), .inferred)
        default: return false
        }
        return true
    }

    private func addITunesCategory(into builder: inout LevelBuilder) {
        guard let term = attribute("text"), !term.isEmpty else { return }
        builder.addCategory(Category(term: term, scheme: "http://www.itunes.com/"))
    }
}
