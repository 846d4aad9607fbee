import Markup
import Notation

/// Finds the feeds that an HTML page offers (WHATWG HTML section 4.6.7.1, `rel=alternate`).
public enum Autodiscovery {
    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
        "application/json",
        "application/xml", "text/xml", "application/x-rss+xml", "text/rss", "text/rss+xml", "application/rss",
        "text/atom+xml",
    ]

    /// Returns the feeds that a page's `link` elements name, in order, each address once.
    ///
    /// - Parameters:
    ///   - page: the page in UTF-8.
    ///   - url: where the page was retrieved from.
    /// - Returns: the feeds, with absolute addresses.
    public static func feeds(inPage page: [UInt8], url: String?) -> [ParsedDocument.Alternate] {
        var base = url.map { URLReference($0) }
        var hasBase = false
        var found: [ParsedDocument.Alternate] = []
        var tags = HTMLTagReader(page)
        while let tag = tags.next() {
            if tag.name == "base", !hasBase, let href = tag.attributes["href"] {
                let reference = URLReference(href)
                base = base.map(reference.resolved(against:)) ?? reference
                hasBase = true
            }
            guard tag.name == "link", found.count < 100, let href = tag.attributes["href"]?.trimmed, !href.isEmpty
            else { continue }
            let relations = (tag.attributes["rel"] ?? "").lowercased().split { $0 == " " || $0 == "\t" || $0 == "\n" }
            let type =
                (tag.attributes["type"] ?? "").lowercased().split(separator: ";").first.map { String($0).trimmed } ?? ""
            guard relations.contains("alternate") || relations.contains("feed"),
                types.contains(type) || relations.contains("feed")
            else { continue }
            // JSON and XML of all kinds are offered as alternates; only those that say so are feeds.
            if type == "application/json", !href.lowercased().contains("feed") { continue }
            let reference = URLReference(href)
            let address = (base.map(reference.resolved(against:)) ?? reference).description
            guard !found.contains(where: { $0.href == address }) else { continue }
            found.append(.init(href: address, type: type, title: (tag.attributes["title"] ?? "").whiteSpaceFolded))
        }
        return found
    }

    /// Returns where a page sends its reader within a few seconds (WHATWG HTML section 4.2.5.3, `http-equiv=refresh`).
    ///
    /// - Parameters:
    ///   - page: the page in UTF-8.
    ///   - url: where the page was retrieved from.
    /// - Returns: the absolute address; nil when the page sends nobody away.
    public static func refresh(inPage page: [UInt8], url: String) -> String? {
        var tags = HTMLTagReader(Array(page.prefix(65_536)))
        while let tag = tags.next(), tag.name != "body" {
            guard tag.name == "meta", tag.attributes["http-equiv"]?.lowercased() == "refresh",
                let content = tag.attributes["content"]
            else { continue }
            let parts = content.split(maxSplits: 1) { $0 == ";" || $0 == "," }.map { String($0).trimmed }
            guard parts.count == 2, let delay = Double(parts[0]), delay <= 10,
                let equals = parts[1].firstIndex(of: "="),
                parts[1][..<equals].lowercased().trimmed == "url"
            else { continue }
            let target = String(parts[1][parts[1].index(after: equals)...]).trimmed.filter { $0 != "'" && $0 != "\"" }
            let reference = URLReference(target).resolved(against: URLReference(url))
            return reference.isHTTP && !target.isEmpty ? reference.description : nil
        }
        return nil
    }

    /// Whether a document is an HTML page, by the tags in its first 64 KB.
    static func looksLikePage(_ utf8: [UInt8]) -> Bool {
        let head = Array(utf8.prefix(65_536))
        if String(decoding: head.prefix(1024), as: UTF8.self).lowercased().contains("<!doctype html") { return true }
        var tags = HTMLTagReader(head)
        var count = 0
        while let tag = tags.next(), count < 50 {
            count += 1
            if ["html", "head", "body", "meta", "script", "div", "table", "p"].contains(tag.name) { return true }
        }
        return false
    }
}
