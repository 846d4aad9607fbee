import Foundation

@testable import Encoding

/// A small encoder of random weights, from a seed, as a file of the format `demarche-encoder/1`.
struct TinyModel {
    struct Tensor {
        var type: String
        var shape: [Int]
        var bytes: [UInt8]
    }

    static let pieces = [
        "<s>", "<pad>", "</s>", "<unk>", "▁", "a", "b", "c", "▁a", "▁b", "ab", "bc", "▁abc", "é", "▁é",
    ]

    let layers: Int
    let heads: Int
    let size: Int
    let inner: Int
    let positions: Int
    var metadata: [String: String]
    var tensors: [String: Tensor] = [:]
    private var random: SeededGenerator

    init(layers: Int = 2, heads: Int = 3, size: Int = 96, inner: Int = 160, positions: Int = 24, seed: UInt64 = 1) {
        (self.layers, self.heads, self.size, self.inner, self.positions) = (layers, heads, size, inner, positions)
        random = SeededGenerator(state: seed)
        metadata = [
            "format": "demarche-encoder/1", "layers": "\(layers)", "heads": "\(heads)", "size": "\(size)",
            "inner": "\(inner)", "positions": "\(positions)", "prefix": "", "bos": "0", "eos": "2", "unk": "3",
            "unk_score": "-25.0", "epsilon": "1e-12", "story_layer": "1", "version": "tiny",
        ]
        let pieces = Self.pieces
        addPieces(pieces, scores: pieces.map { $0.hasPrefix("<") ? 0 : -Float($0.unicodeScalars.count + 3) / 2 })
        tensors["tokenizer.map"] = Tensor(
            type: "U8", shape: [14], bytes: [9, 0, 0, 0, 1, 32, 0, 0, 0, 11, 0, 0, 0, 0])
        let words = (0..<pieces.count * size / 2).map { _ in UInt8.random(in: 0...255, using: &random) }
        tensors["embeddings.words"] = Tensor(type: "U8", shape: [pieces.count, size / 2], bytes: words)
        // Half-precision numbers from 2^-6 to 2^-3.
        let scales = (0..<pieces.count * size / 32).flatMap { _ in
            bytes(of: UInt16.random(in: 9 << 10...12 << 10, using: &random))
        }
        tensors["embeddings.words.scale"] = Tensor(type: "F16", shape: [pieces.count, size / 32], bytes: scales)
        addFloats("embeddings.positions", [positions, size], -0.3...0.3)
        addNorm("embeddings.norm")
        for layer in 0..<layers {
            addLinear("layer.\(layer).qkv", 3 * size, size)
            addLinear("layer.\(layer).attention", size, size)
            addNorm("layer.\(layer).attention.norm")
            addLinear("layer.\(layer).up", inner, size)
            addLinear("layer.\(layer).down", size, inner)
            addNorm("layer.\(layer).output.norm")
        }
        addFloats("head.sides.weight", [3, size], -1...1)
        addFloats("head.sides.bias", [3], -1...1)
    }

    /// Writes the file into the temporary folder.
    func write() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appending(path: "encoder-\(UUID().uuidString).safetensors")
        try Data(fileBytes()).write(to: url)
        return url
    }

    /// Opens the encoder and removes its file, which stays mapped.
    func encoder(_ form: ArithmeticForm = .best) throws -> Encoder {
        let url = try write()
        defer { try? FileManager.default.removeItem(at: url) }
        return try Encoder(file: url, form: form)
    }

    func fileBytes() throws -> [UInt8] {
        var header: [String: Any] = ["__metadata__": metadata]
        var data: [UInt8] = []
        // The types of 4 bytes first, as the format wants it.
        let wide = tensors.filter { ["F32", "U32"].contains($0.value.type) }.keys.sorted()
        for name in wide + tensors.keys.filter({ !wide.contains($0) }).sorted() {
            guard let tensor = tensors[name] else { continue }
            header[name] = [
                "dtype": tensor.type, "shape": tensor.shape,
                "data_offsets": [data.count, data.count + tensor.bytes.count],
            ]
            data += tensor.bytes
        }
        let json = try JSONSerialization.data(withJSONObject: header)
        return bytes(of: UInt64(json.count)) + json + data
    }

    /// Sets all bytes of a tensor.
    mutating func fill(_ name: String, _ byte: UInt8) {
        guard let count = tensors[name]?.bytes.count else { return }
        tensors[name]?.bytes = [UInt8](repeating: byte, count: count)
    }

    /// The numbers of a tensor of floats.
    func floats(_ name: String) -> [Float] {
        guard let tensor = tensors[name] else { return [] }
        return stride(from: 0, to: tensor.bytes.count, by: 4).map { at in
            Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(tensor.bytes[at + $1]) << (8 * UInt32($1)) })
        }
    }

    private mutating func addPieces(_ pieces: [String], scores: [Float]) {
        let texts = pieces.map { Array($0.utf8) }
        let offsets = texts.reduce(into: [UInt32(0)]) { $0.append(($0.last ?? 0) + UInt32($1.count)) }
        tensors["tokenizer.pieces"] = Tensor(type: "U8", shape: [texts.joined().count], bytes: Array(texts.joined()))
        tensors["tokenizer.offsets"] = Tensor(
            type: "U32", shape: [offsets.count], bytes: offsets.flatMap { bytes(of: $0) })
        tensors["tokenizer.scores"] = Tensor(
            type: "F32", shape: [scores.count], bytes: scores.flatMap { bytes(of: $0.bitPattern) })
    }

    private mutating func addFloats(_ name: String, _ shape: [Int], _ range: ClosedRange<Float>) {
        let values = (0..<shape.reduce(1, *)).map { _ in Float.random(in: range, using: &random) }
        tensors[name] = Tensor(type: "F32", shape: shape, bytes: values.flatMap { bytes(of: $0.bitPattern) })
    }

    private mutating func addNorm(_ name: String) {
        addFloats("\(name).weight", [size], 0.5...1.5)
        addFloats("\(name).bias", [size], -0.2...0.2)
    }

    private mutating func addLinear(_ name: String, _ outputs: Int, _ inputs: Int) {
        let weights = (0..<outputs * inputs).map { _ in
            UInt8(bitPattern: Int8.random(in: -127...127, using: &random))
        }
        tensors["\(name).weight"] = Tensor(type: "I8", shape: [outputs, inputs], bytes: weights)
        addFloats("\(name).scale", [outputs], 0.0005...0.002)
        addFloats("\(name).bias", [outputs], -0.2...0.2)
    }
}

/// The little-endian bytes of a number.
func bytes(of number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
