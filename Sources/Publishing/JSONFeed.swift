import Curation
import Developments
import Notation

/// Writes `feed.json` (JSON Feed 1.1): the developments of the Atom feed, as plain text.
enum JSONFeed {
    /// Returns the feed of the developments that its window holds, given with the newest change first.
    static func bytes(_ shown: [PublishedDevelopment], settings: PublicationSettings) -> [UInt8] {
        let tags = TagURI(authority: settings.authority)
        var json = JSONWriter()
        json.object { json in
            json.member("version", "https://jsonfeed.org/version/1.1")
            json.member("title", nonEmpty(settings.feedTitle, else: "Diplomacy developments"))
            if let base = settings.publicBase {
                json.member("home_page_url", base)
                json.member("feed_url", base + "feed.json")
            }
            json.array("authors") { authors in
                authors.object { $0.member("name", nonEmpty(settings.deskName, else: "demarche")) }
            }
            json.member("language", "en")
            json.array("items") { items in
                for development in shown { item(development, tags, settings, &items) }
            }
        }
        json.endLine()
        return json.bytes
    }

    private static func item(
        _ item: PublishedDevelopment, _ tags: TagURI, _ settings: PublicationSettings, _ json: inout JSONWriter
    ) {
        let evidence = item.evidence
        let quoted = evidence.sentence.isEmpty ? "" : "\n\n“\(evidence.sentence)” — \(evidence.outletName)"
        json.object { json in
            json.member("id", tags(item.id))
            let address = settings.address(of: item)
            json.member("url", address.isEmpty ? nil : address)
            json.member("external_url", item.link.isEmpty ? nil : item.link)
            json.member("title", nonEmpty(item.title, else: item.id))
            json.member("content_text", item.summary + quoted)
            json.member("summary", item.summary)
            json.member("date_published", item.firstSeen.description)
            json.member("date_modified", item.lastChanged.description)
            json.array("authors") { authors in authors.object { $0.member("name", item.credited.outletName) } }
            json.member(
                "tags",
                unique(
                    [item.facts.type?.rawValue].compactMap { $0 } + item.codes.map(item.label)
                        + item.topics.map(Labels.words)))
        }
    }
}
