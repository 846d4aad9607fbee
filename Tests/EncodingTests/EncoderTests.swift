import CEncoding
import Foundation
import Testing

@testable import Encoding

@Suite("The encoder")
struct EncoderTests {
    static let texts = [
        "", "a", "ab c", "abc b é cab", "a b c a b c a b c", "c\tba\u{B}b ?? é",
        String(repeating: "abc é ", count: 20),
    ]

    @Test("Every form of the arithmetic gives the same bits", arguments: [(3, 96, 160), (2, 32, 64), (2, 64, 96)])
    func forms(heads: Int, size: Int, inner: Int) throws {
        let model = TinyModel(layers: 3, heads: heads, size: size, inner: inner, seed: UInt64(size))
        let plain = try model.encoder(.portable)
        for form in ArithmeticForm.allCases where form.isSupported {
            let encoder = try model.encoder(form)
            for text in Self.texts {
                let (expected, found) = (plain.encode(text), encoder.encode(text))
                #expect(found.states.map(\.bitPattern) == expected.states.map(\.bitPattern), "\(form): \(text)")
                #expect(found.pooled.map(\.bitPattern) == expected.pooled.map(\.bitPattern))
                #expect(found.story.map(\.bitPattern) == expected.story.map(\.bitPattern))
            }
        }
    }

    @Test("Extreme weights and inputs do not overflow: the forms stay equal", arguments: [UInt8(127), 129])
    func extremes(weight: UInt8) throws {
        var model = TinyModel()
        for name in model.tensors.keys where model.tensors[name]?.type == "I8" {
            model.fill(name, weight)
        }
        // All outputs of a row are then alike, so the bytes of the next inputs are all 127 or -127.
        let expected = try model.encoder(.portable).encode("abc é")
        for form in ArithmeticForm.allCases where form.isSupported {
            #expect(try model.encoder(form).encode("abc é").states == expected.states, "\(form)")
        }
    }

    @Test("The engine is near a plain computation in doubles", arguments: [true, false], Self.texts)
    func reference(isQuantised: Bool, text: String) throws {
        let model = TinyModel(heads: 2, size: 32, inner: 64)
        let encoded = try model.encoder().encode(text)
        let layers = ReferenceEncoder(model: model, isQuantised: isQuantised).states(encoded.numbers.map(Int.init))
        let expected = try #require(layers.last)
        // Rounding inputs to 1/127 of the largest moves a state by some hundredths of its length; where both sides round, only
        // numbers that lie between two bytes differ.
        let tolerance = isQuantised ? 0.01 : 0.05
        #expect(distance(encoded.states, Array(expected.joined())) < tolerance)
        #expect(distance(encoded.pooled, mean(expected)) < tolerance)
        #expect(distance(encoded.story, mean(layers[1])) < tolerance)
    }

    @Test("A span's vector is the mean of the tokens that it overlaps")
    func spans() throws {
        let encoded = try TinyModel().encoder().encode("abc bc c")
        #expect(encoded.tokens == [nil, 0..<3, 3..<4, 4..<6, 6..<7, 7..<8, nil])
        let size = encoded.pooled.count
        func state(_ token: Int) -> [Float] { Array(encoded.states[token * size..<(token + 1) * size]) }
        #expect(encoded.mean(overBytes: 0..<3) == state(1))
        #expect(encoded.mean(overBytes: 1..<2) == state(1))
        #expect(encoded.mean(overBytes: 2..<4) == zip(state(1), state(2)).map { ($0 + $1) / 2 })
        #expect(encoded.mean(overBytes: 4..<4) == nil)
        #expect(encoded.mean(overBytes: 8..<30) == nil)
    }

    @Test("A head is a linear map, summed in a fixed order")
    func head() throws {
        let model = TinyModel()
        let encoder = try model.encoder()
        let head = try encoder.head("sides")
        let vector = encoder.encode("abc").pooled
        let weights = model.floats("head.sides.weight").map(Double.init)
        let biases = model.floats("head.sides.bias").map(Double.init)
        let found = head(vector)
        #expect(head.inputs == 96 && head.outputs == 3 && found.count == 3)
        for row in 0..<3 {
            let expected = vector.indices.reduce(biases[row]) { $0 + Double(vector[$1]) * weights[row * 96 + $1] }
            #expect(abs(Double(found[row]) - expected) < 1e-4)
        }
    }

    @Test("A dot product adds lanes in the order of the format", arguments: [0, 1, 7, 8, 9, 23, 384])
    func dot(count: Int) {
        var random = SeededGenerator(state: 5)
        let left = (0..<count).map { _ in Float.random(in: -3...3, using: &random) }
        let right = (0..<count).map { _ in Float.random(in: -3...3, using: &random) }
        var lanes = [Float](repeating: 0, count: 8)
        for i in 0..<count { lanes[i % 8] += left[i] * right[i] }
        let sum = ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]))
        #expect(encoding_dot(left, right, count) == sum)
    }

    @Test("exp and erf are those of mathematics, to single precision")
    func functions() {
        for x in stride(from: Float(-87), through: 80, by: 0.37) {
            #expect(abs(Double(encoding_exp(x)) / exp(Double(x)) - 1) < 2e-7, "exp \(x)")
        }
        for x in stride(from: Float(-6), through: 6, by: 0.01) {
            #expect(abs(Double(encoding_erf(x)) - erf(Double(x))) < 6e-7, "erf \(x)")
        }
        #expect(encoding_exp(-1e9) < 1e-37 && encoding_exp(-.infinity) < 1e-37)
    }

    private func distance(_ found: [Float], _ expected: [Double]) -> Double {
        let squares = zip(found, expected).reduce(0) { $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) }
        return (squares / max(1e-9, expected.reduce(0) { $0 + $1 * $1 })).squareRoot()
    }

    private func mean(_ rows: [[Double]]) -> [Double] {
        rows[0].indices.map { i in rows.reduce(0) { $0 + $1[i] } / Double(rows.count) }
    }
}

@Suite("Probabilities")
struct ProbabilityTests {
    @Test("The logistic function", arguments: [-800, -30, -2, -0.001, 0, 0.7, 5, 40, 900] as [Float])
    func sigmoid(logit: Float) {
        #expect(abs(Probability.sigmoid(Double(logit)) - 1 / (1 + exp(-Double(logit)))) < 1e-14)
    }

    @Test(
        "Softmax sums to one and keeps the order",
        arguments: [[0], [1, 2, 3], [-1000, 0, 1000], [5, 5, 5, 5], [0.1, -0.2, 30]] as [[Float]])
    func softmax(logits: [Float]) {
        let found = Probability.softmax(logits)
        let sum = logits.reduce(0) { $0 + exp(Double($1) - Double(logits.max() ?? 0)) }
        for (probability, logit) in zip(found, logits) {
            #expect(abs(probability - exp(Double(logit) - Double(logits.max() ?? 0)) / sum) < 1e-14)
        }
        #expect(abs(found.reduce(0, +) - 1) < 1e-14)
    }

    @Test("No classes, no probabilities")
    func none() { #expect(Probability.softmax([]).isEmpty) }
}
