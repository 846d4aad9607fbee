import Curation
import Developments
import Notation

/// Writes the meetings that lie ahead, by day; those without a day come last.
struct UpcomingMeetings {
    let site: Site
    private static let limit = 15

    /// The meetings in the order of their days.
    var meetings: [PublishedDevelopment] {
        site.front.filter { $0.isMeeting && $0.isPlanned && $0.facts.status != .retracted && !$0.hasLapsed }
            .sorted { order($0) < order($1) }
    }

    private func order(_ item: PublishedDevelopment) -> (Int, String) {
        (item.facts.date?.start?.dayNumber ?? .max, item.id)
    }

    func write(_ html: inout XMLWriter) {
        let meetings = meetings
        html.element("section", ["id": "meetings", "aria-labelledby": "meetings-title"]) { html in
            html.element("h2", ["id": "meetings-title"], "Upcoming meetings")
            guard !meetings.isEmpty else { return html.element("p", [:], "None is known.") }
            html.element("ul", ["class": "list"]) { html in
                for item in meetings.prefix(Self.limit) { html.element("li") { line(item, &$0) } }
            }
            if meetings.count > Self.limit {
                html.element("p", ["class": "note"], "And \(meetings.count - Self.limit) more in meetings.csv.")
            }
        }
        html.newLine()
    }

    private func line(_ item: PublishedDevelopment, _ html: inout XMLWriter) {
        html.element("span", ["class": "meta"]) { html in
            let words = DateWords.text(item.facts.date)
            if let start = item.facts.date?.start, !words.isEmpty {
                html.time(start.description, words)
            } else {
                html.text("Date not known")
            }
            if !item.venueWords.isEmpty { html.text(" · \(item.venueWords)") }
        }
        html.element("a", ["class": "title", "href": Site.page(of: item.id), "dir": "auto"], item.title)
        html.element("span", ["class": "meta"]) { html in
            html.status(of: item)
            let course = item.course
            if !course.isEmpty { html.text(" · \(course)") }
            if item.facts.isContradicted { html.text(" · sources disagree") }
        }
    }
}
