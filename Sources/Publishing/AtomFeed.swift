import Developments
import Notation

/// Writes an `atom:feed` (RFC 4287, section 4.1.1) around entries that others write.
struct AtomFeed {
    let settings: PublicationSettings
    /// The file's name, from the output folder.
    let file: String
    /// Names the feed, whose archive documents have it too.
    let id: String
    let title: String
    /// Files that the feed is linked with, from the output folder.
    var relations: [(name: String, file: String)] = []
    /// Whether this is an archive document, which is never changed (RFC 5005, section 4).
    var isArchive = false
    /// The entries that were taken out.
    var tombstones: [Tombstone] = []

    /// Returns the feed with as many of the entries, newest first, as its size allows.
    ///
    /// - Parameters:
    ///   - updated: the time of the newest entry; nil for a feed without any.
    ///   - entries: one written entry each.
    /// - Returns: the file.
    func bytes(updated: Timestamp?, entries: some Sequence<XMLWriter>) -> [UInt8] {
        let foot = "</feed>\n"
        var xml = XMLWriter()
        head(updated: updated, &xml)
        for entry in entries {
            guard xml.bytes.count + entry.bytes.count + foot.utf8.count <= settings.feedWindow.bytes else { break }
            xml.append(entry)
        }
        xml.markup(foot)
        return xml.bytes
    }

    private func head(updated: Timestamp?, _ xml: inout XMLWriter) {
        let tags = TagURI(authority: settings.authority)
        xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        xml.start(
            "feed",
            [
                "xmlns": "http://www.w3.org/2005/Atom", "xmlns:thr": "http://purl.org/syndication/thread/1.0",
                "xmlns:georss": "http://www.georss.org/georss",
                "xmlns:fh": isArchive ? "http://purl.org/syndication/history/1.0" : nil,
                "xmlns:at": tombstones.isEmpty ? nil : "http://purl.org/atompub/tombstones/1.0", "xml:lang": "en",
            ])
        xml.newLine()
        xml.element("id", [:], tags(id))
        xml.element("title", [:], nonEmpty(title, else: id))
        // An empty feed has no newest entry: the authority's own date never changes.
        xml.element("updated", [:], (updated ?? tags.minted).description)
        xml.element("author") { $0.element("name", [:], nonEmpty(settings.deskName, else: "demarche")) }
        if let base = settings.publicBase {
            xml.element("link", ["rel": "self", "type": "application/atom+xml", "href": base + file])
            xml.element("link", ["rel": "alternate", "type": "text/html", "href": base])
            if !settings.hub.isEmpty { xml.element("link", ["rel": "hub", "href": PublicURL.link(settings.hub)]) }
        }
        if isArchive { xml.element("fh:archive") }
        for relation in relations {
            xml.element(
                "link",
                ["rel": relation.name, "type": "application/atom+xml", "href": address(of: relation.file)])
        }
        xml.element("generator", ["version": settings.version], "demarche")
        xml.newLine()
        for tombstone in tombstones { tombstone.write(tags: tags, &xml) }
    }

    /// Without a public address a link is relative to the file itself.
    private func address(of other: String) -> String {
        settings.publicBase.map { $0 + other } ?? (file.contains("/") ? "../" : "") + other
    }
}

extension PublicationSettings {
    /// The public address with a slash at its end; nil when there is none that a link may use.
    var publicBase: String? {
        let base = PublicURL.link(baseURL ?? "")
        return base.isEmpty ? nil : base.hasSuffix("/") ? base : base + "/"
    }
}

/// Returns the text on one line, or another when it is empty.
func nonEmpty(_ text: String, else other: String) -> String {
    let line = PlainText.line(text)
    return line.isEmpty ? other : line
}
