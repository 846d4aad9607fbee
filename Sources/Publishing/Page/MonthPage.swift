import Curation
import Developments
import Notation

/// Writes `archive/YYYY-MM.html`: all that was first seen in a month, once the front page no longer holds all of it.
enum MonthPage {
    /// The developments on one page at most; a busier month has further pages, `archive/YYYY-MM-2.html`.
    private static let limit = 2_000

    /// One page of a month.
    struct Part {
        let name: String
        let title: String
        let items: ArraySlice<PublishedDevelopment>
    }

    /// Returns the pages, the newest month first.
    ///
    /// - Parameters:
    ///   - shown: all that people are shown, newest first.
    ///   - calendar: says what day it is.
    /// - Returns: the pages.
    static func parts(_ shown: [PublishedDevelopment], calendar: DeskCalendar) -> [Part] {
        var result: [Part] = []
        var rest = shown[...]
        while let first = rest.first {
            let month = key(calendar.day(first.firstSeen))
            let ofMonth = rest.prefix { key(calendar.day($0.firstSeen)) == month }
            rest = rest.dropFirst(ofMonth.count)
            let title = DateWords.month(calendar.day(first.firstSeen))
            let pages = (ofMonth.count + limit - 1) / limit
            // Counted from the month's end towards its beginning would rename pages as it grows: 1 is the oldest.
            for page in (1...pages).reversed() {
                let end = ofMonth.endIndex - (page - 1) * limit
                let items = ofMonth[max(ofMonth.startIndex, end - limit)..<end]
                result.append(
                    Part(
                        name: "archive/\(month)\(page == 1 ? "" : "-\(page)").html",
                        title: page == 1 ? title : "\(title), part \(page)", items: items))
            }
        }
        return result
    }

    static func bytes(_ part: Part, site: Site) -> [UInt8] {
        let shell = PageShell(settings: site.settings, root: "../")
        let desk = nonEmpty(site.settings.feedTitle, else: "Diplomacy developments")
        return shell.page(title: "\(part.title) – \(desk)") { html in
            html.crumb(desk, "../index.html")
            html.element("h1", [:], part.title)
            html.element("p", ["class": "lede"], "\(Count.words(part.items.count, "development")), by day first seen.")
        } content: { html in
            html.element("section", ["aria-label": "Developments by day"]) { html in
                html.element("h2", [:], "By day")
                DayTimeline.days(part.items, site, root: "../", &html)
            }
        }
    }

    /// Writes links to all months.
    static func links(_ site: Site, root: String, _ html: inout XMLWriter) {
        let parts = site.months
        guard !parts.isEmpty else { return }
        html.element("h3", [:], "Earlier")
        html.linkList(parts.map { (root + $0.name, "\($0.title) (\($0.items.count))") })
    }

    private static func key(_ day: CalendarDate) -> String { String(day.description.prefix(7)) }
}

extension XMLWriter {
    /// Writes the way back to the front page.
    mutating func crumb(_ words: String, _ address: String) {
        element("nav", ["aria-label": "Back", "class": "crumb"]) { html in
            html.element("a", ["href": address, "dir": "auto"], words)
        }
    }
}
