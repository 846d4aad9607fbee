import CEncoding

/// A linear map from a vector to some numbers, such as one for each class.
public struct Head: Sendable {
    /// How many numbers a vector must have.
    public let inputs: Int
    /// How many numbers come out.
    public let outputs: Int
    private let weights: [Float]
    private let biases: [Float]

    init(weights: [Float], biases: [Float]) {
        outputs = biases.count
        inputs = weights.count / max(1, biases.count)
        self.weights = weights
        self.biases = biases
    }

    /// The numbers for a vector, summed in a fixed order.
    ///
    /// - Parameter vector: `inputs` numbers.
    /// - Returns: `outputs` numbers: logits, in a head that classifies.
    public func callAsFunction(_ vector: [Float]) -> [Float] {
        precondition(vector.count == inputs, "a vector of \(vector.count) for a head of \(inputs)")
        return weights.withUnsafeBufferPointer { weights in
            guard let base = weights.baseAddress else { return biases }
            return biases.indices.map { encoding_dot(base + $0 * inputs, vector, inputs) + biases[$0] }
        }
    }
}
