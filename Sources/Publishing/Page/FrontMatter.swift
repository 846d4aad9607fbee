import Developments
public import Notation

/// What the front page tells of the developments: it stays as it is until something is published or the day is over.
///
/// A run in which nothing changed needs no more of the store than this.
public struct FrontMatter: Codable, Hashable, Sendable {
    /// The desk's day, which decides what is "yesterday" and which plans have lapsed.
    public let day: CalendarDate
    /// How many developments are shown.
    public let developments: Int
    /// How many articles are shown.
    public let articles: Int
    /// How many developments people are shown unasked, in how many stories, from how many articles; in words.
    let counts: String
    /// The time of the last published change; nil when nothing is published.
    let lastChange: Timestamp?
    /// The sections.
    let sections: String

    init(_ site: Site) {
        day = site.calendar.day(site.now)
        developments = site.developments.count
        articles = site.articleCount
        let stories = Set(site.shown.map(\.storyID)).count
        counts =
            "\(Count.words(site.shown.count, "development")) in \(Count.words(stories, "story", "stories")), "
            + "from \(Count.words(site.articleCount, "article"))"
        lastChange = site.lastChange
        var html = XMLWriter(.html)
        FrontPage.sections(of: site, &html)
        sections = String(decoding: html.bytes, as: UTF8.self)
    }
}
