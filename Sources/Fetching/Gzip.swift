internal import CZlib

/// Unpacks bodies that came packed without their header's saying so (RFC 1952).
enum Gzip {
    /// Why a body cannot be unpacked.
    enum Failure: Error {
        /// It grows beyond the limit.
        case tooLarge
    }

    /// Whether bytes begin as a gzip member does, with its only method of packing.
    static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 8]) }

    /// Returns what bytes pack, twice over if they are packed twice; the bytes themselves when they are not packed.
    ///
    /// A body that breaks off gives what came of it.
    ///
    /// - Parameters:
    ///   - bytes: the body as it came.
    ///   - limit: the most bytes that may come out.
    /// - Returns: the body unpacked.
    /// - Throws: ``Failure``.
    static func unpacked(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        var result = bytes
        for _ in 0..<2 where isPacked(result) {
            let inner = try inflated(result, limit: limit)
            if inner.isEmpty { break }
            result = inner
        }
        return result
    }

    private static func inflated(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        var stream = z_stream()
        guard demarche_inflate_begin(&stream) == Z_OK else { return [] }
        defer { inflateEnd(&stream) }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        var isTooLarge = false
        bytes.withUnsafeBufferPointer { input in
            // zlib takes a pointer to bytes that it only reads.
            stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.avail_in = UInt32(clamping: input.count)
            var status = Z_OK
            while status == Z_OK, !isTooLarge {
                let room = chunk.count
                status = chunk.withUnsafeMutableBufferPointer { output in
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(room)
                    return inflate(&stream, Z_NO_FLUSH)
                }
                let count = room - Int(stream.avail_out)
                isTooLarge = result.count + count > limit
                if !isTooLarge { result.append(contentsOf: chunk[..<count]) }
                if count == 0, stream.avail_in == 0 { break }
            }
        }
        if isTooLarge { throw .tooLarge }
        return result
    }
}
