extension StringProtocol {
    /// The text with each run of white space as one space and none at the ends.
    var trimmed: String {
        var bytes = utf8.collapsed
        while bytes.suffix(2) == [0xC2, 0xA0] { bytes.removeLast(2) }
        while bytes.prefix(2) == [0xC2, 0xA0] { bytes.removeFirst(2) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Sequence<UInt8> {
    /// The bytes with each run of ASCII white space as one space and none at the ends.
    fileprivate var collapsed: [UInt8] {
        var result: [UInt8] = []
        var isPending = false
        for byte in self {
            if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
                isPending = !result.isEmpty
            } else {
                if isPending { result.append(0x20) }
                isPending = false
                result.append(byte)
            }
        }
        return result
    }
}
