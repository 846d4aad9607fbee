internal import CLibXML2

/// A conversion of bytes to UTF-8 by iconv(3).
struct Converter: ~Copyable {
    private let handle: iconv_t

    /// Opens the conversion from an encoding; nil when iconv knows none by that name.
    init?(from name: String) {
        guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// Tells whether iconv knows an encoding.
    static func exists(_ name: String) -> Bool { Converter(from: name) != nil }

    /// Converts all bytes; what is no character becomes U+FFFD.
    ///
    /// - Returns: the text, and how many bytes were no character.
    func convert(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], errors: Int) {
        var result: [UInt8] = []
        // Room for the most that a letter commonly takes; what is not written to costs no memory.
        result.reserveCapacity(bytes.count * 2)
        var errors = 0
        guard let start = bytes.baseAddress else { return ([], 0) }
        var chunk = [UInt8](repeating: 0, count: 16_384)
        // iconv takes `char **` for bytes that it only reads.
        var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: UnsafeRawPointer(start))
            .assumingMemoryBound(to: CChar.self)
        var left = bytes.count
        while left > 0 {
            let (written, status) = step(&input, &left, into: &chunk)
            result.append(contentsOf: chunk[..<written])
            guard status == -1, left > 0, written == 0 || chunk.count - written > 16 else { continue }
            // A byte that is none of the encoding, or the text ends within a character.
            errors += 1
            result.append(contentsOf: [0xEF, 0xBF, 0xBD])
            input = input?.advanced(by: 1)
            left -= 1
        }
        let (written, _) = flush(into: &chunk)
        result.append(contentsOf: chunk[..<written])
        return (result, errors)
    }

    private func step(
        _ input: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into chunk: inout [UInt8]
    ) -> (written: Int, status: Int) {
        let capacity = chunk.count
        return chunk.withUnsafeMutableBytes { buffer in
            var output = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            var room = capacity
            let status = iconv(handle, &input, &left, &output, &room)
            return (capacity - room, status)
        }
    }

    /// Writes what a stateful encoding still holds back.
    private func flush(into chunk: inout [UInt8]) -> (written: Int, status: Int) {
        let capacity = chunk.count
        return chunk.withUnsafeMutableBytes { buffer in
            var output = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            var room = capacity
            let status = iconv(handle, nil, nil, &output, &room)
            return (capacity - room, status)
        }
    }
}
