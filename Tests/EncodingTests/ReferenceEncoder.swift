import Foundation

/// The encoder once more, in doubles and as plain as can be: what the engine is held against.
struct ReferenceEncoder {
    let model: TinyModel
    /// Whether inputs of matrices are rounded to bytes, as the engine does.
    let isQuantised: Bool

    /// The states of the tokens after each layer; the first are those before any.
    func states(_ tokens: [Int]) -> [[[Double]]] {
        var rows = tokens.enumerated().map { position, token in
            normalised(zip(word(token), numbers("embeddings.positions", row: position)).map(+), "embeddings.norm")
        }
        var all = [rows]
        for layer in 0..<model.layers {
            let name = "layer.\(layer)"
            let mixed = attended(rows.map { linear($0, "\(name).qkv") })
            rows = zip(rows, mixed).map { row, mixed in
                normalised(zip(row, linear(mixed, "\(name).attention")).map(+), "\(name).attention.norm")
            }
            rows = rows.map { row in
                let hidden = linear(row, "\(name).up").map { $0 / 2 * (1 + erf($0 / 2.squareRoot())) }
                return normalised(zip(row, linear(hidden, "\(name).down")).map(+), "\(name).output.norm")
            }
            all.append(rows)
        }
        return all
    }

    private func numbers(_ name: String, row: Int? = nil) -> [Double] {
        let all = model.floats(name)
        guard let row else { return all.map(Double.init) }
        return all[row * model.size..<(row + 1) * model.size].map(Double.init)
    }

    private func word(_ token: Int) -> [Double] {
        guard let words = model.tensors["embeddings.words"], let scales = model.tensors["embeddings.words.scale"]
        else { return [] }
        return (0..<model.size).map { i in
            let byte = words.bytes[token * model.size / 2 + i / 32 * 16 + i % 16]
            let half = i % 32 < 16 ? byte & 15 : byte >> 4
            let at = (token * model.size / 32 + i / 32) * 2
            let bits = UInt16(scales.bytes[at]) | UInt16(scales.bytes[at + 1]) << 8
            // All scales of the tiny model are positive and normal.
            let scale = (1 + Double(bits & 1023) / 1024) * exp2(Double(bits >> 10) - 15)
            return (Double(half) - 8) * scale
        }
    }

    private func linear(_ input: [Double], _ name: String) -> [Double] {
        guard let weights = model.tensors["\(name).weight"] else { return [] }
        var input = input
        if isQuantised, let most = input.map(\.magnitude).max(), most > 0 {
            input = input.map { ($0 * 127 / most).rounded(.toNearestOrEven) * most / 127 }
        }
        return zip(numbers("\(name).scale"), numbers("\(name).bias")).enumerated().map { row, factors in
            let sum = input.indices.reduce(0) {
                $0 + input[$1] * Double(Int8(bitPattern: weights.bytes[row * input.count + $1]))
            }
            return sum * factors.0 + factors.1
        }
    }

    private func attended(_ qkv: [[Double]]) -> [[Double]] {
        let width = model.size / model.heads
        return qkv.map { query in
            (0..<model.heads).flatMap { head in
                let scores = qkv.map { key in
                    (0..<width).reduce(0) { $0 + query[head * width + $1] * key[model.size + head * width + $1] }
                        / Double(width).squareRoot()
                }
                let powers = scores.map { exp($0 - (scores.max() ?? 0)) }
                let sum = powers.reduce(0, +)
                return (0..<width).map { d in
                    zip(powers, qkv).reduce(0) { $0 + $1.0 / sum * $1.1[2 * model.size + head * width + d] }
                }
            }
        }
    }

    private func normalised(_ row: [Double], _ name: String) -> [Double] {
        let mean = row.reduce(0, +) / Double(row.count)
        let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(row.count)
        let factors = zip(numbers("\(name).weight"), numbers("\(name).bias"))
        return zip(row, factors).map { ($0 - mean) / (variance + 1e-12).squareRoot() * $1.0 + $1.1 }
    }
}
