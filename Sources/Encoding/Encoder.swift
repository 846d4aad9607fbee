import CEncoding
public import Foundation

/// A small pre-trained transformer encoder: text → a vector for each token, and their means.
///
/// Its file holds tokenizer, weights of 8 bits (of words 4 bits) and heads; it is mapped, so what is not used costs no
/// memory. Outputs are the same bytes on every processor: products are exact integers, and the rest is float32 in a fixed
/// order without fused operations.
public final class Encoder: Sendable {
    /// What the file's maker calls it.
    public let version: String
    let file: TensorFile
    let tokenizer: PieceTokenizer
    private let shape: encoding_shape
    private let layers: [encoding_layer]
    private let form: ArithmeticForm
    /// The most tokens of a text, with the two around it.
    private let positions: Int
    private let begin: UInt32
    private let end: UInt32

    /// Opens a file of weights and checks all of it.
    ///
    /// - Parameter url: a file in the format `demarche-encoder/1` (safetensors).
    /// - Throws: `EncoderError` when it cannot be read or is not such a file.
    public convenience init(file url: URL) throws(EncoderError) {
        try self.init(file: url, form: .best)
    }

    init(file url: URL, form: ArithmeticForm) throws(EncoderError) {
        let file = try TensorFile(url)
        let format = try file.text("format")
        guard format == "demarche-encoder/1" else {
            throw EncoderError(
                path: file.path, reason: .metadata(key: "format", problem: "is “\(format)”, not demarche-encoder/1"))
        }
        let pieces = try file.shape("tokenizer.scores", dimensions: 1, limit: 1 << 20)[0]
        positions = try file.number("positions", in: 8...4096)
        let begin = try file.number("bos", in: 0...pieces - 1)
        let end = try file.number("eos", in: 0...pieces - 1)
        tokenizer = try PieceTokenizer(file, pieces: pieces, hidden: [begin, end])
        shape = try encoding_shape(file, pieces: pieces, positions: positions)
        var layers: [encoding_layer] = []
        for layer in 0..<shape.layers { layers.append(try encoding_layer(file, number: layer, shape: shape)) }
        self.layers = layers
        self.file = file
        self.form = form
        self.begin = UInt32(begin)
        self.end = UInt32(end)
        version = try file.text("version")
    }

    /// The vectors of a text.
    ///
    /// Time and memory are bounded by the encoder's positions: of a longer text the beginning is read.
    ///
    /// - Parameter text: any text.
    /// - Returns: its tokens and their vectors.
    public func encode(_ text: String) -> EncodedText {
        let tokens = tokenizer.tokens(of: text, limit: positions - 2)
        let numbers = [begin] + tokens.map(\.number) + [end]
        var states = [Float](repeating: 0, count: numbers.count * shape.size)
        var pooled = [Float](repeating: 0, count: shape.size)
        var story = pooled
        withUnsafePointer(to: shape) { shape in
            let scratch = encoding_scratch_size(shape, numbers.count)
            withUnsafeTemporaryAllocation(byteCount: scratch, alignment: 32) { scratch in
                file.data.withUnsafeBytes { file in
                    encoding_run(
                        form.code, file.baseAddress, shape, layers, numbers, numbers.count, scratch.baseAddress,
                        &states, &pooled, &story)
                }
            }
        }
        return EncodedText(
            tokens: [nil] + tokens.map(\.source) + [nil], pooled: pooled, story: story, numbers: numbers,
            states: states)
    }

    /// A head of the file.
    ///
    /// - Parameter name: the part of its tensors' names between `head.` and `.weight`.
    /// - Returns: the head.
    /// - Throws: `EncoderError` when the file has none of that name, or its parts do not fit.
    public func head(_ name: String) throws(EncoderError) -> Head {
        let shape = try file.shape("head.\(name).weight", dimensions: 2, limit: 1 << 16)
        return Head(
            weights: file.values(in: try file.bytes("head.\(name).weight", .float32, shape), as: Float.self),
            biases: file.values(in: try file.bytes("head.\(name).bias", .float32, [shape[0]]), as: Float.self))
    }
}
