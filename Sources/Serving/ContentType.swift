/// What a file holds, by its name.
struct ContentType {
    /// The media type as it is sent.
    let name: String

    /// Whether it is text, in which an origin may be replaced.
    var isText: Bool { name.hasPrefix("text/") || name.contains("xml") || name.contains("json") }

    /// Returns the type of a file; HTML and XML say their encoding themselves.
    static func of(_ path: String) -> ContentType {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        if name == "feed.json" || name.hasSuffix(".feed.json") { return ContentType(name: "application/feed+json") }
        guard let dot = name.lastIndex(of: "."), let type = types[String(name[name.index(after: dot)...])] else {
            return ContentType(name: "application/octet-stream")
        }
        return ContentType(name: type)
    }

    private static let types = [
        "html": "text/html", "htm": "text/html", "xhtml": "application/xhtml+xml", "xml": "application/xml",
        "rss": "application/rss+xml", "atom": "application/atom+xml", "rdf": "application/rdf+xml",
        "json": "application/json", "opml": "text/x-opml+xml", "csv": "text/csv; charset=utf-8",
        "tsv": "text/tab-separated-values; charset=utf-8", "ics": "text/calendar; charset=utf-8",
        "txt": "text/plain; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
        "webp": "image/webp", "ico": "image/x-icon", "pdf": "application/pdf",
    ]
}
