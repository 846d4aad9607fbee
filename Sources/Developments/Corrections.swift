public import Curation
public import Notation

/// What a desk's corrections amount to, in the order in which they were made.
public struct Corrections: Hashable, Sendable {
    /// An article that does not tell a development's act.
    public struct Separation: Hashable, Sendable {
        /// The development.
        public var developmentID: String
        /// The article.
        public var articleID: String
    }

    /// What is not published until a day.
    public struct Mute: Hashable, Sendable {
        /// `story`, `source` or `word`.
        public var kind: String
        /// The story's or source's id, or the word.
        public var target: String
        /// The last day on which it is not published.
        public var until: CalendarDate
    }

    /// Those that stand, without what was taken back.
    public private(set) var standing: [Correction] = []
    /// The decisions on articles.
    public private(set) var decisions: [String: Decision] = [:]
    /// The fields of developments.
    public private(set) var fields: [String: [FieldCorrection]] = [:]
    /// The developments that are merged into others, by the id of the one that is merged.
    public private(set) var merges: [String: String] = [:]
    /// The articles that were taken out of developments.
    public private(set) var splits: Set<Separation> = []
    /// What is muted.
    public private(set) var mutes: [Mute] = []

    /// Creates what no correction amounts to.
    public init() {}

    /// Follows corrections one after the other.
    public init(_ corrections: [Correction]) {
        for correction in corrections {
            if correction.verb != .undo {
                standing.append(correction)
            } else if let last = place(undoneBy: correction) {
                standing.remove(at: last)
            }
        }
        for correction in standing { follow(correction) }
    }

    /// The corrections that articles and developments bear; what is muted is only left out of what is published.
    public var borne: [Correction] { standing.filter { $0.verb != .mute } }

    /// Returns the correction that an `undo` takes back; nil when none is meant.
    public func undone(by undo: Correction) -> Correction? { place(undoneBy: undo).map { standing[$0] } }

    private func place(undoneBy undo: Correction) -> Int? {
        standing.lastIndex { $0.isMeant(by: undo.target) }
    }

    /// All developments that a correction names.
    public var developmentIDs: Set<String> {
        Set(fields.keys).union(merges.keys).union(merges.values).union(splits.map(\.developmentID))
    }

    private mutating func follow(_ correction: Correction) {
        switch correction.verb {
        case .keep: decisions[correction.target] = .kept
        case .drop: decisions[correction.target] = .dropped
        case .set:
            let new = FieldCorrection(field: correction.detail, value: correction.value)
            fields[correction.target, default: []].removeAll { $0.field == new.field }
            fields[correction.target, default: []].append(new)
        case .merge:
            // What was merged already leads to where that went; a circle is not followed.
            let target = merges[correction.target] ?? correction.target
            guard target != correction.detail else { return }
            merges[correction.detail] = target
            for (id, other) in merges where other == correction.detail { merges[id] = target }
        case .split: splits.insert(Separation(developmentID: correction.target, articleID: correction.detail))
        case .mute:
            guard let until = CalendarDate(iso: correction.value) else { return }
            mutes.append(Mute(kind: correction.detail, target: correction.target, until: until))
        case .undo: break
        }
    }
}

extension Correction {
    /// Whether `undo` with a target speaks of this correction: an empty target speaks of any.
    fileprivate func isMeant(by target: String) -> Bool {
        target.isEmpty || target == self.target || (verb == .merge || verb == .split) && target == detail
    }
}

/// A field of a development as a person gave it.
public struct FieldCorrection: Hashable, Codable, Sendable {
    /// The column of `developments.csv`.
    public var field: String
    /// Its value, written as in the column.
    public var value: String

    /// Creates a corrected field; what earlier programs called otherwise is called as it is now.
    public init(field: String, value: String) {
        let known = CorrectedField(written: field)
        self.field = known?.rawValue ?? field
        self.value = known?.current(value) ?? value
    }

    /// Reads a corrected field, by the names of today.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            field: try container.decode(String.self, forKey: .field),
            value: try container.decode(String.self, forKey: .value))
    }
}
