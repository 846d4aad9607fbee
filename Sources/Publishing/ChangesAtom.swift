import Developments
import Notation

/// Writes `changes.atom`: a new entry for each revision of a development, since feed readers do not show an entry again
/// when it is updated.
enum ChangesAtom {
    /// All changes that one run made in one development.
    private struct Revision {
        var changes: [PublishedChange]
        var development: PublishedDevelopment
        var when: Timestamp
        /// The development's id and revision, which name the entry.
        var id: String
    }

    static func bytes(_ changes: [PublishedChange], settings: PublicationSettings) -> [UInt8] {
        let shown = settings.feedWindow.select(revisions(changes), by: { $0.when }, id: { $0.id })
        let tags = TagURI(authority: settings.authority)
        let title = nonEmpty(settings.feedTitle, else: "Diplomacy developments") + ": changes"
        let feed = AtomFeed(settings: settings, file: "changes.atom", title: title)
        return feed.bytes(
            updated: shown.first?.when,
            entries: shown.lazy.map { revision in { xml in write(revision, tags: tags, &xml) } })
    }

    private static func revisions(_ changes: [PublishedChange]) -> [Revision] {
        Dictionary(grouping: changes) { "\($0.change.developmentID).r\($0.change.revision)" }.compactMap {
            id, changes in
            guard let first = changes.first else { return nil }
            return Revision(
                changes: changes.sorted { ($0.change.field, $0.change.id) < ($1.change.field, $1.change.id) },
                development: first.development, when: changes.map(\.change.when).max() ?? first.change.when, id: id)
        }
    }

    private static func write(_ revision: Revision, tags: TagURI, _ xml: inout XMLWriter) {
        let item = revision.development
        let claim = revision.changes.lazy.compactMap(\.claim).first ?? item.evidence
        let words = revision.changes.map(\.words)
        xml.element("entry") { xml in
            xml.newLine()
            xml.element("id", [:], tags(revision.id))
            xml.element("title", [:], "Update: " + nonEmpty(item.title, else: item.id))
            xml.element("updated", [:], revision.when.description)
            xml.element("published", [:], revision.when.description)
            xml.element("author") { $0.element("name", [:], claim.sourceName) }
            xml.newLine()
            let link = PublicURL.link(claim.url, toPlace: revision.id)
            if !link.isEmpty { xml.element("link", ["rel": "alternate", "type": "text/html", "href": link]) }
            xml.element(
                "thr:in-reply-to",
                ["ref": tags(item.id), "type": "text/html", "href": item.link.isEmpty ? nil : item.link])
            xml.newLine()
            AtomCategories(tags: tags).write(item, &xml)
            for field in unique(revision.changes.map(\.change.field)) {
                xml.element("category", ["scheme": tags.scheme("change"), "term": field, "label": Labels.words(field)])
            }
            xml.newLine()
            AtomSource(claim: claim, tags: tags).write(&xml)
            xml.newLine()
            xml.element("summary", [:], words.joined(separator: "; ") + ".")
            xml.newLine()
            xml.element("content", ["type": "xhtml"]) { xml in content(item, claim, words, &xml) }
            xml.newLine()
        }
        xml.newLine()
    }

    private static func content(
        _ item: PublishedDevelopment, _ claim: PublishedDevelopment.Claim, _ words: [String], _ xml: inout XMLWriter
    ) {
        xml.element("div", ["xmlns": "http://www.w3.org/1999/xhtml"]) { xml in
            xml.element("ul") { xml in
                for change in words { xml.element("li", [:], change) }
            }
            xml.element("p", [:], item.summary)
            xml.evidence(claim)
        }
    }
}
