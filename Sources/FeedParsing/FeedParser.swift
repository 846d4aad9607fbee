import Notation
import Markup

/// Reads feeds of every format: RSS 0.90 to 2.01, RDF, Atom 0.3 and 1.0, JSON Feed; whatever their faults.
///
///     let document = FeedParser().parse(bytes, context: ParseContext(url: "https://news.example/feed"))
///     for entry in document.entries { print(entry.title?.text ?? "", entry.link ?? "") }
///
/// A document that is no feed gives a ``ParsedDocument`` that says so. Nothing is fetched.
public struct FeedParser: Sendable {
    /// The largest document that is read, in bytes.
    public var sizeLimit = 128 << 20
    /// The most entries that are read; a feed of nothing but empty ones would else take two hundred times its size.
    public var entryLimit = 100_000

    /// Creates a parser.
    public init() {}

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: the document as received, unpacked.
    ///   - context: where it came from.
    /// - Returns: what was found, faults included.
    public func parse(_ bytes: [UInt8], context: ParseContext = ParseContext()) -> ParsedDocument {
        var parse = FeedParse(entryLimit: entryLimit)
        read(bytes, context, into: &parse)
        return parse.document
    }

    /// Reads a document and hands out each entry as it comes, so that a large feed never lies in memory whole.
    ///
    /// - Parameters:
    ///   - bytes: the document as received, unpacked.
    ///   - context: where it came from.
    ///   - entry: is given each entry in document order.
    /// - Returns: the document without its entries.
    public func parse(_ bytes: [UInt8], context: ParseContext = ParseContext(), entry: (Entry) -> Void)
        -> ParsedDocument
    {
        withoutActuallyEscaping(entry) { entry in
            var parse = FeedParse(entryLimit: entryLimit, entry: entry)
            read(bytes, context, into: &parse)
            return parse.document
        }
    }

    /// What ``parse(_:context:)`` gives for a document over the size limit; for those who know the size before they read.
    public var refusal: ParsedDocument {
        var parse = FeedParse(entryLimit: 0)
        parse.fail(.notAFeed, "the document is larger than \(sizeLimit) bytes")
        return parse.document
    }

    private func read(_ bytes: [UInt8], _ context: ParseContext, into parse: inout FeedParse) {
        guard bytes.count <= sizeLimit else {
            parse.document = refusal
            return
        }
        let decoding = Decoding.document(bytes, charset: context.contentType.flatMap(Decoding.charset(ofContentType:)))
        parse.document.encoding = decoding.encoding.name
        guard let first = decoding.utf8.first(where: { $0 > 0x20 }) else {
            parse.fail(.empty, "the document is empty")
            return
        }
        parse.note(decoding)
        if first == UInt8(ascii: "{")
            || first == UInt8(ascii: "[") && !decoding.utf8.prefix(4096).contains(UInt8(ascii: "<"))
        {
            readJSON(decoding.utf8, context, into: &parse)
        } else {
            parse.noteContentType(context.contentType)
            readXML(decoding.utf8, context, into: &parse)
        }
        parse.finish(isHalf: parse.document.isTruncated && BrokenEnd.isInEntry(decoding.utf8))
        if parse.document.format == .json, parse.document.feed.level.language == nil {
            parse.document.feed.level.language = context.contentLanguage
        }
    }

    // MARK: Formats

    private func readJSON(_ utf8: [UInt8], _ context: ParseContext, into parse: inout FeedParse) {
        do {
            let root = try JSONReader.read(utf8)
            let isFeed = root["version"]?.text?.contains("jsonfeed") == true || root["items"]?.elements != nil
            guard isFeed else {
                parse.fail(.notAFeed, "JSON, but no JSON Feed")
                return
            }
            parse.document.format = .json
            JSONFeedReader(base: context.base).read(root, into: &parse)
        } catch {
            parse.document.isWellFormed = false
            parse.document.problems.append(.init(code: .notWellFormed, message: error.message, line: error.line))
            parse.document.problems.append(.init(code: .notAFeed, message: "broken JSON"))
        }
    }

    private func readXML(
        _ utf8: [UInt8], _ context: ParseContext, isRest: Bool = false, into parse: inout FeedParse
    ) {
        var reader = FeedReader(
            XMLReader(utf8, base: context.base, language: context.contentLanguage, wellKnown: Vocabulary.wellKnown))
        var foundFeed = false
        if case .start = reader.xml.next() {
            let name = reader.xml.name(reader.xml.element)
            switch name.local.lowercased() {
            case "rss", "channel":
                foundFeed = true
                parse.document.format = .rss
                parse.document.version = FeedVersion.rss(
                    &reader, isBareChannel: name.local.lowercased() == "channel", &parse.document)
            case "rdf":
                foundFeed = true
                parse.document.format = .rdf
            case "feed":
                foundFeed = true
                parse.document.format = .atom
                parse.document.version = FeedVersion.atom(name.namespace, reader.attribute("version"))
            case "entry" where Vocabulary(uri: name.namespace) == .atom:
                foundFeed = true
                parse.document.format = .atom
                parse.document.version = FeedVersion.atom(name.namespace, nil)
                reader.adoptNamespace(as: .atom)
                let entry = reader.readAtomEntry()
                reader.add(entry, to: &parse)
            default: break
            }
        }
        switch parse.document.format {
        case .atom where parse.document.entries.isEmpty && parse.count == 0:
            reader.adoptNamespace(as: .atom)
            reader.readAtomFeed(into: &parse)
        case .rss:
            reader.adoptNamespace(as: .rss)
            reader.readRSS(into: &parse)
        case .rdf:
            reader.readRSS(into: &parse)
            parse.document.version = FeedVersion.rdf(reader.xml.namespaces.map(\.uri))
        default: break
        }
        if foundFeed {
            // Reads to the root's end, for the verdict on what follows.
            while true { if case .finished = reader.xml.next() { break } }
            parse.note(reader.xml)
        } else if !isRest, let start = LateStart.find(utf8) {
            parse.fail(.notWellFormed, "junk before the document")
            readXML(Array(utf8[start...]), context, isRest: true, into: &parse)
        } else {
            readOther(utf8, context, reader.xml, into: &parse)
        }
    }

    /// Tells a page from what is neither page nor feed.
    private func readOther(_ utf8: [UInt8], _ context: ParseContext, _ xml: XMLReader, into parse: inout FeedParse) {
        parse.document.isWellFormed = false
        if Autodiscovery.looksLikePage(utf8) {
            parse.document.format = .html
            parse.document.alternates = Autodiscovery.feeds(inPage: utf8, url: context.base?.description)
            parse.document.problems.append(.init(code: .notAFeed, message: "an HTML page, not a feed"))
        } else {
            parse.note(xml)
            parse.document.isWellFormed = false
            parse.document.problems.append(.init(code: .notAFeed, message: "neither RSS, RDF, Atom nor JSON Feed"))
        }
    }
}

/// What a parse has found so far.
struct FeedParse {
    var document = ParsedDocument()
    private(set) var count = 0
    private var keys: [String: Int] = [:]
    /// The entry that came last, held back until it is known to be whole.
    private var last: Entry?
    private let handOut: ((Entry) -> Void)?
    let entryLimit: Int

    init(entryLimit: Int, entry: ((Entry) -> Void)? = nil) {
        self.entryLimit = entryLimit
        handOut = entry
    }

    var isFull: Bool { count >= entryLimit }

    /// Takes an entry and gives it its key; one too many is left out.
    mutating func add(_ entry: consuming Entry) {
        guard !isFull else { return }
        entry.key = uniqueKey(entry)
        count += 1
        if let last { give(last) }
        last = entry
    }

    /// Gives out the last entry, unless it is half.
    ///
    /// - Parameter isHalf: whether the document broke off inside it: half of it would be taken for the whole.
    mutating func finish(isHalf: Bool) {
        if isHalf, last != nil {
            fail(.notWellFormed, "the document ends inside entry \(count), which is left out")
        } else if let last {
            give(last)
        }
        last = nil
    }

    private mutating func give(_ entry: Entry) {
        if let handOut { handOut(entry) } else { document.entries.append(entry) }
    }

    private mutating func uniqueKey(_ entry: Entry) -> String {
        let id = entry.level.id?.trimmed ?? ""
        var key = id.isEmpty ? entry.level.link ?? "" : id
        if key.isEmpty {
            let parts = [
                entry.level.title?.text ?? "", entry.level.publishedDate?.raw ?? entry.level.updatedDate?.raw ?? "",
                entry.text,
            ]
            key = "sha256:" + ContentHash.sha256(parts.joined(separator: "\u{0}").utf8)
        }
        let uses = keys[key, default: 0] + 1
        keys[key] = uses
        // A second entry of one id is told apart by its link, which stays when others come before it; else by its place.
        guard uses > 1 else { return key }
        if let link = entry.level.link, link != key, keys["\(key) \(link)"] == nil {
            keys["\(key) \(link)"] = 1
            return "\(key) \(link)"
        }
        return "\(key) #\(uses)"
    }

    // MARK: Problems

    mutating func fail(_ code: ParsedDocument.Problem.Code, _ message: String) {
        document.isWellFormed = false
        document.problems.append(.init(code: code, message: message))
    }

    mutating func note(_ decoding: Decoding) {
        if let label = decoding.unknownLabel {
            fail(.encodingUnknown, "encoding \(label) is not known; read as \(decoding.encoding.name)")
        }
        if let said = decoding.overridden {
            fail(.encodingOverride, "declared \(said), read as \(decoding.encoding.name)")
        }
        if decoding.hasReplacements { fail(.notWellFormed, "bytes that are no \(decoding.encoding.name)") }
    }

    mutating func note(_ xml: XMLReader) {
        document.namespaces = xml.namespaces
        document.isTruncated = xml.endsEarly
        if !xml.problems.isEmpty { document.isWellFormed = false }
        document.problems += xml.problems.map {
            .init(
                code: $0.kind == .notWellFormed ? .notWellFormed : .undeclaredNamespace, message: $0.message,
                line: $0.line)
        }
    }

    /// RFC 7303 section 4: `application/xml`, `text/xml` and all that end in `+xml`.
    mutating func noteContentType(_ contentType: String?) {
        guard let contentType else { return }
        let type = (contentType.split(separator: ";").first.map(String.init) ?? "").trimmed.lowercased()
        guard !type.isEmpty, !type.hasSuffix("/xml"), !type.hasSuffix("+xml"), !type.hasSuffix("/xml-dtd"),
            !type.hasSuffix("external-parsed-entity")
        else { return }
        document.problems.append(.init(code: .nonXMLContentType, message: "served as \(type)"))
    }
}

/// Which version of a format a document is in.
enum FeedVersion {
    static func rss(_ reader: inout FeedReader, isBareChannel: Bool, _ document: inout ParsedDocument) -> String {
        let version = reader.looseAttribute("version")?.trimmed ?? ""
        if version == "0.91" {
            document.variant = reader.xml.publicIdentifier.contains("Netscape") ? "netscape" : "userland"
        }
        return version
    }

    static func atom(_ namespace: String, _ declared: String?) -> String {
        if let declared = declared?.trimmed, !declared.isEmpty { return declared }
        switch namespace.lowercased() {
        case "http://www.w3.org/2005/atom", "https://www.w3.org/2005/atom": return "1.0"
        case let uri where uri.hasPrefix("http://purl.org/atom/ns"): return "0.3"
        default: return ""
        }
    }

    static func rdf(_ namespaces: [String]) -> String {
        for uri in namespaces {
            if uri.contains("my.netscape.com/rdf/simple/0.9") || uri.contains("channel.netscape.com/rdf/simple/0.9") {
                return "0.90"
            }
            if uri.hasPrefix("http://purl.org/rss/1.0"), !uri.contains("modules") { return "1.0" }
            if uri.hasPrefix("http://purl.org/net/rss1.1") { return "1.1" }
        }
        return ""
    }
}
