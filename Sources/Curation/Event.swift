public import Notation

/// One act between states or international organisations, coded from one sentence of an article.
///
/// Act, actors, recipients and modality come from the evidence sentence; venue, date, mediators and status may come from
/// another sentence of the same article on the same act, which is then kept beside them.
public struct Event: Hashable, Codable, Sendable {
    /// What kind of act it is.
    public var type: EventType
    /// The grade or kind within the type (`visit`, `call`, `condemnation`), empty when none applies.
    public var mode: String
    /// CAMEO codes, written `CAMEO:045`.
    public var cameo: [String]
    /// How far a meeting, talks or a deal have come.
    public var phase: Phase?
    /// Who does the act: alpha-3 codes, or EUU, UNO, NAT.
    public var actors: [String]
    /// Whom the act is aimed at or addressed to; empty for mutual acts.
    public var recipients: [String]
    /// Third parties that bring the others together.
    public var mediators: [String]
    /// What people read for a code where the code alone misleads (`YEM` → Houthis).
    public var actorLabels: [String: String]
    /// Who acts with whom, as pairs of codes.
    public var pairs: [[String]]
    /// Where the act takes place.
    public var venue: Venue?
    /// When the act takes place.
    public var date: EventDate?
    /// The sentence that names the mediators, when it is not the event's own.
    public var mediatorsEvidence: Evidence?
    /// Whether the act happened, is planned, is possible or did not happen.
    public var modality: Modality
    /// Who vouches for the act.
    public var status: Status
    /// The codes of the parties that are on record for the act, or deny it.
    public var statusBasis: [String]
    /// The sentence that gives the status, when it is not the event's own.
    public var statusEvidence: Evidence?
    /// How the source knows.
    public var channel: Channel?
    /// The outlet or agency that the sentence credits; empty for the article's own voice.
    public var origin: String
    /// The kind of act, done before, that this act undoes: a deal that collapses, a visit cut short; nil for most.
    public var undoes: EventType?
    /// PLOVER's conflict–cooperation score; nil unless the act occurred.
    public var score: Double?
    /// What the act is about, in the sentence's words ("its missiles").
    public var object: String
    /// Whether the headline itself tells the act; nil where that was not looked at.
    public var isInHeadline: Bool?
    /// Whether this is the act the article is news about.
    public var isPrimary: Bool
    /// The sentence that asserts the act.
    public var evidence: Evidence
    /// How likely type, modality and parties are right; nil for an act that is not the article's primary one.
    public var confidence: Confidence?
    /// What ``shows`` holds; nil in events that were stored before there was such a thing.
    private var shown: [Field]?

    /// The fields that are sure enough to be published, by the lines of `lines.tsv`.
    public var shows: Set<Field> {
        get { Set(shown ?? []) }
        set { shown = Field.allCases.filter(newValue.contains) }
    }

    /// Whether what kind of act it is, and whether it was done, is sure enough to be published.
    public var showsAct: Bool { shows.isSuperset(of: [.type, .modality]) }

    /// A field whose value is published only when it is sure.
    public enum Field: String, CaseIterable, Hashable, Codable, Sendable {
        case type, modality, parties
    }

    /// The probability that each field is right, 0...1, of an article that is what its relevance says.
    public struct Confidence: Hashable, Codable, Sendable {
        /// That of the type.
        public var type: Double
        /// That of the modality.
        public var modality: Double
        /// That of the parties, both sides.
        public var parties: Double
    }

    /// Creates an event with the members that every event has; the others start empty.
    public init(
        type: EventType, actors: [String], recipients: [String] = [], modality: Modality = .occurred,
        status: Status = .reported, evidence: Evidence
    ) {
        self.type = type
        self.actors = actors
        self.recipients = recipients
        self.modality = modality
        self.status = status
        self.evidence = evidence
        mode = ""
        cameo = []
        mediators = []
        actorLabels = [:]
        pairs = []
        statusBasis = []
        origin = ""
        object = ""
        isPrimary = false
    }

    /// Who acts and whom the act is aimed at, each once.
    public var parties: [String] { actors + recipients.filter { !actors.contains($0) } }

    private enum CodingKeys: String, CodingKey {
        case type, mode, cameo, phase, actors, recipients, mediators, actorLabels, pairs, venue, date, mediatorsEvidence
        case modality, status, statusBasis, statusEvidence, channel, origin, undoes, score, object
        case isInHeadline = "inHeadline"
        case isPrimary = "primary"
        case evidence, confidence
        case shown = "shows"
    }
}

/// The event types of PLOVER, and our extension `STATEMENT` (table `demarche-plover/1`).
public enum EventType: String, CaseIterable, Hashable, Codable, Sendable {
    case agree = "AGREE"
    case consult = "CONSULT"
    case support = "SUPPORT"
    case cooperate = "COOPERATE"
    case aid = "AID"
    case concede = "CONCEDE"
    case retreat = "RETREAT"
    case request = "REQUEST"
    case accuse = "ACCUSE"
    case reject = "REJECT"
    case threaten = "THREATEN"
    case sanction = "SANCTION"
    case coerce = "COERCE"
    case mobilize = "MOBILIZE"
    case assault = "ASSAULT"
    case statement = "STATEMENT"

    /// PLOVER's own fifteen.
    static let coded = allCases.filter { $0 != .statement }
}

/// Whether an act happened.
public enum Modality: String, CaseIterable, Hashable, Codable, Sendable {
    case occurred, future, hypothetical, negated
}

/// Who vouches for an act; `on_record` means that a party spoke of it, never that it is true.
public enum Status: String, CaseIterable, Hashable, Codable, Sendable {
    case reported, unconfirmed
    case onRecord = "on_record"
    case denied, retracted

    /// Reads a status as this program writes it, or as earlier ones did, which wrote `confirmed` for `on_record`.
    public init?(written text: String) {
        self.init(rawValue: text == "confirmed" ? Status.onRecord.rawValue : text)
    }

    /// Reads what ``init(written:)`` reads.
    ///
    /// - Throws: `DecodingError` for any other text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let status = Status(written: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "`\(text)` is no status")
        }
        self = status
    }
}

/// How far a meeting, talks or a deal have come.
public enum Phase: String, CaseIterable, Hashable, Codable, Sendable {
    case proposed, announced, scheduled
    case underWay = "under_way"
    case held, postponed, cancelled, failed
}

/// How a source knows of an act.
public enum Channel: String, CaseIterable, Hashable, Codable, Sendable {
    case onRecord = "on_record"
    case anonymous
    case agencyReport = "agency_report"
    case socialPost = "social_post"
    case document
}

/// A sentence of an article and where it stands.
public struct Evidence: Hashable, Codable, Sendable {
    /// Which text the offsets count in.
    public enum Part: String, Hashable, Codable, Sendable {
        /// The article's title, where no sentence of the body asserts the act.
        case title
    }

    /// The sentence as written.
    public var text: String
    /// Where it starts, in Unicode scalars.
    public var start: Int
    /// Where it ends, in Unicode scalars, exclusive.
    public var end: Int
    /// `title` when the offsets count in the title, nil for the body.
    public var part: Part?

    /// Creates evidence from a sentence and its range in Unicode scalars.
    public init(text: String, start: Int, end: Int, part: Part? = nil) {
        self.text = text
        self.start = start
        self.end = end
        self.part = part
    }

    private enum CodingKeys: String, CodingKey {
        case text, start, end
        case part = "in"
    }
}

/// Where an act takes place.
public struct Venue: Hashable, Codable, Sendable {
    /// The town, else region, strait or shoal; empty when only a country is known.
    public var place: String
    /// The alpha-3 code; empty on the high seas or where disputed.
    public var country: String
    /// The sentence that names the venue, when it is not the event's own.
    public var evidence: Evidence?

    /// Creates a venue.
    public init(place: String, country: String, evidence: Evidence? = nil) {
        self.place = place
        self.country = country
        self.evidence = evidence
    }
}

/// When an act takes place, as precisely as the article says.
public struct EventDate: Hashable, Codable, Sendable {
    /// How much of the date is known.
    public enum Precision: String, CaseIterable, Hashable, Codable, Sendable {
        case day, range, week, month, year, unknown
    }

    /// The first day, nil when unknown.
    public var start: CalendarDate?
    /// The last day, nil when unknown; equal to `start` for a single day.
    public var end: CalendarDate?
    /// How much of the date is known.
    public var precision: Precision
    /// Whether another article gave the anchor.
    public var inferred: Bool
    /// The sentence that gives the date, when it is not the event's own.
    public var evidence: Evidence?

    /// Creates a date.
    public init(
        start: CalendarDate?, end: CalendarDate?, precision: Precision, inferred: Bool = false,
        evidence: Evidence? = nil
    ) {
        self.start = start
        self.end = end
        self.precision = precision
        self.inferred = inferred
        self.evidence = evidence
    }
}
