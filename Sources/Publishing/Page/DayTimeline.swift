import Curation
import Developments
import Notation

/// Writes the developments by the day on which the desk first saw them, under a line of their numbers.
struct DayTimeline {
    let site: Site
    private static let width = 480
    private static let height = 64

    func write(_ html: inout XMLWriter) {
        html.element("section", ["id": "timeline", "aria-labelledby": "timeline-title"]) { html in
            html.element("h2", ["id": "timeline-title"], "Timeline")
            if !site.front.isEmpty { figure(&html) }
            Self.days(site.front[...], site, root: "", &html)
            MonthPage.links(site, root: "", &html)
        }
        html.newLine()
    }

    /// Writes a heading and a list for each day, newest first.
    static func days(_ items: ArraySlice<PublishedDevelopment>, _ site: Site, root: String, _ html: inout XMLWriter) {
        var rest = items
        while let first = rest.first {
            let day = site.calendar.day(first.firstSeen)
            let ofDay = rest.prefix { site.calendar.day($0.firstSeen) == day }
            rest = rest.dropFirst(ofDay.count)
            html.element("h3") { html in
                html.time(day.description, DateWords.weekday(day))
                html.text(" (\(ofDay.count))")
            }
            html.element("ul", ["class": "day"]) { html in
                for item in ofDay {
                    html.element("li") { $0.developmentLine(item, site, root: root) }
                    html.newLine()
                }
            }
        }
    }

    /// The days of the front page, oldest first, each with its number of new developments.
    private var counts: [(day: CalendarDate, count: Int)] {
        guard let newest = site.front.first.map({ site.calendar.day($0.firstSeen) }) else { return [] }
        var tally: [CalendarDate: Int] = [:]
        for item in site.shown.prefix(20_000) { tally[site.calendar.day(item.firstSeen), default: 0] += 1 }
        return (0..<Site.frontDays).reversed().map { back in
            let day = newest.adding(days: -back)
            return (day, tally[day] ?? 0)
        }
    }

    private func figure(_ html: inout XMLWriter) {
        let counts = counts
        html.element("figure") { html in
            draw(counts, &html)
            html.element("figcaption", [:], "New developments a day.")
            html.table(
                summary: "The same as a table", head: ["Day", "New developments"],
                rows: counts.map { [DateWords.weekday($0.day), String($0.count)] })
        }
    }

    private func draw(_ counts: [(day: CalendarDate, count: Int)], _ html: inout XMLWriter) {
        guard let first = counts.first, let last = counts.last, counts.count > 1 else { return }
        let most = max(1, counts.map(\.count).max() ?? 1)
        let base = Self.height - 18
        let points = counts.enumerated().map { index, item in
            (x: 4 + index * (Self.width - 44) / (counts.count - 1), y: base - item.count * (base - 16) / most)
        }
        let path = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
        let end = points[points.count - 1]
        html.element(
            "svg",
            [
                "viewBox": "0 0 \(Self.width) \(Self.height)", "role": "img", "aria-labelledby": "days-name days-words",
            ]
        ) { html in
            html.element("title", ["id": "days-name"], "New developments a day over \(counts.count) days")
            html.element(
                "desc", ["id": "days-words"],
                "From \(first.count) on \(DateWords.day(first.day)) to \(last.count) on \(DateWords.day(last.day)); "
                    + "at most \(most) on one day.")
            html.element(
                "polygon", ["class": "area", "points": "\(points[0].x),\(base) \(path) \(end.x),\(base)"])
            html.element(
                "line", ["class": "axis", "x1": "4", "x2": "\(end.x)", "y1": "\(base)", "y2": "\(base)"])
            html.element("polyline", ["class": "curve", "points": path])
            if let peak = counts.lastIndex(where: { $0.count == most }), peak < counts.count - 1 {
                html.element(
                    "text", ["x": "\(points[peak].x)", "y": "\(points[peak].y - 5)", "text-anchor": "middle"],
                    String(most))
            }
            html.element("circle", ["class": "bar", "cx": "\(end.x)", "cy": "\(end.y)", "r": "3.5"])
            html.element("text", ["x": "\(end.x + 9)", "y": "\(end.y + 4)"], String(last.count))
            html.element("text", ["class": "soft", "x": "0", "y": "\(Self.height - 3)"], DateWords.day(first.day))
            html.element(
                "text",
                ["class": "soft", "x": "\(end.x)", "y": "\(Self.height - 3)", "text-anchor": "end"],
                DateWords.day(last.day))
        }
    }
}
