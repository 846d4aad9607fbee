/// Probabilities from the numbers of a head, the same on every machine.
///
/// They are sums and products of doubles in a fixed order; round them (to 1/1000, say) before comparing them.
public enum Probability {
    /// The logistic function.
    ///
    /// - Parameter logit: the logarithm of odds, such as the number of a head with one output.
    /// - Returns: a probability; 0.5 for 0.
    public static func sigmoid(_ logit: Double) -> Double {
        let small = exponential(-logit.magnitude)
        return logit < 0 ? small / (1 + small) : 1 / (1 + small)
    }

    /// The probabilities of classes that exclude each other.
    ///
    /// - Parameter logits: a number for each class.
    /// - Returns: as many probabilities; their sum is 1.
    public static func softmax(_ logits: [Float]) -> [Double] {
        let largest = Double(logits.max() ?? 0)
        let powers = logits.map { exponential(Double($0) - largest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// e to the x, for x up to 700; 0 below -700.
    ///
    /// The C library's function differs between versions and processors.
    static func exponential(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        let power = (min(x, 700) * 1.4426950408889634).rounded(.toNearestOrEven)
        // ln 2 in two parts, the first with so few bits that its product is exact.
        let rest = min(x, 700) - power * 0.693147180369123816490 - power * 1.90821492927058770002e-10
        var sum = 1.0
        for n in stride(from: 13.0, through: 1, by: -1) { sum = 1 + sum * rest / n }
        return sum * Double(sign: .plus, exponent: Int(power), significand: 1)
    }
}
