import Foundation
import Testing

@testable import Encoding

@Suite("Files of weights that cannot be used")
struct BrokenFileTests {
    static let model = TinyModel(layers: 1, heads: 2, size: 32, inner: 32)

    /// Opens bytes as an encoder; the error that it gives.
    private func error(_ bytes: [UInt8]) throws -> EncoderError? {
        let url = FileManager.default.temporaryDirectory.appending(path: "encoder-\(UUID().uuidString)")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        do throws(EncoderError) {
            _ = try Encoder(file: url)
            return nil
        } catch { return error }
    }

    private func number(_ value: UInt64) -> [UInt8] { bytes(of: value) }

    @Test("The tiny model itself is sound, aligned or not")
    func sound() throws {
        #expect(try error(Self.model.fileBytes()) == nil)
        var model = Self.model
        for pad in 1...3 {
            model.metadata["version"] = String(repeating: "x", count: pad)
            #expect(try model.encoder().version.count == pad)
            #expect(try model.encoder().encode("abc").pooled == Self.model.encoder().encode("abc").pooled)
        }
    }

    @Test("A missing file and a folder are named")
    func unreadable() {
        for url in [URL(filePath: "/nowhere/encoder.safetensors"), FileManager.default.temporaryDirectory] {
            do throws(EncoderError) {
                _ = try Encoder(file: url)
                Issue.record("\(url) was opened")
            } catch {
                #expect(error.description.hasPrefix("\(url.path): cannot be read ("))
            }
        }
    }

    @Test("A file cut anywhere is refused")
    func cut() throws {
        let whole = try Self.model.fileBytes()
        for length in Array(0..<40) + stride(from: 40, to: whole.count, by: 313) + [whole.count - 1] {
            #expect(try error(Array(whole.prefix(length))) != nil, "\(length) of \(whole.count)")
        }
    }

    @Test("Any byte of the header may be wrong: an error or an encoder, never a crash")
    func garbled() throws {
        let whole = try Self.model.fileBytes()
        var random = SeededGenerator(state: 3)
        for at in 0..<400 {
            var bytes = whole
            bytes[at] = UInt8.random(in: 0...255, using: &random)
            guard let error = try error(bytes) else { continue }
            #expect(error.description.contains("encoder-"), "byte \(at): \(error)")
        }
    }

    @Test(
        "Values of the header that are not allowed are named",
        arguments: [
            ("format", "demarche-encoder/2"), ("layers", "0"), ("layers", "-1"), ("layers", "99999999999999999999"),
            ("layers", "two"), ("heads", "5"), ("size", "64"), ("size", "100"), ("inner", "33"), ("positions", "1"),
            ("positions", "4611686018427387904"), ("bos", "15"), ("eos", "-1"), ("unk", "15"), ("unk_score", "nan"),
            ("epsilon", "x"), ("story_layer", "2"), ("prefix", String(repeating: "x", count: 65)),
        ])
    func metadata(key: String, value: String) throws {
        var model = Self.model
        model.metadata[key] = value
        let error = try #require(try error(model.fileBytes()))
        switch error.reason {
        case .metadata(let found, _): #expect(found == key || key == "heads" && found == "size")
        case .tensor: #expect(key == "size")  // A size that is possible, but not that of the tensors.
        default: Issue.record("\(error)")
        }
    }

    @Test("Each value and each tensor is needed")
    func missing() throws {
        let model = Self.model
        for key in model.metadata.keys {
            var model = model
            model.metadata[key] = nil
            #expect(try error(model.fileBytes())?.reason == .metadata(key: key, problem: "is missing"))
        }
        for name in model.tensors.keys where !name.hasPrefix("head.") {
            var model = model
            model.tensors[name] = nil
            #expect(try error(model.fileBytes())?.reason == .tensor(name: name, problem: "is missing"))
        }
    }

    @Test("A tensor of another type, shape or size is named")
    func tensors() throws {
        let model = Self.model
        for name in model.tensors.keys where !name.hasPrefix("head.") {
            for change in 0..<4 {
                var model = model
                switch change {
                case 0: model.tensors[name]?.type = "F64"
                case 1: model.tensors[name]?.shape.append(1)
                case 2: model.tensors[name]?.shape[0] += 1
                default: model.tensors[name]?.bytes.removeLast()
                }
                let error = try #require(try error(model.fileBytes()), "\(name) \(change)")
                guard case .tensor = error.reason else {
                    Issue.record("\(name) \(change): \(error)")
                    continue
                }
            }
        }
    }

    @Test(
        "Offsets outside of the file are refused",
        arguments: [
            "[-4,92]", "[0,9999999999]", "[96,0]", "[9223372036854775000,9223372036854775807]", "[0]", "[]", "[0,1,2]",
        ])
    func offsets(offsets: String) throws {
        let bytes = try Self.model.fileBytes()
        let length = Int(bytes[0]) | Int(bytes[1]) << 8 | Int(bytes[2]) << 16
        let json = String(decoding: bytes[8..<8 + length], as: UTF8.self)
        for name in ["embeddings.norm.weight", "layer.0.up.weight", "tokenizer.map"] {
            let marker = try #require(json.range(of: "\"\(name)\":{"))
            let entry = try #require(json[marker.upperBound...].firstIndex(of: "}"))
            let old = json[marker.lowerBound...entry]
            let list = try #require(old.range(of: #"\"data_offsets\":\[[0-9,]*\]"#, options: .regularExpression))
            let changed = old.replacingCharacters(in: list, with: "\"data_offsets\":\(offsets)")
            let header = Array(json.replacingOccurrences(of: old, with: changed).utf8)
            let broken = number(UInt64(header.count)) + header + bytes[(8 + length)...]
            guard case .tensor(name, _)? = try error(broken)?.reason else {
                Issue.record("\(name) \(offsets)")
                continue
            }
        }
    }

    @Test("A weight of -128 is refused, since its magnitude is no signed byte")
    func lowest() throws {
        var model = Self.model
        model.tensors["layer.0.down.weight"]?.bytes[77] = 0x80
        #expect(
            try error(model.fileBytes())?.reason
                == .tensor(name: "layer.0.down.weight", problem: "has a weight of -128"))
    }

    @Test("Scales and words may be any bits: what comes out is of the right size")
    func garbage() throws {
        var model = Self.model
        for name in model.tensors.keys where ["F32", "F16"].contains(model.tensors[name]?.type) {
            guard name != "tokenizer.scores" else { continue }
            model.fill(name, 0xFF)
        }
        #expect(try model.encoder().encode("abc é").pooled.count == model.size)
    }

    @Test("A head that is missing or whose parts do not fit is an error")
    func heads() throws {
        var model = Self.model
        model.tensors["head.cut.weight"] = TinyModel.Tensor(
            type: "F32", shape: [2, 1], bytes: Array(repeating: 0, count: 8))
        model.tensors["head.cut.bias"] = TinyModel.Tensor(
            type: "F32", shape: [3], bytes: Array(repeating: 0, count: 12))
        model.tensors["head.flat.weight"] = TinyModel.Tensor(type: "F32", shape: [0, 4], bytes: [])
        let encoder = try model.encoder()
        for name in ["none", "cut", "flat", ""] {
            #expect(throws: EncoderError.self) { try encoder.head(name) }
        }
    }
}
