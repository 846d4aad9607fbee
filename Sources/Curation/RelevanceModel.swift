/// A linear model over readable features; its weights are a file.
struct RelevanceModel: Sendable {
    /// By feature name; `bias` is always on.
    var weights: [String: Double] = [:]
    /// By the hash of a word's root.
    var words: [UInt64: Double] = [:]

    /// Returns how far each feature pushes, positive towards keeping.
    func pushes(of features: [Feature]) -> [Double] { features.map { $0.value * (weights[$0.name] ?? 0) } }

    /// Returns the probability that such pushes make.
    func score(_ pushes: [Double]) -> Double {
        let sum = pushes.reduce(weights["bias"] ?? 0, +)
        return 1 / (1 + Self.exponential(-sum))
    }

    /// eˣ without a maths library: halve, expand, square.
    static func exponential(_ x: Double) -> Double {
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

/// Something that speaks for or against relevance, and where it stands.
struct Feature: Sendable {
    var name: String
    var value: Double
    var text: String?
    var part: Evidence.Part?
    var start: Int32?
    var end: Int32?
}
