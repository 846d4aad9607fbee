/// What all pages have around their content: head, skip link, landmarks and footer.
struct PageShell {
    let settings: PublicationSettings
    /// The way from the page to the output folder: empty, or `../`.
    let root: String

    /// Allows the page's own style and nothing else: no script, no request.
    private static let policy = "default-src 'none'; style-src 'unsafe-inline'"

    /// Returns a page.
    ///
    /// - Parameters:
    ///   - title: what the window shows.
    ///   - checked: what people found of what is shown; empty where nobody looked.
    ///   - header: writes what stands above the content, the first heading included.
    ///   - content: writes the content.
    /// - Returns: the page.
    func page(
        title: String, checked: String = "", header: (inout XMLWriter) -> Void, content: (inout XMLWriter) -> Void
    ) -> [UInt8] {
        var html = XMLWriter(.html)
        html.markup("<!DOCTYPE html>\n")
        html.start("html", ["lang": "en"])
        head(title, &html)
        html.start("body")
        html.newLine()
        html.element("a", ["class": "skip", "href": "#content"], "Skip to the content")
        html.element("header", body: header)
        html.newLine()
        html.element("main", ["id": "content"], body: content)
        html.newLine()
        html.element("footer", ["class": "page"]) { html in
            html.element(
                "p", [:],
                "Each source's text is shown as far as its licence allows. “On record” says that a party said so, "
                    + "not that it is true.")
            if !checked.isEmpty {
                html.element("p", [:], checked.prefix(1).uppercased() + checked.dropFirst() + ".")
            }
            html.element("p", [:], "Made by demarche \(settings.version).")
        }
        html.end("body")
        html.end("html")
        html.newLine()
        return html.bytes
    }

    private func head(_ title: String, _ html: inout XMLWriter) {
        html.element("head") { html in
            html.void("meta", ["charset": "utf-8"])
            html.void("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
            html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            html.void("meta", ["name": "referrer", "content": "no-referrer"])
            html.element("title", [:], title)
            for (name, words) in feeds {
                let type = name.hasSuffix(".json") ? "application/feed+json" : "application/atom+xml"
                html.void("link", ["rel": "alternate", "type": type, "title": words, "href": root + name])
            }
            html.start("style")
            html.markup(PageStyle.css)
            html.end("style")
        }
        html.newLine()
    }

    /// The feeds that a reader can subscribe to, with what each is called.
    var feeds: [(name: String, words: String)] {
        let feeds = [("developments.atom", "Developments (Atom)"), ("changes.atom", "Changes (Atom)")]
        return settings.also.contains(.jsonFeed) ? feeds + [("feed.json", "JSON Feed")] : feeds
    }

    /// The tables, calendar and lists that stand beside the page.
    var downloads: [(name: String, words: String)] {
        let extras: [(PublicationSettings.Extra, String)] = [
            (.links, "links"), (.quotes, "quotes"), (.meetings, "meetings"), (.sources, "sources"),
        ]
        return [
            ("developments.csv", "developments"), ("articles.csv", "articles"), ("changes.csv", "changes"),
        ] + extras.filter { settings.also.contains($0.0) }.map { ($0.0.rawValue, $0.1) }
    }
}

extension XMLWriter {
    /// Writes an instant that programs can read.
    mutating func time(_ stamp: String, _ words: String) {
        element("time", ["datetime": stamp], words)
    }

    /// Writes links side by side.
    mutating func linkList(_ links: [(address: String, words: String)], label: String? = nil) {
        element("ul", ["class": "links", "aria-label": label]) { html in
            for link in links {
                html.element("li") { $0.element("a", ["href": link.address], link.words) }
            }
        }
    }
}
