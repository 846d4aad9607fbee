import Curation
import Developments
import Notation

/// Writes what changed since yesterday: revisions first, then what is new.
struct ChangedSection {
    let site: Site
    private static let limit = 10

    func write(_ html: inout XMLWriter) {
        let today = site.calendar.day(site.now)
        let yesterday = today.adding(days: -1)
        let revisions = site.revisions.filter {
            site.calendar.day($0.when) >= yesterday && $0.development.isProminent
        }
        let new = site.front.filter { site.calendar.day($0.firstSeen) >= yesterday }
        html.element("section", ["id": "changed", "aria-labelledby": "changed-title"]) { html in
            html.element("h2", ["id": "changed-title"], "What changed since yesterday")
            if revisions.isEmpty, new.isEmpty {
                html.element("p", [:], "Nothing since \(DateWords.weekday(yesterday)).")
            }
            updated(revisions, &html)
            fresh("New today", new.filter { site.calendar.day($0.firstSeen) >= today }, &html)
            fresh("New yesterday", new.filter { site.calendar.day($0.firstSeen) == yesterday }, &html)
        }
    }

    private func updated(_ revisions: [PublishedRevision], _ html: inout XMLWriter) {
        guard !revisions.isEmpty else { return }
        html.element("h3", [:], "Updated (\(revisions.count))")
        html.element("ul", ["class": "list"]) { html in
            for revision in revisions.prefix(Self.limit) {
                html.element("li") { html in
                    html.element(
                        "a", ["class": "title", "href": revision.page, "dir": "auto"],
                        nonEmpty(revision.development.title, else: revision.development.id))
                    html.element("span", ["class": "meta"]) { html in
                        for (index, line) in revision.lines.enumerated() {
                            html.prose("\(index == 0 ? "" : "; ")\(line.words), \(line.causeWords)")
                            if let claim = line.change.claim { html.sourceLink(claim) }
                        }
                    }
                }
            }
        }
        rest(revisions.count, "in changes.csv", &html)
    }

    private func fresh(_ title: String, _ items: [PublishedDevelopment], _ html: inout XMLWriter) {
        guard !items.isEmpty else { return }
        html.element("h3", [:], "\(title) (\(items.count))")
        html.element("ul", ["class": "list"]) { html in
            for item in items.prefix(Self.limit) { html.element("li") { $0.developmentLine(item, site, root: "") } }
        }
        rest(items.count, "in the timeline", &html)
    }

    private func rest(_ count: Int, _ place: String, _ html: inout XMLWriter) {
        guard count > Self.limit else { return }
        html.element("p", ["class": "note"], "And \(count - Self.limit) more \(place).")
    }
}

extension XMLWriter {
    /// Writes a development on two lines: its title, then who vouches, how far it has come and who reports it.
    mutating func developmentLine(_ item: PublishedDevelopment, _ site: Site, root: String) {
        element(
            "a", ["class": "title", "href": root + Site.page(of: item.id), "dir": "auto"],
            nonEmpty(item.title, else: item.id))
        element("span", ["class": "meta"]) { html in
            html.text(" ")
            html.status(of: item)
            let rest = [
                item.course, DateWords.text(item.facts.date),
                item.facts.isContradicted ? "sources disagree" : "",
            ].filter { !$0.isEmpty }
            for words in rest { html.text(" · \(words)") }
            html.text(" · ")
            html.element("bdi", [:], item.credited.outletName)
            let others = item.outletNames.count - 1
            if others > 0 { html.text(" and \(Count.words(others, "other source"))") }
        }
    }
}
