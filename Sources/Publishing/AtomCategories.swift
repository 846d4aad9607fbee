import Curation
import Developments
import Notation

/// Writes what a development is about as `atom:category` elements, each vocabulary under a scheme of its own.
struct AtomCategories {
    let tags: TagURI

    func write(_ item: PublishedDevelopment, _ xml: inout XMLWriter) {
        var seen: Set<[String]> = []
        for (vocabulary, term, label) in categories(item) {
            let term = PlainText.line(term)
            guard !term.isEmpty, seen.insert([vocabulary, term]).inserted else { continue }
            xml.element(
                "category", ["scheme": tags.scheme(vocabulary), "term": term, "label": nonEmpty(label, else: term)])
        }
    }

    private func categories(_ item: PublishedDevelopment) -> [(vocabulary: String, term: String, label: String)] {
        let facts = item.facts
        var result: [(vocabulary: String, term: String, label: String)] = []
        if let type = facts.type { result.append(("type", type.rawValue, type.rawValue.lowercased())) }
        if let status = facts.status { result.append(("status", status.rawValue, item.statusWords)) }
        if let phase = facts.phase { result.append(("phase", phase.rawValue, Labels.phase(phase))) }
        result += facts.countries.map { ("country", $0, item.label($0)) }
        result += item.organisations.map { ("organisation", $0.code.isEmpty ? $0.name : $0.code, $0.name) }
        result += item.persons.map { ("person", $0.code.isEmpty ? $0.name : $0.code, $0.name) }
        if let place = facts.venue?.place { result.append(("place", place, place)) }
        result += facts.cameo.map { ("cameo", $0, $0) }
        result += item.topics.map { ("topic", $0, Labels.words($0)) }
        result.append(("story", item.storyID, item.storyTitle))
        return result
    }
}

/// Writes the feed that carried an article as `atom:source` (RFC 4287, section 4.2.11).
///
/// It is named by us, since its own id may be an address with a key.
struct AtomSource {
    let claim: PublishedDevelopment.Claim
    let tags: TagURI

    func write(_ xml: inout XMLWriter) {
        xml.element("source") { xml in
            xml.element("id", [:], tags.source(claim.outletID))
            xml.element("title", [:], claim.outletName)
            xml.element("updated", [:], claim.published.description)
            if !claim.outletURL.isEmpty { xml.element("link", ["rel": "alternate", "href": claim.outletURL]) }
        }
    }
}
