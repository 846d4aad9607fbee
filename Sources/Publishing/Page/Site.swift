import Curation
import Developments
import Notation

/// What the pages are made of: all that may be shown, and what the front page takes of it.
struct Site {
    /// The days that the front page goes back at most.
    static let frontDays = 14
    /// The developments that the front page lists at most.
    static let frontLimit = 200

    let settings: PublicationSettings
    let calendar: DeskCalendar
    let facts: RunFacts
    let now: Timestamp
    /// Everything that has a page, newest first.
    let developments: [PublishedDevelopment]
    /// What people are shown unasked: no merged one, and none told in passing by a single origin.
    let shown: [PublishedDevelopment]
    /// What the feeds may hold: `shown`, and merged ones, whose entries say where their reports went.
    let prominent: [PublishedDevelopment]
    /// The last days of `shown`.
    let front: [PublishedDevelopment]
    /// The pages of months; none while the front page holds everything.
    let months: [MonthPage.Part]
    /// The revisions, newest first.
    let revisions: [PublishedRevision]
    let articleCount: Int
    /// The revisions of each development, oldest first.
    let history: [String: [PublishedRevision]]
    /// What is shown of each story, newest first.
    let stories: [String: [PublishedDevelopment]]

    init(_ view: PublicationView, articles: Int, facts: RunFacts, now: Timestamp, settings: PublicationSettings) {
        self.settings = settings
        calendar = DeskCalendar(zone: settings.timeZone)
        self.facts = facts
        self.now = now
        developments = view.developments
        prominent = view.developments.filter(\.isProminent)
        shown = prominent.filter(\.mergedInto.isEmpty)
        front = Array(recent(shown, days: Self.frontDays, by: { $0.firstSeen }).prefix(Self.frontLimit))
        months = shown.count > front.count ? MonthPage.parts(shown, calendar: calendar) : []
        revisions = PublishedRevision.all(view.changes)
        articleCount = articles
        history = Dictionary(grouping: revisions.reversed(), by: \.development.id)
        stories = Dictionary(grouping: shown, by: \.storyID)
    }

    /// Returns the developments whose pages differ when some do: these, and those that list their titles as earlier in the
    /// story.
    func listing(_ touched: Set<String>) -> Set<String> {
        var result = touched
        for items in stories.values where items.count > 1 {
            for (index, item) in items.enumerated() where touched.contains(item.id) {
                result.formUnion(items[max(0, index - DevelopmentPage.relatedLimit)..<index].map(\.id))
            }
        }
        return result
    }

    /// The page of a development, from the output folder.
    static func page(of id: String) -> String { "d/\(PublicURL.segment(id)).html" }

    /// The time of the last published change; nil when nothing is published.
    var lastChange: Timestamp? {
        let newest = developments.lazy.map(\.lastChanged).max()
        return [newest, revisions.first?.when].compactMap { $0 }.max()
    }

}

extension PublishedDevelopment {
    /// Whether the act lies ahead, as far as anybody said.
    var isPlanned: Bool {
        guard facts.modality == .future || facts.modality == .hypothetical else { return false }
        switch facts.phase {
        case .held, .cancelled, .failed: return false
        case .proposed, .announced, .scheduled, .underWay, .postponed, nil: return true
        }
    }

    /// Whether people come together: talks, visits and meetings; a call has no place.
    var isMeeting: Bool { facts.type == .consult && facts.mode != "call" && facts.modality != .negated }
}
