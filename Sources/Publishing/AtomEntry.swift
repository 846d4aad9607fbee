import Curation
import Developments
import Notation

/// Writes one development as an `atom:entry` (RFC 4287, section 4.1.2).
struct AtomEntry {
    /// The story's other developments that are linked; more would swell every entry of a long story.
    private static let relatedLimit = 5

    let development: PublishedDevelopment
    /// The developments of its story, itself included, newest change first.
    let related: [PublishedDevelopment]
    /// When the entry came back after it was taken out of the feed; nil when it never was.
    let returned: Timestamp?
    let settings: PublicationSettings
    /// When the entry last differed.
    var updated: Timestamp { max(development.lastChanged, development.firstSeen, returned ?? development.firstSeen) }
    private var tags: TagURI { TagURI(authority: settings.authority) }

    init(
        development: PublishedDevelopment, related: [PublishedDevelopment], returned: Timestamp? = nil,
        settings: PublicationSettings
    ) {
        self.development = development
        self.related = related
        self.returned = returned
        self.settings = settings
    }

    /// Writes the entry on a line of its own.
    func write(_ xml: inout XMLWriter) {
        let item = development
        xml.element("entry") { xml in
            xml.newLine()
            xml.element("id", [:], tags(item.id))
            xml.title(of: item)
            xml.element("updated", [:], updated.description)
            xml.element("published", [:], item.firstSeen.description)
            xml.element("author") { $0.element("name", [:], item.credited.outletName) }
            xml.newLine()
            links(&xml)
            AtomCategories(tags: tags).write(item, &xml)
            xml.newLine()
            AtomSource(claim: item.credited, tags: tags).write(&xml)
            xml.newLine()
            if !item.rights.isEmpty { xml.element("rights", [:], item.rights) }
            if let town = Town(item.facts.venue) { xml.element("georss:point", [:], town.point) }
            xml.element("summary", [:], item.summary)
            xml.newLine()
            xml.element("content", ["type": "xhtml"]) { xml in
                AtomContent(development: item).write(&xml)
            }
            xml.newLine()
        }
        xml.newLine()
    }

    private func links(_ xml: inout XMLWriter) {
        let item = development
        let page = settings.address(of: item)
        if !page.isEmpty { xml.element("link", ["rel": "alternate", "type": "text/html", "href": page]) }
        if let base = settings.publicBase, item.revision > 1 {
            xml.element(
                "link",
                [
                    "rel": "replies", "type": "application/atom+xml", "href": base + "changes.atom",
                    "thr:count": "\(item.revision - 1)",
                ])
        }
        var seen: Set<String> = []
        for claim in [item.credited] + item.claims where !claim.url.isEmpty && seen.insert(claim.url).inserted {
            let isCredited = seen.count == 1 && claim.articleID == item.credited.articleID
            xml.element(
                "link",
                [
                    "rel": "via", "href": isCredited ? item.link : claim.url,
                    "hreflang": LanguageTag.valid(claim.language),
                    "title": claim.title.isEmpty ? claim.outletName : claim.title,
                ])
        }
        for other in related.lazy.filter({ $0.id != item.id && !$0.link.isEmpty }).prefix(Self.relatedLimit) {
            xml.element("link", ["rel": "related", "href": settings.address(of: other), "title": other.title])
        }
        xml.newLine()
    }
}

extension PublicationSettings {
    /// Where a reader goes for more: the development's page, or where the outputs have no public address the first
    /// report at its sentence.
    func address(of item: PublishedDevelopment) -> String {
        publicBase.map { $0 + Site.page(of: item.id) } ?? item.link
    }
}
