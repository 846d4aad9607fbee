import FeedParsing

/// Parses a document that is written in a test.
func parse(_ text: String, url: String? = nil, contentType: String? = nil, headers: [String] = []) -> ParsedDocument {
    FeedParser().parse(Array(text.utf8), context: ParseContext(url: url, contentType: contentType, headers: headers))
}

/// An RSS 2.0 feed around items.
func rss(_ items: String, channel: String = "", attributes: String = "") -> String {
    "<?xml version=\"1.0\"?><rss version=\"2.0\"\(attributes)><channel>\(channel)\(items)</channel></rss>"
}

/// An Atom feed around entries.
func atom(_ entries: String, attributes: String = "") -> String {
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"\(attributes)>\(entries)</feed>"
}

extension ParsedDocument {
    /// The codes of the faults.
    var codes: [Problem.Code] { problems.map(\.code) }
    /// The plain titles of the entries.
    var titles: [String] { entries.map { $0.title?.text ?? "-" } }
}
