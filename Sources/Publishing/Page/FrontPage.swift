import Curation
import Developments
import Notation

/// Writes `index.html`: what is new, who did what towards whom, who says so, and how the desk came to it.
struct FrontPage {
    let matter: FrontMatter
    let run: RunView

    private var settings: PublicationSettings { run.settings }

    func bytes() -> [UInt8] {
        let shell = PageShell(settings: settings, root: "")
        let title = nonEmpty(settings.feedTitle, else: "Diplomacy developments")
        return shell.page(title: title, checked: run.facts.audit?.words ?? "") { html in
            header(title, shell, &html)
        } content: { html in
            html.markup(matter.sections)
            MethodSection(run: run, downloads: shell.downloads).write(&html)
        }
    }

    // MARK: Header

    private func header(_ title: String, _ shell: PageShell, _ html: inout XMLWriter) {
        html.element("h1", ["dir": "auto"], title)
        html.element("p", ["class": "lede"], counts)
        html.element("p", ["class": "meta"]) { html in
            if let change = matter.lastChange {
                html.text("Last published change ")
                html.time(change.description, DateWords.stamp(change))
                html.text(" · ")
            }
            html.text(run.facts.lastRun == nil ? "No run yet" : "Last run ")
            if let run = run.facts.lastRun { html.time(run.description, DateWords.stamp(run)) }
        }
        html.element("nav", ["aria-label": "Subscribe and download"]) { html in
            html.linkList(
                shell.feeds.map { ($0.name, $0.words) }
                    + shell.downloads.map { ($0.name, "\($0.words) (CSV)") }
                    .prefix(2) + calendarLink)
        }
        html.element("nav", ["aria-label": "On this page"]) { html in
            html.linkList([
                ("#top", "Top"), ("#changed", "Changed"), ("#timeline", "Timeline"), ("#meetings", "Meetings"),
                ("#pairs", "Who with whom"), ("#stories", "Stories"), ("#method", "How this was made"),
            ])
        }
    }

    private var calendarLink: [(address: String, words: String)] {
        settings.also.contains(.calendar) ? [("meetings.ics", "meetings (calendar)")] : []
    }

    private var counts: String {
        "\(matter.counts) of \(Count.words(run.facts.sourcesOK + run.facts.sourcesFailing, "source"))."
    }

    // MARK: Sections

    /// Writes what tells of the developments.
    static func sections(of site: Site, _ html: inout XMLWriter) {
        html.element("div", ["class": "main"]) { html in
            html.element("div") { html in
                top(site, &html)
                changed(site, &html)
                DayTimeline(site: site).write(&html)
            }
            html.element("div") { html in
                UpcomingMeetings(site: site).write(&html)
                PairChart(site: site).write(&html)
                stories(site, &html)
            }
        }
        html.newLine()
    }

    private static func top(_ site: Site, _ html: inout XMLWriter) {
        let leading = TopDevelopments.choose(site.front)
        html.element("section", ["id": "top", "aria-labelledby": "top-title"]) { html in
            html.element("h2", ["id": "top-title"], "Top developments")
            if leading.isEmpty { html.element("p", [:], "Nothing is published yet.") }
            for item in leading {
                html.element("article") { html in
                    html.element("h3", ["lang": item.titleTag, "dir": "auto"]) { html in
                        html.element("a", ["href": Site.page(of: item.id)], nonEmpty(item.title, else: item.id))
                    }
                    html.tags(of: item)
                    html.element("p", ["class": "meta"]) { html in
                        html.badge(item)
                        html.text(" \(Count.words(item.facts.sourceCount, "source")) · ")
                        let day = site.calendar.day(item.lastChanged)
                        html.time(day.description, DateWords.day(day))
                    }
                    html.circumstances(of: item)
                    html.disagreement(item)
                    html.quotation(item.evidence)
                }
            }
        }
        html.newLine()
    }

    private static func changed(_ site: Site, _ html: inout XMLWriter) {
        ChangedSection(site: site).write(&html)
        html.newLine()
    }

    private static func stories(_ site: Site, _ html: inout XMLWriter) {
        let inFront = Set(site.front.map(\.storyID))
        let several = site.stories.filter { inFront.contains($0.key) && !$0.key.isEmpty && $0.value.count > 1 }
        let stories = several.values.compactMap { items in
            items.max { ($0.lastChanged, $1.id) < ($1.lastChanged, $0.id) }.map { (latest: $0, items: items) }
        }
        let ordered = newestFirst(stories, by: { $0.latest.lastChanged }, id: { $0.latest.storyID })
        html.element("section", ["id": "stories", "aria-labelledby": "stories-title"]) { html in
            html.element("h2", ["id": "stories-title"], "Stories")
            if ordered.isEmpty { html.element("p", [:], "No story has more than one development yet.") }
            html.element("ul", ["class": "list"]) { html in
                for story in ordered.prefix(storyLimit) {
                    html.element("li") { html in
                        html.element(
                            "span", ["dir": "auto"], nonEmpty(story.latest.storyTitle, else: "A story without a title"))
                        html.element("span", ["class": "meta"]) { html in
                            html.text("\(Count.words(story.items.count, "development")), latest: ")
                            html.element("a", ["href": Site.page(of: story.latest.id)], story.latest.title)
                        }
                    }
                }
            }
            if ordered.count > storyLimit {
                html.element("p", ["class": "note"], "And \(ordered.count - storyLimit) more stories.")
            }
        }
        html.newLine()
    }

    private static let storyLimit = 40
}

/// Numbers with their nouns.
enum Count {
    static func words(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(count) \(count == 1 ? one : many ?? one + "s")"
    }
}

extension XMLWriter {
    /// Writes who vouches for an act, as a badge that reads without its colour.
    mutating func badge(_ item: PublishedDevelopment) { status(of: item, class: "badge ") }

    /// Writes who vouches for an act; nothing where the act is not sure.
    mutating func status(of item: PublishedDevelopment, class name: String = "") {
        guard let status = item.facts.status else { return }
        element("span", ["class": name + status.rawValue], item.statusWords)
    }

    /// Writes how far an act has come, where, when and by whom it is told; nothing when that is told elsewhere.
    mutating func circumstances(of item: PublishedDevelopment, class name: String? = nil) {
        let words = SummaryWords.circumstances(item)
        if !words.isEmpty { element("p", ["class": name]) { $0.prose(words) } }
    }

    /// Writes where the sources disagree; nothing when they do not.
    mutating func disagreement(_ item: PublishedDevelopment) {
        guard !item.contradictionNote.isEmpty else { return }
        element("p", ["class": "split"]) { html in
            html.element("strong", [:], "Sources disagree: ")
            html.prose("\(item.contradictionNote).")
        }
    }

    /// Writes a sentence of evidence with a link to its place on the source's page.
    mutating func quotation(_ claim: PublishedDevelopment.Claim) {
        let language = LanguageTag.valid(claim.language)
        element("blockquote", ["cite": claim.url.isEmpty ? nil : claim.url]) { html in
            if !claim.sentence.isEmpty {
                html.element(
                    "p", ["lang": language, "dir": LanguageTag.direction(claim.language) ?? "auto"], claim.sentence)
            }
            html.element("footer") { html in
                html.text("— ")
                html.sourceLink(claim)
                html.text(", \(DateWords.day(claim.published.date))")
                if claim.sentence.isEmpty { html.text(" (sentence withheld by licence)") }
            }
        }
    }

    /// Writes whose words the title is, and what we read in the development.
    mutating func tags(of item: PublishedDevelopment) {
        element("p", ["class": "meta"]) { html in
            html.sourceLink(item.credited)
            if !item.tagLine.isEmpty { html.prose(" · \(item.tagLine)") }
        }
    }

    /// Writes a source's name, which may run the other way, as a link to its sentence.
    mutating func sourceLink(_ claim: PublishedDevelopment.Claim) {
        let write = { (html: inout XMLWriter) in html.element("bdi", [:], claim.outletName) }
        guard !claim.url.isEmpty else { return write(&self) }
        element("a", ["href": PublicURL.link(claim.url, toText: claim.sentence)], body: write)
    }
}
