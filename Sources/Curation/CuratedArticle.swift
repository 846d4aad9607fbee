public import Notation

/// What curation reads of an article.
public struct ArticleText: Hashable, Sendable {
    /// The headline; may be empty.
    public var title: String
    /// The body: paragraphs parted by blank lines; may be empty.
    public var text: String
    /// When it was published, the anchor of relative dates; nil when unknown.
    public var published: Timestamp?
    /// The publisher's offset from UTC in seconds, for weekdays near midnight.
    public var offset: Int
    /// The page's address; empty when unknown.
    public var url: String
    /// BCP 47; nil to detect it.
    public var language: String?
    /// The id of the source, for the desk's rules; empty when unknown.
    public var source: String

    /// Creates the text to be curated.
    public init(
        title: String, text: String, published: Timestamp? = nil, offset: Int = 0, url: String = "",
        language: String? = nil, source: String = ""
    ) {
        self.source = source
        self.title = title
        self.text = text
        self.published = published
        self.offset = offset
        self.url = url
        self.language = language
    }
}

/// Whether an article is published.
public enum Decision: String, CaseIterable, Hashable, Codable, Sendable {
    case kept, dropped, review
}

/// What curation says of an article: the decision, its reasons, and the events with their evidence.
public struct CuratedArticle: Hashable, Codable, Sendable {
    /// BCP 47, declared or detected; empty when neither.
    public var language: String
    /// Whether the score reaches the keep threshold, before user rules.
    public var relevant: Bool
    /// The relevance, 0...1.
    public var score: Double
    /// Whether the score reaches the line from which an article is published although its act is not sure; nil in what was
    /// stored before there was such a line.
    public var surelyRelevant: Bool?
    /// The decision, after user rules.
    public var decision: Decision
    /// What pushed the decision, strongest first.
    public var why: [Reason]
    /// The events, the primary one first; empty when dropped.
    public var events: [Event]
    /// Sentences held for background; never events.
    public var background: [Evidence]
    /// The codes of all events, each once.
    public var countries: [String]
    /// Short names of organisations, such as `UN Security Council`.
    public var organisations: [String]
    /// Topics of the closed list, strongest first.
    public var topics: [String]
    /// Holders of offices that the article names.
    public var persons: [Person]
    /// Places that the article names.
    public var places: [Place]
    /// What was said in quotation marks, and by whom.
    public var quotes: [Quote]
    /// What was decided before it was curated anew, the first decision first; nil when it never was.
    public var earlier: [EarlierDecision]?

    /// Creates a curated article without findings.
    public init(language: String, relevant: Bool, score: Double, decision: Decision, why: [Reason] = []) {
        self.language = language
        self.relevant = relevant
        self.score = score
        self.decision = decision
        self.why = why
        events = []
        background = []
        countries = []
        organisations = []
        topics = []
        persons = []
        places = []
        quotes = []
    }
}

/// A decision that a later one replaced.
public struct EarlierDecision: Hashable, Codable, Sendable {
    /// What made another decision of it.
    public enum Cause: String, CaseIterable, Hashable, Codable, Sendable {
        /// The publisher changed the text.
        case edit
        /// Other names, rules, weights or thresholds.
        case recode
        /// A person of the desk.
        case person
        /// Nobody reviewed it in time.
        case expiry
    }

    /// What was decided.
    public var decision: Decision
    /// The relevance then, 0...1.
    public var score: Double
    /// When the next decision replaced it.
    public var until: Timestamp
    /// What replaced it; nil where that was not noted.
    public var cause: Cause?

    /// Creates an earlier decision.
    public init(decision: Decision, score: Double, until: Timestamp, cause: Cause? = nil) {
        self.decision = decision
        self.score = score
        self.until = until
        self.cause = cause
    }
}

/// One thing that pushed a decision.
public struct Reason: Hashable, Codable, Sendable {
    /// The rule's name.
    public var rule: String
    /// How far it pushed: positive towards keeping.
    public var weight: Double
    /// The words that matched.
    public var text: String?
    /// `title` when the offsets count in the title, nil for the body.
    public var part: Evidence.Part?
    /// Where the words start, in Unicode scalars.
    public var start: Int?
    /// Where the words end, exclusive.
    public var end: Int?

    /// Creates a reason.
    public init(
        rule: String, weight: Double, text: String? = nil, part: Evidence.Part? = nil, start: Int? = nil,
        end: Int? = nil
    ) {
        self.rule = rule
        self.weight = weight
        self.text = text
        self.part = part
        self.start = start
        self.end = end
    }

    private enum CodingKeys: String, CodingKey {
        case rule, weight, text
        case part = "in"
        case start, end
    }
}

/// A holder of a public office, as an article names them.
public struct Person: Hashable, Codable, Sendable {
    /// The lexicon's id; empty when the lexicon does not know them.
    public var id: String
    /// The common English full name.
    public var name: String
    /// The forms in the text.
    public var asWritten: [String]
    /// The office, as stated or known at the date.
    public var office: String
    /// The state or body the office belongs to.
    public var country: String

    /// Creates a person.
    public init(id: String = "", name: String, asWritten: [String] = [], office: String = "", country: String = "") {
        self.id = id
        self.name = name
        self.asWritten = asWritten
        self.office = office
        self.country = country
    }
}

/// A place that an article names.
public struct Place: Hashable, Codable, Sendable {
    /// The common English name.
    public var name: String
    /// The alpha-3 code; empty where disputed.
    public var country: String

    /// Creates a place.
    public init(name: String, country: String) {
        self.name = name
        self.country = country
    }
}

/// A stretch in quotation marks and who said it.
public struct Quote: Hashable, Codable, Sendable {
    /// The name of a person, or the body as written.
    public var speaker: String
    /// The lexicon's id of the speaker, nil when unknown.
    public var speakerID: String?
    /// The speaker as the text has it.
    public var asWritten: String
    /// The speaker's office, empty when unknown.
    public var office: String
    /// The words without their quotation marks.
    public var text: String
    /// How the source knows.
    public var channel: Channel?
    /// Where the quote starts, marks included, in Unicode scalars.
    public var start: Int
    /// Where it ends, marks included, exclusive.
    public var end: Int

    /// Creates a quote.
    public init(
        speaker: String, speakerID: String? = nil, asWritten: String = "", office: String = "", text: String,
        channel: Channel? = nil, start: Int, end: Int
    ) {
        self.speaker = speaker
        self.speakerID = speakerID
        self.asWritten = asWritten
        self.office = office
        self.text = text
        self.channel = channel
        self.start = start
        self.end = end
    }
}
