import Developments
import FeedParsing
import Foundation
import Notation

/// A desk's subscription lists: the OPML files in `Feeds/`.
struct Subscriptions {
    let folder: DeskFolder

    /// A list and its file.
    struct List {
        var file: URL
        var document: OPMLDocument
    }

    /// Reads all lists.
    ///
    /// - Throws: ``SubscriptionError`` naming the file, and the line where one is known.
    func lists() throws -> [List] {
        try folder.subscriptionLists().map { List(file: $0, document: try Self.document(at: $0)) }
    }

    /// Reads all subscriptions, in the order of the lists; a feed that is in two lists counts once.
    func sources() throws -> [Source] {
        var sources: [Source] = []
        var urls: Set<String> = []
        var ids: [String: String] = [:]
        for file in folder.subscriptionLists() {
            for outline in try Self.read(file, OPML.init).subscriptions {
                let source = try Self.source(outline, in: file)
                // However it is written: with another case of the host, the usual port, a fragment.
                let address = URLReference(source.feedURL).normal.description.prefix { $0 != "#" }
                guard urls.insert(String(address)).inserted else { continue }
                if let other = ids.updateValue(source.feedURL, forKey: source.id) {
                    throw SubscriptionError(
                        place: Self.place(file, outline),
                        problem: "the id `\(source.id)` stands for \(other) already: give each source its own d:id")
                }
                sources.append(source)
            }
        }
        return sources
    }

    static func document(at file: URL) throws -> OPMLDocument { try read(file, OPMLDocument.init) }

    private static func read<Form>(_ file: URL, _ parse: ([UInt8]) throws(OPMLError) -> Form) throws -> Form {
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: file))
        } catch {
            throw SubscriptionError(place: file.relativePath, problem: "cannot be read: \(error.localizedDescription)")
        }
        do {
            return try parse(bytes)
        } catch {
            throw SubscriptionError(place: file.relativePath, problem: "\(error)")
        }
    }

    /// Turns an outline into a source; any feed reader's will do, and what it lacks stays empty.
    static func source(_ outline: OPML.Outline, in file: URL) throws -> Source {
        func fact(_ name: String) -> String { outline.facts[name] ?? "" }
        func choice<Choice: RawRepresentable & CaseIterable>(_ name: String) throws -> Choice?
        where Choice.RawValue == String {
            let text = fact(name)
            if text.isEmpty { return nil }
            guard let choice = Choice(rawValue: text) else {
                let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
                throw SubscriptionError(
                    place: place(file, outline), problem: "d:\(name): `\(text)` is not allowed; one of \(allowed)")
            }
            return choice
        }
        let url = outline.feedURL
        let id = fact("id").isEmpty ? Self.id(for: url) : fact("id")
        guard id.utf8.allSatisfy(isIDByte) else {
            throw SubscriptionError(
                place: place(file, outline), problem: "d:id: `\(id)` is not allowed; letters, digits, hyphens")
        }
        var source = Source(id: id, title: outline.title.isEmpty ? url : outline.title.readable, feedURL: url)
        source.siteURL = outline.siteURL
        source.language = fact("language").isEmpty ? outline.attributes["language"] ?? "" : fact("language")
        source.timeZone = fact("timeZone")
        source.country = fact("country")
        source.kind = try choice("kind")
        source.owner = fact("owner")
        source.licence = try choice("licence") ?? .link
        if !fact("state").isEmpty { source.isStateMedia = ["true", "yes", "1"].contains(fact("state")) }
        source.isPrivate = ["true", "yes", "1"].contains(fact("private"))
        source.text = try choice("text")
        source.listing = try listing(outline, in: file)
        return source
    }

    /// Reads how the entries of a page that is no feed are found; nil for a feed.
    private static func listing(_ outline: OPML.Outline, in file: URL) throws -> Source.Listing? {
        let facts = ["links", "linkTitle", "linkDate"].map { outline.facts[$0] ?? "" }
        if facts.allSatisfy(\.isEmpty) { return nil }
        guard !facts[0].isEmpty else {
            throw SubscriptionError(
                place: place(file, outline),
                problem: "d:links: missing; it says which links are articles, such as /news/*")
        }
        if let problem = ListingRules(linkPattern: facts[0], titlePath: facts[1], datePath: facts[2]).problem {
            throw SubscriptionError(place: place(file, outline), problem: "d:linkTitle or d:linkDate: \(problem)")
        }
        return Source.Listing(links: facts[0], title: facts[1], date: facts[2])
    }

    /// The id of a source whose outline gives none: it stays as long as the URL does.
    static func id(for url: String) -> String {
        ContentHash.identifier("src", [URLReference(url).normal.description])
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }

    private static func place(_ file: URL, _ outline: OPML.Outline) -> String {
        "\(file.relativePath), source \"\(outline.title)\""
    }
}

extension OPMLDocument {
    /// The outlines that name a feed, in document order.
    var subscriptions: [OPML.Outline] { outlines.filter { !$0.feedURL.isEmpty } }

    /// Adds a copy of an outline, in a group of the same name when the outline stands in one.
    mutating func add(copyOf outline: OPML.Outline) throws(OPMLError) {
        var group: Int?
        if let name = outline.groups.last, !name.isEmpty {
            group = outlines.first { $0.feedURL.isEmpty && $0.title == name }?.position
            if group == nil { group = try addGroup(name) }
        }
        var attributes = outline.attributes.filter { !$0.key.contains(":") }.sorted { $0.key < $1.key }
        for index in attributes.indices where attributes[index].key.lowercased() == "xmlurl" {
            attributes[index].value = outline.feedURL
        }
        try add(
            attributes: attributes.map { ($0.key, $0.value) },
            facts: outline.facts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, toGroup: group)
    }
}
