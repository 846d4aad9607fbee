/// Linear models over readable features: one weight per feature and question; a file that `Scripts/calibrate` writes.
///
/// The questions are whether an article is relevant, which type and modality its act has, and whether type, modality and
/// parties that the rules coded are right.
struct LinearModel: Sendable {
    /// A question that the model answers.
    enum Head: Hashable, Sendable {
        case relevance
        case type(EventType)
        case modality(Modality)
        /// Whether a field of the coded act is right.
        case field(Event.Field)
    }

    /// The questions in the order of a sum's numbers.
    static let heads: [Head] =
        [.relevance] + EventType.coded.map(Head.type) + Modality.allCases.map(Head.modality)
        + Event.Field.allCases.map(Head.field)

    private static let numbers: [String: UInt8] = Dictionary(
        uniqueKeysWithValues: heads.enumerated().map { ($1.name, UInt8($0)) })

    /// By the feature's key, the range of its weights.
    private var rows: [UInt64: Range<Int32>] = [:]
    private var questions: [UInt8] = []
    private var weights: [Double] = []

    /// Adds a row of the file: a feature and its weights in hundredths, `relevance=31 CONSULT=-12`.
    ///
    /// - Returns: false when a weight cannot be read.
    mutating func add(_ feature: some StringProtocol, _ fields: some StringProtocol) -> Bool {
        let first = Int32(weights.count)
        for field in fields.split(separator: " ") {
            let parts = field.split(separator: "=")
            guard parts.count == 2, let number = Self.numbers[String(parts[0])], let weight = Int(parts[1]) else {
                return false
            }
            questions.append(number)
            weights.append(Double(weight) / 100)
        }
        rows[WordPairs.key(ofName: feature)] = first..<Int32(weights.count)
        return true
    }

    /// Returns the sums of all questions, bias included.
    func sums(_ features: some Sequence<(key: UInt64, value: Double)>) -> [Double] {
        var sums = [Double](repeating: 0, count: Self.heads.count)
        add(Self.bias, 1, to: &sums)
        for feature in features { add(feature.key, feature.value, to: &sums) }
        return sums
    }

    private func add(_ key: UInt64, _ value: Double, to sums: inout [Double]) {
        guard let row = rows[key] else { return }
        for index in row { sums[Int(questions[Int(index)])] += weights[Int(index)] * value }
    }

    /// Returns a feature's weight for relevance.
    func relevanceWeight(_ key: UInt64) -> Double {
        for index in rows[key] ?? 0..<0 where questions[Int(index)] == 0 { return weights[Int(index)] }
        return 0
    }

    private static let bias = WordPairs.key(ofName: "bias")

    /// Returns the probability that a sum makes.
    static func probability(_ sum: Double) -> Double { 1 / (1 + exponential(-sum)) }

    /// eˣ without a maths library, so that every processor has the same: halve, expand, square.
    private static func exponential(_ x: Double) -> Double {
        guard x.isFinite else { return x > 0 ? .infinity : 0 }
        let clamped = min(max(x, -700), 700)
        var halvings = 0
        var small = clamped
        while abs(small) > 0.5 {
            small /= 2
            halvings += 1
        }
        var term = 1.0
        var sum = 1.0
        for step in 1...14 {
            term *= small / Double(step)
            sum += term
        }
        for _ in 0..<halvings { sum *= sum }
        return sum
    }
}

extension LinearModel.Head {
    /// What the file calls the question.
    var name: String {
        switch self {
        case .relevance: "relevance"
        case .type(let type): type.rawValue
        case .modality(let modality): modality.rawValue
        case .field(let field): "is-" + field.rawValue
        }
    }
}

/// What the sums of an article say.
struct LinearAnswer: Sendable {
    private let sums: [Double]

    init(_ sums: [Double]) { self.sums = sums }

    /// A question's sum: the logarithm of the odds.
    func sum(_ head: LinearModel.Head) -> Double {
        LinearModel.heads.firstIndex(of: head).map { sums[$0] } ?? 0
    }

    /// The likeliest type.
    var type: EventType { EventType.coded.max { sum(.type($0)) < sum(.type($1)) } ?? .consult }

    /// The likeliest modality.
    var modality: Modality { Modality.allCases.max { sum(.modality($0)) < sum(.modality($1)) } ?? .occurred }

    /// How far a type is ahead of all others; negative when another is likelier.
    func margin(of type: EventType) -> Double {
        let others = EventType.coded.filter { $0 != type }.map { sum(.type($0)) }
        return type == .statement ? -Self.farthest : clamp(sum(.type(type)) - (others.max() ?? 0))
    }

    /// How far a modality is ahead of all others.
    func margin(of modality: Modality) -> Double {
        let others = Modality.allCases.filter { $0 != modality }.map { sum(.modality($0)) }
        return clamp(sum(.modality(modality)) - (others.max() ?? 0))
    }

    /// The sum of relevance, held within bounds.
    var relevance: Double { clamp(sum(.relevance)) }

    private static let farthest = 6.0
    private func clamp(_ value: Double) -> Double { min(max(value, -Self.farthest), Self.farthest) }
}
