import Notation

/// Writes an `atom:feed` (RFC 4287, section 4.1.1) around entries that others write.
struct AtomFeed {
    let settings: PublicationSettings
    /// The file's name, and without its ending the feed's id.
    let file: String
    let title: String

    /// Returns the feed with as many of the entries, newest first, as its size allows.
    ///
    /// - Parameters:
    ///   - updated: the time of the newest entry; nil for a feed without any.
    ///   - entries: write one entry each.
    /// - Returns: the file.
    func bytes(updated: Timestamp?, entries: some Sequence<(inout XMLWriter) -> Void>) -> [UInt8] {
        let foot = "</feed>\n"
        var xml = XMLWriter()
        head(updated: updated, &xml)
        for write in entries {
            var entry = XMLWriter()
            write(&entry)
            guard xml.bytes.count + entry.bytes.count + foot.utf8.count <= settings.feedWindow.bytes else { break }
            xml.append(entry)
        }
        xml.markup(foot)
        return xml.bytes
    }

    private func head(updated: Timestamp?, _ xml: inout XMLWriter) {
        let tags = TagURI(authority: settings.authority)
        let name = String(file.prefix { $0 != "." })
        xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        xml.start(
            "feed",
            [
                "xmlns": "http://www.w3.org/2005/Atom", "xmlns:thr": "http://purl.org/syndication/thread/1.0",
                "xml:lang": "en",
            ])
        xml.newLine()
        xml.element("id", [:], tags(name))
        xml.element("title", [:], nonEmpty(title, else: name))
        // An empty feed has no newest entry: the authority's own date never changes.
        xml.element("updated", [:], (updated ?? tags.minted).description)
        xml.element("author") { $0.element("name", [:], nonEmpty(settings.deskName, else: "demarche")) }
        if let base = settings.publicBase {
            xml.element("link", ["rel": "self", "type": "application/atom+xml", "href": base + file])
            xml.element("link", ["rel": "alternate", "type": "text/html", "href": base])
        }
        xml.element("generator", ["version": settings.version], "demarche")
        xml.newLine()
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
