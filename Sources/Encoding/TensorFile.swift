import Foundation

/// A file of tensors in the safetensors format, mapped into memory.
///
/// The format: 8 bytes with the header's length, a JSON header, then the tensors' bytes
/// (https://huggingface.co/docs/safetensors). Every access is checked against the file's size before it is made.
struct TensorFile: Sendable {
    /// The types of elements that an encoder has.
    enum Element: String, Sendable {
        case float32 = "F32"
        case float16 = "F16"
        case int8 = "I8"
        case uint8 = "U8"
        case uint32 = "U32"

        var size: Int {
            switch self {
            case .float32, .uint32: 4
            case .float16: 2
            case .int8, .uint8: 1
            }
        }
    }

    /// The longest header that is read: one of an encoder has some ten thousand bytes.
    private static let headerLimit = 1 << 20

    let path: String
    let data: Data
    private let header: Header
    /// Where the tensors' bytes begin.
    private let start: Int

    init(_ url: URL) throws(EncoderError) {
        path = url.path
        do {
            data = try Data(contentsOf: url, options: .alwaysMapped)
        } catch {
            throw EncoderError(path: path, reason: .unreadable((error as NSError).localizedDescription))
        }
        guard data.count > 8 else {
            throw EncoderError(path: path, reason: .header("only \(data.count) bytes"))
        }
        let length = data.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
        guard length <= Self.headerLimit, Int(length) <= data.count - 8 else {
            throw EncoderError(path: path, reason: .header("a header of \(length) bytes"))
        }
        start = 8 + Int(length)
        do {
            header = try JSONDecoder().decode(Header.self, from: Data(data[8..<start]))
        } catch {
            throw EncoderError(path: path, reason: .header("its header is not the JSON of safetensors"))
        }
    }

    /// The bytes of a tensor, after a check of its type, shape and place.
    func bytes(_ name: String, _ element: Element, _ shape: [Int]) throws(EncoderError) -> Range<Int> {
        guard let entry = header.tensors[name] else { throw fault(name, "is missing") }
        guard entry.dtype == element.rawValue else {
            throw fault(name, "is of type \(entry.dtype), not \(element.rawValue)")
        }
        guard entry.shape == shape else { throw fault(name, "has the shape \(entry.shape), not \(shape)") }
        let offsets = entry.data_offsets
        guard offsets.count == 2, offsets[0] >= 0, offsets[0] <= offsets[1], offsets[1] <= data.count - start else {
            throw fault(name, "lies at \(offsets), outside of the file")
        }
        guard offsets[1] - offsets[0] == shape.reduce(element.size, *) else {
            throw fault(name, "has \(offsets[1] - offsets[0]) bytes, which its shape \(shape) does not fill")
        }
        return start + offsets[0]..<start + offsets[1]
    }

    /// The sizes of a tensor whose shape the file may choose: so many numbers, each from 1 to `limit`.
    func shape(_ name: String, dimensions: Int, limit: Int) throws(EncoderError) -> [Int] {
        guard let entry = header.tensors[name] else { throw fault(name, "is missing") }
        guard entry.shape.count == dimensions, entry.shape.allSatisfy({ (1...limit).contains($0) }) else {
            throw fault(name, "has the shape \(entry.shape)")
        }
        return entry.shape
    }

    /// The numbers that lie in a range of bytes.
    func values<Value: BitwiseCopyable>(in range: Range<Int>, as type: Value.Type) -> [Value] {
        let count = range.count / MemoryLayout<Value>.size
        return data.withUnsafeBytes { file in
            [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: file[range]))
                initialized = count
            }
        }
    }

    /// Whether a byte occurs in a range.
    func hasByte(_ byte: UInt8, in range: Range<Int>) -> Bool {
        data.withUnsafeBytes { file in
            guard let base = file.baseAddress else { return false }
            return memchr(base + range.lowerBound, Int32(byte), range.count) != nil
        }
    }

    /// A text of the header's metadata.
    func text(_ key: String) throws(EncoderError) -> String {
        guard let value = header.metadata[key] else {
            throw EncoderError(path: path, reason: .metadata(key: key, problem: "is missing"))
        }
        return value
    }

    /// A whole number of the header's metadata.
    func number(_ key: String, in range: ClosedRange<Int>) throws(EncoderError) -> Int {
        let text = try text(key)
        guard let value = Int(text), range.contains(value) else {
            throw EncoderError(
                path: path, reason: .metadata(key: key, problem: "is “\(text)”, not a number in \(range)"))
        }
        return value
    }

    /// A finite number of the header's metadata.
    func fraction(_ key: String) throws(EncoderError) -> Float {
        let text = try text(key)
        guard let value = Float(text), value.isFinite else {
            throw EncoderError(path: path, reason: .metadata(key: key, problem: "is “\(text)”, not a number"))
        }
        return value
    }

    /// The error that a tensor is not as it must be.
    func fault(_ name: String, _ problem: String) -> EncoderError {
        EncoderError(path: path, reason: .tensor(name: name, problem: problem))
    }
}

/// The JSON before the tensors: an entry for each, and texts under `__metadata__`.
private struct Header: Decodable, Sendable {
    struct Entry: Decodable, Sendable {
        var dtype: String
        var shape: [Int]
        var data_offsets: [Int]
    }

    struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    var metadata: [String: String] = [:]
    var tensors: [String: Entry] = [:]

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Name.self)
        for name in fields.allKeys {
            if name.stringValue == "__metadata__" {
                metadata = try fields.decode([String: String].self, forKey: name)
            } else {
                tensors[name.stringValue] = try fields.decode(Entry.self, forKey: name)
            }
        }
    }
}
