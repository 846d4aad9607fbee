public import Curation

/// What is shown of a development, derived from its reports by the rules of `Development+Claims`.
///
/// What no report is sure of is empty, and named in ``unsure``; ``Development/guess(sources:labels:)`` has it all.
public struct DevelopmentFacts: Hashable, Codable, Sendable {
    /// The kind of act that most origins tell; nil where none is sure of it.
    public var type: EventType?
    /// The grade or kind within the type; empty when none.
    public var mode: String
    /// CAMEO codes.
    public var cameo: [String]
    /// PLOVER's score; nil unless the act occurred.
    public var score: Double?
    /// Who does the act, as codes.
    public var actors: [String]
    /// Whom the act is aimed at, as codes.
    public var recipients: [String]
    /// Third parties that bring the others together.
    public var mediators: [String]
    /// The states among all parties; those that the articles name first where no parties are shown.
    public var countries: [String]
    /// Whether ``countries`` act in the development or are only named.
    public var countriesBasis: CountriesBasis = .acting
    /// The bodies (`EUU UNO NAT`) among the same.
    public var organisations: [String]
    /// What people read for each code of a party.
    public var partyLabels: [String: String]
    /// The best supported venue; nil when none is told.
    public var venue: Venue?
    /// The venues that other origins tell and that exclude `venue`.
    public var venueAlternatives: [Venue]
    /// The best supported date; nil when none is told.
    public var date: EventDate?
    /// Whether the act happened; nil where no report is sure of it.
    public var modality: Modality?
    /// Who vouches for it; nil where no report is sure of the act.
    public var status: Status?
    /// The codes of the parties on record for it.
    public var onRecordBy: [String]
    /// The codes of the parties that deny it.
    public var deniedBy: [String]
    /// How far the meeting or deal has come.
    public var phase: Phase?
    /// The strongest channel by which a source knows.
    public var channel: Channel?
    /// A source's own words; our tags where none may be shown, or what a person wrote.
    public var title: String
    /// The place in `reports` of the report whose words the title is; nil where it is no source's.
    public var titleReport: Int?
    /// The place in `reports` of the report whose sentence is shown.
    public var evidenceReport: Int
    /// Where the origins disagree, in words; empty when they do not.
    public var contradictionNote: String
    /// Articles, copies included.
    public var articleCount: Int
    /// Outlets.
    public var sourceCount: Int
    /// Publishers, each owner once; copies do not count.
    public var ownerCount: Int
    /// Independent origins.
    public var originCount: Int
    /// Countries of the outlets.
    public var countryCount: Int
    /// Official outlets.
    public var officialCount: Int
    /// The most prominent place in which a report tells it.
    public var prominence: Prominence
    /// The highest relevance of a report.
    public var relevance: Double
    /// How much speaks for it, 0...1, by the table of `Confidence`; nil where the act is not shown.
    public var confidence: Double?
    /// The fields that a person gave a value, by their columns.
    public var corrected: [String] = []

    /// The fields that have a guess which is not sure enough to be shown.
    public var unsure: [String] = []
    /// Whether it is published: its act is shown, a person set a field, or its article is surely relevant.
    public var isPublished = false

    /// What the countries of a development are to its act.
    public enum CountriesBasis: String, Hashable, Codable, Sendable {
        case acting, mentioned
    }

    /// Whether origins disagree.
    public var isContradicted: Bool { !contradictionNote.isEmpty }
}
