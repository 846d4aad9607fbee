import Curation
import Developments
import Notation

/// A development as the outputs show it: derived, labelled, and past the licence gate.
///
/// Every file is written from this.
struct PublishedDevelopment: Codable {
    /// What one article says, as a row of the entry's table.
    struct Claim: Codable {
        var articleID: String
        var outletID: String
        var outletName: String
        var outletURL: String
        var title: String
        var url: String
        var language: String
        var published: Timestamp
        var origin: String
        var venue: String
        var date: String
        var status: String
        var sentence: String
        var isCopy: Bool
        /// Other sentences of the article that tell where, when, through whom or on whose word.
        var further: [Further] = []

        /// A sentence on the act beside the one that tells it.
        struct Further: Codable {
            /// What it tells, as people read it: `Where, when`.
            var words: String
            var sentence: String
        }
    }

    /// A quote within an evidence sentence.
    struct Quote: Codable {
        var id: String
        var articleID: String
        var speakerID: String
        var speaker: String
        var asWritten: String
        var office: String
        var text: String
        var language: String
        var channel: Channel?
    }

    /// A person or body, with the code of those that have one.
    struct Named: Codable {
        var code: String
        var name: String
    }

    var id: String
    var storyID: String
    var storyTitle: String
    var mergedInto: String
    var firstSeen: Timestamp
    var lastChanged: Timestamp
    var revision: Int
    /// What the reports that may be shown amount to.
    var facts: DevelopmentFacts
    /// The claim whose sentence is the evidence.
    var evidence: Claim
    /// What the article says whose words the title is: who is credited, and where a reader goes for more.
    var credited: Claim
    /// What each article says, in the order in which the articles came.
    var claims: [Claim]

    /// Where a reader goes for more: the credited article, at its sentence; the same in feed, page and table.
    ///
    /// No two developments of an edition share it.
    var link = ""
    /// Whether feeds and pages show it unasked: it stands high enough in an article, or several origins tell it.
    var isProminent = false
    /// A source's own words; what a person wrote or our tags where nobody's may be shown.
    var title = ""
    /// The language of the title, BCP 47; empty when it is ours.
    var titleLanguage = ""
    /// What we read in it, in words; empty when nothing.
    var tagLine = ""
    var summary = ""
    /// The status as people read it.
    var statusWords = ""
    /// The sentence that gives the status, where it is not the evidence.
    var statusBasis = ""
    /// The venue as people read it: `Ankara, Türkiye`.
    var venueWords = ""
    var venueAlternatives: [String] = []
    var contradictionNote = ""
    var persons: [Named] = []
    var organisations: [Named] = []
    var topics: [String] = []
    var ties: [Tie] = []
    var quotes: [Quote] = []
    var why = ""
    var licenceNote = ""
    /// Who holds which rights in the article of the evidence, as its feed says.
    var rights = ""
    /// Whether some of its reports are withheld whole.
    var hidesSources = false
    var correctedFields: [String] = []
    /// The development whose act, done before, this one undoes; empty for most.
    var supersedes = ""
    /// The development that undoes this one's act; empty while it stands.
    var supersededBy = ""
    /// The title of ``supersededBy``.
    var overtakenBy = ""
    /// Whether the days for which it was planned passed three days ago, and nobody told of it.
    var hasLapsed = false

    /// Parties, then mediators, each once.
    var codes: [String] { unique(facts.actors + facts.recipients + facts.mediators) }
    /// The names of the outlets, each once.
    var outletNames: [String] { unique(claims.map(\.outletName)) }

    /// The language of the title as an attribute; nil when it is ours or not known.
    var titleTag: String? { titleLanguage.isEmpty ? nil : LanguageTag.valid(titleLanguage) }

    /// How far an act has come, as read today: a plan whose days passed is not called a plan.
    var course: String { hasLapsed ? "date passed, no report" : Labels.course(facts.modality, facts.phase) }

    /// The first day on which a plan of which nobody told reads as passed; nil for what is no plan or has no day.
    var lapse: CalendarDate? {
        guard isPlanned, facts.status != .retracted, supersededBy.isEmpty else { return nil }
        return (facts.date?.end ?? facts.date?.start)?.adding(days: Self.daysOfGrace + 1)
    }

    /// The days after its last within which a planned act may still be told.
    private static let daysOfGrace = 3

    /// The name of a party, else its code.
    func label(_ code: String) -> String { PlainText.line(facts.partyLabels[code] ?? code) }
}
