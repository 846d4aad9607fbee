internal import Markup

extension StringProtocol {
    /// The text with each run of white space as one space and none at the ends.
    var trimmed: String {
        if utf8.withContiguousStorageIfAvailable(Self.isTrimmed) == true { return String(self) }
        var bytes = utf8.collapsingWhiteSpace()
        while bytes.suffix(2) == [0xC2, 0xA0] { bytes.removeLast(2) }
        while bytes.prefix(2) == [0xC2, 0xA0] { bytes.removeFirst(2) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether there is nothing to be trimmed, as is mostly so.
    private static func isTrimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isAfterSpace = true
        for byte in bytes {
            guard byte > 0x0D || byte < 0x09, !(isAfterSpace && byte == 0x20) else { return false }
            isAfterSpace = byte == 0x20
        }
        return bytes.isEmpty || !isAfterSpace && !bytes.starts(with: [0xC2, 0xA0]) && bytes[bytes.count - 1] != 0xA0
    }
}

extension String {
    /// The string trimmed, or nil when nothing is left.
    var nonEmpty: String? {
        let text = trimmed
        return text.isEmpty ? nil : text
    }
}
