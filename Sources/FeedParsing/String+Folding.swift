extension String {
    /// The text with each run of white space as one blank.
    var whiteSpaceFolded: String {
        var copy = self
        return copy.withUTF8 { bytes in
            guard needsFolding(bytes) else { return nil }
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count)
            var owesSpace = false
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte <= 0x20 {
                    owesSpace = true
                } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {  // no-break space
                    owesSpace = true
                    index += 1
                } else {
                    if owesSpace, !result.isEmpty { result.append(0x20) }
                    owesSpace = false
                    result.append(byte)
                }
                index += 1
            }
            return String(decoding: result, as: UTF8.self)
        } ?? self
    }

    private func needsFolding(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var before: UInt8 = 0x20
        for byte in bytes {
            if byte < 0x20 || byte == 0xC2 || (byte == 0x20 && before == 0x20) { return true }
            before = byte
        }
        return before == 0x20
    }
}
