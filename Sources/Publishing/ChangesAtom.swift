import Developments
import Notation

/// Writes `changes.atom`: a new entry for each revision of a development, since feed readers do not show an entry again
/// when it is updated.
enum ChangesAtom {
    static func bytes(
        _ revisions: [PublishedRevision], outages: [RunFacts.Outage], settings: PublicationSettings
    ) -> [UInt8] {
        let tags = TagURI(authority: settings.authority)
        let entries =
            revisions.map { revision in
                Entry(when: revision.when, id: revision.id) { write(revision, tags: tags, settings, &$0) }
            }
            + outages.map { outage in
                Entry(when: outage.end, id: "outage-\(outage.end)") { write(outage, tags: tags, settings, &$0) }
            }
        let shown = settings.feedWindow.select(entries, by: { $0.when }, id: { $0.id })
        let title = nonEmpty(settings.feedTitle, else: "Diplomacy developments") + ": changes"
        let feed = AtomFeed(settings: settings, file: "changes.atom", id: "changes", title: title)
        return feed.bytes(
            updated: shown.first?.when,
            entries: shown.lazy.map { entry in
                var xml = XMLWriter()
                entry.write(&xml)
                return xml
            })
    }

    private struct Entry {
        let when: Timestamp
        let id: String
        let write: (inout XMLWriter) -> Void
    }

    /// Writes that nothing was published for longer than a day, which a reader of the feed could not have known.
    private static func write(
        _ outage: RunFacts.Outage, tags: TagURI, _ settings: PublicationSettings, _ xml: inout XMLWriter
    ) {
        let words =
            "No run succeeded between \(DateWords.stamp(outage.start)) and \(DateWords.stamp(outage.end)): "
            + "what appeared in between is published now."
        xml.element("entry") { xml in
            xml.newLine()
            xml.element("id", [:], tags("outage-\(outage.end)"))
            xml.element("title", [:], "This desk is running again")
            xml.element("updated", [:], outage.end.description)
            xml.element("published", [:], outage.end.description)
            xml.element("author") { $0.element("name", [:], nonEmpty(settings.deskName, else: "demarche")) }
            if let base = settings.publicBase {
                xml.element("link", ["rel": "alternate", "type": "text/html", "href": base + "index.html#method"])
            }
            xml.element("category", ["scheme": tags.scheme("notice"), "term": "outage", "label": "outage"])
            xml.element("source") { xml in
                xml.element("id", [:], tags("changes"))
                xml.element("title", [:], nonEmpty(settings.feedTitle, else: "Diplomacy developments"))
                xml.element("updated", [:], outage.end.description)
            }
            xml.element("summary", [:], words)
            xml.element("content", [:], words)
        }
        xml.newLine()
    }

    private static func write(
        _ revision: PublishedRevision, tags: TagURI, _ settings: PublicationSettings, _ xml: inout XMLWriter
    ) {
        let item = revision.development
        let claim = revision.claim
        let words = revision.words
        xml.element("entry") { xml in
            xml.newLine()
            xml.element("id", [:], tags(revision.id))
            xml.title(of: item, prefix: "Update: ")
            xml.element("updated", [:], revision.when.description)
            xml.element("published", [:], revision.when.description)
            xml.element("author") { $0.element("name", [:], claim.outletName) }
            xml.newLine()
            let link = settings.publicBase.map { $0 + revision.page } ?? PublicURL.link(claim.url, toPlace: revision.id)
            let subject = settings.address(of: item)
            if !link.isEmpty { xml.element("link", ["rel": "alternate", "type": "text/html", "href": link]) }
            xml.element(
                "thr:in-reply-to",
                ["ref": tags(item.id), "type": "text/html", "href": subject.isEmpty ? nil : subject])
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
            xml.element("content", ["type": "xhtml"]) { xml in content(item, claim, revision.lines, &xml) }
            xml.newLine()
        }
        xml.newLine()
    }

    private static func content(
        _ item: PublishedDevelopment, _ claim: PublishedDevelopment.Claim, _ lines: [PublishedRevision.Line],
        _ xml: inout XMLWriter
    ) {
        xml.element("div", ["xmlns": "http://www.w3.org/1999/xhtml"]) { xml in
            xml.element("ul") { xml in
                for line in lines {
                    xml.element("li") { xml in
                        xml.prose("\(line.words), \(line.causeWords)")
                        if let claim = line.change.claim { xml.anchor(claim) }
                    }
                }
            }
            xml.element("p", [:], item.summary)
            xml.evidence(claim)
        }
    }
}
