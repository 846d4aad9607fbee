import Developments
import Notation

/// Writes `sources.opml` (OPML 2.0): the subscriptions that may be shown, without the keys of their addresses.
enum SourcesOPML {
    /// The namespace of the facts about a source, as `demarche sources import` reads them.
    static let namespace = "https://demarche.example/ns/source/1"

    static func bytes(_ sources: [String: Source], title: String) -> [UInt8] {
        var xml = XMLWriter()
        xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        xml.element("opml", ["version": "2.0", "xmlns:d": namespace]) { xml in
            xml.newLine()
            xml.element("head") { $0.element("title", [:], nonEmpty(title, else: "Diplomacy developments")) }
            xml.newLine()
            xml.element("body") { xml in
                xml.newLine()
                for source in sources.values.sorted(by: { $0.id < $1.id }) { outline(source, &xml) }
            }
            xml.newLine()
        }
        xml.newLine()
        return xml.bytes
    }

    private static func outline(_ source: Source, _ xml: inout XMLWriter) {
        let address = PublicURL.feed(source.feedURL)
        guard !address.isEmpty else { return }
        let title = nonEmpty(source.title, else: source.id)
        func fact(_ text: String) -> String? { text.isEmpty ? nil : PlainText.line(text) }
        xml.element(
            "outline",
            [
                "type": "rss", "text": title, "title": title, "xmlUrl": address,
                "htmlUrl": fact(PublicURL.link(source.siteURL)), "d:id": source.id, "d:language": fact(source.language),
                "d:country": fact(source.country), "d:kind": source.kind?.rawValue, "d:owner": fact(source.owner),
                "d:state": source.isStateMedia == true ? "yes" : nil, "d:licence": source.licence.rawValue,
                "d:timeZone": fact(source.timeZone),
            ])
        xml.newLine()
    }
}
