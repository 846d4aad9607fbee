import Notation

/// The forms in which the benchmark writes feeds.
enum FeedForm: CaseIterable {
    case rssEscaped, rssEncoded, atomHTML, atomXHTML, rdf, rss091, atom03, rssModules, json, rss092

    /// What stands before the entries.
    func head(title: String) -> String {
        let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        return switch self {
        case .rssEscaped: declaration + "<rss version=\"2.0\"><channel>" + Self.channel(title)
        case .rssEncoded:
            declaration + "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>" + Self.channel(title)
        case .rssModules:
            declaration + "<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\" "
                + "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
                + "xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><atom:link rel=\"self\" href=\"/feed\"/>"
                + Self.channel(title)
        case .rss091: declaration + "<rss version=\"0.91\"><channel>" + Self.channel(title)
        case .rss092: declaration + "<rss version=\"0.92\"><channel>" + Self.channel(title)
        case .rdf:
            declaration + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                + "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                + "<channel rdf:about=\"http://wire.example/\">\(Self.channel(title))</channel>"
        case .atomHTML, .atomXHTML:
            declaration + "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"/section/\"><title>\(title)</title>"
                + "<link href=\"./\"/><updated>2026-03-12T06:00:00Z</updated><id>urn:feed</id>"
        case .atom03:
            declaration + "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>\(title)</title>"
        case .json:
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"\(title)\",\"items\":[\n"
        }
    }

    private static func channel(_ title: String) -> String {
        "<title>\(title)</title><link>http://wire.example/</link><description>\(title)</description>\n"
    }

    /// One entry.
    func entry(_ number: Int, title: String, html: String, _ teaser: String) -> String {
        let date = "Thu, 12 Mar 2026 06:00:00 GMT"
        let item = "<title>\(title)</title><link>/news/\(number)</link>"
        return switch self {
        case .rssEscaped:
            "<item>\(item)<guid isPermaLink=\"false\">wire-\(number)</guid><pubDate>\(date)</pubDate>"
                + "<category>World</category><description>\(Self.escaped(html))</description></item>\n"
        case .rssEncoded:
            "<item>\(item)<guid>http://wire.example/news/\(number)</guid><dc:creator>R. Vance</dc:creator>"
                + "<pubDate>\(date)</pubDate><description>\(teaser)</description>"
                + "<content:encoded><![CDATA[\(html)]]></content:encoded></item>\n"
        case .rssModules:
            "<item>\(item)<guid>w\(number)</guid><pubDate>\(date)</pubDate><itunes:author>R. Vance</itunes:author>"
                + "<media:content url=\"/v/\(number).mp4\" type=\"video/mp4\"><media:title>\(teaser)</media:title>"
                + "<media:thumbnail url=\"/t/\(number).jpg\"/></media:content>"
                + "<enclosure url=\"/a/\(number).mp3\" type=\"audio/mpeg\" length=\"1200\"/>"
                + "<description><![CDATA[\(html)]]></description></item>\n"
        case .rss091, .rss092: "<item>\(item)<description>\(Self.escaped(html))</description></item>\n"
        case .rdf:
            "<item rdf:about=\"http://wire.example/news/\(number)\">\(item)<dc:date>2026-03-12T06:00Z</dc:date>"
                + "<dc:subject>World</dc:subject><description>\(Self.escaped(html))</description></item>\n"
        case .atomHTML:
            "<entry>\(Self.atom(number, title, teaser))<content type=\"html\">\(Self.escaped(html))</content></entry>\n"
        case .atomXHTML:
            "<entry>\(Self.atom(number, title, teaser))<content type=\"xhtml\" xml:base=\"/deep/\">"
                + "<div xmlns=\"http://www.w3.org/1999/xhtml\">\(html)</div></content></entry>\n"
        case .atom03:
            "<entry><title>\(title)</title><link rel=\"alternate\" type=\"text/html\" href=\"/news/\(number)\"/>"
                + "<modified>2026-03-12T06:00:00Z</modified><id>urn:\(number)</id>"
                + "<content type=\"text/html\" mode=\"escaped\">\(Self.escaped(html))</content></entry>\n"
        case .json: Self.json(number, title, html)
        }
    }

    private static func atom(_ number: Int, _ title: String, _ teaser: String) -> String {
        "<title>\(title)</title><link href=\"/news/\(number)\"/><id>urn:wire:\(number)</id>"
            + "<published>2026-03-12T06:00:00+01:00</published><updated>2026-03-12T06:30:00Z</updated>"
            + "<author><name>R. Vance</name></author><category term=\"world\"/><summary>\(teaser)</summary>"
    }

    private static func json(_ number: Int, _ title: String, _ html: String) -> String {
        var json = JSONWriter()
        json.object {
            $0.member("id", "wire-\(number)")
            $0.member("url", "/news/\(number)")
            $0.member("title", title)
            $0.member("date_published", "2026-03-12T06:00:00Z")
            $0.member("content_html", html)
        }
        return json.text
    }

    /// What stands between two entries.
    var separator: String { self == .json ? ",\n" : "" }

    /// What stands after the entries.
    var tail: String {
        switch self {
        case .rssEscaped, .rssEncoded, .rssModules, .rss091, .rss092: "</channel></rss>\n"
        case .rdf: "</rdf:RDF>\n"
        case .atomHTML, .atomXHTML, .atom03: "</feed>\n"
        case .json: "]}\n"
        }
    }

    /// Writes HTML as the text of an XML element.
    private static func escaped(_ html: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(html.utf8.count * 5 / 4)
        for byte in html.utf8 {
            switch byte {
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case UInt8(ascii: "&"): result += "&amp;".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
