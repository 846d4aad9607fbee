public import Curation
internal import GRDB
public import Notation

/// Which articles are wanted.
public struct ArticleQuery: Sendable {
    /// How much of the text is wanted with them.
    public enum Text: Hashable, Sendable {
        /// Nothing: `text` is empty.
        case none
        /// The first characters, for an excerpt.
        case start(Int)
        case full

        var sql: String {
            switch self {
            case .none: "NULL"
            case .start(let count): "substr(t.text, 1, \(count))"
            case .full: "t.text"
            }
        }
    }

    /// The decision; nil: any.
    public var decision: Decision?
    /// The source; nil: any.
    public var sourceID: String?
    /// The alpha-3 code of a country that takes part; nil: any.
    public var country: String?
    /// A topic; nil: any.
    public var topic: String?
    /// The type of one of the events; nil: any.
    public var type: EventType?
    /// The earliest time that orders articles.
    public var since: Timestamp?
    /// The time before which articles must lie.
    public var until: Timestamp?
    /// How many at most; nil: all.
    public var limit: Int?
    /// How much of the text is wanted with them.
    public var text: Text

    /// Creates a query for all articles, with their texts.
    public init(
        decision: Decision? = nil, sourceID: String? = nil, since: Timestamp? = nil, until: Timestamp? = nil,
        limit: Int? = nil, text: Text = .full
    ) {
        self.decision = decision
        self.sourceID = sourceID
        self.since = since
        self.until = until
        self.limit = limit
        self.text = text
    }

    /// The condition on a table named `a`.
    var condition: (sql: String, arguments: [DatabaseValue]) {
        var terms = ["1"]
        var arguments: [DatabaseValue] = []
        func add(_ term: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            terms.append(term)
            arguments.append(value.databaseValue)
        }
        let tagged = "a.number IN (SELECT article FROM articleTag WHERE kind ="
        add("a.decision = ?", decision?.rawValue)
        add("a.source = ?", sourceID)
        add("\(tagged) 'country' AND value = ?)", country)
        add("\(tagged) 'topic' AND value = ?)", topic)
        add("\(tagged) 'type' AND value = ?)", type?.rawValue)
        // The index of decision and time serves a window of time only when it knows the decisions.
        if decision == nil, since != nil {
            terms.append("a.decision IN (\(Decision.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")))")
        }
        add("a.time >= ?", since?.seconds)
        add("a.time < ?", until?.seconds)
        return (terms.joined(separator: " AND "), arguments)
    }
}
