import CEncoding

// The parts of the format `demarche-encoder/1`, each checked when it is looked up. Offsets lie in the mapped file.

extension PieceTokenizer {
    init(_ file: TensorFile, pieces: Int, hidden: Set<Int>) throws(EncoderError) {
        let unknown = try file.number("unk", in: 0...pieces - 1)
        let text = try file.bytes(
            "tokenizer.pieces", .uint8, file.shape("tokenizer.pieces", dimensions: 1, limit: 1 << 28))
        let offsets = try file.bytes("tokenizer.offsets", .uint32, [pieces + 1])
        let scores = try file.bytes("tokenizer.scores", .float32, [pieces])
        guard
            let table = PieceTable(
                offsets: file.values(in: offsets, as: UInt32.self), bytes: file.values(in: text, as: UInt8.self),
                scores: file.values(in: scores, as: Float.self), hidden: hidden.union([unknown]))
        else { throw file.fault("tokenizer.pieces", "does not fit its offsets or scores") }
        let entries = try file.bytes(
            "tokenizer.map", .uint8, file.shape("tokenizer.map", dimensions: 1, limit: 1 << 24))
        guard let map = CharacterMap(file.values(in: entries, as: UInt8.self)) else {
            throw file.fault("tokenizer.map", "has an entry that is cut, out of order or no code point")
        }
        let prefix = try file.text("prefix")
        guard prefix.utf8.count <= 64 else {
            throw EncoderError(
                path: file.path, reason: .metadata(key: "prefix", problem: "is longer than 64 bytes"))
        }
        self.init(
            table: table, map: map, prefix: prefix, unknown: UInt32(unknown),
            unknownScore: try file.fraction("unk_score"))
    }
}

extension encoding_shape {
    init(_ file: TensorFile, pieces: Int, positions: Int) throws(EncoderError) {
        self.init()
        layers = try file.number("layers", in: 1...64)
        heads = try file.number("heads", in: 1...64)
        size = try file.number("size", in: 32...4096)
        inner = try file.number("inner", in: 32...16_384)
        guard size % 32 == 0, size % (16 * heads) == 0 else {
            throw EncoderError(
                path: file.path, reason: .metadata(key: "size", problem: "is no multiple of 32 and of 16 × heads"))
        }
        guard inner % 32 == 0 else {
            throw EncoderError(path: file.path, reason: .metadata(key: "inner", problem: "is no multiple of 32"))
        }
        story_layer = try file.number("story_layer", in: 0...layers)
        epsilon = try file.fraction("epsilon")
        words = try file.bytes("embeddings.words", .uint8, [pieces, size / 2]).lowerBound
        word_scales = try file.bytes("embeddings.words.scale", .float16, [pieces, size / 32]).lowerBound
        self.positions = try file.bytes("embeddings.positions", .float32, [positions, size]).lowerBound
        norm = try encoding_norm(file, "embeddings.norm", size: size)
    }
}

extension encoding_layer {
    init(_ file: TensorFile, number: Int, shape: encoding_shape) throws(EncoderError) {
        let name = "layer.\(number)"
        let (size, inner) = (shape.size, shape.inner)
        self.init(
            qkv: try encoding_linear(file, "\(name).qkv", outputs: 3 * size, inputs: size),
            attention: try encoding_linear(file, "\(name).attention", outputs: size, inputs: size),
            up: try encoding_linear(file, "\(name).up", outputs: inner, inputs: size),
            down: try encoding_linear(file, "\(name).down", outputs: size, inputs: inner),
            attention_norm: try encoding_norm(file, "\(name).attention.norm", size: size),
            output_norm: try encoding_norm(file, "\(name).output.norm", size: size))
    }
}

extension encoding_linear {
    fileprivate init(_ file: TensorFile, _ name: String, outputs: Int, inputs: Int) throws(EncoderError) {
        let weights = try file.bytes("\(name).weight", .int8, [outputs, inputs])
        // The forms would differ over -128, whose magnitude has no byte with a sign.
        guard !file.hasByte(0x80, in: weights) else { throw file.fault("\(name).weight", "has a weight of -128") }
        self.init(
            weight: weights.lowerBound,
            scale: try file.bytes("\(name).scale", .float32, [outputs]).lowerBound,
            bias: try file.bytes("\(name).bias", .float32, [outputs]).lowerBound)
    }
}

extension encoding_norm {
    fileprivate init(_ file: TensorFile, _ name: String, size: Int) throws(EncoderError) {
        self.init(
            weight: try file.bytes("\(name).weight", .float32, [size]).lowerBound,
            bias: try file.bytes("\(name).bias", .float32, [size]).lowerBound)
    }
}
