internal import Encoding

/// Linear models over readable features: one weight per feature and question; a file that `Scripts/calibrate` writes.
///
/// The questions are whether an article is relevant, and whether the type, modality and parties that the learned reader gives its
/// act are right.
struct LinearModel: Sendable {
    /// A question that the model answers.
    enum Head: Hashable, Sendable {
        case relevance
        /// Whether a field of the primary act is right.
        case field(Event.Field)
    }

    /// The questions in the order of a sum's numbers.
    static let heads: [Head] = [.relevance] + Event.Field.allCases.map(Head.field)

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
        rows[Vocabulary.hash(feature.utf8)] = first..<Int32(weights.count)
        return true
    }

    /// Returns the probability that features speak for a question, bias included, in thousandths.
    func probability(_ head: Head, _ features: [Feature]) -> Double {
        let question = Self.heads.firstIndex(of: head) ?? 0
        let sum = features.reduce(weight(Self.bias, question)) { $0 + weight($1.key, question) * $1.value }
        return (Probability.sigmoid(sum) * 1000).rounded() / 1000
    }

    /// Returns a feature's weight for a question, 0 where it has none.
    private func weight(_ key: UInt64, _ question: Int) -> Double {
        for index in rows[key] ?? 0..<0 where Int(questions[Int(index)]) == question { return weights[Int(index)] }
        return 0
    }

    /// Returns a feature's weight for relevance.
    func relevanceWeight(_ feature: Feature) -> Double { weight(feature.key, 0) }

    private static let bias = Vocabulary.hash("bias".utf8)
}

extension LinearModel.Head {
    /// What the file calls the question.
    var name: String {
        switch self {
        case .relevance: "relevance"
        case .field(let field): "is-" + field.rawValue
        }
    }
}
